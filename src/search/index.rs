//! The index: where each word of the library stands.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::emergency::Wordings;
use super::normalize::{Stems, words};
use super::passage::{Choice, Passage};
use super::postings::{Gathered, Postings};
use super::query::Query;
use super::synonyms::Synonyms;
use super::terms::Terms;
use super::texts::{self, Kind};
use super::{Found, Hit, rank};
use crate::model::id::SectionId;
use crate::model::library::Library;
use crate::model::topic::{Section, Topic};

/// Where each word of a library stands. It is made once, off the thread that draws, and then only read.
#[derive(Debug)]
pub struct Index {
    library: Arc<Library>,
    pub(super) stems: Stems,
    pub(super) terms: Terms,
    pub(super) postings: Postings,
    pub(super) synonyms: Synonyms,
    wordings: Wordings,
    /// The sections in reading order.
    pub(super) sections: Vec<Place>,
    /// What each text is, and of which section.
    passages: Vec<u32>,
    /// The words of titles and other names, one name after another.
    name_terms: Vec<u32>,
    /// Where the words of each name end.
    name_ends: Vec<u32>,
    /// The words that say little by themselves, such as "how".
    pub(super) small: BTreeSet<u32>,
}

/// A section as the index knows it.
#[derive(Debug)]
pub(super) struct Place {
    /// The position of its topic, and its own there.
    at: (u32, u32),
    /// Its first text.
    first_passage: u32,
    /// Its first name: its title. Its other names follow.
    first_name: u32,
    /// How many words it has, against how many sections have on average.
    pub(super) length: f32,
    /// Whether it is for whoever looks after this machine.
    pub(super) for_staff: bool,
}

impl Index {
    /// Gathers the words of `library`.
    pub fn new(library: &Arc<Library>) -> Self {
        let mut builder = Builder { stems: Stems::of(&library.edition.language), ..Builder::default() };
        let names: HashMap<&SectionId, &[String]> =
            library.names.sections.iter().map(|named| (&named.section, named.also_called.as_slice())).collect();
        for (topic_at, topic) in (0..).zip(library.topics()) {
            for (at, section) in (0..).zip(&topic.sections) {
                let names = names.get(&section.id).copied().unwrap_or_default();
                builder.add_section((topic_at, at), section, names, library);
            }
        }
        builder.finish(library)
    }

    /// The sections that answer `query`, `most` of them at most, the best first.
    pub fn search(&self, query: &str, most: usize) -> Found {
        let Some(query) = Query::new(query, self) else { return Found::default() };
        let is_emergency = self.wordings.are_in(&query);
        let mut ranked = rank::rank(self, &query, most);
        let act_now = self.library.act_now().filter(|_| is_emergency);
        if let Some((_, steps)) = act_now
            && let Some(at) = self.sections.iter().position(|place| self.section(place).1.id == steps.id)
        {
            let at = at as u32;
            ranked.sections.retain(|section| *section != at);
            ranked.sections.insert(0, at);
            ranked.sections.truncate(most.max(1));
        }
        let choices = Choice::make(self, &query, &ranked.sections);
        let hits = ranked.sections.iter().zip(choices).map(|(section, choice)| self.hit(*section, &choice, &query));
        Found { hits: hits.collect(), is_emergency, are_near: ranked.are_near }
    }

    fn hit(&self, section: u32, choice: &Choice, query: &Query) -> Hit {
        let (topic, section) = self.section(&self.sections[section as usize]);
        let mut number = 0;
        let mut passage = Passage::default();
        let names = self.library.names.sections.iter().find(|named| named.section == section.id);
        let names = names.map(|named| named.also_called.as_slice()).unwrap_or_default();
        texts::each(section, names, &self.library.site, &mut |_, text| {
            if number == choice.number {
                passage = Passage::new(text, self, query);
            }
            number += 1;
        });
        Hit { topic: topic.id.clone(), section: section.id.clone(), passage }
    }

    fn section(&self, place: &Place) -> (&Topic, &Section) {
        let topic = &self.library.topics()[place.at.0 as usize];
        (topic, &topic.sections[place.at.1 as usize])
    }

    /// The section of a text, and what the text is.
    pub(super) fn passage(&self, passage: u32) -> (u32, Kind) {
        let packed = self.passages[passage as usize];
        let kinds = [Kind::Title, Kind::AlsoCalled, Kind::Heading, Kind::Body];
        (packed >> 2, kinds[(packed & 3) as usize])
    }

