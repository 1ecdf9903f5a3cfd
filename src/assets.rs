//! What is shipped inside the executable beside the content: pictures and fonts.

/// The drawings in `assets/pictures`, by name. They use four colours, which the screen and the paper replace by their own.
macro_rules! pictures {
    ($($name:literal)*) => {
        const PICTURES: &[(&str, &str)] = &[
            $(($name, include_str!(concat!("../assets/pictures/", $name, ".svg"))),)*
        ];
    };
}

// A test compares this list with the folder.
pictures! {
    "aed"
    "awake"
    "breath-high"
    "breath-low"
    "call-speaker"
    "callout-danger"
    "callout-good"
    "callout-note"
    "callout-urgent"
    "clock-return"
    "crew"
    "drowsy"
    "form-nyxoid"
    "form-opvee"
    "form-prenoxad"
    "form-spray"
    "form-vial"
    "form-zimhi"
    "hands-chest"
    "head-tilt"
    "inject-thigh"
    "keep-warm"
    "leave-briefly"
    "locked-box"
    "look-listen"
    "mouth-check"
    "naloxone-kit"
    "neck-support"
    "never-alone"
    "never-bath"
    "next-dose"
    "no-naloxone"
    "nose-pinch"
    "nyxoid-hold"
    "nyxoid-press"
    "opvee-hold"
    "opvee-press"
    "pregnancy"
    "prenoxad-inject"
    "prenoxad-needle"
    "press-down"
    "press-up"
    "recovery-arm"
    "recovery-hand"
    "recovery-roll"
    "sharps"
    "side-airway"
    "sign-breathing"
    "sign-colour"
    "sign-no-wake"
    "sign-pupils"
    "slow-breath"
    "spray-hold"
    "spray-nose"
    "spray-peel"
    "spray-press"
    "step-breaths"
    "step-call-naloxone"
    "step-check"
    "step-cpr"
    "step-recovery"
    "step-stay"
    "step-wait"
    "tab-about"
    "tab-effects"
    "tab-help"
    "tab-overdose"
    "tab-treatment"
    "tab-withdrawal"
    "talk"
    "two-drugs"
    "ui-add"
    "ui-back"
    "ui-check"
    "ui-close"
    "ui-delete"
    "ui-down"
    "ui-hide"
    "ui-language"
    "ui-list"
    "ui-next"
    "ui-phone"
    "ui-place"
    "ui-print"
    "ui-quote"
    "ui-save"
    "ui-search"
    "ui-shift"
    "ui-theme"
    "ui-touch"
    "ui-up"
    "vial-draw"
    "vial-open"
    "zimhi-inject"
}

/// The drawing called `name`, as SVG text.
pub fn picture(name: &str) -> Option<&'static str> {
    PICTURES.iter().find(|(known, _)| *known == name).map(|(_, svg)| *svg)
}

/// The names of the drawings.
pub fn picture_names() -> impl Iterator<Item = &'static str> {
    PICTURES.iter().map(|(name, _)| *name)
}

/// Atkinson Hyperlegible Next, in which `I l 1` and `O 0` differ.
pub const TEXT_REGULAR: &[u8] = include_bytes!("../assets/fonts/AtkinsonHyperlegibleNext-Regular.ttf");
/// Its bold.
pub const TEXT_BOLD: &[u8] = include_bytes!("../assets/fonts/AtkinsonHyperlegibleNext-Bold.ttf");
/// Noto Sans for the letters that Atkinson lacks: Vietnamese, Greek, Cyrillic.
pub const MORE_REGULAR: &[u8] = include_bytes!("../assets/fonts/NotoSans-Regular-subset.ttf");
/// Its bold.
pub const MORE_BOLD: &[u8] = include_bytes!("../assets/fonts/NotoSans-Bold-subset.ttf");

/// The templates of printed pages, by file name.
pub const PRINT_TEMPLATES: &[(&str, &str)] = &[
    ("base.typ", include_str!("../assets/print/base.typ")),
    ("beside.typ", include_str!("../assets/print/beside.typ")),
    ("blocks.typ", include_str!("../assets/print/blocks.typ")),
    ("card.typ", include_str!("../assets/print/card.typ")),
    ("handout.typ", include_str!("../assets/print/handout.typ")),
    ("parts.typ", include_str!("../assets/print/parts.typ")),
    ("poster.typ", include_str!("../assets/print/poster.typ")),
];
