//! `careshelf check`: every problem of the content, for people and for editors.

use jiff::civil::Date;
use serde::Serialize;

use super::Format;
use crate::content::Loaded;
use crate::lint;
use crate::model::place::{Problem, Severity};
use crate::words::Msg;

/// What `check` found, ready to print.
pub(super) struct Report {
    pub(super) text: String,
    pub(super) is_clean: bool,
}

/// One problem in the JSON list.
#[derive(Serialize)]
struct JsonProblem<'p> {
    file: &'p str,
    line: u32,
    column: u32,
    severity: &'static str,
    rule: &'static str,
    message: &'p str,
}

/// The problems of reading, which `loaded` brings, and those of meaning on the day `today`, which the linter adds.
pub(super) fn check(loaded: &Loaded, format: Format, today: Date) -> Report {
    let mut problems = loaded.library.problems.clone();
    problems.extend(lint::check(&loaded.library, today));
    problems.sort();
    let text = match format {
        Format::Text => text(loaded, &problems),
        Format::Json => json(&problems),
    };
    Report { text, is_clean: problems.is_empty() }
}

fn text(loaded: &Loaded, problems: &[Problem]) -> String {
    let mut lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    lines.push(if problems.is_empty() {
        let sections = loaded.library.sections().count();
        let counts = [("sections", sections.into()), ("topics", loaded.library.topics().len().into())];
        loaded.words.with(Msg::CheckClean, &counts)
    } else {
        loaded.words.with(Msg::CheckProblems, &[("count", problems.len().into())])
    });
    lines.join("\n") + "\n"
}

fn json(problems: &[Problem]) -> String {
    let list: Vec<JsonProblem<'_>> = problems
        .iter()
        .map(|problem| JsonProblem {
            file: &problem.place.file,
            line: problem.place.line,
            column: problem.place.column,
            severity: match problem.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            },
            rule: problem.rule,
            message: &problem.message,
        })
        .collect();
    // A list of strings and numbers is always JSON.
    serde_json::to_string_pretty(&list).unwrap_or_default() + "\n"
}
