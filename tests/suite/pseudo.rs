//! A language that nobody speaks: English with every word 40 % longer and full of accents. What has room for it has room for
//! languages that are still to come.

use careshelf::content::{Files, Loaded, SiteText, assemble, bundled_files};

/// The bundled content in it, for the place that `site` describes.
pub fn pseudo_for(site: &str) -> Loaded {
    assemble(&pseudo_files(), "en", Some(SiteText { name: "site.ron", text: site }))
}

fn pseudo_files() -> Files {
    let files = bundled_files();
    let longer = |path: &str, text: &str| match path.rsplit_once('.') {
        Some((_, "ftl")) if path.starts_with("en/") => longer_messages(text),
        _ if path.starts_with("en/") && path != "en/language.ron" && path != "en/also-called.ron" => longer_texts(text),
        _ => text.to_owned(),
    };
    files.iter().map(|(path, text)| (path.clone(), longer(path, text).into())).collect()
}

/// A RON file whose texts are longer. Ids, dates and numbers stay.
fn longer_texts(ron: &str) -> String {
    let mut out = String::new();
    for line in ron.split_inclusive('\n') {
        if line.trim_start().starts_with("//") {
            out.push_str(line);
            continue;
        }
        let mut rest = line;
        while let Some(begin) = rest.find('"') {
            let length = end_of_text(&rest[begin + 1..]);
            let text = &rest[begin + 1..begin + 1 + length];
            out.push_str(&rest[..=begin]);
            out.push_str(&if is_prose(text) { longer(text) } else { text.to_owned() });
            out.push('"');
            rest = rest.get(begin + length + 2..).unwrap_or_default();
        }
        out.push_str(rest);
    }
    out
}

/// How many bytes come before the `"` that ends the text.
fn end_of_text(text: &str) -> usize {
    let mut is_escaped = false;
    let end = text.char_indices().find(|(_, c)| {
        let is_end = *c == '"' && !is_escaped;
        is_escaped = *c == '\\' && !is_escaped;
        is_end
    });
    end.map_or(text.len(), |(at, _)| at)
}

/// Ids are in small letters, digits and hyphens alone; dates and numbers have no letters.
fn is_prose(text: &str) -> bool {
    let is_id = text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    !is_id && text.chars().any(char::is_alphabetic)
}

/// A Fluent file whose messages are longer.
fn longer_messages(ftl: &str) -> String {
    let of_line = |line: &str| -> String {
        let is_comment = line.starts_with('#');
        let begin = line.find(" = ").map(|at| at + 3).or_else(|| line.find("] ").map(|at| at + 2));
        match begin {
            Some(begin) if !is_comment => format!("{}{}", &line[..begin], longer(&line[begin..])),
            _ => line.to_owned(),
        }
    };
    ftl.split_inclusive('\n').map(of_line).collect()
}

/// `text` with longer words. What stands in braces and brackets is no word of a reader.
fn longer(text: &str) -> String {
    let mut out = String::new();
    let mut word = String::new();
    let mut depth = 0_usize;
    for c in text.chars().chain(['\0']) {
        let is_letter = c.is_alphabetic() && depth == 0 && !word.ends_with('\\');
        if is_letter {
            word.push(c);
            continue;
        }
        out.push_str(&longer_word(&word));
        word.clear();
        match c {
            '{' | '[' => depth += 1,
            '}' | ']' => depth = depth.saturating_sub(1),
            _ => (),
        }
        if c == '\\' {
            word.push(c);
        } else if c != '\0' {
            out.push(c);
        }
    }
    out
}

/// The word with accents, and with two letters more for every five.
fn longer_word(word: &str) -> String {
    let accented = |c: char| match c {
        'a' => 'á',
        'e' => 'ë',
        'i' => 'î',
        'o' => 'ø',
        'u' => 'ü',
        'n' => 'ñ',
        other => other,
    };
    let extra = word.chars().filter(|c| c.is_alphabetic()).count() * 2 / 5;
    word.chars().map(accented).chain("oxélamiruswen".chars().cycle().take(extra)).collect()
}

#[test]
fn the_language_is_longer_and_says_nothing_wrong() {
    let english = assemble(&bundled_files(), "en", None).library;
    let pseudo = pseudo_for("site()").library;
    assert_eq!(pseudo.problems, []);
    let letters = |library: &careshelf::model::library::Library| -> usize {
        let mut letters = 0;
        for (_, section) in library.sections() {
            section.blocks.iter().for_each(|block| {
                block.each_text(&mut |text| letters += text.plain().chars().filter(|c| c.is_alphabetic()).count());
            });
        }
        letters
    };
    let (before, after) = (letters(&english) as f64, letters(&pseudo) as f64);
    assert!((1.25..1.45).contains(&(after / before)), "{before} letters became {after}");
}
