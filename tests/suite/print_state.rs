//! Printing as a pure matter of state: one confirmation makes one job, a failure loses nothing, every trouble has words.

use std::collections::BTreeSet;
use std::sync::LazyLock;
use std::time::Duration;

use careshelf::model::library::Library;
use careshelf::model::paper::{Layout, Paper};
use careshelf::model::printer::{Outcome, Progress, Stage};
use careshelf::model::trouble::Trouble;
use careshelf::notes::trouble::{Advice, advice};
use careshelf::state::printing::{Job, JobStatus, Preview, Printers, Printing, What, Zoom};
use careshelf::state::{Action, AppState, PrintAction, update};
use proptest::prelude::*;

use crate::print_page::printer;
use crate::visit::{TODAY, bundled};

/// Read once: a property makes hundreds of readers.
static LIBRARY: LazyLock<Library> = LazyLock::new(|| bundled().library);

/// A reader at the page for printing, with everything ready.
struct Reader {
    library: Library,
    state: AppState,
}

impl Reader {
    fn ready() -> Self {
        let library = LIBRARY.clone();
        let state = AppState::new(&library, TODAY);
        let mut reader = Self { library, state };
        let printers = Ok(vec![printer("one"), printer("two")]);
        reader.does([
            PrintAction::OpenSection,
            PrintAction::MeetPrinters(printers),
            PrintAction::MeetPages(Preview::Ready(3)),
        ]);
        reader
    }

    fn does(&mut self, actions: impl IntoIterator<Item = PrintAction>) -> &mut Self {
        for action in actions {
            // Nobody touches twice in the same moment.
            self.pass(Duration::from_secs(1));
            update(&mut self.state, &self.library, Action::Print(action));
        }
        self
    }

    fn pass(&mut self, time: Duration) {
        let now = self.state.now.plus(time);
        update(&mut self.state, &self.library, Action::SetNow(now));
    }

    fn printing(&self) -> &Printing {
        self.state.printing.as_ref().expect("the page for printing is open")
    }

    fn status(&self) -> Option<&JobStatus> {
        self.printing().job.as_ref().map(|job| &job.status)
    }
}

fn progress(stage: Stage) -> Progress {
    Progress { stage, warnings: Vec::new() }
}

#[test]
fn a_double_tap_prints_once() {
    let mut reader = Reader::ready();
    reader.does([PrintAction::Start, PrintAction::Start]);
    assert_eq!(reader.state.job_count, 1);
    reader.does([PrintAction::MeetOutcome(1, Outcome::Printed), PrintAction::Start]);
    assert_eq!(reader.state.job_count, 1, "a late second tap prints nothing either");
    reader.does([PrintAction::TryAgain, PrintAction::MeetPrinters(Ok(vec![printer("one")])), PrintAction::Start]);
    assert_eq!(reader.state.job_count, 2, "a new confirmation prints again");
}

#[test]
fn the_second_half_of_a_double_tap_does_not_stop_what_the_first_one_began() {
    let mut reader = Reader::ready();
    reader.does([PrintAction::Start]);
    update(&mut reader.state, &reader.library, Action::Print(PrintAction::Cancel));
    assert!(!reader.printing().job.as_ref().is_some_and(|job| job.is_cancel_asked));
    reader.does([PrintAction::MeetOutcome(1, Outcome::Cancelled)]);
    update(&mut reader.state, &reader.library, Action::Print(PrintAction::TryAgain));
    assert!(reader.printing().job.is_some(), "what became of the job must be seen");
    reader.does([PrintAction::TryAgain]);
    assert!(reader.printing().job.is_none());
}

#[test]
fn an_order_asks_for_what_was_chosen_and_names_nobody() {
    let mut reader = Reader::ready();
    reader.does([
        PrintAction::SetPaper(Paper::A4),
        PrintAction::MeetPages(Preview::Ready(3)),
        PrintAction::SetPrinter("two".to_owned()),
        PrintAction::SetCopies(4),
        PrintAction::SetTwoSided(true),
        PrintAction::Start,
    ]);
    let order = &reader.printing().job.as_ref().expect("a job").order;
    assert_eq!((order.printer.as_str(), order.media.as_str()), ("two", "iso_a4_210x297mm"));
    assert_eq!((order.copies, order.is_two_sided, order.title.as_str()), (4, true, "Careshelf pages"));
}

#[test]
fn a_printer_without_the_paper_gets_the_paper_that_it_has() {
    let mut reader = Reader::ready();
    assert_eq!(reader.printing().paper, Paper::Letter);
    let mut only_a4 = printer("one");
    only_a4.can.media.retain(|media| media.starts_with("iso_a4"));
    reader.does([PrintAction::MeetPrinters(Ok(vec![only_a4]))]);
    assert_eq!((reader.printing().paper, &reader.printing().preview), (Paper::A4, &Preview::Setting));
    assert_eq!(reader.printing().papers(), [Paper::A4]);
}

