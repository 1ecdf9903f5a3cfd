//! The wallet card and the poster: the overdose steps of the first overdose section, and whom to call.

use super::PrintError;
use super::compose::Composer;
use super::data::{Card, Document, FactData, Poster, StepData};
use crate::model::block::{Block, Callout, CalloutKind, Step};
use crate::model::text::RichText;
use crate::model::topic::Section;
use crate::notes;
use crate::words::Msg;

/// A card has room for so many numbers.
const MOST_NUMBERS: usize = 6;

impl<'c> Composer<'c> {
    pub(super) fn card(&mut self) -> Result<(String, Document), PrintError> {
        let (section, steps) = self.overdose_steps()?;
        let title = self.overdose_title();
        let when: Vec<&RichText> = first_danger(section).into_iter().flat_map(paragraphs).collect();
        let card = Card {
            notices: self.notices(section),
            when: when.into_iter().map(|text| self.text_without_numbers(text)).collect(),
            steps: steps.iter().map(|step| self.card_step(step)).collect(),
            numbers_title: self.msg(Msg::CardNumbers),
            numbers: self.numbers(),
            naloxone: self.facts(self.naloxone_place()),
            expiry: self.msg(Msg::CardExpiry),
            foot: self.card_foot(section),
            sheet_foot: self.foot(&title, &[section]),
            how_to_fold: self.msg(Msg::CardHowToFold),
            title: title.clone(),
        };
        Ok((title, Document::Card(Box::new(card))))
    }

    pub(super) fn poster(&mut self) -> Result<(String, Document), PrintError> {
        let (section, steps) = self.overdose_steps()?;
        let title = self.overdose_title();
        for text in steps.iter().map(in_few_words) {
            for source in &text.sources {
                if !self.sources.contains(&source) {
                    self.sources.push(source);
                }
            }
        }
        // Who says so, and not where: for that there is no room, and the handout has it.
        let mut names: Vec<&str> = Vec::new();
        for source in self.sources.iter().filter_map(|id| self.library.sources.get(*id)) {
            if !names.contains(&source.publisher.as_str()) {
                names.push(&source.publisher);
            }
        }
        let poster = Poster {
            notices: self.notices(section),
            steps: steps.iter().map(|step| self.poster_step(step)).collect(),
            facts: self.facts(self.naloxone_place()),
            sources_title: self.msg(Msg::WhoSaysSo),
            sources: self.say(&names.join("; ")),
            foot: self.foot(&title, &[section]),
            title: title.clone(),
        };
        Ok((title, Document::Poster(Box::new(poster))))
    }

    /// The section behind the overdose button, and its steps.
    fn overdose_steps(&self) -> Result<(&'c Section, &'c [Step]), PrintError> {
        let (_, section) = self.library.act_now().ok_or(PrintError::NoSteps)?;
        let steps = section.blocks.iter().find_map(|block| match block {
            Block::Steps(steps) => Some(steps.as_slice()),
            _ => None,
        });
        Ok((section, steps.ok_or(PrintError::NoSteps)?))
    }

    fn overdose_title(&mut self) -> String {
        self.begin("interface.ftl");
        let number = self.library.emergency_number().unwrap_or_default();
        let title = self.words.with(Msg::PrintOverdose, &[("number", number.into())]);
        self.say(&title)
    }

    fn card_step(&mut self, step: &'c Step) -> StepData {
        StepData {
            title: self.text_without_numbers(&step.title),
            text: self.text_without_numbers(&step.text),
            picture: None,
        }
    }

    fn poster_step(&mut self, step: &'c Step) -> StepData {
        StepData { text: self.text_without_numbers(in_few_words(step)), ..self.step(step) }
    }

    /// The numbers to call: in an emergency, the clinic's, its services', and the lines that the library names.
    fn numbers(&mut self) -> Vec<FactData> {
        let site = &self.library.site;
        let own = site.name.clone().zip(site.phone.clone());
        let services = site.services.iter().filter_map(|service| Some((service.name.clone(), service.phone.clone()?)));
        let lines =
            self.library.contacts().filter_map(|contact| Some((contact.name.plain(), contact.phone.as_ref()?.plain())));
        let mut numbers: Vec<(String, String)> = Vec::new();
        for (name, number) in own.into_iter().chain(services).chain(lines) {
            if !numbers.iter().any(|(_, other)| *other == number) {
                numbers.push((name, number));
            }
        }
        // The emergency number is the title of the card.
        let emergency = self.library.emergency_number();
        numbers.retain(|(_, number)| Some(number.as_str()) != emergency);
        numbers.truncate(MOST_NUMBERS);
        self.facts(numbers)
    }

    fn naloxone_place(&self) -> Vec<notes::Fact> {
        let place = self.library.site.naloxone_location.clone();
        place.map(|place| (self.words.text(Msg::HereNaloxone), place)).into_iter().collect()
    }

    /// What a card says about itself: less than a page, for it is small.
    fn card_foot(&mut self, section: &Section) -> Vec<String> {
        let checked = notes::dates(section.reviewed, section.review_by, self.words);
        let approved = notes::approved(self.library.approval(section, self.day), self.words);
        [checked, approved].iter().map(|line| self.say(line)).collect()
    }
}

/// How to do a step, in as few words as its author wrote.
fn in_few_words(step: &Step) -> &RichText {
    step.brief.as_ref().unwrap_or(&step.text)
}

fn first_danger(section: &Section) -> Option<&Callout> {
    section.blocks.iter().find_map(|block| match block {
        Block::Callout(callout) if callout.kind == CalloutKind::Danger => Some(callout),
        _ => None,
    })
}

fn paragraphs(callout: &Callout) -> impl Iterator<Item = &RichText> {
    callout.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(text) => Some(text),
        _ => None,
    })
}
