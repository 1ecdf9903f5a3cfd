//! Blocks → data, in the order in which the screen shows them.

use super::clean::clean;
use super::compose::Composer;
use super::data::{BlockData, ColumnData, ContactData, FactData, PictureData, StepData, Text};
use crate::model::block::{Block, CalloutKind, Contact, Picture, SectionLink, Step, Table};
use crate::model::site::Service;
use crate::model::text::RichText;
use crate::notes::{self, Fact};
use crate::words::Msg;

impl<'c> Composer<'c> {
    pub(super) fn blocks(&mut self, blocks: &'c [Block]) -> Vec<BlockData> {
        blocks.iter().flat_map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: &'c Block) -> Vec<BlockData> {
        let one = match block {
            Block::Paragraph(text) => BlockData::Paragraph { text: self.text(text) },
            // A heading without words is none.
            Block::Heading(text) if is_blank(text) => return Vec::new(),
            Block::Heading(text) => BlockData::Heading { text: self.text(text) },
            Block::List(items) => BlockData::List { items: self.texts(items) },
            Block::Steps(steps) => BlockData::Steps { steps: steps.iter().map(|step| self.step(step)).collect() },
            Block::Callout(callout) => BlockData::Callout {
                tone: tone(callout.kind),
                word: self.msg(notes::callout_word(callout.kind)),
                title: self.text(&callout.title),
                blocks: self.blocks(&callout.blocks),
            },
            Block::Table(table) => self.table(table),
            Block::Picture(picture) => {
                let caption = picture.caption.as_ref().map(|caption| self.text(caption));
                BlockData::Picture { picture: self.picture(picture), caption }
            }
            Block::Contacts(contacts) => {
                BlockData::Contacts { contacts: contacts.iter().map(|contact| self.contact(contact)).collect() }
            }
            Block::Question { ask, answer } if is_blank(ask) => return self.blocks(answer),
            Block::Question { ask, answer } => BlockData::Question { ask: self.text(ask), answer: self.blocks(answer) },
            Block::See(links) => self.see(links),
            Block::Here(otherwise) => self.here(otherwise),
            Block::LocalServices(otherwise) => self.services(otherwise),
            Block::AllSources => return self.all_sources(),
            Block::AllDates => return self.all_dates(),
            Block::AllProblems => return self.all_problems(),
            // Buttons: on paper there is nothing to press.
            Block::Guide | Block::Practice => return Vec::new(),
        };
        vec![one]
    }

    fn texts(&mut self, texts: &'c [RichText]) -> Vec<Text> {
        texts.iter().map(|text| self.text(text)).collect()
    }

    pub(super) fn step(&mut self, step: &'c Step) -> StepData {
        StepData {
            title: self.text(&step.title),
            text: self.text(&step.text),
            picture: step.picture.as_ref().map(|picture| self.picture(picture)),
        }
    }

    fn picture(&mut self, picture: &'c Picture) -> PictureData {
        let alt = picture.alt.plain();
        PictureData { file: format!("pictures/{}.svg", picture.id), alt: self.say(&alt) }
    }

    fn table(&mut self, table: &'c Table) -> BlockData {
        let header = self.texts(&table.header);
        let rows: Vec<Vec<Text>> = table.rows.iter().map(|row| self.texts(row)).collect();
        let columns = (0..header.len()).map(|at| column(&header, &rows, at)).collect();
        BlockData::Table { caption: self.text(&table.caption), header, rows, columns }
    }

    fn contact(&mut self, contact: &'c Contact) -> ContactData {
        let ways = notes::beside_call(notes::contact(contact, self.words), self.words);
        let facts = ways.into_iter().map(|(name, value)| (name, value.plain())).collect();
        let name = contact.name.plain();
        let phone = contact.phone.as_ref().map(RichText::plain);
        ContactData {
            name: self.say(&name),
            phone: phone.map(|phone| self.say(&phone)),
            about: Some(self.text(&contact.about)),
            facts: self.facts(facts),
        }
    }

    pub(super) fn facts(&mut self, facts: Vec<Fact>) -> Vec<FactData> {
        facts.into_iter().map(|(name, value)| FactData { name: self.say(&name), value: self.say(&value) }).collect()
    }

