//! The numbers, units and named values of a text, however its language writes them.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::lint::sentences::folded;
use crate::model::text::{Span, written};
use crate::model::vocabulary::Vocabulary;

/// How often each thing is in a text: at least, and at most, for a word such as "one" may be a number or not.
type Counts = BTreeMap<String, (usize, usize)>;

/// The numbers, units and named values of a text.
#[derive(Debug, Default)]
pub(super) struct Figures {
    numbers: Counts,
    /// Numbers with the unit after them, such as `4 mg`.
    amounts: Counts,
    /// The units after words that may be numbers.
    loose_units: Vec<String>,
    values: Counts,
}

/// What only one of two texts has.
pub(super) struct Difference {
    pub(super) here: String,
    pub(super) there: String,
}

impl Figures {
    /// Finds them in `spans`, by the `known` words for numbers and units.
    pub(super) fn of(spans: &[Span], known: &Words<'_>) -> Self {
        let mut figures = Self::default();
        for span in spans {
            if let Span::Value { name, .. } = span {
                add(&mut figures.values, format!("{{{name}}}"), true);
            }
        }
        let tokens = known.tokens(&written(spans));
        for (at, token) in tokens.iter().enumerate() {
            let Token::Number { value, is_sure } = token else { continue };
            add(&mut figures.numbers, value.clone(), *is_sure);
            if let Some(unit) = unit_after(&tokens[at + 1..]) {
                add(&mut figures.amounts, format!("{value} {unit}"), *is_sure && !known.may_be_left_out.contains(unit));
                if !is_sure {
                    figures.loose_units.push(unit.to_owned());
                }
            }
        }
        figures.loose_units.sort_unstable();
        figures
    }

    /// The named values in which this text differs from `other`.
    pub(super) fn values_unlike(&self, other: &Self) -> Option<Difference> {
        difference(&self.values, &other.values)
    }

    /// The numbers in which this text differs from `other`.
    pub(super) fn numbers_unlike(&self, other: &Self) -> Option<Difference> {
        difference(&self.numbers, &other.numbers)
    }

    /// The units in which this text differs from `other`; a number that differs itself is not told a second time.
    pub(super) fn units_unlike(&self, other: &Self) -> Option<Difference> {
        let differing: BTreeSet<&String> = unlike(&self.numbers, &other.numbers).map(|(number, _)| number).collect();
        let told_here = |(amount, _): &(&String, &(usize, usize))| {
            let number = amount.split(' ').next().unwrap_or_default();
            !differing.iter().any(|differing| *differing == number)
        };
        let only = |counts: &Counts| -> Counts {
            counts.iter().filter(told_here).map(|(amount, count)| (amount.clone(), *count)).collect()
        };
        difference(&only(&self.amounts), &only(&other.amounts)).or_else(|| {
            // "One hour" and "un minuto": both may be numbers, and the units cannot both be right.
            let (here, there) = (&self.loose_units, &other.loose_units);
            let differ = here.len() == there.len() && here != there;
            differ.then(|| Difference { here: here.join(", "), there: there.join(", ") })
        })
    }
}

fn add(counts: &mut Counts, what: String, is_sure: bool) {
    let (least, most) = counts.entry(what).or_default();
    *least += usize::from(is_sure);
    *most += 1;
}

/// What cannot be as often in `here` as in `there`, and whether it is too often here.
fn unlike<'c>(here: &'c Counts, there: &'c Counts) -> impl Iterator<Item = (&'c String, bool)> {
    let all: BTreeSet<&String> = here.keys().chain(there.keys()).collect();
    all.into_iter().filter_map(|what| {
        let count = |counts: &Counts| counts.get(what).copied().unwrap_or_default();
        let ((least_here, most_here), (least_there, most_there)) = (count(here), count(there));
        if most_there < least_here {
            Some((what, true))
        } else if most_here < least_there {
            Some((what, false))
        } else {
            None
        }
    })
}

fn difference(here: &Counts, there: &Counts) -> Option<Difference> {
    let list = |is_here: bool| {
        let names: Vec<&str> =
            unlike(here, there).filter(|(_, more_here)| *more_here == is_here).map(|(what, _)| what.as_str()).collect();
        if names.is_empty() { "nothing more".to_owned() } else { names.join(", ") }
    };
    unlike(here, there).next().is_some().then(|| Difference { here: list(true), there: list(false) })
}

/// A piece of a text as far as figures go.
enum Token {
    Number {
        value: String,
        is_sure: bool,
    },
    Unit(String),
    Word,
    /// The end of a clause.
    Stop,
}

/// A unit follows its number at once, or after one other word: "5 full minutes".
fn unit_after(tokens: &[Token]) -> Option<&str> {
    match tokens {
        [Token::Unit(unit), ..] | [Token::Word, Token::Unit(unit), ..] => Some(unit),
        _ => None,
    }
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphabetic() || matches!(letter, '%' | '°' | '\'' | '’' | '_')
}

