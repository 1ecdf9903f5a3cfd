//! One player that runs: a child process, and the pipe to its standard input.

use std::fs::File;
use std::io::{self, Read, Write};
use std::os::fd::AsRawFd;
use std::os::unix::process::CommandExt;
use std::process::{Child, ChildStdin, Command, Stdio};

use rustix::fs::{Mode, OFlags, open};
use rustix::io::{ioctl_fionbio, ioctl_fionread};
use rustix::process::{Pid, Signal, kill_process_group};

use super::players::Player;

/// A child process in a group of its own, so that a script and what it started end together.
#[derive(Debug)]
pub(super) struct Process {
    child: Child,
    has_ended: bool,
}

/// The way into a player. Neither writing nor taking back ever waits.
#[derive(Debug)]
pub(super) struct Pipe {
    stdin: ChildStdin,
    /// The other end, where the system lets us have it.
    far_end: Option<File>,
    /// Samples written so far.
    pub(super) written: u64,
}

const BYTES_PER_SAMPLE: u64 = 2;

/// Starts a player. What it says is thrown away: whether it plays is seen by what it reads.
pub(super) fn start(player: &Player) -> io::Result<(Process, Pipe)> {
    let mut child = Command::new(&player.program)
        .args(&player.arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn()?;
    let stdin = child.stdin.take();
    let mut process = Process { child, has_ended: false };
    let pipe = stdin.ok_or(io::ErrorKind::BrokenPipe.into()).and_then(|stdin| {
        ioctl_fionbio(&stdin, true)?;
        Ok(Pipe { far_end: far_end(&stdin).ok(), stdin, written: 0 })
    });
    if pipe.is_err() {
        process.kill();
        process.wait();
    }
    pipe.map(|pipe| (process, pipe))
}

/// The end of the pipe that the player reads from, once more. It is opened anew and not duplicated: only so can it be told
/// not to wait, while the player may.
fn far_end(stdin: &ChildStdin) -> io::Result<File> {
    let path = format!("/proc/self/fd/{}", stdin.as_raw_fd());
    Ok(open(path, OFlags::RDONLY | OFlags::NONBLOCK | OFlags::CLOEXEC, Mode::empty())?.into())
}

impl Pipe {
    /// Whether samples can be taken back.
    pub(super) fn gives_back(&self) -> bool {
        self.far_end.is_some()
    }

    /// Takes back all that the player has not taken yet, and says how many samples that were.
    pub(super) fn take_back(&mut self) -> io::Result<u64> {
        let queued = ioctl_fionread(&self.stdin)?;
        let Some(far_end) = self.far_end.as_mut().filter(|_| 0 < queued) else { return Ok(0) };
        let mut bytes = vec![0; queued as usize];
        let count = match far_end.read(&mut bytes) {
            Ok(count) => count as u64,
            // The player was faster.
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => 0,
            Err(error) => return Err(error),
        };
        let samples = count / BYTES_PER_SAMPLE;
        if count % BYTES_PER_SAMPLE != 0 {
            // The player has the first half of a sample. It gets the other.
            self.stdin.write_all(&bytes[..1])?;
        }
        self.written -= samples;
        Ok(samples)
    }

    /// How many samples the player has not taken yet.
    pub(super) fn queued(&self) -> io::Result<u64> {
        // Half a sample is one that has not been taken.
        Ok(ioctl_fionread(&self.stdin)?.div_ceil(BYTES_PER_SAMPLE))
    }

    /// Whether the pipe has taken the samples; all of them or none, for so few.
    pub(super) fn takes(&mut self, samples: &[i16]) -> io::Result<bool> {
        let bytes: Vec<u8> = samples.iter().flat_map(|sample| sample.to_le_bytes()).collect();
        match self.stdin.write(&bytes) {
            Ok(count) if count == bytes.len() => {
                self.written += samples.len() as u64;
                Ok(true)
            }
            Ok(_) => Err(io::ErrorKind::WriteZero.into()),
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => Ok(false),
            Err(error) => Err(error),
        }
    }
}

impl Process {
    /// Ends it at once, with all that it has started. A player asked politely would first play what it holds.
    pub(super) fn kill(&mut self) {
        if !self.has_ended() {
            // Nothing can be done about a process that cannot be ended.
            let _ = kill_process_group(Pid::from_child(&self.child), Signal::KILL);
        }
    }

    pub(super) fn has_ended(&mut self) -> bool {
        // One that cannot be asked is as good as gone.
        self.has_ended = self.has_ended || !matches!(self.child.try_wait(), Ok(None));
        self.has_ended
    }

    /// Waits until it is gone.
    pub(super) fn wait(&mut self) {
        let _ = self.child.wait();
        self.has_ended = true;
    }
}
