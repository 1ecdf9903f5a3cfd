//! Colours, named by their job. Red means overdose and nothing else.

use egui::Color32;

use crate::state::Theme;

/// The colours of one theme.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tokens {
    /// The page.
    pub paper: Color32,
    /// Bars, and lists beside the page.
    pub surface: Color32,
    /// What is read.
    pub ink: Color32,
    /// Dates, captions, explanations.
    pub muted: Color32,
    /// Hairlines between parts; they carry no meaning.
    pub line: Color32,
    /// The groove of the scroll bar.
    pub track: Color32,
    /// The handle of the scroll bar.
    pub handle: Color32,
    /// What can be touched.
    pub touch: Color32,
    /// Words on `touch`.
    pub on_touch: Color32,
    /// What is chosen, and numbers of sources.
    pub touch_soft: Color32,
    /// The overdose button.
    pub danger: Color32,
    /// Words on `danger`.
    pub on_danger: Color32,
    /// The edge of the overdose button, where its fill is too close to the bar.
    pub danger_edge: Color32,
    /// Words and icons about an overdose on the page.
    pub danger_ink: Color32,
    /// A box about an overdose.
    pub danger_soft: Color32,
    /// Icons and edges of "get care now".
    pub urgent_ink: Color32,
    /// A box that says "get care now".
    pub urgent_soft: Color32,
    /// Icons and edges of "good to know".
    pub note_ink: Color32,
    /// A box with something good to know.
    pub note_soft: Color32,
    /// Icons and edges of good news.
    pub good_ink: Color32,
    /// A box with good news.
    pub good_soft: Color32,
    /// The ring around what the keyboard would press.
    pub focus: Color32,
    /// The soft tone of drawings.
    pub picture_soft: Color32,
    /// The ground of drawings.
    pub picture_paper: Color32,
    /// The one thing that matters in a drawing.
    pub picture_alert: Color32,
    /// A page of paper, which is the same in every theme.
    pub page: Color32,
    /// What leaves a picture in its own colours.
    pub untinted: Color32,
}

const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

const LIGHT: Tokens = Tokens {
    paper: rgb(0xFB_FA_F7),
    surface: rgb(0xF1_EF_E9),
    ink: rgb(0x14_21_2B),
    muted: rgb(0x45_52_5C),
    line: rgb(0xCF_CD_C6),
    track: rgb(0xEC_E9_E2),
    handle: rgb(0x78_83_8A),
    touch: rgb(0x0B_55_63),
    on_touch: rgb(0xFF_FF_FF),
    touch_soft: rgb(0xDD_EC_EE),
    danger: rgb(0xB3_00_1B),
    on_danger: rgb(0xFF_FF_FF),
    danger_edge: rgb(0xB3_00_1B),
    danger_ink: rgb(0xA6_00_18),
    danger_soft: rgb(0xFC_E8_E8),
    urgent_ink: rgb(0x7A_4A_00),
    urgent_soft: rgb(0xFF_F1_D0),
    note_ink: rgb(0x0B_55_63),
    note_soft: rgb(0xE4_F0_F2),
    good_ink: rgb(0x1A_5C_35),
    good_soft: rgb(0xE3_F2_E7),
    focus: rgb(0x14_21_2B),
    picture_soft: rgb(0xB4_CF_D3),
    picture_paper: rgb(0xFF_FF_FF),
    picture_alert: rgb(0xB3_00_1B),
    page: rgb(0xFF_FF_FF),
    untinted: rgb(0xFF_FF_FF),
};

const DARK: Tokens = Tokens {
    paper: rgb(0x12_1A_20),
    surface: rgb(0x1B_25_2C),
    ink: rgb(0xF4_F1_EA),
    muted: rgb(0xC0_C8_CE),
    line: rgb(0x3A_46_4F),
    track: rgb(0x20_2A_31),
    handle: rgb(0x7F_8A_92),
    touch: rgb(0x86_D3_E0),
    on_touch: rgb(0x06_22_29),
    touch_soft: rgb(0x1D_38_40),
    danger: rgb(0xB3_00_1B),
    on_danger: rgb(0xFF_FF_FF),
    danger_edge: rgb(0xFF_A3_A8),
    danger_ink: rgb(0xFF_A3_A8),
    danger_soft: rgb(0x3B_14_1A),
    urgent_ink: rgb(0xFF_CF_70),
    urgent_soft: rgb(0x36_2A_10),
    note_ink: rgb(0x86_D3_E0),
    note_soft: rgb(0x17_30_38),
    good_ink: rgb(0x92_DB_A8),
    good_soft: rgb(0x15_30_1F),
    focus: rgb(0xFF_FF_FF),
    picture_soft: rgb(0x3C_53_5B),
    picture_paper: rgb(0x22_2E_36),
    picture_alert: rgb(0xFF_8F_96),
    page: rgb(0xFF_FF_FF),
    untinted: rgb(0xFF_FF_FF),
};

const HIGH_CONTRAST: Tokens = Tokens {
    paper: rgb(0x00_00_00),
    surface: rgb(0x00_00_00),
    ink: rgb(0xFF_FF_FF),
    muted: rgb(0xFF_FF_FF),
    line: rgb(0xFF_FF_FF),
    track: rgb(0x26_26_26),
    handle: rgb(0xFF_FF_FF),
    touch: rgb(0xFF_E6_00),
    on_touch: rgb(0x00_00_00),
    touch_soft: rgb(0x2B_27_00),
    danger: rgb(0xB3_00_1B),
    on_danger: rgb(0xFF_FF_FF),
    danger_edge: rgb(0xFF_FF_FF),
    danger_ink: rgb(0xFF_9C_A2),
    danger_soft: rgb(0x2E_00_07),
    urgent_ink: rgb(0xFF_D0_4A),
    urgent_soft: rgb(0x00_00_00),
    note_ink: rgb(0x9A_E4_F0),
    note_soft: rgb(0x00_00_00),
    good_ink: rgb(0x9C_F0_B4),
    good_soft: rgb(0x00_00_00),
    focus: rgb(0xFF_FF_FF),
    picture_soft: rgb(0x4D_4D_4D),
    picture_paper: rgb(0x00_00_00),
    picture_alert: rgb(0xFF_7A_82),
    page: rgb(0xFF_FF_FF),
    untinted: rgb(0xFF_FF_FF),
};

impl Tokens {
    /// The colours of `theme`.
    pub fn of(theme: Theme) -> Self {
        match theme {
            Theme::Light => LIGHT,
            Theme::Dark => DARK,
            Theme::HighContrast => HIGH_CONTRAST,
        }
    }
}
