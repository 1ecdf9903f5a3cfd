//! The arrows on the keyboard on screen: each goes to the key that one sees in its direction.

use egui::{EventFilter, FocusDirection, Id, Key, Rect, Ui};

use crate::ui::widgets::keep_arrows;

/// Takes the focus from key to key. Up from the upper row it goes to `field`; at the other edges it stays.
///
/// Left to egui, the wide space bar and rows that are not under one another would lead elsewhere each time.
pub(super) fn walk(ui: &Ui, rows: &[Vec<(Id, Rect)>], field: Id) {
    let Some(focused) = ui.memory(egui::Memory::focused) else { return };
    let place = rows.iter().enumerate().find_map(|(row, keys)| {
        let at = keys.iter().position(|(id, _)| *id == focused)?;
        Some((row, at))
    });
    let Some((row, at)) = place else { return };
    keep_arrows(ui.ctx(), focused);
    let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(focused, arrows));
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    let (_, from) = rows[row][at];
    let next = match () {
        () if pressed(Key::ArrowLeft) => at.checked_sub(1).map(|at| rows[row][at].0),
        () if pressed(Key::ArrowRight) => rows[row].get(at + 1).map(|(id, _)| *id),
        () if pressed(Key::ArrowUp) => row.checked_sub(1).map_or(Some(field), |row| nearest(&rows[row], from)),
        () if pressed(Key::ArrowDown) => rows.get(row + 1).and_then(|keys| nearest(keys, from)),
        () => return,
    };
    go_to(ui, next.unwrap_or(focused));
}

/// Puts the focus on `id`, and lets the arrow that brought it there do nothing more.
pub(super) fn go_to(ui: &Ui, id: Id) {
    keep_arrows(ui.ctx(), id);
    ui.memory_mut(|memory| {
        memory.request_focus(id);
        memory.move_focus(FocusDirection::None);
    });
}

/// The key that stands over or under the middle of `from`, or next to that.
fn nearest(keys: &[(Id, Rect)], from: Rect) -> Option<Id> {
    let x = from.center().x;
    let distance = |rect: &Rect| (rect.min.x - x).max(x - rect.max.x).max(0.0) * 1000.0 + (rect.center().x - x).abs();
    keys.iter().min_by(|(_, a), (_, b)| distance(a).total_cmp(&distance(b))).map(|(id, _)| *id)
}
