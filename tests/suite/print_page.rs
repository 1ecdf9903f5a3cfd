//! The page on which a reader prints: choosing, looking at the pages, and what is said where nothing can be printed.

use std::os::unix::net::UnixListener;
use std::path::PathBuf;
use std::time::Duration;

use careshelf::content::{assemble, bundled_files};
use careshelf::model::paper::{Layout, Paper};
use careshelf::model::printer::{Capabilities, Condition, Outcome, Printer, Progress, Stage};
use careshelf::model::trouble::Trouble;
use careshelf::printer::Spooler;
use careshelf::state::printing::{Preview, Printers, Printing, Saved, What};
use careshelf::state::{Action, PrintAction, TextSize};
use egui::Key;
use egui::accesskit::{Live, Role};
use egui_kittest::Node;
use egui_kittest::kittest::NodeT;

use crate::layout::{check_size_of_targets, check_words};
use crate::visit::{Visit, bundled, bundled_for, name_of};

/// A visit on the page for printing the section `id`, with its pages ready, at a machine without a printer.
fn at_print_page(id: &str, size: [f32; 2]) -> Visit {
    let mut visit = Visit::printing_to(Spooler::at("/nonexistent"), None, bundled(), size);
    visit.act(Action::OpenSection(id.into())).act(Action::Print(PrintAction::OpenSection));
    ready(&mut visit);
    visit
}

fn printing(visit: &Visit) -> &Printing {
    visit.state().printing.as_ref().expect("the page for printing is open")
}

/// Waits until the pages are ready and looked at, and printers were looked for.
#[track_caller]
fn ready(visit: &mut Visit) -> usize {
    visit.until("the pages are ready", |visit| {
        let printing = printing(visit);
        printing.preview != Preview::Setting && printing.printers != Printers::Looking
    });
    match &printing(visit).preview {
        Preview::Ready(count) => *count,
        other => panic!("the pages are not ready: {other:?}"),
    }
}

#[test]
fn the_pages_are_shown_as_they_will_be_printed_one_at_a_time() {
    let mut visit = at_print_page("signs", [1280.0, 800.0]);
    let count = ready(&mut visit);
    assert!(1 < count, "a section of one page cannot be turned");
    assert!(visit.has(&format!("Page 1 of {count}, as it will be printed")), "{}", visit.words());
    visit.press(Role::Button, "Page after");
    assert!(visit.has(&format!("Page 2 of {count}")), "{}", visit.words());
    for _ in 0..=count {
        visit.press(Role::Button, "Page after");
    }
    assert_eq!(printing(&visit).page, count - 1, "after the last page there is none");
    for _ in 0..=count {
        visit.press(Role::Button, "Page before");
    }
    assert_eq!(printing(&visit).page, 0);
}

#[test]
fn the_picture_of_a_page_has_ink_and_follows_the_size() {
    let mut visit = at_print_page("signs", [1280.0, 800.0]);
    visit.until("the page is drawn", |visit| ink_of_page(visit) > 500);
    let whole = visit.rect(Role::Image, &page_name(&visit)).width();
    let pixels = printing(&visit).milli_pixels;
    visit.press(Role::RadioButton, "Largest");
    assert!(whole * 1.5 < visit.rect(Role::Image, &page_name(&visit)).width());
    assert!(pixels * 3 / 2 < printing(&visit).milli_pixels, "it is drawn anew, not only stretched");
    visit.until("the page is drawn again", |visit| ink_of_page(visit) > 500);
}

/// Dark pixels on the page that is shown.
fn ink_of_page(visit: &mut Visit) -> usize {
    let place = visit.rect(Role::Image, &page_name(visit)).shrink(2.0);
    let picture = visit.picture();
    let is_dark = |x: u32, y: u32| picture.get_pixel(x, y).0[..3].iter().all(|part| *part < 90);
    let (width, height) = picture.dimensions();
    let [width, height] = [width.min(place.max.x as u32), height.min(place.max.y as u32)];
    let places = (place.min.y as u32..height).flat_map(|y| (place.min.x as u32..width).map(move |x| (x, y)));
    places.filter(|(x, y)| is_dark(*x, *y)).count()
}

fn page_name(visit: &Visit) -> String {
    let Preview::Ready(count) = printing(visit).preview else { panic!("the pages are not ready") };
    format!("Page {} of {count}, as it will be printed", printing(visit).page + 1)
}

