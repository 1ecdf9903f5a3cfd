//! What grows with the library: `cargo bench --bench growth`.
//!
//! Start, a tab, and scrolling must take as long for 100 000 sections as for the bundled ones; only reading them all may
//! take longer.

#![allow(clippy::unwrap_used, reason = "a measurement that meets something unexpected should fail at once")]
#![allow(unreachable_pub, reason = "nothing outside this binary can reach anything in it")]
#![allow(missing_docs, reason = "criterion's macros write none")]

mod grown;

use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use careshelf::app::{self, App};
use careshelf::content::{Origin, load, load_first};
use careshelf::state::Action;
use criterion::{BatchSize, BenchmarkId, Criterion, SamplingMode, criterion_group, criterion_main};
use egui::{Context, Event, Modifiers, MouseWheelSource, MouseWheelUnit, RawInput, Rect, TouchPhase, pos2, vec2};

/// Sample sections beside the bundled ones.
const SIZES: [usize; 4] = [0, 1_000, 10_000, 100_000];

fn growth(criterion: &mut Criterion) {
    for size in SIZES {
        let dir = tempfile::tempdir().unwrap();
        grown::write(dir.path(), size).unwrap();
        let origin = origin(dir.path());
        bench(criterion, "first_load", size, |bencher| bencher.iter(|| black_box(load_first(&origin))));
        bench(criterion, "first_frame", size, |bencher| {
            let setup = || Viewer::new(App::new(load_first(&origin), today));
            bencher.iter_batched_ref(setup, |viewer| black_box(viewer.frame(Vec::new())), BatchSize::SmallInput);
        });
        let mut viewer = Viewer::new(App::new(load(&origin), today));
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

/// The viewer without a window.
struct Viewer {
    context: Context,
    app: App,
    time: f64,
}

impl Viewer {
    fn new(app: App) -> Self {
        let context = Context::default();
        context.enable_accesskit();
        app::prepare(&context);
        Self { context, app, time: 0.0 }
    }

    /// One frame, as far as it does not depend on a painter.
    fn frame(&mut self, events: Vec<Event>) -> usize {
        self.time += 1.0 / 60.0;
        let screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1280.0, 800.0)));
        let input = RawInput { screen_rect, time: Some(self.time), events, ..RawInput::default() };
        let app = &mut self.app;
        let mut output = self.context.run_ui(input, |ui| app.frame(ui));
        output.textures_delta.clear();
        self.context.tessellate(output.shapes, output.pixels_per_point).len()
    }

    /// Goes on until the whole page is drawn.
    fn settle(&mut self) {
        (0..20).for_each(|_| {
            black_box(self.frame(Vec::new()));
        });
    }
}

fn wheel(distance: f32) -> Vec<Event> {
    let wheel = Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, distance),
        phase: TouchPhase::Move,
        source: MouseWheelSource::Trackpad,
        modifiers: Modifiers::NONE,
    };
    vec![Event::PointerMoved(pos2(800.0, 500.0)), wheel]
}

fn origin(dir: &Path) -> Origin {
    // A site file that is not there: no other one is looked for.
    Origin { content_dir: Some(dir.to_owned()), language: "en".to_owned(), ..Origin::default() }
}

fn today() -> jiff::civil::Date {
    jiff::civil::date(2026, 11, 23)
}

criterion_group!(benches, growth);
criterion_main!(benches);
