//! A reader's visit without a window: the whole viewer, seen and touched through the accessibility tree.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use careshelf::app::{self, App, Clock};
use careshelf::content::{Loaded, Origin, SiteText, assemble, bundled_files, load, load_chosen, load_every};
use careshelf::model::id::{CardId, SectionId};
use careshelf::model::library::Library;
use careshelf::pin::files::PinFiles;
use careshelf::pin::tries::Stamp;
use careshelf::printer::Spooler;
use careshelf::state::emergency::Emergency;
use careshelf::state::{Action, AppState, GuideAction, Moment};

use egui::accesskit::{self, Role};
use egui::{Event, Key, Modifiers, Rect, Vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, Node};
use jiff::civil::{Date, date};

use crate::pictures::Pictures;

/// The day of every visit: a little after the bundled content was checked.
pub const TODAY: Date = date(2026, 11, 25);

/// A visit.
pub struct Visit {
    harness: Harness<'static, App>,
    time: Time,
}

/// A clock that a test moves.
#[derive(Clone, Default)]
pub struct Time(Arc<Mutex<Duration>>);

impl Time {
    /// The clocks of a machine on which nothing passes by itself.
    pub fn clock(&self, today: impl Fn() -> Date + Send + 'static) -> Clock {
        let time = self.0.clone();
        Clock::new(today, move || Moment::new(*time.lock().unwrap()))
    }

    /// Lets time pass.
    pub fn pass(&self, time: Duration) {
        *self.0.lock().unwrap() += time;
    }
}

/// The bundled English library, for a place without a site file.
pub fn bundled() -> Loaded {
    assemble(&bundled_files(), "en", None)
}

/// The bundled English library, for the place that `site` describes.
pub fn bundled_for(site: &str) -> Loaded {
    assemble(&bundled_files(), "en", Some(SiteText { name: "site.ron", text: site }))
}

impl Visit {
    /// A visit to the bundled library in a window of `size` points.
    pub fn new(size: impl Into<Vec2>) -> Self {
        Self::to(bundled(), size)
    }

    /// A visit to `loaded`.
    pub fn to(loaded: Loaded, size: impl Into<Vec2>) -> Self {
        Self::on(TODAY, loaded, size)
    }

    /// A visit to `loaded` on the day `today`.
    pub fn on(today: Date, loaded: Loaded, size: impl Into<Vec2>) -> Self {
        Self::with_clock(move || today, loaded, size)
    }

    /// A visit to `loaded` while `clock` says which day it is.
    pub fn with_clock(clock: impl Fn() -> Date + Send + 'static, loaded: Loaded, size: impl Into<Vec2>) -> Self {
        let time = Time::default();
        let app = App::new(loaded, time.clock(clock)).printing_to(Spooler::at("/nonexistent"), None);
        Self::opened(app, time, size).settled()
    }

    /// A visit to `loaded` at a machine whose pages go to `spooler`, or into files in `folder`.
    pub fn printing_to(spooler: Spooler, folder: Option<PathBuf>, loaded: Loaded, size: impl Into<Vec2>) -> Self {
        let time = Time::default();
        let app = App::new(loaded, time.clock(|| TODAY)).printing_to(spooler, folder);
        Self::opened(app, time, size).settled()
    }

    /// A visit to `loaded` whose readers may choose another language, in which `load` reads the library.
    pub fn translated(
        loaded: Loaded,
        load: impl Fn(&str) -> Loaded + Send + Sync + 'static,
        size: impl Into<Vec2>,
    ) -> Self {
        let time = Time::default();
        let app = App::new(loaded, time.clock(|| TODAY)).printing_to(Spooler::at("/nonexistent"), None);
        Self::opened(app.translated_by(load), time, size).settled()
    }

    /// A visit to the content in the folder `dir` while somebody writes it.
    pub fn edited_in(dir: &Path, size: impl Into<Vec2>) -> Self {
        let origin = Origin { content_dir: Some(dir.to_owned()), language: Some("en".to_owned()), ..Origin::default() };
        let time = Time::default();
        // No text is from a day to come.
        let clock = time.clock(|| date(2026, 12, 1));
        let app = App::new(load(&origin), clock).printing_to(Spooler::at("/nonexistent"), None);
        let app = app.edited_in(
            dir,
            None,
            {
                let origin = origin.clone();
                move |language: &str| load_chosen(&origin, language)
            },
            move || load_every(&origin),
        );
        Self::opened(app, time, size).settled()
    }

