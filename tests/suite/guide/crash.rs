//! What outlasts a crash: killed at any moment, the program goes on with the same card and the same doses.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use careshelf::state::{Action, GuideAction};

use crate::visit::Visit;

const SIZE: [f32; 2] = [900.0, 600.0];
/// Where the child keeps its emergency.
const FILE: &str = "CARESHELF_TEST_EMERGENCY";
/// The child's first random number.
const SEED: &str = "CARESHELF_TEST_SEED";
/// It is killed so often at least, and until so many doses were given that losing one would show.
const KILLS: u64 = 50;
const DOSES: usize = 10;
/// However slow the machine is, so many kills must be enough.
const MOST_KILLS: u64 = 500;

/// A small generator of numbers that look random.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }
}

/// What a reader sees of an emergency, in one line.
fn shown(visit: &Visit) -> String {
    let doses: Vec<String> =
        visit.emergency().doses().iter().map(|dose| format!("{}:{}", dose.at.as_millis(), dose.form)).collect();
    format!("shown {} {}", visit.card().unwrap_or_default(), doses.join(","))
}

/// A reader who just recorded a dose, and whose emergency is kept in `file`.
fn with_a_dose(file: PathBuf) -> Visit {
    let mut visit = Visit::keeping_emergencies_at(file, SIZE);
    visit.open_card("again").pass(Duration::from_secs(1)).act(Action::Guide(GuideAction::Choose(2)));
    visit
}

fn doses_of(line: &str) -> Vec<&str> {
    let doses = line.splitn(3, ' ').nth(2).unwrap_or_default();
    doses.split(',').filter(|dose| !dose.is_empty()).collect()
}

/// Touches the guide again and again, and says before and after each touch what is to be seen, until it is killed.
#[test]
#[ignore = "it is the process that `killed_at_any_moment_nothing_is_lost` kills"]
fn a_reader_who_never_stops() {
    let path = PathBuf::from(std::env::var_os(FILE).expect("a file"));
    let mut dice = Dice(std::env::var(SEED).unwrap().parse().unwrap());
    let mut visit = Visit::keeping_emergencies_at(path, SIZE);
    if visit.state().emergency.is_none() {
        visit.act(Action::ActNow);
    }
    visit.act(Action::MeetWholeLibrary);
    loop {
        say(&shown(&visit));
        visit.take_a_moment();
        let touch = match dice.throw(8) {
            // Leaving is no part of this; everything else may happen.
            _ if visit.card().as_deref() == Some("crew") => Action::ActNow,
            0 => Action::Guide(GuideAction::Back),
            1 => Action::Guide(GuideAction::GoTo("again".into())),
            at => Action::Guide(GuideAction::Choose((at % 3) as usize)),
        };
        say("touch");
        visit.act(touch);
        thread::sleep(Duration::from_millis(dice.throw(4)));
    }
}

fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "@{line}").and_then(|()| out.flush());
}

fn start(file: &Path, seed: u64) -> Child {
    let exe = std::env::current_exe().expect("this program");
    let arguments = ["guide::crash::a_reader_who_never_stops", "--exact", "--ignored", "--nocapture"];
    let mut command = Command::new(exe);
    command.args(arguments).env(FILE, file).env(SEED, seed.to_string()).stdout(Stdio::piped()).stderr(Stdio::null());
    command.spawn().expect("a child")
}

#[test]
fn killed_at_any_moment_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("emergency");
    let mut dice = Dice(0x5EED_CAFE);
    let mut doses = 0;
    for kill in 1..=MOST_KILLS {
        let mut child = start(&file, dice.throw(u64::MAX) | 1);
        let mut lines = BufReader::new(child.stdout.take().expect("its words")).lines();
        // It must have come up first; then it lives for as long as the dice say.
        let mut said: Vec<String> = Vec::new();
        while said.len() < 2 {
            let line = lines.next().expect("the reader says what is shown").expect("text");
            said.extend(line.strip_prefix('@').or_else(|| line.split('@').nth(1)).map(str::to_owned));
        }
        thread::sleep(Duration::from_millis(dice.throw(400)));
        child.kill().expect("it can be killed");
        let _ = child.wait();
        said.extend(lines.map_while(Result::ok).filter_map(|line| line.strip_prefix('@').map(str::to_owned)));

        let last_shown = said.iter().rev().find(|line| line.starts_with("shown")).expect("something was shown").clone();
        let visit = Visit::keeping_emergencies_at(file.clone(), SIZE);
        assert!(visit.state().open_guide().is_some(), "kill {kill}: the guide is not open");
        let restored = shown(&visit);
        let (before, after) = (doses_of(&last_shown), doses_of(&restored));
        assert!(after.starts_with(&before), "kill {kill}: a dose was lost: {last_shown} / {restored}");
        if said.last().is_some_and(|line| line.starts_with("shown")) {
            assert_eq!(restored, last_shown, "kill {kill}");
        } else {
            assert!(after.len() <= before.len() + 1, "kill {kill}: {last_shown} / {restored}");
        }
        doses = after.len();
        if KILLS <= kill && DOSES < doses {
            break;
        }
    }
    assert!(DOSES < doses, "only {doses} doses were given in all: too few to be lost");
}

