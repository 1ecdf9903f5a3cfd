//! Careshelf.

pub mod model;

pub mod app;
pub mod assets;
pub mod cli;
pub mod content;
pub mod lint;
pub mod notes;
pub mod report;
pub mod state;
pub mod ui;
pub mod window;
pub mod words;
