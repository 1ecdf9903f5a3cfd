//! Model → page data.

use jiff::civil::Date;

use super::clean::{breakable, clean, widest_run};
use super::code::call_code;
use super::data::{Document, Handout, Helpline, Origin, PageData, PageWord, Part, SourceData, Text};
use super::{PrintError, Request};
use crate::model::id::SourceId;
use crate::model::library::Library;
use crate::model::paper::Layout;
use crate::model::source::ReadHow;
use crate::model::text::RichText;
use crate::model::topic::Section;
use crate::notes;
use crate::words::{Msg, Words};

/// The pages that `request` asks for, as data.
///
/// # Errors
/// If the request asks for what is not in the library.
pub fn compose(library: &Library, words: &Words, request: &Request) -> Result<PageData, PrintError> {
    let mut composer = Composer::new(library, words, request);
    let (title, document) = match request.layout {
        Layout::Handout | Layout::LargePrint => composer.handout(&named_sections(library, request)?),
        Layout::Card => composer.card()?,
        Layout::Poster => composer.poster()?,
    };
    Ok(PageData {
        layout: request.layout,
        id: document_id(library, request),
        day: request.day,
        language: library.edition.language.clone(),
        title,
        paper: request.paper.into(),
        is_large: request.layout == Layout::LargePrint,
        page_words: composer.page_words(),
        origins: composer.origins,
        document,
    })
}

/// What tells the document from others.
pub(super) fn document_id(library: &Library, request: &Request) -> String {
    let ids: Vec<&str> = request.sections.iter().map(super::SectionId::as_str).collect();
    let beside = request.beside.as_ref().map(|language| format!("{language} ")).unwrap_or_default();
    let (layout, paper, version) = (request.layout.name(), request.paper.name(), &library.edition.version);
    format!("{layout} {paper} {version} {beside}{}", ids.join(" "))
}

/// The sections that are asked for.
pub(super) fn named_sections<'l>(library: &'l Library, request: &Request) -> Result<Vec<&'l Section>, PrintError> {
    let find = |id| library.section(id).map(|(_, section)| section);
    let sections: Result<Vec<&Section>, PrintError> = request
        .sections
        .iter()
        .map(|id| find(id).ok_or_else(|| PrintError::NoSection { section: id.to_string() }))
        .collect();
    sections.and_then(|sections| if sections.is_empty() { Err(PrintError::Nothing) } else { Ok(sections) })
}

/// Turns the model into data, and remembers which words came from where.
pub(super) struct Composer<'c> {
    pub(super) library: &'c Library,
    pub(super) words: &'c Words,
    /// The sources cited so far; a source's number is its position, counted from 1.
    pub(super) sources: Vec<&'c SourceId>,
    pub(super) origins: Vec<Origin>,
    pub(super) day: Date,
    pub(super) layout: Layout,
    widest_run: usize,
}

impl<'c> Composer<'c> {
    pub(super) fn new(library: &'c Library, words: &'c Words, request: &Request) -> Self {
        let (day, layout) = (request.day, request.layout);
        let widest_run = widest_run(layout);
        Self { library, words, sources: Vec::new(), origins: Vec::new(), day, layout, widest_run }
    }

    /// Gives the sources of `section` their numbers.
    pub(super) fn cite(&mut self, section: &'c Section) {
        for source in section.sources() {
            if !self.sources.contains(&source) {
                self.sources.push(source);
            }
        }
    }

    /// What is said from here on belongs to `place`.
    pub(super) fn begin(&mut self, place: &str) {
        self.origins.push(Origin { place: place.to_owned(), texts: String::new() });
    }

    /// Words as they go to paper.
    pub(super) fn say(&mut self, words: &str) -> String {
        let words = clean(words);
        if let Some(origin) = self.origins.last_mut() {
            origin.texts.push_str(&words);
        }
        breakable(words, self.widest_run)
    }

    /// A message of the interface.
    pub(super) fn msg(&mut self, msg: Msg) -> String {
        let text = self.words.text(msg);
        self.say(&text)
    }

    /// A text of the content, with the numbers of its sources.
    pub(super) fn text(&mut self, text: &'c RichText) -> Text {
        let numbers = notes::numbers(&self.sources, text);
        let spans = text.spans.iter().map(|span| (self.say(span.shown()), span.is_strong())).collect();
        let mark = text.being_checked.then(|| self.msg(Msg::BeingChecked));
        Text { spans, mark, numbers: Some(numbers).filter(|numbers| !numbers.is_empty()) }
    }