#[test]
fn the_printer_of_the_site_file_comes_before_the_usual_one() {
    let mut reader = Reader::ready();
    reader.library.site.printer = Some("two".to_owned());
    let mut usual = printer("one");
    usual.is_default = true;
    reader.does([PrintAction::Close, PrintAction::OpenSection]);
    reader.does([PrintAction::MeetPrinters(Ok(vec![usual, printer("two")]))]);
    assert_eq!(reader.printing().printer.as_deref(), Some("two"));
}

#[test]
fn nothing_is_printed_before_the_pages_and_a_printer_are_there() {
    let mut reader = Reader::ready();
    reader.does([PrintAction::SetLayout(Layout::LargePrint), PrintAction::Start]);
    assert_eq!(reader.state.job_count, 0, "the new pages are not set yet");
    reader.does([PrintAction::MeetPages(Preview::Failed("no".to_owned())), PrintAction::Start]);
    assert_eq!(reader.state.job_count, 0);
    reader.does([PrintAction::MeetPages(Preview::Ready(1)), PrintAction::MeetPrinters(Ok(vec![])), PrintAction::Start]);
    assert_eq!(reader.state.job_count, 0);
}

#[test]
fn nothing_about_the_pages_changes_while_they_are_on_their_way() {
    let mut reader = Reader::ready();
    reader.does([PrintAction::TogglePage("signs".into()), PrintAction::Choose(What::Basket)]);
    reader.does([PrintAction::MeetPages(Preview::Ready(3)), PrintAction::Start]);
    let before = reader.printing().clone();
    reader.does([
        PrintAction::SetLayout(Layout::Poster),
        PrintAction::SetPaper(Paper::A4),
        PrintAction::Choose(What::Section),
        PrintAction::SetCopies(9),
        PrintAction::SetTwoSided(true),
        PrintAction::SetPrinter("two".to_owned()),
        PrintAction::EmptyBasket,
    ]);
    assert_eq!(*reader.printing(), before);
}

#[test]
fn the_page_stays_until_somebody_can_see_what_became_of_the_job() {
    let mut reader = Reader::ready();
    reader.does([PrintAction::Start, PrintAction::Close]);
    assert!(reader.state.printing.is_some());
    reader.does([PrintAction::MeetProgress(1, progress(Stage::Printing)), PrintAction::Cancel]);
    assert!(reader.printing().job.as_ref().is_some_and(|job| job.is_cancel_asked));
}

#[test]
fn news_of_an_older_job_changes_nothing() {
    let mut reader = Reader::ready();
    reader.does([PrintAction::Start, PrintAction::MeetOutcome(1, Outcome::Cancelled), PrintAction::TryAgain]);
    reader.does([PrintAction::MeetPrinters(Ok(vec![printer("one")])), PrintAction::Start]);
    reader
        .does([PrintAction::MeetProgress(1, progress(Stage::Printing)), PrintAction::MeetOutcome(1, Outcome::Printed)]);
    assert_eq!(reader.status(), Some(&JobStatus::Going(progress(Stage::Sending))));
}

#[test]
fn after_every_failure_all_choices_are_as_they_were() {
    for trouble in Trouble::ALL_KINDS {
        let mut reader = Reader::ready();
        reader.does([PrintAction::SetCopies(2), PrintAction::SetTwoSided(true), PrintAction::TurnTo(2)]);
        let before = reader.printing().clone();
        reader.does([PrintAction::Start, PrintAction::MeetOutcome(1, Outcome::Failed(trouble.clone()))]);
        reader.does([PrintAction::TryAgain, PrintAction::MeetPrinters(Ok(vec![printer("one"), printer("two")]))]);
        assert_eq!(*reader.printing(), before, "{trouble:?}");
    }
}

#[test]
fn every_trouble_has_a_sentence_of_its_own_and_a_step() {
    let words = bundled().words;
    let mut sentences = BTreeSet::new();
    for trouble in Trouble::ALL_KINDS {
        let Advice { trouble: sentence, step } = advice(trouble, &words);
        for text in [&sentence, &step] {
            assert!(text.ends_with('.') && text.starts_with(char::is_uppercase), "{trouble:?}: {text}");
            assert!(text.split(' ').count() <= 14, "{trouble:?} takes too long to read: {text}");
        }
        // That CUPS is silent and that it says nonsense is the same to whoever stands there.
        let is_new = sentences.insert(sentence.clone());
        assert!(is_new || *trouble == Trouble::SpoolerConfused, "{trouble:?} is told like another: {sentence}");
    }
    let unknown = advice(&Trouble::Unknown("flux-capacitor-cold".to_owned()), &words);
    assert_eq!(unknown.step, "Ask staff for help.");
}

