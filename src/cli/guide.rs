//! `careshelf guide`: every card of the guide as text, with its branches and sources, for whoever has to check them.

use jiff::civil::Date;

use super::show::width;
use crate::content::Loaded;
use crate::model::guide::{Card, Choice, Goal};
use crate::model::id::SourceId;
use crate::model::text::RichText;
use crate::notes;
use crate::words::Msg;

/// The guide in the order of the protocol's steps, then the kinds of naloxone.
pub(super) fn guide(loaded: &Loaded, today: Date) -> String {
    let library = &loaded.library;
    let guide = &library.guide;
    let mut lines = vec![notes::guide_standing(library, today, &loaded.words)];
    lines.extend(notes::guide_notices(library, today, &loaded.words));
    lines.push(String::new());
    lines.push(format!("{}:", loaded.words.text(Msg::GuideSayTitle)));
    let phone = guide.say.iter().chain(&guide.stay_on_the_line).chain(&guide.place_unknown);
    phone.for_each(|text| statement(&mut lines, text));
    let steps: Vec<_> = library.protocol.steps.iter().filter_map(|id| guide.step(id)).collect();
    for (at, step) in steps.iter().enumerate() {
        let args = [("at", (at + 1).into()), ("count", steps.len().into())];
        heading(&mut lines, &loaded.words.with(Msg::GuideProgress, &args), '=');
        step.cards.iter().for_each(|card| card_lines(&mut lines, card));
    }
    for form in library.protocol.forms.iter().filter_map(|id| guide.form(id)) {
        let wait = loaded.words.with(Msg::GuideFormWait, &[("wait", notes::wait(form.wait, &loaded.words).into())]);
        heading(&mut lines, &form.title.plain(), '=');
        lines.push(wait);
        form.cards.iter().for_each(|card| card_lines(&mut lines, card));
    }
    lines.join("\n") + "\n"
}

fn heading(lines: &mut Vec<String>, words: &str, underline: char) {
    lines.extend([String::new(), words.to_owned(), underline.to_string().repeat(words.chars().count())]);
}

fn card_lines(lines: &mut Vec<String>, card: &Card) {
    heading(lines, &format!("{} [{}]", card.title.plain(), card.id), '-');
    card.texts.iter().for_each(|text| statement(lines, text));
    lines.extend(card.ask.iter().map(RichText::plain));
    lines.extend(card.choices.iter().map(choice_line));
}

/// `text` in lines of the terminal's width, the first one after `mark`.
fn wrapped(mark: &str, text: &str) -> String {
    let indent = " ".repeat(mark.chars().count());
    let options = textwrap::Options::new(width()).initial_indent(mark).subsequent_indent(&indent);
    textwrap::fill(text, options)
}

/// A statement, and under it who says so.
fn statement(lines: &mut Vec<String>, text: &RichText) {
    lines.push(wrapped("- ", &text.plain()));
    let sources: Vec<&str> = text.sources.iter().map(SourceId::as_str).collect();
    if !sources.is_empty() {
        lines.push(wrapped("    ", &format!("[{}]", sources.join(", "))));
    }
}

/// `> I gave a dose (+1) → breathe`: a choice, whether it writes down a dose, and where it leads.
fn choice_line(choice: &Choice) -> String {
    let dose = if choice.gives_dose { " (+1)" } else { "" };
    let early = choice.early.as_ref().map(|goal| format!(" (… {})", goal_name(goal))).unwrap_or_default();
    format!("> {}{dose} → {}{early}", choice.label.plain(), goal_name(&choice.goes))
}

/// The goal as an author writes it.
fn goal_name(goal: &Goal) -> &str {
    match goal {
        Goal::Card(card) => card.as_str(),
        Goal::NextStep => "next",
        Goal::Form => "form",
        Goal::Leave => "leave",
    }
}
