//! Counts how often a kiosk ended soon after it began, so that a machine that cannot show the usual program shows at least what
//! to do in an overdose.
//!
//! Each start is noted in a small file; a program that ends in an orderly way takes the file away. One that crashed left its
//! line there, and the next one sees by the time between two starts whether it had worked for a while.
//!
//! ```text
//! careshelf starts 1
//! start 5130042 1795558000000 0f6e…   milliseconds since the machine started, since 1970, and which start it was
//! ```

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use super::lasting::{self, Stamp};
use crate::window::WindowError;

/// The first line of the file.
const HEAD: &str = "careshelf starts 1";

/// A program that ran so long had been of use.
const LONG_ENOUGH: Duration = Duration::from_mins(1);

/// After so many quick crashes in a row only the safe page is shown.
const CRASHES_BEFORE_SAFE: usize = 5;

/// After so many more the clinic's own files are not even read.
const CRASHES_BEFORE_BUNDLED: usize = CRASHES_BEFORE_SAFE + 3;

/// A row of quick crashes that is too long to go on as usual.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Danger {
    /// How many there were.
    pub(super) crashes: usize,
    /// Whether not even the clinic's own files are to be read.
    pub(super) is_without_files: bool,
}

/// The file in which starts are noted.
pub(super) struct Starts {
    path: PathBuf,
    /// What it said before this start.
    before: Vec<Stamp>,
}

impl Starts {
    /// The file in the folder for what lasts until the machine is switched off; `None` where no file can be made.
    pub(super) fn usual() -> Option<Self> {
        Some(Self::at(lasting::folder("starts.lock")?.join("starts")))
    }

    /// A file at `path`, which need not be there.
    pub(super) fn at(path: PathBuf) -> Self {
        let before = decode(&fs::read_to_string(&path).unwrap_or_default());
        Self { path, before }
    }

    /// Notes a start, and says whether it is one after too many quick crashes. What cannot be written is not counted.
    pub(super) fn note(&self, now: &Stamp) -> Option<Danger> {
        let crashes = quick_crashes(&self.before, now);
        // Older ones no longer matter.
        let row = self.before.iter().rev().take(crashes.min(CRASHES_BEFORE_BUNDLED)).rev();
        self.write(row.chain([now]));
        danger(crashes)
    }

    /// Notes how it ended, if it did not crash.
    pub(super) fn end(self, result: &Result<(), WindowError>) {
        match result {
            Ok(()) => {
                let _ = fs::remove_file(&self.path);
            }
            // It says nothing about the program: there was no screen to show it on.
            Err(WindowError::NoDisplay) => self.write(self.before.iter()),
            Err(WindowError::Failed(_) | WindowError::Painter(_)) => (),
        }
    }

    fn write<'s>(&self, starts: impl Iterator<Item = &'s Stamp>) {
        let unfinished = self.path.with_extension("part");
        // Without a file nothing is counted, and the usual program is shown: that is no reason to show none.
        let _ = fs::write(&unfinished, encode(starts)).and_then(|()| fs::rename(&unfinished, &self.path));
    }
}

/// Whether so many quick crashes in a row are too many.
fn danger(crashes: usize) -> Option<Danger> {
    let is_without_files = CRASHES_BEFORE_BUNDLED <= crashes;
    (CRASHES_BEFORE_SAFE <= crashes).then_some(Danger { crashes, is_without_files })
}

/// How many of the last `starts` came to nothing, one after another, if the next one is `now`.
fn quick_crashes(starts: &[Stamp], now: &Stamp) -> usize {
    let next_ones = starts.iter().skip(1).chain([now]);
    let lasted = starts.iter().zip(next_ones).map(|(start, next)| start.age(next));
    lasted.fold(0, |crashes, lasted| if lasted < LONG_ENOUGH { crashes + 1 } else { 0 })
}

fn encode<'s>(starts: impl Iterator<Item = &'s Stamp>) -> String {
    let lines = starts.map(|start| format!("start {}\n", start.written()));
    std::iter::once(format!("{HEAD}\n")).chain(lines).collect()
}

