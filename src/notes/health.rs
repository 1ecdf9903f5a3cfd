//! What whoever looks after a machine is told about it.

use jiff::civil::Date;

use super::problems_summary;
use super::trouble::{Advice, advice};
use crate::model::health::{Display, Health};
use crate::model::library::Library;
use crate::model::printer::Printer;
use crate::model::trouble::Trouble;
use crate::words::{self, Msg, Words};

/// One thing that is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HealthFact {
    /// What it is about.
    pub name: String,
    /// How it is; where it is not as it should be, these words say so.
    pub value: String,
    /// Whether it is not as it should be.
    pub needs_care: bool,
}

/// So many problems are told here; the About page has all of them.
const PROBLEMS: usize = 3;

/// Less than this on a disk, and something may soon fail to be written.
const LEAST_MEGABYTES: u64 = 100;

/// Collects what is told.
struct Told<'w> {
    words: &'w Words,
    facts: Vec<HealthFact>,
}

impl Told<'_> {
    fn add(&mut self, name: Msg, needs_care: bool, value: &str) {
        let value =
            if needs_care { self.words.with(Msg::HealthCare, &[("value", value.into())]) } else { value.to_owned() };
        self.facts.push(HealthFact { name: self.words.text(name), value, needs_care });
    }
}

/// What is known without asking the machine, on the day `today`: the program, the content, the clock, the display.
pub fn at_once(library: &Library, today: Date, display: Display, words: &Words) -> Vec<HealthFact> {
    let mut told = Told { words, facts: Vec::new() };
    clock(&mut told, library, today);
    problems(&mut told, library);
    content(&mut told, library, today);
    let version = words.with(Msg::HealthProgramVersion, &[("version", env!("CARGO_PKG_VERSION").into())]);
    told.add(Msg::HealthProgram, false, &version);
    let pixels = display.points.map(|side| (side * display.scale).round() as i64);
    let points = display.points.map(|side| side.round() as i64);
    let size = words.with(
        Msg::HealthDisplaySize,
        &[
            ("width", pixels[0].to_string().into()),
            ("height", pixels[1].to_string().into()),
            ("across", points[0].to_string().into()),
            ("down", points[1].to_string().into()),
            ("scale", display.scale.to_string().into()),
        ],
    );
    told.add(Msg::HealthDisplay, false, &size);
    if library.site.is_kiosk {
        let rules = &library.site.visits;
        let args = [("idle", rules.idle.as_secs().into()), ("warning", rules.warning.as_secs().into())];
        told.add(Msg::HealthVisits, false, &words.with(Msg::HealthVisitsRules, &args));
    }
    told.facts
}

/// What the machine was asked. `is_silent` says that a sound was tried and could not be heard.
pub fn examined(library: &Library, health: &Health, is_silent: bool, words: &Words) -> Vec<HealthFact> {
    let mut told = Told { words, facts: Vec::new() };
    printer(&mut told, library, health);
    match &health.sound {
        None => told.add(Msg::HealthSound, true, &words.text(Msg::HealthSoundNone)),
        Some(way) if is_silent => {
            told.add(Msg::HealthSound, true, &words.with(Msg::HealthSoundFailed, &[("way", way.as_str().into())]));
        }
        Some(way) => told.add(Msg::HealthSound, false, way),
    }
    disk(&mut told, health);
    let renderer = match health.renderer {
        Some("gpu") => Msg::HealthRendererGpu,
        Some(_) => Msg::HealthRendererCpu,
        None => Msg::HealthUnknown,
    };
    told.add(Msg::HealthRenderer, false, &words.text(renderer));
    told.facts
}

/// Whether the clock on the wall is before the day on which the content was last checked, which it cannot be.
pub fn is_clock_wrong(library: &Library, today: Date) -> bool {
    today < library.newest_review()
}

fn clock(told: &mut Told<'_>, library: &Library, today: Date) {
    let date = words::date(told.words, today);
    if !is_clock_wrong(library, today) {
        return told.add(Msg::HealthClock, false, &date);
    }
    let newest = words::date(told.words, library.newest_review());
    let wrong = told.words.with(Msg::HealthClockWrong, &[("date", date.into()), ("newest", newest.into())]);
    told.add(Msg::HealthClock, true, &wrong);
}

