//! Lists as screen readers hear them: that it is one, how long it is, and where in it one is.

use egui::accesskit::Rect;
use egui::{Id, Role, Ui, UiBuilder};

/// Draws what `add` draws as a list of `count` items, which may have a name.
pub(crate) fn list<R>(ui: &mut Ui, name: Option<&str>, count: usize, add: impl FnOnce(&mut Ui) -> R) -> R {
    placed(ui, named(Role::List, name), |ui| {
        of_so_many(ui, count);
        add(ui)
    })
}

/// Draws the item at this position of a list, counted from 0, which may have a name.
pub(crate) fn list_item<R>(ui: &mut Ui, name: Option<&str>, at: usize, add: impl FnOnce(&mut Ui) -> R) -> R {
    placed(ui, named(Role::ListItem, name), |ui| {
        at_position(ui, ui.unique_id(), at);
        add(ui)
    })
}

/// Draws a part, and says where it stands: egui says it of what can be pressed or read, and of nothing around it.
fn placed<R>(ui: &mut Ui, builder: UiBuilder, add: impl FnOnce(&mut Ui) -> R) -> R {
    let drawn = ui.scope_builder(builder, |ui| (add(ui), ui.unique_id()));
    let ((result, id), rect) = (drawn.inner, drawn.response.rect);
    say_bounds(ui, id, rect);
    result
}

/// Says where the node `id` stands. Egui leaves that out for a part that only groups others.
pub(crate) fn say_bounds(ui: &Ui, id: Id, rect: egui::Rect) {
    let [x0, y0, x1, y1] = [rect.min.x, rect.min.y, rect.max.x, rect.max.y].map(f64::from);
    ui.ctx().accesskit_node_builder(id, |node| node.set_bounds(Rect { x0, y0, x1, y1 }));
}

/// Says that what is drawn in `ui` has so many parts to choose from, or to read.
pub(crate) fn of_so_many(ui: &Ui, count: usize) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_size_of_set(count));
}

/// Says that the node `id` is the one at this position, counted from 0.
pub(crate) fn at_position(ui: &Ui, id: Id, at: usize) {
    ui.ctx().accesskit_node_builder(id, |node| node.set_position_in_set(at));
}

fn named(role: Role, name: Option<&str>) -> UiBuilder {
    let builder = UiBuilder::new().accessibility_role(role);
    match name {
        Some(name) => builder.accessibility_label(name),
        None => builder,
    }
}
