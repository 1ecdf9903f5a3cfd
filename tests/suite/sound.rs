//! Sound: tones at exactly the right sample, and players that may be missing, die, hang or be slow.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use careshelf::sound::players::{Player, found};
use careshelf::sound::samples::RATE_HERTZ;
use careshelf::sound::score::{Score, Tone};
use careshelf::sound::volume::Volume;
use careshelf::sound::{Sound, Status};
use tempfile::TempDir;

use crate::card::{
    BEAT, card, card_file, deviation, folder, group_of, hanging, heard, in_beat, is_alive, missing, now_secs, onsets,
    player_in, script, started_secs, wait_until,
};

#[test]
fn without_a_player_there_is_silence_and_everything_goes_on() {
    let missing = Player { program: "/nowhere/at-all".into(), arguments: Vec::new() };
    for players in [Vec::new(), vec![missing]] {
        let sound = play(players);
        wait_for(&sound, Status::Silent);
        sound.set_volume(Volume::MUTE);
    }
}

#[test]
fn the_next_player_is_tried_when_one_dies_at_once_or_before_it_plays() {
    let folder = folder();
    let dies = script(&folder, "exit 1");
    let reads_a_little = script(&folder, "head --bytes=4096 >/dev/null; exit 1");
    let sound = play(vec![dies, reads_a_little, card(&folder, 1.0)]);
    wait_for(&sound, Status::Playing);
}

#[test]
fn a_change_of_status_is_told() {
    let folder = folder();
    let changes = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&changes);
    let changed = move || {
        counted.fetch_add(1, Ordering::SeqCst);
    };
    let players = vec![card(&folder, 1.0)];
    let sound = Sound::play_through(players, beats(), Duration::ZERO, Volume::FULL, changed);
    wait_for(&sound, Status::Playing);
    wait_until(|| changes.load(Ordering::SeqCst) == 1);
}

#[test]
fn a_player_that_hangs_without_reading_plays_nothing_and_ends_with_the_sound() {
    let folder = folder();
    let sound = play(vec![hanging(&folder)]);
    let player = player_in(&folder);
    thread::sleep(Duration::from_millis(300));
    assert_eq!(sound.status(), Status::Starting);
    check_drop_is_prompt(sound);
    wait_until(|| !is_alive(player));
}

#[test]
fn a_player_that_stops_reading_ends_with_the_sound() {
    let folder = folder();
    let sound = play(vec![script(&folder, "head --bytes=20000 >/dev/null; exec sleep 1000")]);
    wait_for(&sound, Status::Playing);
    let player = player_in(&folder);
    thread::sleep(Duration::from_millis(500));
    check_drop_is_prompt(sound);
    wait_until(|| !is_alive(player));
}

#[test]
fn a_player_that_hangs_makes_room_for_the_next() {
    let hanging_folder = folder();
    let folder = folder();
    let sound = play(vec![hanging(&hanging_folder), card(&folder, 1.0)]);
    wait_for(&sound, Status::Playing);
    assert!(!is_alive(player_in(&hanging_folder)));
}

#[test]
fn nothing_is_left_when_a_sound_is_dropped() {
    let folder = folder();
    // The shell starts the player as a child of its own and waits for it.
    let card = format!("{} {}; true", card_file().display(), folder.path().display());
    let sound = play(vec![script(&folder, &card)]);
    wait_for(&sound, Status::Playing);
    let shell = player_in(&folder);
    let group =
        || fs::read_dir("/proc").unwrap().filter(|entry| group_of(&entry.as_ref().unwrap().path()) == Some(shell));
    assert_eq!(group().count(), 2);
    check_drop_is_prompt(sound);
    wait_until(|| group().count() == 0);
}

