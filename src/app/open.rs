//! Opens the viewer's window: on which content, with which painter, and what is said where there is none.

use std::panic::catch_unwind;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use egui::Context;

use super::admin_desk::AdminDesk;
use super::emergency_file::EmergencyFile;
use super::lasting::Stamp;
use super::rhythm_sound::RhythmSound;
use super::starts::Starts;
use super::{App, Clock, Start, safe, watchdog};
use crate::content::{Origin, load, load_chosen, load_every, load_first, renderer_of_site};
use crate::model::id::SectionId;
use crate::model::site;
use crate::report::{EXIT_LEFT, EXIT_MACHINE, complain};
use crate::state::Theme;
use crate::timings;
use crate::ui::{hear_key_by_key, theme};
use crate::window::{self, Draw, Renderer, WindowError, WindowOptions};
use crate::words::Msg;

/// Gives egui the fonts, the reader of drawings, the first theme and the order of keys. It must come before the first frame,
/// which would have no letters otherwise, and be laid out twice.
pub fn prepare(ctx: &Context) {
    theme::apply(ctx, Theme::default());
    theme::install_fonts(ctx);
    egui_extras::install_image_loaders(ctx);
    hear_key_by_key(ctx);
}

/// The first frame's fonts and colours, then all frames of `app`.
pub fn draw(ctx: &Context, mut app: App) -> Draw {
    prepare(ctx);
    theme::apply(ctx, app.state.theme);
    app.applied_theme = app.state.theme;
    Box::new(move |ui| app.frame(ui))
}

/// Opens the viewer on the content at `origin` and stays until it is closed. `renderer` is what the command line asks for.
/// `--kiosk` locks the window, which after too many crashes shows only the safe page. A site file alone does not: it must
/// not lock somebody out who tries it at a desk.
pub fn run(origin: Origin, start: Start, renderer: Option<&str>) -> ExitCode {
    let is_locked = origin.is_kiosk;
    let starts = is_locked.then(Starts::usual).flatten();
    let danger = starts.as_ref().and_then(|starts| starts.note(&Stamp::now()));
    let renderer = if danger.is_some() { Renderer::Cpu } else { choose_renderer(renderer, &origin) };
    if is_locked && renderer == Renderer::Gpu {
        complain("careshelf: a kiosk is painted on the processor; the graphics driver is left alone");
    }
    let (title, pulse) = ("Careshelf".to_owned(), is_locked.then(watchdog::pulse).flatten());
    let options = WindowOptions { title, renderer, mark: timings::mark, is_locked, pulse };
    let has_left = Arc::new(AtomicBool::new(false));
    let leaving = Arc::clone(&has_left);
    let languages = Origin { content_dir: None, site_path: None, ..origin.clone() };
    let result = window::run(options, move |ctx| {
        if let Some(danger) = danger {
            return safe::draw(ctx, &origin, danger);
        }
        let mut app = begin(origin, start.section.as_ref());
        app.admin_desk.tell_leaving(leaving);
        timings::mark("content of the first screen");
        if let Err(message) = start.apply(&mut app) {
            complain(&message);
        }
        let draw = draw(ctx, app);
        timings::mark("fonts and colors named");
        draw
    });
    if let Some(starts) = starts {
        starts.end(&result);
    }
    match result {
        Ok(()) if has_left.load(Ordering::Relaxed) => ExitCode::from(EXIT_LEFT),
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&explain(&error, &languages));
            ExitCode::from(EXIT_MACHINE)
        }
    }
}

/// A viewer on the first screen's content, with the rest to come; or on all of it, if `section` is not on that screen.
fn begin(origin: Origin, section: Option<&SectionId>) -> App {
    // Content that makes the loader fail must not take the window with it.
    let bundled = Origin { content_dir: None, site_path: None, ..origin.clone() };
    let first = catch_unwind(|| load_first(&origin)).unwrap_or_else(|_| load_first(&bundled));
    let is_on_first_screen = section.is_none_or(|section| first.library.section(section).is_some());
    let admin_desk = AdminDesk::of_machine(&origin);
    let (other_origin, edited_origin) = (origin.clone(), origin.clone());
    let all = move || {
        let loaded = catch_unwind(|| load(&origin)).unwrap_or_else(|_| load(&bundled));
        loaded.library.problems.iter().for_each(|problem| complain(&problem.to_string()));
        loaded
    };
    let clock = Clock::of_machine();
    let in_language = move |language: &str| load_chosen(&other_origin, language);
    let app = if is_on_first_screen { App::loading(first, all, clock) } else { App::new(all(), clock) };
    let app = edited(app.translated_by(in_language), edited_origin);
    App { sound: Some(RhythmSound::default()), admin_desk, ..app.keeping_emergencies(EmergencyFile::usual()) }
}

/// Whoever writes content sees it at once. On a kiosk nobody does, and a problem there is nothing for a stranger.
fn edited(app: App, origin: Origin) -> App {
    match origin.content_dir.clone().filter(|_| !app.library.site.is_kiosk) {
        Some(dir) => {
            let site = origin.site_path.clone();
            let every = origin.clone();
            let load = move |language: &str| load_chosen(&origin, language);
            app.edited_in(&dir, site.as_deref(), load, move || load_every(&every))
        }
        None => app,
    }
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

/// Says why there is no window, and what to do instead, in the language that the bundled content has of `languages`.
fn explain(error: &WindowError, languages: &Origin) -> String {
    let words = load_first(languages).words;
    match error {
        WindowError::NoDisplay => words.text(Msg::NoDisplay),
        WindowError::Failed(reason) | WindowError::Painter(reason) => {
            words.with(Msg::NoWindow, &[("reason", reason.as_str().into())])
        }
    }
}
