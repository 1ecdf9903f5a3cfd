//! `careshelf list` and `careshelf show`.

use jiff::civil::Date;

use super::page::section_page;
use crate::content::Loaded;
use crate::model::library::Library;
use crate::notes;

/// Lines wider than this are hard to read, however wide the terminal.
const MAX_WIDTH: usize = 78;
/// Narrower terminals get lines that are too long, rather than one word a line.
const MIN_WIDTH: usize = 30;

/// The ids and titles of all topics and sections.
pub(super) fn list(library: &Library) -> String {
    let ids = library.sections().map(|(_, section)| section.id.as_str().len());
    let id_width = ids.max().unwrap_or(0);
    let mut lines = Vec::new();
    for topic in library.topics() {
        lines.push(format!("{}  {}", topic.id, topic.title));
        for section in &topic.sections {
            lines.push(format!("  {:id_width$}  {}", section.id.as_str(), section.title));
        }
    }
    lines.join("\n") + "\n"
}

/// The section, or all sections of the topic, called `id`.
///
/// # Errors
/// A sentence for the person who typed an id that nothing has.
pub(super) fn show(loaded: &Loaded, id: &str, today: Date) -> Result<String, String> {
    let library = &loaded.library;
    let wanted = notes::sections_called(library, id);
    if wanted.is_empty() {
        return Err(notes::no_such_section(library, id, &loaded.words));
    }
    let width = width();
    let pages: Vec<String> = wanted.iter().map(|section| section_page(loaded, section, today, width)).collect();
    Ok(pages.join("\n"))
}

/// The width of a line.
pub(super) fn width() -> usize {
    let columns = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    columns.unwrap_or(MAX_WIDTH + 2).saturating_sub(2).clamp(MIN_WIDTH, MAX_WIDTH)
}
