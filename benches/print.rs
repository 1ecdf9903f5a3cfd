//! How long pages take: `cargo bench --bench print`.
//!
//! From the model to the first picture, for one section and for more than 50 pages; beside them what the typesetter alone
//! takes for as many plain pages, with the same words and fonts and nothing else. A frame of the window while pages are
//! being set is measured too: no frame waits for paper.

#![allow(clippy::unwrap_used, reason = "a measurement that meets something unexpected should fail at once")]
#![allow(unreachable_pub, reason = "nothing outside this binary can reach anything in it")]
#![allow(missing_docs, reason = "criterion's macros write none")]

mod plain_pages;
#[allow(dead_code, reason = "other benches turn the wheel")]
mod viewer;

use std::hint::black_box;
use std::time::{Duration, Instant};

use careshelf::app::App;
use careshelf::content::{Loaded, assemble, bundled_files};
use careshelf::model::id::SectionId;
use careshelf::model::paper::{Layout, Paper};
use careshelf::print::{Pages, Request, compose, typeset};
use careshelf::printer::Spooler;
use careshelf::state::printing::Preview;
use careshelf::state::{Action, PrintAction};
use criterion::{Criterion, SamplingMode, criterion_group, criterion_main};
use jiff::civil::date;

use viewer::{Viewer, clock};

/// What a page takes on a screen of 1280 by 800.
const PIXELS_PER_POINT: f64 = 0.9;

fn bundled() -> Loaded {
    assemble(&bundled_files(), "en", None)
}

/// The request for so many sections of the library, from its beginning.
fn request(loaded: &Loaded, sections: usize) -> Request {
    let sections: Vec<SectionId> =
        loaded.library.sections().take(sections).map(|(_, section)| section.id.clone()).collect();
    Request { sections, layout: Layout::Handout, paper: Paper::Letter, day: date(2026, 11, 25), beside: None }
}

/// Sets the pages as if for the first time.
fn set(loaded: &Loaded, request: &Request) -> Pages {
    typst::comemo::evict(0);
    typeset(&compose(&loaded.library, &loaded.words, request).unwrap()).unwrap()
}

fn pages(criterion: &mut Criterion) {
    let loaded = bundled();
    let mut group = criterion.benchmark_group("print");
    group.sampling_mode(SamplingMode::Flat).sample_size(10).warm_up_time(Duration::from_millis(500));
    for sections in [1, 40] {
        let request = request(&loaded, sections);
        let count = set(&loaded, &request).count();
        group.bench_function(format!("{count} pages, to the first picture"), |bencher| {
            bencher.iter(|| black_box(set(&loaded, &request).picture(0, PIXELS_PER_POINT)));
        });
        group.bench_function(format!("{count} plain pages, to the first picture"), |bencher| {
            let words = plain_pages::words(&loaded.library, &request.sections);
            bencher.iter(|| black_box(plain_pages::first_picture(&words, count, PIXELS_PER_POINT)));
        });
        let pages = set(&loaded, &request);
        group.bench_function(format!("{count} pages as a PDF file"), |bencher| {
            bencher.iter(|| black_box(pages.pdf().unwrap()));
        });
    }
    group.finish();
}

/// The longest frame from opening the page for printing until its first page is on screen, while a whole topic is set.
fn frames(criterion: &mut Criterion) {
    criterion.bench_function("print/longest frame while pages are set", |bencher| {
        bencher.iter_custom(|times| (0..times).map(|_| longest_frame()).sum());
    });
    criterion.bench_function("print/from the touch to the first page on screen", |bencher| {
        bencher.iter_custom(|times| (0..times).map(|_| until_first_page()).sum());
    });
}

fn longest_frame() -> Duration {
    let (mut viewer, _) = opened(Action::Print(PrintAction::TogglePage("signs".into())));
    viewer.app.apply(Action::Print(PrintAction::Choose(careshelf::state::printing::What::Topic("overdose".into()))));
    let mut longest = Duration::ZERO;
    while !is_ready(&viewer) {
        let begin = Instant::now();
        black_box(viewer.show(Vec::new()));
        longest = longest.max(begin.elapsed());
    }
    longest
}

fn until_first_page() -> Duration {
    typst::comemo::evict(0);
    let (mut viewer, begin) = opened(Action::OpenSection("signs".into()));
    let mut frames_after = 0;
    // The picture comes after the pages, and one more frame shows it.
    while frames_after < 3 {
        black_box(viewer.show(Vec::new()));
        frames_after += usize::from(viewer.app.is_page_shown());
        std::thread::sleep(Duration::from_millis(1));
    }
    begin.elapsed()
}

/// A viewer whose page for printing was opened just now, after `before`.
fn opened(before: Action) -> (Viewer, Instant) {
    let app = App::new(bundled(), clock()).printing_to(Spooler::at("/nonexistent"), None);
    let mut viewer = Viewer::new(app, [1280, 800]);
    viewer.app.apply(before);
    viewer.settle();
    let begin = Instant::now();
    viewer.app.apply(Action::Print(PrintAction::OpenSection));
    (viewer, begin)
}

fn is_ready(viewer: &Viewer) -> bool {
    viewer.app.state().printing.as_ref().is_some_and(|printing| matches!(printing.preview, Preview::Ready(_)))
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10).measurement_time(Duration::from_secs(5));
    targets = pages, frames
}
criterion_main!(benches);
