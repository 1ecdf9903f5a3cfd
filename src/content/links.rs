//! What can only be checked when all topics are there: ids used twice, and pointers to sections that are not there.

use std::collections::BTreeMap;

use super::topic::taken;
use crate::model::block::{Block, SectionLink};
use crate::model::id::SectionId;
use crate::model::library::OVERDOSE;
use crate::model::place::{Place, Problem, Severity};
use crate::model::topic::Topic;

/// Leaves out sections whose id is taken and pointers that lead nowhere, and notes them.
pub(super) fn check(mut topics: Vec<Topic>, problems: &mut Vec<Problem>) -> Vec<Topic> {
    // The overdose topic comes first: no other one may take a section from it.
    let (overdose, others): (Vec<_>, Vec<_>) = topics.iter_mut().partition(|topic| topic.id.as_str() == OVERDOSE);
    let mut seen: BTreeMap<SectionId, Place> = BTreeMap::new();
    for topic in overdose.into_iter().chain(others) {
        topic.sections.retain(|section| match seen.get(&section.id) {
            None => {
                seen.insert(section.id.clone(), section.place.clone());
                true
            }
            Some(first) => {
                problems.push(problem("duplicate-id", section.place.clone(), taken(&section.id, first)));
                false
            }
        });
    }
    topics.retain(|topic| !topic.sections.is_empty());
    for section in topics.iter_mut().flat_map(|topic| &mut topic.sections) {
        Links { sections: &seen, is_stand_in: section.is_stand_in, problems }.follow_all(&mut section.blocks);
    }
    for topic in &mut topics {
        topic.sections.retain(|section| !section.blocks.is_empty());
    }
    topics.retain(|topic| !topic.sections.is_empty());
    topics
}

struct Links<'p> {
    sections: &'p BTreeMap<SectionId, Place>,
    /// Nobody here can mend a pointer in a bundled file.
    is_stand_in: bool,
    problems: &'p mut Vec<Problem>,
}

impl Links<'_> {
    /// Leaves out the pointers of `blocks` that lead nowhere, and the blocks that then point to nothing.
    fn follow_all(&mut self, blocks: &mut Vec<Block>) {
        for block in &mut *blocks {
            match block {
                Block::See(links) => links.retain_mut(|link| self.leads_somewhere(link)),
                Block::Callout(callout) => self.follow_all(&mut callout.blocks),
                Block::Question { answer, .. } => self.follow_all(answer),
                _ => (),
            }
        }
        blocks.retain(|block| match block {
            Block::See(links) => !links.is_empty(),
            Block::Callout(callout) => !callout.blocks.is_empty(),
            Block::Question { answer, .. } => !answer.is_empty(),
            _ => true,
        });
    }

    fn leads_somewhere(&mut self, link: &mut SectionLink) -> bool {
        let SectionLink { section, place } = link;
        if let Some((id, _)) = self.sections.get_key_value(section) {
            // The same letters need not be kept for each pointer.
            *section = id.clone();
            return true;
        }
        if !self.is_stand_in {
            let message = format!("no section has the id `{section}`; mend the name or take it out");
            self.problems.push(problem("unknown-section", place.clone(), message));
        }
        false
    }
}

fn problem(rule: &'static str, place: Place, message: String) -> Problem {
    Problem { place, severity: Severity::Error, rule, message }
}
