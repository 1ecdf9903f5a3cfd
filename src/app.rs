//! The program with a window: loads the content, keeps the state, and gives every frame its day.

mod clock;
mod emergency_file;
mod errand;
mod print_desk;
mod print_images;
mod print_room;
mod print_worker;
mod rest;
mod rhythm_sound;
mod save_pages;
mod start;

pub use clock::Clock;
pub use start::Start;

use std::mem;
use std::panic::catch_unwind;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use egui::{Context, Ui};

use self::emergency_file::EmergencyFile;
use self::print_room::{Places, PrintRoom};
use self::rest::{Arrival, Rest};
use self::rhythm_sound::RhythmSound;
use crate::content::{Loaded, Origin, load, load_first, renderer_of_site};
use crate::model::id::SectionId;
use crate::model::library::Library;
use crate::model::site;
use crate::printer::Spooler;
use crate::report::{EXIT_MACHINE, complain};
use crate::state::{Action, AppState, GuideAction, Theme, update};
use crate::timings;
use crate::ui::{key_actions, shell_ui, theme};
use crate::window::{self, Draw, Renderer, WindowError, WindowOptions};
use crate::words::{Msg, Words};

/// The viewer: what there is to read, and what the reader has set.
pub struct App {
    library: Arc<Library>,
    words: Arc<Words>,
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
            state,
            clock,
            applied_theme: Theme::default(),
            rest: Rest::Here,
            emergency_file: None,
            sound: None,
            print_room: PrintRoom::new(None),
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

    /// Takes the whole library, if it came since the last frame.
    fn receive(&mut self, ctx: &Context) {
        match self.rest.poll(ctx) {
            None => return,
            Some(Arrival::Library(loaded)) => {
                (self.library, self.words) = (Arc::new(loaded.library), Arc::new(loaded.words));
            }
            Some(Arrival::Nothing) => {
                let library = mem::replace(&mut self.library, Arc::new(Library::new(vec![])));
                self.library = Arc::new(Arc::unwrap_or_clone(library).as_it_is());
            }
        }
        self.apply(Action::MeetWholeLibrary);
    }

    /// Draws a frame and does what the reader asks for in it.
    pub fn frame(&mut self, ui: &mut Ui) {
        self.receive(ui.ctx());
        // A kiosk runs for months.
        self.apply(Action::SetToday(self.clock.today()));
        self.apply(Action::SetNow(self.clock.now()));
        for action in key_actions(ui.ctx(), &self.library, &self.state) {
            self.apply(action);
        }
        theme::fit_screen(ui.ctx(), self.library.site.screen);
        let pictures = self.print_room.pictures(&self.state);
        let actions = shell_ui(ui, &self.library, &self.words, &self.state, pictures);
        let is_asked = !actions.is_empty();
        for action in actions {
            self.apply(action);
        }
        self.follow_paper(ui.ctx());
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

impl App {
    /// Does what is asked about paper, and shows at once what came of it.
    fn follow_paper(&mut self, ctx: &Context) {
        let news = self.print_room.follow(&self.state, &self.library, &self.words, ctx);
        if !news.is_empty() {
            ctx.request_repaint();
        }
        for action in news {
            self.apply(Action::Print(action));
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

/// The first frame's fonts and colours, then all frames of `app`.
pub fn draw(ctx: &Context, mut app: App) -> Draw {
    prepare(ctx);
    theme::apply(ctx, app.state.theme);
    app.applied_theme = app.state.theme;
    Box::new(move |ui| app.frame(ui))
}

/// Opens the viewer on the content at `origin` and stays until it is closed. `renderer` is what the command line asks for.
pub fn run(origin: Origin, start: Start, renderer: Option<&str>) -> ExitCode {
    let renderer = choose_renderer(renderer, &origin);
    let options = WindowOptions { title: "Careshelf".to_owned(), renderer, mark: timings::mark };
    let result = window::run(&options, move |ctx| {
        let mut app = begin(origin, start.section.as_ref());
        timings::mark("content of the first screen");
        if let Err(message) = start.apply(&mut app) {
            complain(&message);
        }
        let draw = draw(ctx, app);
        timings::mark("fonts and colors named");
        draw
    });
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&explain(&error));
            ExitCode::from(EXIT_MACHINE)
        }
    }
}

/// A viewer on the first screen's content, with the rest to come; or on all of it, if `section` is not on that screen.
fn begin(origin: Origin, section: Option<&SectionId>) -> App {
    // Content that makes the loader fail must not take the window with it.
    let bundled = Origin { language: origin.language.clone(), ..Origin::default() };
    let first = catch_unwind(|| load_first(&origin)).unwrap_or_else(|_| load_first(&bundled));
    let is_on_first_screen = section.is_none_or(|section| first.library.section(section).is_some());
    let all = move || {
        let loaded = catch_unwind(|| load(&origin)).unwrap_or_else(|_| load(&bundled));
        loaded.library.problems.iter().for_each(|problem| complain(&problem.to_string()));
        loaded
    };
    let clock = Clock::of_machine();
    let app = if is_on_first_screen { App::loading(first, all, clock) } else { App::new(all(), clock) };
    App { sound: Some(RhythmSound::default()), ..app.keeping_emergencies(EmergencyFile::usual()) }
}

/// What paints the window: as the command line says, or the environment, or the site file, or as suits the machine.
fn choose_renderer(argument: Option<&str>, origin: &Origin) -> Renderer {
    let variable = std::env::var(window::ENVIRONMENT_VARIABLE).ok();
    let named = argument.or(variable.as_deref()).filter(|name| !name.is_empty());
    match named.map(str::parse) {
        Some(Ok(renderer)) => return renderer,
        Some(Err(())) => {
            let names = Renderer::NAMES.join(", ");
            complain(&format!("{}: expected one of {names}", window::ENVIRONMENT_VARIABLE));
        }
        None => (),
    }
    match renderer_of_site(origin) {
        Some(site::Renderer::Gpu) => Renderer::Gpu,
        Some(site::Renderer::Cpu) => Renderer::Cpu,
        Some(site::Renderer::Auto) | None => Renderer::Auto,
    }
}

/// Says why there is no window, and what to do instead.
fn explain(error: &WindowError) -> String {
    let words = load_first(&Origin { language: "en".to_owned(), ..Origin::default() }).words;
    match error {
        WindowError::NoDisplay => words.text(Msg::NoDisplay),
        WindowError::Failed(reason) | WindowError::Painter(reason) => {
            words.with(Msg::NoWindow, &[("reason", reason.as_str().into())])
        }
    }
}
