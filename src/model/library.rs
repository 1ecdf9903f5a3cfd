//! The library: everything that there is to read, in one language, for one site.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::id::{SectionId, SourceId, TopicId};
use super::place::Problem;
use super::protocol::Protocol;
use super::site::{Approval, Site};
use super::source::Source;
use super::topic::{Section, Topic};

/// The topic that must always be there.
pub const OVERDOSE: &str = "overdose";

/// Everything that there is to read. The screen, the paper, the terminal and the linter all read this.
#[derive(Clone, Debug, PartialEq)]
pub struct Library {
    /// The language and the version of the content.
    pub edition: Edition,
    /// The topics in the order of the tabs; at least one.
    pub topics: Vec<Topic>,
    /// The sources by id.
    pub sources: BTreeMap<SourceId, Source>,
    /// The numbers of this jurisdiction.
    pub protocol: Protocol,
    /// The clinic.
    pub site: Site,
    /// What is wrong with the content or the site file, for the About page.
    pub problems: Vec<Problem>,
}

/// Which content this is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edition {
    /// The language's code, such as `en`.
    pub language: String,
    /// The language's own name.
    pub language_name: String,
    /// The version of the content, as its authors count.
    pub version: String,
}

impl Library {
    /// The topic called `id`.
    pub fn topic(&self, id: &TopicId) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == *id)
    }

    /// The section called `id`, with the topic that holds it.
    pub fn section(&self, id: &SectionId) -> Option<(&Topic, &Section)> {
        self.sections().find(|(_, section)| section.id == *id)
    }

    /// Every section with its topic, in reading order.
    pub fn sections(&self) -> impl Iterator<Item = (&Topic, &Section)> {
        self.topics.iter().flat_map(|topic| topic.sections.iter().map(move |section| (topic, section)))
    }

    /// The section behind the overdose button: the first one of the overdose topic.
    ///
    /// `None` only for a library that holds nothing at all.
    pub fn act_now(&self) -> Option<(&Topic, &Section)> {
        let topic = self.topics.iter().find(|topic| topic.id.as_str() == OVERDOSE).or(self.topics.first())?;
        topic.sections.first().map(|section| (topic, section))
    }

    /// The approval that covers `section` on the day `today`: one given on or after the day on which the section was last
    /// checked, and not in the future.
    ///
    /// An older approval was for an older text. A section with a piece missing, or one that stands in for another, is not
    /// what anybody approved.
    pub fn approval(&self, section: &Section, today: Date) -> Option<&Approval> {
        let is_what_was_approved = section.is_complete && !section.is_stand_in;
        let approval = self.site.approval.as_ref().filter(|_| is_what_was_approved)?;
        (section.reviewed <= approval.on && approval.on <= today).then_some(approval)
    }
}
