//! How hard a text is to read, by the formula of its language, with the sentences to mend first.

mod english;
mod spanish;

pub use english::{grade, syllables};
pub use spanish::{ease, syllables as spanish_syllables};

use unicode_segmentation::UnicodeSegmentation;

use super::passages;
use super::warning;
use crate::model::block::Block;
use crate::model::library::{Library, OVERDOSE};
use crate::model::place::{Place, Problem};
use crate::model::text::RichText;
use crate::model::topic::Section;

/// The highest Flesch-Kincaid grade of a section that a person may read during an overdose.
pub const MAX_GRADE_EMERGENCY: f64 = 4.0;
/// The highest grade of every other section.
pub const MAX_GRADE: f64 = 6.0;
/// The lowest INFLESZ ease of a section that a person may read during an overdose: "quite easy".
pub const MIN_EASE_EMERGENCY: f64 = 65.0;
/// The lowest ease of every other section: "normal".
pub const MIN_EASE: f64 = 55.0;

/// So many of the longest sentences are named: mending them helps most.
const NAMED_SENTENCES: usize = 3;

/// Whether there is a formula for `language`. Without one nobody measures how hard its texts are.
pub fn is_measured(language: &str) -> bool {
    Formula::of(language).is_some()
}

/// How a language is measured.
#[derive(Clone, Copy)]
enum Formula {
    FleschKincaid,
    Inflesz,
}

impl Formula {
    /// A formula and its counter are made for one language.
    fn of(language: &str) -> Option<Self> {
        match language {
            "en" => Some(Self::FleschKincaid),
            "es" => Some(Self::Inflesz),
            _ => None,
        }
    }

    /// What is wrong with how `text` reads, if anything.
    fn judge(self, text: &str, is_emergency: bool) -> Option<String> {
        match self {
            Self::FleschKincaid => {
                let (grade, limit) = (grade(text), if is_emergency { MAX_GRADE_EMERGENCY } else { MAX_GRADE });
                (limit < grade).then(|| format!("reads at grade {grade:.1}, and {limit:.0} is the most"))
            }
            Self::Inflesz => {
                let (ease, limit) = (ease(text), if is_emergency { MIN_EASE_EMERGENCY } else { MIN_EASE });
                (ease < limit)
                    .then(|| format!("has a reading ease of {ease:.1} (INFLESZ), and {limit:.0} is the least"))
            }
        }
    }
}

pub(super) fn check(library: &Library, problems: &mut Vec<Problem>) {
    let Some(formula) = Formula::of(&library.edition.language) else { return };
    let mut judge = |id: &str, text: &str, is_emergency: bool, place: &Place| {
        if let Some(wrong) = formula.judge(text, is_emergency) {
            let longest = longest_sentences(text);
            let message = format!("`{id}` {wrong}; use shorter sentences and words, first in: {longest}");
            problems.push(warning("reading-grade", place, message));
        }
    };
    for (topic, section) in passages::sections(library) {
        let is_emergency = section.emergency || topic.id.as_str() == OVERDOSE;
        // Numbers of clauses and names of standards are no words for patients, and no patient is led to them.
        if !section.for_staff || is_emergency {
            judge(section.id.as_str(), &section_text(section), is_emergency, &section.place);
        }
    }
    if !library.guide.is_stand_in {
        // Each card is read alone; a few words more or less move the grade of so short a text too much to judge it by.
        let mut sentences = Vec::new();
        library.guide.each_text(&mut |text| sentences.push(as_sentence(&text.plain())));
        judge("guide", &sentences.join(" "), true, &library.guide.place);
    }
}

/// The words of a section as sentences: a text without an end mark, such as a list item, counts as one.
pub fn section_text(section: &Section) -> String {
    let mut sentences = vec![as_sentence(&section.title)];
    for block in &section.blocks {
        // Names, numbers and hours are not prose.
        if !matches!(block, Block::Contacts(_)) {
            block.each_text(&mut |text: &RichText| sentences.push(as_sentence(&text.plain())));
        }
    }
    sentences.join(" ")
}

fn as_sentence(text: &str) -> String {
    let ends = text.ends_with(['.', '!', '?']);
    format!("{text}{}", if ends { "" } else { "." })
}

/// How many sentences, words and syllables a text has; at least one of each.
struct Counts {
    sentences: usize,
    words: usize,
    syllables: usize,
}

impl Counts {
    /// Counts `text`; `None` for a text without words.
    fn of(text: &str, syllables: fn(&str) -> usize) -> Option<Self> {
        let mut counts = Self { sentences: 0, words: 0, syllables: 0 };
        for sentence in sentences_of(text) {
            counts.sentences += 1;
            for word in sentence.unicode_words() {
                counts.words += 1;
                counts.syllables += syllables(word);
            }
        }
        (0 < counts.words).then_some(counts)
    }

    fn words_a_sentence(&self) -> f64 {
        self.words as f64 / self.sentences as f64
    }

    fn syllables_a_word(&self) -> f64 {
        self.syllables as f64 / self.words as f64
    }
}

/// The sentences of `text` that hold a word.
fn sentences_of(text: &str) -> impl Iterator<Item = &str> {
    text.unicode_sentences().filter(|sentence| sentence.unicode_words().next().is_some())
}

/// The longest sentences, each with the number of its words.
fn longest_sentences(text: &str) -> String {
    let mut sentences: Vec<(usize, &str)> =
        sentences_of(text).map(|sentence| (sentence.unicode_words().count(), sentence.trim())).collect();
    sentences.sort_by_key(|(words, _)| std::cmp::Reverse(*words));
    let named =
        sentences.iter().take(NAMED_SENTENCES).map(|(words, sentence)| format!("\"{sentence}\" ({words} words)"));
    named.collect::<Vec<_>>().join(", ")
}
