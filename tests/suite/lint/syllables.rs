//! Syllables are counted as dictionaries divide words, in English and in Spanish.

use std::fs;
use std::path::Path;

use careshelf::lint::reading;

/// The words of a list in `tests/lint`, each with the number of its syllables.
fn list(name: &str) -> Vec<(String, usize)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lint").join(name);
    let text = fs::read_to_string(path).unwrap();
    let word = |line: &str| line.split_once('\t').map(|(word, count)| (word.to_owned(), count.parse().unwrap()));
    text.lines().map(|line| word(line).unwrap()).collect()
}

/// Counts the words of `name`; at most `most_wrong` of a hundred may be wrong, and none by more than one.
#[track_caller]
fn check(name: &str, most_wrong: usize, syllables: fn(&str) -> usize) {
    let words = list(name);
    assert!(200 <= words.len(), "only {} words", words.len());
    let wrong: Vec<String> = words
        .iter()
        .filter(|(word, count)| syllables(word) != *count)
        .map(|(word, count)| format!("{word}: {} and not {count}", syllables(word)))
        .collect();
    assert!(wrong.len() * 100 <= most_wrong * words.len(), "{} of {}:\n{}", wrong.len(), words.len(), wrong.join("\n"));
    for (word, count) in words {
        assert!(syllables(&word).abs_diff(count) <= 1, "{word} has {count}, not {}", syllables(&word));
    }
}

#[test]
fn english_syllables_are_counted_nearly_as_in_a_dictionary() {
    // English is not spelt as it is spoken, so a rule cannot always be right.
    check("syllables-en.tsv", 5, reading::syllables);
}

#[test]
fn spanish_syllables_are_counted_as_in_a_dictionary() {
    check("syllables-es.tsv", 0, reading::spanish_syllables);
}

#[test]
fn everything_has_a_syllable() {
    for word in ["", "4", "mg", "é", "薬", "hmm", "es", "the", "eee", "ed", "-", "h", "qu", "gui", "y", "ü"] {
        assert!(1 <= reading::syllables(word), "{word}");
        assert!(1 <= reading::spanish_syllables(word), "{word}");
    }
}

#[test]
fn the_ease_is_that_of_szigriszt_pazos() {
    // 5 words, 1 sentence, 8 syllables: El ni-ño no res-pi-ra bien.
    let words = "El niño no respira bien.";
    let expected = 206.835 - 62.3 * 8.0 / 5.0 - 5.0;
    let found = reading::ease(words);
    assert!((found - expected).abs() < 0.005, "{found} and not {expected}");
    assert!((reading::ease("") - 100.0).abs() < f64::EPSILON);
}
