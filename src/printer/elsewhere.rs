//! Systems other than Linux: the same calls, and the plain answer that there is no direct printing.
//!
//! The program offers "Save PDF" and "Open in the PDF viewer" there.

use super::Spooler;
use super::control::Control;
use super::error::PrinterError;
use super::patience::Patience;
use crate::model::printer::{Order, Outcome, Printer, Progress};
use crate::model::trouble::Trouble;

impl Spooler {
    /// Always fails here.
    ///
    /// # Errors
    ///
    /// Always.
    pub fn printers(&self) -> Result<Vec<Printer>, PrinterError> {
        Err(PrinterError::NotOnThisSystem)
    }

    /// Always fails here, and sends nothing.
    pub fn print(
        &self,
        _pdf: &[u8],
        _order: &Order,
        _patience: &Patience,
        _control: &Control,
        _report: &mut dyn FnMut(Progress),
    ) -> Outcome {
        Outcome::Failed(Trouble::NotOnThisSystem)
    }
}
