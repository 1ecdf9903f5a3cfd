//! A sound card for tests (`tests/sound/card.py`), players that do not play, and what of a beat was heard.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use careshelf::sound::players::Player;
use careshelf::sound::samples::RATE_HERTZ;
use tempfile::TempDir;

/// 110 a minute.
pub const BEAT: Duration = Duration::from_nanos(60_000_000_000 / 110);

pub fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

pub fn card_file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sound/card.py")
}

/// A sound card that writes what is heard into `folder`.
pub fn card(folder: &TempDir, pace: f64) -> Player {
    Player { program: card_file(), arguments: vec![folder.path().into(), pace.to_string().into()] }
}

/// A player that is a shell script. It writes its number into `folder`.
pub fn script(folder: &TempDir, text: &str) -> Player {
    let text = format!("echo $$ >{}/player; {text}", folder.path().display());
    Player { program: "/bin/sh".into(), arguments: vec!["-c".into(), text.into()] }
}

pub fn hanging(folder: &TempDir) -> Player {
    script(folder, "exec sleep 1000")
}

/// The number of the player that a script has written down.
pub fn player_in(folder: &TempDir) -> u32 {
    let read = || fs::read_to_string(folder.path().join("player")).ok()?.trim().parse().ok();
    wait_until(|| read().is_some());
    read().unwrap()
}

pub fn is_alive(process: u32) -> bool {
    Path::new("/proc").join(process.to_string()).exists()
}

/// The process group of a process, from its folder under `/proc`.
pub fn group_of(process: &Path) -> Option<u32> {
    let stat = fs::read_to_string(process.join("stat")).ok()?;
    stat.rsplit_once(')')?.1.split_whitespace().nth(2)?.parse().ok()
}

/// The samples that the card has played.
pub fn heard(folder: &TempDir) -> Vec<i16> {
    let bytes = fs::read(folder.path().join("heard")).expect("what was heard");
    bytes.chunks_exact(2).map(|pair| i16::from_le_bytes([pair[0], pair[1]])).collect()
}

/// What the card says about samples that did not come in time.
pub fn missing(folder: &TempDir) -> String {
    fs::read_to_string(folder.path().join("missing")).expect("what was missing")
}

/// When the card began to play, on the clock of `now_secs`.
pub fn started_secs(folder: &TempDir) -> f64 {
    fs::read_to_string(folder.path().join("started")).expect("the time").parse().expect("seconds")
}

/// The seconds at which a tone comes after silence.
pub fn onsets(heard: &[i16]) -> Vec<f64> {
    const SILENCE: usize = RATE_HERTZ as usize / 20;
    let mut onsets = Vec::new();
    let mut last = None;
    for (i, _) in heard.iter().enumerate().filter(|(_, sample)| **sample != 0) {
        if last.is_none_or(|last| last + SILENCE < i) {
            onsets.push(i as f64 / f64::from(RATE_HERTZ));
        }
        last = Some(i);
    }
    onsets
}

/// The worst distance of any onset from the grid of beats that fits most of them, and where that grid begins.
pub fn deviation(onsets: &[f64]) -> (f64, f64) {
    let mut off: Vec<f64> = onsets.iter().map(|onset| in_beat(onset - onsets[0])).collect();
    off.sort_by(f64::total_cmp);
    let usual = off[off.len() / 2];
    (off.iter().map(|off| (off - usual).abs()).fold(0.0, f64::max), onsets[0] + usual)
}

/// How far a time is from the nearest beat.
pub fn in_beat(secs: f64) -> f64 {
    let beat = BEAT.as_secs_f64();
    secs - (secs / beat).round() * beat
}

/// The machine's clock, as the card sees it too.
pub fn now_secs() -> f64 {
    SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock").as_secs_f64()
}

#[track_caller]
pub fn wait_until(mut is_so: impl FnMut() -> bool) {
    let until = Instant::now() + Duration::from_secs(20);
    while !is_so() {
        assert!(Instant::now() < until, "waited in vain");
        thread::sleep(Duration::from_millis(5));
    }
}
