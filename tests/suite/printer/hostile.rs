//! Answers that no CUPS gives: each is an error in time, and never a panic.

use std::time::{Duration, Instant};

use careshelf::model::printer::Outcome;
use careshelf::model::trouble::Trouble;
use careshelf::printer::control::Control;
use careshelf::printer::error::PrinterError;

use super::fake::Fake;
use super::setup::{order, pdf, short};

const OK: &str = "HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\n";

fn answer(body: &[u8]) -> Vec<u8> {
    let mut bytes = format!("{OK}Content-Length: {}\r\n\r\n", body.len()).into_bytes();
    bytes.extend(body);
    bytes
}

/// An IPP answer: version, status, number, and what follows.
fn ipp(status: u16, rest: &[u8]) -> Vec<u8> {
    [&[2, 0][..], &status.to_be_bytes(), &[0, 0, 0, 1], rest].concat()
}

fn attribute(tag: u8, name: &str, value: &[u8]) -> Vec<u8> {
    let length = |bytes: &[u8]| u16::try_from(bytes.len()).unwrap().to_be_bytes();
    [&[tag][..], &length(name.as_bytes()), name.as_bytes(), &length(value), value].concat()
}

#[track_caller]
fn check_confused(bytes: impl Into<Vec<u8>>) {
    let bytes = bytes.into();
    let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(80)]).into_owned();
    let fake = Fake::sending(bytes);
    let error = fake.spooler().printers().expect_err(&shown);
    assert!(matches!(error, PrinterError::Confused { .. }), "{shown:?}: {error:?}");
    assert_eq!(error.trouble(), Trouble::SpoolerConfused);
    let outcome = fake.spooler().print(&pdf(), &order(), &short(), &Control::new(), &mut |_| ());
    assert_eq!(outcome, Outcome::Failed(Trouble::SpoolerConfused), "{shown:?}");
}

#[test]
fn what_is_no_http_is_an_error() {
    check_confused("");
    check_confused("\r\n\r\n");
    check_confused("220 mail.example ESMTP\r\n\r\n");
    check_confused("HTTP/1.1 abc\r\n\r\n");
    check_confused("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n");
    check_confused("HTTP/1.1 302 Found\r\nLocation: http://example.org/\r\n\r\n");
    check_confused([0xff; 300]);
    check_confused("x".repeat(1 << 20));
    check_confused("HTTP/1.1 200 OK\r\n".to_owned() + &"a: b\r\n".repeat(10_000));
    check_confused("HTTP/1.1 100 Continue\r\n\r\n".repeat(1000));
}

#[test]
fn lengths_and_chunks_that_lie_are_an_error() {
    for length in ["99999999999999999999999999", "18446744073709551615", "4294967296", "-1", "ten", "", "100"] {
        check_confused(format!("{OK}Content-Length: {length}\r\n\r\nshort"));
    }
    for chunks in [
        "",
        "\r\n",
        "zz\r\nno\r\n",
        "-5\r\nhello\r\n0\r\n\r\n",
        "ffffffffffffffffff\r\nhello\r\n",
        "ffffffffffffffff\r\nhello\r\n",
        "5\r\nhel",
        "5\r\nhelloworld\r\n0\r\n\r\n",
        "5\r\nhello\r\n",
        "0\r\n\r\n",
    ] {
        check_confused(format!("{OK}Transfer-Encoding: chunked\r\n\r\n{chunks}"));
    }
    check_confused(format!("{OK}\r\nhello"));
}

#[test]
fn ipp_that_is_cut_off_or_makes_no_sense_is_an_error() {
    let printer = [&[4][..], &attribute(0x42, "printer-name", b"kiosk"), &[3]].concat();
    let whole = ipp(0, &printer);
    for end in 0..whole.len() {
        check_confused(answer(&whole[..end]));
    }
    check_confused(answer(&ipp(0, &[4, 0x44, 0xff, 0xff, b'x'])));
    check_confused(answer(&ipp(0, &[4, 0x44, 0, 1, b'x', 0xff, 0xff, 3])));
    check_confused(answer(&ipp(0, &[0x0f, 3])));
    check_confused(answer(&ipp(0, &[4, 0xff, 0, 0, 0, 0, 3])));
    // A number of one byte.
    check_confused(answer(&ipp(0, &[&[4][..], &attribute(0x21, "printer-state", &[1]), &[3]].concat())));
    check_confused(answer(&ipp(0, &[&[4][..], &attribute(0x37, "end", &[]), &[3]].concat())));
}

