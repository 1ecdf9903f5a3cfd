//! A topic file → a topic.

use super::block::{Nesting, blocks, picture_id};
use super::file::File;
use super::record::Record;
use super::ron_value::RonValue;
use super::text::Known;
use crate::model::id::{SectionId, TopicId};
use crate::model::topic::{Section, Topic};

/// Reads a topic; a section or block with a mistake is noted and left out.
pub(super) fn topic(file: &File<'_>, known: &Known) -> Option<Topic> {
    let record = Record::read(file, RonValue::whole(file)?, "topic")?;
    let id = record.id("id");
    let title = record.text("title");
    let picture = record.required("picture").and_then(|name| picture_id(file, name));
    let sections = record.list("sections", 1);
    let place = file.place_of(record.source());
    record.finish();
    let sections: Vec<Section> =
        sections.unwrap_or_default().into_iter().filter_map(|value| section(file, known, value)).collect();
    if sections.is_empty() {
        return None;
    }
    Some(Topic { id: TopicId::from(id?.as_str()), title: title?, picture: picture?, sections, place })
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
        place,
    })
}