    fn see(&mut self, links: &'c [SectionLink]) -> BlockData {
        let sections = links.iter().filter_map(|link| self.library.section(&link.section));
        let titles: Vec<String> = sections.map(|(_, section)| section.title.clone()).collect();
        BlockData::See { name: self.msg(Msg::SeeAlso), titles: titles.iter().map(|title| self.say(title)).collect() }
    }

    fn here(&mut self, otherwise: &'c RichText) -> BlockData {
        let facts = notes::here(&self.library.site, self.words);
        if facts.is_empty() {
            return BlockData::Paragraph { text: self.text(otherwise) };
        }
        let title = Some(self.msg(Msg::HereTitle));
        BlockData::Facts { title, facts: self.facts(facts), note: Some(self.msg(Msg::HereSay)) }
    }

    fn services(&mut self, otherwise: &'c RichText) -> BlockData {
        let library = self.library;
        if library.site.services.is_empty() {
            return BlockData::Paragraph { text: self.text(otherwise) };
        }
        BlockData::Contacts { contacts: library.site.services.iter().map(|service| self.service(service)).collect() }
    }

    fn service(&mut self, service: &Service) -> ContactData {
        let facts = notes::beside_call(notes::service(service, self.words), self.words);
        let about = service.about.as_ref().map(|about| (self.say(about), false));
        ContactData {
            name: self.say(&service.name),
            phone: service.phone.as_ref().map(|phone| self.say(phone)),
            about: about.map(|span| Text { spans: vec![span], ..Text::default() }),
            facts: self.facts(facts),
        }
    }

    fn all_sources(&mut self) -> Vec<BlockData> {
        let kinds = notes::sources_by_kind(self.library);
        let lists = kinds.into_iter().map(|(kind, sources)| {
            let title = Some(self.msg(notes::source_kind(kind)));
            let facts = sources.into_iter().map(|source| (String::new(), notes::source(source, self.words))).collect();
            BlockData::Entries { title, entries: self.facts(facts) }
        });
        lists.collect()
    }

    fn all_dates(&mut self) -> Vec<BlockData> {
        let beside = notes::dates_beside_sections(self.library, self.words);
        let mut lists = vec![BlockData::Entries { title: None, entries: self.facts(beside) }];
        for topic in self.library.topics() {
            let title = Some(self.say(&topic.title));
            let dates = |section: &crate::model::topic::Section| {
                (section.title.clone(), notes::dates(section.reviewed, section.review_by, self.words))
            };
            let facts = topic.sections.iter().map(dates).collect();
            lists.push(BlockData::Entries { title, entries: self.facts(facts) });
        }
        lists
    }

    fn all_problems(&mut self) -> Vec<BlockData> {
        let problems = &self.library.problems;
        let summary = notes::problems_summary(problems.len(), self.words);
        let facts = std::iter::once(summary).chain(problems.iter().map(ToString::to_string));
        let facts = facts.map(|line| (String::new(), line)).collect();
        vec![BlockData::Entries { title: None, entries: self.facts(facts) }]
    }
}

/// Whether nothing of `text` is seen.
fn is_blank(text: &RichText) -> bool {
    clean(&text.plain()).trim().is_empty()
}

/// What decides the width of the column at `at`.
fn column(header: &[Text], rows: &[Vec<Text>], at: usize) -> ColumnData {
    let cells = rows.iter().map(Vec::as_slice).chain([header]).filter_map(|row| row.get(at));
    let cells: Vec<String> = cells.map(|cell| cell.spans.iter().map(|(words, _)| words.as_str()).collect()).collect();
    let words = cells.iter().flat_map(|cell| cell.split([' ', '\u{200b}']));
    ColumnData {
        longest_word: words.max_by_key(|word| word.chars().count()).unwrap_or_default().to_owned(),
        letters: cells.iter().map(|cell| cell.chars().count()).max().unwrap_or(0),
    }
}

/// The name of a kind of box in the templates.
fn tone(kind: CalloutKind) -> &'static str {
    match kind {
        CalloutKind::Danger => "danger",
        CalloutKind::Urgent => "urgent",
        CalloutKind::Note => "note",
        CalloutKind::Good => "good",
    }
}
