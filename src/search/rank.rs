//! Puts sections in order: BM25 over all their texts, names before headings before the rest, all words before some.

use super::index::Index;
use super::query::Query;
use super::texts::Kind;

/// How fast more of the same word counts less.
const SATURATION: f32 = 1.2;
/// How much a long section must say more often what a short one says once.
const LENGTH: f32 = 0.4;
/// How much of its weight a word keeps that says little.
const SMALL: f32 = 0.12;
/// How much a name that says all of the query counts.
const NAME: f32 = 4.0;
/// How much of that a name keeps of which only a little was typed.
const PARTLY: f32 = 0.1;
/// How much of that a name keeps that stands among many other words.
const AMONG: f32 = 0.3;
/// A name is known among other words if it has so many that do not say little.
const LEAST_AMONG: f32 = 2.0;
/// The names of so many sections are compared with the query, the best ones.
const MOST_COMPARED: usize = 200;
/// Sections that have a smaller part of the query's words than this are only near it.
const NEAR: f32 = 0.3;
/// A name and a query of which so much is the same are the same.
const WHOLE: f32 = 0.95;

/// Sections in order.
pub(super) struct Ranked {
    /// The positions of the sections, the best first.
    pub(super) sections: Vec<u32>,
    /// Whether they only come near the query.
    pub(super) are_near: bool,
}

/// How well a section answers.
struct Score {
    section: u32,
    /// For texts and names together.
    value: f32,
    /// How much of the query's words it has, from 0 to 1.
    heard: f32,
    is_last: bool,
}

/// The sections that answer `query`, the best first, `most` at most.
pub(super) fn rank(index: &Index, query: &Query, most: usize) -> Ranked {
    let weighed = Weighed::new(index, query);
    let mut scores = weighed.scores();
    let by_value = |a: &Score, b: &Score| b.value.total_cmp(&a.value).then(a.section.cmp(&b.section));
    let kept = MOST_COMPARED.max(most);
    if kept < scores.len() {
        scores.select_nth_unstable_by(kept, by_value);
        scores.truncate(kept);
    }
    for score in &mut scores {
        let (name, is_whole) = weighed.name(index, query, score.section);
        score.value += name;
        score.is_last = index.sections[score.section as usize].for_staff && !is_whole;
    }
    scores.sort_by(|a, b| a.is_last.cmp(&b.is_last).then(by_value(a, b)));
    scores.truncate(most);
    let best_heard = scores.iter().map(|score| score.heard).fold(0.0, f32::max);
    let are_near = !scores.is_empty() && (query.is_near || best_heard < NEAR);
    Ranked { sections: scores.into_iter().map(|score| score.section).collect(), are_near }
}

/// A query with how much each word of it counts here.
struct Weighed {
    /// For each word.
    weights: Vec<f32>,
    total: f32,
    /// How many of the words do not say little.
    large_words: f32,
    /// For each section.
    sums: Vec<Sum>,
    touched: Vec<u32>,
}

/// What a section has of the words so far.
#[derive(Clone, Copy, Default)]
struct Sum {
    value: f32,
    /// The weights of the words that it has.
    share: f32,
    /// How many it has of those that do not say little.
    large_words: f32,
}

impl Weighed {
    fn new(index: &Index, query: &Query) -> Self {
        let count = index.sections.len();
        let sums = vec![Sum::default(); count];
        let large_words = query.words.iter().filter(|word| !word.is_small).count() as f32;
        let mut all = Self { weights: Vec::new(), total: 0.0, large_words, sums, touched: Vec::new() };
        let mut best = Best { values: vec![0.0; count], touched: Vec::new() };
        let has_large = query.has_large();
        for word in &query.words {
            if word.is_small && has_large {
                // It stands in most sections, and only tells names apart.
                all.weights.push(SMALL);
                all.total += SMALL;
                continue;
            }
            for (term, weight) in &word.meant {
                best.add(index, *term, *weight);
            }
            let (all_sections, with_word) = (count as f32, best.touched.len() as f32);
            let rarity = (1.0 + (all_sections - with_word + 0.5) / (with_word + 0.5)).ln();
            all.weights.push(rarity);
            all.total += rarity;
            for section in best.touched.drain(..) {
                let at = section as usize;
                let sum = &mut all.sums[at];
                if sum.share == 0.0 {
                    all.touched.push(section);
                }
                sum.value += rarity * std::mem::take(&mut best.values[at]);
                sum.share += rarity;
                sum.large_words += f32::from(u8::from(!word.is_small));
            }
        }
        all
    }

    fn scores(&self) -> Vec<Score> {
        let score = |section: &u32| {
            let sum = self.sums[*section as usize];
            // All words are better than some.
            let value = sum.value * sum.share / self.total;
            Score {
                section: *section,
                value,
                heard: if self.large_words == 0.0 { 1.0 } else { sum.large_words / self.large_words },
                is_last: false,
            }
        };
        self.touched.iter().map(score).collect()
    }

    /// How much the best name of `section` counts, and whether it is the query and nothing else.
    fn name(&self, index: &Index, query: &Query, section: u32) -> (f32, bool) {
        let mut best: (f32, bool) = (0.0, false);
        for name in index.names_of(section) {
            let mut said = 0.0;
            for (word, weight) in query.words.iter().zip(&self.weights) {
                let meant = name.iter().filter_map(|term| word.meant.get(term)).copied().fold(0.0, f32::max);
                said += weight * meant;
            }
            let said = said / self.total;
            let of_name = |term: &u32| if index.small.contains(term) { SMALL } else { 1.0 };
            let length: f32 = name.iter().map(of_name).sum();
            let meant: f32 = name.iter().filter(|term| query.means(**term)).map(of_name).sum();
            let heard = meant / length.max(SMALL);
            let alone = said * (PARTLY + (1.0 - PARTLY) * heard * heard);
            let among = if LEAST_AMONG <= meant { AMONG * heard.powi(3) } else { 0.0 };
            let value = NAME * self.total * said * (alone + among);
            let is_whole = WHOLE < said && WHOLE < heard;
            if best.0 < value {
                best = (value, is_whole || best.1);
            }
        }
        best
    }
}

/// For each section the best of what one word of a query may mean.
struct Best {
    values: Vec<f32>,
    touched: Vec<u32>,
}

impl Best {
    fn add(&mut self, index: &Index, term: u32, weight: f32) {
        let (mut section, mut count) = (u32::MAX, 0.0);
        index.postings.each(term, |passage, times| {
            let (of, kind): (u32, Kind) = index.passage(passage);
            if of != section {
                self.set(index, section, weight, count);
                (section, count) = (of, 0.0);
            }
            count += kind.weight() * times as f32;
        });
        self.set(index, section, weight, count);
    }

    fn set(&mut self, index: &Index, section: u32, weight: f32, count: f32) {
        let Some(place) = index.sections.get(section as usize) else { return };
        let length = 1.0 - LENGTH + LENGTH * place.length;
        let value = weight * count * (SATURATION + 1.0) / (count + SATURATION * length);
        let best = &mut self.values[section as usize];
        if *best == 0.0 {
            self.touched.push(section);
        }
        *best = best.max(value);
    }
}
