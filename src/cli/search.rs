//! `careshelf search WORDS…`: the sections that answer, the best first, a line for each.

use std::process::ExitCode;
use std::sync::Arc;

use super::print;
use crate::content::Loaded;
use crate::report::{EXIT_WRONG, complain};
use crate::search::{Index, normalize};
use crate::words::Msg;

/// So many sections are told.
const MOST: usize = 10;

/// Prints id, title and matching text of each section that was found. If none has the words, that is said on standard error.
pub(super) fn run(loaded: Loaded, words: &[String]) -> ExitCode {
    let library = Arc::new(loaded.library);
    let query = words.join(" ");
    let found = Index::new(&library).search(&query, MOST);
    let said = |msg| complain(&loaded.words.text(msg));
    if found.hits.is_empty() {
        said(if normalize::words(&query).is_empty() { Msg::SearchNoWords } else { Msg::SearchNone });
        return ExitCode::from(EXIT_WRONG);
    }
    if found.are_near {
        said(Msg::SearchNear);
    }
    let lines = found.hits.iter().filter_map(|hit| {
        let (_, section) = library.section(&hit.section)?;
        Some(format!("{}  {}  {}\n", section.id, section.title, hit.passage.text))
    });
    print(&lines.collect::<String>(), ExitCode::SUCCESS)
}
