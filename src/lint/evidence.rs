//! Statements and what they rest on: every one says who says so, and every source is used.

use std::collections::BTreeSet;

use super::passages;
use super::warning;
use crate::model::id::SourceId;
use crate::model::library::{Library, OVERDOSE};
use crate::model::place::Problem;
use crate::model::text::RichText;

pub(super) fn check(library: &Library, problems: &mut Vec<Problem>) {
    for (topic, section) in passages::sections(library) {
        let is_emergency = section.emergency || topic.id.as_str() == OVERDOSE;
        for block in &section.blocks {
            block.each_statement(&mut |text| statement(text, problems));
            let mut judge = |text: &RichText| {
                if text.being_checked && is_emergency {
                    problems.push(unchecked(text));
                }
            };
            block.each_text(&mut |text| judge(text));
            block.each_text_beside(&mut |text| judge(text));
        }
    }
    if !library.guide.is_stand_in {
        library.guide.each_statement(&mut |text| statement(text, problems));
        library.guide.each_text(&mut |text| {
            if text.being_checked {
                problems.push(unchecked(text));
            }
        });
    }
}

/// Notes the sources that no text in any language cites, and no value.
pub(super) fn check_use(libraries: &[&Library], problems: &mut Vec<Problem>) {
    let cited: BTreeSet<&SourceId> = libraries.iter().flat_map(|library| cited_in(library)).collect();
    for source in libraries.iter().flat_map(|library| library.sources.values()) {
        if !cited.contains(&source.id) {
            let message = format!("nothing cites the source `{}`; cite it or take it out", source.id);
            problems.push(warning("unused-source", &source.place, message));
        }
    }
}

fn cited_in(library: &Library) -> BTreeSet<&SourceId> {
    let mut cited = BTreeSet::new();
    for block in library.sections().flat_map(|(_, section)| &section.blocks) {
        block.each_text(&mut |text| cited.extend(&text.sources));
        block.each_text_beside(&mut |text| cited.extend(&text.sources));
    }
    if !library.guide.is_stand_in {
        library.guide.each_text(&mut |text| cited.extend(&text.sources));
    }
    let protocols = std::iter::once(&library.protocol).chain(&library.authoring.other_protocols);
    let values = protocols.flat_map(|protocol| &protocol.values).chain(&library.helplines.values);
    cited.extend(values.flat_map(|value| &value.sources));
    cited
}

fn unchecked(text: &RichText) -> Problem {
    let message =
        "an emergency section may hold nothing that is still being checked; find a source or take it out".to_owned();
    warning("unchecked-emergency", &text.place, message)
}

fn statement(text: &RichText, problems: &mut Vec<Problem>) {
    let rests_on_something = !text.sources.is_empty() || text.being_checked;
    if !rests_on_something && !text.no_claim {
        let message = "this statement has no source; end it with one, such as [cdc-response], or with [?] or [-]";
        problems.push(warning("no-source", &text.place, message.to_owned()));
    } else if rests_on_something && text.no_claim {
        let message = "[-] says that this text claims nothing, but it has sources or [?]; take one of them out";
        problems.push(warning("source-and-no-claim", &text.place, message.to_owned()));
    }
}
