//! Tells from what somebody types whether they may be watching an overdose.

use std::collections::BTreeMap;

use super::normalize::{Stems, Word, words};
use super::query::{Query, QueryWord, edits_for};
use super::terms::Terms;
use crate::model::names::Names;

/// So many words more than a wording has may stand among its words: "not really breathing", "cannot wake my son up".
const MORE_WORDS: usize = 3;
/// The last word of a query may be the beginning of a wording's word from so many letters on.
const LEAST_BEGUN: usize = 4;

/// A word of so many letters is long.
const LEAST_LONG: usize = 6;

/// A query's word means a wording's word so well at least.
const MEANT: f32 = 0.5;

/// Wordings of an emergency. Their words are numbered, since many wordings share them.
#[derive(Debug, Default)]
pub(super) struct Wordings {
    words: Vec<Worded>,
    texts: Vec<Vec<usize>>,
    /// Words that say it whatever stands beside them.
    alone: Vec<usize>,
    /// Words for whoever may be in danger.
    people: Vec<usize>,
    /// What says it of such a person.
    states: Vec<Vec<usize>>,
}

/// A word of a wording.
#[derive(Debug)]
struct Worded {
    folded: String,
    stem: String,
    /// The number of its stem, if some text has it.
    term: Option<u32>,
}

/// The places of a query at which something stands, a bit each; a query has no more words than bits.
type Places = u64;

impl Wordings {
    pub(super) fn new(names: &Names, stems: Stems, terms: &Terms) -> Self {
        let mut all = Self::default();
        let mut numbers = BTreeMap::new();
        let mut number = |word: Word| {
            let next = numbers.len();
            *numbers.entry(word.folded).or_insert_with_key(|folded| {
                let stem = stems.stem(folded);
                all.words.push(Worded { term: terms.stem(&stem), stem, folded: folded.clone() });
                next
            })
        };
        let mut numbered = |texts: &[String]| -> Vec<Vec<usize>> {
            let wordings = texts.iter().map(|text| words(text).into_iter().map(&mut number).collect::<Vec<_>>());
            wordings.filter(|wording| !wording.is_empty()).collect()
        };
        let [texts, states] = [&names.emergency, &names.emergency_states].map(|texts| numbered(texts));
        let [alone, people] = [&names.emergency_words, &names.emergency_people].map(|words| numbered(words).concat());
        Self { texts, alone, people, states, ..all }
    }

    /// Whether one of them is in `query`, in any order and any form of its words.
    pub(super) fn are_in(&self, query: &Query) -> bool {
        let meant = self.places(query, Worded::is);
        let is_said = |number: usize, word: &QueryWord| self.words[number].is(word, false);
        self.alone.iter().any(|number| query.words.iter().any(|word| is_said(*number, word)))
            || self.are_said_of_somebody(query)
            || self.texts.iter().any(|wording| match wording.as_slice() {
                // One word is an emergency by itself, and not beside others that ask something about it.
                [one] => {
                    let (is, others): (Vec<_>, Vec<_>) = query.words.iter().partition(|word| is_said(*one, word));
                    !is.is_empty() && others.iter().all(|word| word.is_small || word.meant.is_empty())
                }
                several => (0..query.words.len()).any(|from| taken(several, &meant, from).is_some()),
            })
    }

    /// Whether a state is said of a person beside it: "hes limp", "my mom just collapsed".
    fn are_said_of_somebody(&self, query: &Query) -> bool {
        let typed = self.places(query, |worded, word, _| worded.is_typed(word));
        let people = self.people.iter().fold(0, |people, person| people | typed[*person]);
        let is_near_somebody = |state: &[usize], from: usize| {
            // The person may stand before the state as well as after it.
            let before = from.saturating_sub(MORE_WORDS);
            let near = next(before, from - before + state.len() + MORE_WORDS);
            taken(state, &typed, from).is_some_and(|taken| people & near & !taken != 0)
        };
        people != 0 && self.states.iter().any(|state| (0..query.words.len()).any(|from| is_near_somebody(state, from)))
    }

    /// For each word of the wordings the places at which it `is` in `query`; the last word may be unfinished.
    fn places(&self, query: &Query, is: impl Fn(&Worded, &QueryWord, bool) -> bool) -> Vec<Places> {
        let last = query.words.len() - 1;
        let of_word = |worded: &Worded| {
            let at = |(at, word)| Places::from(is(worded, word, at == last)) << at;
            query.words.iter().enumerate().map(at).fold(0, |places, place| places | place)
        };
        self.words.iter().map(of_word).collect()
    }
}

/// So many places from one on.
fn next(from: usize, count: usize) -> Places {
    let count = u32::try_from(count).unwrap_or(Places::BITS).min(Places::BITS);
    Places::MAX.checked_shr(Places::BITS - count).unwrap_or(0) << from
}

/// The places that the words of `wording` take, a place each, if all stand among the next few places.
fn taken(wording: &[usize], places: &[Places], from: usize) -> Option<Places> {
    let near = next(from, wording.len() + MORE_WORDS);
    wording.iter().try_fold(0, |taken, word| {
        let free = places[*word] & near & !taken;
        let first = free & free.wrapping_neg();
        (first != 0).then_some(taken | first)
    })
}

impl Worded {
    /// Whether somebody typed it, a slip in a long word aside. "He" and "blue" are so short that most words are like them,
    /// and what means the same is in the lists itself.
    fn is_typed(&self, word: &QueryWord) -> bool {
        let is_long = LEAST_LONG <= self.folded.len().min(word.folded.len());
        self.folded == word.folded || is_long && strsim::osa_distance(&self.folded, &word.folded) <= 1
    }

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