#[test]
fn collections_within_collections_do_not_use_up_the_stack() {
    let mut body = ipp(0, &[4]);
    body.extend(attribute(0x34, "media-col", &[]));
    for _ in 0..100_000 {
        body.extend(attribute(0x4a, "", b"x"));
        body.extend(attribute(0x34, "", &[]));
    }
    for _ in 0..=100_000 {
        body.extend(attribute(0x37, "", &[]));
    }
    body.push(3);
    check_confused(answer(&body));
}

#[test]
fn noise_is_never_more_than_an_error() {
    let mut dice = 0x5EED_CAFE_u64;
    let mut throw = move || {
        dice ^= dice << 13;
        dice ^= dice >> 7;
        dice ^= dice << 17;
        dice
    };
    let printer = [
        &[4][..],
        &attribute(0x42, "printer-name", b"kiosk"),
        &attribute(0x23, "printer-state", &[0, 0, 0, 3]),
        &attribute(0x33, "copies-supported", &[0, 0, 0, 1, 0, 0, 0x27, 0x0f]),
        &attribute(0x44, "media-supported", b"na_letter_8.5x11in"),
        &[3],
    ]
    .concat();
    for _ in 0..300 {
        let mut body = ipp(0, &printer);
        for _ in 0..=throw() % 4 {
            let at = throw() as usize % body.len();
            body[at] = throw() as u8;
        }
        // Some are still answers; none may do anything but return.
        let _ = Fake::sending(answer(&body)).spooler().printers();
    }
}

#[test]
fn values_of_the_wrong_kind_are_no_values() {
    let body = [
        &[4][..],
        &attribute(0x42, "printer-name", b"kiosk"),
        &attribute(0x42, "printer-info", &[0xff, 0xfe]),
        &attribute(0x42, "printer-state", b"five"),
        &attribute(0x21, "media-supported", &[0, 0, 0, 7]),
        &attribute(0x33, "copies-supported", &[0, 0, 0, 1, 0x80, 0, 0, 0]),
        &attribute(0x44, "printer-is-accepting-jobs", b"perhaps"),
        &[4],
        &attribute(0x42, "printer-info", b"nameless"),
        &[3],
    ]
    .concat();
    let printers = Fake::sending(answer(&ipp(0, &body))).spooler().printers().unwrap();
    let [printer] = printers.as_slice() else { panic!("{printers:?}") };
    assert_eq!((printer.label.as_str(), printer.can.most_copies), ("kiosk", 1));
    assert_eq!(printer.can.media, Vec::<String>::new());
    assert!(!printer.condition.is_stopped);
}

#[test]
fn a_refusal_is_told_with_its_words() {
    let message = attribute(0x41, "status-message", b"Quota limit reached.");
    let fake = Fake::sending(answer(&ipp(0x0500, &[&[1][..], &message, &[3]].concat())));
    let error = fake.spooler().printers().unwrap_err();
    assert_eq!(error.trouble(), Trouble::Refused("Quota limit reached.".into()));
    assert!(error.to_string().contains("Quota limit reached. (IPP status 0x0500)"), "{error}");
}

#[test]
fn a_password_is_not_asked_for() {
    for status in ["401 Unauthorized", "403 Forbidden"] {
        let fake = Fake::sending(format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n"));
        assert!(matches!(fake.spooler().printers(), Err(PrinterError::NotAllowed)));
    }
}

#[test]
fn chunks_and_interim_answers_are_understood() {
    let body = ipp(0, &[&[4][..], &attribute(0x42, "printer-name", b"kiosk"), &[3]].concat());
    let mut bytes = format!("HTTP/1.1 100 Continue\r\n\r\n{OK}Transfer-Encoding: chunked\r\n\r\n").into_bytes();
    for piece in body.chunks(7) {
        bytes.extend(format!("{:X};name=value\r\n", piece.len()).into_bytes());
        bytes.extend(piece);
        bytes.extend(b"\r\n");
    }
    bytes.extend(b"0\r\n\r\n");
    assert_eq!(Fake::sending(bytes).spooler().printers().unwrap()[0].name, "kiosk");
}

#[test]
fn whoever_never_answers_is_given_up_in_time() {
    for (fake, trouble) in [
        (Fake::silent(), Trouble::SpoolerSilent),
        (Fake::trickling(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"), Trouble::SpoolerSilent),
        (Fake::trickling(b"x"), Trouble::SpoolerSilent),
        (Fake::flooding(), Trouble::SpoolerConfused),
    ] {
        let began = Instant::now();
        let outcome = fake.spooler().print(&pdf(), &order(), &short(), &Control::new(), &mut |_| ());
        assert_eq!(outcome, Outcome::Failed(trouble));
        assert!(began.elapsed() < Duration::from_secs(4), "{:?}", began.elapsed());
    }
}
