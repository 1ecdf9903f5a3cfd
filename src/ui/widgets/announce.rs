//! Words that screen readers say when they change.

use egui::accesskit::Live;
use egui::{Color32, FontId, Id, Rect, Role, Sense, Ui};

use super::layout;

/// Words on screen that screen readers say when they change. `what` names the place; it is the same whatever the words are.
pub(crate) fn announced_label(
    ui: &mut Ui,
    what: &'static str,
    words: &str,
    font: FontId,
    color: Color32,
    is_urgent: bool,
) {
    let galley = layout(ui, words, font, color, ui.available_width());
    let (rect, _) = ui.allocate_exact_size(galley.size(), Sense::hover());
    ui.painter().galley(rect.min, galley, color);
    announce(ui, what, rect, words, is_urgent);
}

/// Makes screen readers say `words` when they change: the same node all the time, with another name.
pub(crate) fn announce(ui: &Ui, what: &'static str, rect: Rect, words: &str, is_urgent: bool) {
    let response = ui.interact(rect, Id::unique(what), Sense::hover());
    let live = if is_urgent { Live::Assertive } else { Live::Polite };
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Label);
        // The name of a label is its value.
        node.set_value(words);
        node.set_live(live);
    });
}