#[test]
fn a_player_that_dies_in_the_middle_is_started_once_more_at_the_right_place() {
    let folder = folder();
    let starts = folder.path().join("starts");
    // The first card is taken away after a second and a half.
    let card = format!(
        "echo >>{0}/starts; exec timeout $([ $(wc -l <{0}/starts) = 1 ] && echo 1.5 || echo 2.5) {1} {0}",
        folder.path().display(),
        card_file().display()
    );
    let began = now_secs();
    let sound = play(vec![script(&folder, &card)]);
    wait_for(&sound, Status::Silent);
    assert_eq!(fs::read_to_string(starts).unwrap().lines().count(), 2);
    check_in_step(&folder, began);
}

#[test]
fn an_alert_is_heard_whole_and_then_it_is_over() {
    let folder = folder();
    let tones = vec![Tone::tap(Duration::ZERO, 880.0), Tone::tap(Duration::from_millis(300), 880.0)];
    let score = Score::once(Duration::from_millis(500), tones);
    let sound = Sound::play_through(vec![card(&folder, 1.0)], score, Duration::ZERO, Volume::FULL, || ());
    wait_for(&sound, Status::Over);
    let onsets = onsets(&heard(&folder));
    assert_eq!(onsets.len(), 2, "{onsets:?}");
    assert!((onsets[1] - onsets[0] - 0.3).abs() < 0.001, "{onsets:?}");
}

#[test]
fn a_new_volume_is_heard_in_time() {
    let folder = folder();
    let hum = Tone { length: BEAT, ..Tone::swell(Duration::ZERO, 440.0, BEAT) };
    let score = Score::repeating(BEAT, vec![hum, Tone { at: BEAT / 2, ..hum }]);
    let sound = Sound::play_through(vec![card(&folder, 1.0)], score, Duration::ZERO, Volume::FULL, || ());
    wait_for(&sound, Status::Playing);
    thread::sleep(Duration::from_secs(1));
    let muted = now_secs();
    sound.set_volume(Volume::MUTE);
    thread::sleep(Duration::from_secs(1));
    drop(sound);
    let heard = heard(&folder);
    let last = heard.iter().rposition(|sample| *sample != 0).unwrap();
    let delay = started_secs(&folder) + last as f64 / f64::from(RATE_HERTZ) - muted;
    eprintln!("heard for {:.0} ms after the mute", delay * 1000.0);
    assert!(delay < 0.2, "{delay}");
    assert!(last + RATE_HERTZ as usize / 2 < heard.len(), "the silence was not played");
}

#[test]
fn a_new_volume_loses_no_beat_and_shifts_none() {
    let folder = folder();
    let began = now_secs();
    let sound = play(vec![card(&folder, 1.0)]);
    wait_for(&sound, Status::Playing);
    for k in 0..40 {
        sound.set_volume(Volume::new(if k % 2 == 0 { 0.6 } else { 1.0 }));
        thread::sleep(Duration::from_millis(73));
    }
    drop(sound);
    let onsets = onsets(&heard(&folder));
    assert!(onsets.windows(2).all(|pair| (pair[1] - pair[0] - BEAT.as_secs_f64()).abs() < 0.001), "{onsets:?}");
    check_in_step(&folder, began);
}

#[test]
fn a_card_with_its_own_idea_of_a_second_stays_in_step() {
    let began = now_secs();
    let cards = [0.995, 1.005].map(|pace| (pace, folder()));
    let sounds = cards.each_ref().map(|(pace, folder)| play(vec![card(folder, *pace)]));
    thread::sleep(Duration::from_secs(20));
    drop(sounds);
    for (pace, folder) in cards {
        // Left alone it would be 100 ms off by now, and more than 40 from its middle.
        check_in_step_at_pace(&folder, began, pace, 0.03);
    }
}

/// How many minutes the next test listens, if not one.
const MINUTES: &str = "CARESHELF_BEAT_MINUTES";

