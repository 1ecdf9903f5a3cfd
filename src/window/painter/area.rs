//! Rectangles of whole pixels, and the few of them that must be painted again.

use egui::Rect;

/// A rectangle of whole pixels: from `left` and `top`, up to but without `right` and `bottom`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// The first column.
    pub left: i32,
    /// The first row.
    pub top: i32,
    /// The column after the last.
    pub right: i32,
    /// The row after the last.
    pub bottom: i32,
}

impl Area {
    /// No pixel at all.
    pub const NOTHING: Self = Self { left: 0, top: 0, right: 0, bottom: 0 };

    /// All pixels of a picture of `size`.
    pub fn whole([width, height]: [u32; 2]) -> Self {
        let count = |n: u32| i32::try_from(n).unwrap_or(i32::MAX);
        Self { left: 0, top: 0, right: count(width), bottom: count(height) }
    }

    /// What a clip rectangle in points lets through: its edges go to the nearest pixel.
    pub(super) fn clip(rect: Rect, pixels_per_point: f32) -> Self {
        let edge = |points: f32| (points * pixels_per_point).round() as i32;
        Self { left: edge(rect.min.x), top: edge(rect.min.y), right: edge(rect.max.x), bottom: edge(rect.max.y) }
    }

    /// Every pixel that a rectangle in points can touch.
    pub(super) fn around(rect: Rect, pixels_per_point: f32) -> Self {
        if !(rect.min.x <= rect.max.x && rect.min.y <= rect.max.y) {
            return Self::NOTHING;
        }
        let first = |points: f32| ((points * pixels_per_point).floor() as i32).saturating_sub(1);
        let last = |points: f32| ((points * pixels_per_point).ceil() as i32).saturating_add(1);
        Self { left: first(rect.min.x), top: first(rect.min.y), right: last(rect.max.x), bottom: last(rect.max.y) }
    }

    /// Whether it holds no pixel.
    pub fn is_empty(self) -> bool {
        self.right <= self.left || self.bottom <= self.top
    }

    /// The pixels that both hold.
    #[must_use]
    pub fn both(self, other: Self) -> Self {
        Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        }
    }

    /// The smallest area that holds both.
    #[must_use]
    pub fn around_both(self, other: Self) -> Self {
        if self.is_empty() {
            return other;
        }
        if other.is_empty() {
            return self;
        }
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// How many pixels it holds.
    pub fn pixels(self) -> i64 {
        let length = |from: i32, to: i32| (i64::from(to) - i64::from(from)).max(0);
        length(self.left, self.right) * length(self.top, self.bottom)
    }
}

/// More areas than this cost more to keep apart than to paint together.
const MOST_AREAS: usize = 12;

/// The areas that must be painted again. They may overlap: each is painted from the ground up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Damage {
    areas: Vec<Area>,
}

impl Damage {
    /// The areas.
    pub fn areas(&self) -> &[Area] {
        &self.areas
    }

    /// Whether there is nothing to paint.
    pub fn is_empty(&self) -> bool {
        self.areas.is_empty()
    }

    /// The smallest area that holds all of them.
    pub fn bounds(&self) -> Area {
        self.areas.iter().copied().fold(Area::NOTHING, Area::around_both)
    }

    /// How many pixels must be painted, counting those twice that lie in two areas.
    pub fn pixels(&self) -> i64 {
        self.areas.iter().map(|area| area.pixels()).sum()
    }

    /// Adds `area`, joined with those that it overlaps or nearly touches.
    pub fn add(&mut self, mut area: Area) {
        if area.is_empty() {
            return;
        }
        // Together they may be larger than apart by a quarter: one area has less to look through than two.
        let is_near = |a: Area, b: Area| a.around_both(b).pixels() * 4 <= (a.pixels() + b.pixels()) * 5;
        while let Some(i) = self.areas.iter().position(|other| is_near(*other, area)) {
            area = area.around_both(self.areas.swap_remove(i));
        }
        self.areas.push(area);
        if MOST_AREAS < self.areas.len() {
            self.join_the_two_nearest();
        }
    }

    /// Adds all areas of `other`.
    pub fn add_all(&mut self, other: &Self) {
        other.areas.iter().for_each(|area| self.add(*area));
    }

    fn join_the_two_nearest(&mut self) {
        let waste = |a: Area, b: Area| a.around_both(b).pixels() - a.pixels() - b.pixels();
        let pairs = (0..self.areas.len()).flat_map(|i| (i + 1..self.areas.len()).map(move |j| (i, j)));
        if let Some((i, j)) = pairs.min_by_key(|(i, j)| waste(self.areas[*i], self.areas[*j])) {
            let removed = self.areas.swap_remove(j);
            self.areas[i] = self.areas[i].around_both(removed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(left: i32, top: i32, right: i32, bottom: i32) -> Area {
        Area { left, top, right, bottom }
    }

    #[test]
    fn areas_that_touch_are_joined_and_distant_ones_stay_apart() {
        let mut damage = Damage::default();
        damage.add(area(0, 0, 10, 10));
        damage.add(area(10, 0, 20, 10));
        damage.add(area(500, 500, 510, 510));
        assert_eq!(damage.areas(), [area(0, 0, 20, 10), area(500, 500, 510, 510)]);
    }

    #[test]
    fn there_are_never_many_areas_and_none_is_lost() {
        let mut damage = Damage::default();
        let added: Vec<Area> =
            (0..100).map(|i| area(i * 50, (i * 37) % 1000, i * 50 + 3, (i * 37) % 1000 + 3)).collect();
        added.iter().for_each(|area| damage.add(*area));
        assert!(damage.areas().len() <= MOST_AREAS);
        for area in added {
            assert!(damage.areas().iter().any(|all| all.both(area) == area), "{area:?} is lost");
        }
    }
}
