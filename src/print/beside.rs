//! Model → page data in two languages side by side, paragraph by paragraph.

use super::compose::{Composer, document_id, named_sections};
use super::data::{Beside, BesidePart, BlockData, Document, PageData, Row, SourceData};
use super::{PrintError, Request};
use crate::model::library::Library;
use crate::model::topic::Section;
use crate::words::{Msg, Words};

/// The handout that `request` asks for in the language of the `first` library, with that of the `second` beside it.
///
/// # Errors
/// If the request asks for what is not in both libraries.
pub fn compose_beside(
    first: (&Library, &Words),
    second: (&Library, &Words),
    request: &Request,
) -> Result<PageData, PrintError> {
    let sections = [named_sections(first.0, request)?, named_sections(second.0, request)?];
    let mut left = Composer::new(first.0, first.1, request);
    let mut right = Composer::new(second.0, second.1, request);
    // One list of sources, so that a number means the same on both sides.
    sections.iter().flatten().for_each(|section| left.cite(section));
    right.sources.clone_from(&left.sources);
    let pairs: Vec<[&Section; 2]> = sections[0].iter().zip(&sections[1]).map(|(left, right)| [*left, *right]).collect();
    let mut both = Both { left, right };
    let parts: Vec<BesidePart> = pairs.iter().map(|pair| both.part(*pair)).collect();
    let titles = [both.left.title_for(&sections[0]), both.right.title_for(&sections[1])];
    let title = both.left.say(&titles.join(" · "));
    let sources: Vec<SourceData> = both.left.source_list();
    let document = Beside {
        language: second.0.edition.language.clone(),
        parts,
        helplines: [both.left.helpline(), both.right.helpline()],
        closing: [both.left.closing(&sections[0]).join(" "), both.right.closing(&sections[1]).join(" ")],
        sources_titles: [both.left.msg(Msg::WhoSaysSo), both.right.msg(Msg::WhoSaysSo)],
        sources_notes: [both.left.sources_note(&sections[0]), both.right.sources_note(&sections[1])],
        sources,
        sources_foot: both.foot(&title, &sections[0], &sections[1]),
    };
    let page_words = both.left.page_words();
    let mut origins = both.left.origins;
    origins.extend(both.right.origins);
    Ok(PageData {
        layout: request.layout,
        id: document_id(first.0, request),
        day: request.day,
        language: first.0.edition.language.clone(),
        title,
        paper: request.paper.into(),
        is_large: false,
        page_words,
        origins,
        document: Document::Beside(Box::new(document)),
    })
}

/// Both sides.
struct Both<'c> {
    left: Composer<'c>,
    right: Composer<'c>,
}

impl<'c> Both<'c> {
    fn part(&mut self, [left, right]: [&'c Section; 2]) -> BesidePart {
        self.left.begin(left.id.as_str());
        self.right.begin(right.id.as_str());
        let titles = [self.left.say(&left.title), self.right.say(&right.title)];
        let blocks = [self.left.blocks(&left.blocks), self.right.blocks(&right.blocks)];
        BesidePart {
            notices: [self.left.notices(left), self.right.notices(right)],
            rows: rows(blocks),
            foot: self.foot(&titles.join(" · "), &[left], &[right]),
            titles,
        }
    }

    /// The foot under these sections: what it is, when it was checked and who approved and translated it in both languages, and
    /// who hands it out.
    fn foot(&mut self, title: &str, left: &[&Section], right: &[&Section]) -> Vec<String> {
        let (left, right) = (self.left.standing(left).join(" "), self.right.standing(right).join(" "));
        let lines = [title.to_owned(), left, right, self.left.hands_out()];
        lines.iter().map(|line| self.left.say(line)).collect()
    }
}

/// The blocks of both sides, those that say the same at the same height. Where the two are not built alike, they stand beside
/// each other as wholes.
fn rows([left, right]: [Vec<BlockData>; 2]) -> Vec<Row> {
    let are_alike = left.len() == right.len() && left.iter().zip(&right).all(|(left, right)| are_alike(left, right));
    if !are_alike {
        return vec![Row::Blocks { blocks: [left, right] }];
    }
    left.into_iter().zip(right).flat_map(|(left, right)| pair(left, right)).collect()
}

/// Whether two blocks can be taken apart together.
fn are_alike(left: &BlockData, right: &BlockData) -> bool {
    use BlockData as B;
    match (left, right) {
        (B::List { items: left }, B::List { items: right }) => left.len() == right.len(),
        (B::Steps { steps: left }, B::Steps { steps: right }) => left.len() == right.len(),
        (B::Table { rows: left, .. }, B::Table { rows: right, .. }) => left.len() == right.len(),
        (B::Contacts { contacts: left }, B::Contacts { contacts: right }) => left.len() == right.len(),
        (left, right) => std::mem::discriminant(left) == std::mem::discriminant(right),
    }
}

fn pair(left: BlockData, right: BlockData) -> Vec<Row> {
    use BlockData as B;
    let one = |left, right| Row::Blocks { blocks: [vec![left], vec![right]] };
    match (left, right) {
        (B::List { items: left }, B::List { items: right }) => {
            let item = |text| B::List { items: vec![text] };
            left.into_iter().zip(right).map(|(left, right)| one(item(left), item(right))).collect()
        }
        (B::Steps { steps: left }, B::Steps { steps: right }) => {
            let steps = (1..).zip(left.into_iter().zip(right));
            steps.map(|(number, (left, right))| Row::Step { number, steps: [left, right] }).collect()
        }
        (
            B::Table { caption: left_caption, header: left_header, rows: left, .. },
            B::Table { caption: right_caption, header: right_header, rows: right, .. },
        ) => {
            let mut rows = vec![one(B::Caption { text: left_caption }, B::Caption { text: right_caption })];
            let card = |header: &Vec<_>, row| B::RowCard { header: header.clone(), row };
            let cards = left.into_iter().zip(right);
            rows.extend(cards.map(|(left, right)| one(card(&left_header, left), card(&right_header, right))));
            rows
        }
        (B::Contacts { contacts: left }, B::Contacts { contacts: right }) => {
            let contact = |contact| B::Contacts { contacts: vec![contact] };
            left.into_iter().zip(right).map(|(left, right)| one(contact(left), contact(right))).collect()
        }
        (B::Picture { picture, caption: left }, B::Picture { caption: right, .. }) => {
            vec![Row::Picture { picture, captions: [left, right] }]
        }
        (
            B::Callout { tone, word: left_word, title: left_title, blocks: left },
            B::Callout { word: right_word, title: right_title, blocks: right, .. },
        ) => {
            let (words, titles) = ([left_word, right_word], [left_title, right_title]);
            vec![Row::Callout { tone, words, titles, rows: rows([left, right]) }]
        }
        (B::Question { ask: left_ask, answer: left }, B::Question { ask: right_ask, answer: right }) => {
            let mut all = vec![one(B::Heading { text: left_ask }, B::Heading { text: right_ask })];
            all.extend(rows([left, right]));
            all
        }
        (left, right) => vec![one(left, right)],
    }
}
