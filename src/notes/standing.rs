//! What stands under every text: when it was checked, who approved and translated it; and what must be known before reading it.

use jiff::civil::Date;

use super::Fact;
use crate::model::language::Translation;
use crate::model::library::Library;
use crate::model::site::Approval;
use crate::model::topic::Section;
use crate::words::{self, Msg, Words};

/// When the section was checked, who approved it, and by when it must be checked again; and who translated it.
pub fn standing(library: &Library, section: &Section, today: Date, words: &Words) -> Vec<String> {
    let date = |date| words::date(words, date);
    let mut standing = vec![
        words.with(Msg::Checked, &[("date", date(section.reviewed).into())]),
        approved(library.approval(section, today), words),
        words.with(Msg::ReviewBy, &[("date", date(section.review_by).into())]),
    ];
    standing.extend(section.translation.as_deref().map(|translation| translated(translation, words)));
    standing
}

/// Who translated something, and whether a clinician compared the two.
pub fn translated(translation: &Translation, words: &Words) -> String {
    let (from, by) = (translation.from.as_str(), translation.by.as_str());
    let on = words::date(words, translation.on);
    let translated = words.with(Msg::Translated, &[("from", from.into()), ("name", by.into()), ("date", on.into())]);
    format!("{translated} {}", translation_checked(translation, words))
}

/// Whether a clinician compared a translation with what it was translated from.
fn translation_checked(translation: &Translation, words: &Words) -> String {
    translation.checked.as_ref().map_or_else(
        || words.text(Msg::TranslatedNotChecked),
        |checked| {
            let on = words::date(words, checked.on);
            words.with(Msg::TranslatedChecked, &[("name", checked.by.as_str().into()), ("date", on.into())])
        },
    )
}

/// What a reader must know before reading the section: that it is overdue, that a piece is missing, that the settings of
/// this place could not be read. Usually nothing.
pub fn notices(library: &Library, section: &Section, today: Date, words: &Words) -> Vec<String> {
    let mut notices = Vec::new();
    if section.emergency && library.site.has_mistakes {
        notices.push(words.text(Msg::SiteUnreadable));
    }
    if section.is_overdue(today) {
        let date = words::date(words, section.review_by);
        notices.push(words.with(Msg::Overdue, &[("date", date.into())]));
    }
    if !section.is_complete {
        notices.push(words.text(Msg::Incomplete));
    }
    notices
}

/// What a reader must know before trusting the guide. Usually nothing.
pub fn guide_notices(library: &Library, today: Date, words: &Words) -> Vec<String> {
    let mut notices = Vec::new();
    if library.site.has_mistakes {
        notices.push(words.text(Msg::SiteUnreadable));
    }
    if library.guide.is_overdue(today) {
        let date = words::date(words, library.guide.review_by);
        notices.push(words.with(Msg::Overdue, &[("date", date.into())]));
    }
    notices
}

/// When the guide was checked, and who approved it, in one line.
pub fn guide_standing(library: &Library, today: Date, words: &Words) -> String {
    let guide = &library.guide;
    let approval = library.guide_approval(today);
    [words.with(Msg::Checked, &[("date", words::date(words, guide.reviewed).into())]), approved(approval, words)]
        .into_iter()
        .chain(guide.translation.as_ref().map(|translation| translation_checked(translation, words)))
        .collect::<Vec<_>>()
        .join(" ")
}

/// Who approved something and when, or that nobody did.
pub fn approved(approval: Option<&Approval>, words: &Words) -> String {
    approval.map_or_else(
        || words.text(Msg::NotApproved),
        |approval| {
            let on = words::date(words, approval.on);
            words.with(Msg::Approved, &[("name", approval.by.as_str().into()), ("date", on.into())])
        },
    )
}

/// When something was checked and must be checked again, in one line.
pub fn dates(reviewed: Date, review_by: Date, words: &Words) -> String {
    let line = |msg, date| words.with(msg, &[("date", words::date(words, date).into())]);
    format!("{} {}", line(Msg::Checked, reviewed), line(Msg::ReviewBy, review_by))
}

/// When what is no section was checked and must be checked again: the protocol, the guide, the helplines.
pub fn dates_beside_sections(library: &Library, words: &Words) -> Vec<Fact> {
    let (protocol, guide, lines) = (&library.protocol, &library.guide, &library.helplines);
    let place = [("id", protocol.id.as_str().into()), ("name", protocol.name.as_str().into())];
    let place = words.with(Msg::ProtocolPlace, &place);
    let name = words.with(Msg::DatesProtocol, &[("place", place.into())]);
    let approval = protocol.approval.as_ref().map(|approval| format!(" {}", approved(Some(approval), words)));
    let of_protocol = dates(protocol.reviewed, protocol.review_by, words) + &approval.unwrap_or_default();
    let mut facts =
        vec![(name, of_protocol), (words.text(Msg::DatesGuide), dates(guide.reviewed, guide.review_by, words))];
    if !lines.values.is_empty() {
        facts.push((words.text(Msg::DatesHelplines), dates(lines.reviewed, lines.review_by, words)));
    }
    facts
}
