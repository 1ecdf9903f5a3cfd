//! What whoever knew the PIN sees: what can be done, and how the machine is.

use egui::{Response, Role, Ui, UiBuilder};

use crate::model::health::Display;
use crate::notes::health::{HealthFact, at_once, examined};
use crate::state::admin::Inside;
use crate::state::{Action, AdminAction, Speaker};
use crate::ui::View;
use crate::ui::theme;
use crate::ui::widgets::{Button, ButtonKind, announced_label, heading, label, label_with};
use crate::words::Msg;

/// Shows it, and says which button the keyboard begins on.
pub(super) fn inside_ui(ui: &mut Ui, view: &View<'_>, inside: &Inside, actions: &mut Vec<Action>) -> Response {
    let first = buttons_ui(ui, view, inside, actions);
    ui.add_space(theme::GAP * 2.0);
    heading(ui, &view.look, &view.text(Msg::AdminHealth), 2);
    let display = Display { points: ui.ctx().content_rect().size().into(), scale: ui.ctx().pixels_per_point() };
    facts_ui(ui, view, &at_once(view.library, view.state.today, display, view.words));
    match &inside.health {
        None => announced_label(
            ui,
            "health",
            &view.text(Msg::OneMoment),
            theme::regular(view.look.scale.body),
            view.look.tokens.ink,
            false,
        ),
        Some(health) => {
            let is_silent = view.state.speaker == Speaker::Missing;
            facts_ui(ui, view, &examined(view.library, health, is_silent, view.words));
        }
    }
    for word in &view.state.printer_words {
        label(ui, &view.look, &view.words.with(Msg::PrinterSays, &[("word", word.as_str().into())]));
    }
    first
}

fn buttons_ui(ui: &mut Ui, view: &View<'_>, inside: &Inside, actions: &mut Vec<Action>) -> Response {
    let leave = if inside.is_leave_asked { Msg::AdminLeaveAsked } else { Msg::AdminLeave };
    let buttons = [
        (Msg::AdminTestPrint, "ui-print", Action::Admin(AdminAction::TestPrint)),
        (Msg::KeyboardTry, "ui-shift", Action::TryKeyboard),
        (Msg::PracticeStart, "ui-next", Action::Admin(AdminAction::Practice)),
        (Msg::AdminAgain, "ui-check", Action::Admin(AdminAction::LookAgain)),
        (leave, "ui-close", Action::Admin(AdminAction::Leave)),
    ];
    let mut first = None;
    for (at, (msg, icon, action)) in buttons.into_iter().enumerate() {
        let words = view.text(msg);
        let button = Button::new(&words, ButtonKind::Plain).icon(icon).fill_width();
        // Its own id keeps the keyboard on the button whose words change.
        let button = ui.push_id(("administrator", at), |ui| button.show(ui, &view.look)).inner;
        if button.clicked() {
            actions.push(action);
        }
        first.get_or_insert(button);
    }
    first.unwrap_or_else(|| ui.response())
}

/// Each with its name. What needs care says so in its own words, and in heavy letters.
fn facts_ui(ui: &mut Ui, view: &View<'_>, facts: &[HealthFact]) {
    let body = view.look.scale.body;
    for fact in facts {
        let group = UiBuilder::new().accessibility_role(Role::Group).accessibility_label(&fact.name);
        ui.scope_builder(group, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            label(ui, &view.look, &fact.name);
            let font = if fact.needs_care { theme::bold(body) } else { theme::regular(body) };
            label_with(ui, &fact.value, font, view.look.tokens.ink);
        });
    }
}
