//! Blocks as authors write them → blocks as meant.

use super::file::File;
use super::record::{self, Record};
use super::ron_value::RonValue;
use super::text::{self, Known, rich_text};
use crate::assets;
use crate::model::block::{Block, Callout, CalloutKind, Contact, Picture, SectionLink, Step, Table};
use crate::model::id::{PictureId, SectionId};
use crate::model::text::RichText;

/// Reads the blocks in `values`; a block with a mistake is noted and left out.
pub(super) fn blocks<'a>(file: &File<'a>, known: &Known, values: Vec<RonValue<'a>>, nesting: Nesting) -> Vec<Block> {
    let mut blocks = Vec::with_capacity(values.len());
    blocks.extend(values.into_iter().filter_map(|value| block(file, known, value, nesting)));
    blocks
}

/// Whether boxes may stand here.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Nesting {
    /// In a section: every block.
    Section,
    /// In a callout or an answer: no callout and no question.
    Inside,
}

const KINDS: &[&str] = &[
    "paragraph",
    "heading",
    "list",
    "steps",
    "callout",
    "table",
    "picture",
    "contacts",
    "question",
    "see",
    "here",
    "local_services",
    "all_sources",
    "all_dates",
    "all_problems",
    "guide",
    "practice",
];

fn block<'a>(file: &File<'a>, known: &Known, value: RonValue<'a>, nesting: Nesting) -> Option<Block> {
    let kind = value.name().unwrap_or_default();
    if nesting == Nesting::Inside && matches!(kind, "callout" | "question") {
        file.problem("nesting", value.source(), format!("a {kind} cannot stand inside another box; move it out"));
        return None;
    }
    match kind {
        "paragraph" => inner_text(file, known, value).map(Block::Paragraph),
        "heading" => inner_text(file, known, value).map(Block::Heading),
        "list" => list(file, known, value),
        "steps" => steps(file, known, value),
        "callout" => callout(file, known, value).map(Block::Callout),
        "table" => table(file, known, value).map(Block::Table),
        "picture" => picture(file, known, value).map(|picture| Block::Picture(Box::new(picture))),
        "contacts" => contacts(file, known, value),
        "question" => question(file, known, value),
        "see" => see(file, value),
        "here" => otherwise(file, known, value, "here").map(Block::Here),
        "local_services" => otherwise(file, known, value, "local_services").map(Block::LocalServices),
        "all_sources" => bare(file, value, Block::AllSources),
        "all_dates" => bare(file, value, Block::AllDates),
        "all_problems" => bare(file, value, Block::AllProblems),
        "guide" => bare(file, value, Block::Guide),
        "practice" => bare(file, value, Block::Practice),
        _ => {
            let guess = record::nearest(kind, KINDS.iter().copied());
            let hint = guess.map_or_else(
                || format!("expected one of {}", KINDS.join(", ")),
                |known| format!("did you mean `{known}`?"),
            );
            let found = record::describe(value);
            file.problem("unknown-block", value.source(), format!("{found} is not a block; {hint}"));
            None
        }
    }
}

/// The value inside `kind(…)`; notes a problem if there is none.
fn inner<'a>(file: &File<'a>, value: RonValue<'a>) -> Option<RonValue<'a>> {
    let inner = value.inner();
    if inner.is_none() {
        let kind = value.name().unwrap_or("this block");
        file.problem("wrong-kind", value.source(), format!("expected exactly one value in `{kind}(…)`"));
    }
    inner
}

fn inner_text<'a>(file: &File<'a>, known: &Known, value: RonValue<'a>) -> Option<RichText> {
    rich_text(file, known, inner(file, value)?)
}

fn inner_list<'a>(file: &File<'a>, value: RonValue<'a>) -> Option<Vec<RonValue<'a>>> {
    record::list(file, inner(file, value)?, 1)
}

fn bare(file: &File<'_>, value: RonValue<'_>, block: Block) -> Option<Block> {
    if value.is_bare() {
        return Some(block);
    }
    let kind = value.name().unwrap_or_default();
    file.problem("wrong-kind", value.source(), format!("`{kind}` takes no parentheses; write just the word"));
    None
}

fn list<'a>(file: &File<'a>, known: &Known, value: RonValue<'a>) -> Option<Block> {
    texts(file, known, inner_list(file, value)?).map(Block::List)
}

fn texts<'a>(file: &File<'a>, known: &Known, values: Vec<RonValue<'a>>) -> Option<Vec<RichText>> {
    all(values, |value| rich_text(file, known, value))
}

/// What `read` makes of all `values`, or `None` if one has a mistake: what is left of a list would read as the whole.
pub(super) fn all<'a, T>(values: Vec<RonValue<'a>>, read: impl FnMut(RonValue<'a>) -> Option<T>) -> Option<Vec<T>> {
    // All are read before giving up, so that every mistake is noted.
    let read: Vec<Option<T>> = values.into_iter().map(read).collect();
    read.into_iter().collect()
}

fn steps<'a>(file: &File<'a>, known: &Known, value: RonValue<'a>) -> Option<Block> {
    let values = inner_list(file, value)?;
    all(values, |value| step(file, known, value)).map(Block::Steps)
}

