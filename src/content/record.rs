//! A record of a content file, read field by field, with every mistake in it noted.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use jiff::civil::Date;

use super::file::File;
use super::ron_value::RonValue;
use crate::model::id::is_valid_id;

/// The fields of one `name(field: value, …)`.
///
/// Ask for every field that there may be, then call [`Record::finish`], which notes the ones that nobody asked for.
pub(super) struct Record<'f, 'a> {
    file: &'f File<'a>,
    kind: &'static str,
    source: &'a str,
    fields: Vec<Field<'a>>,
    asked: RefCell<Vec<&'static str>>,
}

/// More fields than this are looked up, and not compared one by one.
const SHORT: usize = 16;

struct Field<'a> {
    name: &'a str,
    value: RonValue<'a>,
    used: Cell<bool>,
}

impl<'f, 'a> Record<'f, 'a> {
    /// Reads `value` as a record called `kind`; `None`, after noting why, if it is something else.
    pub(super) fn read(file: &'f File<'a>, value: RonValue<'a>, kind: &'static str) -> Option<Self> {
        let right_name = value.name().is_none_or(|name| name == kind);
        let Some(fields) = value.fields().filter(|_| right_name) else {
            let message = format!("expected `{kind}(…)` with fields here, found {}", describe(value));
            file.problem("wrong-kind", value.source(), message);
            return None;
        };
        let mut record = Self { file, kind, source: value.source(), fields: Vec::new(), asked: RefCell::default() };
        record.fields.reserve_exact(fields.len());
        let mut seen = BTreeSet::new();
        for (name, value) in fields {
            // Every record that makes sense is short.
            let is_new = if record.fields.len() <= SHORT {
                record.fields.iter().all(|field| field.name != name)
            } else {
                if seen.is_empty() {
                    seen.extend(record.fields.iter().map(|field| field.name));
                }
                seen.insert(name)
            };
            if is_new {
                record.fields.push(Field { name, value, used: Cell::new(false) });
            } else {
                file.problem("duplicate-field", name, format!("field `{name}` is here twice in this {kind}; keep one"));
            }
        }
        Some(record)
    }

    /// The record's text, for places.
    pub(super) fn source(&self) -> &'a str {
        self.source
    }

    /// The field `name`, which may be left out.
    pub(super) fn optional(&self, name: &'static str) -> Option<RonValue<'a>> {
        self.asked.borrow_mut().push(name);
        let field = self.fields.iter().find(|field| field.name == name)?;
        field.used.set(true);
        Some(field.value)
    }

    /// The field `name`, which must be there.
    pub(super) fn required(&self, name: &'static str) -> Option<RonValue<'a>> {
        let value = self.optional(name);
        if value.is_none() && !self.has_a_near_miss_of(name) {
            let kind = self.kind;
            self.file.problem("missing-field", self.source, format!("this {kind} has no `{name}`; add one"));
        }
        value
    }

    /// A misspelt field is reported once, as unknown, and not a second time as missing.
    fn has_a_near_miss_of(&self, name: &str) -> bool {
        self.fields.iter().any(|field| !field.used.get() && is_like(field.name, name))
    }

    /// The plain text in field `name`, which must be there and not be empty.
    pub(super) fn text(&self, name: &'static str) -> Option<String> {
        self.required(name).and_then(|value| plain_text(self.file, value)).map(Cow::into_owned)
    }

    /// The plain text in field `name`, which may be left out but not be empty.
    pub(super) fn optional_text(&self, name: &'static str) -> Option<String> {
        self.optional(name).and_then(|value| plain_text(self.file, value)).map(Cow::into_owned)
    }

    /// The id in field `name`.
    pub(super) fn id(&self, name: &'static str) -> Option<String> {
        self.required(name).and_then(|value| id(self.file, value))
    }

    /// The date in field `name`, written `"2026-11-22"`.
    pub(super) fn date(&self, name: &'static str) -> Option<Date> {
        let value = self.required(name)?;
        let text = plain_text(self.file, value)?;
        // `jiff` reads more forms of a date than authors should use.
        let date = text.parse().ok().filter(|date: &Date| date.to_string() == text);
        if date.is_none() {
            let message = format!("\"{text}\" is not a date; write year-month-day, such as \"2026-11-22\"");
            self.file.problem("date", value.source(), message);
        }
        date
    }

    /// The values of the list in field `name`, which must be there; `least` of them at least.
    pub(super) fn list(&self, name: &'static str, least: usize) -> Option<Vec<RonValue<'a>>> {
        list(self.file, self.required(name)?, least)
    }

    /// The `true` or `false` in field `name`; `false` if it is left out.
    pub(super) fn flag(&self, name: &'static str) -> bool {
        let Some(value) = self.optional(name) else { return false };
        let flag = value.get::<bool>();
        if flag.is_none() {
            let message = format!("expected `true` or `false` here, found {}", describe(value));
            self.file.problem("wrong-kind", value.source(), message);
        }
        flag.unwrap_or(false)
    }

    /// The whole number in field `name`, which may be left out, or else must be in `range`.
    pub(super) fn optional_whole(&self, name: &'static str, range: RangeInclusive<u32>) -> Option<u32> {
        let value = self.optional(name)?;
        let number = value.get::<u32>().filter(|number| range.contains(number));
        if number.is_none() {
            let (least, most) = range.into_inner();
            let message =
                format!("expected a whole number from {least} to {most} without quotes, found {}", describe(value));
            self.file.problem("wrong-number", value.source(), message);
        }
        number
    }

    /// The number in field `name`, which may be left out, or else must be in `range`.
    pub(super) fn optional_number(&self, name: &'static str, range: RangeInclusive<f32>) -> Option<f32> {
        let value = self.optional(name)?;
        let number = value.get::<f32>().filter(|number| range.contains(number));
        if number.is_none() {
            let (least, most) = range.into_inner();
            let message = format!("expected a number from {least} to {most} without quotes, found {}", describe(value));
            self.file.problem("wrong-number", value.source(), message);
        }
        number
    }

    /// The word in field `name`, which must be one of `choices`.
    pub(super) fn choice<T: Copy>(&self, name: &'static str, choices: &[(&'static str, T)]) -> Option<T> {
        self.chosen(self.required(name)?, choices)
    }

    /// The word in field `name`, which may be left out, or else must be one of `choices`.
    pub(super) fn optional_choice<T: Copy>(&self, name: &'static str, choices: &[(&'static str, T)]) -> Option<T> {
        self.chosen(self.optional(name)?, choices)
    }

    fn chosen<T: Copy>(&self, value: RonValue<'a>, choices: &[(&'static str, T)]) -> Option<T> {
        let word = value.name().filter(|_| value.is_bare());
        let chosen = choices.iter().find(|(choice, _)| Some(*choice) == word);
        if chosen.is_none() {
            let names = choices.iter().map(|(choice, _)| format!("`{choice}`")).collect::<Vec<_>>().join(", ");
            let message = format!("expected one of {names} without quotes, found {}", describe(value));
            self.file.problem("wrong-kind", value.source(), message);
        }
        chosen.map(|(_, value)| *value)
    }

    /// Notes the fields that nobody asked for.
    pub(super) fn finish(self) {
        let asked = self.asked.into_inner();
        for field in self.fields.iter().filter(|field| !field.used.get()) {
            let guess = nearest(field.name, asked.iter().copied());
            let hint = guess.map_or_else(
                || format!("expected one of {}", asked.join(", ")),
                |name| format!("did you mean `{name}`?"),
            );
            let message = format!("unknown field `{}` in this {}; {hint}", field.name, self.kind);
            self.file.problem("unknown-field", field.name, message);
        }
    }
}

