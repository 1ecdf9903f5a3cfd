//! The beginning of a topic file: what can be said of a topic without reading its sections, however many there are.

use std::fmt;

use ron::value::RawValue;
use serde::Deserializer;
use serde::de::{EnumAccess, MapAccess, VariantAccess, Visitor};

use super::ron_value::{Fields, Name, RonValue, options};

/// The fields of the record called `kind` that stand before its field `stop`, which is not read any more.
///
/// `text` may end anywhere after that. Without such a record there are no fields.
pub(super) fn fields_before<'a>(text: &'a str, kind: &str, stop: &str) -> Fields<'a> {
    let mut fields = Fields::new();
    let is_named = read(text, |reader| reader.deserialize_enum("", &[], Head { kind, stop, fields: &mut fields }));
    if !is_named && fields.is_empty() {
        read(text, |reader| reader.deserialize_struct("", &[], Head { kind, stop, fields: &mut fields }));
    }
    fields
}

/// Whether `read` came to the end of the record. It stops early on purpose: what comes after `stop` is of no interest.
fn read<'a>(text: &'a str, read: impl FnOnce(&mut ron::Deserializer<'a>) -> Result<(), ron::error::Error>) -> bool {
    ron::Deserializer::from_str_with_options(text, &options()).is_ok_and(|mut reader| read(&mut reader).is_ok())
}

/// Gathers fields until one is called `stop`.
struct Head<'f, 'a> {
    kind: &'f str,
    stop: &'f str,
    fields: &'f mut Fields<'a>,
}

impl<'de> Visitor<'de> for Head<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("fields in parentheses")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<(), A::Error> {
        let (Name(name), variant) = access.variant()?;
        if name == self.kind { variant.struct_variant(&[], self) } else { Ok(()) }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<(), A::Error> {
        while let Some(Name(name)) = access.next_key()? {
            if name == self.stop {
                break;
            }
            let value: &RawValue = access.next_value()?;
            self.fields.push((name, RonValue::from_raw(value)));
        }
        Ok(())
    }
}