#[test]
fn words_that_nobody_knows_are_kept_from_warnings_failures_and_idle_printers_too() {
    let unknown = |word: &str| Trouble::Unknown(word.to_owned());
    let mut reader = Reader::ready();
    let mut idle = printer("one");
    idle.condition.warnings.push(unknown("a"));
    let warned = Progress { stage: Stage::Printing, warnings: vec![unknown("b")] };
    reader.does([PrintAction::MeetPrinters(Ok(vec![idle])), PrintAction::Start, PrintAction::MeetProgress(1, warned)]);
    reader.does([PrintAction::MeetOutcome(1, Outcome::Failed(Trouble::Refused("c".to_owned())))]);
    reader.does([PrintAction::MeetWord("d".to_owned()), PrintAction::MeetWord("d".to_owned())]);
    assert_eq!(reader.state.printer_words, ["a", "b", "c", "d"]);
}

#[test]
fn on_a_kiosk_only_the_printer_of_the_site_file_is_offered() {
    let mut reader = Reader::ready();
    (reader.library.site.printer, reader.library.site.is_kiosk) = (Some("two".to_owned()), true);
    reader.does([PrintAction::MeetPrinters(Ok(vec![printer("one"), printer("two")]))]);
    assert_eq!(reader.printing().printers, Printers::Found(vec![printer("two")]));
    reader.does([PrintAction::MeetPrinters(Ok(vec![printer("one")]))]);
    assert_eq!(reader.printing().printers, Printers::Missing(Some(Trouble::UnknownPrinter)));
}

#[test]
fn another_section_or_the_whole_library_leaves_nothing_stale() {
    let mut reader = Reader::ready();
    update(&mut reader.state, &reader.library, Action::MeetWholeLibrary);
    assert_eq!(reader.printing().preview, Preview::Setting, "there is more to print now");
    update(&mut reader.state, &reader.library, Action::OpenSection("signs".into()));
    assert!(reader.state.printing.is_none(), "nobody prints a page that is not open any more");
}

#[test]
fn what_a_printer_says_that_nobody_knows_is_kept_for_the_about_page_once() {
    let mut reader = Reader::ready();
    let held = progress(Stage::HeldUp(Trouble::Unknown("flux-capacitor-cold".to_owned())));
    reader.does([PrintAction::Start, PrintAction::MeetProgress(1, held.clone()), PrintAction::MeetProgress(1, held)]);
    assert_eq!(reader.state.printer_words, ["flux-capacitor-cold"]);
}

fn any_action() -> impl Strategy<Value = PrintAction> {
    let trouble = prop::sample::select(Trouble::ALL_KINDS);
    let outcome = prop_oneof![
        Just(Outcome::Printed),
        Just(Outcome::Cancelled),
        Just(Outcome::NotKnown),
        trouble.clone().prop_map(Outcome::Failed)
    ];
    let printers = prop_oneof![Just(Ok(vec![])), Just(Ok(vec![printer("one")])), trouble.prop_map(Err)];
    prop_oneof![
        prop::sample::select(vec![
            PrintAction::OpenSection,
            PrintAction::Close,
            PrintAction::Start,
            PrintAction::Start,
            PrintAction::Cancel,
            PrintAction::TryAgain,
            PrintAction::Save,
            PrintAction::EmptyBasket,
            PrintAction::Choose(What::Basket),
            PrintAction::Choose(What::Section),
            PrintAction::SetZoom(Zoom::Close),
            PrintAction::TogglePage("signs".into()),
            PrintAction::TogglePage("no-such-page".into()),
            PrintAction::MeetPages(Preview::Ready(0)),
        ]),
        prop::sample::select(Layout::ALL.to_vec()).prop_map(PrintAction::SetLayout),
        (0_usize..9).prop_map(PrintAction::TurnTo),
        (0_u32..200).prop_map(PrintAction::SetCopies),
        (0_usize..5).prop_map(|count| PrintAction::MeetPages(Preview::Ready(count))),
        printers.prop_map(PrintAction::MeetPrinters),
        ((0_u64..4), outcome).prop_map(|(number, outcome)| PrintAction::MeetOutcome(number, outcome)),
    ]
}

proptest! {
    /// Whatever a reader and a printer do: a job begins only by a confirmation, one at a time, with pages and a printer; and
    /// the page that is shown exists.
    #[test]
    fn whatever_happens_one_confirmation_makes_one_job(actions in prop::collection::vec(any_action(), 0..60)) {
        let mut reader = Reader::ready();
        for action in actions {
            let jobs = reader.state.job_count;
            let job = reader.state.printing.as_ref().and_then(|printing| printing.job.as_ref());
            let was_going = job.is_some_and(Job::is_going);
            let is_start = action == PrintAction::Start;
            reader.does([action]);
            prop_assert!(reader.state.job_count - jobs <= u64::from(is_start && !was_going));
            let Some(printing) = &reader.state.printing else { prop_assert!(!was_going); continue };
            if let Preview::Ready(count) = printing.preview {
                prop_assert!(printing.page < count.max(1));
            }
            prop_assert!((1..=printing.most_copies()).contains(&printing.copies) || !matches!(printing.printers, Printers::Found(_)));
            if let Some(job) = &printing.job {
                prop_assert!(1 <= job.order.copies && !job.order.printer.is_empty());
            }
        }
    }
}
