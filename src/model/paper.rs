//! Paper, and how pages are laid out on it.

/// A size of paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// US Letter (ANSI/ASME Y14.1, size A): 8.5 × 11 inches.
    Letter,
    /// A4 (ISO 216).
    #[default]
    A4,
}

impl Paper {
    /// All sizes.
    pub const ALL: [Self; 2] = [Self::Letter, Self::A4];

    /// Width and height in millimetres.
    pub fn size_mm(self) -> [f64; 2] {
        match self {
            Self::Letter => [215.9, 279.4],
            Self::A4 => [210.0, 297.0],
        }
    }

    /// Its name in content files and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Letter => "letter",
            Self::A4 => "a4",
        }
    }

    /// Its name to a printer (PWG 5101.1).
    pub fn media(self) -> &'static str {
        match self {
            Self::Letter => "na_letter_8.5x11in",
            Self::A4 => "iso_a4_210x297mm",
        }
    }
}

/// How pages are laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// To be read and taken home.
    #[default]
    Handout,
    /// The same for readers with low vision, in large bold letters.
    LargePrint,
    /// The overdose steps and numbers to call, to be cut out, folded and kept in a wallet.
    Card,
    /// The overdose steps on one page, for a wall.
    Poster,
}

impl Layout {
    /// All layouts.
    pub const ALL: [Self; 4] = [Self::Handout, Self::LargePrint, Self::Card, Self::Poster];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Handout => "handout",
            Self::LargePrint => "large-print",
            Self::Card => "card",
            Self::Poster => "poster",
        }
    }

    /// Whether it shows the sections that somebody chose. The others always show the overdose steps.
    pub fn shows_sections(self) -> bool {
        matches!(self, Self::Handout | Self::LargePrint)
    }
}