#[test]
fn what_is_chosen_makes_other_pages() {
    let mut visit = at_print_page("signs", [1280.0, 800.0]);
    let one = ready(&mut visit);
    visit.press_first(Role::RadioButton, "All of Overdose");
    let topic = ready(&mut visit);
    assert!(one < topic, "{one} {topic}");
    visit.press(Role::RadioButton, "This page: Signs of an overdose").press(Role::RadioButton, "Large print");
    let large = ready(&mut visit);
    assert!(one < large, "{one} {large}");
    visit.press(Role::RadioButton, "A4");
    ready(&mut visit);
    assert_eq!((printing(&visit).layout, printing(&visit).paper), (Layout::LargePrint, Paper::A4));
    for name in ["Wallet card", "Poster"] {
        visit.press(Role::RadioButton, name);
        assert_eq!(ready(&mut visit), 1, "{name}");
        assert!(visit.has("The wallet card and the poster always show the overdose steps."));
    }
}

#[test]
fn the_paper_is_what_printers_hold_there() {
    let cases = [
        (r#"site(name: "A")"#, Paper::Letter),
        (r#"site(name: "A", protocol: "uk")"#, Paper::A4),
        (r#"site(name: "A", paper: a4)"#, Paper::A4),
        (r#"site(name: "A", protocol: "uk", paper: letter)"#, Paper::Letter),
    ];
    for (site, paper) in cases {
        let mut visit = Visit::to(bundled_for(site), [1280.0, 800.0]);
        visit.press(Role::Button, "Print");
        assert_eq!(printing(&visit).paper, paper, "{site}");
    }
}

#[test]
fn pages_are_gathered_while_reading_and_printed_together() {
    let mut visit = Visit::new([1280.0, 800.0]);
    for section in ["methadone", "signs"] {
        visit.act(Action::OpenSection(section.into())).press(Role::Button, "Add to my pages");
    }
    assert!(visit.has("Remove from my pages"), "{}", visit.words());
    visit.press(Role::Button, "Print (2)");
    assert_eq!(printing(&visit).what, What::Basket);
    assert!(2 < ready(&mut visit));
    visit.press(Role::Button, "Clear my pages");
    assert_eq!(printing(&visit).what, What::Section, "there is nothing else to print any more");
    ready(&mut visit);
    visit.key(Key::Escape);
    assert!(visit.has("Print") && visit.has("Add to my pages"), "{}", visit.words());
}

#[test]
fn where_nothing_can_be_printed_the_page_says_what_to_do_and_keeps_the_choice() {
    let mut visit = at_print_page("signs", [1280.0, 800.0]);
    visit.press(Role::RadioButton, "Large print").press(Role::RadioButton, "A4");
    ready(&mut visit);
    for words in ["Printing is not set up on this machine.", "Ask staff for help.", "Save as PDF", "1-800-662-4357"] {
        assert!(visit.has(words), "{words}\n{}", visit.words());
    }
    let prints = |words: &str| words.starts_with("Print ") && words.contains(" page") && words != "Print this page";
    assert!(!visit.words().lines().any(prints), "{}", visit.words());
    assert!(!visit.state().printer_words.is_empty(), "whoever looks after this machine is told more");
    visit.press(Role::Button, "Try again");
    ready(&mut visit);
    assert_eq!((printing(&visit).layout, printing(&visit).paper), (Layout::LargePrint, Paper::A4));
}

#[test]
fn nothing_can_be_saved_where_anybody_comes_by() {
    let loaded = bundled_for(r#"site(name: "Riverside Clinic", kiosk: true)"#);
    let folder = tempfile::tempdir().unwrap();
    let here = Some(folder.path().to_owned());
    let mut visit = Visit::printing_to(Spooler::at("/nonexistent"), here, loaded, [1280.0, 800.0]);
    visit.act(Action::BeginVisit).press(Role::Button, "Print");
    ready(&mut visit);
    assert!(!visit.has("Save as PDF"));
    assert!(visit.has("A code for a phone's camera. It calls 1-800-662-4357."), "{}", visit.words());
    visit.act(Action::Print(PrintAction::Save));
    assert_eq!(printing(&visit).saved, None);
    assert_eq!(folder.path().read_dir().unwrap().count(), 0);
}

#[test]
fn pages_are_saved_under_a_new_name_each_time() {
    let folder = tempfile::tempdir().unwrap();
    let mut visit =
        Visit::printing_to(Spooler::at("/nonexistent"), Some(folder.path().to_owned()), bundled(), [1280.0, 800.0]);
    visit.act(Action::OpenSection("signs".into())).press(Role::Button, "Print");
    ready(&mut visit);
    for name in ["careshelf-signs-2026-11-25.pdf", "careshelf-signs-2026-11-25-2.pdf"] {
        let path = folder.path().join(name);
        visit
            .press(Role::Button, "Save as PDF")
            .until("it is saved", |visit| matches!(printing(visit).saved, Some(Saved::At(_))));
        assert!(visit.has(&format!("Saved: {}", path.display())), "{}", visit.words());
        assert!(std::fs::read(path).unwrap().starts_with(b"%PDF-"));
        visit.act(Action::Print(PrintAction::TryAgain));
        ready(&mut visit);
    }
}

#[test]
fn a_folder_that_cannot_be_written_is_said_and_saving_can_be_tried_again() {
    let folder = PathBuf::from("/proc");
    let mut visit = Visit::printing_to(Spooler::at("/nonexistent"), Some(folder), bundled(), [1280.0, 800.0]);
    visit.press(Role::Button, "Print");
    ready(&mut visit);
    visit
        .press(Role::Button, "Save as PDF")
        .until("it failed", |visit| matches!(printing(visit).saved, Some(Saved::Failed(_))));
    assert!(visit.words().contains("The pages could not be saved ("), "{}", visit.words());
    assert!(visit.has("Save as PDF"), "it can be tried again");
}

#[test]
fn where_pages_cannot_go_to_a_printer_the_saved_file_can_be_opened() {
    let folder = tempfile::tempdir().unwrap();
    let mut visit =
        Visit::printing_to(Spooler::at("/nonexistent"), Some(folder.path().to_owned()), bundled(), [1280.0, 800.0]);
    visit.press(Role::Button, "Print");
    ready(&mut visit);
    visit.act(Action::Print(PrintAction::MeetPrinters(Err(Trouble::NotOnThisSystem))));
    assert!(visit.has("Save the pages as a PDF file, and print that file."), "{}", visit.words());
    visit.press(Role::Button, "Save as PDF").until("it is saved", |visit| visit.has("Open in the PDF viewer"));
    visit.act_for_one_frame(Action::Print(PrintAction::OpenSaved));
    visit.until("it was handed over", |visit| !printing(visit).is_open_asked);
    assert!(matches!(printing(&visit).saved, Some(Saved::At(_))), "the file is still there to be opened again");
}

#[test]
fn an_overdose_comes_first_and_the_choice_is_there_afterwards() {
    let mut visit = at_print_page("signs", [1280.0, 800.0]);
    visit.press(Role::RadioButton, "Large print").key(Key::F1);
    assert!(visit.card().is_some());
    visit.press(Role::Button, "Leave, all is safe");
    assert_eq!(printing(&visit).layout, Layout::LargePrint);
}

#[test]
fn keys_do_not_turn_to_tabs_that_are_out_of_sight() {
    let mut visit = at_print_page("signs", [1280.0, 800.0]);
    visit.key_with_ctrl(Key::Num3);
    assert_eq!(visit.section(), "signs");
    visit.key(Key::Escape);
    assert!(visit.state().printing.is_none());
    visit.key_with_ctrl(Key::Num3);
    assert_eq!(visit.topic(), "withdrawal");
}

#[test]
fn a_character_that_cannot_be_printed_is_named_and_nothing_else_is_printed() {
    let mut files = bundled_files();
    let overdose = files.get_mut("en/overdose.ron").expect("the overdose topic");
    *overdose = overdose.replacen("This is what helps", "This is what helps \u{5d0}", 1).into();
    assert!(overdose.contains('\u{5d0}'));
    let mut visit = Visit::to(assemble(&files, "en", None), [1280.0, 800.0]);
    // The window would stop the test over this letter, so the section stays out of sight.
    visit.act(Action::OpenTopic("effects".into())).act(Action::Print(PrintAction::OpenSection));
    visit.act(Action::Print(PrintAction::Choose(What::Topic("overdose".into()))));
    visit.until("it failed", |visit| matches!(printing(visit).preview, Preview::Failed(_)));
    let words = visit.words();
    assert!(words.contains("U+05D0") && words.contains("These pages cannot be made."), "{words}");
    assert!(!visit.has("Save as PDF"));
}

#[test]
fn the_page_for_printing_has_large_targets_and_whole_words_at_every_size() {
    for size in [[480.0, 400.0], [640.0, 900.0], [1024.0, 600.0], [1280.0, 800.0], [1920.0, 1080.0], [1080.0, 1920.0]] {
        let mut visit = at_print_page("signs", size);
        visit.act(Action::Print(PrintAction::TogglePage("methadone".into())));
        for printers in [Err(Trouble::NoSpooler), Ok(vec![printer("a"), printer("b")])] {
            visit.act(Action::Print(PrintAction::MeetPrinters(printers)));
            for text_size in TextSize::ALL {
                visit.act(Action::SetTextSize(text_size));
                let page = format!("at {size:?}, {text_size:?}");
                check_size_of_targets(&visit, &page);
                check_words(&visit, &page);
            }
        }
    }
}

/// A printer that can do what printers can.
pub fn printer(name: &str) -> Printer {
    let can = Capabilities {
        media: Paper::ALL.map(|paper| paper.media().to_owned()).to_vec(),
        is_two_sided: true,
        most_copies: 99,
        takes_pdf: true,
        ..Capabilities::default()
    };
    let label = format!("Printer {name} in the corridor to the waiting room");
    Printer {
        name: name.to_owned(),
        label,
        is_default: false,
        accepts_jobs: true,
        can,
        condition: Condition::default(),
    }
}

/// Whether a screen reader says `words` by itself.
fn is_live(visit: &Visit, words: &str) -> bool {
    let live = |node: &Node<'_>| node.accesskit_node().data().live();
    visit.nodes().any(|node| name_of(&node) == words && live(&node).is_some_and(|live| live != Live::Off))
}

#[test]
fn the_largest_page_fits_into_a_texture_of_the_screen() {
    let mut visit = at_print_page("signs", [1920.0, 1080.0]);
    visit.press(Role::RadioButton, "Largest").until("the page is drawn", |visit| ink_of_page(visit) > 500);
    let side = printing(&visit).milli_pixels * 792 / 1000;
    assert!(side <= 2048, "{side} pixels");
}

#[test]
fn with_the_keyboard_alone_a_page_is_printed_and_what_became_of_it_is_read() {
    let mut visit = at_print_page("signs", [1280.0, 800.0]);
    visit.act(Action::Print(PrintAction::MeetPrinters(Ok(vec![printer("one")]))));
    visit.focus(Role::Button, "Print 4 pages").key(Key::Enter);
    assert_eq!(visit.state().job_count, 1);
    let focused = |visit: &Visit| visit.nodes().find(Node::is_focused).map(|node| name_of(&node));
    visit.until("the job is over", |visit| !printing(visit).is_busy());
    assert_eq!(focused(&visit).as_deref(), Some("Try again"), "the keyboard is where the eye is");
    visit.key(Key::Enter);
    ready(&mut visit);
    assert!(printing(&visit).job.is_none(), "back at the choices");
}

#[test]
fn every_state_of_a_job_has_large_targets_and_whole_words() {
    for size in [[480.0, 400.0], [640.0, 900.0], [1280.0, 800.0], [1080.0, 1920.0]] {
        let mut visit = at_print_page("signs", size);
        let held = Progress { stage: Stage::HeldUp(Trouble::PaperJam), warnings: vec![Trouble::TonerLow] };
        let outcomes = [Outcome::Printed, Outcome::NotKnown, Outcome::Failed(Trouble::Unreachable)];
        for (number, outcome) in (1..).zip(outcomes) {
            visit.pass(Duration::from_secs(1)).act_for_one_frame(Action::Print(PrintAction::TryAgain));
            visit.act_for_one_frame(Action::Print(PrintAction::MeetPrinters(Ok(vec![printer("one")]))));
            visit.act_for_one_frame(Action::Print(PrintAction::Start));
            visit.act_for_one_frame(Action::Print(PrintAction::MeetProgress(number, held.clone())));
            visit.act_for_one_frame(Action::Print(PrintAction::MeetOutcome(number, outcome.clone())));
            for text_size in TextSize::ALL {
                visit.act(Action::SetTextSize(text_size));
                let page = format!("at {size:?}, {text_size:?}, {outcome:?}");
                check_size_of_targets(&visit, &page);
                check_words(&visit, &page);
            }
        }
    }
}

#[test]
fn what_a_printer_says_that_nobody_knows_stands_on_the_about_page() {
    let mut visit = at_print_page("signs", [1280.0, 800.0]);
    let unknown = Trouble::Unknown("flux-capacitor-cold".to_owned());
    visit.act(Action::Print(PrintAction::MeetPrinters(Err(unknown))));
    assert!(visit.has("The printer reports a problem.") && visit.has("Ask staff for help."), "{}", visit.words());
    visit.key(Key::Escape).act(Action::OpenSection("about-careshelf".into()));
    assert!(visit.has("The printer says: flux-capacitor-cold"), "{}", visit.words());
}

#[test]
fn the_page_for_printing_as_a_picture() {
    let mut visit = at_print_page("signs", [1100.0, 720.0]);
    visit.act(Action::Print(PrintAction::MeetPrinters(Ok(vec![printer("one")]))));
    visit.until("the page is drawn", |visit| ink_of_page(visit) > 500);
    // It is drawn for the room that was there first, and then for the room that there is.
    visit.until("the page is drawn sharply", |visit| {
        let before = visit.picture();
        std::thread::sleep(Duration::from_millis(300));
        *visit.wait().picture() == *before
    });
    visit.look("print-page");
}

#[test]
fn what_becomes_of_a_job_is_told_with_a_next_step_and_said_aloud() {
    let mut visit = at_print_page("signs", [1280.0, 800.0]);
    let printers = || PrintAction::MeetPrinters(Ok(vec![printer("one")]));
    visit.act(Action::Print(printers())).press_first(Role::Button, "Print 4 pages");
    assert!(visit.has("Sending the pages…") && visit.has("Stop printing"), "{}", visit.words());
    assert!(!visit.has("Close"), "nobody leaves before it is known what becomes of the pages");
    // Here no printing service answers; what one would say is said by the test.
    visit.until("the job is over", |visit| !printing(visit).is_busy());
    assert!(visit.has("Printing is not set up on this machine.") && visit.has("Your pages are still chosen."));
    visit.press(Role::Button, "Try again");
    ready(&mut visit);
    visit.act(Action::Print(printers()));
    assert!(visit.has("Print 4 pages"), "{}", visit.words());

    // One that never answers lets the test speak for it.
    let folder = tempfile::tempdir().unwrap();
    let socket = folder.path().join("cups.sock");
    let _silent = UnixListener::bind(&socket).unwrap();
    let mut visit = Visit::printing_to(Spooler::at(socket), None, bundled(), [1280.0, 800.0]);
    visit.act(Action::OpenSection("signs".into())).act(Action::Print(PrintAction::OpenSection));
    visit.act(Action::Print(printers()));
    ready(&mut visit);
    let held = Progress { stage: Stage::HeldUp(Trouble::NoPaper), warnings: vec![Trouble::TonerLow] };
    let cases = [
        (
            Ok(held),
            vec![
                "The printer has no paper, or not this size.",
                "Put paper in the tray, or ask staff. Printing then goes on by itself.",
            ],
        ),
        (
            Err(Outcome::Failed(Trouble::NoPaper)),
            vec!["The printer has no paper, or not this size.", "Put paper in the tray, or ask staff. Then try again."],
        ),
        (Err(Outcome::Printed), vec!["Printed.", "Done", "Print something else"]),
        (Err(Outcome::Cancelled), vec!["Printing was stopped.", "Try again"]),
        (Err(Outcome::NotKnown), vec!["Nobody can tell whether the pages came out."]),
    ];
    for (number, (news, sentences)) in (1..).zip(cases) {
        let news = match news {
            Ok(progress) => PrintAction::MeetProgress(number, progress),
            Err(outcome) => PrintAction::MeetOutcome(number, outcome),
        };
        for action in [PrintAction::TryAgain, printers(), PrintAction::Start] {
            visit.pass(Duration::from_secs(1)).act_for_one_frame(Action::Print(action));
        }
        // What the thread itself says first has come by then.
        std::thread::sleep(Duration::from_millis(200));
        visit.wait().act_for_one_frame(Action::Print(news));
        assert!(is_live(&visit, sentences[0]), "{} is not said aloud\n{}", sentences[0], visit.words());
        for sentence in sentences {
            assert!(visit.has(sentence), "{sentence}\n{}", visit.words());
        }
        visit.act_for_one_frame(Action::Print(PrintAction::MeetOutcome(number, Outcome::Cancelled)));
    }
}

#[test]
fn printers_are_looked_for_anew_each_time_the_page_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let socket = folder.path().join("cups.sock");
    let silent = UnixListener::bind(&socket).unwrap();
    let mut visit = Visit::printing_to(Spooler::at(&socket), None, bundled(), [1280.0, 800.0]);
    let open = Action::Print(PrintAction::OpenSection);
    // One that does not answer is being asked when the reader goes away.
    visit.act(open.clone()).act(Action::Print(PrintAction::Close));
    drop(silent);
    visit.act(open);
    let missing = Printers::Missing(Some(Trouble::NoSpooler));
    visit.until("that nobody listens is known", |visit| printing(visit).printers == missing);
}