#[test]
#[ignore = "it keeps every core busy for a minute: tests/run runs it by itself"]
fn compressions_keep_the_beat_while_the_machine_is_busy() {
    let minutes: u64 = std::env::var(MINUTES).map_or(1, |minutes| minutes.parse().expect("a number of minutes"));
    let folder = folder();
    let _busy: Vec<Busy> = (0..2).map(|_| Busy::start()).collect();
    let began = now_secs();
    let sound = play(vec![card(&folder, 1.0)]);
    thread::sleep(Duration::from_mins(minutes));
    assert_eq!(sound.status(), Status::Playing);
    drop(sound);
    let heard = heard(&folder);
    let onsets = onsets(&heard);
    let (worst, offset) = deviation(&onsets);
    let late = started_secs(&folder) + offset - began;
    eprintln!(
        "{} beats, worst deviation {:.2} ms, heard {:.0} ms after the clock",
        onsets.len(),
        worst * 1000.0,
        in_beat(late) * 1000.0,
    );
    // 110 a minute; the last ones may still be on their way.
    assert!(109 * minutes as usize <= onsets.len(), "{}", onsets.len());
    assert!(worst < 0.020, "{worst}\n{}", missing(&folder));
    assert!(in_beat(late).abs() < 0.15, "{late}");
}

#[test]
fn players_are_found_in_the_folders_of_the_path() {
    let folder = folder();
    for name in ["aplay", "pw-cat", "mine"] {
        fs::write(folder.path().join(name), "#!/bin/sh\ntouch started").unwrap();
        fs::set_permissions(folder.path().join(name), fs::Permissions::from_mode(0o755)).unwrap();
    }
    fs::write(folder.path().join("paplay"), "not a program").unwrap();
    let path = format!("relative:/nowhere:{}", folder.path().display());
    let names = |named: Option<&str>| -> Vec<String> {
        let players = found(named.map(AsRef::as_ref), Some(path.as_ref()));
        players.iter().map(|player| player.program.file_name().unwrap().to_string_lossy().into_owned()).collect()
    };
    assert_eq!(names(None), ["pw-cat", "pw-cat", "aplay"]);
    assert_eq!(names(Some("mine")), ["mine", "pw-cat", "pw-cat", "aplay"]);
    assert_eq!(names(Some("")), ["pw-cat", "pw-cat", "aplay"]);
    assert_eq!(found(None, None), []);
    assert!(!fs::exists("started").unwrap(), "looking for players has started one");
}

#[track_caller]
fn check_drop_is_prompt(sound: Sound) {
    let asked = Instant::now();
    drop(sound);
    assert!(asked.elapsed() < Duration::from_millis(20), "{:?}", asked.elapsed());
}

/// Beats are heard where the clock has them, up to the constant delay of the card.
#[track_caller]
fn check_in_step(folder: &TempDir, began: f64) {
    check_in_step_at_pace(folder, began, 1.0, 0.02);
}

#[track_caller]
fn check_in_step_at_pace(folder: &TempDir, began: f64, pace: f64, tolerated: f64) {
    let onsets: Vec<f64> = onsets(&heard(folder)).iter().map(|onset| onset / pace).collect();
    let (worst, offset) = deviation(&onsets);
    let late = in_beat(started_secs(folder) + offset - began);
    eprintln!("pace {pace}: worst deviation {:.2} ms, heard {:.0} ms after the clock", worst * 1000.0, late * 1000.0);
    assert!(worst < tolerated, "{worst}: {onsets:?}\n{}", missing(folder));
    assert!(late.abs() < 0.1, "{late}");
}

fn beats() -> Score {
    Score::repeating(BEAT, vec![Tone::tap(Duration::ZERO, 880.0)])
}

fn play(players: Vec<Player>) -> Sound {
    Sound::play_through(players, beats(), Duration::ZERO, Volume::FULL, || ())
}

#[track_caller]
fn wait_for(sound: &Sound, status: Status) {
    wait_until(|| sound.status() == status);
}

/// A process that keeps one processor busy.
struct Busy(Child);

impl Busy {
    fn start() -> Self {
        Self(Command::new("/bin/sh").args(["-c", "while :; do :; done"]).stdin(Stdio::null()).spawn().expect("a shell"))
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
