//! Checks on the model that need no disk: what is readable but breaks a rule of good content.
//!
//! Mistakes that stop a file from being read are noted by `content`; these are the ones that only a look at the meaning finds.
//! [`check`] judges one language by itself, [`check_all`] every language and each against the first. An author may allow a
//! finding in one place (`allowed`). The rules are named in [`rules`].

mod abbreviations;
mod allowed;
mod avoid;
mod dates;
mod evidence;
mod glyphs;
mod lengths;
mod loose;
pub mod parity;
mod passages;
mod pictures;
pub mod reading;
pub mod rules;
mod sentences;

use jiff::civil::Date;

use crate::model::library::Library;
use crate::model::place::{Place, Problem, Severity};

/// Every rule that `library` breaks on the day `today`, in the order of the files.
pub fn check(library: &Library, today: Date) -> Vec<Problem> {
    check_all(&[library], today)
}

/// Every rule that one of `libraries`, the same content in several languages, breaks on the day `today`; each is compared
/// with the first one. In the order of the files, what is wrong with a file of all languages once.
pub fn check_all(libraries: &[&Library], today: Date) -> Vec<Problem> {
    let mut problems = Vec::new();
    for library in libraries {
        dates::check(library, today, &mut problems);
        evidence::check(library, &mut problems);
        reading::check(library, &mut problems);
        avoid::check(library, &mut problems);
        abbreviations::check(library, &mut problems);
        lengths::check(library, &mut problems);
        loose::check(library, &mut problems);
        pictures::check(library, &mut problems);
        glyphs::check(library, &mut problems);
    }
    evidence::check_use(libraries, &mut problems);
    if let Some((first, others)) = libraries.split_first() {
        others.iter().for_each(|other| problems.extend(parity::check(first, other)));
    }
    allowed::apply(libraries, &mut problems);
    problems.sort();
    problems.dedup();
    problems
}

/// What reading `libraries` found wrong, and what [`check_all`] finds, each thing once.
pub fn all_problems(libraries: &[&Library], today: Date) -> Vec<Problem> {
    let mut problems: Vec<Problem> = libraries.iter().flat_map(|library| library.problems.clone()).collect();
    problems.extend(check_all(libraries, today));
    problems.sort();
    // A file of all languages was read with each of them.
    problems.dedup();
    problems
}

fn warning(rule: &'static str, place: &Place, message: String) -> Problem {
    Problem { place: place.clone(), severity: Severity::Warning, rule, message }
}
