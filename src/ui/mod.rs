//! State → pixels. A view draws what it is given and reports what the reader asked for; it changes nothing.

mod admin_keys;
mod bar;
mod key_by_key;
mod keys;
mod sheet;
mod shell;
pub mod theme;
mod views;
mod walk;
mod widgets;

pub use key_by_key::hear_key_by_key;
pub use keys::key_actions;
pub use shell::shell_ui;
pub use views::{CallCode, PrintPictures, safe_ui};

use egui::Ui;

use crate::model::id::SourceId;
use crate::model::library::Library;
use crate::state::AppState;
use crate::words::{Msg, Words};

use theme::Look;

/// What every view reads.
#[derive(Clone, Copy)]
pub struct View<'v> {
    /// Everything that there is to read.
    pub library: &'v Library,
    /// The words of the interface.
    pub words: &'v Words,
    /// What is on screen.
    pub state: &'v AppState,
    /// The colours and sizes.
    pub look: Look,
    /// The sources of the section on screen; a source's number is its position, counted from 1.
    pub sources: &'v [&'v SourceId],
    /// Whether the sheet was not there in the last frame; what closes it then gets the focus.
    pub is_new_sheet: bool,
    /// Whether the page is so new that only what can be seen of it is drawn yet.
    pub is_first_look: bool,
}

impl View<'_> {
    /// A message of the interface.
    pub fn text(&self, msg: Msg) -> String {
        self.words.text(msg)
    }

    /// Whether what comes next in `ui` can wait, so that a page appears at once, however long it is.
    pub fn can_wait(&self, ui: &Ui) -> bool {
        self.is_first_look && ui.clip_rect().max.y < ui.cursor().min.y
    }
}