    /// Goes on until `is_so`: something happens in another thread.
    #[track_caller]
    pub fn until(&mut self, what: &str, is_so: impl Fn(&mut Self) -> bool) -> &mut Self {
        let begin = Instant::now();
        while !is_so(self) {
            assert!(begin.elapsed() < Duration::from_mins(1), "it never came that {what}\n{}", self.words());
            std::thread::sleep(Duration::from_millis(5));
            self.settle();
        }
        self
    }

    /// A visit to the bundled library that keeps an emergency in the file at `path`.
    pub fn keeping_emergencies_at(path: PathBuf, size: impl Into<Vec2>) -> Self {
        let time = Time::default();
        time.pass(Duration::from_hours(48));
        let app = App::new(bundled(), time.clock(|| TODAY)).keeping_emergencies_at(path);
        Self::opened(app, time, size).settled()
    }

    /// A visit to `loaded` at a machine whose administrator's PIN is in `files`. It was started for the `boot`th time, and its
    /// `time` goes on where the visit before it ended.
    pub fn guarded(loaded: Loaded, files: PinFiles, time: &Time, boot: u32, size: impl Into<Vec2>) -> Self {
        let counter = time.clone();
        let stamp = move || Stamp { since_boot: *counter.0.lock().unwrap(), boot: boot.to_string() };
        let app = App::new(loaded, time.clock(|| TODAY)).printing_to(Spooler::at("/nonexistent"), None);
        Self::opened(app.guarded_by(files, stamp), time.clone(), size).settled()
    }

    fn settled(mut self) -> Self {
        self.settle();
        self
    }

    /// The first frame of a visit that begins with the `first` screen while `rest` is still to be read.
    pub fn loading(first: Loaded, rest: impl FnOnce() -> Loaded + Send + 'static, size: impl Into<Vec2>) -> Self {
        let time = Time::default();
        let app = App::loading(first, rest, time.clock(|| TODAY));
        Self::opened(app, time, size)
    }

    fn opened(app: App, time: Time, size: impl Into<Vec2>) -> Self {
        let harness = Harness::builder()
            .with_size(size)
            .with_max_steps(12)
            .renderer(Pictures::default())
            .with_context_setup(app::prepare)
            .build_ui_state(|ui, app: &mut App| app.frame(ui), app);
        Self { harness, time }
    }

    /// What there is to read.
    pub fn library(&self) -> &Library {
        self.harness.state().library()
    }

    /// Goes on until nothing changes any more. A new page draws what is out of sight a moment after what is in sight.
    fn settle(&mut self) {
        // A rhythm never comes to rest; on this clock it does not move either.
        let _ = self.harness.try_run();
        self.harness.step();
        let _ = self.harness.try_run();
    }

    /// Lets time pass, all at once.
    pub fn pass(&mut self, time: Duration) -> &mut Self {
        self.time.pass(time);
        self.settle();
        self
    }

    /// A reader takes a moment for everything; a second touch at the same time would be a slip of the finger.
    pub fn take_a_moment(&mut self) {
        self.time.pass(Duration::from_millis(500));
    }

    /// The emergency under way.
    pub fn emergency(&self) -> &Emergency {
        self.state().emergency.as_ref().expect("an emergency is under way")
    }

    /// The id of the guide's card on screen; none if the guide is not open.
    pub fn card(&self) -> Option<String> {
        self.state().open_guide()?.card(self.library()).map(|card| card.id.to_string())
    }

    /// Opens the guide on the card `id`.
    pub fn open_card(&mut self, id: &str) -> &mut Self {
        self.act(Action::ActNow).act(Action::Guide(GuideAction::GoTo(CardId::from(id))))
    }

    pub fn state(&self) -> &AppState {
        self.harness.state().state()
    }

    /// The whole window, in points.
    pub fn window(&self) -> Rect {
        self.harness.ctx.content_rect()
    }

