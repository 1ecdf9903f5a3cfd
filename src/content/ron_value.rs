//! RON values that know where they stand, so that every mistake in a file can be named, not only the first.
//!
//! `serde`'s derived readers stop at the first mistake and forget places. Here a record is read one layer at a time:
//! its fields stay raw slices of the file's text until somebody asks for them. The usual layers go the short way of [`plain`].

use std::borrow::Cow;
use std::fmt;

use ron::Options;
use ron::error::Error as RonError;
use ron::value::RawValue;
use serde::de::{self, EnumAccess, MapAccess, VariantAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::file::{File, MAX_FILE_BYTES};
use super::plain;

/// Deep enough for every sensible text; deeper ones are a mistake or an attack on the stack.
const MAX_DEPTH: usize = 64;

/// A value as written: a slice of its file's text.
#[derive(Clone, Copy)]
pub(super) struct RonValue<'a>(&'a str);

impl<'a> RonValue<'a> {
    /// The whole of `file` as one value, or `None` after noting why it is not RON.
    pub(super) fn whole(file: &File<'a>) -> Option<Self> {
        if file.text().len() > MAX_FILE_BYTES {
            let message =
                format!("larger than {} KiB; split it, or check that it is the right file", MAX_FILE_BYTES / 1024);
            file.problem("too-large", file.text(), message);
            return None;
        }
        if let Some(value) = plain::whole(file.text()) {
            return Some(Self(value));
        }
        match options().from_str::<&RawValue>(file.text()) {
            Ok(raw) => Some(Self::from_raw(raw)),
            Err(error) => {
                let place = file.place_after_spaces(error.span.start.line, error.span.start.col);
                file.problem_at("syntax", place, explain(&error.code));
                None
            }
        }
    }

    /// Its text is the value alone: comments before and after it are passed over.
    pub(super) fn from_raw(raw: &'a RawValue) -> Self {
        // Trimming reads the value once more, so it is left out where there can be no comment.
        let may_hold_comment = ["//", "/*"].iter().any(|start| raw.get_ron().contains(start));
        let raw = if may_hold_comment { raw.trim() } else { raw };
        Self(raw.get_ron().trim())
    }

    /// The slice of the file's text, for places.
    pub(super) fn source(self) -> &'a str {
        self.0
    }

    /// The value as `T`, or `None` if it is something else.
    pub(super) fn get<T: Deserialize<'a>>(self) -> Option<T> {
        options().from_str(self.0).ok()
    }

    /// The letters of a text in quotes, or `None` if it is something else.
    pub(super) fn text(self) -> Option<Cow<'a, str>> {
        let is_text = self.0.starts_with(['"', 'r']);
        let text = plain::text(self.0).map(Cow::Borrowed).or_else(|| self.get::<String>().map(Cow::Owned));
        text.filter(|_| is_text)
    }

    /// The values of a list, or `None` if it is something else.
    pub(super) fn list(self) -> Option<Vec<Self>> {
        if let Some(values) = plain::list(self.0) {
            return Some(values.into_iter().map(Self).collect());
        }
        let raw: Vec<&'a RawValue> = self.get()?;
        Some(raw.into_iter().map(Self::from_raw).collect())
    }

    /// The leading name of `name(…)` or of a bare word, or `None` if the value has none.
    pub(super) fn name(self) -> Option<&'a str> {
        let end = self.0.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(self.0.len());
        let name = &self.0[..end];
        (name.starts_with(|c: char| c.is_alphabetic() || c == '_')).then_some(name)
    }

    /// The one value inside `name(…)`, or `None` if there is not exactly one.
    pub(super) fn inner(self) -> Option<Self> {
        plain::inner(self.0).map(Self).or_else(|| self.read_enum(InnerVisitor).map(Self::from_raw))
    }

    /// Whether it is a bare word, without parentheses.
    pub(super) fn is_bare(self) -> bool {
        self.name() == Some(self.0)
    }

    /// The fields of `name(field: value, …)` or `(field: value, …)`, in the author's order, repeats included.
    pub(super) fn fields(self) -> Option<Fields<'a>> {
        if let Some(fields) = plain::fields(self.0) {
            return Some(fields.into_iter().map(|(name, value)| (name, Self(value))).collect());
        }
        if self.0.starts_with('(') {
            let mut reader = ron::Deserializer::from_str_with_options(self.0, &options()).ok()?;
            return reader.deserialize_struct("", &[], FieldsVisitor).ok();
        }
        self.read_enum(FieldsVisitor)
    }

    fn read_enum<V: Visitor<'a>>(self, visitor: V) -> Option<V::Value> {
        let mut reader = ron::Deserializer::from_str_with_options(self.0, &options()).ok()?;
        reader.deserialize_enum("", &[], visitor).ok()
    }
}

