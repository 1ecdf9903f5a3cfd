//! The names of all tests of this binary.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use syn::Item;

/// Every test: as rows write it, such as "guide visits: the whole way goes by six keys", and as the code does.
pub fn all_tests() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite");
    let mut tests = BTreeMap::new();
    for path in rust_files(&root) {
        let inside = path.strip_prefix(&root).expect("a file of the suite").with_extension("");
        let module: Vec<&str> = inside.iter().filter_map(|part| part.to_str()).filter(|part| *part != "mod").collect();
        let file = syn::parse_file(&fs::read_to_string(&path).expect("a file to read")).expect("Rust");
        for item in file.items {
            for name in tests_in(&item) {
                let written = format!("{}: {name}", module.join(" ")).replace('_', " ");
                tests.insert(written, format!("{}::{name}", module.join("::")));
            }
        }
    }
    tests
}

/// The names of the tests that `item` is or, for properties, holds.
fn tests_in(item: &Item) -> Vec<String> {
    match item {
        Item::Fn(function) if function.attrs.iter().any(|attribute| attribute.path().is_ident("test")) => {
            vec![function.sig.ident.to_string()]
        }
        Item::Macro(properties) if properties.mac.path.is_ident("proptest") => {
            let tokens = properties.mac.tokens.to_string();
            let after_fn = tokens.split("[test]").skip(1).filter_map(|rest| rest.split_once("fn "));
            let is_of_name = |c: &char| c.is_alphanumeric() || *c == '_';
            after_fn.map(|(_, rest)| rest.chars().take_while(is_of_name).collect()).collect()
        }
        _ => vec![],
    }
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files
}
