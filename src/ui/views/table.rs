//! Tables: side by side where there is room, and a card for each row where there is not. Nothing scrolls sideways.

use egui::{CornerRadius, Frame, Margin, Rect, Role, Stroke, Ui, UiBuilder, vec2};

use crate::model::block::Table;
use crate::model::text::RichText;
use crate::state::Action;
use crate::ui::View;
use crate::ui::theme;
use crate::ui::widgets::{heading, label_with, prose};

/// A column narrower than this many letters breaks words.
const LEAST_COLUMN_CHARS: f32 = 15.0;
const CELL_MARGIN: f32 = 8.0;

/// Shows `table`.
pub(super) fn table_ui(ui: &mut Ui, view: &View<'_>, table: &Table, actions: &mut Vec<Action>) {
    let caption = table.caption.plain();
    label_with(ui, &caption, theme::bold(view.look.scale.body), view.look.tokens.ink);
    let column = ui.available_width() / table.header.len() as f32;
    let is_roomy = column - 2.0 * CELL_MARGIN >= LEAST_COLUMN_CHARS * view.look.scale.body * 0.49;
    let builder = UiBuilder::new().accessibility_role(Role::Table).accessibility_label(caption);
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        if is_roomy {
            grid_ui(ui, view, table, column, actions);
        } else {
            cards_ui(ui, view, table, actions);
        }
    });
}

fn grid_ui(ui: &mut Ui, view: &View<'_>, table: &Table, column: f32, actions: &mut Vec<Action>) {
    let header: Vec<&RichText> = table.header.iter().collect();
    row_ui(ui, view, &header, column, Role::ColumnHeader, actions);
    for row in &table.rows {
        let cells: Vec<&RichText> = row.iter().collect();
        row_ui(ui, view, &cells, column, Role::Cell, actions);
    }
}

/// A row; its cells begin at the same height and a hairline closes it.
fn row_ui(ui: &mut Ui, view: &View<'_>, cells: &[&RichText], column: f32, role: Role, actions: &mut Vec<Action>) {
    let top = ui.cursor().min;
    let body = view.look.scale.body;
    let mut bottom = top.y;
    let ground = ui.painter().add(egui::Shape::Noop);
    ui.scope_builder(UiBuilder::new().accessibility_role(Role::Row), |ui| {
        for (i, cell) in cells.iter().enumerate() {
            let min = top + vec2(column * i as f32 + CELL_MARGIN, CELL_MARGIN);
            let rect = Rect::from_min_size(min, vec2(column - 2.0 * CELL_MARGIN, f32::INFINITY));
            let is_name = i == 0 || role == Role::ColumnHeader;
            let cell_role = if i == 0 && role == Role::Cell { Role::RowHeader } else { role };
            let builder = UiBuilder::new().max_rect(rect).accessibility_role(cell_role);
            let inner = ui.scope_builder(builder.id_salt(i), |ui| prose(ui, view, cell, body, is_name, actions));
            bottom = bottom.max(inner.response.rect.max.y + CELL_MARGIN);
        }
    });
    let rect = Rect::from_min_max(top, egui::pos2(top.x + column * cells.len() as f32, bottom));
    ui.advance_cursor_after_rect(rect);
    if role == Role::ColumnHeader {
        let fill = egui::Shape::rect_filled(rect, CornerRadius::same(6), view.look.tokens.touch_soft);
        ui.painter().set(ground, fill);
    }
    ui.painter().hline(rect.x_range(), rect.max.y, Stroke::new(1.0, view.look.tokens.line));
}

/// A card for each row: its name, then each column's name with what stands under it.
fn cards_ui(ui: &mut Ui, view: &View<'_>, table: &Table, actions: &mut Vec<Action>) {
    let tokens = &view.look.tokens;
    let frame = Frame::new()
        .stroke(Stroke::new(1.5, tokens.line))
        .corner_radius(CornerRadius::same(10))
        .inner_margin(Margin::symmetric(16, 12));
    for row in &table.rows {
        ui.add_space(theme::GAP);
        let name = row.first().map(RichText::plain).unwrap_or_default();
        let builder = UiBuilder::new().accessibility_role(Role::Row).accessibility_label(&name);
        ui.scope_builder(builder, |ui| {
            frame.show(ui, |ui| {
                ui.set_width(ui.available_width());
                heading(ui, &view.look, &name, 3);
                for (column, cell) in table.header.iter().zip(row).skip(1) {
                    let small = theme::bold(view.look.scale.small);
                    label_with(ui, &column.plain(), small, tokens.muted);
                    prose(ui, view, cell, view.look.scale.body, false, actions);
                }
            });
        });
    }
}
