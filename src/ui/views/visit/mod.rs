//! What stands in the place of the page: what welcomes somebody, what hides a page, and the question whether somebody is
//! still there.

mod hidden;
mod still_there;
mod welcome;

pub(crate) use hidden::hidden_ui;
pub(crate) use still_there::still_there_ui;
pub(crate) use welcome::welcome_ui;

use egui::{Ui, Vec2};

use crate::ui::View;
use crate::ui::theme::{Look, Scale};
use crate::words::Msg;

/// A look to be read from some steps away, as large as the window allows.
fn enlarged(view: &View<'_>, window: Vec2) -> Look {
    let factor = (window.x / 620.0).min(window.y / 480.0).clamp(1.0, 2.2);
    let scale = Scale::of(view.state.text_size, view.state.spacing);
    let grow = |size: f32| (size * factor).round();
    Look {
        scale: Scale {
            body: grow(scale.body),
            small: grow(scale.small),
            title: grow(scale.title * 1.1),
            heading: grow(scale.heading),
            chrome: grow(scale.chrome),
            ..scale
        },
        ..view.look
    }
}

/// A column of buttons in the middle, as wide as two hands.
fn column(ui: &mut Ui, look: &Look, add: impl FnOnce(&mut Ui)) {
    let width = (look.scale.chrome * 24.0).min(ui.available_width());
    let side = (ui.available_width() - width) / 2.0;
    ui.horizontal(|ui| {
        ui.add_space(side);
        ui.vertical(|ui| {
            ui.set_width(width);
            add(ui);
        });
    });
}

/// The clinic's name, or the program's.
fn place_name(view: &View<'_>) -> String {
    view.library.site.name.clone().unwrap_or_else(|| view.text(Msg::AppName))
}
