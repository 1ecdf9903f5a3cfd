//! The blocks of a section as the templates are given them.

use serde::Serialize;

/// A text: its pieces, each with whether it is strong, and the numbers of its sources.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(in crate::print) struct Text {
    pub(in crate::print) spans: Vec<(String, bool)>,
    /// That it is being checked, if it is.
    pub(in crate::print) mark: Option<String>,
    pub(in crate::print) numbers: Option<String>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(in crate::print) enum BlockData {
    Paragraph {
        text: Text,
    },
    Heading {
        text: Text,
    },
    List {
        items: Vec<Text>,
    },
    Steps {
        steps: Vec<StepData>,
    },
    Callout {
        tone: &'static str,
        word: String,
        title: Text,
        blocks: Vec<Self>,
    },
    /// The name of a table whose rows follow one by one.
    Caption {
        text: Text,
    },
    /// A row of a table, each cell under the name of its column.
    RowCard {
        header: Vec<Text>,
        row: Vec<Text>,
    },
    Table {
        caption: Text,
        header: Vec<Text>,
        rows: Vec<Vec<Text>>,
        columns: Vec<ColumnData>,
    },
    Picture {
        picture: PictureData,
        caption: Option<Text>,
    },
    Contacts {
        contacts: Vec<ContactData>,
    },
    Question {
        ask: Text,
        answer: Vec<Self>,
    },
    See {
        name: String,
        titles: Vec<String>,
    },
    Facts {
        title: Option<String>,
        facts: Vec<FactData>,
        note: Option<String>,
    },
    Entries {
        title: Option<String>,
        entries: Vec<FactData>,
    },
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(in crate::print) struct StepData {
    pub(in crate::print) title: Text,
    pub(in crate::print) text: Text,
    pub(in crate::print) picture: Option<PictureData>,
}

/// A drawing: its file among the templates' files, and what it shows.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(in crate::print) struct PictureData {
    pub(in crate::print) file: String,
    pub(in crate::print) alt: String,
}

/// What decides how wide a column of a table must and should be.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(in crate::print) struct ColumnData {
    pub(in crate::print) longest_word: String,
    /// Letters in its longest cell.
    pub(in crate::print) letters: usize,
}

/// Somebody to call, or a local service.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(in crate::print) struct ContactData {
    pub(in crate::print) name: String,
    pub(in crate::print) phone: Option<String>,
    pub(in crate::print) about: Option<Text>,
    pub(in crate::print) facts: Vec<FactData>,
}

/// A name and what it stands for. Without a name it is a remark.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(in crate::print) struct FactData {
    pub(in crate::print) name: String,
    pub(in crate::print) value: String,
}
