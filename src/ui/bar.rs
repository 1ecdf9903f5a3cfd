//! The bar over every page: the clinic's name, what is asked for from everywhere, and the overdose button.

use egui::{Rect, Response, Role, Sense, Ui, UiBuilder, Vec2, pos2, vec2};

use super::View;
use super::admin_keys::touch_knocks;
use super::theme::{self, Look};
use super::views::{LanguageButton, is_cramped, language_button};
use super::widgets::{Button, ButtonKind, label_with, layout};
use crate::state::printing::Printing;
use crate::state::{Action, PrintAction, SearchAction, Sheet};
use crate::words::Msg;

/// Space between the parts of the bar.
const BAR_GAP: f32 = 12.0;

/// A way to hide the page in the one corner, search, the clinic's name, printing, the choice of text and colours, on a kiosk the end
/// of a visit, and the overdose button, which is always in the other corner.
pub(super) fn bar_ui(ui: &mut Ui, view: &View<'_>, title: &str, actions: &mut Vec<Action>) {
    let look = &view.look;
    let act_now = view.text(Msg::OverdoseNow);
    let danger = Button::new(&act_now, ButtonKind::Danger).icon("tab-overdose");
    let danger_width = danger.natural_width(ui, look);
    let room = ui.available_width() - danger_width - BAR_GAP;
    let mut quiet = quiet_buttons(view);
    let left_for_title = |ui: &Ui, quiet: &[Quiet]| room - width_of(ui, look, quiet);
    for words in Shown::ALL {
        quiet.iter_mut().for_each(|button| button.shown = words);
        if Title::new(ui, look, title, left_for_title(ui, &quiet)).is_at_ease(look) {
            break;
        }
    }
    // Printing stands under every page too, and gives way to the clinic's name.
    let every = quiet.clone();
    if !Title::new(ui, look, title, left_for_title(ui, &quiet)).is_whole() {
        quiet.retain(|button| !button.gives_way);
    }
    // Over a keyboard there may be room for one row. The way to hide the page goes last.
    while is_cramped(ui, view) && left_for_title(ui, &quiet) < 0.0 && 1 < quiet.len() {
        quiet.remove(1);
    }
    let is_whole_in = |width: f32| Title::new(ui, look, title, width).is_whole();
    let left = left_for_title(ui, &quiet);
    // A second row for the buttons is better than a page that does not say whose it is.
    let is_in_one_row = 0.0 <= left && (is_whole_in(left) || !is_whole_in(room) || is_cramped(ui, view));
    let title_width = if is_in_one_row { left_for_title(ui, &quiet) } else { room };
    let title = Title::new(ui, look, title, title_width.max(0.0));

    let mut upper = Row::begin(ui, title.height.max(danger.own_height(look)));
    let (first, rest) = quiet.split_at(usize::from(is_in_one_row));
    first.iter().for_each(|button| upper.quiet_ui(ui, look, button, actions));
    title_ui(ui, view, &title, &mut upper, title_width, actions);
    if is_in_one_row {
        rest.iter().for_each(|button| upper.quiet_ui(ui, look, button, actions));
    }
    if upper.show(ui, look, danger, danger_width).clicked() {
        actions.push(Action::ActNow);
    }
    if !is_in_one_row {
        // There is room for all of them again, perhaps, and for words.
        let fits = |shown, quiet: &mut [Quiet], ui: &Ui| {
            quiet.iter_mut().for_each(|button| button.shown = shown);
            width_of(ui, look, quiet) <= ui.available_width()
        };
        let mut all = every;
        if !is_cramped(ui, view) && fits(Shown::None, &mut all, ui) {
            quiet = all;
        }
        let _ = Shown::ALL.into_iter().any(|shown| fits(shown, &mut quiet, ui));
        let mut lower = Row::begin(ui, Button::height(look));
        quiet.iter().for_each(|button| lower.quiet_ui(ui, look, button, actions));
    }
}

/// A button of the bar that does not shout.
#[derive(Clone)]
struct Quiet {
    words: String,
    /// The code of the language of the words, where it is another one.
    language: Option<String>,
    icon: &'static str,
    /// Whether what it opens is open.
    is_open: bool,
    /// Which buttons of the bar have words.
    shown: Shown,
    /// Whether its icon alone says little, so that it keeps its words longer.
    needs_words: bool,
    /// Whether it goes where there is no room for all.
    gives_way: bool,
    action: Action,
}

/// Which buttons of the bar have words; the others only have their icon.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    All,
    Some,
    /// The names of languages alone: whoever looks for one reads nothing else here.
    Languages,
    None,
}

impl Shown {
    const ALL: [Self; 4] = [Self::All, Self::Some, Self::Languages, Self::None];
}

impl Quiet {
    fn button(&self) -> Button<'_> {
        let has_words = match self.shown {
            Shown::All => true,
            Shown::Some => self.needs_words,
            Shown::Languages => self.language.is_some(),
            Shown::None => false,
        };
        let words = if has_words { self.words.as_str() } else { "" };
        let button = Button::new(words, ButtonKind::Quiet).icon(self.icon).chosen(self.is_open, Role::Button);
        let button = button.name(&self.words);
        self.language.as_deref().map_or(button, |language| button.language(language))
    }
}

