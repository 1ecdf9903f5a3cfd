//! A library as a tree of parts that another language must have too.

use std::fmt;

use crate::model::block::{Block, Contact, Picture, Step, Table};
use crate::model::guide::{Card, Choice, Goal, Guide};
use crate::model::library::Library;
use crate::model::place::Place;
use crate::model::text::RichText;
use crate::model::topic::{Section, Topic};

/// A piece that a translation must have too.
pub(super) struct Part<'l> {
    /// What it is, in the author's words.
    pub(super) kind: &'static str,
    /// Its id, if it has one.
    pub(super) id: &'l str,
    /// Where it begins; `None` if nothing in it has a place.
    place: Option<&'l Place>,
    /// What must be the same in every language.
    pub(super) facts: Vec<Fact>,
    /// What it says itself.
    pub(super) text: Option<Text<'l>>,
    /// What it is made of.
    pub(super) parts: Vec<Part<'l>>,
}

/// Something that is no text and must be the same in every language.
pub(super) struct Fact {
    /// The rule that is broken where it differs.
    pub(super) rule: &'static str,
    /// What the author calls it.
    pub(super) name: &'static str,
    /// What it is.
    pub(super) value: String,
}

/// The words of a part.
#[derive(Clone, Copy)]
pub(super) enum Text<'l> {
    /// A title, which has no marks.
    Title(&'l str),
    /// A text.
    Rich(&'l RichText),
}

/// Everything in `library` that its authors wrote themselves.
pub(super) fn of(library: &Library) -> Part<'_> {
    let mut whole = Part::new("language", "").at(&library.authoring.language_file);
    whole
        .parts
        .extend(library.topics().iter().filter(|topic| !topic.sections.iter().all(|it| it.is_stand_in)).map(topic));
    if !library.guide.is_stand_in {
        whole.parts.push(guide(&library.guide));
    }
    whole
}

impl<'l> Part<'l> {
    fn new(kind: &'static str, id: &'l str) -> Self {
        Self { kind, id, place: None, facts: Vec::new(), text: None, parts: Vec::new() }
    }

    fn at(mut self, place: &'l Place) -> Self {
        self.place = Some(place);
        self
    }

    fn text(kind: &'static str, text: &'l RichText) -> Self {
        let mut part = Self::new(kind, "").at(&text.place);
        part.text = Some(Text::Rich(text));
        part
    }

    fn with(mut self, parts: impl IntoIterator<Item = Self>) -> Self {
        self.parts.extend(parts);
        self
    }

    fn fact(mut self, rule: &'static str, name: &'static str, value: impl fmt::Display) -> Self {
        self.facts.push(Fact { rule, name, value: value.to_string() });
        self
    }

    /// Where it begins: its own place, or that of the first part of it that has one.
    pub(super) fn place(&self) -> Option<&'l Place> {
        self.place.or_else(|| self.parts.iter().find_map(Part::place))
    }
}

impl fmt::Display for Part<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.id.is_empty() { write!(f, "{}", self.kind) } else { write!(f, "{} `{}`", self.kind, self.id) }
    }
}

fn topic(topic: &Topic) -> Part<'_> {
    let sections = topic.sections.iter().filter(|section| !section.is_stand_in).map(section);
    let mut part = Part::new("topic", topic.id.as_str()).at(&topic.place).with(sections);
    part.text = Some(Text::Title(&topic.title));
    part.fact("same-pictures", "picture", &topic.picture)
}

fn section(section: &Section) -> Part<'_> {
    let mut part = Part::new("section", section.id.as_str()).at(&section.place).with(section.blocks.iter().map(block));
    part.text = Some(Text::Title(&section.title));
    part.fact("same-flags", "emergency", section.emergency)
        .fact("same-flags", "for_staff", section.for_staff)
        .fact("same-dates", "reviewed", section.reviewed)
        .fact("same-dates", "review_by", section.review_by)
}

