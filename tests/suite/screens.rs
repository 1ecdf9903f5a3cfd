//! Every screen there is, in one list, for the tests that hold for all of them.

use std::time::Duration;

use careshelf::content::{Loaded, SiteText, assemble, bundled_files};
use careshelf::model::paper::Layout;
use careshelf::model::place::{Place, Problem, Severity};
use careshelf::model::printer::{Outcome, Progress, Stage};
use careshelf::model::trouble::Trouble;
use careshelf::state::printing::{Preview, Printers, Zoom};
use careshelf::state::search::wanted_words;
use careshelf::state::typing::{Selection, TypingAction, Written};
use careshelf::state::{Action, GuideAction, PrintAction, SearchAction};

use crate::print_page::printer;
use crate::pseudo::pseudo_for;
use crate::visit::Visit;

/// The place in which the screens are looked at: a clinic that has filled everything in.
const SITE: &str = r#"site(name: "Riverside Clinic", address: "12 River Street, Springfield", room: "Ground floor",
    door_code: "4711", phone: "555-0100", naloxone_location: "Red box beside the front desk",
    aed_location: "On the wall in the entrance hall",
    services: [service(name: "Night van", about: "Free naloxone.", phone: "555-0101", address: "Second Street",
        hours: "8 pm to 2 am", checked: "2026-10-01")],
    approved: approval(by: "Dr A. Example, medical director", on: "2026-11-01"))"#;

/// A screen: what it is called in messages, and the way to it from any other screen.
pub struct Screen {
    pub name: String,
    way: Vec<Step>,
}

/// A step of the way to a screen.
#[derive(Clone)]
enum Step {
    Do(Action),
    Pass(Duration),
    /// Waits until this machine's printers were looked for.
    FindPrinters,
    /// Waits until search answers.
    Search,
    /// The last job is held up, and then, perhaps, over.
    FollowJob(Option<Outcome>),
}

impl Screen {
    fn new(name: impl Into<String>, way: impl IntoIterator<Item = Action>) -> Self {
        Self { name: name.into(), way: way.into_iter().map(Step::Do).collect() }
    }

    /// The same once another screen was opened.
    fn after(mut self, before: Self) -> Self {
        self.way.splice(0..0, before.way);
        self
    }

    /// Whether somebody writes there.
    pub fn has_field(&self) -> bool {
        self.way.iter().any(|step| matches!(step, Step::Do(Action::Search(SearchAction::Open))))
    }

    fn pass(mut self, secs: u64) -> Self {
        self.way.push(Step::Pass(Duration::from_secs(secs)));
        self
    }

    fn then(mut self, way: impl IntoIterator<Item = Action>) -> Self {
        self.way.extend(way.into_iter().map(Step::Do));
        self
    }

    /// Brings the visit to this screen of a kiosk. The end of a visit takes `wishes` back, so they are said once it is there.
    pub fn open_in(&self, visit: &mut Visit, wishes: &[Action]) {
        self.open(visit);
        for wish in wishes {
            visit.act(wish.clone());
        }
    }

    /// Brings the visit to this screen, from wherever it is.
    pub fn open(&self, visit: &mut Visit) {
        let home = [guide(GuideAction::End), guide(GuideAction::End), section("act-now")];
        if !visit.state().findings.is_empty() {
            visit.act_for_one_frame(Action::CloseFindings);
        }
        let is_there = visit.state().emergency.is_none() && visit.state().printing.is_none();
        let home = home.into_iter().filter(|_| !is_there);
        for step in home.map(Step::Do).chain(self.way.clone()) {
            match step {
                Step::Do(action) => visit.act_for_one_frame(action),
                // Long enough after the step before for a hand, which the guide asks for.
                Step::Pass(time) => visit.pass_for_one_frame(time),
                Step::FindPrinters => {
                    let is_looking = |visit: &Visit| {
                        visit.state().printing.as_ref().is_some_and(|printing| printing.printers == Printers::Looking)
                    };
                    visit.until("printers were looked for", |visit| !is_looking(visit))
                }
                Step::Search => {
                    let words = |visit: &Visit| wanted_words(visit.state()).to_owned();
                    let is_answered = |visit: &mut Visit| {
                        visit.state().search.as_ref().is_some_and(|search| search.is_answered(&words(visit)))
                    };
                    visit.until("search answered", is_answered)
                }
                Step::FollowJob(outcome) => follow_job(visit, outcome),
            };
        }
        if visit.state().printing.is_some() {
            // It comes from another thread; what is on the screen before is no place to stay.
            visit.until("the page is shown", |visit| {
                // A poster has no room for a language 40 % longer, and says so.
                let preview = visit.state().printing.as_ref().map(|printing| &printing.preview);
                visit.harness().state().is_page_shown() || matches!(preview, Some(Preview::Failed(_)))
            });
        }
        visit.wait();
    }
}

