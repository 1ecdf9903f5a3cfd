//! The foot of every page: what this is, when it was checked, who approved it, who hands it out.

use super::compose::Composer;
use super::data::Notices;
use crate::model::site::Site;
use crate::model::topic::Section;
use crate::notes;
use crate::words::Msg;

impl Composer<'_> {
    /// The foot under `sections`: what it is; their oldest check and their first next one, and approved if all of them are;
    /// who hands it out; and that it is general information, where no text says so at its end.
    pub(super) fn foot(&mut self, title: &str, sections: &[&Section]) -> Vec<String> {
        let language = self.library.edition.language_name.clone();
        let mut lines = vec![format!("{title} · {language}")];
        lines.extend(self.standing(sections));
        lines.push(self.hands_out());
        if !self.layout.shows_sections() {
            lines.push(self.words.text(Msg::GeneralInformation));
        }
        lines.iter().map(|line| self.say(line)).collect()
    }

    /// What a reader must know before trusting `section`.
    pub(super) fn notices(&mut self, section: &Section) -> Notices {
        let notices = notes::notices(self.library, section, self.day, self.words);
        Notices {
            word: self.msg(Msg::CalloutUrgent),
            sentences: notices.iter().map(|notice| self.say(notice)).collect(),
        }
    }

    /// When `sections` were checked and must be checked again, who approved them, and who translated them, if they were.
    pub(super) fn standing(&self, sections: &[&Section]) -> Vec<String> {
        let reviewed = sections.iter().map(|section| section.reviewed).min();
        let review_by = sections.iter().map(|section| section.review_by).min();
        let dates = reviewed.zip(review_by).map(|(reviewed, review_by)| notes::dates(reviewed, review_by, self.words));
        let approvals = sections.iter().map(|section| self.library.approval(section, self.day));
        let approval = notes::approved(approvals.reduce(Option::and).flatten(), self.words);
        let translation = sections.iter().find_map(|section| section.translation.as_deref());
        let translated = translation.map(|translation| notes::translated(translation, self.words));
        [dates.unwrap_or_default(), approval].into_iter().chain(translated).collect()
    }

    /// Who hands it out, and which version it is.
    pub(super) fn hands_out(&self) -> String {
        let version = self.library.edition.version.as_str();
        let version = self.words.with(Msg::ContentVersion, &[("version", version.into())]);
        self.clinic().into_iter().chain([version]).collect::<Vec<_>>().join(" · ")
    }

    /// The clinic's name and number, as far as its site file says.
    fn clinic(&self) -> Option<String> {
        let Site { name, phone, .. } = &self.library.site;
        let parts: Vec<&str> = [name, phone].into_iter().flatten().map(String::as_str).collect();
        (!parts.is_empty()).then(|| parts.join(" · "))
    }
}
