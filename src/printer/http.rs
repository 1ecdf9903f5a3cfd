//! As much HTTP/1.1 as CUPS needs: one question and one answer over a Unix socket, in limited time and size.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use super::control::Control;
use super::error::PrinterError;

/// More than CUPS says about a hundred printers.
const MOST_BYTES: u64 = 8 << 20;
const MOST_HEADER_BYTES: u64 = 16 << 10;
/// What is sent at a time, and has the time of one answer for it.
const PIECE_BYTES: usize = 64 << 10;
/// How soon a called-off job stops waiting for the socket.
const TICK: Duration = Duration::from_millis(50);

/// Where a question goes, and how long it may take.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    pub(super) socket: &'a Path,
    pub(super) time: Duration,
    /// What can call the question off while it is asked.
    pub(super) control: Option<&'a Control>,
}

/// Sends `parts`, one after the other, to `path` and returns the body of the answer.
pub(super) fn post(line: Line<'_>, path: &str, parts: &[&[u8]]) -> Result<Vec<u8>, PrinterError> {
    let stream = connect(line)?;
    exchange(line, &stream, path, parts).map_err(|error| match error.kind() {
        io::ErrorKind::ConnectionAborted => PrinterError::CalledOff,
        io::ErrorKind::PermissionDenied => PrinterError::NotAllowed,
        io::ErrorKind::TimedOut => PrinterError::Silent { socket: line.socket.into() },
        _ => PrinterError::Confused { what: error.to_string() },
    })
}

/// A thread connects, because that may take for ever where a server hangs and too many wait for it already. Such a
/// thread stays until the server goes on or ends.
fn connect(line: Line<'_>) -> Result<UnixStream, PrinterError> {
    let (sender, receiver) = mpsc::channel();
    let socket: PathBuf = line.socket.into();
    let connects = move || {
        // Nobody listens any more when it comes too late.
        let _ = sender.send(UnixStream::connect(socket));
    };
    let stream = match thread::Builder::new().name("connects to CUPS".into()).spawn(connects) {
        Ok(_) => receiver.recv_timeout(line.time).map_err(|_| PrinterError::Silent { socket: line.socket.into() })?,
        // A machine that is too full for a thread.
        Err(error) => Err(error),
    };
    stream.map_err(|source| PrinterError::NoSpooler { socket: line.socket.into(), source })
}

fn exchange(line: Line<'_>, stream: &UnixStream, path: &str, parts: &[&[u8]]) -> io::Result<Vec<u8>> {
    stream.set_read_timeout(Some(TICK))?;
    stream.set_write_timeout(Some(TICK))?;
    let length: usize = parts.iter().map(|part| part.len()).sum();
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/ipp\r\nContent-Length: {length}\r\n\
         Connection: close\r\n\r\n"
    );
    let pieces = parts.iter().flat_map(|part| part.chunks(PIECE_BYTES));
    let mut sent = Ok(());
    for piece in std::iter::once(head.as_bytes()).chain(pieces) {
        sent = Timed::new(line, stream).write_all(piece);
        if sent.is_err() {
            break;
        }
    }
    match sent {
        // A server that refuses may answer before it has read all, and hang up.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => receive(line, stream).map_err(|_| error),
        Err(error) => Err(error),
        Ok(()) => receive(line, stream),
    }
}

fn receive(line: Line<'_>, stream: &UnixStream) -> io::Result<Vec<u8>> {
    let mut reader = BufReader::new(Timed::new(line, stream));
    let mut head = read_head(&mut reader)?;
    while head.status == 100 {
        head = read_head(&mut reader)?;
    }
    match head.status {
        200 => read_body(&mut reader, &head),
        401 | 403 => Err(io::ErrorKind::PermissionDenied.into()),
        status => Err(io::Error::other(format!("HTTP status {status}"))),
    }
}

struct Head {
    status: u16,
    is_chunked: bool,
    length: Option<u64>,
}

