//! The keywords of printers and jobs, and which [`Trouble`] each is.

use crate::model::trouble::Trouble;

/// A trouble as one keyword tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What it is.
    pub trouble: Trouble,
    /// Whether it keeps pages from coming.
    pub stops: bool,
}

/// The sentences of CUPS' own backends that have no keyword beside them, or one that is lost on the way. Of a printer
/// that is switched off CUPS says nothing else.
pub const OF_CUPS: &[(&str, Trouble)] = &[
    ("The printer may not exist or is unavailable at this time.", Trouble::Unreachable),
    ("The printer is unreachable at this time.", Trouble::Unreachable),
    ("The printer is not responding.", Trouble::Unreachable),
    ("The printer did not respond.", Trouble::Unreachable),
    ("The printer is not connected.", Trouble::Unreachable),
    ("The printer configuration is incorrect or the printer no longer exists.", Trouble::Unreachable),
    ("Unable to locate printer.", Trouble::Unreachable),
    ("Waiting for printer to become available.", Trouble::Unreachable),
    ("The printer is in use.", Trouble::Busy),
    ("Printer cannot print supplied content.", Trouble::DocumentRefused),
];

/// While CUPS looks for the printer. For a moment it is said of every job.
pub const CONNECTING: &str = "connecting-to-device";

/// Every keyword of `printer-state-reasons` in RFC 8011, section 5.4.12, and those of CUPS, without suffix. `None` is
/// nothing to be told.
pub const OF_PRINTERS: &[(&str, Option<Trouble>)] = &[
    ("none", None),
    ("other", Some(Trouble::NeedsAttention)),
    ("connecting-to-device", Some(Trouble::Unreachable)),
    ("cover-open", Some(Trouble::CoverOpen)),
    ("deactivated", Some(Trouble::Paused)),
    ("developer-empty", Some(Trouble::TonerEmpty)),
    ("developer-low", Some(Trouble::TonerLow)),
    ("door-open", Some(Trouble::CoverOpen)),
    ("fuser-over-temp", Some(Trouble::TooHot)),
    ("fuser-under-temp", Some(Trouble::WarmingUp)),
    ("hold-new-jobs", Some(Trouble::Held)),
    ("identify-printer-requested", None),
    ("input-tray-missing", Some(Trouble::TrayMissing)),
    ("interlock-open", Some(Trouble::CoverOpen)),
    ("interpreter-resource-unavailable", Some(Trouble::MemoryFull)),
    ("marker-supply-empty", Some(Trouble::TonerEmpty)),
    ("marker-supply-low", Some(Trouble::TonerLow)),
    ("marker-waste-almost-full", Some(Trouble::WasteAlmostFull)),
    ("marker-waste-full", Some(Trouble::WasteFull)),
    ("media-empty", Some(Trouble::NoPaper)),
    ("media-jam", Some(Trouble::PaperJam)),
    ("media-low", Some(Trouble::PaperLow)),
    ("media-needed", Some(Trouble::NoPaper)),
    ("moving-to-paused", Some(Trouble::Paused)),
    ("opc-life-over", Some(Trouble::PartWornOut)),
    ("opc-near-eol", Some(Trouble::PartWearsOut)),
    ("output-area-almost-full", Some(Trouble::OutputAlmostFull)),
    ("output-area-full", Some(Trouble::OutputFull)),
    ("output-tray-missing", Some(Trouble::TrayMissing)),
    ("paused", Some(Trouble::Paused)),
    ("shutdown", Some(Trouble::ShuttingDown)),
    ("spool-area-full", Some(Trouble::MemoryFull)),
    ("stopped-partly", None),
    ("stopping", Some(Trouble::Paused)),
    ("timed-out", Some(Trouble::Unreachable)),
    ("toner-empty", Some(Trouble::TonerEmpty)),
    ("toner-low", Some(Trouble::TonerLow)),
    // CUPS' own.
    ("offline", Some(Trouble::Unreachable)),
    ("cups-certificate-error", Some(Trouble::QueueBroken)),
    ("cups-insecure-filter", Some(Trouble::QueueBroken)),
    ("cups-ipp-conformance-failure", None),
    ("cups-missing-filter", Some(Trouble::QueueBroken)),
    ("cups-pki-changed", Some(Trouble::QueueBroken)),
    ("cups-pki-expired", Some(Trouble::QueueBroken)),
    ("cups-pki-invalid", Some(Trouble::QueueBroken)),
    ("cups-pki-unknown", Some(Trouble::QueueBroken)),
    ("cups-remote-aborted", None),
    ("cups-remote-canceled", None),
    ("cups-remote-completed", None),
    ("cups-remote-pending", None),
    ("cups-remote-pending-held", None),
    ("cups-remote-processing", None),
    ("cups-remote-stopped", None),
    ("cups-waiting-for-job-completed", None),
];