/// A language in which the screens are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tongue {
    English,
    Spanish,
    /// 40 % longer.
    Pseudo,
}

impl Tongue {
    fn loaded(self, site: &str) -> Loaded {
        let text = SiteText { name: "site.ron", text: site };
        match self {
            Self::English => assemble(&bundled_files(), "en", Some(text)),
            Self::Spanish => assemble(&bundled_files(), "es", Some(text)),
            Self::Pseudo => pseudo_for(site),
        }
    }
}

/// A visit to the place of the screens.
pub fn visit(size: [f32; 2]) -> Visit {
    visit_in(Tongue::English, size)
}

/// The same in a language.
pub fn visit_in(tongue: Tongue, size: [f32; 2]) -> Visit {
    Visit::to(tongue.loaded(SITE), size)
}

/// Every screen of the viewer. A new screen belongs in this list.
pub fn screens(visit: &Visit) -> Vec<Screen> {
    let mut screens: Vec<Screen> =
        visit.all_sections().into_iter().map(|id| Screen::new(id.to_string(), [Action::OpenSection(id)])).collect();
    screens.extend(sheets(visit));
    screens.extend(guide_screens(visit));
    screens.extend(print_screens());
    screens.extend(search_screens());
    screens
}

/// A visit to the same place, where anybody may use the machine.
pub fn kiosk_visit(size: [f32; 2]) -> Visit {
    kiosk_visit_in(Tongue::English, size)
}

/// The same in a language.
pub fn kiosk_visit_in(tongue: Tongue, size: [f32; 2]) -> Visit {
    let mut visit = Visit::to(tongue.loaded(&SITE.replacen("site(", "site(kiosk: true, ", 1)), size);
    visit.act(Action::BeginVisit);
    visit
}

/// The screens that only a kiosk has, or that look otherwise there. The administrator's panel, the keyboard and the safe page
/// have tables of their own (`admin::screens`, `typing::screens`, `safe_page`).
pub fn kiosk_screens() -> Vec<Screen> {
    let begun = |name: &str| Screen::new(name, [Action::EndVisit, Action::BeginVisit]);
    vec![
        Screen::new("what welcomes somebody", [Action::EndVisit]),
        begun("a page of a kiosk").then([section("signs")]),
        begun("a hidden page").then([Action::ToggleHidden]),
        begun("the question whether somebody is there").then([section("methadone")]).pass(95),
        begun("the guide of a kiosk").then([Action::ActNow]),
        searching("search on a kiosk", "naloxone").after(begun("")),
        begun("the kinds of naloxone on a kiosk").then([Action::ActNow, guide(GuideAction::GoTo("give".into()))]),
    ]
}

fn section(id: &str) -> Action {
    Action::OpenSection(id.into())
}

fn guide(action: GuideAction) -> Action {
    Action::Guide(action)
}

fn print(action: PrintAction) -> Action {
    Action::Print(action)
}

fn sheets(visit: &Visit) -> Vec<Screen> {
    let sources = visit.library().sources.keys().take(4).cloned().collect();
    vec![
        Screen::new("text and colors", [section("act-now"), Action::ToggleLook]),
        Screen::new("the languages", [section("act-now"), Action::ToggleLanguages]),
        Screen::new("what is wrong, for whoever writes", [section("signs"), Action::MeetFindings(findings())]),
        Screen::new("who says so", [section("act-now"), Action::ShowSources(sources)]),
        Screen::new("the list of sections", [section("signs"), Action::ToggleSectionList]),
    ]
}

