//! The library: everything that there is to read, in one language, for one site.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;

use super::authoring::Authoring;
use super::figures::Figures;
use super::guide::{Card, Guide};
use super::id::{SectionId, SourceId, TopicId};
use super::keyboard::Keyboard;
use super::language::{Language, Languages, Translation};
use super::names::Names;
use super::paper::Paper;
use super::place::Problem;
use super::protocol::{Helplines, Protocol, Value};
use super::site::{Approval, Site};
use super::source::Source;
use super::topic::{Section, Topic};

/// The topic that must always be there.
pub const OVERDOSE: &str = "overdose";

/// The name of the value that a site file may set for its place.
pub const EMERGENCY_NUMBER: &str = "emergency-number";

/// Everything that there is to read. The screen, the paper, the terminal and the linter all read this.
#[derive(Clone, Debug, PartialEq)]
pub struct Library {
    /// The language and the version of the content.
    pub edition: Edition,
    /// The languages that it can be read in.
    pub languages: Languages,
    topics: Vec<Topic>,
    index: Index,
    /// The sources by id.
    pub sources: BTreeMap<SourceId, Source>,
    /// The numbers of this jurisdiction.
    pub protocol: Protocol,
    /// Telephone numbers of lines that texts name.
    pub helplines: Helplines,
    /// What to do in an overdose, one thing at a time; without a card only if there is no library at all.
    pub guide: Guide,
    /// The figures by which the guide beats time; `None` only if there is no library at all.
    pub figures: Option<Figures>,
    /// The letters and marks of the language, for screens without a keyboard.
    pub keyboard: Keyboard,
    /// What readers call things, for search.
    pub names: Names,
    /// The clinic.
    pub site: Site,
    /// What only the checks on content read.
    pub authoring: Authoring,
    /// What is wrong with the content or the site file, for the About page.
    pub problems: Vec<Problem>,
    /// Whether this is all. While only the first screen was read, the topics beside the overdose topic have no sections.
    pub is_whole: bool,
}

/// Where topics and sections stand, so that finding one takes as long in a large library as in a small one.
#[derive(Clone, Debug, Default, PartialEq)]
struct Index {
    /// The position of each topic.
    topics: HashMap<TopicId, u32>,
    /// The position of each section's topic, and of the section in it.
    sections: HashMap<SectionId, (u32, u32)>,
}

impl Index {
    fn new(topics: &[Topic]) -> Self {
        let mut index = Self::default();
        index.sections.reserve(topics.iter().map(|topic| topic.sections.len()).sum());
        for (topic_at, topic) in (0..).zip(topics) {
            index.topics.entry(topic.id.clone()).or_insert(topic_at);
            for (at, section) in (0..).zip(&topic.sections) {
                index.sections.entry(section.id.clone()).or_insert((topic_at, at));
            }
        }
        index
    }
}

/// Which content this is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edition {
    /// The language's code, such as `en`.
    pub language: String,
    /// The language's own name.
    pub language_name: String,
    /// Whose rules dates and numbers follow, such as `es-US`.
    pub locale: String,
    /// The version of the content, as its authors count.
    pub version: String,
    /// Who translated the words of the interface, if they were written in another language.
    pub translation: Option<Translation>,
}

impl Library {
    /// A library of these topics, in the order of the tabs, and nothing else yet.
    ///
    /// Where two topics or two sections have the same id, the first one is found by it.
    pub fn new(topics: Vec<Topic>) -> Self {
        Self {
            edition: Edition::default(),
            languages: Languages::default(),
            index: Index::new(&topics),
            topics,
            sources: BTreeMap::new(),
            protocol: Protocol::default(),
            helplines: Helplines::default(),
            guide: Guide::default(),
            figures: None,
            keyboard: Keyboard::default(),
            names: Names::default(),
            site: Site::default(),
            authoring: Authoring::default(),
            problems: Vec::new(),
            is_whole: true,
        }
    }

    /// The library if nothing more comes: without the topics of which nothing was read but their names.
    #[must_use]
    pub fn as_it_is(self) -> Self {
        let topics: Vec<Topic> = self.topics.into_iter().filter(|topic| !topic.sections.is_empty()).collect();
        Self { index: Index::new(&topics), topics, is_whole: true, ..self }
    }

