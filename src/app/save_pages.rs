//! Saves pages as a PDF file where a person looks for it, without ever replacing one.

use std::io;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::state::printing::{Printing, What};
use crate::whole_file;

/// Where files of this person are kept: their documents, or else their home.
pub(super) fn usual_folder() -> Option<PathBuf> {
    let folders = directories::UserDirs::new()?;
    let documents = folders.document_dir().filter(|folder| folder.is_dir());
    Some(documents.unwrap_or_else(|| folders.home_dir()).to_owned())
}

/// What the file is called, without its ending: what it holds, and the day.
pub(super) fn file_name(printing: &Printing, today: Date) -> String {
    let what = match &printing.what {
        _ if !printing.layout.shows_sections() => printing.layout.name(),
        What::Section => printing.section.as_str(),
        What::Topic(topic) => topic.as_str(),
        What::Basket => "pages",
    };
    format!("careshelf-{what}-{today}")
}

/// Most files of the same name in one folder.
const MOST_OF_A_NAME: u32 = 1000;

/// Writes the file under a name that nothing has yet.
///
/// # Errors
/// What the system says about it.
pub(super) fn save(folder: Option<PathBuf>, name: &str, pdf: &[u8]) -> Result<PathBuf, String> {
    let folder = folder.ok_or_else(|| io::Error::from(io::ErrorKind::NotFound).to_string())?;
    let names = (1..MOST_OF_A_NAME).map(|n| if n == 1 { format!("{name}.pdf") } else { format!("{name}-{n}.pdf") });
    let path = names.map(|name| folder.join(name)).find(|path| !path.exists());
    let path = path.ok_or_else(|| io::Error::from(io::ErrorKind::AlreadyExists).to_string())?;
    whole_file::write(&path, |out| out.write_all(pdf)).map_err(|error| error.to_string())?;
    Ok(path)
}

/// Opens the file in the program that shows PDF files, and can print them: where pages cannot go to a printer directly.
#[cfg(windows)]
pub(super) fn open(path: &Path) -> Result<(), String> {
    run(std::process::Command::new("explorer.exe").arg(path))
}

/// Opens the file in the program that shows PDF files, and can print them: where pages cannot go to a printer directly.
#[cfg(target_os = "macos")]
pub(super) fn open(path: &Path) -> Result<(), String> {
    run(std::process::Command::new("open").arg(path))
}

#[cfg(any(windows, target_os = "macos"))]
fn run(command: &mut std::process::Command) -> Result<(), String> {
    command.spawn().map(drop).map_err(|error| error.to_string())
}

/// Here pages go to a printer directly, and nobody asks for this.
#[cfg(not(any(windows, target_os = "macos")))]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it may fail")]
pub(super) fn open(_path: &Path) -> Result<(), String> {
    Ok(())
}
