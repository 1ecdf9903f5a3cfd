//! The program with a window: loads the content, keeps the state, and gives every frame its day.

mod admin_desk;
mod arrival;
mod clock;
mod editing;
mod emergency_file;
mod errand;
mod health;
mod language_desk;
mod lasting;
mod open;
mod print_desk;
mod print_images;
mod print_room;
mod print_worker;
mod rest;
mod rhythm_sound;
mod safe;
mod save_pages;
mod search_desk;
mod start;
mod starts;
mod touch;
mod warning_sound;
mod watchdog;

pub use clock::Clock;
pub use open::{draw, prepare, run};
pub use safe::SafePage;
pub use start::Start;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use egui::{Context, Ui};

use self::admin_desk::AdminDesk;
use self::editing::Editing;
use self::emergency_file::EmergencyFile;
use self::language_desk::LanguageDesk;
use self::print_room::{Places, PrintRoom};
use self::rest::Rest;
use self::rhythm_sound::RhythmSound;
use self::search_desk::SearchDesk;
use self::touch::TouchWatch;
use self::warning_sound::WarningSound;
use crate::content::Loaded;
use crate::model::library::Library;
use crate::printer::Spooler;
use crate::state::{Action, AppState, GuideAction, Theme, update};
use crate::ui::{key_actions, shell_ui, theme};
use crate::words::Words;

/// The viewer: what there is to read, and what the reader has set.
pub struct App {
    library: Arc<Library>,
    words: Arc<Words>,
    /// Brings both in another language.
    language_desk: LanguageDesk,
    /// Shows what is saved while somebody writes content.
    editing: Option<Editing>,
    state: AppState,
    clock: Clock,
    /// What egui was last told about colours.
    applied_theme: Theme,
    /// What is not in the library yet.
    rest: Rest,
    /// Where an emergency outlasts a crash.
    emergency_file: Option<EmergencyFile>,
    /// What the guide lets hear, where there is a window.
    sound: Option<RhythmSound>,
    /// What happens about paper.
    print_room: PrintRoom,
    /// What somebody looks for.
    search_desk: SearchDesk,
    /// Whether somebody is there.
    touch: TouchWatch,
    /// What is heard before a visit ends by itself.
    warning_sound: WarningSound,
    /// How many ended visits the window has forgotten.
    forgotten_visits: u64,
    /// What happens behind the administrator's panel.
    admin_desk: AdminDesk,
}

impl App {
    /// A viewer on a fresh start.
    pub fn new(loaded: Loaded, clock: Clock) -> Self {
        let Loaded { library, words } = loaded;
        let mut state = AppState::new(&library, clock.today());
        update(&mut state, &library, Action::SetNow(clock.now()));
        Self {
            library: Arc::new(library),
            words: Arc::new(words),
            language_desk: LanguageDesk::default(),
            editing: None,
            state,
            clock,
            applied_theme: Theme::default(),
            rest: Rest::Here,
            emergency_file: None,
            sound: None,
            print_room: PrintRoom::new(None),
            search_desk: SearchDesk::default(),
            touch: TouchWatch::default(),
            warning_sound: WarningSound::default(),
            forgotten_visits: 0,
            admin_desk: AdminDesk::closed(),
        }
    }

    /// A viewer that begins with the `first` screen. `rest` brings the whole library; it is called in a thread of its own,
    /// after the first frames.
    pub fn loading(first: Loaded, rest: impl FnOnce() -> Loaded + Send + 'static, clock: Clock) -> Self {
        Self { rest: Rest::later(rest), ..Self::new(first, clock) }
    }

    /// The viewer with another printing service, and another folder for files, than this machine's.
    #[must_use]
    pub fn printing_to(self, spooler: Spooler, folder: Option<PathBuf>) -> Self {
        Self { print_room: PrintRoom::new(Some(Places { spooler, folder })), ..self }
    }

    /// The viewer with an emergency that outlasts a crash: it goes on if the file at `path` has one, and is kept there.
    #[must_use]
    pub fn keeping_emergencies_at(self, path: PathBuf) -> Self {
        self.keeping_emergencies(EmergencyFile::at(path))
    }

    /// The viewer whose readers may choose another language: `load` reads the library in the language of a code.
    #[must_use]
    pub fn translated_by(self, load: impl Fn(&str) -> Loaded + Send + Sync + 'static) -> Self {
        Self { language_desk: LanguageDesk::reading_by(Arc::new(load)), ..self }
    }

    /// The viewer while somebody writes the content in the folder `content`, and the site file at `site`: what is saved shows
    /// at once. `load` reads the library in the language of a code, and `load_every` in all of them.
    #[must_use]
    pub fn edited_in(
        self,
        content: &Path,
        site: Option<&Path>,
        load: impl Fn(&str) -> Loaded + Send + Sync + 'static,
        load_every: impl Fn() -> Vec<Loaded> + Send + Sync + 'static,
    ) -> Self {
        Self { editing: Some(Editing::of(content, site, Arc::new(load), Arc::new(load_every))), ..self }
    }

