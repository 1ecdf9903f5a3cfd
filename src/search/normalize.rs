//! Text → the words by which it is found: whatever somebody types of case, accents and word forms, the words are the same.

use std::fmt;
use std::ops::Range;

use frostem::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// A longer word is cut here: nobody types it whole.
pub(super) const MOST_LETTERS: usize = 40;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its letters without case, accents and apostrophes.
    pub folded: String,
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
}

/// Finds the stems of words, in a language that has rules for it.
#[derive(Clone, Copy, Default)]
pub struct Stems(Option<Stemmer>);

/// The rules of languages, by the codes of languages.
const ALGORITHMS: &[(&str, Algorithm)] = &[
    ("ar", Algorithm::Arabic),
    ("ca", Algorithm::Catalan),
    ("cs", Algorithm::Czech),
    ("da", Algorithm::Danish),
    ("de", Algorithm::German),
    ("el", Algorithm::Greek),
    ("en", Algorithm::English),
    ("eo", Algorithm::Esperanto),
    ("es", Algorithm::Spanish),
    ("et", Algorithm::Estonian),
    ("eu", Algorithm::Basque),
    ("fa", Algorithm::Persian),
    ("fi", Algorithm::Finnish),
    ("fr", Algorithm::French),
    ("ga", Algorithm::Irish),
    ("hi", Algorithm::Hindi),
    ("hu", Algorithm::Hungarian),
    ("hy", Algorithm::Armenian),
    ("id", Algorithm::Indonesian),
    ("it", Algorithm::Italian),
    ("lt", Algorithm::Lithuanian),
    ("nb", Algorithm::Norwegian),
    ("ne", Algorithm::Nepali),
    ("nl", Algorithm::Dutch),
    ("nn", Algorithm::Norwegian),
    ("no", Algorithm::Norwegian),
    ("pl", Algorithm::Polish),
    ("pt", Algorithm::Portuguese),
    ("ro", Algorithm::Romanian),
    ("ru", Algorithm::Russian),
    ("sr", Algorithm::Serbian),
    ("st", Algorithm::Sesotho),
    ("sv", Algorithm::Swedish),
    ("ta", Algorithm::Tamil),
    ("tr", Algorithm::Turkish),
    ("uk", Algorithm::Ukrainian),
    ("yi", Algorithm::Yiddish),
];

impl fmt::Debug for Stems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.0.map(|stemmer| stemmer.algorithm().name());
        f.debug_tuple("Stems").field(&name).finish()
    }
}

impl Stems {
    /// The rules for the language of this code, such as `en` or `pt-BR`; none if nobody wrote any.
    pub fn of(language: &str) -> Self {
        let code = language.split('-').next().unwrap_or_default().to_ascii_lowercase();
        let found = ALGORITHMS.iter().find(|(known, _)| *known == code);
        Self(found.map(|(_, algorithm)| Stemmer::new(*algorithm)))
    }

    /// The stem of a folded word. One that would leave nothing is left as it is.
    pub fn stem(&self, folded: &str) -> String {
        let stem = self.0.as_ref().map_or_else(|| folded.into(), |stemmer| stemmer.stem(folded));
        if stem.is_empty() { folded.to_owned() } else { stem.into_owned() }
    }
}

/// The words of `text`, in its order. Where a language writes no spaces, each pair of neighbouring letters is a word.
pub fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut run: Range<usize> = 0..0;
    for (at, word) in text.unicode_word_indices() {
        let end = at + word.len();
        if word.chars().all(is_unspaced) {
            if run.end != at {
                add_pairs(text, run, &mut words);
                run = at..at;
            }
            run.end = end;
        } else {
            add_pairs(text, std::mem::replace(&mut run, end..end), &mut words);
            add(word, at..end, &mut words);
        }
    }
    add_pairs(text, run, &mut words);
    words
}

fn add(word: &str, range: Range<usize>, words: &mut Vec<Word>) {
    let folded = fold(word);
    if !folded.is_empty() {
        words.push(Word { folded, range });
    }
}

fn add_pairs(text: &str, run: Range<usize>, words: &mut Vec<Word>) {
    let letters: Vec<(usize, char)> = text[run.clone()].char_indices().collect();
    match letters.as_slice() {
        [] => (),
        [_] => add(&text[run.clone()], run, words),
        letters => {
            for pair in letters.windows(2) {
                let range = run.start + pair[0].0..run.start + pair[1].0 + pair[1].1.len_utf8();
                add(&text[range.clone()], range, words);
            }
        }
    }
}

/// The letters of a word without case, accents and apostrophes: "Won’t" and "wont" are one.
fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word
            .bytes()
            .filter(|byte| *byte != b'\'')
            .take(MOST_LETTERS)
            .map(|b| char::from(b.to_ascii_lowercase()))
            .collect();
    }
    // By way of the capital, for letters with two small forms. A capital may come apart into marks that a small letter hides.
    let plain = word.nfkd().flat_map(char::to_uppercase).flat_map(char::to_lowercase).nfkd();
    plain.filter(|c| !is_mark(*c)).take(MOST_LETTERS).collect()
}

/// Accents, the points of Hebrew and Arabic, which most writers leave out, and apostrophes. The vowels of other scripts stay.
fn is_mark(c: char) -> bool {
    matches!(
        c,
        '\'' | '’' | 'ʼ' | '‘' | '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}'
            | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{fe00}'..='\u{fe0f}'
    )
}

/// Letters of scripts that put no spaces between words.
fn is_unspaced(c: char) -> bool {
    matches!(
        c,
        '\u{e00}'..='\u{fff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{2fff}'
            | '\u{3005}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
            | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}'
    )
}
