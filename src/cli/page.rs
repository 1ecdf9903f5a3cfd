//! A section as lines of text for the terminal.

use jiff::civil::Date;
use textwrap::Options;

use crate::content::Loaded;
use crate::model::block::{Block, Contact, Table};
use crate::model::id::SourceId;
use crate::model::text::RichText;
use crate::model::topic::Section;
use crate::notes;
use crate::words::{Msg, Words};

/// The whole section with its dates and sources, wrapped to `width` columns.
pub(super) fn section_page(loaded: &Loaded, section: &Section, today: Date, width: usize) -> String {
    let mut page = Page { loaded, sources: section.sources(), width, lines: Vec::new() };
    page.underlined(&section.title, '=');
    for notice in notes::notices(&loaded.library, section, today, &loaded.words) {
        page.wrapped("! ", &notice);
    }
    for block in &section.blocks {
        page.block(block, "");
    }
    page.foot(section, today);
    page.lines.join("\n") + "\n"
}

struct Page<'p> {
    loaded: &'p Loaded,
    sources: Vec<&'p SourceId>,
    width: usize,
    lines: Vec<String>,
}

impl Page<'_> {
    fn words(&self) -> &Words {
        &self.loaded.words
    }

    fn underlined(&mut self, title: &str, line: char) {
        self.lines.extend(textwrap::wrap(title, self.width).into_iter().map(String::from));
        let length = title.chars().count().min(self.width);
        self.lines.push(line.to_string().repeat(length));
        self.lines.push(String::new());
    }

    /// `text` wrapped, its first line after `first` and the others after as many spaces, then an empty line.
    fn wrapped(&mut self, first: &str, text: &str) {
        self.tight(first, text);
        self.lines.push(String::new());
    }

    fn tight(&mut self, first: &str, text: &str) {
        // The bar of a box goes on beside every line.
        let indent: String = first.chars().map(|c| if c == '|' { c } else { ' ' }).collect();
        let options = Options::new(self.width).initial_indent(first).subsequent_indent(&indent);
        self.lines.extend(textwrap::wrap(text, options).into_iter().map(String::from));
    }

    /// The words with their source numbers and the "being checked" mark.
    fn text(&self, text: &RichText) -> String {
        let mut parts = vec![notes::spoken(text, self.words())];
        let numbers = notes::numbers(&self.sources, text);
        if !numbers.is_empty() {
            parts.push(format!("[{numbers}]"));
        }
        parts.join(" ")
    }

    fn block(&mut self, block: &Block, indent: &str) {
        match block {
            Block::Paragraph(text) => self.wrapped(indent, &self.text(text)),
            Block::Heading(text) => self.underlined(&text.plain(), '-'),
            Block::List(items) => {
                for item in items {
                    self.tight(&format!("{indent}- "), &self.text(item));
                }
                self.lines.push(String::new());
            }
            Block::Steps(steps) => {
                for (i, step) in steps.iter().enumerate() {
                    let title = format!("{}. {}", step.title.plain(), self.text(&step.text));
                    self.wrapped(&format!("{indent}{}. ", i + 1), &title);
                }
            }
            Block::Callout(callout) => {
                let kind = self.words().text(notes::callout_word(callout.kind));
                self.wrapped(&format!("{indent}{kind}: "), &callout.title.plain());
                callout.blocks.iter().for_each(|block| self.block(block, &format!("{indent}| ")));
            }
            Block::Table(table) => self.table(table),
            Block::Picture(picture) => {
                if let Some(caption) = &picture.caption {
                    self.wrapped(indent, &caption.plain());
                }
            }
            Block::Contacts(contacts) => contacts.iter().for_each(|contact| self.contact(contact)),
            Block::Question { ask, answer } => {
                self.underlined(&ask.plain(), '-');
                answer.iter().for_each(|block| self.block(block, indent));
            }
            Block::See(links) => {
                let titles: Vec<String> = links.iter().map(|link| link.section.to_string()).collect();
                let text = format!("{}: careshelf show {}", self.words().text(Msg::SeeAlso), titles.join(", "));
                self.wrapped(indent, &text);
            }
            Block::Here(otherwise) => {
                let facts = notes::here(&self.loaded.library.site, self.words());
                self.facts(indent, &facts, otherwise);
            }
            Block::LocalServices(otherwise) => self.services(indent, otherwise),
            Block::AllSources => self.all_sources(),
            Block::AllDates => self.all_dates(),
            Block::AllProblems => self.all_problems(),
            // Buttons; on paper and in a terminal there is nothing to press.
            Block::Guide | Block::Practice => (),
        }
    }

    fn facts(&mut self, indent: &str, facts: &[(String, String)], otherwise: &RichText) {
        if facts.is_empty() {
            self.wrapped(indent, &self.text(otherwise));
            return;
        }
        for (name, value) in facts {
            self.tight(&format!("{indent}{name}: "), value);
        }
        self.lines.push(String::new());
    }

    fn services(&mut self, indent: &str, otherwise: &RichText) {
        let services = &self.loaded.library.site.services;
        if services.is_empty() {
            self.wrapped(indent, &self.text(otherwise));
        }
        for service in services {
            self.tight(indent, &service.name);
            if let Some(about) = &service.about {
                self.tight(&format!("{indent}  "), about);
            }
            for (name, value) in notes::service(service, self.words()) {
                let label = if name.is_empty() { String::new() } else { format!("{name}: ") };
                self.tight(&format!("{indent}  {label}"), &value);
            }
            self.lines.push(String::new());
        }
    }

    /// A table as a list of rows: a terminal is rarely wide enough for its columns.
    fn table(&mut self, table: &Table) {
        self.wrapped("", &table.caption.plain());
        for row in &table.rows {
            for (i, (name, cell)) in table.header.iter().zip(row).enumerate() {
                let text = self.text(cell);
                if i == 0 {
                    self.tight("", &text);
                } else {
                    self.tight(&format!("  {}: ", name.plain()), &text);
                }
            }
            self.lines.push(String::new());
        }
    }

    fn contact(&mut self, contact: &Contact) {
        self.tight("", &contact.name.plain());
        for (name, value) in notes::contact(contact, self.words()) {
            self.tight(&format!("  {name}: "), &value.plain());
        }
        self.wrapped("  ", &self.text(&contact.about));
    }

    fn all_sources(&mut self) {
        for source in self.loaded.library.sources.values() {
            self.wrapped("- ", &notes::source(source, self.words()));
        }
    }

    fn all_dates(&mut self) {
        let library = &self.loaded.library;
        for (name, dates) in notes::dates_beside_sections(library, self.words()) {
            self.tight("- ", &format!("{name}: {dates}"));
        }
        for (topic, section) in library.sections() {
            let dates = notes::dates(section.reviewed, section.review_by, self.words());
            self.tight("- ", &format!("{}, {}: {dates}", topic.title, section.title));
        }
        self.lines.push(String::new());
    }

    fn all_problems(&mut self) {
        let problems = &self.loaded.library.problems;
        self.wrapped("", &notes::problems_summary(problems.len(), self.words()));
        for problem in problems {
            self.tight("- ", &problem.to_string());
        }
    }

    fn foot(&mut self, section: &Section, today: Date) {
        let library = &self.loaded.library;
        for line in notes::standing(library, section, today, self.words()) {
            self.tight("", &line);
        }
        self.wrapped("", &self.words().text(Msg::GeneralInformation));
        if self.sources.is_empty() {
            return;
        }
        self.underlined(&self.words().text(Msg::WhoSaysSo), '-');
        for (i, id) in self.sources.clone().into_iter().enumerate() {
            if let Some(source) = library.sources.get(id) {
                self.tight(&format!("{}. ", i + 1), &notes::source(source, self.words()));
            }
        }
    }
}