    /// The texts of a section.
    pub(super) fn passages_of(&self, section: u32) -> std::ops::Range<u32> {
        let at = section as usize;
        let end = self.sections.get(at + 1).map_or(self.passages.len() as u32, |next| next.first_passage);
        self.sections[at].first_passage..end
    }

    /// The words of each name of a section, its title first.
    pub(super) fn names_of(&self, section: u32) -> impl Iterator<Item = &[u32]> {
        let at = section as usize;
        let end = self.sections.get(at + 1).map_or(self.name_ends.len(), |next| next.first_name as usize);
        (self.sections[at].first_name as usize..end).map(|name| {
            let start = if name == 0 { 0 } else { self.name_ends[name - 1] };
            &self.name_terms[start as usize..self.name_ends[name] as usize]
        })
    }

    /// The bytes that the index takes in memory beside the library.
    pub fn size(&self) -> usize {
        let words = (self.passages.len() + self.name_terms.len() + self.name_ends.len()) * size_of::<u32>();
        self.terms.size() + self.postings.size() + words + self.sections.len() * size_of::<Place>()
    }

    /// How many texts there are.
    pub fn passage_count(&self) -> usize {
        self.passages.len()
    }
}

/// An index while it is made.
#[derive(Default)]
pub(super) struct Builder {
    stems: Stems,
    /// Folded words with the numbers of their stems.
    words: HashMap<String, u32>,
    stem_numbers: HashMap<String, u32>,
    gathered: Vec<Gathered>,
    sections: Vec<Place>,
    passages: Vec<u32>,
    name_terms: Vec<u32>,
    name_ends: Vec<u32>,
}

impl Builder {
    /// The numbers of the stems of the words of `text`, in its order.
    pub(super) fn terms(&mut self, text: &str) -> Vec<u32> {
        words(text).into_iter().map(|word| self.term(word.folded)).collect()
    }

    fn term(&mut self, folded: String) -> u32 {
        if let Some(term) = self.words.get(&folded) {
            return *term;
        }
        let stem = self.stems.stem(&folded);
        let new = self.stem_numbers.len() as u32;
        let term = *self.stem_numbers.entry(stem).or_insert(new);
        if term == new {
            self.gathered.push(Gathered::default());
        }
        self.words.insert(folded, term);
        term
    }

    fn add_section(&mut self, at: (u32, u32), section: &Section, names: &[String], library: &Library) {
        let number = self.sections.len() as u32;
        let (first_passage, first_name) = (self.passages.len() as u32, self.name_ends.len() as u32);
        let mut count = 0;
        texts::each(section, names, &library.site, &mut |kind, text| {
            let passage = self.passages.len() as u32;
            self.passages.push((number << 2) | kind as u32);
            let mut terms = self.terms(text);
            count += terms.len();
            if !kind.is_on_page() {
                self.name_terms.extend_from_slice(&terms);
                self.name_ends.push(self.name_terms.len() as u32);
            }
            terms.sort_unstable();
            for same in terms.chunk_by(|a, b| a == b) {
                self.gathered[same[0] as usize].add(passage, same.len() as u32);
            }
        });
        let length = count as f32;
        self.sections.push(Place { at, first_passage, first_name, length, for_staff: section.for_staff });
    }

    fn finish(mut self, library: &Arc<Library>) -> Index {
        let synonyms = Synonyms::new(&library.names.words, &mut self);
        let small = library.names.small.iter().flat_map(|word| self.terms(word)).collect();
        let total: f32 = self.sections.iter().map(|place| place.length).sum();
        let average = (total / self.sections.len().max(1) as f32).max(1.0);
        self.sections.iter_mut().for_each(|place| place.length /= average);
        let words: BTreeMap<String, u32> = self.words.into_iter().collect();
        let stem_numbers: BTreeMap<String, u32> = self.stem_numbers.into_iter().collect();
        for list in [&mut self.passages, &mut self.name_terms, &mut self.name_ends] {
            list.shrink_to_fit();
        }
        let terms = Terms::new(&words, &stem_numbers);
        Index {
            library: Arc::clone(library),
            wordings: Wordings::new(&library.names, self.stems, &terms),
            stems: self.stems,
            terms,
            postings: Postings::new(&self.gathered),
            synonyms,
            sections: self.sections,
            passages: self.passages,
            name_terms: self.name_terms,
            name_ends: self.name_ends,
            small,
        }
    }
}
