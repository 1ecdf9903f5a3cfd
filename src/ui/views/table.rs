//! Tables: side by side where there is room, and a card for each row where there is not. Nothing scrolls sideways.

use egui::{CornerRadius, Frame, Margin, Rangef, Rect, Role, Stroke, Ui, UiBuilder, pos2, vec2};

use super::blocks::indented;
use crate::model::block::Table;
use crate::model::text::RichText;
use crate::state::Action;
use crate::ui::View;
use crate::ui::theme::{self, LETTER_WIDTH};
use crate::ui::widgets::{heading, label_with, layout, list_item, prose};

/// A column narrower than this many letters is hard to read, even if its words fit.
const LEAST_COLUMN_CHARS: f32 = 11.0;
const PAGE_MARGIN: f32 = 24.0;
const CELL_MARGIN: f32 = 8.0;

/// Wider tables are hard to follow along a row.
const MAX_WIDTH: f32 = 1200.0;
/// A table is made wider until its longest cells have about this many lines.
const WANTED_LINES: f32 = 3.0;

/// Shows `table`.
pub(crate) fn table_ui(ui: &mut Ui, view: &View<'_>, table: &Table, actions: &mut Vec<Action>) {
    let caption = table.caption.plain();
    let columns = Columns::measure(ui, view, table);
    let text_column = ui.available_rect_before_wrap();
    // A line of text must not be long; a table may use the whole page.
    let page_width = (ui.clip_rect().width() - 2.0 * PAGE_MARGIN).min(MAX_WIDTH).max(text_column.width());
    let is_roomy = columns.least() <= page_width;
    let width = if is_roomy { columns.wanted().clamp(text_column.width(), page_width) } else { text_column.width() };
    let x_range = Rangef::point(text_column.center().x).expand(width / 2.0);
    let rect = Rect::from_x_y_ranges(x_range, text_column.y_range());
    let role = if is_roomy { Role::Table } else { Role::List };
    let builder = UiBuilder::new().max_rect(rect).accessibility_role(role).accessibility_label(&caption);
    let mut child = ui.new_child(builder);
    ui.ctx().accesskit_node_builder(child.unique_id(), |node| {
        if is_roomy {
            node.set_row_count(table.rows.len() + 1);
            node.set_column_count(table.header.len());
        } else {
            node.set_size_of_set(table.rows.len());
        }
    });
    label_with(&mut child, &caption, theme::bold(view.look.scale.body), view.look.tokens.ink);
    child.spacing_mut().item_spacing = vec2(0.0, 0.0);
    if is_roomy {
        grid_ui(&mut child, view, table, &columns.widths(x_range.span()), actions);
    } else {
        cards_ui(&mut child, view, table, actions);
    }
    // Only its height is taken, or the text after a wide table would be as wide.
    let used = Rect::from_x_y_ranges(text_column.x_range(), child.min_rect().y_range());
    ui.advance_cursor_after_rect(used);
}

/// What each column needs, and how much it has to say.
struct Columns {
    least_widths: Vec<f32>,
    /// The width of the longest cell on one line.
    line_widths: Vec<f32>,
}

impl Columns {
    fn measure(ui: &Ui, view: &View<'_>, table: &Table) -> Self {
        let body = view.look.scale.body;
        let word_width = |word: &str| layout(ui, word, theme::bold(body), view.look.tokens.ink, f32::INFINITY).size().x;
        let mut least_widths = Vec::new();
        let mut line_widths = Vec::new();
        for i in 0..table.header.len() {
            let cells = table.rows.iter().filter_map(|row| row.get(i)).chain(table.header.get(i));
            let texts: Vec<String> = cells.map(RichText::plain).collect();
            let longest = texts.iter().flat_map(|text| text.split(' ')).map(word_width).fold(0.0, f32::max);
            let least = longest.max(LEAST_COLUMN_CHARS * body * LETTER_WIDTH);
            least_widths.push(least.ceil() + 2.0 * CELL_MARGIN);
            let letters = texts.iter().map(|text| text.chars().count()).max().unwrap_or(0);
            line_widths.push(letters as f32 * body * LETTER_WIDTH);
        }
        Self { least_widths, line_widths }
    }

    fn least(&self) -> f32 {
        self.least_widths.iter().sum()
    }

