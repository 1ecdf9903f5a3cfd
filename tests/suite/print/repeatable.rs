//! The same request gives the same bytes, so that two clinics can compare their pages; only the day makes a difference.

use std::process::Command;

use careshelf::model::paper::{Layout, Paper};
use careshelf::print::Request;

use super::drawn::{Drawn, drawn};
use super::{pdf, sections_of};
use crate::visit::{TODAY, bundled};

fn request(layout: Layout) -> Request {
    Request { sections: sections_of(&bundled(), "signs"), layout, paper: Paper::Letter, day: TODAY, beside: None }
}

#[test]
fn the_same_request_gives_the_same_bytes() {
    for layout in Layout::ALL {
        let [once, again] = [(); 2].map(|()| pdf(&bundled(), &request(layout)).expect("pages"));
        assert!(once == again, "{}", layout.name());
    }
}

#[test]
fn two_processes_give_the_same_bytes_and_so_does_this_one() {
    for layout in Layout::ALL {
        let run = || {
            let output = Command::new("faketime")
                .args(["2026-11-25 12:00:00", env!("CARGO_BIN_EXE_careshelf"), "print", "signs", "-o", "-", "--layout"])
                .arg(layout.name())
                .env("TZ", "UTC")
                .output()
                .expect("faketime is missing; tests/run installs it");
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            output.stdout
        };
        let here = pdf(&bundled(), &request(layout)).expect("pages");
        assert!(run() == run(), "{}: two processes", layout.name());
        assert!(run() == here, "{}: a process and this one", layout.name());
    }
}

#[test]
fn another_day_changes_only_what_names_the_day() {
    for layout in Layout::ALL {
        let today = pdf(&bundled(), &request(layout)).expect("pages");
        let day = TODAY.tomorrow().expect("a day");
        let tomorrow = pdf(&bundled(), &Request { day, ..request(layout) }).expect("pages");
        assert!(today != tomorrow, "{}: the file says when it was made", layout.name());
        assert_eq!(without_days(&today), without_days(&tomorrow), "{}", layout.name());
        let [before, after] = [&today, &tomorrow].map(|pdf| drawn(pdf).iter().map(Drawn::text).collect::<String>());
        assert_eq!(before, after, "{}", layout.name());
    }
}

/// The file without its dates, and without the names that are made from all of it.
fn without_days(pdf: &[u8]) -> String {
    let mut text: String = pdf.iter().map(|byte| char::from(*byte)).collect();
    for (start, end) in
        [("D:2026", "Z"), ("D:2026", ")"), ("Date>2026", "<"), ("InstanceID>", "<"), ("/ID[", "]"), ("/ID [", "]")]
    {
        let mut kept = String::new();
        let mut rest = text.as_str();
        while let Some((before, after)) = rest.split_once(start) {
            kept.push_str(before);
            rest = after.split_once(end).map_or("", |(_, rest)| rest);
        }
        text = kept + rest;
    }
    text
}
