//! Review dates: there, in order, close enough together, and not overdue.

use jiff::ToSpan;
use jiff::civil::Date;

use super::warning;
use crate::model::library::Library;
use crate::model::place::{Place, Problem};

/// How long any section, and the protocol, may go without being compared with its sources.
const MAX_MONTHS: i32 = 12;

pub(super) fn check(library: &Library, today: Date, problems: &mut Vec<Problem>) {
    for (_, section) in library.sections() {
        let reviewed =
            Reviewed { id: section.id.as_str(), on: section.reviewed, by: section.review_by, place: &section.place };
        reviewed.check(today, problems);
    }
    let guide = &library.guide;
    if !guide.is_stand_in {
        let reviewed = Reviewed { id: "guide", on: guide.reviewed, by: guide.review_by, place: &guide.place };
        reviewed.check(today, problems);
    }
    let lines = &library.helplines;
    if !lines.values.is_empty() {
        let reviewed = Reviewed { id: "helplines", on: lines.reviewed, by: lines.review_by, place: &lines.place };
        reviewed.check(today, problems);
    }
    for protocol in std::iter::once(&library.protocol).chain(&library.authoring.other_protocols) {
        let reviewed =
            Reviewed { id: &protocol.id, on: protocol.reviewed, by: protocol.review_by, place: &protocol.place };
        reviewed.check(today, problems);
    }
}

/// Something that is compared with its sources from time to time.
struct Reviewed<'l> {
    id: &'l str,
    on: Date,
    by: Date,
    place: &'l Place,
}

impl Reviewed<'_> {
    fn check(&self, today: Date, problems: &mut Vec<Problem>) {
        let Self { id, on, by, place } = *self;
        let mut report = |rule, message| problems.push(warning(rule, place, message));
        if by <= on {
            report("date-order", format!("`review_by` of `{id}` must be after `reviewed`; mend one of them"));
        } else if is_too_far(on, by) {
            let message =
                format!("`review_by` of `{id}` is more than {MAX_MONTHS} months after `reviewed`; bring it nearer");
            report("date-span", message);
        }
        if by < today {
            report("overdue", format!("`{id}` had to be checked again by {by}; check it and set both dates"));
        }
        if today < on {
            let message = format!("`{id}` was checked on {on}, which is after today; mend the date or the clock");
            report("date-future", message);
        }
    }
}

fn is_too_far(on: Date, by: Date) -> bool {
    // In the last year that there is, no date comes 12 months later.
    on.checked_add(MAX_MONTHS.months()).is_ok_and(|latest| latest < by)
}
