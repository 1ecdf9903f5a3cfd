//! The page of a kiosk that could not show anything else: the number to call, and what to do in an overdose, in plain words.
//!
//! It is drawn by as little as possible. There is no drawing, no button and no choice; whatever made the program crash
//! before should have no part in it.

use egui::{CentralPanel, Frame, Margin, Panel, Role, ScrollArea, Ui, UiBuilder};

use crate::model::block::Block;
use crate::model::library::Library;
use crate::model::topic::Section;
use crate::notes;
use crate::ui::theme::{self, LETTER_WIDTH, LINE_LETTERS, Look};
use crate::ui::walk::walk_by_keys;
use crate::ui::widgets::{Scrolled, heading, heading_in, label, label_with, scrolled};
use crate::words::{Msg, Words};

/// Draws the page.
pub fn safe_ui(ui: &mut Ui, library: &Library, words: &Words, look: &Look) {
    let title = library.site.name.clone().unwrap_or_else(|| words.text(Msg::AppName));
    ui.ctx().accesskit_node_builder(egui::accesskit_root_id(), |node| {
        node.set_label(title.as_str());
        node.set_language(library.edition.language.as_str());
    });
    walk_by_keys(ui.ctx(), false);
    if let Some(number) = library.emergency_number() {
        let frame = Frame::new().fill(look.tokens.danger).inner_margin(Margin::symmetric(20, 8));
        Panel::top("call").frame(frame).show_separator_line(false).show(ui, |ui| {
            let call = words.with(Msg::GuideCall, &[("number", number.into())]);
            heading_in(ui, &call, theme::bold(look.scale.title * 1.3), look.tokens.on_danger, 1);
            label_with(ui, &words.text(Msg::GuideUsePhone), theme::regular(look.scale.chrome), look.tokens.on_danger);
        });
    }
    CentralPanel::default().frame(Frame::new().inner_margin(Margin::symmetric(20, 12))).show(ui, |ui| {
        scrolled(ui, ScrollArea::vertical().auto_shrink(false), "safe page", Scrolled::Text, |ui| {
            ui.set_max_width(ui.available_width().min(LINE_LETTERS * look.scale.body * LETTER_WIDTH));
            let page = Page { library, words, look };
            if library.site.has_mistakes {
                let font = theme::bold(look.scale.chrome);
                label_with(ui, &words.text(Msg::SiteUnreadable), font, look.tokens.danger_ink);
            }
            if let Some((topic, section)) = library.act_now() {
                page.section(ui, &topic.title, section);
            }
            ui.add_space(look.scale.body);
            label(ui, look, &words.text(Msg::SafeTellStaff));
        });
    });
}

struct Page<'p> {
    library: &'p Library,
    words: &'p Words,
    look: &'p Look,
}

impl Page<'_> {
    fn text(&self, ui: &mut Ui, text: &str) {
        label_with(ui, text, theme::regular(self.look.scale.body), self.look.tokens.ink);
    }

    fn heading(&self, ui: &mut Ui, text: &str) {
        ui.add_space(self.look.scale.body * 0.4);
        heading(ui, self.look, text, 2);
    }

    fn section(&self, ui: &mut Ui, topic: &str, section: &Section) {
        heading(ui, self.look, &format!("{topic}: {}", section.title), 1);
        section.blocks.iter().for_each(|block| self.block(ui, block));
    }

    /// A block as headings and texts. What only opens other pages is left out.
    fn block(&self, ui: &mut Ui, block: &Block) {
        match block {
            Block::Heading(text) => self.heading(ui, &text.plain()),
            Block::Steps(steps) => {
                let list = UiBuilder::new().accessibility_role(Role::List);
                ui.scope_builder(list, |ui| {
                    for (number, step) in (1..).zip(steps) {
                        let name = self.words.with(Msg::StepNumber, &[("number", number.into())]);
                        let item = UiBuilder::new().accessibility_role(Role::ListItem).accessibility_label(name);
                        ui.scope_builder(item, |ui| {
                            self.heading(ui, &format!("{number}. {}", step.title.plain()));
                            self.text(ui, &notes::spoken(&step.text, self.words));
                        });
                    }
                });
            }
            Block::Callout(callout) => {
                self.heading(ui, &callout.title.plain());
                callout.blocks.iter().for_each(|block| self.block(ui, block));
            }
            Block::Question { ask, answer } => {
                self.heading(ui, &ask.plain());
                answer.iter().for_each(|block| self.block(ui, block));
            }
            Block::Here(otherwise) => {
                let facts = notes::here(&self.library.site, self.words);
                if facts.is_empty() {
                    self.text(ui, &notes::spoken(otherwise, self.words));
                }
                facts.iter().for_each(|(name, value)| self.text(ui, &format!("{name}: {value}")));
            }
            other => other.each_text(&mut |text| self.text(ui, &notes::spoken(text, self.words))),
        }
    }
}
