//! Two texts that should say the same: their sources, named values, numbers, units, and how many sentences they have.

use std::collections::BTreeSet;

use super::compare::Languages;
use super::figures::{Difference, Figures};
use super::outline::Text;
use crate::lint::sentences::sentences;
use crate::lint::warning;
use crate::model::place::{Place, Problem};
use crate::model::text::{RichText, Span};

/// In a text of fewer letters a word more or less says nothing about how much is said.
const SHORT: usize = 80;

/// A translation has from so many letters for each of the first language
const LEAST_SHARE: f64 = 0.7;

/// to so many.
const MOST_SHARE: f64 = 2.0;

/// Notes what differs in `other`, at the place `here`, from `first`, at the place `there`.
pub(super) fn compare(
    languages: &Languages<'_>,
    first: Text<'_>,
    other: Text<'_>,
    here: &Place,
    there: &Place,
    problems: &mut Vec<Problem>,
) {
    let (of_first, of_other) = (&languages.first, &languages.other);
    let (spans_there, spans_here) = without_names(spans(first), spans(other));
    if let (Text::Rich(a), Text::Rich(b)) = (first, other) {
        compare_marks(a, b, there, problems);
        let count =
            |spans: &[Span], dotted| sentences(&spans.iter().map(Span::shown).collect::<String>(), dotted).len();
        let (sentences_here, sentences_there) =
            (count(&spans_here, of_other.dotted), count(&spans_there, of_first.dotted));
        let letters = |spans: &[Span]| spans.iter().map(|span| span.shown().chars().count()).sum::<usize>();
        let (letters_here, letters_there) = (letters(&spans_here), letters(&spans_there));
        let is_as_long =
            letters_there < SHORT || (LEAST_SHARE..=MOST_SHARE).contains(&(letters_here as f64 / letters_there as f64));
        // A good translator makes two short sentences of a long one.
        if sentences_here < sentences_there || !is_as_long {
            let message = format!(
                "sentences here: {sentences_here}, at {there}: {sentences_there}; say everything that is said there, and nothing more"
            );
            problems.push(warning("same-sentences", here, message));
        }
    }
    let figures = (Figures::of(&spans_there, &of_first.words), Figures::of(&spans_here, &of_other.words));
    let rules = [
        ("same-values", "named values", figures.1.values_unlike(&figures.0)),
        ("same-numbers", "numbers", figures.1.numbers_unlike(&figures.0)),
        ("same-units", "units", figures.1.units_unlike(&figures.0)),
    ];
    for (rule, what, difference) in rules {
        if let Some(Difference { here: only_here, there: only_there }) = difference {
            let message = format!("the {what} differ: {only_here} here, {only_there} at {there}; make them equal");
            problems.push(warning(rule, here, message));
        }
    }
}

fn compare_marks(first: &RichText, other: &RichText, there: &Place, problems: &mut Vec<Problem>) {
    let marks = |text: &RichText| {
        let sources = text.sources.iter().map(|id| id.as_str().to_owned());
        let flags = [("?", text.being_checked), ("-", text.no_claim)];
        sources.chain(flags.iter().filter(|(_, is_set)| *is_set).map(|(mark, _)| (*mark).to_owned())).collect()
    };
    let (here, there_marks): (BTreeSet<String>, BTreeSet<String>) = (marks(other), marks(first));
    if here != there_marks {
        let list = |of: &BTreeSet<String>, but: &BTreeSet<String>| {
            let only: Vec<&str> = of.difference(but).map(String::as_str).collect();
            if only.is_empty() { "nothing more".to_owned() } else { format!("[{}]", only.join(", ")) }
        };
        let (this, that) = (list(&here, &there_marks), list(&there_marks, &here));
        let message = format!("this text rests on other sources: {this} here, {that} at {there}; make them equal");
        problems.push(warning("same-sources", &other.place, message));
    }
}

/// Both texts without the “quotations” that are in both letter by letter: those are names, and no words of either language.
fn without_names(mut first: Vec<Span>, mut other: Vec<Span>) -> (Vec<Span>, Vec<Span>) {
    let (of_first, of_other) = (quotations(&first), quotations(&other));
    for name in of_first.intersection(&of_other) {
        for span in first.iter_mut().chain(&mut other) {
            if let Span::Words(words) | Span::Strong(words) = span {
                *words = words.replace(name, "“”");
            }
        }
    }
    (first, other)
}

/// What stands in curly quotation marks, with them.
fn quotations(spans: &[Span]) -> BTreeSet<String> {
    let texts = spans.iter().map(Span::shown);
    let quoted = |text: &'_ str| -> Vec<String> {
        let parts = text.split('“').skip(1).filter_map(|part| part.split_once('”'));
        parts.map(|(inside, _)| format!("“{inside}”")).collect()
    };
    texts.flat_map(quoted).collect()
}

fn spans(text: Text<'_>) -> Vec<Span> {
    match text {
        Text::Title(title) => vec![Span::Words(title.to_owned())],
        Text::Rich(text) => text.spans.clone(),
    }
}
