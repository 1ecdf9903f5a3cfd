//! What is written, without a screen: edits, limits, and that nobody who only looks at the state reads it.

use std::sync::LazyLock;

use careshelf::model::keyboard::{Keyboard, Layer};
use careshelf::model::library::Library;
use careshelf::state::typing::{Echo, Field, MOST_CHARS, Selection, Typing, TypingAction, Written};
use careshelf::state::{Action, AppState, Sheet, update};
use proptest::prelude::*;

use crate::visit::{TODAY, bundled};

/// Somebody who writes, without a screen.
struct Writer {
    library: Library,
    state: AppState,
}

impl Writer {
    fn new() -> Self {
        let library = bundled().library;
        let mut writer = Self { state: AppState::new(&library, TODAY), library };
        writer.act(Action::TryKeyboard);
        writer.edit(TypingAction::Begin(Field::TryKeyboard));
        writer
    }

    fn act(&mut self, action: Action) -> &mut Self {
        update(&mut self.state, &self.library, action);
        self
    }

    fn edit(&mut self, action: TypingAction) -> &mut Self {
        self.act(Action::Type(action))
    }

    fn write(&mut self, text: &str) -> &mut Self {
        self.edit(TypingAction::Insert(Written(text.to_owned())))
    }

    fn select(&mut self, anchor: usize, cursor: usize) -> &mut Self {
        let words = self.words().to_owned();
        self.edit(TypingAction::Replace(Written(words), Selection { anchor, cursor }))
    }

    fn typing(&self) -> &Typing {
        self.state.typing.as_ref().expect("something is being written")
    }

    fn words(&self) -> &str {
        self.typing().words()
    }

    fn has_said(&self, echo: &Echo) -> bool {
        self.typing().echo().is_some_and(|(said, _)| said == echo)
    }
}

#[test]
fn letters_go_where_the_cursor_is() {
    let mut writer = Writer::new();
    writer.write("n").write("c");
    assert_eq!(writer.words(), "nc");
    writer.select(1, 1).write("ar");
    assert_eq!((writer.words(), writer.typing().selection()), ("narc", Selection::at(3)));
}

#[test]
fn what_is_selected_is_replaced_or_deleted() {
    let mut writer = Writer::new();
    writer.write("where is narcan").select(0, 8).write("");
    assert_eq!(writer.words(), "where is narcan");
    writer.select(8, 0).write("this is");
    assert_eq!(writer.words(), "this is narcan");
    writer.select(7, 14).edit(TypingAction::Delete);
    assert_eq!(writer.words(), "this is");
}

#[test]
fn delete_takes_what_looks_like_one_letter_however_it_is_made() {
    for letter in ["a", "é", "e\u{301}", "ñ", "n\u{303}", "👩‍👩‍👧", "🇪🇸", "क्षि"] {
        let mut writer = Writer::new();
        writer.write("x").write(letter).edit(TypingAction::Delete);
        assert_eq!(writer.words(), "x", "{letter}");
        assert!(writer.has_said(&Echo::Deleted(Some(letter.to_owned()))), "{letter}");
    }
    let mut writer = Writer::new();
    writer.edit(TypingAction::Delete);
    assert!(writer.words().is_empty() && writer.has_said(&Echo::Empty));
}

#[test]
fn a_shift_is_for_one_letter() {
    let mut writer = Writer::new();
    writer.edit(TypingAction::ToggleShift);
    assert!(writer.typing().is_shifted);
    writer.write("N");
    assert!(!writer.typing().is_shifted);
    writer.edit(TypingAction::ToggleShift).edit(TypingAction::ToggleShift);
    assert!(!writer.typing().is_shifted);
}

#[test]
fn only_a_layer_that_the_language_has_is_shown() {
    let mut writer = Writer::new();
    writer.edit(TypingAction::ShowLayer(Layer::Accents));
    assert_eq!(writer.typing().layer, Layer::Letters);
    writer.edit(TypingAction::ShowLayer(Layer::Numbers));
    assert_eq!(writer.typing().layer, Layer::Numbers);
}

#[test]
fn a_full_field_takes_no_more_and_says_so() {
    let mut writer = Writer::new();
    writer.write(&"a".repeat(MOST_CHARS + 50));
    assert_eq!(writer.words().len(), MOST_CHARS);
    assert!(writer.typing().is_full());
    writer.write("b");
    assert!(writer.has_said(&Echo::Full));
    assert!(!writer.words().contains('b'));
    writer.edit(TypingAction::Delete).write("b");
    assert!(writer.words().ends_with('b'));
}

#[test]
fn the_limit_cuts_no_letter_in_two() {
    let mut writer = Writer::new();
    writer.write(&"a".repeat(MOST_CHARS - 1)).write("e\u{301}");
    assert_eq!(writer.words(), "a".repeat(MOST_CHARS - 1));
    let pasted = format!("{}e\u{301}", "a".repeat(MOST_CHARS - 1));
    writer.edit(TypingAction::Replace(Written(pasted), Selection::at(MOST_CHARS + 1)));
    assert_eq!(writer.words(), "a".repeat(MOST_CHARS - 1));
    assert_eq!(writer.typing().selection(), Selection::at(MOST_CHARS - 1));
}

