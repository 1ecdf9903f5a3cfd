//! Checks on the model that need no disk: what is readable but breaks a rule of good content.
//!
//! Mistakes that stop a file from being read are noted by `content`; these are the ones that only a look at the meaning finds.

mod dates;
mod evidence;
pub mod reading;

use jiff::civil::Date;

use crate::model::library::Library;
use crate::model::place::{Place, Problem, Severity};

/// Every rule that `library` breaks on the day `today`, in the order of the files.
pub fn check(library: &Library, today: Date) -> Vec<Problem> {
    let mut problems = Vec::new();
    dates::check(library, today, &mut problems);
    evidence::check(library, &mut problems);
    reading::check(library, &mut problems);
    problems.sort();
    problems
}

fn warning(rule: &'static str, place: &Place, message: String) -> Problem {
    Problem { place: place.clone(), severity: Severity::Warning, rule, message }
}
