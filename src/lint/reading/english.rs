//! English: the Flesch-Kincaid grade, the school year in which a reader follows a text, and how syllables are counted.
//!
//! grade = 0.39 × words per sentence + 11.8 × syllables per word − 15.59
//! (Kincaid, Fishburne, Rogers, Chissom 1975). The syllables are counted by rule, as most checkers do;
//! a test holds the counter against a list of words.

use super::Counts;

/// The Flesch-Kincaid grade of `text`; 0 for a text without words.
pub fn grade(text: &str) -> f64 {
    Counts::of(text, syllables)
        .map_or(0.0, |counts| 0.39 * counts.words_a_sentence() + 11.8 * counts.syllables_a_word() - 15.59)
}

/// How many syllables an English word has, by rule. A number counts as one word of one syllable.
pub fn syllables(word: &str) -> usize {
    let word: String = word.to_lowercase().chars().filter(char::is_ascii_alphabetic).collect();
    if word.len() <= 3 {
        return 1;
    }
    let letters: Vec<char> = word.chars().collect();
    let mut groups = 0;
    let mut after_vowel = false;
    for &letter in &letters {
        if is_vowel(letter) && !after_vowel {
            groups += 1;
        }
        after_vowel = is_vowel(letter);
    }
    groups -= usize::from(has_mute_e(&word, &letters));
    groups += usize::from(has_vowels_apart(&word, &letters));
    groups.max(1)
}

/// Whether the last e is written and not spoken, as in "wake", "helped" and "tongue".
fn has_mute_e(word: &str, letters: &[char]) -> bool {
    let before_last = letters[letters.len() - 2];
    let ends_in_vowels = is_vowel(before_last) && !word.ends_with("gue") && !word.ends_with("que");
    let mute_e = word.ends_with('e') && !word.ends_with("le") && !ends_in_vowels;
    let mute_le = word.ends_with("le") && is_vowel(letters[letters.len() - 3]);
    let mute_ed = word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded");
    let hissing = ["ces", "ges", "ses", "xes", "zes", "ches", "shes"];
    // "needles", but not "pales".
    let spoken_les = word.ends_with("les") && letters.len() > 3 && !is_vowel(letters[letters.len() - 4]);
    let mute_es = word.ends_with("es") && !spoken_les && !hissing.iter().any(|ending| word.ends_with(ending));
    mute_e || mute_le || mute_ed || mute_es
}

/// Whether two vowels beside each other are spoken apart, as in "medium", "being", "idea" and "influence".
fn has_vowels_apart(word: &str, letters: &[char]) -> bool {
    let apart = ["ia", "io", "iu", "eo", "uou", "rience", "flue", "heroi"];
    let joined = ["tion", "sion", "cion", "gion", "tious", "cious", "cial", "tial", "people", "region"];
    let is_joined = joined.iter().any(|part| word.contains(part));
    let at_the_end = ["idea", "ideas", "area", "areas", "nausea"];
    let ends_apart = at_the_end.iter().any(|ending| word.ends_with(ending));
    // "situation" and "actual", but not "quality" and "language".
    let has_ua = letters.windows(3).any(|three| !"qgsp".contains(three[0]) && three[1] == 'u' && three[2] == 'a');
    let before_ing = word.ends_with("ing") && letters.len() > 4 && is_vowel(letters[letters.len() - 4]);
    !is_joined && apart.iter().any(|part| word.contains(part)) || ends_apart || has_ua || before_ing
}

fn is_vowel(letter: char) -> bool {
    "aeiouy".contains(letter)
}
