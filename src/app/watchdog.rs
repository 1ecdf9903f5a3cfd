//! Tells systemd that the first frame is on screen, and from then on that the screen lives. Where systemd did not ask for it
//! nothing is told to anybody.

use std::ffi::OsStr;
use std::time::Duration;

use crate::window::Pulse;

/// Where systemd listens.
const SOCKET: &str = "NOTIFY_SOCKET";

/// After so many microseconds of silence systemd starts the program anew. Whose silence, says another variable: under a
/// compositor that is the compositor's, which has nothing to say, so it is not looked at.
const PATIENCE: &str = "WATCHDOG_USEC";

/// What to tell systemd, and how often, if it started this program and wants to know.
pub(super) fn pulse() -> Option<Pulse> {
    let socket = std::env::var_os(SOCKET).filter(|socket| !socket.is_empty())?;
    pulse_to(&socket, std::env::var(PATIENCE).ok().as_deref())
}

/// A third of systemd's patience, so that one late beat costs nothing; without a watchdog only the first beat matters.
fn interval(patience: Option<&str>) -> Duration {
    let patience = patience.and_then(|micros| micros.parse().ok()).filter(|micros| *micros != 0);
    patience.map_or(Duration::from_hours(1), Duration::from_micros) / 3
}

#[cfg(target_os = "linux")]
fn pulse_to(socket: &OsStr, patience: Option<&str>) -> Option<Pulse> {
    let mut line = line::Line::to(socket).ok()?;
    let mut is_ready = false;
    let beat = move || {
        let words = if is_ready { "WATCHDOG=1" } else { "READY=1\nWATCHDOG=1" };
        // What did not arrive is said again with the next beat.
        is_ready |= line.say(words).is_ok();
    };
    Some(Pulse { every: interval(patience), beat: Box::new(beat) })
}

#[cfg(not(target_os = "linux"))]
fn pulse_to(_socket: &OsStr, _patience: Option<&str>) -> Option<Pulse> {
    None
}

#[cfg(target_os = "linux")]
mod line {
    use std::ffi::OsStr;
    use std::io;
    use std::os::linux::net::SocketAddrExt;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::net::{SocketAddr, UnixDatagram};

    /// The way to systemd, which never answers.
    pub(super) struct Line {
        from: UnixDatagram,
        to: SocketAddr,
    }

    impl Line {
        /// The way to `socket`: a path, or after an `@` a name that is no file.
        pub(super) fn to(socket: &OsStr) -> io::Result<Self> {
            let to = match socket.as_bytes() {
                [b'@', name @ ..] => SocketAddr::from_abstract_name(name)?,
                _ => SocketAddr::from_pathname(socket)?,
            };
            let from = UnixDatagram::unbound()?;
            // The thread that draws must never wait for a supervisor.
            from.set_nonblocking(true)?;
            Ok(Self { from, to })
        }

        pub(super) fn say(&mut self, words: &str) -> io::Result<()> {
            self.from.send_to_addr(words.as_bytes(), &self.to).map(drop)
        }
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test that cannot go on says why")]
mod tests {
    use super::*;

    #[test]
    fn it_is_told_well_before_half_of_the_time_is_over() {
        assert_eq!(interval(Some("3000000")), Duration::from_secs(1));
        assert!(interval(Some("1500000")) * 2 < Duration::from_millis(1500));
    }

    #[test]
    fn without_a_watchdog_it_is_hardly_ever_told() {
        for patience in [None, Some("0"), Some("soon"), Some("-1"), Some("")] {
            assert_eq!(interval(patience), Duration::from_mins(20), "{patience:?}");
        }
    }

    #[cfg(target_os = "linux")]
    mod socket {
        use std::ffi::OsStr;
        use std::os::linux::net::SocketAddrExt;
        use std::os::unix::net::{SocketAddr, UnixDatagram};
        use std::time::Duration;

        use super::super::pulse_to;

        #[track_caller]
        fn check(supervisor: &UnixDatagram, name: &OsStr) {
            let mut pulse = pulse_to(name, Some("3000000")).expect("a way to the supervisor");
            assert_eq!(pulse.every, Duration::from_secs(1));
            supervisor.set_nonblocking(true).expect("a socket");
            assert!(supervisor.recv(&mut [0; 64]).is_err(), "nothing before the first frame");
            for expected in ["READY=1\nWATCHDOG=1", "WATCHDOG=1", "WATCHDOG=1"] {
                (pulse.beat)();
                let mut heard = [0; 64];
                let length = supervisor.recv(&mut heard).expect("a beat");
                assert_eq!(&heard[..length], expected.as_bytes());
            }
        }

        #[test]
        fn the_first_frame_makes_it_ready_and_each_beat_keeps_the_watchdog_quiet() {
            let folder = tempfile::tempdir().expect("a folder");
            let path = folder.path().join("notify");
            check(&UnixDatagram::bind(&path).expect("a socket"), path.as_os_str());
        }

        #[test]
        fn a_socket_without_a_file_is_found_too() {
            let name = format!("careshelf-test-{}", std::process::id());
            let address = SocketAddr::from_abstract_name(&name).expect("a name");
            check(&UnixDatagram::bind_addr(&address).expect("a socket"), OsStr::new(&format!("@{name}")));
        }

        #[test]
        fn readiness_that_nobody_heard_is_told_again() {
            let folder = tempfile::tempdir().expect("a folder");
            let path = folder.path().join("notify");
            let mut pulse = pulse_to(path.as_os_str(), None).expect("a way");
            (pulse.beat)();
            let supervisor = UnixDatagram::bind(&path).expect("a socket");
            (pulse.beat)();
            let mut heard = [0; 64];
            let length = supervisor.recv(&mut heard).expect("a beat");
            assert_eq!(&heard[..length], b"READY=1\nWATCHDOG=1");
        }
    }
}