/// The values of a list, `least` of them at least; `None`, after noting why, otherwise.
pub(super) fn list<'a>(file: &File<'a>, value: RonValue<'a>, least: usize) -> Option<Vec<RonValue<'a>>> {
    let Some(values) = value.list() else {
        let message = format!("expected a list `[…]` here, found {}", describe(value));
        file.problem("wrong-kind", value.source(), message);
        return None;
    };
    if values.len() < least {
        let message = match values.len() {
            0 => "this list is empty; add something to it or leave it out".to_owned(),
            count => format!("this list needs {least} items at least, and has {count}; add what is missing"),
        };
        file.problem("empty", value.source(), message);
        return None;
    }
    Some(values)
}

/// A text in quotes that is not empty and holds no hidden characters.
pub(super) fn plain_text<'a>(file: &File<'a>, value: RonValue<'a>) -> Option<Cow<'a, str>> {
    let Some(text) = value.text() else {
        let message = format!("expected text in quotes here, found {}", describe(value));
        file.problem("wrong-kind", value.source(), message);
        return None;
    };
    if text.trim().is_empty() {
        file.problem("empty", value.source(), "this text is empty; write something or leave the field out");
        return None;
    }
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Some(text);
    }
    if text.contains('\n') {
        file.problem("line-break", value.source(), "this text goes over several lines; write it on one");
        return None;
    }
    if let Some(c) = text.chars().find(|&c| is_hidden(c)) {
        let code = u32::from(c);
        let message = format!("this text holds the hidden character U+{code:04X}; type the text anew without it");
        file.problem("hidden-character", value.source(), message);
        return None;
    }
    Some(text)
}

/// Control characters and the invisible ones that turn the direction of text: they could show a number backwards.
///
/// The joiners U+200C and U+200D are letters' business in some scripts, and stay.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// A text that is a valid id.
pub(super) fn id<'a>(file: &File<'a>, value: RonValue<'a>) -> Option<String> {
    let text = plain_text(file, value)?;
    if is_valid_id(&text) {
        return Some(text.into_owned());
    }
    let message =
        format!("\"{text}\" cannot be an id; use lower-case letters, digits and hyphens, such as \"long-term\"");
    file.problem("id", value.source(), message);
    None
}

/// What an author would call `value`, for "expected … found …".
pub(super) fn describe(value: RonValue<'_>) -> String {
    let source = value.source();
    match source.chars().next() {
        Some('"') => "text in quotes".to_owned(),
        Some('r') if source.starts_with("r\"") || source.starts_with("r#") => "text in quotes".to_owned(),
        Some('[') => "a list `[…]`".to_owned(),
        Some('{') => "a map `{…}`".to_owned(),
        Some('(') => "`(…)`".to_owned(),
        Some(c) if c.is_ascii_digit() || c == '-' || c == '+' || c == '.' => format!("the number {source}"),
        _ => value.name().map_or_else(|| format!("`{source}`"), |name| format!("`{name}`")),
    }
}

/// The one of `names` that an author who typed `typed` most likely meant.
pub(super) fn nearest<'n>(typed: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    names.filter(|name| is_like(typed, name)).min_by_key(|name| strsim::damerau_levenshtein(typed, name))
}

/// Whether an author who typed `typed` may have meant `name`.
fn is_like(typed: &str, name: &str) -> bool {
    let most = 1 + name.len() / 6;
    // Comparing letter by letter takes time and memory for both lengths; a file may hold a very long "name".
    let is_near_in_length = typed.len().abs_diff(name.len()) <= 4 * most;
    typed != name && is_near_in_length && strsim::damerau_levenshtein(typed, name) <= most
}
