//! The line to call that stands on paper, and beside a printer that does not print.

use super::block::{Block, Contact};
use super::library::Library;
use super::text::{RichText, Span};

/// A line to call.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Helpline<'l> {
    /// Who answers, as a text of the content or of the site file.
    pub name: HelplineName<'l>,
    /// The number, as it is read.
    pub number: &'l str,
    /// What they do.
    pub about: Option<&'l RichText>,
}

/// Who answers a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum HelplineName<'l> {
    /// A contact of the content.
    Contact(&'l RichText),
    /// The clinic.
    Site(&'l str),
}

impl HelplineName<'_> {
    /// The name as plain words.
    pub fn plain(&self) -> String {
        match self {
            Self::Contact(name) => name.plain(),
            Self::Site(name) => (*name).to_owned(),
        }
    }
}

impl Library {
    /// The line that the protocol names for paper, or else the clinic's own number.
    pub fn helpline(&self) -> Option<Helpline<'_>> {
        let wanted = self.protocol.helpline.as_deref();
        let of_protocol = wanted.and_then(|wanted| self.contacts().find_map(|contact| line_of(contact, wanted)));
        of_protocol.or_else(|| {
            let (name, number) = self.site.name.as_deref().zip(self.site.phone.as_deref())?;
            Some(Helpline { name: HelplineName::Site(name), number, about: None })
        })
    }

    /// Everybody to call, in the order of the library; those inside boxes and answers are named elsewhere too.
    pub fn contacts(&self) -> impl Iterator<Item = &Contact> {
        let blocks = self.sections().flat_map(|(_, section)| &section.blocks);
        blocks.flat_map(|block| match block {
            Block::Contacts(contacts) => contacts.as_slice(),
            _ => &[],
        })
    }
}

/// The contact's line if its number is the named value `wanted`.
fn line_of<'l>(contact: &'l Contact, wanted: &str) -> Option<Helpline<'l>> {
    let number = contact.phone.as_ref()?.spans.iter().find_map(|span| match span {
        Span::Value { name, shown, .. } if name == wanted => Some(shown.as_str()),
        _ => None,
    })?;
    Some(Helpline { name: HelplineName::Contact(&contact.name), number, about: Some(&contact.about) })
}
