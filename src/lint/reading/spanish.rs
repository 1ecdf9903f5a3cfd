//! Spanish: how easy a text is to read on the INFLESZ scale, and how syllables are counted.
//!
//! ease = 206.835 − 62.3 × syllables per word − words per sentence
//! (Szigriszt-Pazos 1993; scale by Barrio-Cantalejo 2008: over 55 is normal, over 65 quite easy, over 80 very easy).

use super::Counts;

/// The INFLESZ ease of `text`; 100 for a text without words.
pub fn ease(text: &str) -> f64 {
    Counts::of(text, syllables)
        .map_or(100.0, |counts| 206.835 - 62.3 * counts.syllables_a_word() - counts.words_a_sentence())
}

/// What a letter is to the ear.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sound {
    /// a, e, o, with or without accent: always a vowel of its own.
    Open,
    /// i, u: joins a vowel beside it.
    Close(char),
    /// í, ú: stands alone beside an open vowel.
    Stressed(char),
    /// Everything else.
    Consonant,
}

/// How many syllables a Spanish word has. A number counts as one word of one syllable.
pub fn syllables(word: &str) -> usize {
    let letters: Vec<char> = word.to_lowercase().chars().filter(|letter| letter.is_alphabetic()).collect();
    // An h is not heard: "prohibir" has a diphthong, "búho" has none.
    let spoken: Vec<char> = (0..letters.len()).filter(|at| !is_silent(&letters, *at)).map(|at| letters[at]).collect();
    let sounds: Vec<Sound> = (0..spoken.len()).map(|at| sound(&spoken, at)).collect();
    let mut count = 0;
    // Whether the vowel before already joined the one before it: "paranoia" is pa-ra-noi-a.
    let mut has_joined = false;
    for (at, vowel) in sounds.iter().enumerate().filter(|(_, sound)| **sound != Sound::Consonant) {
        let before = at.checked_sub(1).map_or(Sound::Consonant, |before| sounds[before]);
        let was_open_before = at.checked_sub(2).is_some_and(|at| sounds[at] == Sound::Open);
        let follows_a_tail = has_joined && was_open_before && matches!(before, Sound::Close(_));
        has_joined = join(before, *vowel) && !follows_a_tail;
        count += usize::from(!has_joined);
    }
    count.max(1)
}

/// Whether two vowels beside each other are one syllable.
fn join(first: Sound, second: Sound) -> bool {
    match (first, second) {
        (Sound::Open, Sound::Close(_)) | (Sound::Close(_), Sound::Open) => true,
        (Sound::Close(a) | Sound::Stressed(a), Sound::Close(b) | Sound::Stressed(b)) => a != b,
        _ => false,
    }
}

/// An h (but not in ch), and the u of que, qui, gue and gui.
fn is_silent(letters: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).map(|at| letters[at]);
    let is_slender = letters.get(at + 1).is_some_and(|next| "eéií".contains(*next));
    match letters[at] {
        'h' => before != Some('c'),
        'u' => is_slender && matches!(before, Some('q' | 'g')),
        _ => false,
    }
}

fn sound(letters: &[char], at: usize) -> Sound {
    let next = letters.get(at + 1).copied();
    match letters[at] {
        'a' | 'e' | 'o' | 'á' | 'é' | 'ó' | 'à' | 'è' | 'ò' | 'ä' | 'ö' | 'â' | 'ê' | 'ô' => Sound::Open,
        'i' | 'ï' => Sound::Close('i'),
        'u' | 'ü' => Sound::Close('u'),
        'í' => Sound::Stressed('i'),
        'ú' => Sound::Stressed('u'),
        // "rey", "y", "Lyon": a vowel where none follows it.
        'y' if next.is_none_or(|next| !"aeiouáéíóú".contains(next)) => Sound::Close('i'),
        _ => Sound::Consonant,
    }
}
