//! Lists and steps that are too long to be kept in mind.

use unicode_segmentation::UnicodeSegmentation;

use super::passages;
use super::warning;
use crate::model::block::{Block, Step};
use crate::model::guide::MAX_TITLE_WORDS;
use crate::model::library::Library;
use crate::model::place::{Place, Problem};
use crate::model::text::RichText;

/// More items than this are not kept in mind; two lists with a heading each are.
const MAX_ITEMS: usize = 7;
/// A step is read while hands are busy. The longest one in use tells what to push, how often, and what else one may do.
const MAX_STEP_WORDS: usize = 45;
/// The brief words of a step are read across a room.
const MAX_BRIEF_WORDS: usize = 20;

pub(super) fn check(library: &Library, problems: &mut Vec<Problem>) {
    for (_, section) in passages::sections(library) {
        section.blocks.iter().for_each(|block| judge(block, problems));
    }
}

fn judge(block: &Block, problems: &mut Vec<Problem>) {
    match block {
        Block::List(items) => {
            problems.extend(items.first().and_then(|first| too_many("list", items.len(), &first.place)));
        }
        Block::Steps(steps) => {
            problems.extend(steps.first().and_then(|first| too_many("row of steps", steps.len(), &first.title.place)));
            steps.iter().for_each(|step| judge_step(step, problems));
        }
        _ => block.inside().iter().for_each(|block| judge(block, problems)),
    }
}

fn too_many(what: &str, count: usize, place: &Place) -> Option<Problem> {
    (MAX_ITEMS < count).then(|| {
        let message = format!(
            "this {what} has {count} items, and may have {MAX_ITEMS} at most; split it in two, each with a heading"
        );
        warning("long-list", place, message)
    })
}

fn judge_step(step: &Step, problems: &mut Vec<Problem>) {
    let mut judge = |what: &str, text: &RichText, most: usize| {
        let count = text.plain().unicode_words().count();
        if most < count {
            let message = format!("the {what} of this step has {count} words, and may have {most} at most; shorten it");
            problems.push(warning("long-step", &text.place, message));
        }
    };
    judge("title", &step.title, MAX_TITLE_WORDS);
    judge("text", &step.text, MAX_STEP_WORDS);
    step.brief.iter().for_each(|brief| judge("brief", brief, MAX_BRIEF_WORDS));
}
