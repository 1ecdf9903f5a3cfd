//! What a reader writes into a field, and what the keyboard on screen shows. It is kept nowhere else, and nothing prints it.

use std::fmt;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::{AppState, Sheet};
use crate::model::keyboard::{Keyboard, Layer};

/// A field takes so many characters at most.
pub const MOST_CHARS: usize = 200;

/// A place to write in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// The one on the sheet where a keyboard is tried.
    TryKeyboard,
    /// What to look for.
    Search,
}

/// What a reader wrote. It shows itself to nobody who only looks at the state.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Written(pub String);

impl fmt::Debug for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Written(…)")
    }
}

/// Something that a reader asks for while writing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypingAction {
    /// Write in this field, with the keyboard on screen where there is one. What is written there already stays.
    Begin(Field),
    /// Say nothing of what is written aloud, or do again.
    SetSecret(bool),
    /// Write this where the cursor is, in the place of what is selected.
    Insert(Written),
    /// Delete what is selected, or else the letter before the cursor.
    Delete,
    /// Delete everything.
    Clear,
    /// The field was written in by other means: these are its words now, and this is selected.
    Replace(Written, Selection),
    /// Show another layer of the keyboard.
    ShowLayer(Layer),
    /// Make the next letter a capital, or not.
    ToggleShift,
    /// Put the keyboard away; what is written stays.
    CloseKeyboard,
}

/// The part of a text between two places, in characters from its start; where both are the same, the cursor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Where it began.
    pub anchor: usize,
    /// Where the cursor is.
    pub cursor: usize,
}

impl Selection {
    /// Nothing selected, with the cursor after so many characters.
    pub fn at(cursor: usize) -> Self {
        Self { anchor: cursor, cursor }
    }

    fn range(self) -> Range<usize> {
        self.anchor.min(self.cursor)..self.anchor.max(self.cursor)
    }
}

/// What the keyboard on screen did last, to be said aloud.
#[derive(Clone, PartialEq, Eq)]
pub enum Echo {
    /// It wrote this; of a secret nothing more is told.
    Wrote(Option<String>),
    /// It deleted this; of a secret nothing more is told.
    Deleted(Option<String>),
    /// There is nothing more to delete.
    Empty,
    /// It deleted everything.
    Cleared,
    /// Nothing more can be written.
    Full,
}

/// What is being written.
#[derive(Clone, PartialEq, Eq)]
pub struct Typing {
    field: Field,
    words: String,
    selection: Selection,
    /// Whether nothing of it may be said aloud.
    pub is_secret: bool,
    /// The layer of the keyboard on screen.
    pub layer: Layer,
    /// Whether the next letter is a capital.
    pub is_shifted: bool,
    /// Whether the keyboard is wanted on screen.
    pub is_keyboard_open: bool,
    echo: Option<Echo>,
    echo_count: u64,
}

impl fmt::Debug for Typing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Typing");
        shown.field("field", &self.field).field("layer", &self.layer).field("is_keyboard_open", &self.is_keyboard_open);
        shown.finish_non_exhaustive()
    }
}

impl Typing {
    /// Nothing written yet in `field`.
    pub fn new(field: Field) -> Self {
        Self {
            field,
            words: String::new(),
            selection: Selection::default(),
            is_secret: false,
            layer: Layer::default(),
            is_shifted: false,
            is_keyboard_open: false,
            echo: None,
            echo_count: 0,
        }
    }

    /// Where it is written.
    pub fn field(&self) -> Field {
        self.field
    }

    /// What was written: never longer than [`MOST_CHARS`], on one line, without hidden characters.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// Whether no letter more goes in.
    pub fn is_full(&self) -> bool {
        self.words.chars().count() == MOST_CHARS
    }

    /// What is selected, or where the cursor is.
    pub fn selection(&self) -> Selection {
        self.selection
    }

    /// What the keyboard did last, and how often it did something: the same letter twice is said twice.
    pub fn echo(&self) -> Option<(&Echo, u64)> {
        self.echo.as_ref().map(|echo| (echo, self.echo_count))
    }

