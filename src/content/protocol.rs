//! Protocol files, the helplines and the list of emergency numbers → numbers that texts name.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::file::File;
use super::record::{self, Record};
use super::ron_value::RonValue;
use super::site;
use super::source::list_of;
use crate::model::id::{FormId, SourceId, StepId};
use crate::model::paper::Paper;
use crate::model::protocol::{Decimal, Helplines, NamedValue, Protocol, Quantity, Unit, Value};
use crate::model::source::Source;

/// The sizes of paper, as authors write them.
pub(super) const PAPERS: &[(&str, Paper)] = &[("letter", Paper::Letter), ("a4", Paper::A4)];

/// Reads a protocol file; a value with a mistake is noted and left out.
pub(super) fn protocol(file: &File<'_>, sources: &BTreeMap<SourceId, Source>) -> Option<Protocol> {
    let record = Record::read(file, RonValue::whole(file)?, "protocol")?;
    let id = record.id("id");
    let name = record.text("name");
    let reviewed = record.date("reviewed");
    let review_by = record.date("review_by");
    let approved = record.optional("approved");
    let steps = ids(file, &record, "steps");
    let forms = ids(file, &record, "forms");
    let paper = record.optional_choice("paper", PAPERS);
    let helpline = record.optional("helpline").and_then(|value| record::id(file, value));
    let value_list = record.list("values", 1);
    let place = file.place_of(record.source());
    record.finish();
    let approval = approved.and_then(|value| site::approval(file, value));
    let steps = steps.iter().map(|id| StepId::from(id.as_str())).collect();
    let forms = forms.iter().map(|id| FormId::from(id.as_str())).collect();
    let values = named_values(file, sources, value_list.unwrap_or_default());
    Some(Protocol {
        id: id?,
        name: name?,
        reviewed: reviewed?,
        review_by: review_by?,
        approval,
        steps,
        forms,
        paper: paper.unwrap_or_default(),
        helpline,
        values,
        place,
    })
}

/// Reads the file of helplines; a value with a mistake is noted and left out.
pub(super) fn helplines(file: &File<'_>, sources: &BTreeMap<SourceId, Source>) -> Option<Helplines> {
    let record = Record::read(file, RonValue::whole(file)?, "helplines")?;
    let reviewed = record.date("reviewed");
    let review_by = record.date("review_by");
    let value_list = record.list("values", 1);
    let place = file.place_of(record.source());
    record.finish();
    let values = named_values(file, sources, value_list.unwrap_or_default());
    Some(Helplines { reviewed: reviewed?, review_by: review_by?, values, place })
}

/// The ids in the list `name`, which may be left out, each once.
fn ids(file: &File<'_>, record: &Record<'_, '_>, name: &'static str) -> Vec<String> {
    let values = record.optional(name).and_then(|value| record::list(file, value, 1)).unwrap_or_default();
    let mut ids: Vec<String> = Vec::new();
    for value in values {
        let Some(id) = record::id(file, value) else { continue };
        if ids.contains(&id) {
            file.problem("duplicate-id", value.source(), format!("`{id}` is here twice; keep one"));
        } else {
            ids.push(id);
        }
    }
    ids
}

/// The values in a list, each name once.
fn named_values<'a>(file: &File<'a>, sources: &BTreeMap<SourceId, Source>, list: Vec<RonValue<'a>>) -> Vec<NamedValue> {
    let mut values: Vec<NamedValue> = Vec::new();
    for value in list {
        let Some(named) = named_value(file, sources, value) else { continue };
        if let Some(first) = values.iter().find(|other| other.name == named.name) {
            let message = format!("the name `{}` is taken at {}; give this value another one", named.name, first.place);
            file.problem("duplicate-id", value.source(), message);
        } else {
            values.push(named);
        }
    }
    values
}

fn named_value<'a>(file: &File<'a>, known: &BTreeMap<SourceId, Source>, value: RonValue<'a>) -> Option<NamedValue> {
    let is_phone = match value.name() {
        Some("phone") => true,
        Some("quantity") => false,
        _ => {
            let message = format!("expected `phone(…)` or `quantity(…)` here, found {}", record::describe(value));
            file.problem("wrong-kind", value.source(), message);
            return None;
        }
    };
    let record = Record::read(file, value, if is_phone { "phone" } else { "quantity" })?;
    let name = record.id("name");
    let read = if is_phone { phone(file, &record, "number").map(Value::Phone) } else { quantity(file, &record) };
    let sources = sources(file, known, &record);
    let place = file.place_of(record.source());
    record.finish();
    Some(NamedValue { name: name?, value: read?, sources: sources?, place })
}