/// How every content file is read.
pub(super) fn options() -> Options {
    Options::default().with_recursion_limit(MAX_DEPTH)
}

/// Field names with their values; both are slices of the file's text.
pub(super) type Fields<'a> = Vec<(&'a str, RonValue<'a>)>;

/// Reads `name(value)` as the value.
struct InnerVisitor;

impl<'de> Visitor<'de> for InnerVisitor {
    type Value = &'de RawValue;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name with one value in parentheses")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<Self::Value, A::Error> {
        let (Name(_), variant) = access.variant()?;
        variant.newtype_variant()
    }
}

/// Reads `name(field: value, …)`, or what is inside it, as fields.
struct FieldsVisitor;

impl<'de> Visitor<'de> for FieldsVisitor {
    type Value = Fields<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("fields in parentheses")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<Self::Value, A::Error> {
        let (Name(_), variant) = access.variant()?;
        variant.struct_variant(&[], self)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut fields = Vec::new();
        while let Some(Name(name)) = access.next_key()? {
            fields.push((name, RonValue::from_raw(access.next_value()?)));
        }
        Ok(fields)
    }
}

/// A bare name in the file.
pub(super) struct Name<'a>(pub(super) &'a str);

impl<'de: 'a, 'a> Deserialize<'de> for Name<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NameVisitor;
        impl<'de> Visitor<'de> for NameVisitor {
            type Value = &'de str;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name")
            }
            fn visit_borrowed_str<E: de::Error>(self, name: &'de str) -> Result<Self::Value, E> {
                Ok(name)
            }
        }
        deserializer.deserialize_identifier(NameVisitor).map(Name)
    }
}

/// Says in an author's words why a file is not RON.
fn explain(error: &RonError) -> String {
    let say = |text: &str| text.to_owned();
    match error {
        RonError::Eof => say("the file ends too early; is a closing `)`, `]` or quote missing?"),
        RonError::ExpectedComma => say("expected a comma here; put one between this and what stands before it"),
        RonError::ExpectedArrayEnd => say("expected `]` or a comma here; is one of them missing before this?"),
        RonError::ExpectedStructLikeEnd => say("expected `)` or a comma here; is one of them missing before this?"),
        RonError::ExpectedMapColon => say("expected `:` after the field's name"),
        RonError::ExpectedStringEnd => say("this text has no closing quote; add `\"` at its end"),
        RonError::ExpectedIdentifier => say("expected a field's name here, such as `title`"),
        RonError::InvalidEscape(_) => say("unknown escape after `\\` in this text; write `\\\\` for one backslash"),
        RonError::UnclosedBlockComment => say("this comment has no end; add `*/`"),
        RonError::UnclosedLineComment => say("the file ends inside a comment; press Enter after its last line"),
        RonError::TrailingCharacters => say("nothing may follow the closing `)` of the file"),
        RonError::ExceededRecursionLimit => format!("nested more than {MAX_DEPTH} deep; use fewer boxes inside boxes"),
        RonError::ExpectedInteger | RonError::ExpectedFloat => {
            say("this is not a number; put texts and dates in quotes")
        }
        RonError::UnexpectedChar('“' | '”' | '„' | '‘' | '’') => {
            say("this quote is curly; write the straight one, `\"`")
        }
        RonError::UnexpectedChar(c) => {
            format!("`{c}` cannot stand here; is a quote, comma or bracket missing before it?")
        }
        other => {
            let text = other.to_string();
            let mut letters = text.chars();
            let first = letters.next().map(|c| c.to_lowercase().to_string()).unwrap_or_default();
            format!("{first}{}; check the commas, quotes and brackets around this", letters.as_str())
        }
    }
}
