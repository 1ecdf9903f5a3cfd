//! Comments that allow a finding in one place: `// check: allow RULE: reason`, in a Fluent file with `#`.

use super::file::File;
use crate::model::authoring::Allowance;

/// How such a comment begins, after the sign for comments.
const BEGIN: &str = "check: allow";

/// The comments of `file` that allow a finding.
pub(super) fn allowances(file: &File<'_>) -> Vec<Allowance> {
    // Most files have none, and need not be searched letter by letter.
    if !file.text().contains(BEGIN) {
        return Vec::new();
    }
    let comments = if file.is_fluent() { fluent_comments(file.text()) } else { ron_comments(file.text()) };
    comments.into_iter().filter_map(|comment| allowance(file, comment)).collect()
}

fn allowance(file: &File<'_>, comment: &str) -> Option<Allowance> {
    let said = comment.trim_start_matches(['/', '#']).trim().strip_prefix(BEGIN)?;
    if !said.is_empty() && !said.starts_with([' ', ':']) {
        return None;
    }
    let (rule, reason) = said.split_once(':').unwrap_or((said, ""));
    let place = file.place_of(comment);
    let whole_line = file.text().lines().nth((place.line as usize).saturating_sub(1)).unwrap_or_default();
    let line = if whole_line.trim() == comment.trim() { next_line(file, place.line) } else { place.line };
    Some(Allowance { place, line, rule: rule.trim().to_owned(), reason: reason.trim().to_owned() })
}

/// The next line after `line` that holds more than a comment.
fn next_line(file: &File<'_>, line: u32) -> u32 {
    let sign = if file.is_fluent() { "#" } else { "//" };
    let is_empty = |text: &str| text.trim().is_empty() || text.trim_start().starts_with(sign);
    let skipped = file.text().lines().skip(line as usize).take_while(|text| is_empty(text)).count();
    line.saturating_add(u32::try_from(skipped).unwrap_or(u32::MAX)).saturating_add(1)
}

/// The lines of a Fluent file that are comments.
fn fluent_comments(text: &str) -> Vec<&str> {
    text.lines().filter(|line| line.starts_with('#')).collect()
}

/// The comments of a RON file that go to the end of their line. What looks like one inside a text is none.
fn ron_comments(text: &str) -> Vec<&str> {
    let mut comments = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['"', '/', 'r']) {
        rest = &rest[at..];
        let hashes = rest[1..].len() - rest[1..].trim_start_matches('#').len();
        rest = if rest.starts_with("//") {
            let end = rest.find('\n').unwrap_or(rest.len());
            comments.push(&rest[..end]);
            &rest[end..]
        } else if rest.starts_with("/*") {
            after_block_comment(rest)
        } else if rest.starts_with('"') {
            after_text(rest)
        } else if rest.starts_with('r') && rest[1 + hashes..].starts_with('"') {
            let end = format!("\"{}", "#".repeat(hashes));
            let inside = &rest[2 + hashes..];
            inside.find(&end).map_or("", |at| &inside[at + end.len()..])
        } else {
            &rest[1..]
        };
    }
    comments
}

/// What comes after the text in quotes at the start of `rest`.
fn after_text(rest: &str) -> &str {
    let mut is_escaped = false;
    for (at, byte) in rest.bytes().enumerate().skip(1) {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'"' => return &rest[at + 1..],
            _ => (),
        }
    }
    ""
}

/// What comes after the comment at the start of `rest`, with the comments inside it.
fn after_block_comment(rest: &str) -> &str {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(found) = rest[at..].find(['/', '*']) {
        at += found;
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return &rest[at..];
            }
        } else {
            at += 1;
        }
    }
    ""
}
