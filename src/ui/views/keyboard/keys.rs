//! The keys that are on screen: what stands on each, what it is called, and what it does.

use egui::Id;

use crate::model::keyboard::{Layer, capital};
use crate::state::typing::Typing;
use crate::ui::View;
use crate::words::Msg;

/// A key.
pub(super) struct Key {
    /// The same whatever stands on it.
    pub(super) id: Id,
    /// What it does.
    pub(super) press: Press,
    /// What stands on it.
    pub(super) face: Legend,
    /// What screen readers call it.
    pub(super) name: String,
    /// Whether it is on, for a key that can be.
    pub(super) is_on: Option<bool>,
}

/// What stands on a key.
pub(super) enum Legend {
    Words(String),
    Icon(&'static str),
}

/// What a key does.
pub(super) enum Press {
    /// Writes this letter, or its capital.
    Letter(String),
    /// Writes a space.
    Space,
    /// Deletes the letter before the cursor.
    Delete,
    /// Makes the next letter a capital.
    Shift,
    /// Shows this layer.
    Layer(Layer),
    /// Puts the keyboard away.
    Close,
}

impl Key {
    /// The id of the key that writes `letter`.
    pub(super) fn letter_id(letter: &str) -> Id {
        Id::unique(("letter key", letter))
    }

    fn letter(view: &View<'_>, letter: &str, is_shifted: bool) -> Self {
        let written = written(letter, is_shifted);
        Self {
            id: Self::letter_id(letter),
            press: Press::Letter(letter.to_owned()),
            name: name_of(view, &written),
            face: Legend::Words(written),
            is_on: None,
        }
    }

    fn with_icon(press: Press, icon: &'static str, name: String, is_on: Option<bool>) -> Self {
        Self { id: Id::unique(("key", icon)), press, face: Legend::Icon(icon), name, is_on }
    }

    fn with_words(press: Press, words: String, is_on: Option<bool>) -> Self {
        Self { id: Id::unique(("key", &words)), press, face: Legend::Words(words.clone()), name: words, is_on }
    }
}

/// The letter, or its capital if it has one.
pub(super) fn written(letter: &str, is_shifted: bool) -> String {
    is_shifted.then(|| capital(letter)).flatten().unwrap_or_else(|| letter.to_owned())
}

/// The rows of letters and marks that are shown.
pub(super) fn letter_rows(view: &View<'_>, typing: &Typing) -> Vec<Vec<Key>> {
    let rows = view.library.keyboard.rows(typing.layer).iter();
    rows.map(|row| row.iter().map(|letter| Key::letter(view, letter, typing.is_shifted)).collect()).collect()
}

/// The keys that every keyboard has, in their order.
pub(super) fn common_keys(view: &View<'_>, typing: &Typing) -> Vec<Key> {
    let mut keys = vec![Key::with_icon(Press::Shift, "ui-shift", view.text(Msg::KeyShift), Some(typing.is_shifted))];
    for layer in &view.library.keyboard.layers {
        let is_on = Some(layer.layer == typing.layer);
        keys.push(Key::with_words(Press::Layer(layer.layer), view.text(layer_word(layer.layer)), is_on));
    }
    keys.push(Key::with_words(Press::Space, view.text(Msg::KeySpace), None));
    keys.push(Key::with_icon(Press::Delete, "ui-delete", view.text(Msg::KeyDelete), None));
    keys.push(Key::with_icon(Press::Close, "ui-down", view.text(Msg::KeyClose), None));
    keys
}

/// Whether some letter of the layer that is shown has a capital.
pub(super) fn has_capitals(view: &View<'_>, typing: &Typing) -> bool {
    view.library.keyboard.rows(typing.layer).iter().flatten().any(|letter| capital(letter).is_some())
}

/// What screen readers call a letter or mark.
pub(super) fn name_of(view: &View<'_>, written: &str) -> String {
    if written == " " {
        return view.text(Msg::KeySpace);
    }
    if written.chars().any(char::is_uppercase) {
        return view.words.with(Msg::KeyCapital, &[("letter", written.into())]);
    }
    let mut chars = written.chars();
    let Some((mark, None)) = chars.next().map(|first| (first, chars.next())) else { return written.to_owned() };
    let code = format!("U{:04X}", u32::from(mark));
    view.words.with(Msg::KeyMark, &[("code", code.into()), ("mark", written.into())])
}

fn layer_word(layer: Layer) -> Msg {
    match layer {
        Layer::Letters => Msg::KeyLetters,
        Layer::Accents => Msg::KeyAccents,
        Layer::Numbers => Msg::KeyNumbers,
    }
}
