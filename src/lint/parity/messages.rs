//! The interface in two languages: the same messages with the same variables.

use std::collections::{BTreeMap, BTreeSet};

use crate::lint::warning;
use crate::model::authoring::Message;
use crate::model::library::Library;
use crate::model::place::Problem;

pub(super) fn check(first: &Library, other: &Library, problems: &mut Vec<Problem>) {
    let by_id = |library: &'_ Library| -> BTreeMap<String, Message> {
        library.authoring.messages.iter().map(|message| (message.id.clone(), message.clone())).collect()
    };
    let (wanted, found) = (by_id(first), by_id(other));
    if found.is_empty() && !wanted.is_empty() {
        let text = format!("the messages of {} are missing; add this file", first.authoring.messages_file.file);
        problems.push(warning("same-messages", &other.authoring.messages_file, text));
        return;
    }
    for (id, message) in &wanted {
        if !found.contains_key(id) {
            let text = format!("the message `{id}` of {} is missing here; add it", message.place);
            problems.push(warning("same-messages", &other.authoring.messages_file, text));
        }
    }
    for (id, message) in &found {
        let Some(partner) = wanted.get(id) else {
            let text = format!("no message is called `{id}` in {}; take it out", first.authoring.messages_file.file);
            problems.push(warning("same-messages", &message.place, text));
            continue;
        };
        if message.variables != partner.variables {
            let (here, there) = (list(&message.variables), list(&partner.variables));
            let text =
                format!("`{id}` has other variables: {here} here, {there} at {}; make them equal", partner.place);
            problems.push(warning("same-messages", &message.place, text));
        }
    }
}

fn list(names: &BTreeSet<String>) -> String {
    if names.is_empty() {
        return "none".to_owned();
    }
    names.iter().map(|name| format!("${name}")).collect::<Vec<_>>().join(", ")
}
