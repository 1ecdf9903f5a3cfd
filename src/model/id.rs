//! Ids: short, stable names that authors give and everything else refers to.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

/// Whether `text` may be an id: lower-case letters, digits and single hyphens between them.
pub fn is_valid_id(text: &str) -> bool {
    !text.is_empty()
        && text
            .split('-')
            .all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()))
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id as the author wrote it.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id!(
    /// Names a topic (a tab), such as `overdose`.
    TopicId
);
id!(
    /// Names a section; unique in the whole library, so that `careshelf show signs` needs no topic.
    SectionId
);
id!(
    /// Names a source that texts cite, such as `cdc-response`.
    SourceId
);
id!(
    /// Names a drawing in `assets/pictures`, without its ending.
    PictureId
);
id!(
    /// Names a step of the guide, such as `check`; protocols give the order of the steps.
    StepId
);
id!(
    /// Names a card of the guide.
    CardId
);
id!(
    /// Names a kind of naloxone, such as `spray`.
    FormId
);
