//! The words of the interface: every message is there, and every message is used.

use std::collections::BTreeSet;
use std::fs;

use careshelf::content::bundled_files;
use careshelf::model::protocol::{Decimal, Quantity, Unit};
use careshelf::words::{self, Msg, Words};
use jiff::civil::date;

use crate::house::rust_files;

fn english() -> Words {
    let files = bundled_files();
    let (words, problems) = Words::new("en-US", &[files["en/interface.ftl"].as_ref()]);
    assert_eq!(problems, []);
    words
}

#[test]
fn every_language_has_every_message_and_no_other() {
    let wanted: BTreeSet<&str> = Msg::ALL.iter().map(|msg| msg.id()).collect();
    for (path, text) in bundled_files().iter().filter(|(path, _)| path.ends_with("interface.ftl")) {
        let found: BTreeSet<&str> = text
            .lines()
            .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
            .filter_map(|line| line.split_once(" =").map(|(id, _)| id))
            .collect();
        assert_eq!(found, wanted, "{path}");
    }
}

#[test]
fn every_message_is_used() {
    let code: String = rust_files("src")
        .into_iter()
        .filter(|path| !path.ends_with("words/message.rs"))
        .map(|path| fs::read_to_string(path).expect("a source file"))
        .collect();
    for msg in Msg::ALL {
        assert!(code.contains(&format!("Msg::{msg:?}")), "nothing uses {msg:?}");
    }
}

#[test]
fn arguments_bring_no_hidden_marks() {
    let text = english().with(Msg::NextSection, &[("title", "Signs".into())]);
    assert_eq!(text, "Next: Signs");
}

#[test]
fn dates_are_written_in_full() {
    let words = english();
    for (month, name) in ["January", "February", "March", "April", "May", "June"].iter().enumerate() {
        assert_eq!(words::date(&words, date(2026, month as i8 + 1, 5)), format!("{name} 5, 2026"));
    }
    assert_eq!(words::date(&words, date(2027, 12, 31)), "December 31, 2027");
}

#[test]
fn quantities_read_as_one_would_say_them() {
    let decimal = |text| Decimal::parse(text).expect("a decimal");
    let table = [
        ("2", "3", Unit::Minutes, "2 to 3 minutes"),
        ("1", "1", Unit::Seconds, "1 second"),
        ("5", "5", Unit::Seconds, "5 seconds"),
        ("100", "120", Unit::Count, "100 to 120"),
        ("2.4", "2.4", Unit::Inches, "2.4 inches"),
        ("1", "1", Unit::Hours, "1 hour"),
        ("5", "5", Unit::Centimetres, "5 cm"),
    ];
    for (least, most, unit, expected) in table {
        let quantity = Quantity { least: decimal(least), most: decimal(most), unit };
        assert_eq!(words::quantity(&english(), &quantity), expected);
    }
}

#[test]
fn a_message_that_one_file_lacks_is_taken_from_the_next() {
    let (words, problems) = Words::new("en", &["close = Shut", "close = Close\nwho-says-so = Who says so?"]);
    assert_eq!(problems, []);
    assert_eq!(words.text(Msg::Close), "Shut");
    assert_eq!(words.text(Msg::WhoSaysSo), "Who says so?");
}

#[test]
fn a_broken_line_is_named_and_costs_only_itself() {
    let (words, problems) = Words::new("en", &["close = Shut\n\nbroken {\n\napp-name = Shelf\n"]);
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].line, 3);
    assert_eq!(words.text(Msg::AppName), "Shelf");
}
