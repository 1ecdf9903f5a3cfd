//! The house: which part may use which, where colours are made, what is bundled, and that nothing talks to a network.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use syn::visit::{self, Visit};

/// What each part of `src/` may use. Read as: left knows right, never the reverse. The picture is in `src/lib.rs`.
const ALLOWED: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("assets", &[]),
    ("words", &["model"]),
    ("content", &["assets", "model", "words"]),
    ("search", &["model"]),
    ("lint", &["assets", "model"]),
    ("notes", &["model", "words"]),
    ("print", &["assets", "model", "notes", "words"]),
    ("printer", &["model"]),
    ("whole_file", &[]),
    ("pin", &["whole_file"]),
    ("state", &["model", "search"]),
    ("timings", &["report"]),
    ("ui", &["assets", "model", "notes", "search", "state", "words"]),
    ("window", &[]),
    ("sound", &[]),
    ("report", &[]),
    ("cli", &["content", "lint", "model", "notes", "pin", "print", "report", "search", "whole_file", "words"]),
    (
        "app",
        &[
            "content",
            "lint",
            "model",
            "notes",
            "pin",
            "print",
            "printer",
            "report",
            "search",
            "sound",
            "state",
            "timings",
            "ui",
            "whole_file",
            "window",
            "words",
        ],
    ),
    ("screenshot", &["app", "content", "report", "whole_file", "window"]),
    ("main", &["app", "cli", "model", "report", "screenshot", "state", "timings", "window"]),
];

/// Libraries that only some parts may name, because the others must stay free of them.
const ONLY: &[(&str, &[&str])] = &[
    ("egui", &["ui", "window", "app", "screenshot"]),
    ("egui_extras", &["app"]),
    ("eframe", &["window"]),
    ("egui_winit", &["window"]),
    ("winit", &["window"]),
    ("softbuffer", &["window"]),
    ("x11rb", &["window"]),
    ("png", &["screenshot"]),
    ("ron", &["content"]),
    ("serde", &["content", "cli", "print"]),
    ("serde_json", &["cli", "print"]),
    ("fast_qr", &["print"]),
    ("ipp", &["printer"]),
    ("clap", &["cli", "main"]),
    ("argon2", &["pin"]),
    ("rpassword", &["cli"]),
    ("fluent_bundle", &["words"]),
    ("frostem", &["search"]),
    ("fst", &["search"]),
    ("unicode_normalization", &["lint", "search"]),
    ("fluent_syntax", &["words"]),
    ("ttf_parser", &["lint"]),
    ("cpal", &["sound"]),
    ("rustix", &["app", "sound"]),
];

