//! The choice of text size and colours. The page above shows at once what it does.

use egui::Ui;

use super::sources::sheet_head_ui;
use crate::state::{Action, Motion, Spacing, TextSize, Theme};
use crate::ui::View;
use crate::ui::theme;
use crate::ui::widgets::{choice_row, label_with};
use crate::words::Msg;

/// Shows the choices.
pub(crate) fn look_sheet_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    sheet_head_ui(ui, view, &view.text(Msg::LookAndSize), actions);
    let sizes = TextSize::ALL.map(|size| (view.text(text_size_word(size)), size == view.state.text_size));
    if let Some(i) = choice_ui(ui, view, &view.text(Msg::TextSize), &sizes) {
        actions.push(Action::SetTextSize(TextSize::ALL[i]));
    }
    let spacings = Spacing::ALL.map(|spacing| (view.text(spacing_word(spacing)), spacing == view.state.spacing));
    if let Some(i) = choice_ui(ui, view, &view.text(Msg::Spacing), &spacings) {
        actions.push(Action::SetSpacing(Spacing::ALL[i]));
    }
    let themes = Theme::ALL.map(|theme| (view.text(theme_word(theme)), theme == view.state.theme));
    if let Some(i) = choice_ui(ui, view, &view.text(Msg::Theme), &themes) {
        actions.push(Action::SetTheme(Theme::ALL[i]));
    }
    let motions = Motion::ALL.map(|motion| (view.text(motion_word(motion)), motion == view.state.motion));
    if let Some(i) = choice_ui(ui, view, &view.text(Msg::Motion), &motions) {
        actions.push(Action::SetMotion(Motion::ALL[i]));
    }
}

/// A row of choices under its name; says which one the reader touched.
fn choice_ui(ui: &mut Ui, view: &View<'_>, name: &str, choices: &[(String, bool)]) -> Option<usize> {
    label_with(ui, name, theme::bold(view.look.scale.chrome), view.look.tokens.ink);
    choice_row(ui, &view.look, name, choices)
}

fn text_size_word(size: TextSize) -> Msg {
    match size {
        TextSize::Normal => Msg::TextSizeNormal,
        TextSize::Large => Msg::TextSizeLarge,
        TextSize::Larger => Msg::TextSizeLarger,
        TextSize::Largest => Msg::TextSizeLargest,
    }
}

fn spacing_word(spacing: Spacing) -> Msg {
    match spacing {
        Spacing::Normal => Msg::SpacingNormal,
        Spacing::Wide => Msg::SpacingWide,
    }
}

fn motion_word(motion: Motion) -> Msg {
    match motion {
        Motion::Moving => Msg::MotionMoving,
        Motion::Still => Msg::MotionStill,
    }
}

fn theme_word(theme: Theme) -> Msg {
    match theme {
        Theme::Light => Msg::ThemeLight,
        Theme::Dark => Msg::ThemeDark,
        Theme::HighContrast => Msg::ThemeContrast,
    }
}
