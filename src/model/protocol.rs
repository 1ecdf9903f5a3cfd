//! The protocol record: numbers that could kill if two texts disagreed, and telephone numbers, for one jurisdiction.

use std::fmt;

use jiff::civil::Date;

use super::id::SourceId;
use super::place::Place;

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
    /// The values.
    pub values: Vec<NamedValue>,
    /// Where the author wrote it.
    pub place: Place,
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