#[test]
fn what_cannot_be_seen_is_not_written() {
    let mut writer = Writer::new();
    writer.edit(TypingAction::Replace(Written("a\nb\u{202e}c\u{0}d\u{feff}".to_owned()), Selection::at(9)));
    assert_eq!((writer.words(), writer.typing().selection()), ("abcd", Selection::at(4)));
}

#[test]
fn a_secret_is_not_told_letter_by_letter() {
    let mut writer = Writer::new();
    writer.edit(TypingAction::SetSecret(true)).write("7");
    assert!(writer.has_said(&Echo::Wrote(None)));
    writer.edit(TypingAction::Delete);
    assert!(writer.has_said(&Echo::Deleted(None)));
}

#[test]
fn nothing_that_is_written_can_be_read_in_a_message_about_the_state() {
    let mut writer = Writer::new();
    writer.write("xyzzy");
    let insert = Action::Type(TypingAction::Insert(Written("xyzzy".to_owned())));
    let replace = Action::Type(TypingAction::Replace(Written("xyzzy".to_owned()), Selection::at(5)));
    for told in [format!("{:?}", writer.state), format!("{:#?}", writer.state), format!("{insert:?} {replace:?}")] {
        assert!(!told.contains("xyzzy"), "{told}");
    }
    assert_eq!(writer.words(), "xyzzy");
}

#[test]
fn what_is_written_is_forgotten_as_soon_as_its_field_is_gone() {
    let fresh = AppState::new(&bundled().library, TODAY);
    let ways = [
        Action::CloseSheet,
        Action::ToggleLook,
        Action::ActNow,
        Action::OpenTopic("effects".into()),
        Action::ShowSources(vec![]),
    ];
    for way in ways {
        let mut writer = Writer::new();
        assert_eq!(writer.state.sheet, Some(Sheet::TryKeyboard));
        writer.write("xyzzy").act(way.clone());
        assert_eq!(writer.state.typing, fresh.typing, "{way:?}");
        writer.act(Action::TryKeyboard).edit(TypingAction::Begin(Field::TryKeyboard));
        assert_eq!(writer.words(), "", "{way:?}");
    }
}

#[test]
fn what_is_written_stays_while_its_field_is_on_screen() {
    let mut writer = Writer::new();
    writer.write("nar").edit(TypingAction::CloseKeyboard).edit(TypingAction::Begin(Field::TryKeyboard));
    writer.act(Action::SetToday(TODAY)).act(Action::SetTextSize(careshelf::state::TextSize::Largest));
    assert_eq!(writer.words(), "nar");
}

#[test]
fn nothing_can_be_written_where_no_field_is() {
    let library = bundled().library;
    let mut state = AppState::new(&library, TODAY);
    for action in [TypingAction::Begin(Field::TryKeyboard), TypingAction::Insert(Written("a".to_owned()))] {
        update(&mut state, &library, Action::Type(action));
    }
    assert_eq!(state, AppState::new(&library, TODAY));
}

fn any_edit() -> impl Strategy<Value = TypingAction> {
    let text = prop_oneof![
        "[a-zñ]{0,3}",
        Just("e\u{301}".to_owned()),
        Just("\u{301}".to_owned()),
        Just("👩‍👩‍👧".to_owned()),
        Just("\u{202e}\n".to_owned()),
        "\\PC{0,250}",
        any::<String>(),
    ];
    let selection = (0..300_usize, 0..300_usize).prop_map(|(anchor, cursor)| Selection { anchor, cursor });
    prop_oneof![
        4 => text.clone().prop_map(|text| TypingAction::Insert(Written(text))),
        3 => Just(TypingAction::Delete),
        1 => Just(TypingAction::Clear),
        2 => (text, selection).prop_map(|(text, selection)| TypingAction::Replace(Written(text), selection)),
        1 => Just(TypingAction::ToggleShift),
        1 => Just(TypingAction::ShowLayer(Layer::Numbers)),
        1 => Just(TypingAction::CloseKeyboard),
        1 => any::<bool>().prop_map(TypingAction::SetSecret),
    ]
}

/// Read once: a property tries many cases.
static ENGLISH: LazyLock<Keyboard> = LazyLock::new(super::bundled_english);

proptest! {
    #[test]
    fn whatever_is_done_the_text_stays_whole_and_within_its_limit(edits in prop::collection::vec(any_edit(), 0..40)) {
        let mut typing = Typing::new(Field::TryKeyboard);
        for edit in edits {
            let (before, is_delete) = (typing.words().chars().count(), edit == TypingAction::Delete);
            typing.edit(&ENGLISH, edit);
            let count = typing.words().chars().count();
            let selection = typing.selection();
            prop_assert!(count <= MOST_CHARS);
            prop_assert!(selection.anchor <= count && selection.cursor <= count);
            let is_hidden = |c: char| c.is_control() || c == '\u{202e}';
            prop_assert!(!typing.words().chars().any(is_hidden), "something hidden is in the text");
            if is_delete {
                prop_assert!(count < before || before == 0 || selection == Selection::at(0));
            }
        }
    }
}