fn step<'a>(file: &File<'a>, known: &Known, value: RonValue<'a>) -> Option<Step> {
    let record = Record::read(file, value, "step")?;
    let title = text::required(file, known, &record, "title");
    let step_text = text::required(file, known, &record, "text");
    let brief = record.optional("brief").and_then(|value| rich_text(file, known, value));
    let picture_name = record.optional("picture");
    let alt_text = record.optional("alt");
    if picture_name.is_some() != alt_text.is_some() {
        file.problem("alt-text", record.source(), "`picture` and `alt` belong together; write both or neither");
    }
    let picture = picture_name.and_then(|name| picture_id(file, name));
    let alt = alt_text.and_then(|value| rich_text(file, known, value));
    let picture = picture.zip(alt).map(|(id, alt)| Picture { id, alt, caption: None });
    record.finish();
    Some(Step { title: title?, text: step_text?, brief, picture })
}

fn callout<'a>(file: &File<'a>, known: &Known, value: RonValue<'a>) -> Option<Callout> {
    let record = Record::read(file, value, "callout")?;
    let kind = record.choice(
        "kind",
        &[
            ("danger", CalloutKind::Danger),
            ("urgent", CalloutKind::Urgent),
            ("note", CalloutKind::Note),
            ("good", CalloutKind::Good),
        ],
    );
    let title = text::required(file, known, &record, "title");
    let inside = record.list("blocks", 1).map(|values| blocks(file, known, values, Nesting::Inside));
    let inside = inside.filter(|blocks| !blocks.is_empty());
    record.finish();
    Some(Callout { kind: kind?, title: title?, blocks: inside? })
}

fn table<'a>(file: &File<'a>, known: &Known, value: RonValue<'a>) -> Option<Table> {
    let record = Record::read(file, value, "table")?;
    let caption = text::required(file, known, &record, "caption");
    let header_values = record.list("header", 2);
    let row_values = record.list("rows", 1);
    record.finish();
    let (header_values, row_values) = (header_values?, row_values?);
    let columns = header_values.len();
    let header = texts(file, known, header_values);
    let rows = all(row_values, |value| row(file, known, value, columns));
    Some(Table { caption: caption?, header: header?, rows: rows? })
}

/// A row of a table that has so many `columns`.
fn row<'a>(file: &File<'a>, known: &Known, value: RonValue<'a>, columns: usize) -> Option<Vec<RichText>> {
    let cells = record::list(file, value, 1)?;
    if cells.len() != columns {
        let message = format!("cells in this row: {}, in the header: {columns}; make them equal", cells.len());
        file.problem("table-shape", value.source(), message);
        return None;
    }
    texts(file, known, cells)
}

fn picture<'a>(file: &File<'a>, known: &Known, value: RonValue<'a>) -> Option<Picture> {
    let record = Record::read(file, value, "picture")?;
    let id = record.required("name").and_then(|name| picture_id(file, name));
    let alt = text::required(file, known, &record, "alt");
    let caption = text::optional(file, known, &record, "caption");
    record.finish();
    Some(Picture { id: id?, alt: alt?, caption })
}

/// A drawing that is there.
pub(super) fn picture_id<'a>(file: &File<'a>, value: RonValue<'a>) -> Option<PictureId> {
    let name = record::id(file, value)?;
    if assets::picture(&name).is_some() {
        return Some(PictureId::from(name.as_str()));
    }
    let guess = record::nearest(&name, assets::picture_names());
    let hint = guess.map_or_else(
        || "use one of the names in assets/pictures".to_owned(),
        |known| format!("did you mean `{known}`?"),
    );
    file.problem("unknown-picture", value.source(), format!("there is no picture `{name}`; {hint}"));
    None
}

fn contacts<'a>(file: &File<'a>, known: &Known, value: RonValue<'a>) -> Option<Block> {
    let values = inner_list(file, value)?;
    all(values, |value| contact(file, known, value)).map(Block::Contacts)
}

fn contact<'a>(file: &File<'a>, known: &Known, value: RonValue<'a>) -> Option<Contact> {
    let record = Record::read(file, value, "contact")?;
    let name = text::required(file, known, &record, "name");
    let about = text::required(file, known, &record, "about");
    let way = |field| text::optional(file, known, &record, field);
    let (phone, text, tty, hours, languages) = (way("phone"), way("text"), way("tty"), way("hours"), way("languages"));
    record.finish();
    Some(Contact { name: name?, about: about?, phone, text, tty, hours, languages })
}

fn question<'a>(file: &File<'a>, known: &Known, value: RonValue<'a>) -> Option<Block> {
    let record = Record::read(file, value, "question")?;
    let ask = text::required(file, known, &record, "ask");
    let answer = record.list("answer", 1).map(|values| blocks(file, known, values, Nesting::Inside));
    let answer = answer.filter(|blocks| !blocks.is_empty());
    record.finish();
    Some(Block::Question { ask: ask?, answer: answer? })
}

fn see<'a>(file: &File<'a>, value: RonValue<'a>) -> Option<Block> {
    let values = inner_list(file, value)?;
    let mut links = Vec::with_capacity(values.len());
    for value in values {
        if let Some(id) = record::id(file, value) {
            links.push(SectionLink { section: SectionId::from(id.as_str()), place: file.place_of(value.source()) });
        }
    }
    Some(Block::See(links))
}

fn otherwise<'a>(file: &File<'a>, known: &Known, value: RonValue<'a>, kind: &'static str) -> Option<RichText> {
    let record = Record::read(file, value, kind)?;
    let text = text::required(file, known, &record, "otherwise");
    record.finish();
    text
}
