//! The red box over what was found where somebody may be watching an overdose: the guide, and the steps on one page.

use egui::{CornerRadius, Frame, Margin, Response, Role, Ui, UiBuilder};

use crate::state::{Action, SearchAction};
use crate::ui::View;
use crate::ui::theme::{self, GAP};
use crate::ui::widgets::{Button, ButtonKind, heading_in, label_with};
use crate::words::Msg;

/// Shows it, and returns the button that opens the guide.
pub(super) fn emergency_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) -> Response {
    let (look, tokens) = (&view.look, &view.look.tokens);
    let frame = Frame::new().fill(tokens.danger).corner_radius(CornerRadius::same(10)).inner_margin(Margin::same(16));
    let title = view.text(Msg::SearchEmergency);
    let part = UiBuilder::new().accessibility_role(Role::Group).accessibility_label(&title);
    let framed = frame.show(ui, |ui| {
        ui.scope_builder(part, |ui| {
            ui.set_width(ui.available_width());
            heading_in(ui, &title, theme::bold(look.scale.heading), tokens.on_danger, 2);
            let about = view.text(Msg::SearchEmergencyAbout);
            label_with(ui, &about, theme::regular(look.scale.body), tokens.on_danger);
            ui.add_space(GAP * 0.5);
            let act_now = view.text(Msg::GuideStart);
            let guide = Button::new(&act_now, ButtonKind::OnDanger).icon("tab-overdose").big().show(ui, look);
            if guide.clicked() {
                actions.push(Action::ActNow);
            }
            ui.add_space(GAP * 0.5);
            let steps = view.text(Msg::SearchEmergencySteps);
            let steps = Button::new(&steps, ButtonKind::OnDanger).fill_width().show(ui, look);
            if steps.clicked()
                && let Some((_, section)) = view.library.act_now()
            {
                actions.push(Action::Search(SearchAction::OpenHit(section.id.clone())));
            }
            guide
        })
        .inner
    });
    framed.inner
}
