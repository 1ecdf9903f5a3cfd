//! From paths to the library: which folder, which site file, and what to do when one of them cannot be read.

use std::path::{Path, PathBuf};

use super::error::ReadError;
use super::file::File;
use super::read::{Folder, name_in, read_file};
use super::stand_in::MISSING_FILE;
use super::texts::Texts;
use super::{DEFAULT_LANGUAGE, Extent, Loaded, SiteText, Wish, assemble_texts, bundled_files, problem_of, site};
use crate::model::site::Renderer;

/// Where content comes from.
#[derive(Clone, Debug, Default)]
pub struct Origin {
    /// A content folder instead of the bundled content.
    pub content_dir: Option<PathBuf>,
    /// The site file; without one, [`usual_site_paths`] are tried.
    pub site_path: Option<PathBuf>,
    /// The code of the language that somebody asked for, such as `en`.
    pub language: Option<String>,
    /// The languages that the desktop is set to, the first choice first, such as `es-MX`.
    pub system_languages: Vec<String>,
    /// Whether this machine is a kiosk, whatever the site file says.
    pub is_kiosk: bool,
}

impl Origin {
    fn wish(&self) -> Wish<'_> {
        Wish { asked: self.language.as_deref(), system: &self.system_languages, chosen: None }
    }
}

/// Loads the library. It always comes back; what could not be read is among its problems.
pub fn load(origin: &Origin) -> Loaded {
    load_extent(origin, None, Extent::All)
}

/// Loads the library in the language that a reader chose on the screen, as [`load`] does.
pub fn load_chosen(origin: &Origin, language: &str) -> Loaded {
    load_extent(origin, Some(language), Extent::All)
}

/// Loads the library in every language that there is, the default one first, whichever the site offers.
pub fn load_every(origin: &Origin) -> Vec<Loaded> {
    let mut ids = match &origin.content_dir {
        Some(dir) => Folder::unsearched(dir).map(|folder| folder.languages()).unwrap_or_default(),
        None => bundled_files().languages(),
    };
    ids.sort_by_key(|id| (id != DEFAULT_LANGUAGE, id.clone()));
    ids.into_iter().map(|id| load(&Origin { language: Some(id), ..origin.clone() })).collect()
}

/// Loads what the first screen shows: everything about an overdose, and the names of the other topics.
///
/// It takes as long for a large library as for a small one. [`load`] then brings the rest, and the problems.
pub fn load_first(origin: &Origin) -> Loaded {
    load_extent(origin, None, Extent::FirstScreen)
}

/// What the first screen shows, from the executable alone: for a machine on which reading files may be what fails.
///
/// The site file was not read, so the library says that its settings are not known.
pub fn load_bundled(origin: &Origin) -> Loaded {
    let mut loaded = assemble_texts(&bundled_files(), origin.wish(), None, Extent::FirstScreen);
    loaded.library.site.has_mistakes = true;
    loaded
}

fn load_extent(origin: &Origin, chosen: Option<&str>, extent: Extent) -> Loaded {
    let wish = Wish { chosen, ..origin.wish() };
    let mut problems = Vec::new();
    let folder = origin.content_dir.as_deref().and_then(|dir| match open(dir, extent) {
        Ok(folder) => Some((dir, folder)),
        Err(error) => {
            problems.push(problem_of(&error, &dir.display().to_string()));
            None
        }
    });
    let site_path = site_path(origin);
    let site_name = site_path.as_deref().map(|path| path.display().to_string()).unwrap_or_default();
    let has_site_file = site_path.is_some();
    let site_text = site_path.and_then(|path| match read_file(&path) {
        Ok(text) => Some(text),
        Err(error) => {
            problems.push(problem_of(&error, &site_name));
            None
        }
    });
    let site = site_text.as_deref().map(|text| SiteText { name: &site_name, text });
    let mut loaded = match &folder {
        Some((_, folder)) => assemble_texts(folder, wish, site, extent),
        // A folder that cannot be read at all leaves the bundled content.
        None => assemble_texts(&bundled_files(), wish, site, extent),
    };
    loaded.library.site.is_kiosk |= origin.is_kiosk;
    loaded.library.site.has_mistakes |= has_site_file && site_text.is_none();
    if let Some((dir, folder)) = folder {
        problems.extend(folder.into_errors().iter().map(|error| problem_of(error, &name_in(dir, error.path()))));
    }
    // A file that is there and could not be read is not missing as well.
    let is_unreadable = |file: &str| problems.iter().any(|problem| *problem.place.file == *file);
    loaded.library.problems.retain(|problem| problem.rule != MISSING_FILE || !is_unreadable(&problem.place.file));
    loaded.library.problems.extend(problems);
    loaded.library.problems.sort();
    loaded
}

/// What is to paint the window, if the site file says so. Whatever is wrong there is told by [`load`].
pub fn renderer_of_site(origin: &Origin) -> Option<Renderer> {
    let path = site_path(origin)?;
    let text = read_file(&path).ok()?;
    site::renderer_alone(&File::new("site.ron", &text))
}

/// The folder of the site file: of the one in use, or else the one where the administrator of a machine puts it.
pub fn site_folder(origin: &Origin) -> PathBuf {
    let folder = site_path(origin).and_then(|path| path.parent().map(Path::to_owned));
    match folder {
        Some(here) if here.as_os_str().is_empty() => PathBuf::from("."),
        Some(folder) => folder,
        None => PathBuf::from(USUAL_FOLDER),
    }
}

/// Where the administrator of a machine puts the site file.
const USUAL_FOLDER: &str = "/etc/careshelf";

fn site_path(origin: &Origin) -> Option<PathBuf> {
    origin.site_path.clone().or_else(|| usual_site_paths().into_iter().find(|path| path.is_file()))
}

fn open(dir: &Path, extent: Extent) -> Result<Folder, ReadError> {
    match extent {
        Extent::All => Folder::searched(dir),
        Extent::FirstScreen => Folder::unsearched(dir),
    }
}

/// Where a site file is looked for when none is named: beside the executable (a USB stick), then in `/etc/careshelf`.
pub fn usual_site_paths() -> Vec<PathBuf> {
    let beside = std::env::current_exe().ok().and_then(|exe| exe.parent().map(|dir| dir.join("site.ron")));
    beside.into_iter().chain([Path::new(USUAL_FOLDER).join("site.ron")]).collect()
}
