//! Words that keep people away from care, and what to use instead.

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
    for passage in passages::of_content(library).into_iter().chain(passages::of_interface(library)) {
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
    let message = format!("avoid \"{used}\": {why} ({source}); use instead: {instead}");
    warning("avoid-word", passage.place, message)
}

/// A word to avoid in a text.
struct Found<'v> {
    at: Range<usize>,
    words: &'v AvoidedWords,
}

/// Every form of every word to avoid, as folded words in their order.
struct Forms<'v> {
    avoid: Vec<(Vec<String>, &'v AvoidedWords)>,
    unless: Vec<Vec<String>>,
}

impl<'v> Forms<'v> {
    fn of(vocabulary: &'v Vocabulary) -> Self {
        let words = |phrase: &String| phrase.unicode_words().map(folded).collect::<Vec<String>>();
        let entries = &vocabulary.avoid;
        let mut avoid: Vec<_> =
            entries.iter().flat_map(|entry| entry.forms.iter().map(move |form| (words(form), entry))).collect();
        // The longest form says best what is wrong.
        avoid.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
        Self { avoid, unless: entries.iter().flat_map(|entry| &entry.unless).map(words).collect() }
    }

    /// The words to avoid in `text`, in reading order.
    fn found_in(&self, text: &str) -> Vec<Found<'v>> {
        let words: Vec<(usize, &str, String)> =
            text.unicode_word_indices().map(|(at, word)| (at, word, folded(word))).collect();
        let phrase_at = |first: usize, phrase: &[String]| -> Option<Range<usize>> {
            let found = words.get(first..first + phrase.len())?;
            let is_same = !phrase.is_empty() && found.iter().map(|(.., folded)| folded).eq(phrase);
            let ends = found.iter().map(|(at, word, _)| at + word.len());
            let is_joined = ends.zip(found.iter().skip(1)).all(|(end, (at, ..))| text[end..*at].chars().all(joins));
            let (start, (last, word, _)) = (found.first()?.0, found.last()?);
            (is_same && is_joined).then(|| start..last + word.len())
        };
        let all = |phrase: &[String]| (0..words.len()).filter_map(|at| phrase_at(at, phrase)).collect::<Vec<_>>();
        let right: Vec<Range<usize>> = self.unless.iter().flat_map(|phrase| all(phrase)).collect();
        let mut found: Vec<Found<'v>> = Vec::new();
        for (form, entry) in &self.avoid {
            for at in all(form) {
                let is_inside = |other: &Range<usize>| other.start <= at.start && at.end <= other.end;
                let is_told = found.iter().any(|found| found.at.start < at.end && at.start < found.at.end);
                if !right.iter().any(is_inside) && !is_told {
                    found.push(Found { at, words: entry });
                }
            }
        }
        found.sort_by_key(|found| found.at.start);
        found
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
