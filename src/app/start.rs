//! What the viewer shows first, as the command line says.

use super::App;
use super::search_desk::find_now;
use crate::model::id::{CardId, SectionId};
use crate::notes;
use crate::state::search::wanted_words;
use crate::state::typing::{Selection, TypingAction, Written};
use crate::state::{Action, GuideAction, SearchAction, TextSize, Theme};

/// What the viewer shows first.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// The section to open; the overdose steps if there is none.
    pub section: Option<SectionId>,
    /// The colours.
    pub theme: Theme,
    /// The size of the text.
    pub text_size: TextSize,
    /// What to look for on the page of search.
    pub search: Option<String>,
    /// The card of the guide to show over everything else, such as `check`.
    pub card: Option<CardId>,
}

impl Start {
    /// Shows it; what nobody wrote is not opened, and returned as a sentence that says so.
    ///
    /// # Errors
    /// If there is no such section.
    pub fn apply(&self, app: &mut App) -> Result<(), String> {
        app.apply(Action::SetTheme(self.theme));
        app.apply(Action::SetTextSize(self.text_size));
        if self.section.is_some() || self.search.is_some() || self.card.is_some() {
            app.apply(Action::BeginVisit);
        }
        if let Some(section) = &self.section {
            if app.library.section(section).is_none() {
                return Err(notes::no_such_section(&app.library, section.as_str(), &app.words));
            }
            app.apply(Action::OpenSection(section.clone()));
        }
        if let Some(words) = &self.search {
            let selection = Selection::at(words.chars().count());
            app.apply(Action::Search(SearchAction::Open));
            app.apply(Action::Type(TypingAction::Replace(Written(words.clone()), selection)));
            // What is looked for is what the field took.
            let wanted = wanted_words(&app.state).to_owned();
            let found = find_now(&app.library, &wanted);
            app.apply(Action::Search(SearchAction::Meet(Written(wanted), found)));
        }
        if let Some(card) = &self.card {
            if app.library.guide.card(card).is_none() {
                return Err(notes::no_such_card(&app.library, card.as_str(), &app.words));
            }
            app.apply(Action::ActNow);
            app.apply(Action::Guide(GuideAction::GoTo(card.clone())));
        }
        Ok(())
    }
}
