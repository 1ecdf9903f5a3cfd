//! The content inside the executable.

use super::Files;

macro_rules! files {
    ($($path:literal)*) => {
        const FILES: &[(&str, &str)] = &[$(($path, include_str!(concat!("../../resources/", $path))),)*];
    };
}

// A test compares this list with the folder.
files! {
    "emergency-numbers.ron"
    "en/about.ron"
    "en/also-called.ron"
    "en/conformance.ron"
    "en/effects.ron"
    "en/guide.ron"
    "en/help.ron"
    "en/interface.ftl"
    "en/language.ron"
    "en/overdose.ron"
    "en/treatment.ron"
    "en/withdrawal.ron"
    "es/about.ron"
    "es/conformance.ron"
    "es/guide.ron"
    "es/help.ron"
    "es/interface.ftl"
    "es/language.ron"
    "es/overdose.ron"
    "es/treatment.ron"
    "helplines.ron"
    "protocols/uk.ron"
    "protocols/us.ron"
    "sources.ron"
    "words.ron"
}

/// The bundled files.
pub fn files() -> Files {
    FILES.iter().map(|(path, text)| ((*path).to_owned(), (*text).into())).collect()
}
