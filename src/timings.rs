//! Where the time of a start goes, for `--timings`.

use std::fs;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use crate::report::complain;

/// The steps so far, if anybody wants to know them.
static STEPS: Mutex<Option<Steps>> = Mutex::new(None);

/// The step after which the reader sees something, and the last that is told.
const LAST: &str = "on screen";

struct Steps {
    began: Instant,
    /// Processor time before that: loading the program itself.
    before: Option<Duration>,
    done: Vec<(&'static str, Duration)>,
}

/// Begins to listen. Call it first of all.
pub fn begin() {
    if let Ok(mut steps) = STEPS.lock() {
        *steps = Some(Steps { began: Instant::now(), before: processor_time(), done: Vec::new() });
    }
}

/// Notes that the step called `name` is done; after the last one, says on standard error how long each took.
pub fn mark(name: &'static str) {
    let Ok(mut listening) = STEPS.lock() else { return };
    let Some(steps) = listening.as_mut() else { return };
    steps.done.push((name, steps.began.elapsed()));
    if name == LAST {
        complain(&report(steps));
        *listening = None;
    }
}

fn report(steps: &Steps) -> String {
    let mut lines = vec!["start, in milliseconds: at, took".to_owned()];
    let millis = |duration: Duration| duration.as_secs_f64() * 1000.0;
    if let Some(before) = steps.before {
        lines.push(format!("{:8.1} {:8.1}  loading the program", 0.0, millis(before)));
    }
    let mut last = Duration::ZERO;
    for (name, at) in &steps.done {
        lines.push(format!("{:8.1} {:8.1}  {name}", millis(*at), millis(at.saturating_sub(last))));
        last = *at;
    }
    lines.join("\n")
}

/// The processor time of the first thread so far, from the kernel; only Linux tells it.
fn processor_time() -> Option<Duration> {
    let text = fs::read_to_string("/proc/self/schedstat").ok()?;
    text.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}
