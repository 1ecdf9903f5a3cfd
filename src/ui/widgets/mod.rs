//! The parts that views are made of: each sizes itself, paints itself, and tells screen readers what it is.

mod announce;
mod button;
mod choice_row;
mod column;
mod focus;
mod following;
mod head;
mod key;
mod list;
mod picture;
mod prose;
mod scrolling;
mod tab;
mod text_field;
mod words;

pub(crate) use announce::{announce, announced_label};
pub(crate) use button::{Button, ButtonKind};
pub(crate) use choice_row::choice_row;
pub(crate) use column::reading_column;
pub(crate) use focus::{
    focus_ring, guide_the_keyboard, guide_the_keyboard_after_words, keep_arrows, keeps_arrows, leave_the_keyboard,
};
pub(crate) use head::head_with_button;
pub(crate) use key::{Face, KeyCap};
pub(crate) use list::{at_position, list, list_item, of_so_many, say_bounds};
pub(crate) use picture::{icon, paper_picture, plain_picture, scene};
pub(crate) use prose::prose;
pub(crate) use scrolling::{Scrolled, Sight, scroll_to, scrolled, sights};
pub(crate) use tab::{Tab, tab_row, tab_row_height};
pub(crate) use text_field::{FieldReport, TextField, return_to_field};
pub(crate) use words::{
    announced_heading, heading, heading_centred, heading_in, label, label_centred, label_with, layout, one_line,
};
