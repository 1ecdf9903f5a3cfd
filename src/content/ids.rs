//! A list of ids, each of which may stand in it once.

use std::collections::BTreeSet;

use super::file::File;
use super::record;
use super::ron_value::RonValue;

/// The ids in `values`. One that is there already, `what` it may be, is noted and left out.
pub(super) fn ids_once<'a>(file: &File<'a>, values: Vec<RonValue<'a>>, what: &str) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut ids = Vec::new();
    for value in values {
        let Some(id) = record::id(file, value) else { continue };
        if seen.insert(id.clone()) {
            ids.push(id);
        } else {
            file.problem("duplicate-id", value.source(), format!("the {what} `{id}` is here twice; keep one"));
        }
    }
    ids
}
