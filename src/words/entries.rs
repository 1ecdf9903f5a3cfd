//! What stands in a Fluent file: every message with its variables, for the checks that compare languages.

use std::collections::BTreeSet;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

/// One message of a Fluent file.
pub struct FileEntry<'t> {
    /// Its id, a slice of the file's text.
    pub id: &'t str,
    /// The names of its variables.
    pub variables: BTreeSet<&'t str>,
    /// All its words, of every variant, one after another.
    pub words: String,
}

/// The messages and terms of the Fluent `text` in the author's order. Lines that are not Fluent are passed over.
pub fn entries(text: &str) -> Vec<FileEntry<'_>> {
    let resource = parser::parse(text).unwrap_or_else(|(resource, _)| resource);
    let mut entries = Vec::new();
    for entry in resource.body {
        let (id, value, attributes) = match entry {
            Entry::Message(message) => (message.id.name, message.value, message.attributes),
            Entry::Term(term) => (term.id.name, Some(term.value), term.attributes),
            _ => continue,
        };
        let mut found = FileEntry { id, variables: BTreeSet::new(), words: String::new() };
        value.iter().chain(attributes.iter().map(|attribute| &attribute.value)).for_each(|it| found.pattern(it));
        entries.push(found);
    }
    entries
}

impl<'t> FileEntry<'t> {
    fn pattern(&mut self, pattern: &Pattern<&'t str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.words.push_str(value),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&'t str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.pattern(&variant.value);
                    self.words.push('\n');
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&'t str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name);
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().for_each(|argument| self.inline(argument));
            }
            InlineExpression::StringLiteral { value } => self.words.push_str(value),
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::NumberLiteral { .. }
            | InlineExpression::MessageReference { .. }
            | InlineExpression::TermReference { .. } => (),
        }
    }
}
