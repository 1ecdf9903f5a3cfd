//! Tells from what somebody types whether they may be watching an overdose.

use super::normalize::{Stems, Word, words};
use super::query::{Query, QueryWord, edits_for};
use super::terms::Terms;
use crate::model::names::Names;

/// So many words more than a wording has may stand among its words: "not really breathing", "cannot wake my son up".
const MORE_WORDS: usize = 3;
/// The last word of a query may be the beginning of a wording's word from so many letters on.
const LEAST_BEGUN: usize = 4;

/// A query's word means a wording's word so well at least.
const MEANT: f32 = 0.5;

/// Wordings of an emergency.
#[derive(Debug, Default)]
pub(super) struct Wordings {
    texts: Vec<Vec<Worded>>,
    /// Words that say it whatever stands beside them.
    words: Vec<Worded>,
}

/// A word of a wording.
#[derive(Debug)]
struct Worded {
    folded: String,
    stem: String,
    /// The number of its stem, if some text has it.
    term: Option<u32>,
}

impl Wordings {
    pub(super) fn new(names: &Names, stems: Stems, terms: &Terms) -> Self {
        let worded = |word: Word| {
            let stem = stems.stem(&word.folded);
            Worded { term: terms.stem(&stem), stem, folded: word.folded }
        };
        let wordings = names.emergency.iter().map(|text| words(text).into_iter().map(worded).collect::<Vec<_>>());
        let texts = wordings.filter(|wording| !wording.is_empty()).collect();
        Self { texts, words: names.emergency_words.iter().flat_map(|word| words(word)).map(worded).collect() }
    }

    /// Whether one of them is in `query`, in any order and any form of its words.
    pub(super) fn are_in(&self, query: &Query) -> bool {
        let is_said = |word: &QueryWord| self.words.iter().any(|worded| worded.is(word, false));
        query.words.iter().any(is_said)
            || self.texts.iter().any(|wording| match wording.as_slice() {
                // One word is an emergency by itself, and not beside others that ask something about it.
                [one] => {
                    let (is, others): (Vec<_>, Vec<_>) = query.words.iter().partition(|word| one.is(word, false));
                    !is.is_empty() && others.iter().all(|word| word.is_small || word.meant.is_empty())
                }
                several => {
                    let least = query.words.len().saturating_sub(several.len() - 1);
                    (0..least).any(|from| is_in(several, &query.words[from..]))
                }
            })
    }
}

/// Whether every word of `wording` is among the next few of `words`.
fn is_in(wording: &[Worded], words: &[QueryWord]) -> bool {
    let last = words.len() - 1;
    let near = &words[..words.len().min(wording.len() + MORE_WORDS)];
    let mut is_free = vec![true; near.len()];
    wording.iter().all(|worded| {
        let at = near.iter().enumerate().position(|(at, word)| is_free[at] && worded.is(word, at == last));
        at.inspect(|at| is_free[*at] = false).is_some()
    })
}

impl Worded {
    /// Whether a reader who typed `word` may have meant this one.
    fn is(&self, word: &QueryWord, is_last: bool) -> bool {
        if self.stem == word.stem || self.folded == word.folded {
            return true;
        }
        let letters = |text: &str| text.chars().count();
        let (own, typed) = (letters(&self.folded), letters(&word.folded));
        let is_meant = self.term.and_then(|term| word.meant.get(&term)).is_some_and(|weight| MEANT <= *weight);
        if is_meant && LEAST_BEGUN <= typed {
            return true;
        }
        if is_last && LEAST_BEGUN <= typed && self.folded.starts_with(&word.folded) {
            return true;
        }
        let most = usize::from(edits_for(own));
        // "Not" may not be taken for "note", nor "wake" for "awake" before it is certain.
        own.abs_diff(typed) <= most && 3 < typed && strsim::osa_distance(&self.folded, &word.folded) <= most
    }
}
