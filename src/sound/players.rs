//! The programs that bring samples to a loudspeaker, and how each is asked to do so.

use std::env;
use std::ffi::{OsStr, OsString};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

/// Names a program that plays what it reads from standard input: signed 16-bit little-endian samples, one channel, 48 000
/// a second. It is tried before all others.
pub const PLAYER_VARIABLE: &str = "CARESHELF_PLAYER";

/// A program that plays the samples on its standard input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Player {
    /// Its file.
    pub program: PathBuf,
    /// What makes it play samples as they are, with little delay.
    pub arguments: Vec<OsString>,
}

/// In the order in which they are tried: those that share the loudspeaker with other programs come first.
const KNOWN: &[(&str, &[&str])] = &[
    // Since PipeWire 1.4, `pw-cat` looks for a file format in its standard input unless told not to; before, it does not
    // know `--raw` and ends at once.
    ("pw-cat", &["--playback", "--raw", "--format=s16", "--rate=48000", "--channels=1", "--latency=60ms", "-"]),
    ("pw-cat", &["--playback", "--format=s16", "--rate=48000", "--channels=1", "--latency=60ms", "-"]),
    ("paplay", PULSE),
    ("pacat", PULSE),
    (
        "aplay",
        &["--quiet", "--file-type=raw", "--format=S16_LE", "--rate=48000", "--channels=1", "--buffer-time=100000"],
    ),
];

const PULSE: &[&str] = &[
    "--playback",
    "--raw",
    "--format=s16le",
    "--rate=48000",
    "--channels=1",
    "--latency-msec=80",
    "--client-name=Careshelf",
];

/// The players of this machine.
pub(super) fn of_this_machine() -> Vec<Player> {
    found(env::var_os(PLAYER_VARIABLE).as_deref(), env::var_os("PATH").as_deref())
}

/// The player that is `named`, then the known ones that are in the folders of `path`.
pub fn found(named: Option<&OsStr>, path: Option<&OsStr>) -> Vec<Player> {
    let named = named.filter(|name| !name.is_empty());
    let first = named.map(|name| Player { program: in_path(name, path), arguments: Vec::new() });
    let known = KNOWN.iter().filter_map(|(name, arguments)| {
        let program = in_path(OsStr::new(name), path);
        let arguments = arguments.iter().map(OsString::from).collect();
        program.is_absolute().then_some(Player { program, arguments })
    });
    let mut players: Vec<Player> = first.into_iter().chain(known).collect();
    // `paplay` and `pacat` are one program with two names.
    let mut tried = Vec::new();
    players.retain(|player| {
        let file = (player.program.canonicalize().ok(), player.arguments.clone());
        let is_new = file.0.is_none() || !tried.contains(&file);
        tried.push(file);
        is_new
    });
    players
}

/// The file that a shell would run for `name`. A name that is in no folder of `path` stays as it is.
fn in_path(name: &OsStr, path: Option<&OsStr>) -> PathBuf {
    let folders = path.map(|path| env::split_paths(path).collect::<Vec<_>>()).unwrap_or_default();
    let mut files = folders.into_iter().filter(|folder| folder.is_absolute()).map(|folder| folder.join(name));
    files.find(|file| is_program(file)).unwrap_or_else(|| PathBuf::from(name))
}

fn is_program(file: &Path) -> bool {
    file.metadata().is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o111 != 0)
}
