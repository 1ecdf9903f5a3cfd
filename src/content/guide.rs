//! `guide.ron` → the guide: cards, the choices on them, and the kinds of naloxone.

use std::collections::BTreeMap;

use unicode_segmentation::UnicodeSegmentation;

use super::block::{all, picture_id};
use super::file::File;
use super::record::{self, Record};
use super::ron_value::RonValue;
use super::text::{self, Known, rich_text};
use super::translation::translation;
use crate::model::block::Picture;
use crate::model::guide::{
    Card, Choice, Form, Goal, Guide, GuideStep, MAX_CHOICES, MAX_TEXTS, MAX_TITLE_WORDS, Tool, Wait,
};
use crate::model::id::{CardId, FormId, StepId};
use crate::model::place::Place;
use crate::model::text::RichText;

/// Reads the guide. One mistake anywhere makes it `None`: a card that leads nowhere would leave somebody alone with it.
pub(super) fn guide(file: &File<'_>, known: &Known) -> Option<Guide> {
    let problems_before = file.problem_count();
    let record = Record::read(file, RonValue::whole(file)?, "guide")?;
    let reviewed = record.date("reviewed");
    let review_by = record.date("review_by");
    let translation = translation(file, &record);
    let say = record.list("say", 1).and_then(|values| all(values, |value| rich_text(file, known, value)));
    let stay_on_the_line = text::required(file, known, &record, "stay_on_the_line");
    let place_unknown = text::required(file, known, &record, "place_unknown");
    let steps = record.list("steps", 1).unwrap_or_default();
    let forms = record.list("forms", 1).unwrap_or_default();
    let place = file.place_of(record.source());
    record.finish();
    let steps = steps.into_iter().filter_map(|value| step(file, known, value)).collect();
    let forms = forms.into_iter().filter_map(|value| form(file, known, value)).collect();
    let guide = Guide {
        reviewed: reviewed?,
        review_by: review_by?,
        translation,
        say: say?,
        stay_on_the_line,
        place_unknown,
        steps,
        forms,
        is_stand_in: false,
        place,
    };
    check_ids(file, &guide);
    check_ways(file, &guide);
    (file.problem_count() == problems_before).then_some(guide)
}

fn step<'a>(file: &File<'a>, known: &Known, value: RonValue<'a>) -> Option<GuideStep> {
    let record = Record::read(file, value, "step")?;
    let id = record.id("id");
    let cards = cards(file, known, &record);
    record.finish();
    Some(GuideStep { id: StepId::from(id?.as_str()), cards: cards? })
}

fn form<'a>(file: &File<'a>, known: &Known, value: RonValue<'a>) -> Option<Form> {
    let record = Record::read(file, value, "form")?;
    let id = record.id("id");
    let title = text::required(file, known, &record, "title");
    let picture = record.required("picture").and_then(|name| picture_id(file, name));
    let alt = text::required(file, known, &record, "alt");
    let interval = record.id("interval");
    let cards = cards(file, known, &record);
    record.finish();
    let picture = Picture { id: picture?, alt: alt?, caption: None };
    let id = FormId::from(id?.as_str());
    // The protocol says how long; whoever joins the two sets it.
    Some(Form { id, title: title?, picture, interval: interval?, wait: Wait::default(), cards: cards? })
}

fn cards(file: &File<'_>, known: &Known, record: &Record<'_, '_>) -> Option<Vec<Card>> {
    let values = record.list("cards", 1)?;
    all(values, |value| card(file, known, value))
}

fn card<'a>(file: &File<'a>, known: &Known, value: RonValue<'a>) -> Option<Card> {
    let record = Record::read(file, value, "card")?;
    let id = record.id("id");
    let title = text::required(file, known, &record, "title");
    let texts = record.list("texts", 1).and_then(|values| all(values, |value| rich_text(file, known, value)));
    let picture_name = record.optional("picture").and_then(|name| picture_id(file, name));
    let alt = text::optional(file, known, &record, "alt");
    if picture_name.is_some() != alt.is_some() {
        file.problem("alt-text", record.source(), "`picture` and `alt` belong together; write both or neither");
    }
    let tools = [
        ("call", Tool::Call),
        ("doses", Tool::Doses),
        ("compressions", Tool::Compressions),
        ("breaths", Tool::Breaths),
        ("forms", Tool::Forms),
    ];
    let tool = record.optional_choice("tool", &tools);
    let keeps_rhythm = record.flag("keeps_rhythm");
    let ask = text::optional(file, known, &record, "ask");
    let choices = record.list("choices", 1).and_then(|values| all(values, |value| choice(file, known, value)));
    let place = file.place_of(record.source());
    record.finish();
    let picture = picture_name.zip(alt).map(|(id, alt)| Picture { id, alt, caption: None });
    let id = CardId::from(id?.as_str());
    let card = Card { id, title: title?, texts: texts?, picture, tool, keeps_rhythm, ask, choices: choices?, place };
    check_length(file, &card);
    Some(card)
}

