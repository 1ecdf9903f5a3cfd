//! What a person is told about a printer: one sentence on what is in the way, and one on what to do.

use crate::model::printer::{Outcome, Progress, Stage};
use crate::model::trouble::Trouble;
use crate::words::{Msg, Words};

/// What is in the way, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// What is in the way.
    pub trouble: String,
    /// What to do.
    pub step: String,
}

/// What is in the way of a page, and what to do about it.
pub fn advice(trouble: &Trouble, words: &Words) -> Advice {
    let (sentence, step) = messages(trouble);
    let most = match trouble {
        Trouble::CopiesNotOffered { most } => *most,
        _ => 0,
    };
    Advice { trouble: words.with(sentence, &[("most", most.into())]), step: words.text(step) }
}

/// What to do about the trouble that a job waits for. Where that mends it, it says that printing goes on by itself.
pub fn step_while_waiting(trouble: &Trouble, words: &Words) -> String {
    step_and(trouble, Msg::StepGoesOn, words)
}

fn step_and(trouble: &Trouble, what_comes_then: Msg, words: &Words) -> String {
    let Advice { step, .. } = advice(trouble, words);
    if trouble.can_be_mended() { words.with(what_comes_then, &[("step", step.into())]) } else { step }
}

/// How far a job is.
pub fn progress(progress: &Progress, words: &Words) -> String {
    match &progress.stage {
        Stage::Sending => words.text(Msg::PrintSending),
        Stage::Queued => words.text(Msg::PrintQueued),
        Stage::Printing => words.text(Msg::PrintPrinting),
        Stage::HeldUp(trouble) => advice(trouble, words).trouble,
        Stage::Cancelling => words.text(Msg::PrintCancelling),
    }
}

/// What became of a job. What is said of a failure comes first, and then what to do.
pub fn outcome(outcome: &Outcome, words: &Words) -> Advice {
    let (trouble, step) = match outcome {
        Outcome::Printed => (Msg::PrintPrinted, Msg::PrintPrintedStep),
        Outcome::Cancelled => (Msg::PrintCancelled, Msg::PrintCancelledStep),
        Outcome::NotKnown => (Msg::PrintNotKnown, Msg::StepLookInTray),
        Outcome::Failed(trouble) => {
            let step = step_and(trouble, Msg::StepThenAgain, words);
            return Advice { step, ..advice(trouble, words) };
        }
    };
    Advice { trouble: words.text(trouble), step: words.text(step) }
}

/// The sentence, and the next step.
fn messages(trouble: &Trouble) -> (Msg, Msg) {
    use Trouble as T;
    match trouble {
        T::NoPaper => (Msg::TroubleNoPaper, Msg::StepFillPaper),
        T::PaperJam => (Msg::TroublePaperJam, Msg::StepClearJam),
        T::CoverOpen => (Msg::TroubleCoverOpen, Msg::StepClose),
        T::TrayMissing => (Msg::TroubleTrayMissing, Msg::StepPushTray),
        T::OutputFull => (Msg::TroubleOutputFull, Msg::StepEmptyTray),
        T::TonerEmpty => (Msg::TroubleTonerEmpty, Msg::StepAskStaff),
        T::WasteFull => (Msg::TroubleWasteFull, Msg::StepAskStaff),
        T::PartWornOut => (Msg::TroublePartWornOut, Msg::StepAskStaff),
        T::TooHot => (Msg::TroubleTooHot, Msg::StepWait),
        T::WarmingUp => (Msg::TroubleWarmingUp, Msg::StepWait),
        T::MemoryFull => (Msg::TroubleMemoryFull, Msg::StepFewerPages),
        T::Unreachable => (Msg::TroubleUnreachable, Msg::StepSwitchOn),
        T::Paused => (Msg::TroublePaused, Msg::StepAskStaff),
        T::ShuttingDown => (Msg::TroubleShuttingDown, Msg::StepAskStaff),
        T::NeedsAttention => (Msg::TroubleNeedsAttention, Msg::StepLookAtDisplay),
        T::QueueBroken => (Msg::TroubleQueueBroken, Msg::StepAskStaff),
        T::Held => (Msg::TroubleHeld, Msg::StepAskStaff),
        T::Busy => (Msg::TroubleBusy, Msg::StepTryLater),
        T::Endless => (Msg::TroubleEndless, Msg::StepLookInTray),
        T::DocumentRefused => (Msg::TroubleDocumentRefused, Msg::StepAskStaff),
        T::Aborted => (Msg::TroubleAborted, Msg::StepTryAgain),
        T::EndedWithErrors => (Msg::TroubleEndedWithErrors, Msg::StepCheckPages),
        T::NotAllowed => (Msg::TroubleNotAllowed, Msg::StepAskStaff),
        T::PaperLow => (Msg::TroublePaperLow, Msg::StepTellStaff),
        T::OutputAlmostFull => (Msg::TroubleOutputAlmostFull, Msg::StepEmptyTray),
        T::TonerLow => (Msg::TroubleTonerLow, Msg::StepTellStaff),
        T::WasteAlmostFull => (Msg::TroubleWasteAlmostFull, Msg::StepTellStaff),
        T::PartWearsOut => (Msg::TroublePartWearsOut, Msg::StepTellStaff),
        T::NoSpooler => (Msg::TroubleNoSpooler, Msg::StepAskStaff),
        T::SpoolerSilent | T::SpoolerConfused => (Msg::TroubleSpoolerSilent, Msg::StepAskStaff),
        T::UnknownPrinter => (Msg::TroubleUnknownPrinter, Msg::StepOtherPrinter),
        T::NotAcceptingJobs => (Msg::TroubleNotAcceptingJobs, Msg::StepAskStaff),
        T::FormatNotSupported => (Msg::TroubleFormatNotSupported, Msg::StepOtherPrinter),
        T::PaperNotOffered(_) => (Msg::TroublePaperNotOffered, Msg::StepOtherPaper),
        T::TwoSidedNotOffered => (Msg::TroubleTwoSidedNotOffered, Msg::StepOneSide),
        T::CopiesNotOffered { .. } => (Msg::TroubleCopiesNotOffered, Msg::StepFewerCopies),
        T::Refused(_) => (Msg::TroubleRefused, Msg::StepAskStaff),
        T::PagesNotMade => (Msg::TroublePagesNotMade, Msg::StepAskStaff),
        T::NotOnThisSystem => (Msg::TroubleNotOnThisSystem, Msg::StepSavePages),
        T::Unknown(_) => (Msg::TroubleUnknown, Msg::StepAskStaff),
    }
}
