//! The protocol record: numbers that could kill if two texts disagreed, and the order of the steps, for one jurisdiction.

use std::fmt;
use std::time::Duration;

use jiff::civil::Date;

use super::id::{FormId, SourceId, StepId};
use super::paper::Paper;
use super::place::Place;
use super::site::Approval;

/// The values of one jurisdiction, such as the United States.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Protocol {
    /// Its id, such as `us`.
    pub id: String,
    /// The jurisdiction's name.
    pub name: String,
    /// The day on which the values were compared with their sources.
    pub reviewed: Date,
    /// The day by which that must be done again.
    pub review_by: Date,
    /// Who approved the values for this jurisdiction, if anybody did.
    pub approval: Option<Approval>,
    /// The steps of the guide in the order of this jurisdiction.
    pub steps: Vec<StepId>,
    /// The kinds of naloxone that are to be had there, the usual one first.
    pub forms: Vec<FormId>,
    /// The paper that printers hold there.
    pub paper: Paper,
    /// The name of the helpline whose number handouts show to a phone's camera, such as `samhsa-helpline`.
    pub helpline: Option<String>,
    /// The values.
    pub values: Vec<NamedValue>,
    /// Where the author wrote it.
    pub place: Place,
}

/// Telephone numbers of lines that texts name, wherever the reader is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Helplines {
    /// The day on which they were compared with their sources.
    pub reviewed: Date,
    /// The day by which that must be done again.
    pub review_by: Date,
    /// The numbers.
    pub values: Vec<NamedValue>,
    /// Where the author wrote it.
    pub place: Place,
}

impl Protocol {
    /// The quantity called `name`.
    pub fn quantity(&self, name: &str) -> Option<&Quantity> {
        self.values.iter().find(|named| named.name == name).and_then(|named| match &named.value {
            Value::Quantity(quantity) => Some(quantity),
            Value::Phone(_) => None,
        })
    }

    /// The time called `name`, from its least to its most.
    pub fn time(&self, name: &str) -> Option<(Duration, Duration)> {
        self.quantity(name).and_then(Quantity::time)
    }
}

/// A value that texts name in braces.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedValue {
    /// Its name, such as `dose-interval`.
    pub name: String,
    /// What it is.
    pub value: Value,
    /// Who says so.
    pub sources: Vec<SourceId>,
    /// Where the author wrote it.
    pub place: Place,
}

/// What a named value is.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A telephone number, as it is dialled.
    Phone(String),
    /// An amount, or a range of amounts.
    Quantity(Quantity),
}

/// An amount with its unit. `least` equals `most` where it is not a range.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The smallest amount.
    pub least: Decimal,
    /// The largest amount.
    pub most: Decimal,
    /// What is counted.
    pub unit: Unit,
}

impl Quantity {
    /// The quantity as a time, from its least to its most; `None` if it counts something else.
    pub fn time(&self) -> Option<(Duration, Duration)> {
        let unit_secs = match self.unit {
            Unit::Seconds => 1.0,
            Unit::Minutes => 60.0,
            Unit::Hours => 3600.0,
            Unit::Count | Unit::Inches | Unit::Centimetres => return None,
        };
        // A decimal has nine digits before its point at most, so this cannot fail.
        let time = |amount: &Decimal| Duration::try_from_secs_f64(amount.as_f64() * unit_secs).ok();
        Some((time(&self.least)?, time(&self.most)?))
    }
}

/// What a quantity counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Things that the text itself names.
    Count,
    /// Seconds.
    Seconds,
    /// Minutes.
    Minutes,
    /// Hours.
    Hours,
    /// Inches.
    Inches,
    /// Centimetres.
    Centimetres,
}

/// A non-negative decimal number, kept as written: `2.4` stays `2.4`, and never becomes `2.4000001`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decimal(String);

impl Decimal {
    /// Reads digits with at most one decimal point, such as `30` or `2.4`; nothing else is a decimal.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('.');
        let valid = |part: &str| !part.is_empty() && part.len() <= 9 && part.chars().all(|c| c.is_ascii_digit());
        let whole_and_fraction = parts.next().is_some_and(valid) && parts.next().is_none_or(valid);
        (whole_and_fraction && parts.next().is_none()).then(|| Self(text.to_owned()))
    }

    /// A whole number.
    pub fn whole(number: u32) -> Self {
        Self(number.to_string())
    }

    /// The number, for comparing and for choosing a plural form.
    pub fn as_f64(&self) -> f64 {
        self.0.parse().unwrap_or(0.0)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