/// All of them, in reading order.
fn quiet_buttons(view: &View<'_>) -> Vec<Quiet> {
    let state = view.state;
    let button = |msg, icon, action| {
        let (words, shown) = (view.text(msg), Shown::All);
        Quiet { words, language: None, icon, is_open: false, shown, needs_words: false, gives_way: false, action }
    };
    let open_pages = if state.basket.is_empty() { PrintAction::OpenSection } else { PrintAction::OpenBasket };
    let mut all = vec![
        Quiet { needs_words: true, ..button(Msg::Hide, "ui-hide", Action::ToggleHidden) },
        Quiet {
            is_open: state.search.as_ref().is_some_and(|search| search.is_open),
            needs_words: true,
            ..button(Msg::Search, "ui-search", Action::Search(SearchAction::Open))
        },
        Quiet {
            words: print_words(view),
            is_open: state.printing.is_some(),
            gives_way: true,
            ..button(Msg::Print, "ui-print", Action::Print(open_pages))
        },
        Quiet { is_open: state.sheet == Some(Sheet::Look), ..button(Msg::LookAndSize, "ui-theme", Action::ToggleLook) },
    ];
    if let Some(LanguageButton { words, language, is_open, action }) = language_button(view) {
        let (words, language) = (words.to_owned(), Some(language.to_owned()));
        let button = button(Msg::Language, "ui-language", action);
        all.push(Quiet { words, language, is_open, needs_words: true, ..button });
    }
    // Whoever waits for pages is not done.
    if view.library.site.is_kiosk && !state.printing.as_ref().is_some_and(Printing::is_busy) {
        all.push(Quiet { needs_words: true, ..button(Msg::Done, "ui-check", Action::EndVisit) });
    }
    all
}

/// "Print", with how many pages were gathered for it.
fn print_words(view: &View<'_>) -> String {
    match view.state.basket.len() {
        0 => view.text(Msg::Print),
        count => view.words.with(Msg::PrintMore, &[("count", count.into())]),
    }
}

/// The width of the buttons with a gap after each.
fn width_of(ui: &Ui, look: &Look, buttons: &[Quiet]) -> f32 {
    buttons.iter().map(|button| button.button().natural_width(ui, look) + BAR_GAP).sum()
}

/// A row of the bar, filled from the left.
struct Row {
    rect: Rect,
    left_edge: f32,
}

impl Row {
    fn begin(ui: &mut Ui, height: f32) -> Self {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        Self { rect, left_edge: rect.min.x }
    }

    /// The next place, in the middle of the row's height.
    fn place(&mut self, width: f32, height: f32) -> Rect {
        let corner = pos2(self.left_edge, self.rect.center().y - height / 2.0);
        self.left_edge += width + BAR_GAP;
        Rect::from_min_size(corner, Vec2::new(width, height))
    }

    fn quiet_ui(&mut self, ui: &mut Ui, look: &Look, button: &Quiet, actions: &mut Vec<Action>) {
        let shown = button.button();
        if self.show(ui, look, shown, shown.natural_width(ui, look)).clicked() {
            actions.push(button.action.clone());
        }
    }

    fn show(&mut self, ui: &mut Ui, look: &Look, button: Button<'_>, width: f32) -> Response {
        let place = self.place(width, button.height_in(ui, look, width));
        ui.scope_builder(UiBuilder::new().max_rect(place), |ui| button.show(ui, look)).inner
    }
}

/// The clinic's name in the room that there is.
struct Title<'t> {
    words: &'t str,
    /// Nothing if it would fall into pieces: that helps nobody, the window has it too, and the buttons need their room.
    height: f32,
}

impl<'t> Title<'t> {
    fn new(ui: &Ui, look: &Look, words: &'t str, width: f32) -> Self {
        let size =
            |text: &str, width: f32| layout(ui, text, theme::bold(look.scale.chrome), look.tokens.ink, width).size();
        let fits = words.split(' ').all(|word| size(word, f32::INFINITY).x <= width);
        Self { words, height: if fits { size(words, width).y } else { 0.0 } }
    }

    fn is_whole(&self) -> bool {
        0.0 < self.height
    }

    /// Whether it is whole in two lines at most.
    fn is_at_ease(&self, look: &Look) -> bool {
        self.is_whole() && self.height <= 2.5 * look.scale.line_height(look.scale.chrome)
    }
}

/// The clinic's name. On a kiosk it is also where fingers knock that look for the administrator's panel.
fn title_ui(ui: &mut Ui, view: &View<'_>, title: &Title<'_>, row: &mut Row, width: f32, actions: &mut Vec<Action>) {
    let place = row.place(width, title.height);
    if title.is_whole() {
        ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
            label_with(ui, title.words, theme::bold(view.look.scale.chrome), view.look.tokens.ink)
        });
    }
    if view.library.site.is_kiosk {
        actions.extend(touch_knocks(ui, Rect::from_x_y_ranges(place.x_range(), row.rect.y_range())));
    }
}
