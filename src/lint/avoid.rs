//! Words that keep people away from care, and what to use instead.

use std::collections::BTreeMap;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::passages::{self, Passage};
use super::sentences::folded;
use super::warning;
use crate::model::library::Library;
use crate::model::place::Problem;
use crate::model::vocabulary::{AvoidedWords, Vocabulary};

pub(super) fn check(library: &Library, problems: &mut Vec<Problem>) {
    let vocabulary = &library.authoring.vocabulary;
    let forms = Forms::of(vocabulary);
    for passage in passages::all(library) {
        let teaches = passage.section.is_some_and(|section| vocabulary.teaching.contains(section));
        for found in forms.found_in(&passage.words) {
            if !(teaches && is_quoted(&passage.words, found.at.start)) {
                problems.push(finding(&passage, &found));
            }
        }
    }
}

fn finding(passage: &Passage<'_>, found: &Found<'_>) -> Problem {
    let AvoidedWords { instead, why, source, .. } = found.words;
    let used = &passage.words[found.at.clone()];
    let message = format!("avoid \"{used}\"; use instead: {instead} (reason: {why}; {source})");
    warning("avoid-word", passage.place, message)
}

/// A word to avoid in a text.
struct Found<'v> {
    at: Range<usize>,
    words: &'v AvoidedWords,
}

/// A form of words to avoid, or a phrase that is right, as folded words.
struct Phrase<'v> {
    words: Vec<String>,
    /// What the form is of; `None` for a phrase that is right.
    avoided: Option<&'v AvoidedWords>,
}

/// Every phrase by its first word.
struct Forms<'v>(BTreeMap<String, Vec<Phrase<'v>>>);

impl<'v> Forms<'v> {
    fn of(vocabulary: &'v Vocabulary) -> Self {
        let mut forms: BTreeMap<String, Vec<Phrase<'v>>> = BTreeMap::new();
        for entry in &vocabulary.avoid {
            let avoided = entry.forms.iter().map(|form| (form, Some(entry)));
            for (text, avoided) in avoided.chain(entry.unless.iter().map(|phrase| (phrase, None))) {
                let words: Vec<String> = text.unicode_words().map(folded).collect();
                let Some(first) = words.first().cloned() else { continue };
                forms.entry(first).or_default().push(Phrase { words, avoided });
            }
        }
        Self(forms)
    }

    /// The words to avoid in `text`, in reading order.
    fn found_in(&self, text: &str) -> Vec<Found<'v>> {
        let words: Vec<Word> = text
            .unicode_word_indices()
            .map(|(at, word)| Word { at, end: at + word.len(), folded: folded(word) })
            .collect();
        let mut right: Vec<Range<usize>> = Vec::new();
        let mut avoided: Vec<Found<'v>> = Vec::new();
        for (first, word) in words.iter().enumerate() {
            for phrase in self.0.get(&word.folded).into_iter().flatten() {
                match (phrase.found_at(&words[first..], text), phrase.avoided) {
                    (Some(at), Some(words)) => avoided.push(Found { at, words }),
                    (Some(at), None) => right.push(at),
                    (None, _) => (),
                }
            }
        }
        let is_right = |at: &Range<usize>| right.iter().any(|right| right.start <= at.start && at.end <= right.end);
        avoided.retain(|found| !is_right(&found.at));
        // The longest form says best what is wrong.
        avoided.sort_by_key(|found| std::cmp::Reverse(found.at.len()));
        let mut told: Vec<Found<'v>> = Vec::new();
        for found in avoided {
            if told.iter().all(|told| found.at.end <= told.at.start || told.at.end <= found.at.start) {
                told.push(found);
            }
        }
        told.sort_by_key(|found| found.at.start);
        told
    }
}

/// A word of a text.
struct Word {
    at: usize,
    end: usize,
    folded: String,
}

impl Phrase<'_> {
    /// Where it stands in `text`, whose words from the first one on are `words`.
    fn found_at(&self, words: &[Word], text: &str) -> Option<Range<usize>> {
        let found = words.get(..self.words.len())?;
        let is_same = found.iter().zip(&self.words).all(|(word, wanted)| word.folded == *wanted);
        let is_joined = found.windows(2).all(|two| text[two[0].end..two[1].at].chars().all(joins));
        (is_same && is_joined).then_some(found.first()?.at..found.last()?.end)
    }
}

/// Whether a phrase goes on over `letter`.
fn joins(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '-' | '\u{2010}' | '\u{2011}')
}

/// Whether byte `at` of `text` stands in quotation marks.
fn is_quoted(text: &str, at: usize) -> bool {
    let before = &text[..at];
    let is_open = |open: char, close: char| before.rfind(open) > before.rfind(close);
    before.matches('"').count() % 2 == 1 || is_open('“', '”') || is_open('«', '»') || is_open('„', '“')
}
