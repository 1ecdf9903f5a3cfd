//! Reads files one by one, notes their problems, and lets the bundled copy stand in where something must not be missing.

use std::collections::BTreeSet;

use super::Files;
use super::file::File;
use crate::model::id::TopicId;
use crate::model::library::OVERDOSE;
use crate::model::place::{Place, Problem, Severity};

/// The rule's name where the bundled copy of a file stands in for it.
pub(super) const STAND_IN: &str = "stand-in";

/// The rule's name where a file is not there.
pub(super) const MISSING_FILE: &str = "missing-file";

/// The given files, the bundled ones behind them, and the problems found so far.
pub(super) struct Reader<'f> {
    given: &'f Files,
    bundled: &'f Files,
    problems: Vec<Problem>,
}

impl<'f> Reader<'f> {
    pub(super) fn new(given: &'f Files, bundled: &'f Files) -> Self {
        Self { given, bundled, problems: Vec::new() }
    }

    pub(super) fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    pub(super) fn add_problems(&mut self, problems: Vec<Problem>) {
        self.problems.extend(problems);
    }

    /// Notes a problem at the start of a line.
    pub(super) fn problem(&mut self, rule: &'static str, path: &str, line: usize, message: impl Into<String>) {
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        let place = Place { file: path.into(), line, column: 1 };
        self.problems.push(Problem { place, severity: Severity::Error, rule, message: message.into() });
    }

    /// Reads the given file; where it is missing or useless, the bundled one stands in.
    pub(super) fn read<T>(&mut self, path: &str, read: impl Fn(&File<'_>) -> Option<T>) -> Option<T> {
        if let Some(value) = self.read_only(path, &read) {
            return Some(value);
        }
        self.say_that_the_bundled_one_stands_in(path);
        self.read_bundled(path, read)
    }

    /// Reads the given file; where it is missing or anything is wrong with it, `None`.
    pub(super) fn read_flawless<T>(&mut self, path: &str, read: impl Fn(&File<'_>) -> Option<T>) -> Option<T> {
        let problems_before = self.problems.len();
        let value = self.read_only(path, read).filter(|_| self.problems.len() == problems_before);
        if value.is_none() {
            self.say_that_the_bundled_one_stands_in(path);
        }
        value
    }

    /// Reads the given file; where it is missing or useless, `None`.
    pub(super) fn read_only<T>(&mut self, path: &str, read: impl Fn(&File<'_>) -> Option<T>) -> Option<T> {
        let Some(text) = self.given.get(path) else {
            self.problem(MISSING_FILE, path, 1, format!("this file is missing; {}", what_else_to_do(path)));
            return None;
        };
        let file = File::new(path, text);
        let value = read(&file);
        self.problems.extend(file.into_problems());
        value
    }

    /// Reads the bundled file, with whose problems nobody here can do anything; a test shows that it has none.
    pub(super) fn read_bundled<T>(&self, path: &str, read: impl Fn(&File<'_>) -> Option<T>) -> Option<T> {
        read(&File::new(path, self.bundled.get(path)?))
    }

    /// The texts at `path`: the given one, then the bundled one, then the bundled one at `default`.
    pub(super) fn texts(&self, path: &str, default: &str) -> Vec<&'f str> {
        let mut texts: Vec<&str> = [self.given.get(path), self.bundled.get(path), self.bundled.get(default)]
            .into_iter()
            .flatten()
            .map(AsRef::as_ref)
            .collect();
        texts.dedup();
        texts
    }

    /// Notes the topic files that `language.ron` does not list, for nobody would ever see them.
    pub(super) fn unlisted(&mut self, language: &str, listed: &[TopicId]) {
        let listed: BTreeSet<String> = listed.iter().map(|id| format!("{language}/{id}.ron")).collect();
        let own = format!("{language}/language.ron");
        let in_folder = format!("{language}/");
        let unlisted: Vec<String> = self
            .given
            .keys()
            .filter(|path| {
                path.starts_with(&in_folder)
                    && std::path::Path::new(path).extension().is_some_and(|ending| ending == "ron")
            })
            .filter(|path| **path != own && !listed.contains(*path))
            .cloned()
            .collect();
        for path in unlisted {
            let message = if path == format!("{language}/{OVERDOSE}.ron") {
                "this topic stands first until it is listed; add it to `topics` in language.ron"
            } else {
                "no tab shows this file; add its topic to `topics` in language.ron"
            };
            self.problem("unlisted-file", &path, 1, message);
        }
    }

    fn say_that_the_bundled_one_stands_in(&mut self, path: &str) {
        if self.bundled.contains_key(path) {
            self.problem(STAND_IN, path, 1, "the bundled copy of this file stands in until its problems are mended");
        }
    }
}

/// What an author can do about the missing file at `path`: add it, or take out what asks for it.
fn what_else_to_do(path: &str) -> &'static str {
    match path.split_once('/') {
        Some(("protocols", _)) => "add it, or mend `protocol` in the site file",
        Some((_, topic)) if topic != "language.ron" => "add it, or take its topic out of language.ron",
        _ => "add it",
    }
}
