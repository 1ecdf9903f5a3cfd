//! `also-called.ron` → what readers call things.

use std::collections::BTreeSet;

use super::file::File;
use super::record::{self, Record};
use super::ron_value::RonValue;
use crate::model::id::SectionId;
use crate::model::names::{Names, SectionNames, WordNames};

/// Reads the names of a language whose sections are `sections`. A mistake in an entry costs that entry.
pub(super) fn names(file: &File<'_>, sections: &BTreeSet<SectionId>) -> Option<Names> {
    let record = Record::read(file, RonValue::whole(file)?, "also_called")?;
    let emergency = record.optional("emergency").and_then(|value| texts(file, value, &mut BTreeSet::new()));
    let emergency_words = record.optional("emergency_words").and_then(|value| single_words(file, value));
    let emergency_people = record.optional("emergency_people").and_then(|value| single_words(file, value));
    let emergency_states =
        record.optional("emergency_states").and_then(|value| texts(file, value, &mut BTreeSet::new()));
    let words = record.optional("words").and_then(|value| record::list(file, value, 1));
    let section_values = record.optional("sections").and_then(|value| record::list(file, value, 1));
    record.finish();
    let mut seen = BTreeSet::new();
    let words = words.into_iter().flatten().filter_map(|value| word(file, value, &mut seen)).collect();
    let mut seen = BTreeSet::new();
    let of_section = |value| section(file, value, sections, &mut seen);
    let sections = section_values.into_iter().flatten().filter_map(of_section).collect();
    Some(Names {
        emergency: emergency.unwrap_or_default(),
        emergency_words: emergency_words.unwrap_or_default(),
        emergency_people: emergency_people.unwrap_or_default(),
        emergency_states: emergency_states.unwrap_or_default(),
        words,
        sections,
        small: Vec::new(),
    })
}

fn word<'a>(file: &File<'a>, value: RonValue<'a>, seen: &mut BTreeSet<String>) -> Option<WordNames> {
    let record = Record::read(file, value, "word")?;
    let is_value = record.required("is");
    let also_called = record.required("also_called");
    record.finish();
    let is_value = is_value?;
    let is = record::plain_text(file, is_value)?.into_owned();
    if !seen.insert(folded(&is)) {
        file.problem("duplicate-name", is_value.source(), format!("the word \"{is}\" is here twice; keep one"));
        return None;
    }
    // A word is no other name of itself.
    let also_called = texts(file, also_called?, &mut BTreeSet::from([folded(&is)]))?;
    Some(WordNames { is, also_called })
}

fn section<'a>(
    file: &File<'a>,
    value: RonValue<'a>,
    sections: &BTreeSet<SectionId>,
    seen: &mut BTreeSet<String>,
) -> Option<SectionNames> {
    let record = Record::read(file, value, "section")?;
    let id_value = record.required("id");
    let also_called = record.required("also_called").and_then(|value| texts(file, value, &mut BTreeSet::new()));
    record.finish();
    let id_value = id_value?;
    let id = record::id(file, id_value)?;
    let Some(section) = sections.get(id.as_str()) else {
        let hint = record::nearest(&id, sections.iter().map(SectionId::as_str))
            .map_or_else(|| "mend the name or take it out".to_owned(), |known| format!("did you mean `{known}`?"));
        file.problem("unknown-section", id_value.source(), format!("no section has the id `{id}`; {hint}"));
        return None;
    };
    if !seen.insert(id) {
        let message = format!("the section `{section}` is here twice; put all its names into one list");
        file.problem("duplicate-name", id_value.source(), message);
        return None;
    }
    Some(SectionNames { section: section.clone(), also_called: also_called? })
}

/// The words of a list, each once.
fn single_words<'a>(file: &File<'a>, value: RonValue<'a>) -> Option<Vec<String>> {
    texts_that(file, value, &mut BTreeSet::new(), |word, value| {
        let is_single = !word.trim().contains(char::is_whitespace);
        if !is_single {
            let message =
                format!("\"{word}\" is more than one word; this list takes single ones, `emergency` takes several");
            file.problem("several-words", value.source(), message);
        }
        is_single
    })
}

/// The texts of a list, each once; `None`, after noting why, if nothing is left of it.
fn texts<'a>(file: &File<'a>, value: RonValue<'a>, seen: &mut BTreeSet<String>) -> Option<Vec<String>> {
    texts_that(file, value, seen, |_, _| true)
}

/// The same of those texts that `may_stand` there; it notes why the others may not.
fn texts_that<'a>(
    file: &File<'a>,
    value: RonValue<'a>,
    seen: &mut BTreeSet<String>,
    may_stand: impl Fn(&str, RonValue<'a>) -> bool,
) -> Option<Vec<String>> {
    let mut texts = Vec::new();
    for value in record::list(file, value, 1)? {
        let Some(text) = record::plain_text(file, value) else { continue };
        if !seen.insert(folded(&text)) {
            file.problem("duplicate-name", value.source(), format!("\"{text}\" is here twice; keep one"));
        } else if may_stand(&text, value) {
            texts.push(text.into_owned());
        }
    }
    (!texts.is_empty()).then_some(texts)
}

/// Search does not tell letters from capitals, nor one space from two.
fn folded(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}
