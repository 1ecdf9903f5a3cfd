//! How long a keystroke takes in search, and how large its index is: `cargo bench --bench search`.
//!
//! Queries are typed letter by letter, right and with a letter swapped, in libraries of 100, 10 000 and 100 000 texts made of
//! the words of the English edition. At 100 000 texts 95 of 100 keystrokes are to take 5 ms at most, and the index 1.2 times
//! the size of the text at most. The last columns compare each size with the first in the same run.

#![allow(clippy::unwrap_used, reason = "a measurement that meets something unexpected should fail at once")]
#![allow(clippy::print_stdout, reason = "the table is what this is for")]

use std::fs;
use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use careshelf::model::block::Block;
use careshelf::model::library::Library;
use careshelf::model::names::{Names, SectionNames, WordNames};
use careshelf::model::place::Place;
use careshelf::model::text::{RichText, Span};
use careshelf::model::topic::{Section, Topic};
use careshelf::search::Index;
use jiff::civil::Date;

/// Texts in a library.
const SIZES: [usize; 3] = [100, 10_000, 100_000];

/// Texts of a section, beside its title.
const TEXTS_OF_SECTION: usize = 9;

/// A keystroke is tried so often.
const TRIES: usize = 3;

/// Hits that a screen asks for.
const MOST: usize = 30;

fn main() {
    // `cargo test` runs benches too, to see that they work.
    let is_try = !std::env::args().any(|argument| argument == "--bench");
    let words = words_of_english();
    let queries = queries();
    println!("   texts  text KB  index KB  index/text  build ms  key p50 ms  key p95 ms  key max ms  p95 ratio");
    let mut first = None;
    for size in SIZES.into_iter().take(if is_try { 1 } else { SIZES.len() }) {
        let library = Arc::new(library(size, &words));
        let text: usize = library.sections().map(|(_, section)| text_bytes(section)).sum();
        let begun = processor_time();
        let index = Index::new(&library);
        let build = processor_time().saturating_sub(begun);
        let mut times: Vec<Duration> = queries.iter().flat_map(|query| type_it(&index, query)).collect();
        times.sort_unstable();
        let (p50, p95) = (times[times.len() / 2], times[times.len() * 95 / 100]);
        let first = *first.get_or_insert(p95);
        println!(
            "{:8} {:8} {:9} {:11.2} {:9.1} {:11.3} {:11.3} {:11.3} {:10.1}",
            index.passage_count(),
            text / 1024,
            index.size() / 1024,
            index.size() as f64 / text as f64,
            millis(build),
            millis(p50),
            millis(p95),
            millis(times[times.len() - 1]),
            p95.as_secs_f64() / first.as_secs_f64(),
        );
    }
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// The time of each keystroke on the processor: the least of a few tries, for what else runs on the machine costs time too.
fn type_it(index: &Index, query: &str) -> Vec<Duration> {
    let search = |typed: &str| {
        let begun = processor_time();
        black_box(index.search(typed, MOST));
        processor_time().saturating_sub(begun)
    };
    let ends = query.char_indices().map(|(at, c)| at + c.len_utf8());
    ends.map(|end| (0..TRIES).map(|_| search(&query[..end])).min().unwrap()).collect()
}

/// How long this thread ran so far.
#[cfg(all(unix, not(target_os = "macos")))]
fn processor_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.try_into().unwrap(), time.tv_nsec.try_into().unwrap())
}

/// How long the program ran so far.
#[cfg(not(all(unix, not(target_os = "macos"))))]
fn processor_time() -> Duration {
    static BEGUN: std::sync::LazyLock<std::time::Instant> = std::sync::LazyLock::new(std::time::Instant::now);
    BEGUN.elapsed()
}

