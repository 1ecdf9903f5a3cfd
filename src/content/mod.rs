//! From RON files to the [`Library`].
//!
//! Reading is pure: [`assemble`] takes the texts of files and touches no disk. It always yields a library. What is wrong
//! is noted in [`Library::problems`], every mistake with its place, and costs only itself: a mistake in a block leaves
//! that block out, lists whole, for the rest of a list would read as all of it (and the section says that it is not
//! complete); a pointer to a section that is not there costs only its button; a mistake in a file's brackets leaves out
//! the file. Five things can never be missing, so the bundled copy stands in for them: the sources, the protocol, the
//! language's own file, the overdose topic and the guide. One mistake anywhere in the overdose topic or in the guide is
//! enough for that: half a list of steps is worse than somebody else's whole one.
//!
//! The format for authors is in `resources/README.md`; the grammar of texts is in the module `text`.

mod also_called;
mod authoring;
mod bind;
mod block;
mod bundled;
mod comments;
mod error;
mod file;
mod guidance;
mod guide;
mod ids;
mod keyboard;
mod language;
mod languages;
mod links;
mod load;
mod outline;
mod plain;
mod protocol;
mod read;
mod record;
mod ron_value;
mod site;
mod source;
mod stand_in;
mod text;
mod texts;
mod topic;
mod topics;
mod translation;
mod vocabulary;

pub use bundled::files as bundled_files;
pub use error::ReadError;
pub use languages::Wish;
pub use load::{
    Origin, load, load_bundled, load_chosen, load_every, load_first, renderer_of_site, site_folder, usual_site_paths,
};
pub use read::{is_content, read_file, read_folder};

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use self::file::File;
use self::stand_in::Reader;
use self::text::Known;
use self::texts::Texts;
use crate::model::authoring::Authoring;
use crate::model::id::SectionId;
use crate::model::keyboard::Keyboard;
use crate::model::library::{EMERGENCY_NUMBER, Library};
use crate::model::names::Names;
use crate::model::place::Problem;
use crate::model::protocol::{Helplines, Protocol, Value};
use crate::model::site::Site;
use crate::model::source::Source;
use crate::model::topic::Topic;
use crate::words::{self, Words};

/// The texts of content files by their path in the content folder, such as `en/overdose.ron`.
pub type Files = BTreeMap<String, Cow<'static, str>>;

/// The text of a site file with its name.
#[derive(Clone, Copy, Debug)]
pub struct SiteText<'t> {
    /// Its name, for messages.
    pub name: &'t str,
    /// What it says.
    pub text: &'t str,
}

/// What [`assemble`] made.
pub struct Loaded {
    /// Everything to read, and what is wrong with it.
    pub library: Library,
    /// The words of the interface.
    pub words: Words,
}

/// The protocol where a site file names none.
const DEFAULT_PROTOCOL: &str = "us";

/// The language that is always there.
const DEFAULT_LANGUAGE: &str = "en";

/// The file with the other names of things in the folder of a language.
const NAMES_FILE: &str = "also-called.ron";

/// How much is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extent {
    /// Everything.
    All,
    /// The overdose topic, and the outlines of the others.
    FirstScreen,
}

/// Builds the library of `language` from `files`, for the site that `site` describes. Performs no input or output.
pub fn assemble(files: &Files, language: &str, site: Option<SiteText<'_>>) -> Loaded {
    assemble_texts(files, Wish { asked: Some(language), ..Wish::default() }, site, Extent::All)
}

/// Builds of the same library as [`assemble`] only what the first screen shows: the overdose topic with what it rests on,
/// and the outlines of the other topics. What it shows is what the whole library shows there.
///
/// Its problems are not all, and pointers to sections that are not there yet are kept.
pub fn assemble_first(files: &Files, language: &str, site: Option<SiteText<'_>>) -> Loaded {
    assemble_texts(files, Wish { asked: Some(language), ..Wish::default() }, site, Extent::FirstScreen)
}

/// Builds the library in the language that `wish` comes to, as [`assemble`] does.
pub fn assemble_wished(files: &Files, wish: Wish<'_>, site: Option<SiteText<'_>>) -> Loaded {
    assemble_texts(files, wish, site, Extent::All)
}

