//! The parts that views are made of: each sizes itself, paints itself, and tells screen readers what it is.

mod announce;
mod button;
mod choice_row;
mod focus;
mod key;
mod picture;
mod prose;
mod scrolling;
mod tab;
mod text_field;
mod words;

pub(crate) use announce::{announce, announced_label};
pub(crate) use button::{Button, ButtonKind};
pub(crate) use choice_row::choice_row;
pub(crate) use focus::{focus_ring, guide_the_keyboard, leave_the_keyboard};
pub(crate) use key::{Face, KeyCap};
pub(crate) use picture::{icon, paper_picture, plain_picture, scene};
pub(crate) use prose::prose;
pub(crate) use scrolling::{ScrollKeys, drag_anywhere, scroll_by_keys};
pub(crate) use tab::{Tab, tab_row};
pub(crate) use text_field::{FieldReport, TextField, return_to_field};
pub(crate) use words::{heading, heading_centred, label, label_centred, label_with, layout, one_line};