#[test]
fn each_part_uses_only_what_the_house_allows() {
    let mut wrong = Vec::new();
    for path in rust_files("src").into_iter().filter(|path| !path.ends_with("lib.rs")) {
        let part = part_of(&path);
        let (_, allowed) =
            ALLOWED.iter().find(|(name, _)| *name == part).unwrap_or_else(|| panic!("{part} has no place"));
        for used in used_parts(&path) {
            if used != part && !allowed.contains(&used.as_str()) {
                wrong.push(format!("{}: {part} may not use {used}", path.display()));
            }
        }
        for (library, parts) in ONLY {
            if used_libraries(&path).contains(*library) && !parts.contains(&part.as_str()) {
                wrong.push(format!("{}: {part} may not use {library}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_theme_makes_colours() {
    let makers = ["from_rgb", "from_rgba", "from_gray", "from_black", "hex_color", "Rgba", "Hsva", "from_hex"];
    let names = ["RED", "GREEN", "BLUE", "WHITE", "BLACK", "GRAY", "YELLOW", "ORANGE", "DARK_RED", "LIGHT_GRAY"];
    // These turn the bytes of finished pictures into colours; they choose none.
    let may_make = ["src/ui/theme", "src/window/painter/pixel.rs", "src/app/print_images.rs"];
    for path in rust_files("src").into_iter().filter(|path| !may_make.iter().any(|part| path.starts_with(part))) {
        let text = fs::read_to_string(&path).expect("a source file");
        for maker in makers {
            assert!(!text.contains(maker), "{} makes a colour with {maker}", path.display());
        }
        for name in names {
            assert!(!text.contains(&format!("Color32::{name}")), "{} names Color32::{name}", path.display());
        }
    }
}

#[test]
fn only_one_file_reads_content_from_the_disk() {
    for path in rust_files("src/content").into_iter().chain(rust_files("src/model")).chain(rust_files("src/ui")) {
        let text = fs::read_to_string(&path).expect("a source file");
        let reads = text.contains("std::fs") || text.contains("fs::File");
        assert_eq!(reads, path.ends_with("content/read.rs"), "{}", path.display());
    }
}

#[test]
fn only_one_file_names_the_typesetter() {
    for path in rust_files("src") {
        let names_it = used_libraries(&path).iter().any(|library| library.starts_with("typst") || library == "comemo");
        assert_eq!(names_it, path.ends_with("print/typeset.rs"), "{}", path.display());
    }
}

#[test]
fn no_clinical_number_and_no_telephone_number_stands_in_the_code() {
    let protocol = fs::read_to_string("resources/protocols/us.ron").expect("the protocol");
    let phones: BTreeSet<&str> =
        protocol.split("number: \"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    for path in rust_files("src") {
        let text = fs::read_to_string(&path).expect("a source file");
        for phone in &phones {
            let is_there = text
                .lines()
                // Docs show an author how a number is written.
                .filter(|line| !line.trim_start().starts_with("//") && !line.contains("cannot be dialled"))
                .any(|line| line.split(|c: char| !(c.is_ascii_digit() || c == '-')).any(|word| word == *phone));
            assert!(!is_there, "{} holds the number {phone}", path.display());
        }
    }
}

#[test]
fn every_source_file_begins_with_what_it_is_for() {
    for path in rust_files("src").into_iter().chain(rust_files("tests")) {
        let text = fs::read_to_string(&path).expect("a source file");
        assert!(text.starts_with("//! "), "{} does not say what it is for", path.display());
    }
}

#[test]
fn files_stay_small_enough_to_be_read_at_once() {
    for path in rust_files("src") {
        let lines = fs::read_to_string(&path).expect("a source file").lines().count();
        assert!(lines <= 300, "{} has {lines} lines; it holds more than one idea", path.display());
    }
}

#[test]
fn nothing_that_is_built_opens_a_network_socket() {
    let lock = fs::read_to_string("Cargo.lock").expect("Cargo.lock");
    let crates: BTreeSet<&str> =
        lock.lines().filter_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"')).collect();
    let clients = [
        "attohttpc",
        "curl",
        "ehttp",
        "h2",
        "hyper",
        "isahc",
        "minreq",
        "quinn",
        "reqwest",
        "rustls",
        "native-tls",
        "openssl",
        "surf",
        "tungstenite",
        "ureq",
        "webbrowser",
        "socket2",
    ];
    for client in clients {
        assert!(!crates.contains(client), "{client} is in Cargo.lock");
    }
    for path in rust_files("src") {
        let text = fs::read_to_string(&path).expect("a source file");
        assert!(!text.contains("std::net"), "{} uses std::net", path.display());
    }
}

#[test]
fn every_crate_that_shows_egui_types_is_pinned() {
    let manifest = fs::read_to_string("Cargo.toml").expect("Cargo.toml");
    // How they are compiled is another matter.
    let dependencies = manifest.split("[profile.").next().expect("a part before it");
    let egui_lines = dependencies
        .lines()
        .filter(|line| line.starts_with('e') && line.contains("version") || line.starts_with("egui"));
    for line in egui_lines {
        assert!(line.contains("\"=0.37.0\""), "{line}");
    }
}

/// The Rust files under `dir`, sorted.
pub fn rust_files(dir: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut pending = vec![PathBuf::from(dir)];
    while let Some(path) = pending.pop() {
        if path.is_dir() {
            pending.extend(fs::read_dir(&path).expect("a folder").map(|entry| entry.expect("an entry").path()));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The part that a file belongs to: the folder or file right under `src/`.
fn part_of(path: &Path) -> String {
    let first = path.components().nth(1).expect("a file under src").as_os_str().to_string_lossy().into_owned();
    first.trim_end_matches(".rs").to_owned()
}

/// Every first name after `crate::` or `careshelf::`, wherever it stands.
fn used_parts(path: &Path) -> BTreeSet<String> {
    paths_in(path)
        .into_iter()
        .filter(|(first, _)| first == "crate" || first == "careshelf")
        .map(|(_, second)| second)
        .collect()
}

fn used_libraries(path: &Path) -> BTreeSet<String> {
    paths_in(path).into_iter().map(|(first, _)| first).collect()
}

/// The first two names of every path in a file, in `use` lines and elsewhere.
fn paths_in(path: &Path) -> Vec<(String, String)> {
    let file = syn::parse_file(&fs::read_to_string(path).expect("a source file")).expect("Rust");
    let mut collector = Paths::default();
    collector.visit_file(&file);
    collector
        .found
        .into_iter()
        .flat_map(|(first, seconds)| seconds.into_iter().map(move |s| (first.clone(), s)))
        .collect()
}

#[derive(Default)]
struct Paths {
    found: BTreeMap<String, BTreeSet<String>>,
}

impl Paths {
    fn add(&mut self, first: String, second: String) {
        self.found.entry(first).or_default().insert(second);
    }
}

impl<'ast> Visit<'ast> for Paths {
    fn visit_use_path(&mut self, path: &'ast syn::UsePath) {
        for second in first_names(&path.tree) {
            self.add(path.ident.to_string(), second);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let mut names = path.segments.iter().map(|segment| segment.ident.to_string());
        if let (Some(first), Some(second)) = (names.next(), names.next()) {
            self.add(first, second);
        }
        visit::visit_path(self, path);
    }
}

fn first_names(tree: &syn::UseTree) -> Vec<String> {
    match tree {
        syn::UseTree::Path(path) => vec![path.ident.to_string()],
        syn::UseTree::Name(name) => vec![name.ident.to_string()],
        syn::UseTree::Rename(rename) => vec![rename.ident.to_string()],
        syn::UseTree::Group(group) => group.items.iter().flat_map(first_names).collect(),
        syn::UseTree::Glob(_) => vec!["*".to_owned()],
    }
}
