//! Which printers there are, what they can do, and how they are.

use ipp::model::DelimiterTag;

use super::Spooler;
use super::answer::Group;
use super::error::{NOT_FOUND, PrinterError};
use super::judge::{self, Sight};
use super::patience::Patience;
use super::request::Cups;
use crate::model::printer::{Capabilities, Condition, Printer};

/// `printer-type`: the bit of the machine's own choice.
const IS_DEFAULT: i32 = 0x0002_0000;
const PROCESSING: i32 = 4;
const STOPPED: i32 = 5;

impl Spooler {
    /// The printers that are set up on this machine, the preferred one first. None is no error.
    ///
    /// # Errors
    ///
    /// If CUPS cannot be asked, or refuses.
    pub fn printers(&self) -> Result<Vec<Printer>, PrinterError> {
        let cups = Cups { socket: self.socket(), time: Patience::default().answer };
        let answer = match cups.printers() {
            Err(PrinterError::Refused { status: NOT_FOUND, .. }) => return Ok(Vec::new()),
            answer => answer?,
        };
        let groups = answer.groups_of(DelimiterTag::PrinterAttributes);
        let mut printers: Vec<Printer> = groups.filter_map(printer_of).collect();
        printers.sort_by_key(|printer| (!printer.is_default, printer.label.to_lowercase()));
        Ok(printers)
    }
}

/// The printer of this queue, and how it looks right now.
pub(super) fn one(cups: Cups<'_>, queue: &str) -> Result<(Printer, Sight), PrinterError> {
    let answer = cups.printer(queue)?;
    let group = answer.only(DelimiterTag::PrinterAttributes)?;
    let printer =
        printer_of(group).ok_or_else(|| PrinterError::Confused { what: "a printer without a name".into() })?;
    Ok((printer, sight_of(group)))
}

/// How a printer looks, for someone whose job waits there.
pub(super) fn sight_of(group: Group<'_>) -> Sight {
    Sight {
        is_stopped: group.number("printer-state") == Some(STOPPED),
        printer_reasons: group.texts("printer-state-reasons"),
        message: group.text("printer-state-message").unwrap_or_default(),
        ..Sight::default()
    }
}

fn printer_of(group: Group<'_>) -> Option<Printer> {
    let name = group.text("printer-name")?;
    let label = group.text("printer-info").filter(|info| !info.trim().is_empty());
    Some(Printer {
        label: label.unwrap_or_else(|| name.clone()),
        name,
        is_default: group.number("printer-type").unwrap_or_default() & IS_DEFAULT != 0,
        accepts_jobs: group.flag("printer-is-accepting-jobs").unwrap_or(true),
        can: capabilities_of(group),
        condition: condition_of(group),
    })
}

fn capabilities_of(group: Group<'_>) -> Capabilities {
    let has = |name: &str, value: &str| group.texts(name).iter().any(|given| given == value);
    Capabilities {
        media: group.texts("media-supported"),
        media_ready: group.texts("media-ready"),
        is_two_sided: has("sides-supported", "two-sided-long-edge"),
        most_copies: group.number("copies-supported").and_then(|most| most.try_into().ok()).unwrap_or(1),
        takes_pdf: has("document-format-supported", "application/pdf"),
    }
}

fn condition_of(group: Group<'_>) -> Condition {
    let sight = sight_of(group);
    Condition {
        is_stopped: sight.is_stopped,
        is_busy: group.number("printer-state") == Some(PROCESSING),
        troubles: judge::troubles(&sight.printer_reasons, &sight.message),
        warnings: judge::warnings(&sight.printer_reasons),
    }
}
