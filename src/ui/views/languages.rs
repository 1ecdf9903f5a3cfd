//! The way to another language, each under its own name.

use egui::{Role, Ui};

use super::sources::sheet_head_ui;
use crate::state::{Action, Sheet};
use crate::ui::View;
use crate::ui::widgets::{Button, ButtonKind, list, list_item};
use crate::words::Msg;

/// The button that stands on every page: one tap changes to the other language, or shows all of them if there are more.
pub(crate) struct LanguageButton<'v> {
    /// What is on it.
    pub(crate) words: &'v str,
    /// The code of the language of these words.
    pub(crate) language: &'v str,
    /// Whether what it opens is open.
    pub(crate) is_open: bool,
    /// What it asks for.
    pub(crate) action: Action,
}

/// The button, if there is a choice.
pub(crate) fn language_button<'v>(view: &View<'v>) -> Option<LanguageButton<'v>> {
    let mut others = view.library.other_languages();
    let first = others.next()?;
    if others.next().is_none() {
        let action = Action::SetLanguage(first.id.clone());
        return Some(LanguageButton { words: &first.name, language: &first.id, is_open: false, action });
    }
    let is_open = view.state.sheet == Some(Sheet::Languages);
    let edition = &view.library.edition;
    let (words, language) = (edition.language_name.as_str(), edition.language.as_str());
    Some(LanguageButton { words, language, is_open, action: Action::ToggleLanguages })
}

/// All languages, to choose one.
pub(crate) fn languages_sheet_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    sheet_head_ui(ui, view, &view.text(Msg::Language), actions);
    let languages = &view.library.languages.all;
    let here = view.library.edition.language.as_str();
    list(ui, None, languages.len(), |ui| {
        for (at, language) in languages.iter().enumerate() {
            list_item(ui, None, at, |ui| {
                let button = Button::new(&language.name, ButtonKind::Plain).language(&language.id);
                let button = button.chosen(language.id == here, Role::Button).fill_width();
                if button.show(ui, &view.look).clicked() {
                    actions.push(Action::SetLanguage(language.id.clone()));
                }
            });
        }
    });
}
