//! A field to write in: a label, the words in a frame, and a button that clears them.

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::{TextEditOutput, TextEditState};
use egui::{
    Align2, Color32, CornerRadius, Event, EventFilter, FocusDirection, Frame, Id, Key, Margin, Modifiers,
    OutputCommand, Rect, Response, Sense, Stroke, StrokeKind, TextEdit, Ui, UiBuilder, Vec2, accesskit, vec2,
};

use super::{Button, ButtonKind, focus_ring, label_with};
use crate::state::typing::Selection;
use crate::ui::theme::{self, Look, TARGET};

/// What a field shows.
pub(crate) struct TextField<'f> {
    /// The same as long as it is the same field.
    pub(crate) id: Id,
    /// The words over it, which are its name.
    pub(crate) label: &'f str,
    /// The name of the button that clears it.
    pub(crate) clear: &'f str,
    /// What is written in it.
    pub(crate) words: &'f str,
    /// What is selected, or where the cursor is.
    pub(crate) selection: Selection,
    /// It takes so many characters at most.
    pub(crate) most_chars: usize,
    /// Whether dots are shown instead of letters.
    pub(crate) is_secret: bool,
    /// Whether keys on screen write into it.
    pub(crate) has_keys: bool,
    /// Whether nothing may be copied from it or pasted into it.
    pub(crate) is_sealed: bool,
}

/// What a reader did with a field.
pub(crate) enum FieldReport {
    /// Touched it, or brought the keyboard to it.
    Wanted,
    /// Wrote in it, or moved the cursor.
    Changed(String, Selection),
    /// Cleared it.
    Cleared,
    /// Went on from it to the keys below.
    WentToKeys,
}

/// Space at the sides of the words.
const PADDING: f32 = 14.0;

