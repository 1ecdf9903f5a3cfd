//! The texts of a section that are searched, each with what it is.

use crate::model::block::Block;
use crate::model::site::{Service, Site};
use crate::model::text::RichText;
use crate::model::topic::Section;

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The title of a section.
    Title,
    /// What else readers call it; never shown.
    AlsoCalled,
    /// A heading, or the title of a box or a step.
    Heading,
    /// Any other text.
    Body,
}

impl Kind {
    /// How much a word counts here.
    pub(super) fn weight(self) -> f32 {
        match self {
            Self::Title => 6.0,
            Self::AlsoCalled => 5.0,
            Self::Heading => 2.0,
            Self::Body => 1.0,
        }
    }

    /// Whether a reader sees it on the page, under the title.
    pub(super) fn is_on_page(self) -> bool {
        matches!(self, Self::Heading | Self::Body)
    }
}

/// Calls `visit` with every text of `section` in a fixed order: its title, its other `names`, and what it says.
pub(super) fn each(section: &Section, names: &[String], site: &Site, visit: &mut dyn FnMut(Kind, &str)) {
    visit(Kind::Title, &section.title);
    names.iter().for_each(|name| visit(Kind::AlsoCalled, name));
    each_of_blocks(&section.blocks, site, visit);
}

fn each_of_blocks(blocks: &[Block], site: &Site, visit: &mut dyn FnMut(Kind, &str)) {
    let heading = |text: &RichText, visit: &mut dyn FnMut(Kind, &str)| visit(Kind::Heading, &text.plain());
    for block in blocks {
        match block {
            Block::Heading(text) => heading(text, visit),
            Block::Steps(steps) => {
                for step in steps {
                    heading(&step.title, visit);
                    visit(Kind::Body, &step.text.plain());
                }
            }
            Block::Callout(callout) => {
                heading(&callout.title, visit);
                each_of_blocks(&callout.blocks, site, visit);
            }
            Block::Question { ask, answer } => {
                heading(ask, visit);
                each_of_blocks(answer, site, visit);
            }
            Block::LocalServices(_) if !site.services.is_empty() => {
                site.services.iter().for_each(|service| visit(Kind::Body, &line(service)));
            }
            _ => block.each_text(&mut |text| visit(Kind::Body, &text.plain())),
        }
    }
}

/// A local service in a line.
fn line(service: &Service) -> String {
    let parts = [Some(&service.name), service.about.as_ref(), service.address.as_ref()];
    parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" · ")
}