/// The keywords of `job-state-reasons` that say why a job does not go on or did not end well: RFC 8011, section 5.3.8,
/// PWG 5100.13 and 5100.16, and CUPS. All others tell of a job that goes its way.
pub const OF_JOBS: &[(&str, Trouble)] = &[
    ("aborted-by-system", Trouble::Aborted),
    ("account-authorization-failed", Trouble::NotAllowed),
    ("account-closed", Trouble::NotAllowed),
    ("account-info-needed", Trouble::NotAllowed),
    ("account-limit-reached", Trouble::NotAllowed),
    ("compression-error", Trouble::DocumentRefused),
    ("cups-filter-crashed", Trouble::DocumentRefused),
    ("cups-held-for-authentication", Trouble::NotAllowed),
    ("document-access-error", Trouble::DocumentRefused),
    ("document-format-error", Trouble::DocumentRefused),
    ("document-password-error", Trouble::DocumentRefused),
    ("document-permission-error", Trouble::DocumentRefused),
    ("document-security-error", Trouble::DocumentRefused),
    ("document-unprintable-error", Trouble::DocumentRefused),
    ("job-completed-with-errors", Trouble::EndedWithErrors),
    ("job-data-insufficient", Trouble::DocumentRefused),
    ("job-hold-until-specified", Trouble::Held),
    ("job-password-wait", Trouble::NotAllowed),
    ("printer-stopped", Trouble::Paused),
    ("resources-are-not-ready", Trouble::Held),
    ("service-off-line", Trouble::Unreachable),
    ("submission-interrupted", Trouble::Aborted),
    ("unsupported-compression", Trouble::FormatNotSupported),
    ("unsupported-document-format", Trouble::FormatNotSupported),
];

/// Says what a printer's keyword means; nothing for one that needs no telling.
///
/// How bad it is follows from the keyword itself: printers and CUPS disagree about suffixes, and CUPS passes on "no
/// paper" as a warning. Only `-report` is believed, except from CUPS about a printer that is off: it says
/// `offline-report`.
pub fn of_printer(keyword: &str) -> Option<Reason> {
    let (bare, suffix) = split(keyword);
    let Some((_, trouble)) = OF_PRINTERS.iter().find(|(known, _)| [bare, keyword].contains(known)) else {
        return Some(Reason { trouble: Trouble::Unknown(keyword.into()), stops: suffix == "error" });
    };
    let trouble = trouble.clone()?;
    let stops = match trouble {
        Trouble::Unreachable => true,
        Trouble::NeedsAttention => suffix == "error",
        _ => suffix != "report" && !trouble.is_warning(),
    };
    Some(Reason { trouble, stops })
}

/// Says what a sentence of CUPS about a printer means, if it is one that tells of trouble.
pub fn of_message(message: &str) -> Option<Trouble> {
    OF_CUPS.iter().find(|(known, _)| *known == message).map(|(_, trouble)| trouble.clone())
}

/// Says what is wrong with a job that has this keyword, if anything is.
pub fn of_job(keyword: &str) -> Option<Trouble> {
    OF_JOBS.iter().find(|(known, _)| *known == keyword).map(|(_, trouble)| trouble.clone())
}

/// A keyword and its suffix of severity, which may be missing.
fn split(keyword: &str) -> (&str, &str) {
    match keyword.rsplit_once('-') {
        Some((bare, suffix @ ("error" | "warning" | "report"))) => (bare, suffix),
        _ => (keyword, ""),
    }
}
