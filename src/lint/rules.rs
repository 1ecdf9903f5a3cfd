//! The rules by name. The table in `resources/README.md` explains each one; a test compares both.

/// Every rule of the checks on meaning. An author may allow a finding of any of them in one place.
pub const RULES: &[&str] = &[
    "date-order",
    "date-span",
    "date-future",
    "overdue",
    "no-source",
    "source-and-no-claim",
    "unchecked-emergency",
    "unused-source",
    "reading-grade",
    "avoid-word",
    "unknown-abbreviation",
    "long-list",
    "long-step",
    "medicine-dose",
    "typed-phone",
    "alt-style",
    "no-glyph",
    "same-structure",
    "same-sources",
    "same-numbers",
    "same-units",
    "same-values",
    "same-sentences",
    "same-pictures",
    "same-dates",
    "same-flags",
    "same-ways",
    "same-messages",
];

/// What is wrong with a comment that allows a finding. These cannot be allowed themselves.
pub const ALLOWANCE_RULES: &[&str] = &["allow-unknown-rule", "allow-without-reason", "allow-unused"];
