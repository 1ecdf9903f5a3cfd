//! The pages and sheets.

mod admin;
mod blocks;
mod callout;
mod contacts;
mod field;
mod foot;
mod guide;
mod keyboard;
mod library_lists;
mod list_pages;
mod look_sheet;
mod print;
mod safe;
mod search;
mod section;
mod section_list;
mod sources;
mod steps;
mod table;
mod try_keyboard;
mod visit;
mod waiting;

pub(crate) use admin::{DIGIT_KEYS, admin_ui};
pub(crate) use guide::{bar_ui, guide_ui};
pub(crate) use keyboard::{is_cramped, keyboard_place, keyboard_ui, sheet_margin, shown_typing};
pub(crate) use look_sheet::look_sheet_ui;
pub(crate) use print::print_ui;
pub use print::{CallCode, PrintPictures};
pub use safe::safe_ui;
pub(crate) use search::search_ui;
pub(crate) use section::section_ui;
pub(crate) use section_list::{section_list_height, section_list_ui, section_menu_ui};
pub(crate) use sources::sources_sheet_ui;
pub(crate) use try_keyboard::try_keyboard_ui;
pub(crate) use visit::{hidden_ui, still_there_ui, welcome_ui};
pub(crate) use waiting::waiting_ui;
