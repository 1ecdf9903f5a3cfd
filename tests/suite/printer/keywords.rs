//! Every keyword of RFC 8011 is a thing that a person can be told, or nothing; and nothing that nobody knows is lost.

use std::collections::BTreeSet;

use careshelf::model::trouble::Trouble;
use careshelf::printer::keyword::{OF_CUPS, OF_JOBS, OF_PRINTERS, Reason, of_job, of_message, of_printer};

/// RFC 8011, section 5.4.12, in the order in which it is written there.
const RFC_8011: &[(&str, Option<Trouble>)] = &[
    ("other", Some(Trouble::NeedsAttention)),
    ("none", None),
    ("media-needed", Some(Trouble::NoPaper)),
    ("media-jam", Some(Trouble::PaperJam)),
    ("moving-to-paused", Some(Trouble::Paused)),
    ("paused", Some(Trouble::Paused)),
    ("shutdown", Some(Trouble::ShuttingDown)),
    ("connecting-to-device", Some(Trouble::Unreachable)),
    ("timed-out", Some(Trouble::Unreachable)),
    ("stopping", Some(Trouble::Paused)),
    ("stopped-partly", None),
    ("toner-low", Some(Trouble::TonerLow)),
    ("toner-empty", Some(Trouble::TonerEmpty)),
    ("spool-area-full", Some(Trouble::MemoryFull)),
    ("cover-open", Some(Trouble::CoverOpen)),
    ("interlock-open", Some(Trouble::CoverOpen)),
    ("door-open", Some(Trouble::CoverOpen)),
    ("input-tray-missing", Some(Trouble::TrayMissing)),
    ("media-low", Some(Trouble::PaperLow)),
    ("media-empty", Some(Trouble::NoPaper)),
    ("output-tray-missing", Some(Trouble::TrayMissing)),
    ("output-area-almost-full", Some(Trouble::OutputAlmostFull)),
    ("output-area-full", Some(Trouble::OutputFull)),
    ("marker-supply-low", Some(Trouble::TonerLow)),
    ("marker-supply-empty", Some(Trouble::TonerEmpty)),
    ("marker-waste-almost-full", Some(Trouble::WasteAlmostFull)),
    ("marker-waste-full", Some(Trouble::WasteFull)),
    ("fuser-over-temp", Some(Trouble::TooHot)),
    ("fuser-under-temp", Some(Trouble::WarmingUp)),
    ("opc-near-eol", Some(Trouble::PartWearsOut)),
    ("opc-life-over", Some(Trouble::PartWornOut)),
    ("developer-low", Some(Trouble::TonerLow)),
    ("developer-empty", Some(Trouble::TonerEmpty)),
    ("interpreter-resource-unavailable", Some(Trouble::MemoryFull)),
];

fn trouble_of(keyword: &str) -> Option<Trouble> {
    of_printer(keyword).map(|reason| reason.trouble)
}

fn stops(keyword: &str) -> bool {
    of_printer(keyword).is_some_and(|reason| reason.stops)
}

#[test]
fn every_keyword_of_rfc_8011_is_known_with_every_suffix() {
    for (keyword, trouble) in RFC_8011 {
        for suffix in ["", "-error", "-warning", "-report"] {
            assert_eq!(trouble_of(&format!("{keyword}{suffix}")), *trouble, "{keyword}{suffix}");
        }
    }
}

#[test]
fn what_stops_pages_follows_from_the_keyword_and_not_from_the_suffix() {
    // As CUPS passes it on from a printer that said "-error".
    for keyword in
        ["media-empty-warning", "media-needed-warning", "media-jam", "cover-open-error", "toner-empty-warning"]
    {
        assert!(stops(keyword), "{keyword}");
    }
    for keyword in
        ["toner-low", "toner-low-error", "media-low-warning", "opc-near-eol", "output-area-almost-full-error"]
    {
        assert!(!stops(keyword), "{keyword}");
    }
    for keyword in ["media-empty-report", "cover-open-report", "other-report", "other"] {
        assert!(!stops(keyword), "{keyword}");
    }
    // This is all that CUPS says about a printer that is not connected.
    assert!(stops("offline-report"));
    assert!(stops("other-error"));
}