    /// The width at which no cell has more than a few lines.
    fn wanted(&self) -> f32 {
        let columns = self.least_widths.iter().zip(&self.line_widths);
        columns.map(|(least, line)| least.max(line / WANTED_LINES + 2.0 * CELL_MARGIN)).sum()
    }

    /// The width of each column where all have `width` together: what is left over goes to those with most to say.
    fn widths(&self, width: f32) -> Vec<f32> {
        let spare = width - self.least();
        // Short cells must not starve beside one very long one.
        let weight = |line: &f32| line.powf(0.8);
        let total: f32 = self.line_widths.iter().map(weight).sum();
        self.least_widths
            .iter()
            .zip(&self.line_widths)
            .map(|(least, line)| least + spare * weight(line) / total)
            .collect()
    }
}

fn grid_ui(ui: &mut Ui, view: &View<'_>, table: &Table, widths: &[f32], actions: &mut Vec<Action>) {
    row_ui(ui, view, (0, &table.header), widths, Role::ColumnHeader, actions);
    for (at, row) in (1..).zip(&table.rows) {
        row_ui(ui, view, (at, row), widths, Role::Cell, actions);
    }
}

/// A row; its cells begin at the same height and a hairline closes it.
fn row_ui(
    ui: &mut Ui,
    view: &View<'_>,
    (row, cells): (usize, &[RichText]),
    widths: &[f32],
    role: Role,
    actions: &mut Vec<Action>,
) {
    let top = ui.cursor().min;
    let body = view.look.scale.body;
    let mut bottom = top.y;
    let mut left = top.x;
    let ground = ui.painter().add(egui::Shape::Noop);
    ui.scope_builder(UiBuilder::new().accessibility_role(Role::Row), |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_row_index(row));
        for (i, (cell, width)) in cells.iter().zip(widths).enumerate() {
            let min = pos2(left + CELL_MARGIN, top.y + CELL_MARGIN);
            let rect = Rect::from_min_size(min, vec2(width - 2.0 * CELL_MARGIN, f32::INFINITY));
            let is_name = i == 0 || role == Role::ColumnHeader;
            let cell_role = if i == 0 && role == Role::Cell { Role::RowHeader } else { role };
            let builder = UiBuilder::new().max_rect(rect).accessibility_role(cell_role);
            let inner = ui.scope_builder(builder.id_salt(i), |ui| {
                ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
                    node.set_row_index(row);
                    node.set_column_index(i);
                });
                prose(ui, view, cell, body, is_name, actions);
            });
            bottom = bottom.max(inner.response.rect.max.y + CELL_MARGIN);
            left += width;
        }
    });
    let rect = Rect::from_min_max(top, pos2(left, bottom));
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
    for (at, row) in table.rows.iter().enumerate() {
        ui.add_space(theme::GAP);
        let name = row.first().map(RichText::plain).unwrap_or_default();
        list_item(ui, Some(&name), at, |ui| {
            frame.show(ui, |ui| {
                ui.set_width(ui.available_width());
                heading(ui, &view.look, &name, 3);
                for (column, cell) in table.header.iter().zip(row).skip(1) {
                    named_cell_ui(ui, view, &column.plain(), cell, actions);
                }
            });
        });
    }
}

/// A cell beside the name of its column, or under it where there is no room.
fn named_cell_ui(ui: &mut Ui, view: &View<'_>, name: &str, cell: &RichText, actions: &mut Vec<Action>) {
    let scale = &view.look.scale;
    let column = scale.small * 9.0;
    let font = theme::bold(scale.small);
    if ui.available_width() - column < scale.body * 12.0 {
        label_with(ui, name, font, view.look.tokens.muted);
        prose(ui, view, cell, scale.body, false, actions);
        return;
    }
    let top = ui.cursor().min;
    let drop = (scale.line_height(scale.body) - scale.line_height(scale.small)) / 2.0;
    let name_rect = Rect::from_min_size(top + vec2(0.0, drop), vec2(column - theme::GAP, f32::INFINITY));
    let mut name_ui = ui.new_child(UiBuilder::new().max_rect(name_rect));
    label_with(&mut name_ui, name, font, view.look.tokens.muted);
    let name_end = name_ui.min_rect().max.y;
    indented(ui, column, |ui| prose(ui, view, cell, scale.body, false, actions));
    ui.add_space((name_end - ui.cursor().min.y).max(0.0));
}
