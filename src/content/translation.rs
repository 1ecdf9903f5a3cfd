//! The field `translated` of a file in another language than the one it was written in: who translated it, and who checked that.

use super::file::File;
use super::record::Record;
use super::site::approval;
use crate::model::language::Translation;

/// Reads `translated: translation(by: "…", from: "en", on: "2026-11-28", checked: approval(by: "…", on: "…"))`, which may be
/// left out, as `checked` in it.
pub(super) fn translation<'a>(file: &File<'a>, record: &Record<'_, 'a>) -> Option<Translation> {
    let record = Record::read(file, record.optional("translated")?, "translation")?;
    let (by, from, on) = (record.text("by"), record.id("from"), record.date("on"));
    let checked = record.optional("checked").and_then(|value| approval(file, value));
    record.finish();
    Some(Translation { by: by?, from: from?, on: on?, checked })
}
