//! `words.ron` → the words of a language that the checks on content must know.

use std::collections::BTreeSet;

use super::file::File;
use super::record::{self, Record};
use super::ron_value::RonValue;
use super::source::list_of;
use crate::model::id::SectionId;
use crate::model::vocabulary::{AvoidedWords, NumberWords, UnitWords, Vocabulary};

/// The words of the language `wanted`; `None` if the file says nothing of it. What is wrong with the words of another
/// language is noted too.
pub(super) fn vocabulary(file: &File<'_>, wanted: &str) -> Option<Vocabulary> {
    let mut found = None;
    let mut seen = BTreeSet::new();
    for value in list_of(file, "words")? {
        let Some((id, vocabulary)) = language(file, value) else { continue };
        if id == wanted {
            found = Some(vocabulary);
        }
        if !seen.insert(id) {
            file.problem("duplicate-id", value.source(), "this language is here twice; keep one");
        }
    }
    found
}

fn language<'a>(file: &File<'a>, value: RonValue<'a>) -> Option<(String, Vocabulary)> {
    let record = Record::read(file, value, "language")?;
    let id = record.id("id");
    let teaching = texts(file, &record, "teaching");
    let known = texts(file, &record, "known_abbreviations");
    let dotted = texts(file, &record, "dotted");
    let needless_begins = texts(file, &record, "needless_begins");
    let no_numbers = texts(file, &record, "no_numbers");
    let no_doses_of = texts(file, &record, "no_doses_of");
    let numbers = records(file, &record, "numbers", number);
    let units = records(file, &record, "units", unit);
    let avoid = records(file, &record, "avoid", avoided);
    record.finish();
    let vocabulary = Vocabulary {
        avoid,
        teaching: teaching.iter().map(|id| SectionId::from(id.as_str())).collect(),
        known_abbreviations: known.into_iter().collect(),
        dotted: dotted.into_iter().collect(),
        needless_begins,
        no_numbers,
        no_doses_of,
        numbers,
        units,
    };
    Some((id?, vocabulary))
}

fn avoided<'a>(file: &File<'a>, value: RonValue<'a>) -> Option<AvoidedWords> {
    let record = Record::read(file, value, "avoid")?;
    let forms = record.list("words", 1).map(|values| plain_texts(file, values));
    let unless = texts(file, &record, "unless");
    let instead = record.text("instead");
    let why = record.text("why");
    let source = record.text("source");
    record.finish();
    Some(AvoidedWords { forms: forms?, unless, instead: instead?, why: why?, source: source? })
}

fn number<'a>(file: &File<'a>, value: RonValue<'a>) -> Option<NumberWords> {
    let record = Record::read(file, value, "number")?;
    let number = record.optional_whole("is", 0..=1000);
    let always = texts(file, &record, "words");
    let maybe = texts(file, &record, "maybe");
    record.finish();
    Some(NumberWords { value: number?, always, maybe })
}

fn unit<'a>(file: &File<'a>, value: RonValue<'a>) -> Option<UnitWords> {
    let record = Record::read(file, value, "unit")?;
    let id = record.text("id");
    let words = record.list("words", 1).map(|values| plain_texts(file, values));
    let may_be_left_out = record.flag("may_be_left_out");
    record.finish();
    Some(UnitWords { id: id?, words: words?, may_be_left_out })
}

/// What `read` makes of the records in the list `name`, which may be left out; one with a mistake is left out.
fn records<'a, T>(
    file: &File<'a>,
    record: &Record<'_, 'a>,
    name: &'static str,
    read: impl Fn(&File<'a>, RonValue<'a>) -> Option<T>,
) -> Vec<T> {
    let values = record.optional(name).and_then(|value| record::list(file, value, 1)).unwrap_or_default();
    values.into_iter().filter_map(|value| read(file, value)).collect()
}

/// The texts in the list `name`, which may be left out.
fn texts<'a>(file: &File<'a>, record: &Record<'_, 'a>, name: &'static str) -> Vec<String> {
    let values = record.optional(name).and_then(|value| record::list(file, value, 1)).unwrap_or_default();
    plain_texts(file, values)
}

fn plain_texts<'a>(file: &File<'a>, values: Vec<RonValue<'a>>) -> Vec<String> {
    values.into_iter().filter_map(|value| record::plain_text(file, value)).map(std::borrow::Cow::into_owned).collect()
}
