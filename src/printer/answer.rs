//! What CUPS answers, read with care: bytes from outside, in IPP's own encoding (RFC 8010).

use std::io::Cursor;

use ipp::attribute::{IppAttribute, IppAttributeGroup};
use ipp::model::DelimiterTag;
use ipp::parser::IppParser;
use ipp::reader::IppReader;
use ipp::value::IppValue;

use super::error::PrinterError;

/// Collections within collections: CUPS uses three or so.
const DEEPEST: usize = 16;
const HEADER_BYTES: usize = 8;

/// An answer that is not a refusal.
#[derive(Debug)]
pub(super) struct Answer {
    groups: Vec<IppAttributeGroup>,
}

/// The values of one printer, job, subscription or event.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group<'a>(&'a IppAttributeGroup);

/// Reads an answer. A refusal is an error too.
pub(super) fn read(bytes: Vec<u8>) -> Result<Answer, PrinterError> {
    let confused = |what: &str| PrinterError::Confused { what: what.into() };
    if !is_shallow(&bytes) {
        return Err(confused("damaged IPP"));
    }
    let (header, attributes, _) = IppParser::new(IppReader::new(Cursor::new(bytes)))
        .parse_parts()
        .map_err(|error| PrinterError::Confused { what: error.to_string() })?;
    let answer = Answer { groups: attributes.into_groups() };
    let status = header.operation_or_status.cast_unsigned();
    if status < 0x0100 {
        return Ok(answer);
    }
    let about = answer.groups_of(DelimiterTag::OperationAttributes).next();
    let message = about.and_then(|group| group.text("status-message")).unwrap_or_default();
    Err(PrinterError::Refused { status, message })
}

impl Answer {
    /// The groups of one kind, in their order.
    pub(super) fn groups_of(&self, tag: DelimiterTag) -> impl Iterator<Item = Group<'_>> {
        self.groups.iter().filter(move |group| group.tag() == tag).map(Group)
    }

    /// The first group of one kind, which this answer must have.
    pub(super) fn only(&self, tag: DelimiterTag) -> Result<Group<'_>, PrinterError> {
        let missing = || PrinterError::Confused { what: format!("no {tag:?}") };
        self.groups_of(tag).next().ok_or_else(missing)
    }
}

impl<'a> Group<'a> {
    /// The first value as text, whatever kind of text it is.
    pub(super) fn text(self, name: &str) -> Option<String> {
        self.texts(name).into_iter().next()
    }

    /// All values that are text.
    pub(super) fn texts(self, name: &str) -> Vec<String> {
        self.values(name).filter_map(text_of).collect()
    }

    /// The first value, if that is a number, or the upper end of a range.
    pub(super) fn number(self, name: &str) -> Option<i32> {
        self.values(name).next().and_then(|value| match value {
            IppValue::Integer(number) | IppValue::Enum(number) | IppValue::RangeOfInteger { max: number, .. } => {
                Some(*number)
            }
            _ => None,
        })
    }

    /// The first value, if that is yes or no.
    pub(super) fn flag(self, name: &str) -> Option<bool> {
        self.values(name).next().and_then(|value| value.as_boolean().copied())
    }

    fn values(self, name: &str) -> impl Iterator<Item = &'a IppValue> + use<'a> {
        self.0.get(name).into_iter().flat_map(IppAttribute::value)
    }
}

fn text_of(value: &IppValue) -> Option<String> {
    Some(match value {
        IppValue::NameWithoutLanguage(name) | IppValue::NameWithLanguage { name, .. } => name.to_string(),
        IppValue::TextWithoutLanguage(text) | IppValue::TextWithLanguage { text, .. } => text.to_string(),
        IppValue::Uri(text) => text.to_string(),
        IppValue::Keyword(text) | IppValue::MimeMediaType(text) => text.to_string(),
        _ => return None,
    })
}

/// Whether lengths add up and collections do not go deeper than anybody needs. The parser itself would follow them
/// for as long as there is a stack, and copy each on the way back.
fn is_shallow(bytes: &[u8]) -> bool {
    let mut rest = bytes.get(HEADER_BYTES..).unwrap_or_default();
    let mut depth = 0_usize;
    while let Some((tag, after)) = rest.split_first() {
        rest = match tag {
            0x03 => return depth == 0,
            0x00..=0x0f => after,
            _ => {
                depth = match tag {
                    0x34 => depth + 1,
                    0x37 => depth.wrapping_sub(1),
                    _ => depth,
                };
                let after_value = skip(after).and_then(skip);
                match after_value {
                    Some(after) if depth <= DEEPEST => after,
                    _ => return false,
                }
            }
        };
    }
    false
}

/// What comes after a piece that begins with its length in two bytes.
fn skip(bytes: &[u8]) -> Option<&[u8]> {
    let (length, rest) = bytes.split_first_chunk::<2>()?;
    rest.get(usize::from(u16::from_be_bytes(*length))..)
}