    /// "Page 1 of 2" with empty places: only the typesetter knows the numbers.
    pub(super) fn page_words(&mut self) -> Vec<PageWord> {
        self.begin("interface.ftl");
        // Two characters that stand in no message: no font has them.
        let (number, count) = ('\u{e000}', '\u{e001}');
        let args = [("number", number.to_string().into()), ("count", count.to_string().into())];
        let text = self.words.with(Msg::PrintPage, &args);
        let pieces = text.split_inclusive([number, count]).flat_map(|piece| {
            let place = match piece.chars().last() {
                Some(last) if last == number => Some(PageWord::Number),
                Some(last) if last == count => Some(PageWord::Count),
                _ => None,
            };
            let words = self.say(piece.trim_end_matches([number, count]));
            [Some(PageWord::Words(words)), place].into_iter().flatten()
        });
        pieces.collect()
    }

    fn handout(&mut self, sections: &[&'c Section]) -> (String, Document) {
        sections.iter().for_each(|section| self.cite(section));
        let parts: Vec<Part> = sections.iter().map(|section| self.part(section)).collect();
        let title = self.title_for(sections);
        let handout = Handout {
            parts,
            helpline: self.helpline(),
            closing: self.closing(sections),
            sources_title: self.msg(Msg::WhoSaysSo),
            sources_note: self.sources_note(sections),
            sources: self.source_list(),
            sources_foot: self.foot(&title, sections),
        };
        (title, Document::Handout(Box::new(handout)))
    }

    /// What the mark on a text means that has no sources yet.
    pub(super) fn sources_note(&mut self, sections: &[&Section]) -> Option<String> {
        let is_being_checked = sections.iter().any(|section| section.is_being_checked());
        is_being_checked.then(|| self.msg(Msg::BeingCheckedExplained))
    }

    /// What stands on every foot once more, for screen readers pass over feet.
    pub(super) fn closing(&mut self, sections: &[&Section]) -> Vec<String> {
        let version = self.library.edition.version.as_str();
        let mut closing = self.standing(sections);
        closing.push(self.words.text(Msg::GeneralInformation));
        closing.push(self.words.with(Msg::ContentVersion, &[("version", version.into())]));
        closing.iter().map(|line| self.say(line)).collect()
    }

    /// The title of the document.
    pub(super) fn title_for(&mut self, sections: &[&Section]) -> String {
        let title = match sections {
            [one] => one.title.clone(),
            several => self.title_of(several),
        };
        self.begin(&title);
        self.say(&title)
    }

    /// The title of several sections: their topic's, or that they were gathered.
    fn title_of(&self, sections: &[&Section]) -> String {
        let topics = sections.iter().filter_map(|section| self.library.section(&section.id).map(|(topic, _)| topic));
        let mut titles: Vec<&str> = topics.map(|topic| topic.title.as_str()).collect();
        titles.dedup();
        match titles.as_slice() {
            [one] => (*one).to_owned(),
            _ => self.words.text(Msg::PrintSelection),
        }
    }

    fn part(&mut self, section: &'c Section) -> Part {
        self.begin(section.id.as_str());
        let title = self.say(&section.title);
        Part {
            notices: self.notices(section),
            blocks: self.blocks(&section.blocks),
            foot: self.foot(&title, &[section]),
            title,
        }
    }

    pub(super) fn source_list(&mut self) -> Vec<SourceData> {
        let mut list = Vec::new();
        for (at, id) in self.sources.clone().into_iter().enumerate() {
            let Some(source) = self.library.sources.get(id) else { continue };
            self.begin(id.as_str());
            // What was read as a whole needs no remark on paper.
            let read = (source.read != ReadHow::Page).then(|| self.words.text(notes::read_how(source.read)));
            let published = format!("{}.", notes::published(source, self.words));
            let about: Vec<String> = [Some(published), read, notes::remark(source)].into_iter().flatten().collect();
            list.push(SourceData {
                number: at + 1,
                title: self.say(&source.title),
                about: self.say(&about.join(" ")),
                url: source.url.as_ref().map(|url| self.say(url)),
            });
        }
        list
    }

    /// The line to call that stands on handouts.
    pub(super) fn helpline(&mut self) -> Option<Helpline> {
        let line = self.library.helpline()?;
        let code = call_code(line.number)?;
        let alt = self.words.with(Msg::PrintCode, &[("number", line.number.into())]);
        Some(Helpline {
            name: self.say(&line.name.plain()),
            number: self.say(line.number),
            about: line.about.map(|about| self.text_without_numbers(about)),
            alt: self.say(&alt),
            code,
        })
    }

    /// A text whose sources are listed elsewhere.
    pub(super) fn text_without_numbers(&mut self, text: &'c RichText) -> Text {
        Text { numbers: None, ..self.text(text) }
    }
}