fn block(it: &Block) -> Part<'_> {
    match it {
        Block::Paragraph(text) => Part::text("paragraph", text),
        Block::Heading(text) => Part::text("heading", text),
        Block::Here(text) => Part::text("here", text),
        Block::LocalServices(text) => Part::text("local_services", text),
        Block::List(items) => Part::new("list", "").with(items.iter().map(|item| Part::text("item", item))),
        Block::Steps(steps) => Part::new("steps", "").with(steps.iter().map(step)),
        Block::Callout(callout) => Part::new("callout", "")
            .with([Part::text("title", &callout.title)])
            .with(callout.blocks.iter().map(block))
            .fact("same-flags", "kind", format!("{:?}", callout.kind).to_lowercase()),
        Block::Table(it) => table(it),
        Block::Picture(it) => picture(it),
        Block::Contacts(contacts) => Part::new("contacts", "").with(contacts.iter().map(contact)),
        Block::Question { ask, answer } => {
            Part::new("question", "").with([Part::text("ask", ask)]).with(answer.iter().map(block))
        }
        Block::See(links) => {
            let to: Vec<&str> = links.iter().map(|link| link.section.as_str()).collect();
            let mut part = Part::new("see", "");
            part.place = links.first().map(|link| &link.place);
            part.fact("same-structure", "sections", to.join(", "))
        }
        Block::AllSources => Part::new("all_sources", ""),
        Block::AllDates => Part::new("all_dates", ""),
        Block::AllProblems => Part::new("all_problems", ""),
        Block::Guide => Part::new("guide", ""),
        Block::Practice => Part::new("practice", ""),
    }
}

fn step(step: &Step) -> Part<'_> {
    Part::new("step", "")
        .with([Part::text("title", &step.title), Part::text("text", &step.text)])
        .with(step.brief.iter().map(|brief| Part::text("brief", brief)))
        .with(step.picture.iter().map(picture))
}

fn picture(picture: &Picture) -> Part<'_> {
    Part::new("picture", "")
        .with([Part::text("alt", &picture.alt)])
        .with(picture.caption.iter().map(|caption| Part::text("caption", caption)))
        .fact("same-pictures", "picture", &picture.id)
}

fn table(table: &Table) -> Part<'_> {
    Part::new("table", "")
        .with([Part::text("caption", &table.caption)])
        .with(table.header.iter().map(|cell| Part::text("column", cell)))
        .with(
            table.rows.iter().map(|cells| Part::new("row", "").with(cells.iter().map(|cell| Part::text("cell", cell)))),
        )
}

fn contact(contact: &Contact) -> Part<'_> {
    let ways = [
        ("phone", &contact.phone),
        ("text", &contact.text),
        ("tty", &contact.tty),
        ("hours", &contact.hours),
        ("languages", &contact.languages),
    ];
    Part::new("contact", "")
        .with([Part::text("name", &contact.name), Part::text("about", &contact.about)])
        .with(ways.into_iter().filter_map(|(kind, way)| Some(Part::text(kind, way.as_ref()?))))
}

fn guide(guide: &Guide) -> Part<'_> {
    let steps = guide.steps.iter().map(|step| Part::new("step", step.id.as_str()).with(step.cards.iter().map(card)));
    let forms = guide.forms.iter().map(|form| {
        Part::new("form", form.id.as_str())
            .with([Part::text("title", &form.title), picture(&form.picture)])
            .with(form.cards.iter().map(card))
            .fact("same-ways", "interval", &form.interval)
    });
    Part::new("guide", "")
        .at(&guide.place)
        .with(guide.say.iter().map(|text| Part::text("say", text)))
        .with(guide.stay_on_the_line.iter().map(|text| Part::text("stay_on_the_line", text)))
        .with(guide.place_unknown.iter().map(|text| Part::text("place_unknown", text)))
        .with(steps)
        .with(forms)
        .fact("same-dates", "reviewed", guide.reviewed)
        .fact("same-dates", "review_by", guide.review_by)
}

fn card(card: &Card) -> Part<'_> {
    let tool = card.tool.map_or_else(|| "none".to_owned(), |tool| format!("{tool:?}").to_lowercase());
    Part::new("card", card.id.as_str())
        .at(&card.place)
        .with([Part::text("title", &card.title)])
        .with(card.texts.iter().map(|text| Part::text("text", text)))
        .with(card.picture.iter().map(picture))
        .with(card.ask.iter().map(|ask| Part::text("ask", ask)))
        .with(card.choices.iter().map(choice))
        .fact("same-flags", "tool", tool)
        .fact("same-flags", "keeps_rhythm", card.keeps_rhythm)
}

fn choice(choice: &Choice) -> Part<'_> {
    let early = choice.early.as_ref().map_or_else(|| "nothing".to_owned(), goal);
    Part::new("choice", "")
        .with([Part::text("label", &choice.label)])
        .fact("same-ways", "goes", goal(&choice.goes))
        .fact("same-ways", "early", early)
        .fact("same-flags", "usual", choice.is_usual)
        .fact("same-flags", "gives_dose", choice.gives_dose)
}

fn goal(goal: &Goal) -> String {
    match goal {
        Goal::Card(id) => format!("\"{id}\""),
        Goal::NextStep => "next".to_owned(),
        Goal::Form => "form".to_owned(),
        Goal::Leave => "leave".to_owned(),
    }
}
