//! What CUPS notes about a job for us, because it may forget the job itself before we look.
//!
//! A kiosk keeps no history (`PreserveJobHistory No`): a finished job is gone from one question to the next, and so
//! is one that failed. CUPS' events, which a subscription collects (RFC 3995, RFC 3996), still tell them apart. The
//! subscription is the printer's and not the job's, since a job takes its own along when it goes.

use std::time::Duration;

use ipp::model::DelimiterTag;

use super::judge::Notes;
use super::request::Cups;

/// One subscription. Where CUPS gives none, nothing is noted, and a job that vanishes is an open question.
#[derive(Debug)]
pub(super) struct Events<'a> {
    cups: Cups<'a>,
    queue: &'a str,
    id: Option<i32>,
}

impl<'a> Events<'a> {
    /// Has events collected for as long as a job may take. If the program dies, CUPS ends that by itself.
    pub(super) fn collect(cups: Cups<'a>, queue: &'a str, at_most: Duration) -> Self {
        let answer = cups.subscribe(queue, at_most).ok();
        let group = answer.as_ref().and_then(|answer| answer.only(DelimiterTag::SubscriptionAttributes).ok());
        Self { cups, queue, id: group.and_then(|group| group.number("notify-subscription-id")) }
    }

    /// What was noted about a job; nothing if nobody could be asked.
    pub(super) fn notes(&self, job: i32) -> Option<Notes> {
        let answer = self.cups.notifications(self.queue, self.id?).ok()?;
        let events = answer.groups_of(DelimiterTag::EventNotificationAttributes);
        let of_job = events.filter(|event| event.number("notify-job-id") == Some(job));
        let states = of_job.filter_map(|event| Some((event.number("job-state")?, event.texts("job-state-reasons"))));
        Some(Notes { states: states.collect() })
    }
}

impl Drop for Events<'_> {
    fn drop(&mut self) {
        if let Some(id) = self.id {
            // Where that fails the lease runs out.
            let _ = self.cups.unsubscribe(self.queue, id);
        }
    }
}
