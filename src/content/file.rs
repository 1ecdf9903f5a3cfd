//! One content file while it is being read: its text, the places in it, and the problems found so far.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use crate::model::place::{Place, Problem, Severity};

/// Larger files are refused: no leaflet is that long, and a mistake (a wrong file) should not cost memory.
pub(super) const MAX_FILE_BYTES: usize = 1024 * 1024;

/// More problems of one file are counted and not told one by one: nobody mends so many at once, and a wrong file has millions.
const MAX_PROBLEMS: usize = 100;

/// A file's text, with what is needed to say where in it something stands.
pub(super) struct File<'a> {
    name: Arc<str>,
    text: &'a str,
    line_starts: Vec<usize>,
    problems: RefCell<Vec<Problem>>,
    problem_count: Cell<usize>,
}

impl<'a> File<'a> {
    /// `name` is the path inside the content folder. A byte order mark, which some editors add, is passed over.
    pub(super) fn new(name: &str, text: &'a str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { name: name.into(), text, line_starts, problems: RefCell::default(), problem_count: Cell::default() }
    }

    /// The text without a byte order mark. Every value read from the file is a slice of it.
    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    /// Whether it is a file of messages, and no RON.
    pub(super) fn is_fluent(&self) -> bool {
        self.name.ends_with(".ftl")
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

    /// The first place at or after a line and a column that is not a space.
    pub(super) fn place_after_spaces(&self, line: usize, column: usize) -> Place {
        let line_start = self.line_starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let rest = self.text.get(line_start..).unwrap_or_default();
        let rest = rest.char_indices().nth(column.saturating_sub(1)).map_or("", |(at, _)| &rest[at..]);
        if rest.trim_start().is_empty() { self.place(line, column) } else { self.place_of(rest.trim_start()) }
    }

    /// The place at a line and a column, both counted from 1, the column in characters.
    fn place(&self, line: usize, column: usize) -> Place {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Place { file: self.name.clone(), line: count(line), column: count(column) }
    }

    /// Notes a problem at `part`, a slice of this file's text.
    pub(super) fn problem(&self, rule: &'static str, part: &str, message: impl Into<String>) {
        if self.tells_more() {
            self.problem_at(rule, self.place_of(part), message);
        } else {
            self.problem_at(rule, Place::default(), message);
        }
    }

    /// Notes a problem at `place`.
    pub(super) fn problem_at(&self, rule: &'static str, place: Place, message: impl Into<String>) {
        if self.tells_more() {
            let problem = Problem { place, severity: Severity::Error, rule, message: message.into() };
            self.problems.borrow_mut().push(problem);
        }
        self.problem_count.set(self.problem_count.get() + 1);
    }

    /// Whether the next problem is told, and not only counted; otherwise its place need not be looked for.
    pub(super) fn tells_more(&self) -> bool {
        self.problem_count.get() < MAX_PROBLEMS
    }

    /// How many problems were noted so far.
    pub(super) fn problem_count(&self) -> usize {
        self.problem_count.get()
    }

    /// The problems noted so far, in the order in which they were found.
    pub(super) fn into_problems(self) -> Vec<Problem> {
        let more = self.problem_count.get().saturating_sub(MAX_PROBLEMS);
        let place = self.place(1, 1);
        let mut problems = self.problems.into_inner();
        if 0 < more {
            let message = format!("this file has {more} more problems; mend the first ones, then check again");
            problems.push(Problem { place, severity: Severity::Error, rule: "more-problems", message });
        }
        problems
    }
}
