//! Words that mean the same.

use std::collections::BTreeMap;

use super::index::Builder;
use crate::model::names::WordNames;

/// Groups of words that mean the same; each word may be several.
#[derive(Debug, Default)]
pub(super) struct Synonyms {
    groups: Vec<Vec<Vec<u32>>>,
    /// For the first word of each member: the position of its group, and its own there.
    by_first: BTreeMap<u32, Vec<(usize, usize)>>,
}

impl Synonyms {
    pub(super) fn new(words: &[WordNames], builder: &mut Builder) -> Self {
        let mut synonyms = Self::default();
        for word in words {
            let members = std::iter::once(&word.is).chain(&word.also_called);
            let group: Vec<Vec<u32>> =
                members.map(|member| builder.terms(member)).filter(|terms| !terms.is_empty()).collect();
            for (at, member) in group.iter().enumerate() {
                synonyms.by_first.entry(member[0]).or_default().push((synonyms.groups.len(), at));
            }
            synonyms.groups.push(group);
        }
        synonyms
    }

    /// The members that begin with `first`: each with its words and those of the others in its group.
    pub(super) fn beginning_with(&self, first: u32) -> impl Iterator<Item = (&[u32], impl Iterator<Item = &[u32]>)> {
        self.by_first.get(&first).into_iter().flatten().map(|&(group, member)| {
            let group = &self.groups[group];
            let others = group.iter().enumerate().filter(move |(at, _)| *at != member);
            (group[member].as_slice(), others.map(|(_, other)| other.as_slice()))
        })
    }
}