fn content(told: &mut Told<'_>, library: &Library, today: Date) {
    let newest = library.newest_review();
    let age = told.words.with(
        Msg::HealthContentAge,
        &[
            ("version", library.edition.version.as_str().into()),
            ("date", words::date(told.words, newest).into()),
            ("days", f64::from((today - newest).get_days().max(0)).into()),
        ],
    );
    let late = library.sections().filter(|(_, section)| section.review_by < today).count();
    if late == 0 {
        return told.add(Msg::HealthContent, false, &age);
    }
    let late = told.words.with(Msg::HealthContentLate, &[("age", age.into()), ("late", late.into())]);
    told.add(Msg::HealthContent, true, &late);
}

fn problems(told: &mut Told<'_>, library: &Library) {
    let problems = &library.problems;
    told.add(Msg::HealthProblems, !problems.is_empty(), &problems_summary(problems.len(), told.words));
    let mut lines: Vec<String> = problems.iter().take(PROBLEMS).map(ToString::to_string).collect();
    if let Some(more) = problems.len().checked_sub(PROBLEMS).filter(|more| 0 < *more) {
        lines.push(told.words.with(Msg::HealthProblemsMore, &[("count", more.into())]));
    }
    if let Some(fact) = told.facts.last_mut().filter(|_| !lines.is_empty()) {
        fact.value = format!("{}\n{}", fact.value, lines.join("\n"));
    }
}

/// The printer on which readers print here, or why they cannot.
fn printer(told: &mut Told<'_>, library: &Library, health: &Health) {
    let printers = match &health.printers {
        Ok(printers) => printers.as_slice(),
        Err(trouble) => return told.add(Msg::HealthPrinter, true, &sentence(trouble, told.words)),
    };
    let named = library.site.printer.as_ref();
    let usual = || printers.iter().find(|printer| printer.is_default).or(printers.first());
    let of_site = |name: &String| printers.iter().find(|printer| printer.name == *name);
    let Some(printer) = named.map_or_else(usual, of_site) else {
        let missing =
            named.map_or_else(|| told.words.text(Msg::PrintNone), |_| sentence(&Trouble::UnknownPrinter, told.words));
        return told.add(Msg::HealthPrinter, true, &missing);
    };
    let label = ("printer", printer.label.as_str().into());
    let troubles = troubles(printer);
    if troubles.is_empty() {
        return told.add(Msg::HealthPrinter, false, &told.words.with(Msg::HealthPrinterReady, &[label]));
    }
    for trouble in &troubles {
        let Advice { trouble, step } = advice(trouble, told.words);
        let args = [label.clone(), ("trouble", trouble.into()), ("step", step.into())];
        told.add(Msg::HealthPrinter, true, &told.words.with(Msg::HealthPrinterTrouble, &args));
    }
}

/// What keeps pages from coming, or soon may.
fn troubles(printer: &Printer) -> Vec<Trouble> {
    let condition = &printer.condition;
    let refuses = (!printer.accepts_jobs).then_some(Trouble::NotAcceptingJobs);
    let stopped = condition.is_stopped.then_some(Trouble::Paused);
    let said = condition.troubles.iter().chain(&condition.warnings).cloned();
    refuses.into_iter().chain(stopped).chain(said).collect()
}

fn sentence(trouble: &Trouble, words: &Words) -> String {
    let Advice { trouble, step } = advice(trouble, words);
    format!("{trouble} {step}")
}

fn disk(told: &mut Told<'_>, health: &Health) {
    let Some((folder, Some(bytes))) = &health.memory else {
        return told.add(Msg::HealthDisk, false, &told.words.text(Msg::HealthUnknown));
    };
    let mega = bytes / 1_000_000;
    let args = [("mega", mega.to_string().into()), ("folder", folder.as_str().into())];
    told.add(Msg::HealthDisk, mega < LEAST_MEGABYTES, &told.words.with(Msg::HealthDiskFree, &args));
}