    /// Does what a reader asks for with the keys of `keyboard`.
    pub fn edit(&mut self, keyboard: &Keyboard, action: TypingAction) {
        match action {
            TypingAction::Begin(_) => self.is_keyboard_open = true,
            TypingAction::SetSecret(is_secret) => self.is_secret = is_secret,
            TypingAction::Insert(written) => self.insert(&written.0),
            TypingAction::Delete => self.delete(),
            TypingAction::Clear => {
                self.replace("", Selection::default());
                self.say(Echo::Cleared);
            }
            TypingAction::Replace(written, selection) => self.replace(&written.0, selection),
            TypingAction::ShowLayer(layer) if keyboard.has(layer) => {
                self.layer = layer;
                self.is_shifted = false;
            }
            TypingAction::ShowLayer(_) => (),
            TypingAction::ToggleShift => self.is_shifted = !self.is_shifted,
            TypingAction::CloseKeyboard => {
                self.is_keyboard_open = false;
                self.is_shifted = false;
                self.echo = None;
            }
        }
    }

    fn insert(&mut self, text: &str) {
        let selected = self.selection.range();
        let left = MOST_CHARS + selected.len() - self.words.chars().count();
        let text = fitting(text, left);
        // A shift is for one letter.
        self.is_shifted = false;
        if text.is_empty() {
            return self.say(Echo::Full);
        }
        self.splice(selected, &text);
        self.say(Echo::Wrote(Some(text)));
    }

    fn delete(&mut self) {
        let mut doomed = self.selection.range();
        if doomed.is_empty() {
            let before = &self.words[..self.byte_at(doomed.end)];
            // What looks like one letter is one, however many characters make it.
            let letter = before.graphemes(true).next_back().map_or(0, |letter| letter.chars().count());
            doomed.start -= letter;
        }
        let gone = self.words[self.byte_at(doomed.start)..self.byte_at(doomed.end)].to_owned();
        self.splice(doomed, "");
        self.say(if gone.is_empty() { Echo::Empty } else { Echo::Deleted(Some(gone)) });
    }

    fn replace(&mut self, text: &str, selection: Selection) {
        self.words = fitting(text, MOST_CHARS);
        let end = self.words.chars().count();
        self.selection = Selection { anchor: selection.anchor.min(end), cursor: selection.cursor.min(end) };
        self.echo = None;
    }

    /// Puts `text` in the place of `range` and the cursor after it.
    fn splice(&mut self, range: Range<usize>, text: &str) {
        let bytes = self.byte_at(range.start)..self.byte_at(range.end);
        self.words.replace_range(bytes, text);
        self.selection = Selection::at(range.start + text.chars().count());
    }

    /// Where in the text the character at this position begins, or where the text ends.
    fn byte_at(&self, position: usize) -> usize {
        self.words.char_indices().nth(position).map_or(self.words.len(), |(at, _)| at)
    }

    fn say(&mut self, echo: Echo) {
        self.echo = Some(match echo {
            Echo::Wrote(_) if self.is_secret => Echo::Wrote(None),
            Echo::Deleted(_) if self.is_secret => Echo::Deleted(None),
            echo => echo,
        });
        self.echo_count += 1;
    }
}

/// As much of `text` as fits into so many characters, in whole letters, without what could not be seen or would break the line.
fn fitting(text: &str, most: usize) -> String {
    let visible: String = text.chars().filter(|c| !c.is_control() && !is_turning(*c)).collect();
    let mut count = 0;
    let fits = |letter: &&str| {
        count += letter.chars().count();
        count <= most
    };
    visible.graphemes(true).take_while(fits).collect()
}

/// The invisible characters that turn the direction of text, or stand for nothing.
fn is_turning(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Does what a reader asks for while writing.
pub(super) fn update(state: &mut AppState, keyboard: &Keyboard, action: TypingAction) {
    if let TypingAction::Begin(field) = action
        && state.typing.as_ref().is_none_or(|typing| typing.field != field)
    {
        state.typing = Some(Typing::new(field));
    }
    if let Some(typing) = &mut state.typing {
        typing.edit(keyboard, action);
    }
}

/// Forgets what was written in a field that is not on screen any more.
pub(super) fn forget_what_is_gone(state: &mut AppState) {
    let is_on_screen = |typing: &Typing| match typing.field {
        Field::TryKeyboard => state.sheet == Some(Sheet::TryKeyboard),
        Field::Search => state.search.as_ref().is_some_and(|search| search.is_open),
    };
    if !state.typing.as_ref().is_some_and(is_on_screen) {
        state.typing = None;
    }
}
