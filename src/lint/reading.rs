//! How hard a text is to read: the Flesch-Kincaid grade, the school year in which a reader follows it.
//!
//! grade = 0.39 × words per sentence + 11.8 × syllables per word − 15.59
//! (Kincaid, Fishburne, Rogers, Chissom 1975). The syllables are counted by rule, as most checkers do;
//! a test holds the counter against a list of words.

use unicode_segmentation::UnicodeSegmentation;

use super::warning;
use crate::model::block::Block;
use crate::model::library::{Library, OVERDOSE};
use crate::model::place::{Place, Problem};
use crate::model::text::RichText;
use crate::model::topic::Section;

/// The highest grade of a section that a person may read during an overdose.
pub const MAX_GRADE_EMERGENCY: f64 = 4.0;
/// The highest grade of every other section.
pub const MAX_GRADE: f64 = 6.0;

pub(super) fn check(library: &Library, problems: &mut Vec<Problem>) {
    // The formula and the counter are made for English.
    if library.edition.language != "en" {
        return;
    }
    for (topic, section) in library.sections() {
        let is_emergency = section.emergency || topic.id.as_str() == OVERDOSE;
        // Numbers of clauses and names of standards are no words for patients, and no patient is led to them.
        if section.for_staff && !is_emergency {
            continue;
        }
        let limit = if is_emergency { MAX_GRADE_EMERGENCY } else { MAX_GRADE };
        problems.extend(too_hard(section.id.as_str(), &section_text(section), limit, &section.place));
    }
    if !library.guide.is_stand_in {
        // Each card is read alone; a few words more or less move the grade of so short a text too much to judge it by.
        let mut sentences = Vec::new();
        library.guide.each_text(&mut |text| sentences.push(as_sentence(&text.plain())));
        problems.extend(too_hard("guide", &sentences.join(" "), MAX_GRADE_EMERGENCY, &library.guide.place));
    }
}

fn too_hard(id: &str, text: &str, limit: f64, place: &Place) -> Option<Problem> {
    let grade = grade(text);
    (limit < grade).then(|| {
        let longest = longest_sentence(text);
        let message = format!(
            "`{id}` reads at grade {grade:.1}, more than {limit:.0}; use shorter sentences and words, first in \"{longest}\""
        );
        warning("reading-grade", place, message)
    })
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

/// The Flesch-Kincaid grade of `text`; 0 for a text without words.
pub fn grade(text: &str) -> f64 {
    let (mut sentences, mut words, mut syllable_count) = (0_usize, 0_usize, 0_usize);
    for sentence in sentences_of(text) {
        sentences += 1;
        for word in sentence.unicode_words() {
            words += 1;
            syllable_count += syllables(word);
        }
    }
    if words == 0 {
        return 0.0;
    }
    let (sentences, words, syllable_count) = (sentences as f64, words as f64, syllable_count as f64);
    0.39 * words / sentences + 11.8 * syllable_count / words - 15.59
}

/// The sentences of `text` that hold a word.
fn sentences_of(text: &str) -> impl Iterator<Item = &str> {
    text.unicode_sentences().filter(|sentence| sentence.unicode_words().next().is_some())
}

fn longest_sentence(text: &str) -> String {
    let longest = sentences_of(text).max_by_key(|sentence| sentence.unicode_words().count());
    longest.unwrap_or_default().trim().to_owned()
}

/// How many syllables an English word has, by rule. A number counts as one word of one syllable.
pub fn syllables(word: &str) -> usize {
    let word: String = word.to_lowercase().chars().filter(char::is_ascii_alphabetic).collect();
    if word.len() <= 3 {
        return 1;
    }
    let is_vowel = |c: char| "aeiouy".contains(c);
    let letters: Vec<char> = word.chars().collect();
    let mut groups = 0;
    let mut after_vowel = false;
    for &letter in &letters {
        if is_vowel(letter) && !after_vowel {
            groups += 1;
        }
        after_vowel = is_vowel(letter);
    }
    // "wake", "steps", "helped": an e that is written and not spoken.
    let mute_e = word.ends_with('e') && !word.ends_with("le") && !word.ends_with("ee");
    let mute_le = word.ends_with("le") && is_vowel(letters[letters.len() - 3]);
    let mute_ed = word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded");
    let hissing = ["ces", "ges", "ses", "xes", "zes", "ches", "shes"];
    let mute_es = word.ends_with("es") && !hissing.iter().any(|ending| word.ends_with(ending));
    if mute_e || mute_le || mute_ed || mute_es {
        groups -= 1;
    }
    // "idea", "being", "medium", "dial": two vowels that are spoken apart.
    let apart = ["ia", "io", "iu", "eo", "uou"];
    let joined = ["tion", "sion", "cion", "gion", "tious", "cious", "cial", "tial", "people", "region"];
    let is_joined = joined.iter().any(|part| word.contains(part));
    if !is_joined && apart.iter().any(|part| word.contains(part)) {
        groups += 1;
    }
    if word.ends_with("ing") && letters.len() > 4 && is_vowel(letters[letters.len() - 4]) {
        groups += 1;
    }
    groups.max(1)
}