#[test]
fn after_a_crash_the_time_goes_on_as_if_nothing_had_happened() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("emergency");
    let mut visit = Visit::keeping_emergencies_at(file.clone(), SIZE);
    visit.open_card("again").act(Action::Guide(GuideAction::Choose(2)));
    assert_eq!(visit.emergency().doses().len(), 0, "too soon after the card came: nobody meant it");
    visit.pass(Duration::from_secs(1)).act(Action::Guide(GuideAction::Choose(2))).pass(Duration::from_secs(30));
    assert_eq!(visit.emergency().doses().len(), 1);
    let written = Instant::now();
    drop(visit);
    thread::sleep(Duration::from_millis(700));
    let visit = Visit::keeping_emergencies_at(file, SIZE);
    let dose = &visit.emergency().doses()[0];
    let age = visit.emergency().age(dose, visit.state().now);
    // The clock of these visits stands still: only the time between them, on the machine's own clock, has passed.
    let away = written.elapsed();
    assert!(Duration::from_millis(700) <= age && age <= away + Duration::from_secs(2), "{age:?}, away {away:?}");
}

#[test]
fn the_file_goes_when_the_emergency_ends_and_never_comes_for_a_practice() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("emergency");
    let mut visit = Visit::keeping_emergencies_at(file.clone(), SIZE);
    visit
        .act(Action::Guide(GuideAction::Practice))
        .pass(Duration::from_secs(1))
        .act(Action::Guide(GuideAction::Choose(0)));
    assert!(!file.exists());
    visit.act(Action::ActNow).pass(Duration::from_secs(1)).act(Action::Guide(GuideAction::Choose(0)));
    assert!(file.exists());
    visit.act(Action::Guide(GuideAction::End));
    assert!(!file.exists());
    drop(visit);
    assert!(Visit::keeping_emergencies_at(file, SIZE).state().emergency.is_none());
}

#[test]
fn the_file_says_nothing_about_anybody() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("emergency");
    let _visit = with_a_dose(file.clone());
    let text = std::fs::read_to_string(&file).unwrap();
    let known = ["careshelf", "written", "time", "untouched", "card", "back", "dose", "form"];
    assert!(text.lines().all(|line| known.contains(&line.split(' ').next().unwrap())), "{text}");
}

#[test]
fn a_second_viewer_keeps_nothing_and_takes_nothing_away() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("emergency");
    let _first = with_a_dose(file.clone());
    let text = std::fs::read_to_string(&file).unwrap();
    let mut second = Visit::keeping_emergencies_at(file.clone(), SIZE);
    assert!(second.state().emergency.is_none());
    second.open_card("cpr").act(Action::Guide(GuideAction::End));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), text);
}

#[test]
fn where_nothing_can_be_written_the_guide_works_all_the_same() {
    let visit = with_a_dose("/nowhere/at/all/emergency".into());
    assert_eq!(visit.emergency().doses().len(), 1);
}

#[test]
fn what_nobody_touched_for_half_a_day_is_over_however_often_the_program_was_started() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("emergency");
    let visit = with_a_dose(file.clone());
    drop(visit);
    let text = std::fs::read_to_string(&file).unwrap();
    let untouched = |millis: u64| text.replace("untouched 0", &format!("untouched {millis}"));
    std::fs::write(&file, untouched(11 * 3_600_000)).unwrap();
    assert!(Visit::keeping_emergencies_at(file.clone(), SIZE).state().emergency.is_some());
    std::fs::write(&file, untouched(12 * 3_600_000)).unwrap();
    assert!(Visit::keeping_emergencies_at(file.clone(), SIZE).state().emergency.is_none());
    assert!(!file.exists());
}

#[test]
fn a_file_of_anything_else_is_thrown_away_and_the_program_starts() {
    let folder = tempfile::tempdir().unwrap();
    for text in [
        "",
        "nonsense",
        "careshelf emergency 1\ncard wait\n",
        "careshelf emergency 1\nwritten x y z\ntime 0\ncard wait\n",
    ] {
        let file = folder.path().join("emergency");
        std::fs::write(&file, text).unwrap();
        let visit = Visit::keeping_emergencies_at(file.clone(), SIZE);
        assert!(visit.state().emergency.is_none());
        assert!(!file.exists(), "{text:?}");
    }
}

#[test]
fn a_card_that_is_not_there_any_more_becomes_the_first_one_and_doses_stay() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("emergency");
    let visit = with_a_dose(file.clone());
    let text = std::fs::read_to_string(&file).unwrap().replace("card breathe", "card no-such-card");
    drop(visit);
    std::fs::write(&file, text).unwrap();
    let visit = Visit::keeping_emergencies_at(file, SIZE);
    assert_eq!((visit.card().as_deref(), visit.emergency().doses().len()), (Some("check"), 1));
}