/// The known sources in the field `sources`, one at least.
fn sources(file: &File<'_>, known: &BTreeMap<SourceId, Source>, record: &Record<'_, '_>) -> Option<Vec<SourceId>> {
    let mut sources = Vec::new();
    for value in record.list("sources", 1)? {
        let Some(id) = record::id(file, value).map(|id| SourceId::from(id.as_str())) else { continue };
        if known.contains_key(&id) {
            sources.push(id);
        } else {
            let message = format!("no source has the id `{id}` in sources.ron; add it there or mend the name");
            file.problem("unknown-source", value.source(), message);
        }
    }
    Some(sources)
}

fn quantity(file: &File<'_>, record: &Record<'_, '_>) -> Option<Value> {
    let unit = record.choice(
        "unit",
        &[
            ("count", Unit::Count),
            ("seconds", Unit::Seconds),
            ("minutes", Unit::Minutes),
            ("hours", Unit::Hours),
            ("inches", Unit::Inches),
            ("centimetres", Unit::Centimetres),
        ],
    );
    let exactly = record.optional("exactly");
    let range = (record.optional("least"), record.optional("most"));
    let (least, most) = match (exactly, range) {
        (Some(exactly), (None, None)) => {
            let exactly = decimal(file, exactly)?;
            (exactly.clone(), exactly)
        }
        (None, (Some(least), Some(most))) => {
            let (least, most_read) = (decimal(file, least), decimal(file, most));
            let (least, most_read) = (least?, most_read?);
            if least.as_f64() >= most_read.as_f64() {
                file.problem("range", most.source(), "`most` must be more than `least`; mend one, or write `exactly`");
                return None;
            }
            (least, most_read)
        }
        _ => {
            file.problem("range", record.source(), "a quantity has either `exactly`, or both `least` and `most`");
            return None;
        }
    };
    Some(Value::Quantity(Quantity { least, most, unit: unit? }))
}

fn decimal<'a>(file: &File<'a>, value: RonValue<'a>) -> Option<Decimal> {
    let text = record::plain_text(file, value)?;
    let decimal = Decimal::parse(&text);
    if decimal.is_none() {
        file.problem(
            "number",
            value.source(),
            format!("\"{text}\" is not a number here; write digits, such as \"30\" or \"2.4\""),
        );
    }
    decimal
}

/// The telephone number in field `name`, which must be there.
fn phone(file: &File<'_>, record: &Record<'_, '_>, name: &'static str) -> Option<String> {
    record.required(name).and_then(|value| phone_number(file, value))
}

/// A telephone number: something that can be dialled.
pub(super) fn phone_number<'a>(file: &File<'a>, value: RonValue<'a>) -> Option<String> {
    let text = record::plain_text(file, value)?;
    let can_be_dialled = text.chars().all(|c| c.is_ascii_digit() || " +-()*#".contains(c));
    if can_be_dialled && text.chars().any(|c| c.is_ascii_digit()) {
        return Some(text.into_owned());
    }
    file.problem(
        "phone",
        value.source(),
        format!("\"{text}\" cannot be dialled; write digits, such as \"1-800-222-1222\""),
    );
    None
}

/// The emergency number of each country, by its two-letter code.
pub(super) fn emergency_numbers(
    file: &File<'_>,
    known: &BTreeMap<SourceId, Source>,
) -> Option<BTreeMap<String, String>> {
    let mut numbers = BTreeMap::new();
    for value in list_of(file, "emergency_numbers")? {
        let Some(record) = Record::read(file, value, "country") else { continue };
        let code = record.text("code");
        let _ = record.text("name");
        let number = phone(file, &record, "number");
        let _ = record.optional_text("note");
        let _ = sources(file, known, &record);
        record.finish();
        let (Some(code), Some(number)) = (code, number) else { continue };
        match numbers.entry(code) {
            Entry::Vacant(entry) => {
                entry.insert(number);
            }
            Entry::Occupied(entry) => {
                let message = format!("the country `{}` is here twice; keep one", entry.key());
                file.problem("duplicate-id", value.source(), message);
            }
        }
    }
    Some(numbers)
}