fn findings() -> Vec<Problem> {
    let finding = |line| Problem {
        place: Place { file: "en/overdose.ron".into(), line, column: 9 },
        severity: Severity::Warning,
        rule: "reading-grade",
        message: "`signs` reads at grade 7.2, more than 4; use shorter sentences and words".to_owned(),
    };
    vec![finding(12), finding(200)]
}

fn guide_screens(visit: &Visit) -> Vec<Screen> {
    let dose = [Action::ActNow, guide(GuideAction::GoTo("again".into()))];
    let given = |name: &str| Screen::new(name, dose.clone()).pass(1).then([guide(GuideAction::Choose(2))]).pass(47);
    let cards = visit.library().guide.cards().map(|card| card.id.clone());
    let mut screens: Vec<Screen> =
        cards.map(|card| given(&format!("the card {card}")).then([guide(GuideAction::GoTo(card))])).collect();
    screens.extend([
        Screen::new("the guide's begin", [Action::ActNow]),
        Screen::new("a practice", [guide(GuideAction::Practice)]),
        given("a dose that is due").then([guide(GuideAction::GoTo("give".into()))]).pass(200),
        given("text and colors in the guide").then([Action::ToggleLook]),
        given("the bar of an emergency").then([guide(GuideAction::Leave)]),
        given("the end that is asked twice").then([guide(GuideAction::Leave), guide(GuideAction::End)]),
    ]);
    screens
}

fn follow_job(visit: &mut Visit, outcome: Option<Outcome>) -> &mut Visit {
    let number = visit.state().job_count;
    let held = Progress { stage: Stage::HeldUp(Trouble::PaperJam), warnings: vec![Trouble::TonerLow] };
    visit.act_for_one_frame(print(PrintAction::MeetProgress(number, held)));
    if let Some(outcome) = outcome {
        visit.act_for_one_frame(print(PrintAction::MeetOutcome(number, outcome)));
    }
    visit
}

/// The page of search, with `words` in its field and what was found for them.
fn searching(name: &str, words: &str) -> Screen {
    let written = TypingAction::Replace(Written(words.to_owned()), Selection::at(words.chars().count()));
    let mut screen = Screen::new(name, [Action::Search(SearchAction::Open), Action::Type(written)]);
    screen.way.push(Step::Search);
    // Screen readers hear what was found once nothing is typed any more.
    screen.pass(2)
}

fn search_screens() -> Vec<Screen> {
    vec![
        Screen::new("search", [Action::Search(SearchAction::Open)]).pass(2),
        searching("what search found", "hepatitus shot"),
        searching("search in an emergency", "my son is not breathing"),
        searching("search that comes near", "xmethqadonez"),
        searching("search that finds nothing", "zzxqj"),
    ]
}

fn print_screens() -> Vec<Screen> {
    let open = |name: &str, printers| {
        let mut screen =
            Screen::new(name, [print(PrintAction::TogglePage("signs".into())), print(PrintAction::OpenSection)]);
        screen.way.push(Step::FindPrinters);
        // The pages come by themselves; what is around them is there before.
        let pages = PrintAction::MeetPages(Preview::Ready(4));
        screen.then([print(PrintAction::MeetPrinters(printers)), print(pages)])
    };
    let found = |name: &str| open(name, Ok(vec![printer("one"), printer("two")]));
    let job = |name: &str, outcome: Option<Outcome>| {
        let mut screen = found(name).then([print(PrintAction::Start)]);
        screen.way.push(Step::FollowJob(outcome));
        screen
    };
    vec![
        found("the page for printing"),
        found("the largest page").then([print(PrintAction::SetZoom(Zoom::Close))]),
        found("a poster").then([print(PrintAction::SetLayout(Layout::Poster))]),
        open("no printer", Err(Trouble::Unreachable)),
        job("a job under way", None),
        job("a job that is done", Some(Outcome::Printed)),
        job("a job that failed", Some(Outcome::Failed(Trouble::Unreachable))),
    ]
}