impl TextField<'_> {
    /// Its height without its label.
    pub(crate) fn frame_height(look: &Look) -> f32 {
        (look.scale.line_height(look.scale.body) + 16.0).max(TARGET)
    }

    /// Shows it.
    pub(crate) fn show(self, ui: &mut Ui, look: &Look) -> (Response, Vec<FieldReport>) {
        let mut reports = Vec::new();
        let label = label_with(ui, self.label, theme::bold(look.scale.chrome), look.tokens.ink);
        let (frame, _) = ui.allocate_exact_size(vec2(ui.available_width(), Self::frame_height(look)), Sense::hover());
        let edge = Stroke::new(2.0, look.tokens.touch);
        ui.painter().rect(frame, CornerRadius::same(10), look.tokens.paper, edge, StrokeKind::Inside);
        let clear = Button::new("", ButtonKind::Quiet).icon("ui-close").name(self.clear);
        let (words, clear_place) = frame.split_left_right_at_x(frame.max.x - clear.natural_width(ui, look) - 2.0);

        self.seal(ui);
        self.walk(ui, &mut reports);
        let had_focus = ui.memory(|memory| memory.has_focus(self.id));
        let output = self.edit(ui, look, words, &mut reports);
        let mut response = output.response.response.labelled_by(label.id);
        if self.is_sealed {
            // What is selected would go to the desktop by itself.
            ui.output_mut(|output| {
                output.commands.retain(|command| {
                    !matches!(command, OutputCommand::CopyText(_) | OutputCommand::TextSelectionSettled(_))
                });
            });
        }
        let is_asked = ui.input(|input| {
            let is_entered = had_focus && input.key_pressed(Key::Enter);
            is_entered || input.has_accesskit_action_request(self.id, accesskit::Action::Click)
        });
        if is_asked {
            response.request_focus();
        }
        if is_asked || response.clicked() || has_come(ui, &response) {
            reports.push(FieldReport::Wanted);
        }
        if !self.words.is_empty() && clear_ui(ui, look, clear, clear_place) {
            response.request_focus();
            reports.push(FieldReport::Cleared);
        }
        response.rect = frame;
        focus_ring(ui, &response, &look.tokens);
        (response, reports)
    }

    /// Leaves nothing of the desktop's clipboard to the field, and nothing of the field to the clipboard: even without the
    /// desktop's one, the window remembers what was copied, for the next reader.
    fn seal(&self, ui: &Ui) {
        if self.is_sealed {
            ui.input_mut(|input| {
                input.events.retain(|event| {
                    !matches!(event, Event::Copy | Event::Cut | Event::Paste(_) | Event::MiddleClickPaste { .. })
                });
            });
        }
    }

    /// With keys below, Down goes to them and Up to what stands before the field. To the left and to the right
    /// goes the cursor.
    fn walk(&self, ui: &Ui, reports: &mut Vec<FieldReport>) {
        if !self.has_keys || !ui.memory(|memory| memory.has_focus(self.id)) {
            return;
        }
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown)) {
            reports.push(FieldReport::WentToKeys);
        } else if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowUp)) {
            ui.memory_mut(|memory| memory.move_focus(FocusDirection::Previous));
        }
    }

    /// The words, with egui's own way to write, select and move in them.
    fn edit(&self, ui: &mut Ui, look: &Look, place: Rect, reports: &mut Vec<FieldReport>) -> TextEditOutput {
        let ink = look.tokens.ink;
        let has_focus = ui.memory(|memory| memory.has_focus(self.id));
        set_selection(ui, self.id, self.selection);
        let mut words = self.words.to_owned();
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: self.has_keys, ..EventFilter::default() };
        let edit = TextEdit::singleline(&mut words)
            .id(self.id)
            .font(theme::regular(look.scale.body))
            // Without the focus egui shows the beginning of the words only, and no cursor.
            .text_color(if has_focus { ink } else { Color32::TRANSPARENT })
            .password(self.is_secret)
            .char_limit(self.most_chars)
            .frame(Frame::new().inner_margin(Margin::symmetric(PADDING as i8, 0)))
            .min_size(place.size())
            .desired_width(place.width())
            .align(Align2::LEFT_CENTER)
            .event_filter(filter)
            .return_key(None);
        let builder = UiBuilder::new().max_rect(place);
        let mut output = ui.scope_builder(builder, |ui| edit.show(ui)).inner;
        // The next reader must not get back what this one deleted.
        output.state.clear_undoer();
        output.state.clone().store(ui.ctx(), self.id);
        let is_in_use = ui.memory(|memory| memory.has_focus(self.id)) || output.response.response.changed();
        let selection = output.state.cursor.char_range().map_or(self.selection, |range| Selection {
            anchor: range.secondary.index.0,
            cursor: range.primary.index.0,
        });
        if is_in_use && (words != self.words || selection != self.selection) {
            reports.push(FieldReport::Changed(words, selection));
        }
        if !has_focus {
            self.paint(ui, look, &output);
        }
        output
    }

    /// The words as far as they fit, and the cursor among them if the keys below write there.
    fn paint(&self, ui: &Ui, look: &Look, output: &TextEditOutput) {
        let room = output.text_clip_rect;
        let x_of = |at: usize| output.galley.pos_from_cursor(CCursor::new(at)).min.x;
        let (cursor, anchor) = (x_of(self.selection.cursor), x_of(self.selection.anchor));
        let offset = if self.has_keys { (cursor - room.width()).max(0.0) } else { 0.0 };
        let at = egui::pos2(room.min.x - offset, output.galley_pos.y);
        let painter = ui.painter_at(room.expand(2.0));
        let height = output.galley.size().y;
        if self.has_keys && self.selection.cursor != self.selection.anchor {
            let selected = Rect::from_x_y_ranges(cursor.min(anchor)..=cursor.max(anchor), 0.0..=height);
            painter.rect_filled(selected.translate(at.to_vec2()), 0, look.tokens.touch_soft);
        }
        painter.galley_with_override_text_color(at, output.galley.clone(), look.tokens.ink);
        if self.has_keys {
            let top = egui::pos2(at.x + cursor, at.y);
            painter.line_segment([top, top + vec2(0.0, height)], theme::cursor(&look.tokens));
        }
    }
}

/// Puts egui's cursor where the cursor is.
fn set_selection(ui: &Ui, id: Id, selection: Selection) {
    let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
    let range =
        CCursorRange { secondary: CCursor::new(selection.anchor), ..CCursorRange::one(CCursor::new(selection.cursor)) };
    let is_there = state.cursor.char_range().is_some_and(|known| {
        (known.primary.index, known.secondary.index) == (range.primary.index, range.secondary.index)
    });
    if !is_there {
        state.cursor.set_char_range(Some(range));
        state.store(ui.ctx(), id);
    }
}

/// Whether the keyboard came to the field since the last frame, other than by [`return_to_field`].
fn has_come(ui: &Ui, response: &Response) -> bool {
    let (had, has) = (note(ui, response.id, response.has_focus()), response.has_focus());
    has && !had
}

/// Brings the keyboard back to the field `id`, as if it had never been away.
pub(crate) fn return_to_field(ui: &Ui, id: Id) {
    note(ui, id, true);
    ui.memory_mut(|memory| memory.request_focus(id));
}

/// Notes whether a field has the focus; says whether it had it before.
fn note(ui: &Ui, id: Id, has_focus: bool) -> bool {
    ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or_default(id.with("focus")), has_focus))
}

fn clear_ui(ui: &mut Ui, look: &Look, clear: Button<'_>, place: Rect) -> bool {
    let size = Vec2::new(place.width(), Button::height(look).min(place.height()));
    let place = Align2::CENTER_CENTER.align_size_within_rect(size, place);
    ui.scope_builder(UiBuilder::new().max_rect(place), |ui| clear.show(ui, look).clicked()).inner
}
