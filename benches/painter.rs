//! The painter on the viewer's own pages: `cargo bench --bench painter`.
//!
//! Whole pages, what a moment's change costs, and the first frame, in the usual sizes of windows.

#![allow(clippy::unwrap_used, reason = "a measurement that meets something unexpected should fail at once")]
#![allow(unreachable_pub, reason = "nothing outside this binary can reach anything in it")]
#![allow(missing_docs, reason = "criterion's macros write none")]

mod viewer;

use std::hint::black_box;

use careshelf::app::App;
use careshelf::content::{Origin, load, load_first};
use careshelf::state::{Action, Theme};
use careshelf::window::painter::{Area, Damage};
use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use egui::{Event, pos2};

use viewer::{Viewer, clock, wheel};

const SIZES: [[u32; 2]; 3] = [[1024, 768], [1366, 768], [1920, 1080]];

fn origin() -> Origin {
    Origin { language: Some("en".to_owned()), ..Origin::default() }
}

fn settled(size: [u32; 2]) -> Viewer {
    let mut viewer = Viewer::new(App::new(load(&origin()), clock()), size);
    viewer.settle();
    viewer
}

fn name(name: &str, [width, height]: [u32; 2]) -> BenchmarkId {
    BenchmarkId::new(name, format!("{width}x{height}"))
}

/// Pixels alone: all of a page, from the ground up.
fn paint(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("paint");
    for size in SIZES {
        let mut viewer = settled(size);
        let mut whole = Damage::default();
        whole.add(Area::whole(size));
        group.throughput(Throughput::Elements(u64::from(size[0]) * u64::from(size[1])));
        group.bench_function(name("whole_page", size), |bencher| {
            bencher.iter(|| viewer.painter.paint(black_box(&mut viewer.pixels), &whole));
        });
    }
    group.finish();
}

/// Whole frames: egui, what differs, and its pixels.
fn frames(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("frame");
    for size in SIZES {
        let mut viewer = settled(size);
        group.bench_function(name("nothing_changes", size), |bencher| {
            bencher.iter(|| assert!(viewer.show(Vec::new()).is_empty()));
        });
        group.bench_function(name("a_button_lights_up", size), |bencher| {
            let mut places = [pos2(220.0, 86.0), pos2(360.0, 86.0)].into_iter().cycle();
            bencher.iter(|| {
                let damage = viewer.show(vec![Event::PointerMoved(places.next().unwrap())]);
                assert!(damage.pixels() < 40_000, "{damage:?}");
            });
        });
        group.bench_function(name("scroll", size), |bencher| {
            let mut distances = [-40.0, 40.0].into_iter().cycle();
            bencher.iter(|| black_box(viewer.show(wheel(distances.next().unwrap()))));
        });
        group.bench_function(name("tab", size), |bencher| {
            let mut tabs = ["effects", "treatment"].into_iter().cycle();
            bencher.iter(|| {
                viewer.app.apply(Action::OpenTopic(tabs.next().unwrap().into()));
                black_box(viewer.show(Vec::new()))
            });
        });
        group.bench_function(name("theme", size), |bencher| {
            let mut themes = [Theme::Dark, Theme::Light].into_iter().cycle();
            bencher.iter(|| {
                viewer.app.apply(Action::SetTheme(themes.next().unwrap()));
                viewer.show(Vec::new());
                black_box(viewer.show(Vec::new()))
            });
        });
    }
    group.finish();
}

/// From the bundled content to the first picture, with no letter drawn yet.
fn first_frame(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("start");
    for size in SIZES {
        group.bench_function(name("first_frame", size), |bencher| {
            let setup = || load_first(&origin());
            let run = |loaded| black_box(Viewer::new(App::new(loaded, clock()), size).show(Vec::new()));
            bencher.iter_batched(setup, run, BatchSize::SmallInput);
        });
    }
    group.bench_function("content", |bencher| bencher.iter(|| black_box(load_first(&origin()))));
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(30);
    targets = paint, frames, first_frame
}
criterion_main!(benches);
