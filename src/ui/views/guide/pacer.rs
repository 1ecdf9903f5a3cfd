//! The rhythm of compressions and breaths: a drawing that moves with it, a large number, a word, and the sound.

use std::time::Duration;

use egui::{Align2, Rect, Role, Sense, Ui, WidgetInfo, vec2};

use super::{Scene, said};
use crate::state::emergency::{Beat, Cue, Pace};
use crate::state::{Action, GuideAction, Motion, Speaker, Volume};
use crate::ui::theme;
use crate::ui::widgets::{Button, choice_row, label, layout, plain_picture};
use crate::words::Msg;

/// The number fills this part of its line.
const NUMBER_SHARE: f32 = 0.72;
/// As wide as any two digits.
const WIDEST: &str = "00";

/// The chest is down for this part of a compression.
const DOWN_SHARE: f64 = 0.4;

/// Draws it `width` points wide, and asks for the next frame when the rhythm goes on.
pub(super) fn pacer_ui(ui: &mut Ui, scene: &Scene<'_>, width: f32) {
    let view = scene.view;
    let Some((rhythm, since)) = scene.emergency.rhythm(view.library) else { return };
    let Some(beat) = rhythm.at(view.state.now.since(since)) else { return };
    let phase = Phase::of(beat, view.state.motion == Motion::Still);
    beat_ui(ui, scene, &phase, width);
    ui.ctx().request_repaint_after(phase.left);
}

/// Draws the choice of breaths between the compressions, and of the sound: in one row if there is room.
pub(super) fn settings_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    ui.add_space(theme::GAP);
    let is_compressions = is_compressions(scene);
    let is_in_a_row = is_in_a_row(ui, scene);
    let settings = |ui: &mut Ui| {
        if is_compressions {
            breaths_choice_ui(ui, scene, actions);
            ui.add_space(theme::GAP);
        }
        sound_ui(ui, scene, actions);
    };
    if is_in_a_row {
        ui.horizontal_top(settings)
    } else {
        ui.vertical(settings)
    };
}

fn is_compressions(scene: &Scene<'_>) -> bool {
    scene.emergency.pace() == Some(Pace::Compressions)
}

/// How high the line with the number and the word is, beside words in letters of `body` points.
pub(super) fn line_height(body: f32) -> f32 {
    (body * 3.6).round()
}

/// How high the choices are in the width that there is.
pub(super) fn settings_height(ui: &Ui, scene: &Scene<'_>) -> f32 {
    let look = &scene.view.look;
    let rows = if is_in_a_row(ui, scene) || !is_compressions(scene) { 1.0 } else { 2.0 };
    rows * (Button::height(look) + theme::GAP) + theme::GAP
}

fn is_in_a_row(ui: &Ui, scene: &Scene<'_>) -> bool {
    scene.view.look.scale.chrome * 34.0 <= ui.available_width()
}

/// What is shown until something else is.
struct Phase {
    cue: Cue,
    /// Whether the chest is away from its rest: pressed in, or raised by a breath. Where nothing may move it always is: that
    /// shows what to do.
    is_moved: bool,
    /// A number for the eye: which push or breath, or the seconds until the next breath.
    number: Option<u64>,
    left: Duration,
}

impl Phase {
    fn of(beat: Beat, is_still: bool) -> Self {
        let to_next_second = |left: Duration| {
            let into = Duration::from_nanos(u64::from(left.subsec_nanos()));
            if into.is_zero() { Duration::from_secs(1) } else { into }
        };
        let (is_moved, number, left) = match beat.cue {
            Cue::Push(number) => {
                let down = beat.length.mul_f64(DOWN_SHARE);
                let is_down = beat.since < down;
                let until = if is_down && !is_still { down.saturating_sub(beat.since) } else { beat.left() };
                (is_down || is_still, Some(u64::from(number)), until)
            }
            Cue::Blow(number) => (true, Some(u64::from(number)), beat.left()),
            Cue::Fall => (is_still, Some(said::whole_secs(beat.left())), to_next_second(beat.left()).min(beat.left())),
            Cue::Ready => (false, None, beat.left()),
        };
        // A frame that comes a little early would show the same again.
        Self { cue: beat.cue, is_moved, number, left: left + Duration::from_millis(1) }
    }
}

