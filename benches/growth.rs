//! What grows with the library: `cargo bench --bench growth`.
//!
//! Start, a tab, and scrolling must take as long for 100 000 sections as for the bundled ones; only reading them all may
//! take longer.

#![allow(clippy::unwrap_used, reason = "a measurement that meets something unexpected should fail at once")]
#![allow(unreachable_pub, reason = "nothing outside this binary can reach anything in it")]
#![allow(missing_docs, reason = "criterion's macros write none")]

mod grown;
mod viewer;

use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use careshelf::app::App;
use careshelf::content::{Origin, load, load_first};
use careshelf::state::Action;
use criterion::{BatchSize, BenchmarkId, Criterion, SamplingMode, criterion_group, criterion_main};

use viewer::{Viewer, clock, wheel};

/// The window.
const SIZE: [u32; 2] = [1280, 800];

/// Sample sections beside the bundled ones.
const SIZES: [usize; 4] = [0, 1_000, 10_000, 100_000];

fn growth(criterion: &mut Criterion) {
    for size in SIZES {
        let dir = tempfile::tempdir().unwrap();
        grown::write(dir.path(), size).unwrap();
        let origin = origin(dir.path());
        bench(criterion, "first_load", size, |bencher| bencher.iter(|| black_box(load_first(&origin))));
        bench(criterion, "first_frame", size, |bencher| {
            let setup = || Viewer::new(App::new(load_first(&origin), clock()), SIZE);
            bencher.iter_batched_ref(setup, |viewer| black_box(viewer.frame(Vec::new())), BatchSize::SmallInput);
        });
        let mut viewer = Viewer::new(App::new(load(&origin), clock()), SIZE);
        bench(criterion, "tab", size, |bencher| {
            let mut tabs = ["effects", "treatment"].into_iter().cycle();
            bencher.iter(|| {
                viewer.app.apply(Action::OpenTopic(tabs.next().unwrap().into()));
                black_box(viewer.frame(Vec::new()))
            });
        });
        bench(criterion, "scroll", size, |bencher| {
            viewer.app.apply(Action::OpenTopic("effects".into()));
            viewer.settle();
            let mut distances = [-40.0, 40.0].into_iter().cycle();
            bencher.iter(|| black_box(viewer.frame(wheel(distances.next().unwrap()))));
        });
        bench(criterion, "dates_page", size, |bencher| {
            viewer.app.apply(Action::OpenSection("dates".into()));
            viewer.settle();
            bencher.iter(|| black_box(viewer.frame(Vec::new())));
        });
        drop(viewer);
        let mut group = criterion.benchmark_group("full_load");
        group.sampling_mode(SamplingMode::Flat).sample_size(10).warm_up_time(Duration::from_millis(100));
        group.measurement_time(Duration::from_secs(2));
        group.bench_function(BenchmarkId::from_parameter(size), |bencher| {
            bencher.iter_with_large_drop(|| black_box(load(&origin)));
        });
        group.finish();
    }
}

fn bench(criterion: &mut Criterion, name: &str, size: usize, run: impl FnMut(&mut criterion::Bencher<'_>)) {
    let mut group = criterion.benchmark_group(name);
    group.sample_size(20).warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(2));
    group.bench_function(BenchmarkId::from_parameter(size), run);
    group.finish();
}

fn origin(dir: &Path) -> Origin {
    // A site file that is not there: no other one is looked for.
    Origin { content_dir: Some(dir.to_owned()), language: Some("en".to_owned()), ..Origin::default() }
}

criterion_group!(benches, growth);
criterion_main!(benches);
