//! The grammar of texts: strong words, named values, sources.
//!
//! ```text
//! text    = { words | strong | value | marks | escape }
//! strong  = "**" { words | value | escape } "**"      shown bold
//! value   = "{" name "}"                              replaced by what the protocol or the site file says
//! marks   = "[" mark { "," mark } "]"                 what the statement rests on; taken out of the words
//! mark    = source id | "?" | "-"                     "?": being checked; "-": claims nothing, needs no source
//! escape  = "\" ( "*" | "{" | "}" | "[" | "]" | "\" ) the character itself (a RON string writes "\" as "\\")
//! ```
//!
//! A mark takes the space before it with it, so that `Call. [a] Wait. [b]` reads "Call. Wait."

use std::collections::BTreeMap;

use super::bind::{bind_last_words, bind_numbers};
use super::file::File;
use super::record::{Record, nearest, plain_text};
use super::ron_value::RonValue;
use crate::model::id::SourceId;
use crate::model::place::Place;
use crate::model::source::Source;
use crate::model::text::{RichText, Span};

/// What texts may refer to.
pub(super) struct Known {
    /// The sources by id.
    pub(super) sources: BTreeMap<SourceId, Source>,
    /// The named values as the reader sees them, by name.
    pub(super) values: BTreeMap<String, String>,
}

/// The rich text in field `name` of `record`, which must be there.
pub(super) fn required(
    file: &File<'_>,
    known: &Known,
    record: &Record<'_, '_>,
    name: &'static str,
) -> Option<RichText> {
    record.required(name).and_then(|value| rich_text(file, known, value))
}

/// The rich text in field `name` of `record`, which may be left out.
pub(super) fn optional(
    file: &File<'_>,
    known: &Known,
    record: &Record<'_, '_>,
    name: &'static str,
) -> Option<RichText> {
    record.optional(name).and_then(|value| rich_text(file, known, value))
}

/// Reads `value` as a text. Notes every mistake in it; a missing value, or nothing left to read, makes it `None`.
pub(super) fn rich_text<'a>(file: &File<'a>, known: &Known, value: RonValue<'a>) -> Option<RichText> {
    let text = plain_text(file, value)?;
    let problems_before = file.problem_count();
    let mut parser = Parser {
        file,
        known,
        value,
        text: &text,
        at: 0,
        words: String::new(),
        strong_since: None,
        missing_ends: Vec::new(),
        has_hole: false,
        result: RichText {
            spans: Vec::new(),
            sources: Vec::new(),
            being_checked: false,
            no_claim: false,
            place: file.place_of(value.source()),
        },
    };
    parser.run();
    let (mut result, has_hole) = (parser.result, parser.has_hole);
    // Most texts have one piece and one source; there may be a million of them.
    result.spans.shrink_to_fit();
    result.sources.shrink_to_fit();
    if has_hole {
        return None;
    }
    if !result.spans.is_empty() {
        return Some(result);
    }
    if file.problem_count() == problems_before {
        file.problem("empty", value.source(), "this text has marks but no words; write something");
    }
    None
}

struct Parser<'p, 'a> {
    file: &'p File<'a>,
    known: &'p Known,
    value: RonValue<'a>,
    text: &'p str,
    /// How far the text was read.
    at: usize,
    words: String,
    strong_since: Option<usize>,
    /// Ends of which none is left, so that a text full of `{` is not searched again for each.
    missing_ends: Vec<char>,
    /// A value is missing: a sentence without its number could say something else.
    has_hole: bool,
    result: RichText,
}

