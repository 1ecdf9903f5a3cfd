//! One content file while it is being read: its text, the places in it, and the problems found so far.

use std::cell::RefCell;
use std::sync::Arc;

use crate::model::place::{Place, Problem, Severity};

/// Larger files are refused: no leaflet is that long, and a mistake (a wrong file) should not cost memory.
pub(super) const MAX_FILE_BYTES: usize = 1024 * 1024;

/// A file's text, with what is needed to say where in it something stands.
pub(super) struct File<'a> {
    name: Arc<str>,
    text: &'a str,
    line_starts: Vec<usize>,
    problems: RefCell<Vec<Problem>>,
}

impl<'a> File<'a> {
    /// `name` is the path inside the content folder. A byte order mark, which some editors add, is passed over.
    pub(super) fn new(name: &str, text: &'a str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { name: name.into(), text, line_starts, problems: RefCell::default() }
    }

    /// The text without a byte order mark. Every value read from the file is a slice of it.
    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    /// Where `part`, a slice of this file's text, begins.
    ///
    /// A slice of another text is said to begin at the start of this file.
    pub(super) fn place_of(&self, part: &str) -> Place {
        let offset = (part.as_ptr() as usize).wrapping_sub(self.text.as_ptr() as usize);
        self.place_at(if offset <= self.text.len() { offset } else { 0 })
    }

    fn place_at(&self, offset: usize) -> Place {
        let line = self.line_starts.partition_point(|&start| start <= offset).max(1);
        let line_start = self.line_starts[line - 1];
        let column = self.text.get(line_start..offset).map_or(0, |before| before.chars().count()) + 1;
        self.place(line, column)
    }

    /// The place at a line and a column, both counted from 1, the column in characters.
    pub(super) fn place(&self, line: usize, column: usize) -> Place {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Place { file: self.name.clone(), line: count(line), column: count(column) }
    }

    /// Notes a problem at `part`, a slice of this file's text.
    pub(super) fn problem(&self, rule: &'static str, part: &str, message: impl Into<String>) {
        self.problem_at(rule, self.place_of(part), message);
    }

    /// Notes a problem at `place`.
    pub(super) fn problem_at(&self, rule: &'static str, place: Place, message: impl Into<String>) {
        let problem = Problem { place, severity: Severity::Error, rule, message: message.into() };
        self.problems.borrow_mut().push(problem);
    }

    /// How many problems were noted so far.
    pub(super) fn problem_count(&self) -> usize {
        self.problems.borrow().len()
    }

    /// The problems noted so far, in the order in which they were found.
    pub(super) fn into_problems(self) -> Vec<Problem> {
        self.problems.into_inner()
    }
}