    fn keeping_emergencies(mut self, file: Option<EmergencyFile>) -> Self {
        let kept = file.as_ref().and_then(EmergencyFile::read);
        self.emergency_file = file;
        if let Some((kept, away)) = kept {
            self.apply(Action::Guide(GuideAction::Resume(kept, away)));
        }
        self
    }

    /// What is on screen.
    pub fn state(&self) -> &AppState {
        &self.state
    }

    /// Whether the page that a reader wants to print is there to be seen.
    pub fn is_page_shown(&self) -> bool {
        self.print_room.pictures(&self.state).page.is_some()
    }

    /// What there is to read.
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// Does what a reader asked for.
    pub fn apply(&mut self, action: Action) {
        update(&mut self.state, &self.library, action);
    }

    /// Draws a frame and does what the reader asks for in it.
    pub fn frame(&mut self, ui: &mut Ui) {
        self.receive_library(ui.ctx());
        // A kiosk runs for months.
        self.apply(Action::SetToday(self.clock.today()));
        let now = self.clock.now();
        let touch = self.touch.since_last_frame(ui.ctx());
        let is_asked_whether_there = self.state.warning_left(&self.library).is_some();
        if touch.is_any() && !is_asked_whether_there {
            self.apply(Action::Touch(now));
        }
        self.apply(Action::SetNow(now));
        for action in key_actions(ui.ctx(), &self.library, &self.state) {
            self.apply(action);
        }
        theme::fit_screen(ui.ctx(), self.library.site.screen);
        let pictures = self.print_room.pictures(&self.state);
        let actions = shell_ui(ui, &self.library, &self.words, &self.state, pictures);
        let mut is_asked = !actions.is_empty();
        for action in actions {
            self.apply(action);
        }
        if is_asked_whether_there && touch.is_answer() {
            // After what the answer touched: that may have been the end.
            self.apply(Action::Touch(now));
            is_asked = true;
        }
        self.forget_visits(ui.ctx());
        self.warning_sound.follow(&self.state, &self.library);
        if let Some(time) = self.state.until_visit_changes(&self.library) {
            ui.ctx().request_repaint_after(time + A_LITTLE_LATER);
        }
        self.follow_paper(ui.ctx());
        self.follow_search(ui.ctx());
        self.follow_admin(ui.ctx());
        if let Some(file) = &mut self.emergency_file
            && file.follow(self.state.emergency.as_ref(), self.state.now)
        {
            ui.ctx().request_repaint_after(emergency_file::NEXT_TRY);
        }
        if let Some(emergency) = &self.state.emergency {
            ui.ctx().request_repaint_after(emergency.until_forgotten(self.state.now));
        }
        if let Some(sound) = &mut self.sound {
            let speaker = sound.follow(&self.state, &self.library, ui.ctx());
            self.apply(Action::SetSpeaker(speaker));
        }
        if self.applied_theme != self.state.theme {
            // After the frame: this one began in the old colors, and a mixture would flash.
            theme::apply(ui.ctx(), self.state.theme);
            self.applied_theme = self.state.theme;
            ui.ctx().request_repaint();
        } else if is_asked {
            // Drawn again before anybody sees it: what was asked for shows at once.
            ui.ctx().request_discard("a reader asked for something");
            if !ui.ctx().will_discard() {
                ui.ctx().request_repaint();
            }
        }
    }
}

/// A frame that comes a little too early would show what the one before it showed.
const A_LITTLE_LATER: Duration = Duration::from_millis(2);

impl App {
    /// Lets the window forget what it remembers of a visit that ended: how far pages were scrolled, what was written.
    fn forget_visits(&mut self, ctx: &Context) {
        if self.forgotten_visits != self.state.ended_visits {
            self.forgotten_visits = self.state.ended_visits;
            ctx.memory_mut(|memory| {
                memory.data.clear();
                memory.stop_text_input();
            });
            ctx.request_repaint();
        }
    }

    /// Looks for what is asked for, and shows at once what was found.
    fn follow_search(&mut self, ctx: &Context) {
        let news = self.search_desk.follow(&self.state, &self.library, ctx);
        if !news.is_empty() {
            ctx.request_repaint();
        }
        for action in news {
            self.apply(Action::Search(action));
        }
    }

    /// Does what is asked about paper, and shows at once what came of it.
    fn follow_paper(&mut self, ctx: &Context) {
        let news = self.print_room.follow(&self.state, &self.library, &self.words, self.language_desk.load(), ctx);
        if !news.is_empty() {
            ctx.request_repaint();
        }
        for action in news {
            self.apply(Action::Print(action));
        }
    }
}