#[test]
fn keywords_that_nobody_knows_are_kept_word_for_word() {
    for (keyword, stops) in [
        ("com.example.cat-on-printer", false),
        ("com.example.cat-on-printer-warning", false),
        ("com.example.cat-on-printer-error", true),
        ("wax-empty-error", true),
        ("error", false),
        ("-error", true),
    ] {
        assert_eq!(of_printer(keyword), Some(Reason { trouble: Trouble::Unknown(keyword.into()), stops }), "{keyword}");
    }
}

#[test]
fn cups_own_words_are_known() {
    for keyword in ["cups-waiting-for-job-completed", "cups-ipp-conformance-failure-report", "cups-remote-processing"] {
        assert_eq!(of_printer(keyword), None, "{keyword}");
    }
    assert_eq!(trouble_of("cups-missing-filter-warning"), Some(Trouble::QueueBroken));
    assert_eq!(trouble_of("cups-insecure-filter-warning"), Some(Trouble::QueueBroken));
    let off = "The printer may not exist or is unavailable at this time.";
    assert_eq!(of_message(off), Some(Trouble::Unreachable));
    for message in ["", "Printing.", "Idle.", "Connecting to printer.", "Unable to cancel print job."] {
        assert_eq!(of_message(message), None, "{message}");
    }
}

#[test]
fn jobs_that_go_their_way_have_no_trouble() {
    for keyword in [
        "none",
        "job-incoming",
        "job-printing",
        "job-queued",
        "job-completed-successfully",
        "job-completed-with-warnings",
        "processing-to-stop-point",
        "cats",
    ] {
        assert_eq!(of_job(keyword), None, "{keyword}");
    }
    assert_eq!(of_job("job-completed-with-errors"), Some(Trouble::EndedWithErrors));
    assert_eq!(of_job("aborted-by-system"), Some(Trouble::Aborted));
    assert_eq!(of_job("printer-stopped"), Some(Trouble::Paused));
}

#[test]
fn no_keyword_stands_twice_in_a_table() {
    let keywords = OF_PRINTERS.iter().map(|(keyword, _)| keyword).chain(OF_JOBS.iter().map(|(keyword, _)| keyword));
    let all: Vec<&&str> = keywords.chain(OF_CUPS.iter().map(|(message, _)| message)).collect();
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
}

#[test]
fn every_kind_of_trouble_is_listed_once() {
    // A new variant does not compile here until it is counted.
    let number = |trouble: &Trouble| match trouble {
        Trouble::NoPaper => 0,
        Trouble::PaperJam => 1,
        Trouble::CoverOpen => 2,
        Trouble::TrayMissing => 3,
        Trouble::OutputFull => 4,
        Trouble::TonerEmpty => 5,
        Trouble::WasteFull => 6,
        Trouble::PartWornOut => 7,
        Trouble::TooHot => 8,
        Trouble::WarmingUp => 9,
        Trouble::MemoryFull => 10,
        Trouble::Unreachable => 11,
        Trouble::Paused => 12,
        Trouble::ShuttingDown => 13,
        Trouble::NeedsAttention => 14,
        Trouble::QueueBroken => 15,
        Trouble::Held => 16,
        Trouble::Busy => 17,
        Trouble::Endless => 18,
        Trouble::DocumentRefused => 19,
        Trouble::Aborted => 20,
        Trouble::EndedWithErrors => 21,
        Trouble::NotAllowed => 22,
        Trouble::PaperLow => 23,
        Trouble::OutputAlmostFull => 24,
        Trouble::TonerLow => 25,
        Trouble::WasteAlmostFull => 26,
        Trouble::PartWearsOut => 27,
        Trouble::NoSpooler => 28,
        Trouble::SpoolerSilent => 29,
        Trouble::SpoolerConfused => 30,
        Trouble::UnknownPrinter => 31,
        Trouble::NotAcceptingJobs => 32,
        Trouble::FormatNotSupported => 33,
        Trouble::PaperNotOffered(_) => 34,
        Trouble::TwoSidedNotOffered => 35,
        Trouble::CopiesNotOffered { .. } => 36,
        Trouble::Refused(_) => 37,
        Trouble::PagesNotMade => 38,
        Trouble::NotOnThisSystem => 39,
        Trouble::Unknown(_) => 40,
    };
    let numbers: Vec<i32> = Trouble::ALL_KINDS.iter().map(number).collect();
    assert_eq!(numbers, (0..41).collect::<Vec<_>>());
}
