//! The program with a window: loads the content, keeps the state, and gives every frame its day.

mod rest;

use std::mem;
use std::panic::catch_unwind;
use std::process::ExitCode;

use egui::{Context, Ui};
use jiff::civil::Date;

use self::rest::{Arrival, Rest};
use crate::content::{Loaded, Origin, load, load_first, renderer_of_site};
use crate::model::id::SectionId;
use crate::model::library::Library;
use crate::model::site;
use crate::notes;
use crate::report::{EXIT_MACHINE, complain};
use crate::state::{Action, AppState, TextSize, Theme, update};
use crate::timings;
use crate::ui::{key_actions, shell_ui, theme};
use crate::window::{self, Draw, Renderer, WindowError, WindowOptions};
use crate::words::{Msg, Words};

/// The viewer: what there is to read, and what the reader has set.
pub struct App {
    library: Library,
    words: Words,
    state: AppState,
    /// Says which day it is.
    clock: Box<dyn Fn() -> Date + Send>,
    /// What egui was last told about colours.
    applied_theme: Theme,
    /// What is not in the library yet.
    rest: Rest,
}

impl App {
    /// A viewer on a fresh start; `clock` says which day it is.
    pub fn new(loaded: Loaded, clock: impl Fn() -> Date + Send + 'static) -> Self {
        let Loaded { library, words } = loaded;
        let state = AppState::new(&library, clock());
        let rest = Rest::Here;
        Self { library, words, state, clock: Box::new(clock), applied_theme: Theme::default(), rest }
    }

    /// A viewer that begins with the `first` screen. `rest` brings the whole library; it is called in a thread of its own,
    /// after the first frames.
    pub fn loading(
        first: Loaded,
        rest: impl FnOnce() -> Loaded + Send + 'static,
        clock: impl Fn() -> Date + Send + 'static,
    ) -> Self {
        Self { rest: Rest::later(rest), ..Self::new(first, clock) }
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

    /// Takes the whole library, if it came since the last frame.
    fn receive(&mut self, ctx: &Context) {
        match self.rest.poll(ctx) {
            None => return,
            Some(Arrival::Library(loaded)) => (self.library, self.words) = (loaded.library, loaded.words),
            Some(Arrival::Nothing) => self.library = mem::replace(&mut self.library, Library::new(vec![])).as_it_is(),
        }
        self.apply(Action::MeetWholeLibrary);
    }

    /// Draws a frame and does what the reader asks for in it.
    pub fn frame(&mut self, ui: &mut Ui) {
        self.receive(ui.ctx());
        // A kiosk runs for months.
        self.apply(Action::SetToday((self.clock)()));
        for action in key_actions(ui.ctx(), &self.library, &self.state) {
            self.apply(action);
        }
        let actions = shell_ui(ui, &self.library, &self.words, &self.state);
        let is_asked = !actions.is_empty();
        for action in actions {
            self.apply(action);
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

/// Gives egui the fonts, the reader of drawings and the first theme. It must come before the first frame, which would
/// have no letters otherwise, and be laid out twice.
pub fn prepare(ctx: &Context) {
    theme::apply(ctx, Theme::default());
    theme::install_fonts(ctx);
    egui_extras::install_image_loaders(ctx);
}

/// What the viewer shows first.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// The section to open; the overdose steps if there is none.
    pub section: Option<SectionId>,
    /// The colours.
    pub theme: Theme,
    /// The size of the text.
    pub text_size: TextSize,
}

impl Start {
    /// Shows it; what nobody wrote is not opened, and returned as a sentence that says so.
    ///
    /// # Errors
    /// If there is no such section.
    pub fn apply(&self, app: &mut App) -> Result<(), String> {
        app.apply(Action::SetTheme(self.theme));
        app.apply(Action::SetTextSize(self.text_size));
        let Some(section) = &self.section else { return Ok(()) };
        if app.library.section(section).is_none() {
            return Err(notes::no_such_section(&app.library, section.as_str(), &app.words));
        }
        app.apply(Action::OpenSection(section.clone()));
        Ok(())
    }
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
    let clock = || jiff::Zoned::now().date();
    // Content that makes the loader fail must not take the window with it.
    let bundled = Origin { language: origin.language.clone(), ..Origin::default() };
    let first = catch_unwind(|| load_first(&origin)).unwrap_or_else(|_| load_first(&bundled));
    let is_on_first_screen = section.is_none_or(|section| first.library.section(section).is_some());
    let all = move || {
        let loaded = catch_unwind(|| load(&origin)).unwrap_or_else(|_| load(&bundled));
        loaded.library.problems.iter().for_each(|problem| complain(&problem.to_string()));
        loaded
    };
    if is_on_first_screen { App::loading(first, all, clock) } else { App::new(all(), clock) }
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
