//! Lists the files of `resources` for the executable, so that a new one, or a whole new language, needs no Rust.

use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The folder whose files go into the executable.
const FOLDER: &str = "resources";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={FOLDER}");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let mut files = Vec::new();
    add_files(&root.join(FOLDER), &mut files)?;
    files.sort();
    let mut list = String::from("&[\n");
    for file in files {
        let inside = file.strip_prefix(root.join(FOLDER))?;
        // `/` on every system: content names its files so.
        let parts: Vec<String> = inside.iter().map(|part| part.to_string_lossy().into_owned()).collect();
        let name = parts.join("/");
        // From the package's folder as the compiler is told it: a copied `target` must not read another copy's content.
        let path = format!("/{FOLDER}/{name}");
        writeln!(list, r#"    ({name:?}, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), {path:?}))),"#)?;
    }
    list.push(']');
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("bundled.rs"), list)?;
    Ok(())
}

/// Adds every content file in `folder` and in the folders in it.
fn add_files(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            add_files(&path, files)?;
        } else if path.extension().is_some_and(|ending| ending == "ron" || ending == "ftl") {
            files.push(path);
        }
    }
    Ok(())
}
