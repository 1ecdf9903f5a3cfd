//! The topics of a language: each from its own file and the files in which it goes on.

use std::collections::BTreeSet;

use super::DEFAULT_LANGUAGE;
use super::guidance::BundledNumbers;
use super::stand_in::{Reader, Which};
use super::text::Known;
use super::topic::{self, Seen, TopicFile};
use crate::model::id::{SourceId, TopicId};
use crate::model::library::OVERDOSE;
use crate::model::topic::{Section, Topic};
use crate::words::Words;

/// Reads the topics called `ids`, and the overdose topic, whether it is among them or not.
pub(super) fn read(
    reader: &mut Reader<'_>,
    known: &mut Known,
    words: &Words,
    language: &str,
    ids: &[TopicId],
) -> Vec<Topic> {
    let mut topics = Vec::new();
    let mut topics_before_overdose = 0;
    let mut paths = Paths { language, shown: BTreeSet::new(), unread: BTreeSet::new() };
    for id in ids {
        if id.as_str() == OVERDOSE {
            paths.shown.insert(paths.of(OVERDOSE));
            topics_before_overdose = topics.len();
        } else {
            let topic = whole_topic(reader, known, &mut paths, id, Which::Given);
            topics.extend(topic.filter(|topic| !topic.sections.is_empty()));
        }
    }
    if let Some(overdose) = read_overdose(reader, known, words, &mut paths) {
        topics.insert(topics_before_overdose, overdose);
    }
    reader.unlisted(language, &paths.shown, &paths.unread);
    topics
}

/// Reads the overdose topic, and of the other topics called `ids` what their tabs show. One whose file does not begin with
/// that has no tab until the whole library is there.
pub(super) fn read_first(
    reader: &mut Reader<'_>,
    known: &mut Known,
    words: &Words,
    language: &str,
    ids: &[TopicId],
) -> Vec<Topic> {
    let mut paths = Paths { language, shown: BTreeSet::new(), unread: BTreeSet::new() };
    let outlines = |ids: &[TopicId]| -> Vec<Topic> {
        let outline = |id: &TopicId| reader.read_start(&paths.of(id.as_str()), |file| topic::outline(file, id));
        ids.iter().filter_map(outline).collect()
    };
    let at = ids.iter().position(|id| id.as_str() == OVERDOSE);
    let mut topics = outlines(&ids[..at.unwrap_or(0)]);
    let after = outlines(&ids[at.map_or(0, |at| at + 1)..]);
    topics.extend(read_overdose(reader, known, words, &mut paths));
    let cited: BTreeSet<SourceId> =
        topics.iter().flat_map(|topic| &topic.sections).flat_map(Section::sources).cloned().collect();
    known.sources.retain(|id, _| cited.contains(id));
    topics.extend(after);
    topics
}

/// The files of a language.
struct Paths<'l> {
    language: &'l str,
    /// Those that a tab shows, or would show without the mistakes in them.
    shown: BTreeSet<String>,
    /// The topics whose own files could not be read, so that nobody knows their parts.
    unread: BTreeSet<TopicId>,
}

impl Paths<'_> {
    /// The file called `name`.
    fn of(&self, name: &str) -> String {
        format!("{}/{name}.ron", self.language)
    }
}

/// The topic `id` from its own file and its parts; a part that is missing or useless costs only itself.
fn whole_topic(
    reader: &mut Reader<'_>,
    known: &Known,
    paths: &mut Paths<'_>,
    id: &TopicId,
    which: Which,
) -> Option<Topic> {
    let path = paths.of(id.as_str());
    let mut seen = Seen::new();
    let instead = "add it, or take its topic out of language.ron";
    let read = reader.read_one(which, &path, instead, |file| topic::topic(file, known, id, &mut seen));
    let Some(TopicFile { mut topic, parts }) = read else {
        paths.unread.insert(id.clone());
        paths.shown.insert(path);
        return None;
    };
    let instead = format!("add it, or take it out of `parts` in {path}");
    for part in parts {
        let part = paths.of(&part);
        let sections = reader.read_one(which, &part, &instead, |file| topic::part(file, known, id, &mut seen));
        topic.sections.extend(sections.unwrap_or_default());
        paths.shown.insert(part);
    }
    topic.sections.shrink_to_fit();
    paths.shown.insert(path);
    Some(topic)
}

/// The overdose topic: the given one if nothing at all is wrong with it, or else the bundled one, whose sources join `known`.
fn read_overdose(reader: &mut Reader<'_>, known: &mut Known, words: &Words, paths: &mut Paths<'_>) -> Option<Topic> {
    let id = TopicId::from(OVERDOSE);
    let path = paths.of(OVERDOSE);
    let is_listed = paths.shown.contains(&path);
    let problems_before = reader.problem_count();
    let given = whole_topic(reader, known, paths, &id, Which::Given);
    if !is_listed {
        paths.shown.remove(&path);
    }
    let is_flawless = reader.problem_count() == problems_before;
    if let Some(topic) = given.filter(|topic| is_flawless && !topic.sections.is_empty()) {
        return Some(topic);
    }
    reader.say_that_the_bundled_one_stands_in(&path);
    let all_known = BundledNumbers::read(reader, known, words).known;
    let mut bundled = |language| {
        let mut paths = Paths { language, shown: BTreeSet::new(), unread: BTreeSet::new() };
        whole_topic(reader, &all_known, &mut paths, &id, Which::Bundled)
    };
    let mut topic = bundled(paths.language).or_else(|| bundled(DEFAULT_LANGUAGE))?;
    // Nobody approved it: what was approved is the text that it stands in for.
    topic.sections.iter_mut().for_each(|section| section.is_stand_in = true);
    for id in topic.sections.iter().flat_map(Section::sources) {
        if let Some(source) = all_known.sources.get(id) {
            known.sources.entry(id.clone()).or_insert_with(|| source.clone());
        }
    }
    Some(topic)
}
