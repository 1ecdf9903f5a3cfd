//! The words of the interface in one language, from a Fluent file, by typed message ids.

mod entries;
mod format;
mod message;

pub use entries::{FileEntry, entries};
pub use format::{date, quantity};
pub use message::Msg;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use self::format::Rules;

/// The words of the interface in one language.
pub struct Words {
    /// The wanted file first, then what stands in for messages that it lacks.
    bundles: Vec<FluentBundle<FluentResource>>,
    /// How dates and numbers are written.
    rules: Rules,
}

/// What is wrong with a Fluent file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordsProblem {
    /// Which of the given texts, counted from 0.
    pub file_index: usize,
    /// Line, counted from 1.
    pub line: usize,
    /// What is wrong and what to do.
    pub message: String,
}

impl Words {
    /// Reads the Fluent `texts` of a language; a message missing in one is taken from the next. `locale` says whose rules
    /// plurals, dates and numbers follow, such as `es-US`.
    ///
    /// Lines that are not Fluent are passed over and reported.
    pub fn new(locale: &str, texts: &[&str]) -> (Self, Vec<WordsProblem>) {
        let language: LanguageIdentifier = locale.parse().unwrap_or_default();
        let mut problems = Vec::new();
        let mut bundles = Vec::new();
        for (file_index, text) in texts.iter().enumerate() {
            let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, errors)| {
                problems.extend(errors.into_iter().map(|error| WordsProblem {
                    file_index,
                    line: text.get(..error.pos.start).map_or(1, |before| before.matches('\n').count() + 1),
                    message: format!("{}; mend this message", error.kind),
                }));
                resource
            });
            let mut bundle = FluentBundle::new_concurrent(vec![language.clone()]);
            // The marks that Fluent sets around arguments would leak into screen readers and searches.
            bundle.set_use_isolating(false);
            bundle.add_resource_overriding(resource);
            bundles.push(bundle);
        }
        (Self { bundles, rules: Rules::of(locale) }, problems)
    }

    /// The message without arguments.
    pub fn text(&self, msg: Msg) -> String {
        self.format(msg, None)
    }

    /// The message with its arguments, each a name and a value.
    pub fn with<'a>(&self, msg: Msg, args: &[(&'static str, FluentValue<'a>)]) -> String {
        let args: FluentArgs<'a> = args.iter().cloned().collect();
        self.format(msg, Some(&args))
    }

    fn format(&self, msg: Msg, args: Option<&FluentArgs<'_>>) -> String {
        let mut patterns = self.bundles.iter().filter_map(|bundle| {
            let pattern = bundle.get_message(msg.id())?.value()?;
            Some(bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned())
        });
        // A test shows that the bundled file has every message; the id is better than nothing.
        patterns.next().unwrap_or_else(|| msg.id().to_owned())
    }
}
