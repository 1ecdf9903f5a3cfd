//! `careshelf print`: sections as pages, in a PDF file.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use jiff::civil::Date;

use super::PrintArguments;
use crate::content::{Loaded, Origin, load_chosen};
use crate::model::id::SectionId;
use crate::model::library::Library;
use crate::model::paper::Layout;
use crate::notes;
use crate::print::{self, PrintError, Request};
use crate::report::{EXIT_MACHINE, EXIT_WRONG, complain};
use crate::whole_file;

/// Writes the PDF file that `wanted` asks for, and says how it went.
pub(super) fn run(origin: &Origin, loaded: &Loaded, wanted: &PrintArguments, today: Date) -> ExitCode {
    let request = match request(loaded, wanted, today) {
        Ok(request) => request,
        Err(message) => return refuse(&message),
    };
    if !request.sections.is_empty() && !request.layout.shows_sections() {
        let layout = request.layout.name();
        complain(&format!("careshelf: the {layout} shows the overdose steps, whatever section is named"));
    }
    match pdf(origin, loaded, &request) {
        Ok(bytes) => write(&bytes, &wanted.output),
        Err(error) => refuse(&format!("careshelf: {error}")),
    }
}

fn pdf(origin: &Origin, loaded: &Loaded, request: &Request) -> Result<Vec<u8>, PrintError> {
    let first = (&loaded.library, &loaded.words);
    let data = match &request.beside {
        Some(language) => {
            let second = load_chosen(origin, language);
            print::compose_beside(first, (&second.library, &second.words), request)?
        }
        None => print::compose(first.0, first.1, request)?,
    };
    print::typeset(&data)?.pdf()
}

/// The sections that are asked for; a topic stands for all of its sections.
fn request(loaded: &Loaded, wanted: &PrintArguments, today: Date) -> Result<Request, String> {
    let library = &loaded.library;
    let mut sections: Vec<SectionId> = Vec::new();
    for id in &wanted.sections {
        let found = notes::sections_called(library, id);
        if found.is_empty() {
            return Err(notes::no_such_section(library, id, &loaded.words));
        }
        for section in found {
            if !sections.contains(&section.id) {
                sections.push(section.id.clone());
            }
        }
    }
    let paper = wanted.paper.unwrap_or(library.paper());
    let beside = beside(library, wanted)?;
    Ok(Request { sections, layout: wanted.layout, paper, day: today, beside })
}

/// The second language that is asked for.
fn beside(library: &Library, wanted: &PrintArguments) -> Result<Option<String>, String> {
    let Some(id) = &wanted.beside else { return Ok(None) };
    if wanted.layout != Layout::Handout {
        let layout = wanted.layout.name();
        return Err(format!("careshelf: a {layout} has one language; leave out --beside, or print a handout"));
    }
    let others: Vec<&str> = library.other_languages().map(|language| language.id.as_str()).collect();
    if !others.contains(&id.as_str()) {
        return Err(format!("careshelf: --beside takes another language: {}", others.join(", ")));
    }
    Ok(Some(id.clone()))
}

fn refuse(message: &str) -> ExitCode {
    complain(message);
    ExitCode::from(EXIT_WRONG)
}

/// Writes the file whole or not at all; `-` is standard output.
fn write(bytes: &[u8], output: &Path) -> ExitCode {
    let written = if output == Path::new("-") {
        let mut out = io::stdout().lock();
        out.write_all(bytes).and_then(|()| out.flush())
    } else {
        whole_file::write(output, |out| out.write_all(bytes))
    };
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&format!("careshelf: cannot write {}: {error}", output.display()));
            ExitCode::from(EXIT_MACHINE)
        }
    }
}
