//! Scrolling by wheel, by keys and by dragging anywhere.

use egui::scroll_area::{DragScroll, ScrollSource};
use egui::style::ScrollAnimation;
use egui::{Key, Ui, vec2};

/// Scrolls by dragging anywhere, as touch screens that act like a mouse need.
pub(crate) fn drag_anywhere() -> ScrollSource {
    // The bar only shows where one is: it is too narrow for a finger.
    ScrollSource { drag: DragScroll::Always, scroll_bar: false, ..ScrollSource::default() }
}

/// The keys that scroll.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum ScrollKeys {
    /// Page Up and Down, Home and End; the arrows and Space too while nothing has the focus that would use them.
    All,
    /// Page Up and Down, Home and End: the others walk from button to button.
    Pages,
}

/// Scrolls by `keys`.
pub(crate) fn scroll_by_keys(ui: &Ui, keys: ScrollKeys) {
    let page = ui.clip_rect().height() * 0.85;
    let line = 60.0;
    let is_writing = ui.ctx().text_edit_focused();
    let is_used_elsewhere = keys == ScrollKeys::Pages || ui.memory(|memory| memory.focused().is_some());
    let distance = ui.input(|input| {
        let pressed = |key| input.key_pressed(key);
        match () {
            () if pressed(Key::PageDown) => page,
            () if pressed(Key::PageUp) => -page,
            () if !is_writing && pressed(Key::Home) => f32::MIN / 2.0,
            () if !is_writing && pressed(Key::End) => f32::MAX / 2.0,
            () if is_used_elsewhere => 0.0,
            () if pressed(Key::Space) => page,
            () if pressed(Key::ArrowDown) => line,
            () if pressed(Key::ArrowUp) => -line,
            () => 0.0,
        }
    });
    if distance != 0.0 {
        let at_once = ScrollAnimation::none();
        ui.scroll_with_delta_animation(vec2(0.0, -distance), at_once);
    }
}
