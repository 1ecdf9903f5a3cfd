//! No clinical number stands in the code that guides through an overdose: every number there is listed with its reason.

use std::collections::BTreeMap;
use std::fs;

use syn::visit::{self, Visit};

use crate::house::rust_files;

/// What knows of steps, doses, rhythms and figures. How large things are drawn is not its business.
const PLACES: &[&str] = &[
    "src/state/emergency",
    "src/state/guide.rs",
    "src/model/guide.rs",
    "src/model/figures.rs",
    "src/model/protocol.rs",
    "src/content/guide.rs",
    "src/content/guidance.rs",
    "src/content/protocol.rs",
    "src/ui/views/guide/said.rs",
];

/// The numbers that may stand there beside 0 and 1, and why.
const ALLOWED: &[(&str, &str, &str)] = &[
    ("src/state/emergency/mod.rs", "12", "hours after which an emergency that nobody touches is over"),
    ("src/state/emergency/mod.rs", "100", "cards on the way back"),
    ("src/state/emergency/walk.rs", "300", "milliseconds in which a second touch is a slip"),
    ("src/state/emergency/rhythm.rs", "60.0", "seconds in a minute"),
    ("src/state/emergency/rhythm.rs", "0.9", "part of the longest pause that is used"),
    ("src/state/emergency/rhythm.rs", "2", "halves, and the ways to the mouth and back"),
    ("src/model/guide.rs", "6", "words in a title"),
    ("src/model/guide.rs", "3", "sentences and buttons on a card"),
    ("src/model/figures.rs", "7", "how many figures there are"),
    ("src/model/figures.rs", "180.0", "flashes a minute that are safe (WCAG)"),
    ("src/model/figures.rs", "60.0", "seconds in a minute"),
    ("src/model/figures.rs", "2", "the first breaths come in half the time"),
    ("src/model/figures.rs", "100", "more breaths, or fewer milliseconds, make no sense"),
    ("src/model/figures.rs", "10", "minutes: a longer time makes no sense"),
    ("src/model/figures.rs", "1000", "more compressions make no sense"),
    ("src/model/figures.rs", "1.0", "fewer compressions a minute make no sense"),
    ("src/model/figures.rs", "0.0", "a whole number has no fraction"),
    ("src/model/protocol.rs", "1.0", "second"),
    ("src/model/protocol.rs", "60.0", "seconds in a minute"),
    ("src/model/protocol.rs", "3600.0", "seconds in an hour"),
    ("src/model/protocol.rs", "9", "digits of a number"),
    ("src/model/protocol.rs", "0.0", "what is no number"),
    ("src/content/guide.rs", "6", "words of a question too short to be a sentence"),
];

#[test]
fn every_number_in_the_code_of_the_guide_is_listed_with_its_reason() {
    let mut found: BTreeMap<(String, String), usize> = BTreeMap::new();
    for path in PLACES.iter().flat_map(|place| rust_files(place)) {
        let file = syn::parse_file(&fs::read_to_string(&path).expect("a source file")).expect("Rust");
        let mut numbers = Numbers::default();
        numbers.visit_file(&file);
        for number in numbers.0 {
            *found.entry((path.display().to_string(), number)).or_default() += 1;
        }
    }
    let allowed = |path: &str, number: &str| ALLOWED.iter().any(|(p, n, _)| *p == path && *n == number);
    let unlisted: Vec<_> = found.keys().filter(|(path, number)| !allowed(path, number)).collect();
    assert!(unlisted.is_empty(), "is it a figure? Then it belongs into resources/protocols: {unlisted:?}");
    let unused: Vec<_> = ALLOWED
        .iter()
        .filter(|(path, number, _)| !found.contains_key(&((*path).to_owned(), (*number).to_owned())))
        .collect();
    assert!(unused.is_empty(), "no longer there: {unused:?}");
}

#[test]
fn no_text_in_the_views_of_the_guide_holds_a_digit() {
    for path in rust_files("src/ui/views/guide") {
        let file = syn::parse_file(&fs::read_to_string(&path).expect("a source file")).expect("Rust");
        let mut texts = Texts::default();
        texts.visit_file(&file);
        // Only zeros: they measure how wide two digits are.
        let has_digit = |text: &&String| text.chars().any(|c| matches!(c, '1'..='9'));
        let with_digits: Vec<_> = texts.0.iter().filter(has_digit).collect();
        assert!(with_digits.is_empty(), "{}: {with_digits:?}", path.display());
    }
}

/// The number literals of a file but 0 and 1, without those of its tests.
#[derive(Default)]
struct Numbers(Vec<String>);

impl<'ast> Visit<'ast> for Numbers {
    fn visit_lit_int(&mut self, literal: &'ast syn::LitInt) {
        if !matches!(literal.base10_digits(), "0" | "1") {
            self.0.push(literal.base10_digits().to_owned());
        }
    }

    fn visit_lit_float(&mut self, literal: &'ast syn::LitFloat) {
        self.0.push(literal.base10_digits().to_owned());
    }

    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        if module.ident != "tests" {
            visit::visit_item_mod(self, module);
        }
    }
}

/// The texts in quotes of a file, without its docs.
#[derive(Default)]
struct Texts(Vec<String>);

impl<'ast> Visit<'ast> for Texts {
    fn visit_lit_str(&mut self, literal: &'ast syn::LitStr) {
        self.0.push(literal.value());
    }

    fn visit_attribute(&mut self, _attribute: &'ast syn::Attribute) {}
}
