//! The keyboard of a language, for screens without one: which letters and marks it has, and where they stand.

/// The keys of a language in layers; one layer is on screen at a time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keyboard {
    /// The layers, the letters first; none only if there is no library at all.
    pub layers: Vec<KeyLayer>,
}

/// Keys that are on screen together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyLayer {
    /// What they are.
    pub layer: Layer,
    /// Rows from top to bottom, each with its keys in reading order. A key writes one letter or mark.
    pub rows: Vec<Vec<String>>,
}

/// What the keys of a layer are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Layer {
    /// The letters that every text needs.
    #[default]
    Letters,
    /// Letters with accents, and whatever else the language has beside the usual ones.
    Accents,
    /// Digits and marks.
    Numbers,
}

/// A row has so many keys at most: in the smallest window each is large enough for a finger then.
pub const MOST_KEYS: usize = 10;
/// A layer has so many rows at most: more would leave nothing of the page.
pub const MOST_ROWS: usize = 4;

impl Keyboard {
    /// The rows of `layer`; none if the language has no such layer.
    pub fn rows(&self, layer: Layer) -> &[Vec<String>] {
        let found = self.layers.iter().find(|known| known.layer == layer);
        found.map(|layer| layer.rows.as_slice()).unwrap_or_default()
    }

    /// Whether there is such a layer.
    pub fn has(&self, layer: Layer) -> bool {
        self.layers.iter().any(|known| known.layer == layer)
    }

    /// The rows of the layer that has most, so that the keyboard is as high whatever it shows.
    pub fn most_rows(&self) -> usize {
        self.layers.iter().map(|layer| layer.rows.len()).max().unwrap_or(0)
    }

    /// The keys of the longest row.
    pub fn most_keys(&self) -> usize {
        self.layers.iter().flat_map(|layer| &layer.rows).map(Vec::len).max().unwrap_or(0)
    }
}

/// The capital of the letter `key`; `None` if it has none, or one that is more than one letter.
pub fn capital(key: &str) -> Option<String> {
    let capital = key.to_uppercase();
    (capital != key && capital.chars().count() == key.chars().count()).then_some(capital)
}