fn assemble_texts(texts: &dyn Texts, wish: Wish<'_>, site: Option<SiteText<'_>>, extent: Extent) -> Loaded {
    let bundled = bundled_files();
    let mut reader = Reader::new(texts, &bundled);
    let site_name = site.map_or("", |site| site.name);
    let sources = reader.read("sources.ron", source::sources).unwrap_or_default();
    // The numbers of countries are there for site files; without one they are only read to be checked.
    let mut site =
        if extent == Extent::All || site.is_some() { read_site(&mut reader, &sources, site) } else { Site::default() };
    let (languages, language) = languages::choose(&mut reader, &site, site_name, wish);
    let language = language.as_str();
    let language_path = format!("{language}/language.ron");
    let listed = reader.read(&language_path, |file| language::language(file, language));
    let (edition, ids, keyboard, small_words) = listed
        .map_or_else(Default::default, |listed| (listed.edition, listed.topics, listed.keyboard, listed.small_words));
    let keyboard = keyboard.unwrap_or_else(|| bundled_keyboard(&reader, language));
    let words = read_words(&mut reader, language, &edition.locale);
    let mut protocol = read_protocol(&mut reader, &sources, &site);
    // Whoever named another protocol meant another emergency number.
    site.has_mistakes |= site.protocol.as_ref().is_some_and(|wanted| *wanted != protocol.id);
    let helplines = read_helplines(&mut reader, &sources);
    let mut known = Known { values: values(&protocol, &site, &words), sources };
    known.values.extend(helplines.values.iter().map(|named| (named.name.clone(), shown(&named.value, &words))));
    let (guide, figures) = guidance::read(&mut reader, &known, &words, language, &mut protocol);
    let mut problems;
    let mut names = Names::default();
    let mut authoring = Authoring::default();
    let topics = match extent {
        Extent::All => {
            let topics = topics::read(&mut reader, &mut known, &words, language, &ids);
            names = read_names(&mut reader, language, &topics);
            names.small = small_words;
            authoring = authoring::read(&mut reader, language, &known.sources, &protocol);
            problems = reader.into_problems();
            links::check(topics, &mut problems)
        }
        Extent::FirstScreen => {
            let topics = topics::read_first(&mut reader, &mut known, &words, language, &ids);
            problems = reader.into_problems();
            topics
        }
    };
    problems.sort();
    let mut library = Library::new(topics);
    (library.edition, library.sources, library.protocol) = (edition, known.sources, protocol);
    (library.helplines, library.guide, library.figures) = (helplines, guide, figures);
    (library.site, library.problems) = (site, problems);
    (library.keyboard, library.names, library.languages) = (keyboard, names, languages);
    library.authoring = authoring;
    library.is_whole = extent == Extent::All;
    Loaded { library, words }
}

/// The bundled keyboard of `language`, or else that of the default language.
fn bundled_keyboard(reader: &Reader<'_>, language: &str) -> Keyboard {
    let read = |language: &str| {
        reader.read_bundled(&format!("{language}/language.ron"), |file| language::language(file, language)?.keyboard)
    };
    read(language).or_else(|| read(DEFAULT_LANGUAGE)).unwrap_or_default()
}

/// The words of `language`; `locale` says whose rules they follow.
fn read_words(reader: &mut Reader<'_>, language: &str, locale: &str) -> Words {
    let path = format!("{language}/interface.ftl");
    let texts = reader.texts(&path, "en/interface.ftl");
    let texts: Vec<&str> = texts.iter().map(AsRef::as_ref).collect();
    let (words, wrong) = Words::new(if locale.is_empty() { language } else { locale }, &texts);
    // Nobody here can mend the bundled file behind the given one.
    for problem in wrong.into_iter().filter(|problem| problem.file_index == 0) {
        reader.problem("interface-words", &path, problem.line, problem.message);
    }
    words
}

fn read_site(
    reader: &mut Reader<'_>,
    sources: &BTreeMap<crate::model::id::SourceId, Source>,
    site: Option<SiteText<'_>>,
) -> Site {
    let numbers = reader.read("emergency-numbers.ron", |file| protocol::emergency_numbers(file, sources));
    let Some(site) = site else { return Site::default() };
    let file = File::new(site.name, site.text);
    let read = site::site(&file, &numbers.unwrap_or_default());
    reader.add_allowances(&file);
    reader.add_problems(file.into_problems());
    read
}

fn read_protocol(
    reader: &mut Reader<'_>,
    sources: &BTreeMap<crate::model::id::SourceId, Source>,
    site: &Site,
) -> Protocol {
    let id = site.protocol.as_deref().unwrap_or(DEFAULT_PROTOCOL);
    let read = |file: &File<'_>| protocol::protocol(file, sources);
    let wanted = reader.read(&format!("protocols/{id}.ron"), read);
    wanted.or_else(|| reader.read(&format!("protocols/{DEFAULT_PROTOCOL}.ron"), read)).unwrap_or_default()
}

/// The helplines, if the content has any of its own.
fn read_helplines(reader: &mut Reader<'_>, sources: &BTreeMap<crate::model::id::SourceId, Source>) -> Helplines {
    let path = "helplines.ron";
    let is_there = reader.has(path);
    let read = is_there.then(|| reader.read(path, |file| protocol::helplines(file, sources)));
    read.flatten().unwrap_or_default()
}

/// What readers call things, if the language has a file that says so.
fn read_names(reader: &mut Reader<'_>, language: &str, topics: &[Topic]) -> Names {
    let path = format!("{language}/{NAMES_FILE}");
    let sections: BTreeSet<SectionId> =
        topics.iter().flat_map(|topic| &topic.sections).map(|section| section.id.clone()).collect();
    let is_there = reader.has(&path);
    let read = is_there.then(|| reader.read(&path, |file| also_called::names(file, &sections)));
    read.flatten().unwrap_or_default()
}

/// The named values as the reader sees them.
fn values(protocol: &Protocol, site: &Site, words: &Words) -> BTreeMap<String, String> {
    let mut values: BTreeMap<String, String> =
        protocol.values.iter().map(|named| (named.name.clone(), shown(&named.value, words))).collect();
    if let Some(number) = &site.emergency_number {
        values.insert(EMERGENCY_NUMBER.to_owned(), number.clone());
    }
    values
}

fn shown(value: &Value, words: &Words) -> String {
    match value {
        Value::Phone(number) => number.clone(),
        Value::Quantity(quantity) => words::quantity(words, quantity),
    }
}

/// What `error` says of the file `name`, in the form of the other problems.
pub fn problem_of(error: &ReadError, name: &str) -> Problem {
    use crate::model::place::{Place, Severity};
    let line = u32::try_from(error.line()).unwrap_or(u32::MAX);
    Problem {
        place: Place { file: name.into(), line, column: 1 },
        severity: Severity::Error,
        rule: "unreadable",
        message: error.to_string(),
    }
}
