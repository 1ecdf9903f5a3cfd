//! The words of the library: found by their letters, by what they begin with, and by letters that are nearly theirs.

use std::collections::BTreeMap;

use fst::Map;
use fst::raw::{Fst, Node, Output};

/// Every word as it stands in the texts, and the stems of all.
///
/// Words are looked up as they are written, for somebody who types "treatme" has not reached a stem.
#[derive(Debug)]
pub(super) struct Terms {
    /// The number of the stem of each folded word.
    words: Map<Vec<u8>>,
    /// The number of each stem.
    stems: Map<Vec<u8>>,
}

/// A stem that is near what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Near {
    /// The number of the stem.
    pub(super) term: u32,
    /// So many letters must be put in, left out, replaced, or swapped with the next one.
    pub(super) edits: u8,
    /// Whether what was typed is the whole word, and not its beginning.
    pub(super) is_whole: bool,
}

impl Terms {
    /// `words` are folded words with the numbers of their stems, `stems` are the stems.
    pub(super) fn new(words: &BTreeMap<String, u32>, stems: &BTreeMap<String, u32>) -> Self {
        Self { words: map(words), stems: map(stems) }
    }

    /// The number of a stem.
    pub(super) fn stem(&self, stem: &str) -> Option<u32> {
        self.stems.get(stem).map(|term| term as u32)
    }

    /// The number of the stem of a folded word, if some text has that word.
    pub(super) fn word(&self, folded: &str) -> Option<u32> {
        self.words.get(folded).map(|term| term as u32)
    }

    /// Every word that `most_edits` at most turn into `typed`, and, with `is_prefix`, every word that begins so. A stem may
    /// come more than once.
    pub(super) fn near(&self, typed: &str, most_edits: u8, is_prefix: bool) -> Vec<Near> {
        let typed: Vec<char> = typed.chars().collect();
        let fst = self.words.as_fst();
        let mut walk = Walk { fst, typed: &typed, most_edits, is_prefix, rows: vec![], letters: vec![], found: vec![] };
        walk.rows.extend((0..=typed.len()).map(|at| u8::try_from(at).unwrap_or(FAR)));
        walk.go(&fst.root(), Output::zero(), Letter::default(), None);
        walk.found
    }

    /// The bytes that all this takes in memory.
    pub(super) fn size(&self) -> usize {
        self.words.as_fst().as_bytes().len() + self.stems.as_fst().as_bytes().len()
    }
}

fn map(entries: &BTreeMap<String, u32>) -> Map<Vec<u8>> {
    // They are in order, and none is there twice: nothing else can fail.
    Map::from_iter(entries.iter().map(|(word, term)| (word, u64::from(*term)))).unwrap_or_default()
}

/// More edits than anybody asks for.
const FAR: u8 = 100;

/// Goes through all words at once, letter by letter, as long as what was typed may still come of it.
struct Walk<'t> {
    fst: &'t Fst<Vec<u8>>,
    typed: &'t [char],
    most_edits: u8,
    is_prefix: bool,
    /// For the word so far and each shorter one, the shortest first: the edits between it and each beginning of what was
    /// typed. Rows stand one after another.
    rows: Vec<u8>,
    /// The letters of the word so far.
    letters: Vec<char>,
    found: Vec<Near>,
}

/// A letter of which some bytes were read.
#[derive(Clone, Copy, Default)]
struct Letter {
    bytes: [u8; 4],
    len: usize,
}

impl Letter {
    fn with(mut self, byte: u8) -> Self {
        if let Some(place) = self.bytes.get_mut(self.len) {
            *place = byte;
            self.len += 1;
        }
        self
    }

    fn whole(&self) -> Option<char> {
        if self.len == 1 && self.bytes[0].is_ascii() {
            return Some(char::from(self.bytes[0]));
        }
        std::str::from_utf8(&self.bytes[..self.len]).ok()?.chars().next()
    }
}

impl Walk<'_> {
    /// `begun` are the edits by which the word so far already begins with what was typed.
    fn go(&mut self, node: &Node<'_>, output: Output, letter: Letter, begun: Option<u8>) {
        if node.is_final() && letter.len == 0 {
            self.end(output.cat(node.final_output()), begun);
        }
        for step in node.transitions() {
            let output = output.cat(step.out);
            let letter = letter.with(step.inp);
            match letter.whole() {
                None => self.go(&self.fst.node(step.addr), output, letter, begun),
                Some(whole) => {
                    let least = self.push(whole);
                    let now = self.last().filter(|_| self.is_prefix);
                    let begun = begun.into_iter().chain(now).min();
                    if least <= self.most_edits || begun.is_some() {
                        self.go(&self.fst.node(step.addr), output, Letter::default(), begun);
                    }
                    self.pop();
                }
            }
        }
    }

    fn end(&mut self, output: Output, begun: Option<u8>) {
        let whole = self.last();
        let edits = whole.into_iter().chain(begun).min();
        if let Some(edits) = edits {
            self.found.push(Near { term: output.value() as u32, edits, is_whole: whole == Some(edits) });
        }
    }

    /// The edits between the word so far and all that was typed, if they are not too many.
    fn last(&self) -> Option<u8> {
        self.rows.last().copied().filter(|edits| *edits <= self.most_edits)
    }

    /// Adds the row for the word with one letter more; says what its least entry is.
    fn push(&mut self, letter: char) -> u8 {
        let width = self.typed.len() + 1;
        let before = self.letters.last().copied();
        self.letters.push(letter);
        let (depth, most) = (self.letters.len(), usize::from(self.most_edits));
        let above = self.rows.len() - width;
        let two_above = above.checked_sub(width);
        let row = self.rows.len();
        self.rows.resize(row + width, FAR);
        // Further from the middle there are too many edits in any case.
        let (from, to) = (depth.saturating_sub(most), (depth + most).min(width - 1));
        let mut least = FAR;
        for at in from..=to {
            let edits = if at == 0 {
                self.rows[above] + 1
            } else {
                let typed = self.typed[at - 1];
                let replaced = self.rows[above + at - 1] + u8::from(typed != letter);
                let edits = replaced.min(self.rows[above + at] + 1).min(self.rows[row + at - 1] + 1);
                match two_above {
                    Some(two_above) if 1 < at && before == Some(typed) && self.typed[at - 2] == letter => {
                        edits.min(self.rows[two_above + at - 2] + 1)
                    }
                    _ => edits,
                }
            };
            let edits = edits.min(FAR);
            self.rows[row + at] = edits;
            least = least.min(edits);
        }
        least
    }

    fn pop(&mut self) {
        self.letters.pop();
        self.rows.truncate(self.rows.len() - self.typed.len() - 1);
    }
}
