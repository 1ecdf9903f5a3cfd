//! A topic file → a topic.

use std::collections::BTreeMap;

use super::block::{Nesting, blocks, picture_id};
use super::file::File;
use super::record::{self, Record};
use super::ron_value::RonValue;
use super::text::Known;
use crate::model::id::{PictureId, SectionId, TopicId};
use crate::model::place::Place;
use crate::model::topic::{Section, Topic};

/// Reads the topic `id`; a section or block with a mistake is noted and left out.
pub(super) fn topic(file: &File<'_>, known: &Known, id: &TopicId) -> Option<Topic> {
    let record = Record::read(file, RonValue::whole(file)?, "topic")?;
    let own_id = record.required("id").and_then(|value| topic_id(file, value, id));
    let title = record.text("title");
    let picture = record.required("picture").and_then(|name| picture_id(file, name));
    let sections = record.list("sections", 1);
    let place = file.place_of(record.source());
    record.finish();
    let sections: Vec<Section> =
        sections.unwrap_or_default().into_iter().filter_map(|value| section(file, known, value)).collect();
    let sections = each_id_once(file, sections);
    if sections.is_empty() {
        return None;
    }
    // A tab without its word or drawing is better than no tab.
    let title = title.unwrap_or_else(|| id.to_string());
    let picture = picture.unwrap_or_else(|| PictureId::from("tab-about"));
    Some(Topic { id: own_id?, title, picture, sections, place })
}

/// The id in a topic's file, which must be `id`, the one that the file is named after.
fn topic_id<'a>(file: &File<'a>, value: RonValue<'a>, id: &TopicId) -> Option<TopicId> {
    let own_id = TopicId::from(record::id(file, value)?.as_str());
    if own_id == *id {
        return Some(own_id);
    }
    let message = format!("this file holds the topic `{own_id}`; its id must be `{id}`, as the file's name");
    file.problem("topic-id", value.source(), message);
    None
}

/// Leaves out sections whose id is taken by an earlier one of the same file, and notes them.
fn each_id_once(file: &File<'_>, sections: Vec<Section>) -> Vec<Section> {
    let mut seen: BTreeMap<SectionId, Place> = BTreeMap::new();
    let mut kept = Vec::new();
    for section in sections {
        if let Some(first) = seen.get(&section.id) {
            file.problem_at("duplicate-id", section.place.clone(), taken(&section.id, first));
        } else {
            seen.insert(section.id.clone(), section.place.clone());
            kept.push(section);
        }
    }
    kept
}

/// What to say of a section whose id another one has.
pub(super) fn taken(id: &SectionId, first: &Place) -> String {
    format!("the id `{id}` is taken at {first}; give this section another one")
}

fn section<'a>(file: &File<'a>, known: &Known, value: RonValue<'a>) -> Option<Section> {
    let problems_before = file.problem_count();
    let record = Record::read(file, value, "section")?;
    let id = record.id("id");
    let title = record.text("title");
    let emergency = record.flag("emergency");
    let reviewed = record.date("reviewed");
    let review_by = record.date("review_by");
    let blocks = record.list("blocks", 1).map(|values| blocks(file, known, values, Nesting::Section));
    let place = file.place_of(record.source());
    record.finish();
    let blocks = blocks.filter(|blocks| !blocks.is_empty())?;
    Some(Section {
        id: SectionId::from(id?.as_str()),
        title: title?,
        emergency,
        reviewed: reviewed?,
        review_by: review_by?,
        blocks,
        is_complete: file.problem_count() == problems_before,
        is_stand_in: false,
        place,
    })
}
