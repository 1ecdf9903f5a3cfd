//! Dates and quantities in the words of a language.

use jiff::civil::Date;

use super::{Msg, Words};
use crate::model::protocol::{Quantity, Unit};

/// A date in full, such as "22 November 2026".
pub fn date(words: &Words, date: Date) -> String {
    words.with(
        Msg::Date,
        &[
            ("day", date.day().to_string().into()),
            ("month", f64::from(date.month()).into()),
            ("year", date.year().to_string().into()),
        ],
    )
}

/// A quantity with its unit, such as "2 to 3 minutes".
pub fn quantity(words: &Words, quantity: &Quantity) -> String {
    let (least, most) = (quantity.least.to_string(), quantity.most.to_string());
    let amount = if least == most {
        most
    } else {
        words.with(Msg::QuantityRange, &[("least", least.into()), ("most", most.into())])
    };
    let msg = match quantity.unit {
        Unit::Count => Msg::QuantityCount,
        Unit::Seconds => Msg::QuantitySeconds,
        Unit::Minutes => Msg::QuantityMinutes,
        Unit::Hours => Msg::QuantityHours,
        Unit::Inches => Msg::QuantityInches,
        Unit::Centimetres => Msg::QuantityCentimetres,
    };
    // `most` chooses the plural form: "1 second", "2 to 3 seconds".
    words.with(msg, &[("amount", amount.into()), ("most", quantity.most.as_f64().into())])
}
