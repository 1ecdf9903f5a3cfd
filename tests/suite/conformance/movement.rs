//! What moves: the rhythm of the guide never flashes.

use std::time::Duration;

use careshelf::state::Action;
use egui::Rect;
use egui::accesskit::Role;

use crate::visit::{Visit, bundled_for};

/// How often the picture is looked at.
const STEP: Duration = Duration::from_millis(50);

#[test]
fn the_rhythm_flashes_at_most_three_times_a_second() {
    for (protocol, card) in [("us", "cpr"), ("uk", "cpr"), ("us", "breathe")] {
        let mut visit = Visit::to(bundled_for(&format!("site(protocol: \"{protocol}\")")), [640.0, 480.0]);
        visit.act(Action::ActNow).open_card(card);
        let changes = changes(&mut visit, Duration::from_secs(2));
        // A flash is two changes: there and back.
        let a_second = (Duration::from_secs(1).as_millis() / STEP.as_millis()) as usize;
        let most = changes.windows(a_second).map(|window| window.iter().filter(|changed| **changed).count()).max();
        assert!(most.unwrap_or_default() <= 6, "{protocol}, {card}: {most:?} changes in a second");
        assert!(card != "cpr" || changes.contains(&true), "{protocol}: the drawing moves");
    }
}

/// Whether the drawing of the rhythm changed, for each step of time.
fn changes(visit: &mut Visit, time: Duration) -> Vec<bool> {
    let drawing = ["Beat for chest pushes", "Beat for breaths"];
    let name = drawing.into_iter().find(|name| visit.has(name));
    let Some(name) = name else { return vec![false; (time.as_millis() / STEP.as_millis()) as usize] };
    let rect = visit.rect(Role::Image, name);
    let rect = Rect::from_min_size(rect.min, rect.size() * 0.5);
    let look = |visit: &mut Visit| {
        let picture = visit.picture();
        image::imageops::crop_imm(
            &picture,
            rect.min.x as u32,
            rect.min.y as u32,
            rect.width() as u32,
            rect.height() as u32,
        )
        .to_image()
    };
    let mut before = look(visit);
    (0..time.as_millis() / STEP.as_millis())
        .map(|_| {
            visit.pass(STEP);
            let now = look(visit);
            let changed = now != before;
            before = now;
            changed
        })
        .collect()
}