/// What readers type, right and with two letters in the middle swapped.
fn queries() -> Vec<String> {
    let table = fs::read_to_string(resource("../tests/search/en.tsv")).unwrap();
    let rows = table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split('\t').next());
    let swapped = |query: &str| {
        let mut letters: Vec<char> = query.chars().collect();
        let middle = letters.len() / 2;
        letters.swap(middle.saturating_sub(1), middle);
        letters.into_iter().collect::<String>()
    };
    rows.take(60).flat_map(|query| [query.to_owned(), swapped(query)]).collect()
}

/// Every word of the English edition, as often as it stands there.
fn words_of_english() -> Vec<String> {
    let mut words = Vec::new();
    for topic in ["overdose", "effects", "withdrawal", "treatment", "help", "about"] {
        let text = fs::read_to_string(resource(&format!("en/{topic}.ron"))).unwrap();
        // What stands between quotes; ids have no spaces.
        let texts = text.split('"').skip(1).step_by(2).filter(|text| text.contains(' '));
        words.extend(texts.flat_map(str::split_whitespace).filter(|word| !word.contains('[')).map(str::to_owned));
    }
    words
}

fn resource(name: &str) -> String {
    format!("{}/resources/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn text_bytes(section: &Section) -> usize {
    let mut bytes = section.title.len();
    for block in &section.blocks {
        block.each_text(&mut |text| bytes += text.plain().len());
    }
    bytes
}

/// A library of so many texts. The same size is always the same library.
fn library(texts: usize, words: &[String]) -> Library {
    let mut dice = Dice(1);
    let sections: Vec<Section> = (0..texts / (TEXTS_OF_SECTION + 1)).map(|at| section(at, words, &mut dice)).collect();
    let named = sections.iter().step_by(sections.len().div_ceil(80).max(1));
    let of_sections = named.map(|section| SectionNames {
        section: section.id.clone(),
        also_called: (0..4).map(|_| dice.sentence(words, 5)).collect(),
    });
    let mut names = Names { sections: of_sections.collect(), ..Names::default() };
    names.words = (0..80)
        .map(|_| WordNames { is: dice.sentence(words, 1), also_called: (0..3).map(|_| dice.made_up()).collect() })
        .collect();
    names.emergency = (0..60).map(|_| dice.sentence(words, 3)).collect();
    let topic = Topic {
        id: "overdose".into(),
        title: "Overdose".to_owned(),
        picture: "tab-overdose".into(),
        sections,
        place: Place::default(),
    };
    let mut library = Library::new(vec![topic]);
    "en".clone_into(&mut library.edition.language);
    library.names = names;
    library
}

fn section(at: usize, words: &[String], dice: &mut Dice) -> Section {
    let paragraph = |text: String| {
        Block::Paragraph(RichText {
            spans: vec![Span::Words(text)],
            sources: Vec::new(),
            being_checked: false,
            no_claim: true,
            place: Place::default(),
        })
    };
    let blocks = (0..TEXTS_OF_SECTION).map(|_| {
        let length = 8 + dice.roll(16);
        paragraph(dice.sentence(words, length))
    });
    Section {
        id: format!("section-{at}").as_str().into(),
        blocks: blocks.collect(),
        title: dice.sentence(words, 3),
        emergency: false,
        for_staff: false,
        reviewed: Date::default(),
        review_by: Date::default(),
        translation: None,
        is_complete: true,
        is_stand_in: false,
        place: Place::default(),
    }
}

/// Numbers by chance that are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    /// So many words. One in thirty is new, for the words of a large library are more than those of a small one.
    fn sentence(&mut self, words: &[String], length: usize) -> String {
        let mut word = || if self.roll(30) == 0 { self.made_up() } else { words[self.roll(words.len())].clone() };
        (0..length).map(|_| word()).collect::<Vec<_>>().join(" ")
    }

    fn made_up(&mut self) -> String {
        const PARTS: [&str; 16] =
            ["na", "lo", "xo", "ne", "me", "tha", "do", "bu", "pre", "nor", "phi", "fen", "ta", "nyl", "ri", "sto"];
        (0..2 + self.roll(3)).map(|_| PARTS[self.roll(PARTS.len())]).collect()
    }
}
