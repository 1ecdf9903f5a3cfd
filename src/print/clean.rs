//! Words as they may go to paper: nothing invisible, and no word that cannot be broken.

/// The words without characters that control a terminal or turn the direction of writing: a number must not be read
/// backwards because of something that nobody sees.
pub(super) fn clean(words: &str) -> String {
    words.chars().map(|c| if matches!(c, '\t' | '\n' | '\r') { ' ' } else { c }).filter(|c| !is_hidden(*c)).collect()
}

fn is_hidden(c: char) -> bool {
    let is_mark = matches!(
        c,
        '\u{061c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
    );
    c.is_control() || is_mark
}

/// A word with more letters in a row than this does not fit into a narrow column in large print.
pub(super) const LONGEST_RUN: usize = 30;

/// A place at which a line may end, and at which nothing is seen.
const BREAK: char = '\u{200b}';

/// The words with places to break in the middle of very long ones. Most texts come back as they are.
pub(super) fn breakable(words: String) -> String {
    if words.len() <= LONGEST_RUN {
        return words;
    }
    let mut broken = String::new();
    let mut run = 0;
    for c in words.chars() {
        let ends_run = c.is_whitespace() && c != '\u{a0}' || c == '-' || c == '/';
        run = if ends_run { 0 } else { run + 1 };
        if run > LONGEST_RUN {
            broken.push(BREAK);
            run = 1;
        }
        broken.push(c);
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_does_not_go_to_paper() {
        assert_eq!(clean("a\u{0}b\u{202e}c\u{2066}d\u{200b}e\tf"), "abcde f");
    }

    #[test]
    fn a_word_of_any_length_can_be_broken_and_others_stay_as_they_are() {
        let long = "x".repeat(100);
        let broken = breakable(long.clone());
        assert_eq!(broken.replace(BREAK, ""), long);
        assert!(broken.split(BREAK).all(|run| run.len() <= LONGEST_RUN));
        let plain = "words of the usual length, more than thirty letters".to_owned();
        assert_eq!(breakable(plain.clone()), plain);
    }
}
