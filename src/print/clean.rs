//! Words as they may go to paper: nothing invisible, and no word that cannot be broken.

use crate::model::paper::Layout;

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

/// So wide may letters in a row be, in hundredths of their size: the narrowest place of a layout, which is a heading or the
/// title of the card, has no room for more. A small letter counts 65; the longest words of everyday English have 20 of them.
/// Shorter words have no place to break: some screen readers stumble there.
pub(super) fn widest_run(layout: Layout) -> usize {
    match layout {
        Layout::Handout => 2000,
        Layout::LargePrint => 1600,
        Layout::Card => 1100,
        Layout::Poster => 1500,
    }
}

/// A place at which a line may end, and at which nothing is seen.
const BREAK: char = '\u{200b}';

/// The words with places to break in the middle of very long ones. Most texts come back as they are.
pub(super) fn breakable(words: String, widest_run: usize) -> String {
    let mut broken = String::new();
    let (mut run, mut last) = (0, ' ');
    for c in words.chars() {
        // A line may end after a stroke, but not between strokes, nor before a digit (Unicode Standard Annex 14).
        if c == ' ' || matches!(last, '-' | '/') && c.is_alphabetic() {
            run = 0;
        }
        run += width(c);
        if run > widest_run {
            broken.push(BREAK);
            run = width(c);
        }
        broken.push(c);
        last = c;
    }
    if broken.len() == words.len() { words } else { broken }
}

/// No less than the width of `c` in the bold face, in hundredths of its size.
fn width(c: char) -> usize {
    match c {
        ' ' => 0,
        'm' | 'w' | '@' | '%' => 110,
        'a'..='z' | '0'..='9' | '!'..='/' | ':'..='?' => 65,
        ' '..='~' => 110,
        _ => 140,
    }
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
        for letter in ["x", "W", "/", "-", "-1", "\u{a0}"] {
            let long = letter.repeat(100);
            let broken = breakable(long.clone(), 1500);
            assert_eq!(broken.replace(BREAK, ""), long);
            let runs = broken.split(BREAK).map(|run| run.chars().map(width).sum::<usize>());
            assert!(runs.max() <= Some(1500), "{letter}");
        }
        for plain in
            ["words of the usual length, more than thirty letters", "https://example.org/a-long/address-of-a-page"]
        {
            assert_eq!(breakable(plain.to_owned(), 1500), plain);
        }
    }
}
