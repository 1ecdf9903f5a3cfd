//! Reads files one by one, notes their problems, and lets the bundled copy stand in where something must not be missing.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::Path;

use super::comments;
use super::file::File;
use super::outline::fields_before;
use super::record;
use super::texts::Texts;
use super::{Files, NAMES_FILE};
use crate::model::authoring::Allowance;
use crate::model::id::{TopicId, is_valid_id};
use crate::model::library::OVERDOSE;
use crate::model::place::{Place, Problem, Severity};

/// The rule's name where the bundled copy of a file stands in for it.
pub(super) const STAND_IN: &str = "stand-in";

/// The rule's name where a file is not there.
pub(super) const MISSING_FILE: &str = "missing-file";

/// The given files, the bundled ones behind them, and the problems found so far.
pub(super) struct Reader<'f> {
    given: &'f dyn Texts,
    bundled: &'f Files,
    problems: Vec<Problem>,
    allowances: Vec<Allowance>,
}

/// Which copy of a file is read.
#[derive(Clone, Copy)]
pub(super) enum Which {
    /// The given one; what is wrong with it is noted.
    Given,
    /// The one inside the executable.
    Bundled,
}

impl<'f> Reader<'f> {
    pub(super) fn new(given: &'f dyn Texts, bundled: &'f Files) -> Self {
        Self { given, bundled, problems: Vec::new(), allowances: Vec::new() }
    }

    pub(super) fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    pub(super) fn add_problems(&mut self, problems: Vec<Problem>) {
        self.problems.extend(problems);
    }

    /// Keeps the comments of `file` that allow a finding.
    pub(super) fn add_allowances(&mut self, file: &File<'_>) {
        self.allowances.extend(comments::allowances(file));
    }

    /// The comments that allow a finding, of the files read so far.
    pub(super) fn take_allowances(&mut self) -> Vec<Allowance> {
        std::mem::take(&mut self.allowances)
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

    /// The path of every given file.
    pub(super) fn paths(&self) -> Vec<String> {
        self.given.paths()
    }

    /// Whether there is a given file at `path`.
    pub(super) fn has(&self, path: &str) -> bool {
        self.given.start(path).is_some()
    }

    /// Whether there is a bundled file at `path`.
    pub(super) fn has_bundled(&self, path: &str) -> bool {
        self.bundled.contains_key(path)
    }

    /// The codes of the languages of the given content.
    pub(super) fn languages(&self) -> Vec<String> {
        self.given.languages().into_iter().filter(|id| is_valid_id(id)).collect()
    }

    /// How many problems were noted so far.
    pub(super) fn problem_count(&self) -> usize {
        self.problems.len()
    }

    /// Reads the given file; where it is missing or useless, `None`.
    pub(super) fn read_only<T>(&mut self, path: &str, read: impl FnOnce(&File<'_>) -> Option<T>) -> Option<T> {
        self.read_one(Which::Given, path, what_else_to_do(path), read)
    }

    /// Reads one copy of a file; where it is missing or useless, `None`. `instead` is what else an author can do about a
    /// missing one.
    pub(super) fn read_one<T>(
        &mut self,
        which: Which,
        path: &str,
        instead: &str,
        read: impl FnOnce(&File<'_>) -> Option<T>,
    ) -> Option<T> {
        let given = match which {
            Which::Given => self.given,
            Which::Bundled => return self.read_bundled(path, read),
        };
        let Some(text) = given.text(path) else {
            self.problem(MISSING_FILE, path, 1, format!("this file is missing; {instead}"));
            return None;
        };
        let file = File::new(path, &text);
        let value = read(&file);
        self.add_allowances(&file);
        self.problems.extend(file.into_problems());
        value
    }

    /// Reads the bundled file, with whose problems nobody here can do anything; a test shows that it has none.
    pub(super) fn read_bundled<T>(&self, path: &str, read: impl FnOnce(&File<'_>) -> Option<T>) -> Option<T> {
        read(&File::new(path, self.bundled.get(path)?))
    }

    /// The texts at `path`: the given one, then the bundled one, then the bundled one at `default`.
    pub(super) fn texts(&self, path: &str, default: &str) -> Vec<Cow<'f, str>> {
        let texts = [self.given.text(path), self.bundled.text(path), self.bundled.text(default)];
        let mut texts: Vec<Cow<'f, str>> = texts.into_iter().flatten().collect();
        texts.dedup();
        texts
    }

    /// The given text at `path`, or else the bundled one.
    pub(super) fn text(&self, path: &str) -> Option<Cow<'f, str>> {
        self.given.text(path).or_else(|| self.bundled.text(path))
    }

    /// Notes the files of `language` that are not among those `shown`, for nobody would ever see them.
    ///
    /// A part of a topic in `unread`, whose own file could not be read, waits for that file to be mended.
    pub(super) fn unlisted(&mut self, language: &str, shown: &BTreeSet<String>, unread: &BTreeSet<TopicId>) {
        let own = ["language.ron", "guide.ron", NAMES_FILE].map(|name| format!("{language}/{name}"));
        let in_folder = format!("{language}/");
        let is_ron = |path: &str| Path::new(path).extension().is_some_and(|ending| ending == "ron");
        let is_topic_file = |path: &String| path.starts_with(&in_folder) && is_ron(path) && !own.contains(path);
        for path in self.given.paths().into_iter().filter(|path| is_topic_file(path) && !shown.contains(path)) {
            let message = match self.part_of(&path) {
                Some(topic) if unread.contains(topic.as_str()) => continue,
                Some(topic) => format!("no tab shows this part; add it to `parts` in {language}/{topic}.ron"),
                None if path == format!("{language}/{OVERDOSE}.ron") => {
                    "this topic stands first until it is listed; add it to `topics` in language.ron".to_owned()
                }
                None => "no tab shows this file; add its topic to `topics` in language.ron".to_owned(),
            };
            self.problem("unlisted-file", &path, 1, message);
        }
    }

    /// The beginning of the given file, if there is one.
    pub(super) fn read_start<T>(&self, path: &str, read: impl FnOnce(&File<'_>) -> Option<T>) -> Option<T> {
        read(&File::new(path, &self.given.start(path)?))
    }

    /// The topic that goes on in the given file, as far as its beginning says so.
    fn part_of(&self, path: &str) -> Option<String> {
        self.read_start(path, |file| {
            let fields = fields_before(file.text(), "part", "sections");
            let (_, topic) = fields.into_iter().find(|(name, _)| *name == "topic")?;
            record::id(file, topic)
        })
    }

    /// Notes that the bundled file at `path` is read instead of the given one.
    pub(super) fn say_that_the_bundled_one_stands_in(&mut self, path: &str) {
        if self.has_bundled(path) {
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
