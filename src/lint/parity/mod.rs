//! Whether two languages say the same: the same parts in the same order, resting on the same sources, with the same numbers.

mod compare;
mod figures;
mod messages;
mod outline;
mod text;

use crate::model::library::Library;
use crate::model::place::Problem;

/// What differs in `other` from `first`, the same content in another language. The places are in the files of `other`.
pub fn check(first: &Library, other: &Library) -> Vec<Problem> {
    let languages = compare::Languages::of(first, other);
    let mut problems = Vec::new();
    languages.compare(&outline::of(first), &outline::of(other), &mut problems);
    messages::check(first, other, &mut problems);
    problems
}
