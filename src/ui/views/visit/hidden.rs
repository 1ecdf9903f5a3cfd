//! A page that says nothing about anybody, in the place of the one that a reader does not want to be seen with.

use egui::{CentralPanel, Frame, Id, Margin, Ui};

use super::place_name;
use crate::state::Action;
use crate::ui::View;
use crate::ui::theme;
use crate::ui::widgets::{Button, ButtonKind, announce, guide_the_keyboard, label_centred};
use crate::words::{Msg, date};

/// Shows the name of the place and the day. What was hidden comes back only by the way that hid it.
pub(crate) fn hidden_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let (look, tokens) = (&view.look, &view.look.tokens);
    CentralPanel::default().frame(Frame::new().inner_margin(Margin::symmetric(16, 8))).show(ui, |ui| {
        let start = view.text(Msg::StartAgain);
        // In the corner of the button that hid the page: whoever comes by begins anew.
        let button = Button::new(&start, ButtonKind::Quiet).icon("ui-back").show(ui, look);
        if button.clicked() {
            actions.push(Action::EndVisit);
        }
        guide_the_keyboard(ui, "cover", Id::unique("hidden"), &button);
        ui.add_space((ui.available_height() * 0.4 - look.scale.title).max(0.0));
        let name = label_centred(ui, &place_name(view), theme::regular(look.scale.title), tokens.muted);
        label_centred(ui, &date(view.words, view.state.today), theme::regular(look.scale.body), tokens.muted);
        announce(ui, "hidden", name.rect, &view.text(Msg::HiddenSpoken), true);
    });
}
