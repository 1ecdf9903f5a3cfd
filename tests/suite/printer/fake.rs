//! Servers behind a Unix socket that are not CUPS, or stand between it and us.

use std::io::{Read, Write};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use careshelf::printer::Spooler;
use tempfile::TempDir;

/// Answers every question with the same bytes, and hangs up or not.
pub struct Fake {
    folder: TempDir,
}

impl Fake {
    /// Sends these bytes as they are and hangs up.
    pub fn sending(bytes: impl Into<Vec<u8>>) -> Self {
        let bytes = bytes.into();
        Self::with(move |mut stream| {
            let _ = read_question(&mut stream);
            let _ = stream.write_all(&bytes);
        })
    }

    /// Takes every question and never says anything.
    pub fn silent() -> Self {
        Self::with(|stream| {
            thread::sleep(Duration::from_secs(30));
            drop(stream);
        })
    }

    /// Says one byte now and then, for ever.
    pub fn trickling(bytes: &'static [u8]) -> Self {
        Self::with(move |mut stream| {
            let _ = read_question(&mut stream);
            for byte in bytes.iter().cycle() {
                if stream.write_all(&[*byte]).is_err() {
                    return;
                }
                thread::sleep(Duration::from_millis(50));
            }
        })
    }

    /// Never reads, and sends what nobody asked for until nobody takes it.
    pub fn flooding() -> Self {
        Self::with(|mut stream| {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n");
            while stream.write_all(&[0x34; 4096]).is_ok() {}
        })
    }

    fn with(serve: impl Fn(UnixStream) + Send + Sync + Clone + 'static) -> Self {
        let folder = tempfile::tempdir().unwrap();
        serve_at(&folder.path().join("sock"), serve);
        Self { folder }
    }

    pub fn spooler(&self) -> Spooler {
        Spooler::at(self.folder.path().join("sock"))
    }
}

/// The threads end with the test program: each of them only waits.
fn serve_at(socket: &Path, serve: impl Fn(UnixStream) + Send + Sync + Clone + 'static) {
    let listener = UnixListener::bind(socket).unwrap();
    thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let serve = serve.clone();
            thread::spawn(move || serve(stream));
        }
    });
}

/// Passes everything on to CUPS, except the pages of a job or the answer to them.
pub struct Relay {
    folder: TempDir,
}

const SEND_DOCUMENT: &[u8] = &[0x00, 0x06];

impl Relay {
    pub const SWALLOW_DOCUMENT: bool = true;
    pub const SWALLOW_ANSWER: bool = false;

    pub fn start(cups: &Path, swallows_document: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let cups: PathBuf = cups.into();
        serve_at(&folder.path().join("sock"), move |mut stream| {
            let Some(question) = read_question(&mut stream) else { return };
            let is_document = operation(&question) == Some(SEND_DOCUMENT);
            if is_document && swallows_document {
                thread::sleep(Duration::from_secs(30));
                return;
            }
            let mut behind = UnixStream::connect(&cups).unwrap();
            behind.write_all(&question).unwrap();
            behind.set_read_timeout(Some(Duration::from_millis(400))).unwrap();
            let mut answer = Vec::new();
            // CUPS does not always hang up.
            let _ = behind.read_to_end(&mut answer);
            if is_document {
                thread::sleep(Duration::from_secs(30));
            }
            let _ = stream.write_all(&answer);
        });
        Self { folder }
    }

    pub fn spooler(&self) -> Spooler {
        Spooler::at(self.folder.path().join("sock"))
    }
}

/// Reads a question as our own client puts it: with a length, and all at once.
fn read_question(stream: &mut UnixStream) -> Option<Vec<u8>> {
    let mut question = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        let count = stream.read(&mut buffer).ok().filter(|count| 0 < *count)?;
        question.extend(&buffer[..count]);
        let Some(end) = head_end(&question) else { continue };
        let head = String::from_utf8_lossy(&question[..end]).into_owned();
        let length = head.lines().find_map(|line| line.strip_prefix("Content-Length: "))?.parse::<usize>().ok()?;
        if end + length <= question.len() {
            return Some(question);
        }
    }
}

fn operation(question: &[u8]) -> Option<&[u8]> {
    question.get(head_end(question)? + 2..head_end(question)? + 4)
}

fn head_end(question: &[u8]) -> Option<usize> {
    question.windows(4).position(|bytes| bytes == b"\r\n\r\n").map(|at| at + 4)
}
