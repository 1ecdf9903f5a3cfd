//! The site file → the site.
//!
//! ```ron
//! site(
//!     name: "Riverside Clinic",
//!     address: "12 River Street, Springfield",
//!     room: "Waiting room, ground floor",
//!     door_code: "4711",
//!     phone: "555-0100",
//!     country: "US",
//!     naloxone_location: "Red box beside the front desk",
//!     aed_location: "On the wall in the entrance hall",
//!     services: [service(name: "Night van", about: "Free naloxone.", phone: "555-0101", address: "…", hours: "…", checked: "2026-10-01")],
//!     approved: approval(by: "Dr A. Example, medical director", on: "2026-11-30"),
//! )
//! ```
//!
//! Every field may be left out. `emergency_number` may stand instead of `country`, `protocol: "xx"` names another file in
//! `protocols/`, and `renderer: cpu` (or `gpu`, or `auto`) says what paints the window. `kiosk: true` is for a machine that
//! anybody may use; `idle_secs: 90` and `warning_secs: 30` say when a visit to it ends by itself.
//! `languages: ["es", "en"]` says which languages are offered, and with which one a visit begins.
//! `viewing_distance_mm: 600` and `pixel_pitch_mm: 0.2646` say how large the largest text must be.

use std::collections::BTreeMap;
use std::time::Duration;

use super::file::File;
use super::ids::ids_once;
use super::protocol::{PAPERS, phone_number};
use super::record::Record;
use super::ron_value::RonValue;
use crate::model::site::{Approval, Renderer, Screen, Service, Site, VisitRules};

/// Reads a site file; what is wrong in it is noted and left out. `numbers` are the emergency numbers by country code.
pub(super) fn site(file: &File<'_>, numbers: &BTreeMap<String, String>) -> Site {
    let record = RonValue::whole(file).and_then(|whole| Record::read(file, whole, "site"));
    let Some(record) = record else { return Site { has_mistakes: true, ..Site::default() } };
    let services =
        record.optional("services").and_then(|value| super::record::list(file, value, 0)).unwrap_or_default();
    let approved = record.optional("approved");
    let site = Site {
        name: record.optional_text("name"),
        address: record.optional_text("address"),
        room: record.optional_text("room"),
        door_code: record.optional_text("door_code"),
        phone: phone(file, &record, "phone"),
        naloxone_location: record.optional_text("naloxone_location"),
        aed_location: record.optional_text("aed_location"),
        emergency_number: emergency_number(file, &record, numbers),
        languages: languages(file, &record),
        paper: record.optional_choice("paper", PAPERS),
        printer: record.optional_text("printer"),
        is_kiosk: record.flag("kiosk"),
        visits: visits(&record),
        protocol: record.optional("protocol").and_then(|value| super::record::id(file, value)),
        services: services.into_iter().filter_map(|value| service(file, value)).collect(),
        approval: approved.and_then(|value| approval(file, value)),
        renderer: renderer(&record),
        screen: screen(&record),
        has_mistakes: false,
    };
    record.finish();
    Site { has_mistakes: 0 < file.problem_count(), ..site }
}

/// The languages that are offered here. Whether there are such languages only the content knows.
fn languages<'a>(file: &File<'a>, record: &Record<'_, 'a>) -> Vec<String> {
    let values = record.optional("languages").and_then(|value| super::record::list(file, value, 1));
    ids_once(file, values.unwrap_or_default(), "language")
}

/// When a visit ends by itself. A time that cannot be meant is noted, and the usual one stands for it.
fn visits(record: &Record<'_, '_>) -> VisitRules {
    let usual = VisitRules::default();
    let secs = |name, range| record.optional_whole(name, range).map(|secs| Duration::from_secs(secs.into()));
    VisitRules {
        idle: secs("idle_secs", 20..=3600).unwrap_or(usual.idle),
        warning: secs("warning_secs", VisitRules::LEAST_WARNING.as_secs() as u32..=300).unwrap_or(usual.warning),
    }
}

/// How large things are on this screen. What cannot be meant is noted, and the usual stands for it.
fn screen(record: &Record<'_, '_>) -> Screen {
    let usual = Screen::default();
    Screen {
        viewing_distance_mm: record
            .optional_number("viewing_distance_mm", 200.0..=5000.0)
            .unwrap_or(usual.viewing_distance_mm),
        pixel_pitch_mm: record.optional_number("pixel_pitch_mm", 0.05..=2.0).unwrap_or(usual.pixel_pitch_mm),
    }
}

/// What is to paint the window, read without the rest of the file: the window cannot wait for that.
pub(super) fn renderer_alone(file: &File<'_>) -> Option<Renderer> {
    renderer(&Record::read(file, RonValue::whole(file)?, "site")?)
}

fn renderer(record: &Record<'_, '_>) -> Option<Renderer> {
    let choices = [("auto", Renderer::Auto), ("gpu", Renderer::Gpu), ("cpu", Renderer::Cpu)];
    record.optional_choice("renderer", &choices)
}

fn phone(file: &File<'_>, record: &Record<'_, '_>, name: &'static str) -> Option<String> {
    record.optional(name).and_then(|value| phone_number(file, value))
}

/// The site's own number, or that of its country.
fn emergency_number(file: &File<'_>, record: &Record<'_, '_>, numbers: &BTreeMap<String, String>) -> Option<String> {
    let own = phone(file, record, "emergency_number");
    let country = record.optional("country").and_then(|value| {
        let code = super::record::plain_text(file, value)?;
        let number = numbers.get(code.as_ref()).cloned();
        if number.is_none() {
            let message =
                format!("no emergency number is known for the country \"{code}\"; set `emergency_number` instead");
            file.problem("unknown-country", value.source(), message);
        }
        number
    });
    own.or(country)
}

fn service<'a>(file: &File<'a>, value: RonValue<'a>) -> Option<Service> {
    let record = Record::read(file, value, "service")?;
    let name = record.text("name");
    let checked = record.date("checked");
    let about = record.optional_text("about");
    let phone = phone(file, &record, "phone");
    let address = record.optional_text("address");
    let hours = record.optional_text("hours");
    record.finish();
    Some(Service { name: name?, about, phone, address, hours, checked: checked? })
}

pub(super) fn approval<'a>(file: &File<'a>, value: RonValue<'a>) -> Option<Approval> {
    let record = Record::read(file, value, "approval")?;
    let by = record.text("by");
    let on = record.date("on");
    record.finish();
    Some(Approval { by: by?, on: on? })
}
