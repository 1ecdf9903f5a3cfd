//! The text to show of a section that was found, and which words of it made it be found.

use std::collections::HashMap;
use std::ops::Range;

use super::index::Index;
use super::normalize::words;
use super::query::Query;
use super::texts::Kind;

/// A longer text is cut to about so many characters around what was found in it.
const MOST_CHARS: usize = 180;
/// So much of a text is shown before the first word that was found in it.
const CHARS_BEFORE: usize = 60;

/// A text of a section.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// What it says.
    pub text: String,
    /// The words that were looked for, in bytes of the text, in order and apart from one another.
    pub highlights: Vec<Range<usize>>,
}

impl Passage {
    /// The part of `text` around what `query` looks for.
    pub(super) fn new(text: &str, index: &Index, query: &Query) -> Self {
        let is_found = |term| query.telling_words().any(|word| word.meant.contains_key(&term));
        let mut found: Vec<Range<usize>> = Vec::new();
        for word in words(text) {
            if !index.terms.word(&word.folded).is_some_and(is_found) {
                continue;
            }
            match found.last_mut() {
                // Pairs of letters overlap.
                Some(last) if word.range.start < last.end => last.end = word.range.end,
                _ => found.push(word.range),
            }
        }
        cut(text, found)
    }
}

fn cut(text: &str, mut highlights: Vec<Range<usize>>) -> Passage {
    if text.chars().count() <= MOST_CHARS {
        return Passage { text: text.to_owned(), highlights };
    }
    let first = highlights.first().map_or(0, |range| range.start);
    let before = text[..first].char_indices().rev().nth(CHARS_BEFORE).map_or(0, |(at, _)| at);
    // From the next space on: half a word helps nobody.
    let start = if before == 0 { 0 } else { text[before..first].find(' ').map_or(first, |at| before + at + 1) };
    let rest = &text[start..];
    let end = rest.char_indices().nth(MOST_CHARS).map_or(text.len(), |(at, _)| {
        start + rest[..at].rfind(' ').filter(|space| first < start + space).unwrap_or(at)
    });
    let lead = if start == 0 { "" } else { "… " };
    let trail = if end == text.len() { "" } else { " …" };
    highlights.retain(|range| range.end <= end);
    for range in &mut highlights {
        *range = range.start + lead.len() - start..range.end + lead.len() - start;
    }
    Passage { text: format!("{lead}{}{trail}", text[start..end].trim_end()), highlights }
}

/// Which text of a section is shown.
pub(super) struct Choice {
    /// Its position among the texts of the section.
    pub(super) number: u32,
}

impl Choice {
    /// Chooses a text of each of `sections`: the one with most of `query`, or else the first one under the title.
    pub(super) fn make(index: &Index, query: &Query, sections: &[u32]) -> Vec<Self> {
        let mut is_wanted = vec![false; index.sections.len()];
        sections.iter().for_each(|section| is_wanted[*section as usize] = true);
        // Each text with what it has of the words before this one, and of this one.
        let mut values: HashMap<u32, (f32, f32)> = HashMap::new();
        for word in query.telling_words() {
            for (term, weight) in &word.meant {
                index.postings.each(*term, |passage, _| {
                    let (section, kind) = index.passage(passage);
                    if is_wanted[section as usize] && kind.is_on_page() {
                        let value = values.entry(passage).or_default();
                        value.1 = value.1.max(weight * if kind == Kind::Heading { 0.9 } else { 1.0 });
                    }
                });
            }
            values.values_mut().for_each(|value| *value = (value.0 + value.1, 0.0));
        }
        sections.iter().map(|section| Self::best(index, *section, &values)).collect()
    }

    fn best(index: &Index, section: u32, values: &HashMap<u32, (f32, f32)>) -> Self {
        let passages = index.passages_of(section);
        let first = passages.start;
        let on_page = || passages.clone().filter(|passage| index.passage(*passage).1.is_on_page());
        let valued = on_page().filter_map(|passage| Some((passage, values.get(&passage)?.0)));
        // The first one of those that are as good.
        let best = valued.reduce(|best, one| if best.1 < one.1 { one } else { best }).map(|(passage, _)| passage);
        let body = || on_page().find(|passage| index.passage(*passage).1 == Kind::Body);
        let shown = best.or_else(body).or_else(|| on_page().next()).unwrap_or(first);
        Self { number: shown - first }
    }
}
