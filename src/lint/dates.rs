//! Review dates: there, in order, close enough together, and not overdue.

use jiff::ToSpan;
use jiff::civil::Date;

use super::warning;
use crate::model::library::Library;
use crate::model::place::Problem;

/// How long any section, and the protocol, may go without being compared with its sources.
const MAX_MONTHS: i32 = 12;

pub(super) fn check(library: &Library, today: Date, problems: &mut Vec<Problem>) {
    for (_, section) in library.sections() {
        let mut report = |rule, message| problems.push(warning(rule, &section.place, message));
        if section.review_by <= section.reviewed {
            report("date-order", format!("`review_by` of `{}` must be after `reviewed`; mend one of them", section.id));
        } else if is_too_far(section.reviewed, section.review_by) {
            let message = format!("`review_by` of `{}` is more than {MAX_MONTHS} months after `reviewed`; bring it nearer", section.id);
            report("date-span", message);
        }
        if section.is_overdue(today) {
            let message = format!("`{}` had to be checked again by {}; check it and set both dates", section.id, section.review_by);
            report("overdue", message);
        }
        if today < section.reviewed {
            let message = format!("`{}` was checked on {}, which is after today; mend the date or the clock", section.id, section.reviewed);
            report("date-future", message);
        }
    }
}

fn is_too_far(reviewed: Date, review_by: Date) -> bool {
    // A date so late that nothing comes 12 months after it is too far in any case.
    reviewed.checked_add(MAX_MONTHS.months()).is_ok_and(|latest| latest < review_by)
}
