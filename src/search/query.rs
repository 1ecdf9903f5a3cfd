//! What somebody typed, word by word, each with everything that it may mean.

use std::collections::BTreeMap;

use super::index::Index;
use super::normalize::words;
use super::terms::Near;

/// More words than this are not looked at: nobody types them.
const MOST_WORDS: usize = 24;

/// A beginning of words may mean so many at most, the most common ones.
const MOST_MEANT: usize = 64;

/// What somebody typed.
#[derive(Debug)]
pub(super) struct Query {
    /// Its words; at least one.
    pub(super) words: Vec<QueryWord>,
    /// Whether no word was found, and these are only the nearest.
    pub(super) is_near: bool,
}

/// A word of a query.
#[derive(Debug)]
pub(super) struct QueryWord {
    /// Its letters without case and accents.
    pub(super) folded: String,
    /// Its stem.
    pub(super) stem: String,
    /// The stems that it may mean, each with how well it does, from 0 to 1.
    pub(super) meant: BTreeMap<u32, f32>,
    /// Whether it says little by itself.
    pub(super) is_small: bool,
}

impl QueryWord {
    fn mean(&mut self, term: u32, weight: f32) {
        let known = self.meant.entry(term).or_insert(0.0);
        *known = known.max(weight);
    }
}

impl Query {
    /// The words of `text`; `None` if it has none.
    pub(super) fn new(text: &str, index: &Index) -> Option<Self> {
        let mut typed = words(text);
        typed.truncate(MOST_WORDS);
        let last = typed.len().checked_sub(1)?;
        let words = typed.into_iter().enumerate().map(|(at, word)| {
            let stem = index.stems.stem(&word.folded);
            let is_small = index.terms.stem(&stem).is_some_and(|term| index.small.contains(&term));
            let mut word = QueryWord { folded: word.folded, stem, meant: BTreeMap::new(), is_small };
            find(&mut word, index, at == last);
            word
        });
        let mut query = Self { words: words.collect(), is_near: false };
        query.join_and_split(index);
        query.add_synonyms(index);
        if query.words.iter().all(|word| word.meant.is_empty()) {
            query.is_near = true;
            query.words.iter_mut().for_each(|word| find_far(word, index));
        }
        Some(query)
    }

    /// The words by which sections are found: those that say something, if there are any.
    pub(super) fn telling_words(&self) -> impl Iterator<Item = &QueryWord> {
        let has_large = self.has_large();
        self.words.iter().filter(move |word| !(has_large && word.is_small))
    }

    /// Whether a word that says something was found.
    pub(super) fn has_large(&self) -> bool {
        self.words.iter().any(|word| !word.is_small && !word.meant.is_empty())
    }

    /// Whether any word of the query means `term`.
    pub(super) fn means(&self, term: u32) -> bool {
        self.words.iter().any(|word| word.meant.contains_key(&term))
    }

    /// "Over dose" means "overdose" too, and "nosespray" what its two parts do.
    fn join_and_split(&mut self, index: &Index) {
        for at in 1..self.words.len() {
            let joined = format!("{}{}", self.words[at - 1].folded, self.words[at].folded);
            if let Some(term) = index.terms.word(&joined) {
                self.words[at - 1].mean(term, JOINED);
                self.words[at].mean(term, JOINED);
            }
        }
        for word in self.words.iter_mut().filter(|word| word.meant.is_empty()) {
            let places = word.folded.char_indices().map(|(at, _)| at).filter(|at| LEAST_PART <= *at);
            let parts = places.filter(|at| LEAST_PART <= word.folded.len() - at).find_map(|at| {
                let (first, second) = word.folded.split_at(at);
                Some([index.terms.word(first)?, index.terms.word(second)?])
            });
            parts.into_iter().flatten().for_each(|part| word.mean(part, JOINED));
        }
    }

