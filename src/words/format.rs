//! Dates, numbers and quantities by the rules of a language (CLDR), with the words around them from its messages.

use icu_calendar::Gregorian;
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_datetime::input::Date as CalendarDate;
use icu_decimal::DecimalFormatter;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale_core::Locale;
use jiff::civil::Date;

use super::{Msg, Words};
use crate::model::protocol::{Decimal, Quantity, Unit};

/// How a language writes dates and numbers.
pub(super) struct Rules {
    dates: Option<FixedCalendarDateTimeFormatter<Gregorian, YMD>>,
    numbers: Option<DecimalFormatter>,
}

impl Rules {
    /// The rules of `locale`, such as `es-US`. A locale that nobody knows has those that all languages share.
    pub(super) fn of(locale: &str) -> Self {
        let locale = Locale::try_from_str(locale).unwrap_or(Locale::UNKNOWN);
        let dates = FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMD::long());
        let numbers = DecimalFormatter::try_new((&locale).into(), DecimalFormatterOptions::default());
        Self { dates: dates.ok(), numbers: numbers.ok() }
    }
}

/// A date in full, such as "November 22, 2026".
pub fn date(words: &Words, date: Date) -> String {
    let day = CalendarDate::try_new_gregorian(date.year().into(), date.month() as u8, date.day() as u8);
    let written = words.rules.dates.as_ref().zip(day.ok()).map(|(dates, day)| dates.format(&day).to_string());
    // Every language can read this.
    written.unwrap_or_else(|| date.to_string())
}

/// A number, such as "0.4".
fn number(words: &Words, number: &Decimal) -> String {
    let plain = number.to_string();
    let written = words.rules.numbers.as_ref().zip(plain.parse().ok());
    written.map_or(plain, |(numbers, number)| numbers.format(&number).to_string())
}

/// A quantity with its unit, such as "2 to 3 minutes".
pub fn quantity(words: &Words, quantity: &Quantity) -> String {
    let (least, most) = (number(words, &quantity.least), number(words, &quantity.most));
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