    /// The languages that it can be read in beside its own.
    pub fn other_languages(&self) -> impl Iterator<Item = &Language> {
        self.languages.all.iter().filter(|language| language.id != self.edition.language)
    }

    /// The topics in the order of the tabs.
    pub fn topics(&self) -> &[Topic] {
        &self.topics
    }

    /// The topic called `id`.
    pub fn topic(&self, id: &TopicId) -> Option<&Topic> {
        self.topics.get(*self.index.topics.get(id)? as usize)
    }

    /// The section called `id`, with the topic that holds it.
    pub fn section(&self, id: &SectionId) -> Option<(&Topic, &Section)> {
        let (topic, at) = *self.index.sections.get(id)?;
        let topic = self.topics.get(topic as usize)?;
        Some((topic, topic.sections.get(at as usize)?))
    }

    /// Where the section called `id` stands in its topic, counted from 0.
    pub fn position(&self, id: &SectionId) -> Option<usize> {
        self.index.sections.get(id).map(|(_, at)| *at as usize)
    }

    /// Every section with its topic, in reading order.
    pub fn sections(&self) -> impl Iterator<Item = (&Topic, &Section)> {
        self.topics.iter().flat_map(|topic| topic.sections.iter().map(move |section| (topic, section)))
    }

    /// The section behind the overdose button: the first one of the overdose topic.
    ///
    /// `None` only for a library that holds nothing at all.
    pub fn act_now(&self) -> Option<(&Topic, &Section)> {
        let at = self.index.topics.get(OVERDOSE).map_or(0, |at| *at as usize);
        let topic = self.topics.get(at)?;
        topic.sections.first().map(|section| (topic, section))
    }

    /// The number to call in an emergency here: the site's own, or the protocol's.
    pub fn emergency_number(&self) -> Option<&str> {
        let of_protocol = self.protocol.values.iter().find(|named| named.name == EMERGENCY_NUMBER);
        let number = of_protocol.and_then(|named| match &named.value {
            Value::Phone(number) => Some(number.as_str()),
            Value::Quantity(_) => None,
        });
        self.site.emergency_number.as_deref().or(number)
    }

    /// The last day on which somebody checked any of the content. A clock that is before it is wrong.
    pub fn newest_review(&self) -> Date {
        let beside = self.guide.reviewed.max(self.protocol.reviewed).max(self.helplines.reviewed);
        self.sections().map(|(_, section)| section.reviewed).max().map_or(beside, |newest| newest.max(beside))
    }

    /// The paper that printers hold here.
    pub fn paper(&self) -> Paper {
        self.site.paper.unwrap_or(self.protocol.paper)
    }

    /// The card with which the guide begins: the first one of the protocol's first step.
    pub fn first_card(&self) -> Option<&Card> {
        let step = self.protocol.steps.first().and_then(|step| self.guide.step(step));
        step.or(self.guide.steps.first())?.cards.first()
    }

    /// The approval that covers `section` on the day `today`: one given on or after the day on which the section was last
    /// checked, and not in the future.
    ///
    /// An older approval was for an older text. A section with a piece missing, or one that stands in for another, is not
    /// what anybody approved.
    pub fn approval(&self, section: &Section, today: Date) -> Option<&Approval> {
        self.approval_of(section.is_complete && !section.is_stand_in, section.reviewed, today)
    }

    /// The approval that covers the guide and the protocol's figures on the day `today`, as for a section.
    pub fn guide_approval(&self, today: Date) -> Option<&Approval> {
        self.approval_of(!self.guide.is_stand_in, self.guide.reviewed.max(self.protocol.reviewed), today)
    }

    fn approval_of(&self, is_what_was_approved: bool, reviewed: Date, today: Date) -> Option<&Approval> {
        let approval = self.site.approval.as_ref().filter(|_| is_what_was_approved)?;
        // A clock from before the day of the content is wrong, and must not take an approval away.
        let is_clock_wrong = today < reviewed;
        let is_given = approval.on <= today || is_clock_wrong;
        (reviewed <= approval.on && is_given).then_some(approval)
    }
}
