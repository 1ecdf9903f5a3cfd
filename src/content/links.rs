//! What can only be checked when all topics are there: ids used twice, and pointers to sections that are not there.

use std::collections::BTreeMap;

use crate::model::block::{Block, SectionLink};
use crate::model::id::SectionId;
use crate::model::place::{Place, Problem, Severity};
use crate::model::topic::Topic;

/// Leaves out sections whose id is taken and pointers that lead nowhere, and notes them.
pub(super) fn check(mut topics: Vec<Topic>, problems: &mut Vec<Problem>) -> Vec<Topic> {
    let mut seen: BTreeMap<SectionId, Place> = BTreeMap::new();
    for topic in &mut topics {
        topic.sections.retain(|section| match seen.get(&section.id) {
            None => {
                seen.insert(section.id.clone(), section.place.clone());
                true
            }
            Some(first) => {
                let message = format!("the id `{}` is taken at {first}; give this section another one", section.id);
                problems.push(problem("duplicate-id", section.place.clone(), message));
                false
            }
        });
    }
    topics.retain(|topic| !topic.sections.is_empty());
    for section in topics.iter_mut().flat_map(|topic| &mut topic.sections) {
        for block in &mut section.blocks {
            follow(block, &seen, problems);
        }
        section.blocks.retain(|block| !matches!(block, Block::See(links) if links.is_empty()));
    }
    topics
}

fn follow(block: &mut Block, sections: &BTreeMap<SectionId, Place>, problems: &mut Vec<Problem>) {
    match block {
        Block::See(links) => links.retain(|SectionLink { section, place }| {
            let is_there = sections.contains_key(section);
            if !is_there {
                let message = format!("no section has the id `{section}`; mend the name or take it out");
                problems.push(problem("unknown-section", place.clone(), message));
            }
            is_there
        }),
        Block::Callout(callout) => callout.blocks.iter_mut().for_each(|block| follow(block, sections, problems)),
        Block::Question { answer, .. } => answer.iter_mut().for_each(|block| follow(block, sections, problems)),
        _ => (),
    }
}

fn problem(rule: &'static str, place: Place, message: String) -> Problem {
    Problem { place, severity: Severity::Error, rule, message }
}
