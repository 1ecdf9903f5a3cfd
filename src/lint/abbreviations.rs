//! Abbreviations that no text spells out.

use std::collections::BTreeSet;

use super::passages::{self, Passage};
use super::warning;
use crate::model::library::Library;
use crate::model::place::Problem;

/// Shorter and longer words in capitals are letters and names.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=6;

pub(super) fn check(library: &Library, problems: &mut Vec<Problem>) {
    let passages: Vec<Passage<'_>> = passages::all(library).collect();
    let explained: BTreeSet<&str> = passages
        .iter()
        .flat_map(|passage| words(&passage.words))
        .filter(Word::is_explained)
        .map(|word| word.letters)
        .collect();
    let known = &library.authoring.vocabulary.known_abbreviations;
    let mut told = BTreeSet::new();
    for passage in &passages {
        for word in words(&passage.words) {
            let abbreviation = word.letters;
            let is_known = explained.contains(abbreviation) || known.contains(abbreviation);
            // Once for each section is enough to find them all.
            if !is_known && told.insert((passage.section, abbreviation)) {
                let message = format!(
                    "nobody may know what `{abbreviation}` means; spell it out once, as in \"long form ({abbreviation})\", or list it in `known_abbreviations` of words.ron"
                );
                problems.push(warning("unknown-abbreviation", passage.place, message));
            }
        }
    }
}

/// A word in capitals with the text around it.
struct Word<'t> {
    letters: &'t str,
    before: &'t str,
    after: &'t str,
}

impl Word<'_> {
    /// Whether the long form stands beside it: "long form (ABBR)" or "ABBR (long form)".
    fn is_explained(&self) -> bool {
        let follows_long_form = self
            .before
            .strip_suffix('(')
            .is_some_and(|before| before.trim_end().ends_with(|letter: char| letter.is_lowercase() || letter == '*'));
        let has_small_letters =
            |inside: &str| inside.split(')').next().is_some_and(|it| it.contains(char::is_lowercase));
        let is_closed = self.after.starts_with([')', ',', ';', ':']);
        let before_long_form = self.after.trim_start().strip_prefix('(').is_some_and(has_small_letters);
        (follows_long_form && is_closed) || before_long_form
    }
}

/// What stands behind an abbreviation in a sentence: "ODs", "OD'd".
const ENDINGS: &[&str] = &["'s", "’s", "'d", "’d", "s"];

/// The words of `text` that are all capitals, without such an ending.
fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '\'' || letter == '’';
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            at += text[at..].find(is_part)?;
            let start = at;
            at += text[at..].find(|letter| !is_part(letter)).unwrap_or(text.len() - at);
            let whole = &text[start..at];
            let letters = ENDINGS.iter().find_map(|ending| whole.strip_suffix(ending)).unwrap_or(whole);
            let is_capital = |letter: char| letter.is_alphabetic() && letter.is_uppercase();
            if LETTERS.contains(&letters.chars().count()) && letters.chars().all(is_capital) {
                return Some(Word { letters, before: &text[..start], after: &text[at..] });
            }
        }
    })
}