/// The starts that `text` holds, the oldest first. A line that nobody knows is passed over.
fn decode(text: &str) -> Vec<Stamp> {
    let mut lines = text.lines();
    if lines.next() != Some(HEAD) {
        return Vec::new();
    }
    lines.filter_map(|line| Stamp::read(line.strip_prefix("start ")?.split(' '))).collect()
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test that cannot go on says why")]
mod tests {
    use std::path::Path;

    use super::super::lasting::stamp;
    use super::*;

    /// Starts at these seconds of the machine's time.
    fn starts(secs: &[u64]) -> Vec<Stamp> {
        secs.iter().map(|secs| stamp(*secs, 5000 + secs, "a")).collect()
    }

    /// What a start shows.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    enum Shown {
        Usual,
        Safe,
        Bundled,
    }
    use Shown::{Bundled, Safe, Usual};

    fn shown(danger: Option<Danger>) -> Shown {
        danger.map_or(Usual, |danger| if danger.is_without_files { Bundled } else { Safe })
    }

    #[track_caller]
    fn check(before: &[u64], now: u64, crashes: usize, expected: Shown) {
        let counted = quick_crashes(&starts(before), &starts(&[now])[0]);
        assert_eq!((counted, shown(danger(counted))), (crashes, expected), "{before:?}, now {now}");
    }

    #[test]
    fn a_first_start_is_a_usual_one() {
        check(&[], 10, 0, Usual);
    }

    #[test]
    fn the_sixth_start_after_five_quick_crashes_shows_the_safe_page() {
        check(&[10, 11, 12, 13], 14, 4, Usual);
        check(&[10, 11, 12, 13, 14], 15, 5, Safe);
        check(&[10, 40, 90, 120, 170], 229, 5, Safe);
    }

    #[test]
    fn three_more_quick_crashes_leave_only_what_is_in_the_executable() {
        check(&[10, 11, 12, 13, 14, 15, 16], 17, 7, Safe);
        check(&[10, 11, 12, 13, 14, 15, 16, 17], 18, 8, Bundled);
        check(&[10, 11, 12, 13, 14, 15, 16, 17, 18], 19, 9, Bundled);
    }

    #[test]
    fn a_start_that_lasted_a_minute_ends_the_row() {
        check(&[10, 11, 12, 13, 14], 74, 0, Usual);
        check(&[10, 11, 12, 13, 14], 73, 5, Safe);
        check(&[10, 11, 12, 73, 74], 75, 2, Usual);
    }

    #[test]
    fn the_clock_on_the_wall_may_be_set_in_between() {
        let row: Vec<Stamp> = (10..15).map(|secs| stamp(secs, 9000 - 1000 * (secs % 2), "a")).collect();
        assert_eq!(quick_crashes(&row, &stamp(15, 1, "a")), 5);
    }

    #[test]
    fn a_crash_before_the_machine_was_switched_off_counts_by_the_clock_on_the_wall() {
        assert_eq!(quick_crashes(&starts(&[10, 11]), &stamp(5, 5041, "b")), 2);
        assert_eq!(quick_crashes(&starts(&[10, 11]), &stamp(5, 5100, "b")), 0);
    }

    #[test]
    fn what_is_written_is_read_again_and_anything_else_is_no_start() {
        let row = starts(&[10, 11, 400]);
        assert_eq!(decode(&encode(row.iter())), row);
        for text in ["", "hello", "careshelf starts 2\nstart 1 2 a\n"] {
            assert_eq!(decode(text), []);
        }
        let torn = encode(row.iter()).replace("start 400000", "start 4x");
        assert_eq!(decode(&torn), row[..2]);
    }

    /// What is shown at so many starts, a second apart, of which each ends with `end`.
    fn shown_at(count: u64, path: &Path, end: impl Fn(Starts)) -> Vec<Shown> {
        let start = |secs| {
            let starts = Starts::at(path.to_owned());
            let shown = shown(starts.note(&stamp(secs, secs, "a")));
            end(starts);
            shown
        };
        (0..count).map(start).collect()
    }

    #[test]
    fn crashes_are_counted_in_a_file_that_does_not_grow_and_goes_with_an_orderly_end() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("starts");
        let row = shown_at(30, &path, drop);
        assert_eq!(row[..10], [Usual, Usual, Usual, Usual, Usual, Safe, Safe, Safe, Bundled, Bundled]);
        assert!(row[10..].iter().all(|shown| *shown == Bundled));
        let lines = fs::read_to_string(&path).expect("a file").lines().count();
        assert_eq!(lines, 1 + CRASHES_BEFORE_BUNDLED + 1);
        Starts::at(path.clone()).end(&Ok(()));
        assert!(!path.exists());
        assert_eq!(shown_at(1, &path, drop), [Usual]);
    }

    #[test]
    fn only_what_says_something_about_the_program_counts() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("starts");
        let count = |end: Result<(), WindowError>| {
            let row = shown_at(30, &path, |starts| starts.end(&end));
            row.iter().filter(|shown| **shown != Usual).count()
        };
        assert_eq!(count(Err(WindowError::NoDisplay)), 0);
        assert_eq!(count(Ok(())), 0);
        assert_eq!(count(Err(WindowError::Failed("a frame could not be drawn".to_owned()))), 25);
    }

    #[test]
    fn where_nothing_can_be_written_the_usual_program_is_shown() {
        assert_eq!(shown_at(30, Path::new("/nonexistent/starts"), drop), [Usual; 30]);
    }
}