/// The drawing, and under it the number beside the word.
fn beat_ui(ui: &mut Ui, scene: &Scene<'_>, phase: &Phase, width: f32) {
    let view = scene.view;
    let (look, tokens) = (&view.look, &view.look.tokens);
    let body = look.scale.body;
    let is_compressions = is_compressions(scene);
    let line = line_height(body);
    // The number and the word stay in sight, however little is left for the drawing.
    let room = ui.clip_rect().max.y - ui.cursor().min.y - super::MARGIN.bottomf();
    let picture_height = (width * 2.0 / 3.0).min((room - line).max(body * 3.5));
    let (rect, response) = ui.allocate_exact_size(vec2(width, picture_height + line), Sense::hover());
    let picture = Rect::from_min_size(rect.min, vec2(picture_height * 1.5, picture_height));
    plain_picture(ui, look, picture_name(phase, is_compressions), picture);

    let below = Rect::from_min_max(egui::pos2(rect.min.x, picture.max.y), rect.max);
    let color = if phase.is_moved { tokens.danger_ink } else { tokens.ink };
    let number = phase.number.map(|number| number.to_string()).unwrap_or_default();
    let digits = layout(ui, &number, theme::bold(line * NUMBER_SHARE), color, f32::INFINITY);
    // Room for two digits, so that the word keeps its place.
    let number_width = layout(ui, WIDEST, theme::bold(line * NUMBER_SHARE), color, f32::INFINITY).size().x + body * 0.4;
    let at = Align2::LEFT_CENTER.align_size_within_rect(digits.size(), below);
    ui.painter().galley(at.min, digits, color);
    let word_place = below.with_min_x(below.min.x + number_width);
    let word = view.text(word(phase.cue, is_compressions));
    let word = layout(ui, &word, theme::bold(look.scale.heading), tokens.ink, word_place.width());
    let at = Align2::LEFT_CENTER.align_size_within_rect(word.size(), word_place);
    ui.painter().galley(at.min, word, tokens.ink);
    // A name that changed with every push would never let a screen reader finish.
    let name = view.text(if is_compressions { Msg::PacerCompressions } else { Msg::PacerBreaths });
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
}

/// The drawing for a phase.
fn picture_name(phase: &Phase, is_compressions: bool) -> &'static str {
    let is_breath = matches!(phase.cue, Cue::Blow(_) | Cue::Fall) || !is_compressions;
    match (is_breath, phase.is_moved) {
        (false, true) => "press-down",
        (false, false) => "press-up",
        (true, true) => "breath-high",
        (true, false) => "breath-low",
    }
}

fn word(cue: Cue, is_compressions: bool) -> Msg {
    match cue {
        Cue::Push(_) => Msg::PacerPush,
        Cue::Ready => Msg::PacerReady,
        Cue::Blow(_) => Msg::PacerBlow,
        Cue::Fall if is_compressions => Msg::PacerFall,
        Cue::Fall => Msg::PacerWait,
    }
}

/// With breaths, or only pushes.
fn breaths_choice_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let gives_breaths = scene.emergency.gives_breaths();
    let values = [true, false];
    let word = |value| if value { Msg::PacerWithBreaths } else { Msg::PacerOnlyPushes };
    let view = scene.view;
    let choices = values.map(|value| (view.text(word(value)), value == gives_breaths));
    if let Some(at) = choice_row(ui, &view.look, &view.text(Msg::PacerCompressions), &choices) {
        actions.push(Action::Guide(GuideAction::SetGivesBreaths(values[at])));
    }
}

/// How loud, or that this machine has no sound.
fn sound_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let view = scene.view;
    if view.state.speaker == Speaker::Missing {
        label(ui, &view.look, &view.text(Msg::NoSound));
        return;
    }
    let word = |volume| match volume {
        Volume::Off => Msg::VolumeOff,
        Volume::Quiet => Msg::VolumeQuiet,
        Volume::Loud => Msg::VolumeLoud,
    };
    let choices = Volume::ALL.map(|volume| (view.text(word(volume)), volume == view.state.volume));
    if let Some(at) = choice_row(ui, &view.look, &view.text(Msg::Volume), &choices) {
        actions.push(Action::Guide(GuideAction::SetVolume(Volume::ALL[at])));
    }
}
