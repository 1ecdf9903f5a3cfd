//! What is printed, how it looks, on which paper, by which printer, how often.

use egui::Ui;

use super::Scene;
use super::code::code_ui;
use crate::model::language::Language;
use crate::model::paper::{Layout, Paper};
use crate::model::printer::Printer;
use crate::state::printing::{Printers, What};
use crate::state::{Action, PrintAction};
use crate::ui::theme;
use crate::ui::widgets::{Button, ButtonKind, announced_label, choice_row, label, label_with};
use crate::words::Msg;

/// Shows the choices. Those about a printer are there only if there is one.
pub(super) fn choices_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let view = scene.view;
    let layouts = Layout::ALL.map(|layout| (view.text(layout_word(layout)), layout == scene.printing.layout));
    if let Some(at) = choice_ui(ui, scene, Msg::PrintLayout, &layouts) {
        actions.push(Action::Print(PrintAction::SetLayout(Layout::ALL[at])));
    }
    beside_ui(ui, scene, actions);
    if scene.printing.layout.shows_sections() {
        what_ui(ui, scene, actions);
    } else {
        label(ui, &view.look, &view.text(Msg::PrintFixed));
    }
    let papers = scene.printing.papers();
    let paper_choice = |paper: &Paper| (view.text(paper_word(*paper)), *paper == scene.printing.paper);
    let choices: Vec<(String, bool)> = papers.iter().map(paper_choice).collect();
    if let Some(at) = choice_ui(ui, scene, Msg::PrintPaper, &choices) {
        actions.push(Action::Print(PrintAction::SetPaper(papers[at])));
    }
    match &scene.printing.printers {
        Printers::Found(printers) => printer_ui(ui, scene, printers, actions),
        Printers::Missing(_) => code_ui(ui, scene),
        Printers::Looking => (),
    }
}

/// A row of choices under its name; says which one the reader touched.
fn choice_ui(ui: &mut Ui, scene: &Scene<'_>, name: Msg, choices: &[(String, bool)]) -> Option<usize> {
    let view = scene.view;
    let name = view.text(name);
    ui.add_space(theme::GAP);
    label_with(ui, &name, theme::bold(view.look.scale.chrome), view.look.tokens.ink);
    choice_row(ui, &view.look, &name, choices)
}

fn what_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let view = scene.view;
    let Some((topic, section)) = view.library.section(&scene.printing.section) else { return };
    let basket = view.state.basket.len();
    let count = topic.sections_for_readers().count();
    let topic_args = [("title", topic.title.as_str().into()), ("count", count.into())];
    let mut whats = vec![
        (What::Section, view.words.with(Msg::PrintWhatSection, &[("title", section.title.as_str().into())])),
        (What::Topic(topic.id.clone()), view.words.with(Msg::PrintWhatTopic, &topic_args)),
    ];
    if 0 < basket {
        whats.push((What::Basket, view.words.with(Msg::PrintWhatBasket, &[("count", basket.into())])));
    }
    let choices: Vec<(String, bool)> =
        whats.iter().map(|(what, words)| (words.clone(), *what == scene.printing.what)).collect();
    if let Some(at) = choice_ui(ui, scene, Msg::PrintWhat, &choices) {
        actions.push(Action::Print(PrintAction::Choose(whats[at].0.clone())));
    }
    if 0 < basket {
        let empty = view.text(Msg::PrintBasketEmpty);
        if Button::new(&empty, ButtonKind::Quiet).icon("ui-close").show(ui, &view.look).clicked() {
            actions.push(Action::Print(PrintAction::EmptyBasket));
        }
    }
}

/// Whether a handout has a second language beside the first, where there is another.
fn beside_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let view = scene.view;
    let others: Vec<&Language> = view.library.other_languages().collect();
    if others.is_empty() || scene.printing.layout != Layout::Handout {
        return;
    }
    let first = view.library.edition.language_name.as_str();
    let chosen = scene.printing.language_beside(view.library);
    let mut choices = vec![(first.to_owned(), chosen.is_none())];
    choices.extend(others.iter().map(|language| {
        let words = [("first", first.into()), ("second", language.name.as_str().into())];
        (view.words.with(Msg::PrintBeside, &words), chosen == Some(language.id.as_str()))
    }));
    if let Some(at) = choice_ui(ui, scene, Msg::Language, &choices) {
        let language = at.checked_sub(1).map(|at| others[at].id.clone());
        actions.push(Action::Print(PrintAction::SetBeside(language)));
    }
}

fn printer_ui(ui: &mut Ui, scene: &Scene<'_>, printers: &[Printer], actions: &mut Vec<Action>) {
    let view = scene.view;
    let is_chosen = |printer: &Printer| Some(&printer.name) == scene.printing.printer.as_ref();
    let choices: Vec<(String, bool)> =
        printers.iter().map(|printer| (printer.label.clone(), is_chosen(printer))).collect();
    if 1 < printers.len()
        && let Some(at) = choice_ui(ui, scene, Msg::PrintPrinter, &choices)
    {
        actions.push(Action::Print(PrintAction::SetPrinter(printers[at].name.clone())));
    }
    if scene.printing.chosen_printer().is_some_and(|printer| printer.can.is_two_sided) {
        let sides = [false, true].map(|is_two| {
            let msg = if is_two { Msg::PrintTwoSides } else { Msg::PrintOneSide };
            (view.text(msg), is_two == scene.printing.is_two_sided)
        });
        if let Some(at) = choice_ui(ui, scene, Msg::PrintSides, &sides) {
            actions.push(Action::Print(PrintAction::SetTwoSided(at == 1)));
        }
    }
    copies_ui(ui, scene, actions);
}

/// One less, how many, one more.
fn copies_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let view = scene.view;
    let (copies, most) = (scene.printing.copies, scene.printing.most_copies());
    if most <= 1 {
        return;
    }
    ui.add_space(theme::GAP);
    let font = theme::bold(view.look.scale.chrome);
    label_with(ui, &view.text(Msg::PrintCopies), font.clone(), view.look.tokens.ink);
    ui.horizontal(|ui| {
        let count = view.words.with(Msg::PrintCopiesCount, &[("count", copies.into())]);
        for (words, msg, to) in [("−", Msg::PrintFewer, copies - 1), ("+", Msg::PrintOneMore, copies + 1)] {
            let name = view.text(msg);
            // It stays where it is at the end of what can be chosen, so that a finger finds the other one.
            let button = Button::new(words, ButtonKind::Plain).name(&name).show(ui, &view.look);
            if button.clicked() && (1..=most).contains(&to) {
                actions.push(Action::Print(PrintAction::SetCopies(to)));
            }
        }
        announced_label(ui, "copies", &count, font, view.look.tokens.ink, false);
    });
}

fn layout_word(layout: Layout) -> Msg {
    match layout {
        Layout::Handout => Msg::PrintHandout,
        Layout::LargePrint => Msg::PrintLarge,
        Layout::Card => Msg::PrintCard,
        Layout::Poster => Msg::PrintPoster,
    }
}

fn paper_word(paper: Paper) -> Msg {
    match paper {
        Paper::Letter => Msg::PrintLetter,
        Paper::A4 => Msg::PrintA4,
    }
}
