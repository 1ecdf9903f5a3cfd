//! `sources.ron` → the sources by id.

use std::collections::BTreeMap;

use super::file::File;
use super::record::{self, Record};
use super::ron_value::RonValue;
use crate::model::id::SourceId;
use crate::model::source::{ReadHow, Source, SourceKind};

/// Reads the list of sources; one with a mistake is noted and left out.
pub(super) fn sources(file: &File<'_>) -> Option<BTreeMap<SourceId, Source>> {
    let values = list_of(file, "sources")?;
    let mut sources: BTreeMap<SourceId, Source> = BTreeMap::new();
    for value in values {
        let Some(source) = source(file, value) else { continue };
        if let Some(first) = sources.get(&source.id) {
            let message = format!("the id `{}` is taken at {}; give this source another one", source.id, first.place);
            file.problem("duplicate-id", value.source(), message);
        } else {
            sources.insert(source.id.clone(), source);
        }
    }
    Some(sources)
}

/// The values in `name([…])`, which must be the whole file.
pub(super) fn list_of<'a>(file: &File<'a>, name: &'static str) -> Option<Vec<RonValue<'a>>> {
    let whole = RonValue::whole(file)?;
    let Some(inner) = whole.inner().filter(|_| whole.name() == Some(name)) else {
        let message = format!("expected `{name}([…])` here, found {}", record::describe(whole));
        file.problem("wrong-kind", whole.source(), message);
        return None;
    };
    record::list(file, inner, 1)
}

fn source<'a>(file: &File<'a>, value: RonValue<'a>) -> Option<Source> {
    let record = Record::read(file, value, "source")?;
    let id = record.id("id");
    let kind = record.choice(
        "kind",
        &[
            ("guideline", SourceKind::Guideline),
            ("agency", SourceKind::Agency),
            ("paper", SourceKind::Paper),
            ("other", SourceKind::Other),
        ],
    );
    let title = record.text("title");
    let publisher = record.text("publisher");
    let published = record.text("published");
    let url = record.optional_text("url");
    let read = record.choice(
        "read",
        &[("page", ReadHow::Page), ("copy", ReadHow::Copy), ("part", ReadHow::Part), ("none", ReadHow::None)],
    );
    let note = record.optional_text("note");
    let place = file.place_of(record.source());
    record.finish();
    Some(Source {
        id: SourceId::from(id?.as_str()),
        kind: kind?,
        title: title?,
        publisher: publisher?,
        published: published?,
        url,
        read: read?,
        note,
        place,
    })
}
