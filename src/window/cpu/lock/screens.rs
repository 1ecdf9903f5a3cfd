//! Which part of an X server's screen is the page's, and which parts only must not show anything else.

/// A part of the screen, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) left: i16,
    pub(super) top: i16,
    pub(super) width: u16,
    pub(super) height: u16,
}

impl Area {
    fn holds(self, other: Self) -> bool {
        let end = |start: i16, length: u16| i32::from(start) + i32::from(length);
        self.left <= other.left
            && self.top <= other.top
            && end(other.left, other.width) <= end(self.left, self.width)
            && end(other.top, other.height) <= end(self.top, self.height)
    }
}

/// Where a locked window goes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Screens {
    /// The primary monitor, or the only one.
    pub(super) page: Area,
    /// The others, as far as they show something else.
    pub(super) others: Vec<Area>,
}

/// Shares the monitors out; each comes with whether it is the primary one. Where none is known, the page gets the `whole`
/// screen.
pub(super) fn share(monitors: &[(Area, bool)], whole: Area) -> Screens {
    let lit = || monitors.iter().filter(|(area, _)| 0 < area.width && 0 < area.height);
    let page = lit().find(|(_, is_primary)| *is_primary).or_else(|| lit().next()).map_or(whole, |(area, _)| *area);
    let mut others = Vec::new();
    for (area, _) in lit() {
        // One picture on two monitors is covered already.
        if !page.holds(*area) && !others.contains(area) {
            others.push(*area);
        }
    }
    Screens { page, others }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(left: i16, top: i16, width: u16, height: u16) -> Area {
        Area { left, top, width, height }
    }

    #[track_caller]
    fn check(monitors: &[(Area, bool)], page: Area, others: &[Area]) {
        let screens = share(monitors, area(0, 0, 640, 480));
        assert_eq!(screens, Screens { page, others: others.to_vec() });
    }

    #[test]
    fn the_page_goes_to_the_primary_monitor_and_the_others_are_covered() {
        let (left, right) = (area(0, 0, 1280, 800), area(1280, 0, 1024, 768));
        check(&[(left, false), (right, true)], right, &[left]);
        check(&[(left, true), (right, false)], left, &[right]);
        check(&[(left, false), (right, false)], left, &[right]);
    }

    #[test]
    fn two_monitors_with_one_picture_need_one_window() {
        let large = area(0, 0, 1280, 800);
        check(&[(large, true), (large, false), (area(0, 0, 800, 600), false)], large, &[]);
        let larger = area(0, 0, 1920, 1080);
        check(&[(large, true), (larger, false), (larger, false)], large, &[larger]);
    }

    #[test]
    fn without_a_monitor_the_page_gets_the_whole_screen() {
        check(&[], area(0, 0, 640, 480), &[]);
        check(&[(area(0, 0, 0, 0), true)], area(0, 0, 640, 480), &[]);
    }
}
