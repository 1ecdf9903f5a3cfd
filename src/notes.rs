//! What every reader says about the content in the same words: screen, terminal, paper.
//!
//! Each function turns a part of the model into short lines in the words of the interface, and draws nothing.

pub mod health;
mod standing;
pub mod trouble;

pub use standing::{
    approved, dates, dates_beside_sections, guide_notices, guide_standing, notices, standing, translated,
};

use std::time::Duration;

use crate::model::block::{CalloutKind, Contact};
use crate::model::guide::Wait;
use crate::model::id::SourceId;
use crate::model::library::Library;
use crate::model::protocol::{Decimal, Quantity, Unit};
use crate::model::site::{Service, Site};
use crate::model::source::{ReadHow, Source, SourceKind};
use crate::model::text::RichText;
use crate::model::topic::{Section, Topic};
use crate::words::{self, Msg, Words};

/// A name and what it stands for, such as "Hours" and "24 hours, every day".
pub type Fact = (String, String);

/// The words of `text`, and that they are being checked if they are.
pub fn spoken(text: &RichText, words: &Words) -> String {
    let plain = text.plain();
    if text.being_checked { format!("{plain} ({})", words.text(Msg::BeingChecked)) } else { plain }
}

/// The numbers of the sources of `text`, such as "1, 3–5": positions in `sources`, counted from 1.
pub fn numbers(sources: &[&SourceId], text: &RichText) -> String {
    let position = |id: &SourceId| sources.iter().position(|other| *other == id).map(|at| at + 1);
    let mut numbers: Vec<usize> = text.sources.iter().filter_map(position).collect();
    numbers.sort_unstable();
    let runs = numbers.chunk_by(|a, b| a + 1 == *b);
    runs.map(run).collect::<Vec<_>>().join(", ")
}

/// Numbers that follow one another, such as "3–5"; two of them stay "3, 4".
fn run(numbers: &[usize]) -> String {
    match numbers {
        [first, _, .., last] => format!("{first}–{last}"),
        few => few.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
    }
}

/// A time as a clock shows it, such as "2:05".
pub fn clock(time: Duration, words: &Words) -> String {
    let (minutes, secs) = (time.as_secs() / 60, time.as_secs() % 60);
    words.with(Msg::Clock, &[("minutes", minutes.to_string().into()), ("secs", format!("{secs:02}").into())])
}

/// The time between two doses, such as "2 to 3 minutes".
pub fn wait(wait: Wait, words: &Words) -> String {
    time_range(wait.least, wait.most, words)
}

/// A time in whole minutes, or in seconds if it is none, such as "2 minutes".
pub fn whole_minutes(time: Duration, words: &Words) -> String {
    time_range(time, time, words)
}

fn time_range(least: Duration, most: Duration, words: &Words) -> String {
    let is_minutes = [least, most].iter().all(|time| time.as_secs() % 60 == 0 && time.subsec_nanos() == 0);
    let (unit, unit_secs) = if is_minutes { (Unit::Minutes, 60) } else { (Unit::Seconds, 1) };
    let amount = |time: Duration| Decimal::whole((time.as_secs() / unit_secs) as u32);
    words::quantity(words, &Quantity { least: amount(least), most: amount(most), unit })
}

/// A source in one line: title, publisher, date, address, how it was read.
pub fn source(source: &Source, words: &Words) -> String {
    let mut parts =
        vec![format!("{}.", source.title), format!("{}.", published(source, words)), words.text(read_how(source.read))];
    parts.extend(remark(source));
    parts.extend(source.url.clone());
    parts.join(" ")
}

/// Who published a source, and when.
pub fn published(source: &Source, words: &Words) -> String {
    let args = [("publisher", source.publisher.as_str().into()), ("published", source.published.as_str().into())];
    words.with(Msg::SourcePublished, &args)
}

/// The remark on how a source was read, as a sentence.
pub fn remark(source: &Source) -> Option<String> {
    let note = source.note.as_ref()?;
    let mut letters = note.chars();
    let first = letters.next()?.to_uppercase();
    Some(format!("{first}{}.", letters.as_str()))
}

/// How much of a source was read.
pub fn read_how(read: ReadHow) -> Msg {
    match read {
        ReadHow::Page => Msg::SourceReadPage,
        ReadHow::Copy => Msg::SourceReadCopy,
        ReadHow::Part => Msg::SourceReadPart,
        ReadHow::None => Msg::SourceReadNone,
    }
}

/// Every source, the strongest kind first; a kind that has none is left out.
pub fn sources_by_kind(library: &Library) -> Vec<(SourceKind, Vec<&Source>)> {
    let kinds = [SourceKind::Guideline, SourceKind::Agency, SourceKind::Paper, SourceKind::Other];
    let of_kind = |kind| library.sources.values().filter(move |source| source.kind == kind).collect();
    kinds
        .map(|kind| (kind, of_kind(kind)))
        .into_iter()
        .filter(|(_, sources): &(_, Vec<&Source>)| !sources.is_empty())
        .collect()
}

