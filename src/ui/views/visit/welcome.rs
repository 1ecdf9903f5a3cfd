//! What a kiosk shows while nobody is there: whose it is, how to begin, what to do in an overdose, and where naloxone is.

use std::time::Duration;

use egui::{CentralPanel, Frame, Id, Margin, Rect, ScrollArea, Sense, Ui, UiBuilder, Vec2, vec2};

use super::{column, enlarged, place_name};
use crate::state::{Action, Moment};
use crate::ui::View;
use crate::ui::theme;
use crate::ui::widgets::{Button, ButtonKind, Scrolled, guide_the_keyboard, heading_centred, label_centred, scrolled};
use crate::words::Msg;

/// So long everything stays in its place: seldom enough to rest, often enough that nothing burns into the screen.
const REST: Duration = Duration::from_mins(1);

/// The places that it takes in turn, in parts of the way that it may go.
const PLACES: [Vec2; 8] = [
    vec2(0.0, 0.0),
    vec2(0.5, 1.0),
    vec2(1.0, 0.25),
    vec2(0.25, 0.75),
    vec2(0.75, 0.0),
    vec2(0.0, 0.5),
    vec2(1.0, 1.0),
    vec2(0.5, 0.25),
];

/// So far it goes, in points; wider than the strokes of its letters.
const WAY: Vec2 = vec2(48.0, 40.0);

/// Welcomes somebody. Wherever it is touched a visit begins, but for the overdose button.
pub(crate) fn welcome_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let window = ui.available_size();
    let look = enlarged(view, window);
    let large = View { look, ..*view };
    wake_at_the_next_place(ui, view.state.now);
    CentralPanel::default().frame(Frame::new()).show(ui, |ui| {
        let all = ui.available_rect_before_wrap();
        let ground = ui.interact(all, Id::unique("welcome"), Sense::CLICK);
        if ground.clicked() {
            actions.push(Action::BeginVisit);
        }
        let margin = Margin::symmetric(24, 16);
        ui.scope_builder(UiBuilder::new().max_rect(moved(all - margin, view.state.now)), |ui| {
            scrolled(ui, ScrollArea::vertical().auto_shrink(false), "welcome", Scrolled::Text, |ui| {
                // In the middle, where there is room; the height is that of the frame before.
                let id = Id::unique("welcome height");
                let height = ui.data(|data| data.get_temp(id)).unwrap_or(0.0_f32);
                ui.add_space(((ui.available_height() - height) / 2.0).max(0.0));
                let top = ui.cursor().min.y;
                words_ui(ui, &large, actions);
                let new_height = ui.cursor().min.y - top;
                ui.data_mut(|data| data.insert_temp(id, new_height));
                if 0.5 < (new_height - height).abs() {
                    ui.ctx().request_discard("the height of the welcome is known now");
                }
            });
        });
    });
}

fn words_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let (look, tokens) = (&view.look, &view.look.tokens);
    let gap = look.scale.body;
    heading_centred(ui, look, &place_name(view), 1);
    label_centred(ui, &view.text(Msg::WelcomeAbout), theme::regular(look.scale.body), tokens.muted);
    ui.add_space(gap);
    column(ui, look, |ui| {
        begin_ui(ui, view, actions);
        let act_now = view.text(Msg::OverdoseNow);
        if Button::new(&act_now, ButtonKind::Danger).icon("tab-overdose").big().show(ui, look).clicked() {
            actions.push(Action::ActNow);
        }
    });
    ui.add_space(gap);
    if let Some(place) = &view.library.site.naloxone_location {
        let words = format!("{}: {place}", view.text(Msg::HereNaloxone));
        label_centred(ui, &words, theme::bold(look.scale.body), tokens.ink);
    }
}

/// How to begin, in each language. Whoever touches another place begins in the language that is there first.
fn begin_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    for (at, language) in view.library.languages.all.iter().enumerate() {
        let begin = Button::new(&language.welcome, ButtonKind::Primary).icon("ui-touch").language(&language.id).big();
        let begin = begin.show(ui, &view.look);
        if begin.clicked() {
            actions.extend([Action::SetLanguage(language.id.clone()), Action::BeginVisit]);
        }
        if at == 0 {
            guide_the_keyboard(ui, "cover", Id::unique("welcome begins"), &begin);
        }
        ui.add_space(view.look.scale.body * 0.5);
    }
}

/// `room`, smaller by the way that everything goes, and moved by the part of it that is due.
fn moved(room: Rect, now: Moment) -> Rect {
    let turn = (now.since(Moment::default()).as_secs() / REST.as_secs()) as usize % PLACES.len();
    let way = WAY.min(room.size() * 0.08);
    Rect::from_min_size(room.min + way * PLACES[turn], room.size() - way)
}

fn wake_at_the_next_place(ui: &Ui, now: Moment) {
    let nanos = REST.as_nanos() - now.since(Moment::default()).as_nanos() % REST.as_nanos();
    ui.ctx().request_repaint_after(Duration::from_nanos(u64::try_from(nanos).unwrap_or(0)) + Duration::from_millis(2));
}
