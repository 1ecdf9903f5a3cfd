//! Findings that an author allows in one place with a reason, and what is wrong with such comments.

use std::collections::BTreeSet;

use super::rules::RULES;
use super::warning;
use crate::model::authoring::Allowance;
use crate::model::library::Library;
use crate::model::place::Problem;

/// Takes out of `problems` what comments in `libraries` allow, and adds what is wrong with those comments.
pub(super) fn apply(libraries: &[&Library], problems: &mut Vec<Problem>) {
    // A file of all languages was read once for each.
    let allowances: BTreeSet<&Allowance> = libraries.iter().flat_map(|library| &library.authoring.allowances).collect();
    let wrong: Vec<Problem> =
        allowances.iter().filter_map(|allowance| judge(allowance, problems, 1 < libraries.len())).collect();
    problems.retain(|problem| !allowances.iter().any(|allowance| allows(allowance, problem)));
    problems.extend(wrong);
}

/// Whether `allowance` takes `problem` away. One without a reason takes nothing away.
fn allows(allowance: &Allowance, problem: &Problem) -> bool {
    !allowance.reason.is_empty() && speaks_of(allowance, problem)
}

fn speaks_of(allowance: &Allowance, problem: &Problem) -> bool {
    let (place, spoken_of) = (&problem.place, allowance.line);
    allowance.rule == problem.rule && allowance.place.file == place.file && spoken_of == place.line
}

/// What is wrong with `allowance`, if anything.
fn judge(allowance: &Allowance, problems: &[Problem], compares_languages: bool) -> Option<Problem> {
    let Allowance { place, rule, reason, .. } = allowance;
    if !RULES.contains(&rule.as_str()) {
        let message = format!("no rule is called `{rule}`; write one of {}", RULES.join(", "));
        return Some(warning("allow-unknown-rule", place, message));
    }
    if reason.is_empty() {
        let message = format!("this comment says no reason; write `check: allow {rule}: why it is right here`");
        return Some(warning("allow-without-reason", place, message));
    }
    // With one language nothing is compared, so nobody can know.
    let is_judged = compares_languages || !rule.starts_with("same-");
    let is_used = problems.iter().any(|problem| speaks_of(allowance, problem));
    (is_judged && !is_used).then(|| {
        let message = format!("nothing in line {} breaks the rule `{rule}`; take this comment out", allowance.line);
        warning("allow-unused", place, message)
    })
}
