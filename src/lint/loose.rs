//! Numbers that no text may hold: doses that a reader might take, and telephone numbers that nobody keeps right.

use std::collections::BTreeSet;

use unicode_segmentation::UnicodeSegmentation;

use super::passages;
use super::sentences::{folded, sentences};
use super::warning;
use crate::model::library::Library;
use crate::model::place::Problem;
use crate::model::vocabulary::Vocabulary;

/// The units in which a medicine is measured out, by their names in `words.ron`.
const UNITS_OF_DOSES: &[&str] = &["mg", "mcg"];

/// A telephone number has so many digits at least. Shorter ones are too much like other numbers.
const LEAST_DIGITS: usize = 7;

pub(super) fn check(library: &Library, problems: &mut Vec<Problem>) {
    let vocabulary = &library.authoring.vocabulary;
    let doses = Doses::of(vocabulary);
    for passage in passages::all(library) {
        for sentence in sentences(&passage.written, &vocabulary.dotted) {
            if let Some((medicine, dose)) = doses.found_in(sentence) {
                // A number and its unit are kept together by a space that nobody typed.
                let dose = dose.replace('\u{a0}', " ");
                let message = format!(
                    "\"{dose}\" stands beside \"{medicine}\": nobody may dose this medicine from a page; leave the amount to the clinic"
                );
                problems.push(warning("medicine-dose", passage.place, message));
            }
        }
        for number in phone_numbers(&passage.written) {
            let message = format!(
                "\"{number}\" is typed into the text, where nobody checks that it is still right; put it into helplines.ron, and its name in braces here"
            );
            problems.push(warning("typed-phone", passage.place, message));
        }
    }
}

/// The medicines whose doses no text may tell, and the words for the units, folded.
struct Doses {
    medicines: BTreeSet<String>,
    units: BTreeSet<String>,
}

impl Doses {
    fn of(vocabulary: &Vocabulary) -> Self {
        let units = vocabulary.units.iter().filter(|unit| UNITS_OF_DOSES.contains(&unit.id.as_str()));
        Self {
            medicines: vocabulary.no_doses_of.iter().map(|name| folded(name)).collect(),
            units: units.flat_map(|unit| &unit.words).map(|word| folded(word)).collect(),
        }
    }

    /// A medicine in `sentence` and an amount, if it has both.
    fn found_in<'s>(&self, sentence: &'s str) -> Option<(&'s str, &'s str)> {
        let words: Vec<(usize, &str)> = sentence.unicode_word_indices().collect();
        let (_, medicine) = words.iter().find(|(_, word)| self.medicines.contains(&folded(word)))?;
        let is_number = |word: &str| word.starts_with(|letter: char| letter.is_ascii_digit());
        words.iter().enumerate().find_map(|(at, (start, word))| {
            let unit = word.trim_start_matches(|letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ','));
            let has_unit = self.units.contains(&folded(unit));
            let (from, to) = match at.checked_sub(1).map(|before| words[before]) {
                _ if has_unit && unit.len() < word.len() => (*start, start + word.len()),
                Some((before, number)) if has_unit && is_number(number) => (before, start + word.len()),
                _ => return None,
            };
            Some((*medicine, &sentence[from..to]))
        })
    }
}

/// What looks like a telephone number in `text`: groups of digits with a space or a mark between them.
fn phone_numbers(text: &str) -> Vec<&str> {
    let is_part =
        |letter: char| letter.is_ascii_digit() || matches!(letter, ' ' | '\u{a0}' | '-' | '–' | '.' | '(' | ')' | '+');
    let runs = text.split(|letter| !is_part(letter)).flat_map(|run| run.split(". "));
    let is_digit = |letter: char| letter.is_ascii_digit();
    let trimmed = runs.map(|run| {
        let run = run.trim_start_matches(|letter| !is_digit(letter) && !matches!(letter, '(' | '+'));
        run.trim_end_matches(|letter| !is_digit(letter))
    });
    trimmed.filter(|run| is_phone_number(run)).collect()
}

fn is_phone_number(run: &str) -> bool {
    let groups: Vec<&str> =
        run.split(|letter: char| !letter.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    let (Some(first), Some(last)) = (groups.first(), groups.last()) else { return false };
    // As 4.2.1 of a standard does.
    let ends_as_a_chapter = last.len() == 1;
    let (is_day, are_years) = (lengths == [4, 2, 2] || lengths == [2, 2, 4], lengths == [4, 4]);
    let are_thousands =
        first.len() <= 3 && !first.starts_with('0') && lengths.iter().skip(1).all(|length| *length == 3);
    LEAST_DIGITS <= lengths.iter().sum()
        && 1 < groups.len()
        && !is_day
        && !are_years
        && !are_thousands
        && !ends_as_a_chapter
}
