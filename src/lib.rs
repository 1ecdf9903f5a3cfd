//! Careshelf.

pub mod model;

pub mod assets;
pub mod cli;
pub mod content;
pub mod lint;
pub mod notes;
pub mod words;
