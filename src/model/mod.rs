//! What a health resource is: topics, sections, blocks, text, sources, protocol, guide, keyboard, other names, site, paper. No file formats, no pixels, no disk.

pub mod authoring;
pub mod block;
pub mod figures;
pub mod guide;
pub mod health;
pub mod helpline;
pub mod id;
pub mod keyboard;
pub mod language;
pub mod library;
pub mod names;
pub mod paper;
pub mod place;
pub mod printer;
pub mod protocol;
pub mod site;
pub mod source;
pub mod text;
pub mod topic;
pub mod trouble;
pub mod vocabulary;
