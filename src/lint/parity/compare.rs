//! Two outlines side by side: which parts belong together, and what differs in each pair.

use std::collections::BTreeSet;

use super::figures::Words;
use super::outline::{Part, Text};
use super::text;
use crate::lint::warning;
use crate::model::id::SourceId;
use crate::model::library::Library;
use crate::model::place::{Place, Problem};

/// The two languages that are compared.
pub(super) struct Languages<'l> {
    /// The one that was written first.
    pub(super) first: Language<'l>,
    /// The one that must say the same.
    pub(super) other: Language<'l>,
}

/// What must be known of a language to compare its texts.
pub(super) struct Language<'l> {
    /// Its words for numbers and units.
    pub(super) words: Words<'l>,
    /// Its short forms with a full stop.
    pub(super) dotted: &'l BTreeSet<String>,
}

impl<'l> Language<'l> {
    fn of(library: &'l Library) -> Self {
        let vocabulary = &library.authoring.vocabulary;
        Self { words: Words::of(vocabulary), dotted: &vocabulary.dotted }
    }
}

impl<'l> Languages<'l> {
    /// What is known of two libraries.
    pub(super) fn of(first: &'l Library, other: &'l Library) -> Self {
        Self { first: Language::of(first), other: Language::of(other) }
    }

    /// Notes what differs in `other` from `first`, two parts that belong together, and in what they are made of.
    pub(super) fn compare(&self, first: &Part<'_>, other: &Part<'_>, problems: &mut Vec<Problem>) {
        let (here, there) = (place_of(other), place_of(first));
        for (a, b) in first.facts.iter().zip(&other.facts) {
            if a.value != b.value {
                let (name, this, that) = (a.name, &b.value, &a.value);
                let message =
                    format!("`{name}` of this {other} is {this} here, and {that} at {there}; make them equal");
                problems.push(warning(a.rule, &here, message));
            }
        }
        if let (Some(a), Some(b)) = (first.text, other.text) {
            text::compare(self, a, b, &here, &there, problems);
        }
        let (pairs, lonely) = partners(&first.parts, &other.parts);
        for lonely in lonely {
            problems.push(lonely.problem(first, other, &pairs));
        }
        for (a, b) in pairs {
            self.compare(&first.parts[a], &other.parts[b], problems);
        }
    }
}

/// Where a part begins; a part without words of its own, and so without a place, is found by the part around it.
fn place_of(part: &Part<'_>) -> Place {
    part.place().cloned().unwrap_or_default()
}

/// A part that has no partner in the other language, by its position.
enum Lonely {
    /// It is in the first language only.
    Missing(usize),
    /// It is in the other language only.
    Extra(usize),
    /// It is in both, elsewhere.
    Moved(usize),
}

impl Lonely {
    fn problem(&self, first: &Part<'_>, other: &Part<'_>, pairs: &[(usize, usize)]) -> Problem {
        let (place, message) = match *self {
            Self::Missing(at) => {
                // The part after which it belongs; a topic belongs into a list.
                let missing = &first.parts[at];
                let is_topic = missing.kind == "topic";
                let before = pairs.iter().rev().find(|(a, _)| *a < at && !is_topic).map(|(_, b)| &other.parts[*b]);
                let after = before.map_or_else(String::new, |part| format!(" after this {part}"));
                let there = missing.place().or_else(|| first.place()).cloned().unwrap_or_default();
                let place = before.and_then(Part::place).or_else(|| other.place()).cloned().unwrap_or_default();
                (place, format!("the {missing} of {there} is missing here{after}; add it"))
            }
            Self::Extra(at) => {
                let part = &other.parts[at];
                let place = part.place().or_else(|| other.place()).cloned().unwrap_or_default();
                let there = first.place().map(|place| place.file.to_string()).unwrap_or_default();
                (place, format!("this {part} has no partner in {there}; take it out, or add it there"))
            }
            Self::Moved(at) => {
                let part = &other.parts[at];
                // The order of the topics is that of a list.
                let place = if part.kind == "topic" { place_of(other) } else { place_of(part) };
                (place, format!("the {part} stands in another place than in the first language; move it"))
            }
        };
        warning("same-structure", &place, message)
    }
}

/// The positions of the parts that belong together, and the parts without a partner.
fn partners(first: &[Part<'_>], other: &[Part<'_>]) -> (Vec<(usize, usize)>, Vec<Lonely>) {
    let is_same = |(a, b): (&Part<'_>, &Part<'_>)| a.kind == b.kind && a.id == b.id;
    if first.len() == other.len() && first.iter().zip(other).all(is_same) {
        return ((0..first.len()).map(|at| (at, at)).collect(), Vec::new());
    }
    let mut pairs = longest_common(&signatures(first), &signatures(other));
    let mut lonely = Vec::new();
    for (at, part) in other.iter().enumerate() {
        if pairs.iter().any(|(_, b)| *b == at) {
            continue;
        }
        let is_free = |a: &usize| pairs.iter().all(|(paired, _)| paired != a);
        let named = |a: &usize| !part.id.is_empty() && is_same((&first[*a], part));
        match (0..first.len()).find(|a| is_free(a) && named(a)) {
            Some(a) => {
                lonely.push(Lonely::Moved(at));
                pairs.push((a, at));
            }
            None => lonely.push(Lonely::Extra(at)),
        }
    }
    pairs.sort_unstable();
    let is_missing = |a: &usize| pairs.iter().all(|(paired, _)| paired != a);
    lonely.extend((0..first.len()).filter(is_missing).map(Lonely::Missing));
    (pairs, lonely)
}

/// By what parts are told from each other: their kind, their id, and what they rest on.
fn signatures(parts: &[Part<'_>]) -> Vec<String> {
    let signature = |part: &Part<'_>| {
        let mut sources: Vec<&str> = match part.text {
            Some(Text::Rich(text)) => text.sources.iter().map(SourceId::as_str).collect(),
            _ => Vec::new(),
        };
        sources.sort_unstable();
        format!("{} {} {}", part.kind, part.id, sources.join(" "))
    };
    parts.iter().map(signature).collect()
}

/// The positions of the longest row of equal signatures in the same order.
fn longest_common(first: &[String], other: &[String]) -> Vec<(usize, usize)> {
    // `best[a][b]`: how many of `first[a..]` and `other[b..]` can be paired.
    let mut best = vec![vec![0_usize; other.len() + 1]; first.len() + 1];
    for a in (0..first.len()).rev() {
        for b in (0..other.len()).rev() {
            best[a][b] = if first[a] == other[b] { best[a + 1][b + 1] + 1 } else { best[a + 1][b].max(best[a][b + 1]) };
        }
    }
    let (mut a, mut b) = (0, 0);
    let mut pairs = Vec::new();
    while a < first.len() && b < other.len() {
        if first[a] == other[b] {
            pairs.push((a, b));
            (a, b) = (a + 1, b + 1);
        } else if best[a + 1][b] >= best[a][b + 1] {
            a += 1;
        } else {
            b += 1;
        }
    }
    pairs
}