/// How many problems the content has.
pub fn problems_summary(count: usize, words: &Words) -> String {
    let msg = if count == 0 { Msg::ProblemsNone } else { Msg::ProblemsSome };
    words.with(msg, &[("count", count.into())])
}

/// The heading over the sources of a kind.
pub fn source_kind(kind: SourceKind) -> Msg {
    match kind {
        SourceKind::Guideline => Msg::SourceKindGuideline,
        SourceKind::Agency => Msg::SourceKindAgency,
        SourceKind::Paper => Msg::SourceKindPaper,
        SourceKind::Other => Msg::SourceKindOther,
    }
}

/// The word for what a callout is about, for readers who do not see its colour.
pub fn callout_word(kind: CalloutKind) -> Msg {
    match kind {
        CalloutKind::Danger => Msg::CalloutDanger,
        CalloutKind::Urgent => Msg::CalloutUrgent,
        CalloutKind::Note => Msg::CalloutNote,
        CalloutKind::Good => Msg::CalloutGood,
    }
}

/// The ways to reach a contact that there are, each with its name.
pub fn contact<'c>(contact: &'c Contact, words: &Words) -> Vec<(String, &'c RichText)> {
    let ways = [
        (Msg::ContactPhone, &contact.phone),
        (Msg::ContactText, &contact.text),
        (Msg::ContactTty, &contact.tty),
        (Msg::ContactHours, &contact.hours),
        (Msg::ContactLanguages, &contact.languages),
    ];
    ways.into_iter().filter_map(|(msg, value)| Some((words.text(msg), value.as_ref()?))).collect()
}

/// `ways` to reach somebody without the number to call, which stands in larger type above them.
pub fn beside_call<T>(ways: Vec<(String, T)>, words: &Words) -> Vec<(String, T)> {
    let call = words.text(Msg::ContactPhone);
    ways.into_iter().filter(|(name, _)| *name != call).collect()
}

/// Where the reader is, as far as the site file says. Nothing is ever made up.
pub fn here(site: &Site, words: &Words) -> Vec<Fact> {
    let facts = [
        (Msg::HereAddress, &site.address),
        (Msg::HereRoom, &site.room),
        (Msg::HereDoorCode, &site.door_code),
        (Msg::HereNaloxone, &site.naloxone_location),
        (Msg::HereAed, &site.aed_location),
    ];
    present(&facts, words)
}

/// What is known about a local service beside its name.
pub fn service(service: &Service, words: &Words) -> Vec<Fact> {
    let facts = [
        (Msg::ContactPhone, &service.phone),
        (Msg::ServiceAddress, &service.address),
        (Msg::ContactHours, &service.hours),
    ];
    let mut facts = present(&facts, words);
    let checked = words.with(Msg::ServiceChecked, &[("date", words::date(words, service.checked).into())]);
    facts.push((String::new(), checked));
    facts
}

fn present(facts: &[(Msg, &Option<String>)], words: &Words) -> Vec<Fact> {
    facts.iter().filter_map(|(msg, value)| Some((words.text(*msg), Option::clone(value)?))).collect()
}

/// That no card of the guide is called `id`, and what they are called.
pub fn no_such_card(library: &Library, id: &str, words: &Words) -> String {
    let cards: Vec<&str> = library.guide.cards().map(|card| card.id.as_str()).collect();
    words.with(Msg::NoSuchCard, &[("id", id.into()), ("cards", cards.join(", ").into())])
}

/// The section, or all sections for readers of the topic, called `id`, in reading order.
pub fn sections_called<'l>(library: &'l Library, id: &str) -> Vec<&'l Section> {
    let is_called =
        |topic: &Topic, section: &Section| section.id.as_str() == id || (topic.id.as_str() == id && !section.for_staff);
    library.sections().filter(|(topic, section)| is_called(topic, section)).map(|(_, section)| section).collect()
}

/// That nothing is called `id`, and what was most likely meant.
pub fn no_such_section(library: &Library, id: &str, words: &Words) -> String {
    let sections = library.sections().map(|(_, section)| section.id.as_str());
    let topics = library.topics().iter().map(|topic| topic.id.as_str());
    let nearest = sections
        .chain(topics)
        .map(|known| (strsim::damerau_levenshtein(id, known), known))
        .filter(|(distance, known)| *distance <= known.len() / 2)
        .min();
    match nearest {
        Some((_, guess)) => words.with(Msg::NoSuchSectionGuess, &[("id", id.into()), ("guess", guess.into())]),
        None => words.with(Msg::NoSuchSection, &[("id", id.into())]),
    }
}