fn choice<'a>(file: &File<'a>, known: &Known, value: RonValue<'a>) -> Option<Choice> {
    let record = Record::read(file, value, "choice")?;
    let label = text::required(file, known, &record, "label");
    let is_usual = record.flag("usual");
    let gives_dose = record.flag("gives_dose");
    let goes = record.required("goes").and_then(|value| goal(file, value));
    let early = record.optional("early").and_then(|value| goal(file, value));
    record.finish();
    Some(Choice { label: label?, is_usual, gives_dose, goes: goes?, early })
}

/// The id of a card in quotes, or one of three words without.
fn goal<'a>(file: &File<'a>, value: RonValue<'a>) -> Option<Goal> {
    match value.name().filter(|_| value.is_bare()) {
        Some("next") => return Some(Goal::NextStep),
        Some("form") => return Some(Goal::Form),
        Some("leave") => return Some(Goal::Leave),
        _ => (),
    }
    if value.text().is_some() {
        return record::id(file, value).map(|id| Goal::Card(CardId::from(id.as_str())));
    }
    let found = record::describe(value);
    let message = format!("expected the id of a card in quotes, or `next`, `form` or `leave`, found {found}");
    file.problem("wrong-kind", value.source(), message);
    None
}

/// A question of more words is a sentence of its own.
const MAX_QUESTION_WORDS: usize = 6;

/// Somebody in fear reads so much and no more.
fn check_length(file: &File<'_>, card: &Card) {
    let too_long = |what: &str, count: usize, most: usize, place: &Place| {
        if most < count {
            let message = format!("this card has {count} {what}, and may have {most} at most; shorten it or split it");
            file.problem_at("card-length", place.clone(), message);
        }
    };
    let words = card.title.plain().unicode_words().count();
    too_long("words in its title", words, MAX_TITLE_WORDS, &card.title.place);
    let sentences: usize = card.texts.iter().map(sentence_count).sum();
    too_long("sentences", sentences, MAX_TEXTS, &card.place);
    too_long("choices", card.choices.len(), MAX_CHOICES, &card.place);
}

/// The sentences of a text. A short question and its answer, as in "Alone? Give it.", are one.
fn sentence_count(text: &RichText) -> usize {
    let plain = text.plain();
    let is_short_question =
        |sentence: &&str| sentence.trim_end().ends_with('?') && sentence.unicode_words().count() <= MAX_QUESTION_WORDS;
    plain.unicode_sentences().filter(|sentence| !is_short_question(sentence)).count().max(1)
}

/// Notes ids that are used twice.
fn check_ids(file: &File<'_>, guide: &Guide) {
    let mut seen: BTreeMap<&str, &Place> = BTreeMap::new();
    for card in guide.cards() {
        if let Some(first) = seen.insert(card.id.as_str(), &card.place) {
            let message = format!("the id `{}` is taken at {first}; give this card another one", card.id);
            file.problem_at("duplicate-id", card.place.clone(), message);
        }
    }
    let steps: Vec<&str> = guide.steps.iter().map(|step| step.id.as_str()).collect();
    let forms: Vec<&str> = guide.forms.iter().map(|form| form.id.as_str()).collect();
    for ids in [steps, forms] {
        let twice = ids.iter().enumerate().find(|(at, id)| ids[..*at].contains(id));
        if let Some((_, id)) = twice {
            let message = format!("the id `{id}` is here twice; give one of them another one");
            file.problem_at("duplicate-id", guide.place.clone(), message);
        }
    }
}

/// Notes choices that lead to a card that is not there, and cards that none leads to.
fn check_ways(file: &File<'_>, guide: &Guide) {
    let mut reached: Vec<&CardId> = Vec::new();
    for card in guide.cards() {
        let goals = card.choices.iter().flat_map(|choice| [Some(&choice.goes), choice.early.as_ref()]).flatten();
        for goal in goals {
            let Goal::Card(id) = goal else { continue };
            reached.push(id);
            if guide.card(id).is_none() {
                let known = guide.cards().map(|card| card.id.as_str());
                let hint = record::nearest(id.as_str(), known)
                    .map_or_else(|| "add it or mend the name".to_owned(), |known| format!("did you mean `{known}`?"));
                file.problem_at("unknown-card", card.place.clone(), format!("no card has the id `{id}`; {hint}"));
            }
        }
    }
    let begins = guide.steps.iter().map(|step| &step.cards).chain(guide.forms.iter().map(|form| &form.cards));
    let later_cards = begins.flat_map(|cards| cards.iter().skip(1));
    for card in later_cards.filter(|card| !reached.contains(&&card.id)) {
        let message = format!("no choice leads to the card `{}`; lead one there or take it out", card.id);
        file.problem_at("card-out-of-reach", card.place.clone(), message);
    }
}
