//! Which languages there are, and which one a reader meets first.

use super::DEFAULT_LANGUAGE;
use super::language;
use super::stand_in::Reader;
use crate::model::language::{Language, Languages};
use crate::model::site::Site;

/// Which language is wanted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wish<'w> {
    /// The code that somebody asked for on the command line.
    pub asked: Option<&'w str>,
    /// The languages that the desktop is set to, the first choice first, such as `es-MX`.
    pub system: &'w [String],
    /// The code of the one that a reader chose on the screen, in the place of the one that is there first.
    pub chosen: Option<&'w str>,
}

/// The languages of the content, and the code of the one to read it in.
///
/// The first one is what was asked for, or else the site's first, or else the desktop's, or else the default.
pub(super) fn choose(reader: &mut Reader<'_>, site: &Site, site_name: &str, wish: Wish<'_>) -> (Languages, String) {
    let there = there(reader);
    let is_there = |id: &str| there.iter().any(|language| language.id == id);
    let asked = asked(reader, wish.asked, &is_there);
    let mut all: Vec<Language> = Vec::new();
    for id in &site.languages {
        if let Some(language) = there.iter().find(|language| language.id == *id) {
            all.push(language.clone());
        } else {
            let message = format!("`languages` names \"{id}\", but the content has no {id}/language.ron; take it out");
            reader.problem("unknown-language", site_name, 1, message);
        }
    }
    if all.is_empty() {
        all.clone_from(&there);
    }
    let first = if site.languages.is_empty() { None } else { all.first().map(|language| language.id.clone()) };
    let of_system = || wish.system.iter().find_map(|tag| matching(&all, tag));
    let start = asked.or(first).or_else(of_system);
    let start = start.or_else(|| all.first().map(|language| language.id.clone()));
    let start = start.unwrap_or_else(|| DEFAULT_LANGUAGE.to_owned());
    if let Some(language) = there.iter().find(|language| language.id == start)
        && !all.contains(language)
    {
        all.insert(0, language.clone());
    }
    let chosen = wish.chosen.filter(|id| all.iter().any(|language| language.id == *id));
    let chosen = chosen.map_or_else(|| start.clone(), str::to_owned);
    (Languages { all, start }, chosen)
}

/// The languages of the given content, the default one first, then by their codes.
fn there(reader: &Reader<'_>) -> Vec<Language> {
    let mut ids = reader.languages();
    if ids.is_empty() {
        // The bundled one stands in.
        ids.push(DEFAULT_LANGUAGE.to_owned());
    }
    ids.sort_by_key(|id| (id != DEFAULT_LANGUAGE, id.clone()));
    let read = |id: String| {
        let path = format!("{id}/language.ron");
        // What is wrong with the file is said when the language is read as a whole.
        let read = |file: &super::file::File<'_>| language::language(file, &id);
        let read = reader.read_start(&path, read).or_else(|| reader.read_bundled(&path, read))?;
        let name = read.edition.language_name;
        Some(Language { welcome: read.welcome.unwrap_or_else(|| name.clone()), id, name })
    };
    ids.into_iter().filter_map(read).collect()
}

/// The language that was asked for, if there is such a one.
fn asked(reader: &mut Reader<'_>, asked: Option<&str>, is_there: &dyn Fn(&str) -> bool) -> Option<String> {
    let id = asked?;
    // The default one is always there, if only inside the executable. One whose own file is broken is told as broken.
    if id == DEFAULT_LANGUAGE || is_there(id) || reader.languages().iter().any(|other| other == id) {
        return Some(id.to_owned());
    }
    let message = format!("there is no language \"{id}\"; add this file, or choose \"{DEFAULT_LANGUAGE}\"");
    reader.problem("unknown-language", &format!("{id}/language.ron"), 1, message);
    Some(DEFAULT_LANGUAGE.to_owned())
}

/// The language that fits a desktop's `tag`, such as `es-MX` or `es_MX.UTF-8`.
fn matching(all: &[Language], tag: &str) -> Option<String> {
    let tag = tag.to_lowercase().replace('_', "-");
    let tag = tag.split(['.', '@']).next().unwrap_or_default();
    let main = tag.split('-').next().unwrap_or_default();
    let found = [tag, main].into_iter().find_map(|wanted| all.iter().find(|language| language.id == wanted));
    found.map(|language| language.id.clone())
}
