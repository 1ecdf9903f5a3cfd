//! The guide and the protocol together: the order of the steps, the time between doses, and the figures that pace.

use std::time::Duration;

use super::guide;
use super::protocol;
use super::source;
use super::stand_in::{Reader, Which};
use super::text::Known;
use super::{DEFAULT_LANGUAGE, DEFAULT_PROTOCOL, values};
use crate::model::figures::Figures;
use crate::model::guide::{Guide, Wait};
use crate::model::place::{Place, Problem, Severity};
use crate::model::protocol::Protocol;
use crate::model::site::Site;
use crate::words::Words;

/// Reads the guide of `language`, and lets `protocol` name only what is in it.
///
/// The bundled guide stands in for one with a mistake, and is there for whoever writes none. Where the protocol gives no
/// order, or no figure that makes sense, the bundled protocol's stands in.
pub(super) fn read(
    reader: &mut Reader<'_>,
    known: &Known,
    words: &Words,
    language: &str,
    protocol: &mut Protocol,
) -> (Guide, Option<Figures>) {
    let given = read_given(reader, known, language, protocol);
    let own_figures = Figures::of(&[protocol]);
    // Nearly always nothing has to stand in, and a start has no time to read what it does not need.
    if let (Some(guide), Some(figures)) = (&given, own_figures)
        && names_only_what_is_in(guide, protocol)
    {
        return (given.unwrap_or_default(), Some(figures));
    }
    let bundled = BundledNumbers::read(reader, known, words);
    let guide = given.or_else(|| read_bundled(reader, &bundled, language, protocol)).unwrap_or_default();
    check_order(reader, &guide, protocol, &bundled.protocol);
    let figures = Figures::of(&[protocol, &bundled.protocol]).or_else(|| {
        let message = "these figures cannot pace anybody, so the bundled ones do; mend the rates, counts and times";
        reader.error_at("figures", &protocol.place, message.to_owned());
        Figures::of(&[&bundled.protocol])
    });
    (guide, figures)
}

/// Whether every step and every kind of naloxone of `protocol` is in `guide`, and it names some of both.
fn names_only_what_is_in(guide: &Guide, protocol: &Protocol) -> bool {
    let has_both = !protocol.steps.is_empty() && !protocol.forms.is_empty();
    has_both
        && protocol.steps.iter().all(|id| guide.step(id).is_some())
        && protocol.forms.iter().all(|id| guide.form(id).is_some())
}

/// What the bundled texts were written with; the given sources and values may lack some.
pub(super) struct BundledNumbers {
    /// The bundled protocol.
    protocol: Protocol,
    /// The given sources and values, with the bundled ones behind them.
    pub(super) known: Known,
}

impl BundledNumbers {
    pub(super) fn read(reader: &Reader<'_>, known: &Known, words: &Words) -> Self {
        let mut sources = reader.read_bundled("sources.ron", source::sources).unwrap_or_default();
        let path = format!("protocols/{DEFAULT_PROTOCOL}.ron");
        let protocol = reader.read_bundled(&path, |file| protocol::protocol(file, &sources)).unwrap_or_default();
        let mut all_values = values(&protocol, &Site::default(), words);
        all_values.extend(known.values.clone());
        sources.extend(known.sources.clone());
        Self { protocol, known: Known { sources, values: all_values } }
    }
}

fn read_given(reader: &mut Reader<'_>, known: &Known, language: &str, protocol: &Protocol) -> Option<Guide> {
    let path = format!("{language}/guide.ron");
    if !reader.has(&path) {
        if !reader.has_bundled(&path) {
            let message = "this file is missing, so the guide is shown in another language; add it";
            reader.problem(super::stand_in::MISSING_FILE, &path, 1, message);
        }
        return None;
    }
    let read = reader.read_one(Which::Given, &path, "add it", |file| guide::guide(file, known));
    let guide = read.and_then(|guide| set_waits(reader, guide, &[protocol]));
    if guide.is_none() {
        reader.say_that_the_bundled_one_stands_in(&path);
    }
    guide
}

fn read_bundled(
    reader: &mut Reader<'_>,
    bundled: &BundledNumbers,
    language: &str,
    protocol: &Protocol,
) -> Option<Guide> {
    let of = |language: &str| {
        let path = format!("{language}/guide.ron");
        reader.read_bundled(&path, |file| guide::guide(file, &bundled.known))
    };
    let read = of(language).or_else(|| of(DEFAULT_LANGUAGE))?;
    let guide = set_waits(reader, read, &[protocol, &bundled.protocol])?;
    Some(Guide { is_stand_in: true, ..guide })
}

/// The guide with the time between two doses of each kind; `None` if no protocol knows one, and that is noted.
fn set_waits(reader: &mut Reader<'_>, mut guide: Guide, protocols: &[&Protocol]) -> Option<Guide> {
    let place = guide.place.clone();
    for form in &mut guide.forms {
        let times = protocols.iter().find_map(|protocol| protocol.time(&form.interval));
        let Some((least, most)) = times.filter(|(least, _)| Duration::ZERO < *least) else {
            let message = format!(
                "no time is named `{}` in the protocol; mend `interval` of the form `{}`",
                form.interval, form.id
            );
            reader.error_at("unknown-value", &place, message);
            return None;
        };
        form.wait = Wait { least, most };
    }
    Some(guide)
}

/// Makes `protocol` name the steps and kinds of naloxone of `guide`, and notes it if it names others.
fn check_order(reader: &mut Reader<'_>, guide: &Guide, protocol: &mut Protocol, bundled: &Protocol) {
    let unknown_step = protocol.steps.iter().find(|id| guide.step(id).is_none()).map(ToString::to_string);
    let unknown_form = protocol.forms.iter().find(|id| guide.form(id).is_none()).map(ToString::to_string);
    let place = protocol.place.clone();
    let mut note = |what: &str, id: &str| {
        let message = format!("the guide has no {what} `{id}`, so the bundled order is used; mend the name");
        reader.error_at("unknown-step", &place, message);
    };
    if let Some(id) = &unknown_step {
        note("step", id);
    }
    if let Some(id) = &unknown_form {
        note("form", id);
    }
    if unknown_step.is_some() || protocol.steps.is_empty() {
        protocol.steps.clone_from(&bundled.steps);
    }
    if unknown_form.is_some() || protocol.forms.is_empty() {
        protocol.forms.clone_from(&bundled.forms);
    }
    // Somebody's own guide may have other steps than the bundled protocol: then its own order is the only one.
    if !protocol.steps.iter().all(|id| guide.step(id).is_some()) {
        protocol.steps = guide.steps.iter().map(|step| step.id.clone()).collect();
    }
    if !protocol.forms.iter().all(|id| guide.form(id).is_some()) {
        protocol.forms = guide.forms.iter().map(|form| form.id.clone()).collect();
    }
}

impl Reader<'_> {
    /// Notes a problem that only a look at several files finds.
    fn error_at(&mut self, rule: &'static str, place: &Place, message: String) {
        self.add_problems(vec![Problem { place: place.clone(), severity: Severity::Error, rule, message }]);
    }
}
