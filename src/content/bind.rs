//! Keeps together what must not be torn apart at the end of a line.

/// Keeps a number and a short word after it, such as `4 mg`, on one line.
pub(super) fn bind_numbers(words: &str) -> String {
    if !words.as_bytes().windows(2).any(|pair| pair[0].is_ascii_digit() && pair[1] == b' ') {
        return words.to_owned();
    }
    let mut bound = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(at) = rest.find(' ') {
        let after = &rest[at + 1..];
        let next_word = after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let is_unit = matches!(next_word.chars().count(), 1..=2) && next_word.chars().all(char::is_alphabetic);
        let follows_digit = rest[..at].ends_with(|c: char| c.is_ascii_digit());
        bound.push_str(&rest[..at]);
        bound.push(if follows_digit && is_unit { '\u{a0}' } else { ' ' });
        rest = after;
    }
    bound.push_str(rest);
    bound
}

/// Keeps the last two words of a value, such as `3 minutes` of "2 to 3 minutes", on one line.
pub(super) fn bind_last_words(shown: &str) -> String {
    shown.rsplit_once(' ').map_or_else(|| shown.to_owned(), |(before, last)| format!("{before}\u{a0}{last}"))
}