/// A phrase as one word, so that it is found as such.
fn one_word(phrase: &str) -> String {
    phrase.replace(' ', "_")
}

/// The words for numbers and units of a language, without capitals and accents.
pub(super) struct Words<'v> {
    numbers: BTreeMap<String, (String, bool)>,
    units: BTreeMap<String, &'v str>,
    /// What must be read as something else first: units of several words, and phrases that only seem to be numbers.
    phrases: Vec<(&'v str, String)>,
    /// The units that a text may leave out.
    may_be_left_out: BTreeSet<&'v str>,
}

impl<'v> Words<'v> {
    /// Those that `vocabulary` has.
    pub(super) fn of(vocabulary: &'v Vocabulary) -> Self {
        let mut numbers = BTreeMap::new();
        let mut units = BTreeMap::new();
        let mut phrases: Vec<(&str, String)> =
            vocabulary.no_numbers.iter().map(|phrase| (phrase.as_str(), ";".to_owned())).collect();
        for number in &vocabulary.numbers {
            let maybe = number.maybe.iter().map(|word| (word, false));
            for (word, is_sure) in maybe.chain(number.always.iter().map(|word| (word, true))) {
                numbers.insert(folded(&one_word(word)), (number.value.to_string(), is_sure));
                phrases.extend(word.contains(' ').then(|| (word.as_str(), one_word(word))));
            }
        }
        for (unit, word) in vocabulary.units.iter().flat_map(|unit| unit.words.iter().map(move |word| (unit, word))) {
            units.insert(folded(&one_word(word)), unit.id.as_str());
            phrases.extend(word.contains(' ').then(|| (word.as_str(), one_word(word))));
        }
        let left_out = vocabulary.units.iter().filter(|unit| unit.may_be_left_out);
        let may_be_left_out = left_out.map(|unit| unit.id.as_str()).collect();
        Self { numbers, units, phrases, may_be_left_out }
    }

    fn tokens(&self, text: &str) -> Vec<Token> {
        let mut text = Cow::Borrowed(text);
        for (phrase, instead) in &self.phrases {
            if text.contains(phrase) {
                text = Cow::Owned(text.replace(phrase, instead));
            }
        }
        let mut tokens = Vec::new();
        let mut rest = text.as_ref();
        while let Some(letter) = rest.chars().next() {
            let length = if letter.is_ascii_digit() {
                let (value, length) = number(rest);
                tokens.push(Token::Number { value, is_sure: true });
                length
            } else if is_of_word(letter) {
                let length = rest.find(|letter| !is_of_word(letter)).unwrap_or(rest.len());
                tokens.push(self.token(&rest[..length]));
                length
            } else {
                if matches!(letter, '.' | ',' | ';' | ':' | '!' | '?' | '(' | ')' | '…') {
                    tokens.push(Token::Stop);
                }
                letter.len_utf8()
            };
            rest = &rest[length..];
        }
        tokens
    }

    fn token(&self, word: &str) -> Token {
        let word = folded(word);
        if let Some(unit) = self.units.get(&word) {
            return Token::Unit((*unit).to_owned());
        }
        match self.numbers.get(&word) {
            Some((value, is_sure)) => Token::Number { value: value.clone(), is_sure: *is_sure },
            None => Token::Word,
        }
    }
}

/// The number at the start of `text`, written in one way, and how many bytes it takes.
///
/// `1,200`, `1.200` and `1 200` are one thousand and two hundred; `0,4` and `0.40` are `0.4`. A mark before exactly three
/// digits separates thousands, unless a single 0 stands before it.
fn number(text: &str) -> (String, usize) {
    let digits_at = |at: usize| text[at..].bytes().take_while(u8::is_ascii_digit).count();
    let mark_at = |at: usize| text[at..].chars().next();
    let mut end = digits_at(0);
    let mut value = text[..end].to_owned();
    let is_thousands_mark = |mark: char| matches!(mark, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}');
    let mark = mark_at(end).filter(|mark| is_thousands_mark(*mark));
    if let Some(mark) = mark.filter(|_| end <= 3 && !value.starts_with('0')) {
        while mark_at(end) == Some(mark) && digits_at(end + mark.len_utf8()) == 3 {
            let start = end + mark.len_utf8();
            end = start + 3;
            value.push_str(&text[start..end]);
        }
    }
    if matches!(mark_at(end), Some('.' | ',')) && 0 < digits_at(end + 1) {
        let start = end + 1;
        end = start + digits_at(start);
        let fraction = text[start..end].trim_end_matches('0');
        if !fraction.is_empty() {
            value.push('.');
            value.push_str(fraction);
        }
    }
    (value, end)
}