    pub fn harness(&self) -> &Harness<'static, App> {
        &self.harness
    }

    /// The id of the section on screen.
    pub fn section(&self) -> String {
        self.state().route.as_ref().expect("a section is open").section.to_string()
    }

    /// The id of the topic on screen.
    pub fn topic(&self) -> String {
        self.state().route.as_ref().expect("a topic is open").topic.to_string()
    }

    /// Every section id of the library.
    pub fn all_sections(&self) -> Vec<SectionId> {
        self.harness.state().library().sections().map(|(_, section)| section.id.clone()).collect()
    }

    /// Presses the first of what a screen reader calls `name`.
    pub fn press(&mut self, role: Role, name: &str) -> &mut Self {
        self.take_a_moment();
        let found = self.nodes().find(|node| role_of(node) == role && name_of(node) == name);
        found.unwrap_or_else(|| panic!("no {role:?} is called {name:?}")).click_accesskit();
        self.settle();
        self
    }

    /// Presses the first of what a screen reader gives a name that begins with `start`.
    pub fn press_first(&mut self, role: Role, start: &str) -> &mut Self {
        self.take_a_moment();
        let found = self.nodes().find(|node| role_of(node) == role && name_of(node).starts_with(start));
        found.unwrap_or_else(|| panic!("no {role:?} begins with {start:?}")).click_accesskit();
        self.settle();
        self
    }

    /// Touches the middle of what is called `name`, as a finger or mouse would.
    pub fn touch(&mut self, role: Role, name: &str) -> &mut Self {
        self.take_a_moment();
        self.harness.get_by_role_and_label(role, name).click();
        self.settle();
        self
    }

    /// Touches this point.
    pub fn touch_at(&mut self, at: [f32; 2]) -> &mut Self {
        self.take_a_moment();
        let at = egui::pos2(at[0], at[1]);
        self.harness.hover_at(at);
        for pressed in [true, false] {
            let (button, modifiers) = (egui::PointerButton::Primary, Modifiers::NONE);
            self.harness.event(egui::Event::PointerButton { pos: at, button, pressed, modifiers });
            self.harness.step();
        }
        self.settle();
        self
    }

    /// Presses Shift alone and lets it go, so often.
    pub fn tap_shift(&mut self, times: usize) -> &mut Self {
        for modifiers in [Modifiers::SHIFT, Modifiers::NONE].repeat(times) {
            self.harness.event(egui::Event::ModifiersChanged(modifiers));
            self.harness.step();
        }
        self.settle();
        self
    }

    /// Writes a capital letter.
    pub fn key_with_shift(&mut self, key: Key) -> &mut Self {
        self.key_with(Modifiers::SHIFT, key)
    }

    /// Presses `key` while Ctrl is held.
    pub fn key_with_ctrl(&mut self, key: Key) -> &mut Self {
        self.key_with(Modifiers::COMMAND | Modifiers::CTRL, key)
    }

    fn key_with(&mut self, modifiers: Modifiers, key: Key) -> &mut Self {
        self.take_a_moment();
        // The harness presses and lets go of them around it.
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
        self
    }

    /// How long the window rests now if nobody touches anything.
    pub fn next_frame_within(&self) -> Duration {
        self.harness.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay
    }

    /// Moves the keyboard to what is called `name`.
    pub fn focus(&mut self, role: Role, name: &str) -> &mut Self {
        self.harness.get_by_role_and_label(role, name).focus();
        self.settle();
        self
    }

    pub fn key(&mut self, key: Key) -> &mut Self {
        self.take_a_moment();
        self.harness.key_press(key);
        self.settle();
        self
    }

    /// Presses the keys while a frame is being drawn, so that all of them come with the next one. The last is held down so
    /// long that the keyboard repeats it so often.
    pub fn keys_at_once(&mut self, keys: &[Key], repeats: usize) -> &mut Self {
        self.take_a_moment();
        let event = |key, pressed, repeat| {
            let modifiers = Modifiers::NONE;
            Event::Key { key, physical_key: None, pressed, repeat, modifiers }
        };
        let events = &mut self.harness.input_mut().events;
        for (at, &key) in keys.iter().enumerate() {
            events.push(event(key, true, false));
            let held = if at + 1 == keys.len() { repeats } else { 0 };
            events.extend((0..held).map(|_| event(key, true, true)));
            events.push(event(key, false, false));
        }
        self.settle();
        self
    }

    /// Presses `key` and shows a single frame.
    pub fn key_for_one_frame(&mut self, key: Key) -> &mut Self {
        self.keys_for_one_frame(Modifiers::NONE, key)
    }

    /// The same with `modifiers` held down.
    pub fn keys_for_one_frame(&mut self, modifiers: Modifiers, key: Key) -> &mut Self {
        self.take_a_moment();
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.step();
        self
    }

    /// Holds `key` down so long that the keyboard repeats it so often.
    pub fn hold_key(&mut self, key: Key, repeats: usize) -> &mut Self {
        for repeat in [false].into_iter().chain(std::iter::repeat_n(true, repeats)) {
            let modifiers = egui::Modifiers::NONE;
            let event = egui::Event::Key { key, physical_key: None, pressed: true, repeat, modifiers };
            self.harness.event(event);
            self.pass(Duration::from_millis(400));
        }
        self
    }

    /// Gives the window another size, in points.
    pub fn resize(&mut self, size: impl Into<Vec2>) -> &mut Self {
        self.harness.set_size(size.into());
        self.settle();
        self
    }

    /// Something that the window hears.
    pub fn event(&mut self, event: egui::Event) -> &mut Self {
        self.take_a_moment();
        self.harness.event(event);
        self.settle();
        self
    }

    /// What the window is told to do in the frame after `event`.
    pub fn commands_after(&mut self, event: egui::Event) -> Vec<egui::OutputCommand> {
        self.harness.event(event);
        self.harness.step();
        self.harness.output().platform_output.commands.clone()
    }

    /// The screen as a picture.
    pub fn picture(&mut self) -> image::RgbaImage {
        self.harness.render().expect("a picture")
    }

    /// Does `action` as if something on screen had asked for it.
    pub fn act(&mut self, action: Action) -> &mut Self {
        self.harness.state_mut().apply(action);
        self.settle();
        self
    }

    /// Presses at `from`, moves to `to` in small steps, and lets go.
    pub fn drag(&mut self, from: [f32; 2], to: [f32; 2]) -> &mut Self {
        let (from, to) = (egui::pos2(from[0], from[1]), egui::pos2(to[0], to[1]));
        self.harness.drag_at(from);
        self.harness.step();
        for step in 1..=10 {
            self.harness.hover_at(from.lerp(to, step as f32 / 10.0));
            self.harness.step();
        }
        self.harness.drop_at(to);
        self.settle();
        self
    }

    /// Holds the pointer over `at`, as a mouse does.
    pub fn point_at(&mut self, at: egui::Pos2) -> &mut Self {
        self.harness.hover_at(at);
        self.settle();
        self
    }

    /// Does `action` and shows a single frame.
    pub fn act_for_one_frame(&mut self, action: Action) -> &mut Self {
        self.harness.state_mut().apply(action);
        self.harness.step();
        self
    }

    /// Lets time pass and shows a single frame.
    pub fn pass_for_one_frame(&mut self, time: Duration) -> &mut Self {
        self.time.pass(time);
        self.harness.step();
        self
    }

    /// Compares the screen with the picture `tests/snapshots/NAME.png`.
    pub fn look(&mut self, name: &str) -> &mut Self {
        self.harness.snapshot(name);
        self
    }

    /// Goes on as if the reader did nothing.
    pub fn wait(&mut self) -> &mut Self {
        self.settle();
        self
    }

    /// Everything in the accessibility tree, in reading order.
    pub fn nodes(&self) -> impl Iterator<Item = Node<'_>> {
        self.harness.root().children_recursive()
    }

    /// Whether something is called exactly `name`.
    pub fn has(&self, name: &str) -> bool {
        self.nodes().any(|node| name_of(&node) == name)
    }

    /// All words on screen, one thing a line.
    pub fn words(&self) -> String {
        self.nodes().map(|node| name_of(&node)).filter(|name| !name.is_empty()).collect::<Vec<_>>().join("\n")
    }

    /// Where the thing called `name` stands.
    pub fn rect(&self, role: Role, name: &str) -> Rect {
        self.harness.get_by_role_and_label(role, name).rect()
    }

    /// Everything that can be pressed: its role, its name, where it stands.
    pub fn targets(&self) -> Vec<(Role, String, Rect)> {
        let can_be_pressed = |node: &Node<'_>| {
            node.accesskit_node().data().supports_action(accesskit::Action::Click)
                || matches!(role_of(node), Role::Button | Role::Tab | Role::RadioButton)
        };
        self.nodes().filter(can_be_pressed).map(|node| (role_of(&node), name_of(&node), node.rect())).collect()
    }
}

/// What a screen reader calls `node`.
pub fn name_of(node: &Node<'_>) -> String {
    let node = node.accesskit_node();
    node.label().or_else(|| node.value()).unwrap_or_default()
}

pub fn role_of(node: &Node<'_>) -> Role {
    node.accesskit_node().role()
}