fn read_head(reader: &mut impl BufRead) -> io::Result<Head> {
    let mut reader = reader.take(MOST_HEADER_BYTES);
    let first = read_line(&mut reader)?;
    let status = first.strip_prefix("HTTP/1.").and_then(|rest| rest.split(' ').nth(1)?.parse().ok());
    let mut head = Head { status: status.ok_or_else(|| bad("no HTTP"))?, is_chunked: false, length: None };
    loop {
        let line = read_line(&mut reader)?.to_ascii_lowercase();
        match line.split_once(':').map(|(name, value)| (name, value.trim())) {
            None if line.is_empty() => return Ok(head),
            Some(("transfer-encoding", value)) => head.is_chunked = value.ends_with("chunked"),
            Some(("content-length", value)) => {
                head.length = Some(value.parse().map_err(|_| bad("a length that is no number"))?);
            }
            _ => {}
        }
    }
}

fn read_body(reader: &mut impl BufRead, head: &Head) -> io::Result<Vec<u8>> {
    let mut body = Vec::new();
    if !head.is_chunked {
        read_some(reader, head.length, &mut body)?;
        return Ok(body);
    }
    loop {
        let line = read_line(&mut reader.take(MOST_HEADER_BYTES))?;
        let size = line.split(';').next().unwrap_or_default().trim();
        match u64::from_str_radix(size, 16).map_err(|_| bad("a chunk without a size"))? {
            0 => return Ok(body),
            size => read_some(reader, Some(size), &mut body)?,
        }
        if !read_line(&mut reader.take(MOST_HEADER_BYTES))?.is_empty() {
            return Err(bad("a chunk of the wrong size"));
        }
    }
}

/// Appends `length` bytes, or all there are; never more than anybody can want.
fn read_some(reader: &mut impl BufRead, length: Option<u64>, body: &mut Vec<u8>) -> io::Result<()> {
    let room = MOST_BYTES - body.len() as u64;
    if length.is_some_and(|length| room < length) {
        return Err(bad("far too much"));
    }
    let count = reader.take(length.unwrap_or(room + 1)).read_to_end(body)? as u64;
    match length {
        Some(length) if count < length => Err(bad("half an answer")),
        None if room < count => Err(bad("far too much")),
        _ => Ok(()),
    }
}

fn read_line(reader: &mut impl BufRead) -> io::Result<String> {
    let mut line = Vec::new();
    reader.read_until(b'\n', &mut line)?;
    let text = line.strip_suffix(b"\n").ok_or_else(|| bad("half a line"))?;
    Ok(String::from_utf8_lossy(text.strip_suffix(b"\r").unwrap_or(text)).into_owned())
}

fn bad(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}

/// A stream that gives up at some time, however slowly bytes may trickle, and when the job is called off.
struct Timed<'a> {
    stream: &'a UnixStream,
    began: Instant,
    line: Line<'a>,
}

impl<'a> Timed<'a> {
    fn new(line: Line<'a>, stream: &'a UnixStream) -> Self {
        Self { stream, began: Instant::now(), line }
    }

    fn retry(&self, mut action: impl FnMut(&UnixStream) -> io::Result<usize>) -> io::Result<usize> {
        loop {
            if self.line.control.is_some_and(Control::is_cancelled) {
                // `Interrupted` itself would be tried again by `write_all` and `read_to_end`.
                return Err(io::Error::new(io::ErrorKind::ConnectionAborted, "called off"));
            }
            if self.line.time <= self.began.elapsed() {
                return Err(io::ErrorKind::TimedOut.into());
            }
            match action(self.stream) {
                Err(error) if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::Interrupted) => {}
                done => return done,
            }
        }
    }
}

impl Read for Timed<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.retry(|mut stream| stream.read(buffer))
    }
}

impl Write for Timed<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.retry(|mut stream| stream.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