    fn add_synonyms(&mut self, index: &Index) {
        let mut more: Vec<(usize, u32, f32)> = Vec::new();
        for at in 0..self.words.len() {
            for (term, weight) in &self.words[at].meant {
                for (member, others) in index.synonyms.beginning_with(*term) {
                    let is_here = member.iter().enumerate().all(|(more, term)| {
                        self.words.get(at + more).is_some_and(|word| word.meant.contains_key(term))
                    });
                    if !is_here {
                        continue;
                    }
                    for other in others {
                        // A part of a name says less than the whole, and a word such as "of" in it says nothing.
                        let weight = weight * SAME / (other.len() as f32).sqrt();
                        let telling = || other.iter().filter(|term| !index.small.contains(term));
                        let words = at..at + member.len();
                        more.extend(words.flat_map(|word| telling().map(move |term| (word, *term, weight))));
                    }
                }
            }
        }
        more.into_iter().for_each(|(at, term, weight)| self.words[at].mean(term, weight));
    }
}

/// How well words mean what they are together, or apart.
const JOINED: f32 = 0.8;
/// Shorter parts of a word are not looked for.
const LEAST_PART: usize = 3;
/// How well a word means another one with the same meaning.
const SAME: f32 = 0.85;
/// How well a beginning means a word.
const BEGUN: f32 = 0.7;
/// How well a word that is still being typed means those with its stem, if no text has it in that form.
const STEM_ALONE: f32 = 0.8;
/// How well a beginning means a word where it is a word of its own.
const BEGUN_BESIDE: f32 = 0.35;

/// What `word` means: itself in all its forms, what it begins, or else what it misspells.
fn find(word: &mut QueryWord, index: &Index, is_last: bool) {
    let own = [index.terms.stem(&word.stem), index.terms.word(&word.folded)];
    own.into_iter().flatten().for_each(|term| word.mean(term, 1.0));
    if is_last {
        // A stem may be one by chance: "metad", on the way to "metadona", has that of "meta".
        let is_written = index.terms.word(&word.folded).is_some();
        let weight = if is_written { BEGUN_BESIDE } else { BEGUN };
        if !is_written {
            word.meant.values_mut().for_each(|weight| *weight *= STEM_ALONE);
        }
        let mut begun = index.terms.near(&word.folded, 0, true);
        // Whoever types "th" is on the way to something else than "the".
        begun.retain(|near| !index.small.contains(&near.term));
        mean_all(word, index, &begun, |_| weight);
    }
    let most_edits = edits_for(word.folded.chars().count());
    if word.meant.is_empty() && 0 < most_edits {
        let near = index.terms.near(&word.folded, most_edits, is_last);
        mean_nearest(word, index, &near);
    }
}

/// How many letters may be wrong in a word of so many.
pub(super) fn edits_for(letters: usize) -> u8 {
    match letters {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// What `word` comes nearest to, where nothing that was typed means anything.
fn find_far(word: &mut QueryWord, index: &Index) {
    let most = (word.folded.chars().count() / 2).min(4) as u8;
    let near = (1..=most).map(|edits| index.terms.near(&word.folded, edits, true)).find(|near| !near.is_empty());
    mean_nearest(word, index, &near.unwrap_or_default());
}

/// Means the words with the fewest edits, whole words before beginnings.
fn mean_nearest(word: &mut QueryWord, index: &Index, near: &[Near]) {
    let Some(least) = near.iter().map(|near| near.edits).min() else { return };
    let nearest: Vec<Near> = near.iter().copied().filter(|near| near.edits == least).collect();
    mean_all(word, index, &nearest, |near| {
        let weight = if near.edits < 2 { 0.75 } else { 0.5 };
        if near.is_whole { weight } else { weight * BEGUN }
    });
}

fn mean_all(word: &mut QueryWord, index: &Index, near: &[Near], weight: impl Fn(&Near) -> f32) {
    let mut near: Vec<&Near> = near.iter().collect();
    if MOST_MEANT < near.len() {
        near.sort_by_key(|near| std::cmp::Reverse((near.is_whole, index.postings.weight(near.term))));
        near.dedup_by_key(|near| near.term);
        near.truncate(MOST_MEANT);
    }
    near.into_iter().for_each(|near| word.mean(near.term, weight(near)));
}
