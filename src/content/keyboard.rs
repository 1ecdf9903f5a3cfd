//! The field `keyboard` of `language.ron` → the keys of the language.

use std::borrow::Cow;
use std::collections::BTreeSet;

use unicode_segmentation::UnicodeSegmentation;

use super::file::File;
use super::record::{self, Record};
use super::ron_value::RonValue;
use crate::model::keyboard::{KeyLayer, Keyboard, Layer, MOST_KEYS, MOST_ROWS};

/// Reads a keyboard; `None`, after noting why, if anything in it is wrong: a keyboard with a key missing writes less than
/// its author thinks.
pub(super) fn keyboard<'a>(file: &File<'a>, value: RonValue<'a>) -> Option<Keyboard> {
    let before = file.problem_count();
    let record = Record::read(file, value, "keyboard")?;
    let layers = [
        layer(file, Layer::Letters, record.required("letters")),
        layer(file, Layer::Accents, record.optional("accents")),
        layer(file, Layer::Numbers, record.required("numbers")),
    ];
    record.finish();
    let is_right = file.problem_count() == before;
    is_right.then(|| Keyboard { layers: layers.into_iter().flatten().collect() })
}

fn layer<'a>(file: &File<'a>, layer: Layer, value: Option<RonValue<'a>>) -> Option<KeyLayer> {
    let value = value?;
    let rows = record::list(file, value, 1)?;
    if MOST_ROWS < rows.len() {
        let message = format!("this layer has {} rows; {MOST_ROWS} fit on a screen at most", rows.len());
        file.problem("keyboard", value.source(), message);
    }
    let mut seen = BTreeSet::new();
    let rows = rows.into_iter().filter_map(|value| row(file, value, &mut seen)).collect();
    Some(KeyLayer { layer, rows })
}

fn row<'a>(file: &File<'a>, value: RonValue<'a>, seen: &mut BTreeSet<String>) -> Option<Vec<String>> {
    let keys: Vec<(&str, String)> = match record::plain_text(file, value)? {
        Cow::Borrowed(text) => keys_in(text).map(|key| (key, key.to_owned())).collect(),
        // A text with escapes was copied; only the row as a whole has a place in the file then.
        Cow::Owned(text) => keys_in(&text).map(|key| (value.source(), key.to_owned())).collect(),
    };
    for (place, key) in &keys {
        if let Some((rule, message)) = mistake(key, !seen.insert(key.clone())) {
            file.problem(rule, place, message);
        }
    }
    if MOST_KEYS < keys.len() {
        let message = format!("this row has {} keys; {MOST_KEYS} fit on a screen at most", keys.len());
        file.problem("keyboard", value.source(), message);
    }
    Some(keys.into_iter().map(|(_, key)| key).collect())
}

/// What stands between the spaces of a row.
fn keys_in(row: &str) -> impl Iterator<Item = &str> {
    row.split(' ').filter(|key| !key.is_empty())
}

/// What is wrong with a key: the rule, and what to do.
fn mistake(key: &str, is_there_already: bool) -> Option<(&'static str, String)> {
    if let Some(c) = key.chars().find(|&c| is_invisible(c)) {
        let message = format!("this key holds the invisible character U+{:04X}; type it anew without it", u32::from(c));
        return Some(("hidden-character", message));
    }
    if 1 < key.graphemes(true).count() {
        return Some(("keyboard", format!("\"{key}\" is more than one letter; put a space between two keys")));
    }
    if key.to_lowercase() != key {
        let message = format!("the key \"{key}\" is a capital; write the small letter, and Shift makes it large");
        return Some(("keyboard", message));
    }
    is_there_already.then(|| ("duplicate-key", format!("the key \"{key}\" is here twice in this layer; keep one")))
}

/// Nobody could see what is on such a key. Between letters some of these are right; a key is a single letter.
fn is_invisible(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}
