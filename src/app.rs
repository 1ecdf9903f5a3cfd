//! The program with a window: loads the content, keeps the state, and gives every frame its day.

use std::process::ExitCode;
use std::thread;

use egui::{Color32, Context, Ui};
use jiff::civil::Date;

use crate::content::{Loaded, Origin, load};
use crate::model::library::Library;
use crate::report::{EXIT_MACHINE, complain};
use crate::state::{Action, AppState, Theme, update};
use crate::ui::{shell_ui, theme};
use crate::window::{self, Screen, WindowError, WindowOptions};
use crate::words::{Msg, Words};

/// The viewer: what there is to read, and what the reader has set.
pub struct App {
    library: Library,
    words: Words,
    state: AppState,
    /// Says which day it is.
    clock: Box<dyn Fn() -> Date>,
    /// What egui was last told about colours.
    applied_theme: Theme,
}

impl App {
    /// A viewer on a fresh start; `clock` says which day it is.
    pub fn new(loaded: Loaded, clock: impl Fn() -> Date + 'static) -> Self {
        let Loaded { library, words } = loaded;
        let state = AppState::new(&library, clock());
        Self { library, words, state, clock: Box::new(clock), applied_theme: Theme::default() }
    }

    /// What is on screen.
    pub fn state(&self) -> &AppState {
        &self.state
    }

    /// What there is to read.
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// Does what a reader asked for.
    pub fn apply(&mut self, action: Action) {
        update(&mut self.state, &self.library, action);
    }
}

impl Screen for App {
    fn background(&self) -> Color32 {
        theme::Tokens::of(self.state.theme).paper
    }

    fn frame(&mut self, ui: &mut Ui) {
        // A kiosk runs for months.
        self.apply(Action::SetToday((self.clock)()));
        let actions = shell_ui(ui, &self.library, &self.words, &self.state);
        if !actions.is_empty() {
            // What was asked for shows in the next frame; nothing else would call for one.
            ui.ctx().request_repaint();
        }
        for action in actions {
            self.apply(action);
        }
        // After the frame: this one began in the old colors, and a mixture would flash.
        if self.applied_theme != self.state.theme {
            theme::apply(ui.ctx(), self.state.theme);
            self.applied_theme = self.state.theme;
        }
    }
}

/// Gives egui the fonts, the reader of drawings and the first theme. It must come before the first frame, which would
/// have no letters otherwise, and be laid out twice.
pub fn prepare(ctx: &Context) {
    theme::apply(ctx, Theme::default());
    theme::install_fonts(ctx);
    egui_extras::install_image_loaders(ctx);
}

/// Opens the viewer on the content at `origin` and stays until it is closed.
pub fn run(origin: Origin) -> ExitCode {
    let language = origin.language.clone();
    // The content is read while the window system and the graphics driver wake up, which takes longer.
    let loading = thread::spawn(move || load(&origin));
    let options = WindowOptions { title: "Careshelf".to_owned() };
    let result = window::run(&options, |ctx| {
        let loaded =
            loading.join().unwrap_or_else(|_| load(&Origin { language: language.clone(), ..Origin::default() }));
        for problem in &loaded.library.problems {
            complain(&problem.to_string());
        }
        prepare(ctx);
        Box::new(App::new(loaded, || jiff::Zoned::now().date()))
    });
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&explain(&error));
            ExitCode::from(EXIT_MACHINE)
        }
    }
}

/// Says why there is no window, and what to do instead.
fn explain(error: &WindowError) -> String {
    let words = load(&Origin { language: "en".to_owned(), ..Origin::default() }).words;
    match error {
        WindowError::NoDisplay => words.text(Msg::NoDisplay),
        WindowError::Failed(reason) => words.with(Msg::NoWindow, &[("reason", reason.as_str().into())]),
    }
}
