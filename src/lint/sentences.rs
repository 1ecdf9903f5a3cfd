//! Where sentences end, and which words are the same in spite of capitals and accents.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

/// The sentences of `text` that hold a word. A full stop of a short form in `dotted` ends none, nor does a mark before a
/// small letter, as in: Shout "Wake up!" and their name.
pub(super) fn sentences<'t>(text: &'t str, dotted: &BTreeSet<String>) -> Vec<&'t str> {
    let mut sentences: Vec<&'t str> = Vec::new();
    let mut start = 0;
    let bounds = text.split_sentence_bound_indices().map(|(at, piece)| at + piece.len());
    let mut ends: Vec<usize> = bounds.chain(before_figures(text)).collect();
    ends.sort_unstable();
    ends.dedup();
    let mut begin = 0;
    for end in ends {
        let piece = &text[begin..end];
        begin = end;
        let last = piece.split_whitespace().next_back().unwrap_or_default();
        let last = last.trim_start_matches(OPENING).trim_end_matches([')', ',', ';']);
        let goes_on = text[end..].trim_start().starts_with(char::is_lowercase) || dotted.contains(last);
        if goes_on && end < text.len() {
            continue;
        }
        sentences.push(text[start..end].trim());
        start = end;
    }
    sentences.retain(|sentence| sentence.unicode_words().next().is_some());
    sentences
}

/// Marks before a word.
const OPENING: [char; 6] = ['"', '“', '«', '(', '¿', '¡'];

/// Where a sentence begins with a figure. The Unicode rules do not end the one before it if a small letter follows the
/// figure, for it might be "No. 5 of them".
fn before_figures(text: &str) -> impl Iterator<Item = usize> {
    let ends_a_word =
        |at: usize| text[..at].chars().rev().take_while(|letter| letter.is_lowercase()).count() >= LEAST_WORD;
    text.match_indices(". ").filter_map(move |(at, mark)| {
        let next = at + mark.len();
        (ends_a_word(at) && text[next..].starts_with(|letter: char| letter.is_ascii_digit())).then_some(next)
    })
}

/// Shorter words before a full stop may be short forms.
const LEAST_WORD: usize = 4;

/// `word` without capitals and accents. An ñ stays one: it is a letter of its own.
pub(super) fn folded(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(word.len());
    for letter in word.replace('’', "'").to_lowercase().nfd() {
        let is_tilde_over_n = letter == '\u{303}' && folded.ends_with('n');
        if is_tilde_over_n || !is_combining_mark(letter) {
            folded.push(letter);
        }
    }
    folded
}
