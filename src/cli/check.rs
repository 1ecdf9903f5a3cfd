//! `careshelf check`: every problem of the content, for people and for editors.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::Format;
use crate::content::{Loaded, Origin, load_every};
use crate::lint;
use crate::model::library::Library;
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

/// The problems of reading, which `loaded` and the other languages bring, and those of meaning on the day `today`, which
/// the linter adds.
pub(super) fn check(loaded: &Loaded, origin: &Origin, format: Format, today: Date) -> Report {
    let languages = load_every(origin);
    let mut libraries: Vec<&Library> = languages.iter().map(|language| &language.library).collect();
    let is_unknown = loaded.library.problems.iter().any(|problem| problem.rule == "unknown-language");
    if libraries.is_empty() || is_unknown {
        libraries.push(&loaded.library);
    }
    let problems = lint::all_problems(&libraries, today);
    let text = match format {
        Format::Text => text(loaded, &libraries, &problems),
        Format::Json => json(&problems),
    };
    Report { text, is_clean: problems.is_empty() }
}

fn text(loaded: &Loaded, libraries: &[&Library], problems: &[Problem]) -> String {
    let mut lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    for library in libraries.iter().filter(|library| is_unmeasured(&library.edition.language)) {
        lines.push(loaded.words.with(Msg::CheckUnmeasured, &[("language", library.edition.language.clone().into())]));
    }
    if problems.is_empty() {
        let sections = loaded.library.sections().count();
        let counts = [("sections", sections.into()), ("topics", loaded.library.topics().len().into())];
        lines.push(loaded.words.with(Msg::CheckClean, &counts));
    } else {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        problems.iter().for_each(|problem| *counts.entry(problem.rule).or_default() += 1);
        lines.extend(counts.iter().map(|(rule, count)| format!("{count:5} {rule}")));
        lines.push(loaded.words.with(Msg::CheckProblems, &[("count", problems.len().into())]));
    }
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

/// Whether nobody can say how hard texts in `language` are. Where no file says which language it is, that is another problem.
fn is_unmeasured(language: &str) -> bool {
    !language.is_empty() && !lint::reading::is_measured(language)
}