impl<'p> Parser<'p, '_> {
    fn run(&mut self) {
        while let Some(letter) = self.text[self.at..].chars().next() {
            let at = self.at;
            self.at += letter.len_utf8();
            match letter {
                '\\' => self.escape(at),
                '*' if self.takes(|next| next == '*').is_some() => self.toggle_strong(at),
                '{' => self.named_value(at),
                '[' => self.marks(at),
                '}' | ']' => {
                    let message =
                        format!("`{letter}` has no partner before it; write `\\\\{letter}` for the character itself");
                    self.problem(at, "text-mark", message);
                }
                _ => {
                    let rest = &self.text[self.at..];
                    let is_mark = |byte| matches!(byte, b'\\' | b'*' | b'{' | b'}' | b'[' | b']');
                    self.at += rest.bytes().position(is_mark).unwrap_or(rest.len());
                    self.words.push_str(&self.text[at..self.at]);
                }
            }
        }
        if let Some(since) = self.strong_since {
            self.problem(since, "text-mark", "these strong words have no end; add `**` after them");
        }
        self.flush();
        self.trim_end();
    }

    /// Passes over the next letter if it `matches`.
    fn takes(&mut self, matches: impl Fn(char) -> bool) -> Option<char> {
        let letter = self.text[self.at..].chars().next().filter(|letter| matches(*letter))?;
        self.at += letter.len_utf8();
        Some(letter)
    }

    fn escape(&mut self, at: usize) {
        match self.takes(|next| matches!(next, '*' | '{' | '}' | '[' | ']' | '\\')) {
            Some(letter) => self.words.push(letter),
            None => {
                self.problem(at, "text-mark", "`\\` must stand before `*`, `{`, `}`, `[`, `]` or `\\`; take it out");
            }
        }
    }

    fn toggle_strong(&mut self, at: usize) {
        self.flush();
        self.strong_since = if self.strong_since.is_some() { None } else { Some(at) };
    }

    fn named_value(&mut self, at: usize) {
        let Some(name) = self.until('}') else {
            self.has_hole = true;
            self.problem(at, "text-mark", "`{` has no `}` after it; write `\\\\{` for the character itself");
            return;
        };
        self.flush();
        if let Some(shown) = self.known.values.get(name) {
            // A number and its unit stay on one line.
            let shown = bind_last_words(shown);
            let strong = self.strong_since.is_some();
            self.result.spans.push(Span::Value { name: name.to_owned(), shown, strong });
            return;
        }
        self.has_hole = true;
        let hint = did_you_mean(name, self.known.values.keys().map(String::as_str));
        self.problem(at, "unknown-value", format!("no value is named `{name}` in the protocol or the site file{hint}"));
    }

    fn marks(&mut self, at: usize) {
        let Some(marks) = self.until(']') else {
            self.problem(at, "text-mark", "`[` has no `]` after it; write `\\\\[` for the character itself");
            return;
        };
        let kept = self.words.trim_end_matches(' ').len();
        self.words.truncate(kept);
        let mut mark_at = at + 1;
        for part in marks.split(',') {
            match part.trim() {
                "?" => self.result.being_checked = true,
                "-" => self.result.no_claim = true,
                "" => self.problem(at, "text-mark", "these brackets name no source; name one, or write [?] or [-]"),
                id => self.source(mark_at + (part.len() - part.trim_start().len()), id),
            }
            mark_at += part.len() + 1;
        }
    }

    fn source(&mut self, at: usize, id: &str) {
        // The known id is shared: a large library cites the same sources again and again.
        let Some((id, _)) = self.known.sources.get_key_value(id) else {
            let hint = did_you_mean(id, self.known.sources.keys().map(SourceId::as_str));
            self.problem(at, "unknown-source", format!("no source has the id `{id}` in sources.ron{hint}"));
            return;
        };
        if !self.result.sources.contains(id) {
            self.result.sources.push(id.clone());
        }
    }

    /// What stands before the next `end`, which is passed over.
    fn until(&mut self, end: char) -> Option<&'p str> {
        if self.missing_ends.contains(&end) {
            return None;
        }
        let Some((inside, _)) = self.text[self.at..].split_once(end) else {
            self.missing_ends.push(end);
            return None;
        };
        self.at += inside.len() + end.len_utf8();
        Some(inside)
    }

    fn flush(&mut self) {
        if self.words.is_empty() {
            return;
        }
        let words = bind_numbers(&self.words);
        self.words.clear();
        let span = if self.strong_since.is_some() { Span::Strong(words) } else { Span::Words(words) };
        self.result.spans.push(span);
    }

    fn trim_end(&mut self) {
        while let Some(Span::Words(words) | Span::Strong(words)) = self.result.spans.last_mut() {
            words.truncate(words.trim_end().len());
            if !words.is_empty() {
                break;
            }
            self.result.spans.pop();
        }
    }

    fn problem(&self, at: usize, rule: &'static str, message: impl Into<String>) {
        let place = if self.file.tells_more() { self.place(at) } else { Place::default() };
        self.file.problem_at(rule, place, message);
    }

    /// Where the letter at byte `at` of the text stands in the file.
    fn place(&self, at: usize) -> Place {
        let source = self.value.source();
        let letters_before = self.text[..at].chars().count();
        self.file.place_of(skip_letters(source, letters_before).unwrap_or(source))
    }
}

/// The rest of the RON text `source` after its opening quote and `count` letters, each written plainly or as an escape.
fn skip_letters(source: &str, count: usize) -> Option<&str> {
    if let Some(raw) = source.strip_prefix('r') {
        let rest = raw.trim_start_matches('#').strip_prefix('"')?;
        return rest.char_indices().nth(count).map(|(at, _)| &rest[at..]);
    }
    let mut rest = source.strip_prefix('"')?;
    for _ in 0..count {
        let mut letters = rest.chars();
        if letters.next()? == '\\' {
            match letters.next()? {
                'x' => letters = letters.as_str().get(2..)?.chars(),
                'u' => letters = letters.as_str().split_once('}')?.1.chars(),
                _ => (),
            }
        }
        rest = letters.as_str();
    }
    Some(rest)
}

fn did_you_mean<'n>(typed: &str, names: impl Iterator<Item = &'n str>) -> String {
    nearest(typed, names)
        .map_or_else(|| "; add it there or mend the name".to_owned(), |name| format!("; did you mean `{name}`?"))
}
