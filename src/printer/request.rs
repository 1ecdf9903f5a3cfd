//! The questions that CUPS is asked, in IPP (RFC 8011, RFC 3995, and CUPS' own).

use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;

use ipp::attribute::{IppAttribute, IppAttributes};
use ipp::model::{DelimiterTag, IppVersion, Operation};
use ipp::parser::IppParseError;
use ipp::request::IppRequestResponse;
use ipp::value::IppValue;

use super::OWNER;
use super::answer::{self, Answer};
use super::control::Control;
use super::error::PrinterError;
use super::http::{self, Line};
use crate::model::printer::Order;

const CREATE_PRINTER_SUBSCRIPTIONS: u16 = 0x0016;
const CANCEL_SUBSCRIPTION: u16 = 0x001b;
const GET_NOTIFICATIONS: u16 = 0x001c;

/// What an IPP name may have in bytes.
const MOST_NAME_BYTES: usize = 255;

const OF_A_PRINTER: &[&str] = &[
    "copies-supported",
    "document-format-supported",
    "media-ready",
    "media-supported",
    "printer-info",
    "printer-is-accepting-jobs",
    "printer-name",
    "printer-state",
    "printer-state-message",
    "printer-state-reasons",
    "printer-type",
    "sides-supported",
];
const OF_ITS_CONDITION: &[&str] = &["printer-state", "printer-state-message", "printer-state-reasons"];
const OF_A_JOB: &[&str] = &["job-state", "job-state-reasons"];

/// What a call of ours may take and where it goes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cups<'a> {
    pub(super) socket: &'a Path,
    pub(super) time: Duration,
}

impl Cups<'_> {
    /// All printers, with what they can.
    pub(super) fn printers(self) -> Result<Answer, PrinterError> {
        let mut question = Question::new(Operation::CupsGetPrinters as u16, None)?;
        question.names("requested-attributes", OF_A_PRINTER)?;
        self.ask("/", &question, &[], None)
    }

    /// One printer. A class of printers counts as one.
    pub(super) fn printer(self, queue: &str) -> Result<Answer, PrinterError> {
        let mut question = Question::new(Operation::GetPrinterAttributes as u16, Some(queue))?;
        question.names("requested-attributes", OF_A_PRINTER)?;
        self.ask("/", &question, &[], None)
    }

    /// How a printer is, and nothing else.
    pub(super) fn condition(self, queue: &str) -> Result<Answer, PrinterError> {
        let mut question = Question::new(Operation::GetPrinterAttributes as u16, Some(queue))?;
        question.names("requested-attributes", OF_ITS_CONDITION)?;
        self.ask("/", &question, &[], None)
    }

    /// A job without pages, which CUPS holds until they come. Without them it is thrown away in the end.
    pub(super) fn create_job(self, order: &Order) -> Result<Answer, PrinterError> {
        let mut question = Question::new(Operation::CreateJob as u16, Some(&order.printer))?;
        question.about("job-name", IppValue::new_name_without_language(shortened(&order.title))?)?;
        question.job("media", IppValue::new_keyword(&order.media)?)?;
        let sides = if order.is_two_sided { "two-sided-long-edge" } else { "one-sided" };
        question.job("sides", IppValue::new_keyword(sides)?)?;
        // A wallet card that was shrunk to fit is no wallet card, and the pages leave the margins that printers need.
        question.job("print-scaling", IppValue::new_keyword("none")?)?;
        question.job("copies", IppValue::new_integer(i32::try_from(order.copies).unwrap_or(i32::MAX)))?;
        self.ask(&path_of(&order.printer), &question, &[], None)
    }

    /// The pages of a job. `control` can call that off.
    pub(super) fn send(self, queue: &str, job: i32, pdf: &[u8], control: &Control) -> Result<Answer, PrinterError> {
        let mut question = Question::of_job(Operation::SendDocument as u16, queue, job)?;
        question.about("document-format", IppValue::new_mime_media_type("application/pdf")?)?;
        question.about("last-document", IppValue::new_boolean(true))?;
        self.ask(&path_of(queue), &question, pdf, Some(control))
    }

    /// How a job is.
    pub(super) fn job(self, queue: &str, job: i32) -> Result<Answer, PrinterError> {
        let mut question = Question::of_job(Operation::GetJobAttributes as u16, queue, job)?;
        question.names("requested-attributes", OF_A_JOB)?;
        self.ask("/", &question, &[], None)
    }

    /// Takes a job back.
    pub(super) fn cancel(self, queue: &str, job: i32) -> Result<Answer, PrinterError> {
        let question = Question::of_job(Operation::CancelJob as u16, queue, job)?;
        self.ask("/jobs/", &question, &[], None)
    }

    /// Has CUPS note what becomes of a printer's jobs, for `lease`.
    pub(super) fn subscribe(self, queue: &str, lease: Duration) -> Result<Answer, PrinterError> {
        let mut question = Question::new(CREATE_PRINTER_SUBSCRIPTIONS, Some(queue))?;
        let tag = DelimiterTag::SubscriptionAttributes;
        question.add(tag, "notify-pull-method", IppValue::new_keyword("ippget")?)?;
        let events = ["job-created", "job-state-changed", "job-completed"];
        question.add(tag, "notify-events", keywords(&events)?)?;
        let secs = i32::try_from(lease.as_secs()).unwrap_or(i32::MAX);
        question.add(tag, "notify-lease-duration", IppValue::new_integer(secs))?;
        self.ask("/", &question, &[], None)
    }

    /// What CUPS has noted since.
    pub(super) fn notifications(self, queue: &str, subscription: i32) -> Result<Answer, PrinterError> {
        let mut question = Question::new(GET_NOTIFICATIONS, Some(queue))?;
        question.about("notify-subscription-ids", IppValue::new_integer(subscription))?;
        self.ask("/", &question, &[], None)
    }

    /// Has CUPS note nothing more.
    pub(super) fn unsubscribe(self, queue: &str, subscription: i32) -> Result<Answer, PrinterError> {
        let mut question = Question::new(CANCEL_SUBSCRIPTION, Some(queue))?;
        question.about("notify-subscription-id", IppValue::new_integer(subscription))?;
        self.ask("/", &question, &[], None)
    }

    fn ask(
        self,
        path: &str,
        question: &Question,
        document: &[u8],
        control: Option<&Control>,
    ) -> Result<Answer, PrinterError> {
        let line = Line { socket: self.socket, time: self.time, control };
        answer::read(http::post(line, path, &[&question.0.to_bytes(), document])?)
    }
}

/// A question that is being written.
struct Question(IppRequestResponse);

impl Question {
    fn new(operation: u16, queue: Option<&str>) -> Result<Self, PrinterError> {
        // The library does not know every operation; the number is set behind it.
        let mut request = IppRequestResponse::new(IppVersion::v2_0(), Operation::GetPrinterAttributes, None)?;
        request.header_mut().operation_or_status = operation.cast_signed();
        let mut question = Self(request);
        if let Some(queue) = queue {
            let uri = format!("ipp://localhost{}", path_of(queue));
            question.about("printer-uri", IppValue::new_uri(uri)?)?;
        }
        question.about("requesting-user-name", IppValue::new_name_without_language(OWNER)?)?;
        Ok(question)
    }

    fn of_job(operation: u16, queue: &str, job: i32) -> Result<Self, PrinterError> {
        let mut question = Self::new(operation, Some(queue))?;
        question.about("job-id", IppValue::new_integer(job))?;
        Ok(question)
    }

    fn about(&mut self, name: &str, value: IppValue) -> Result<(), PrinterError> {
        self.add(DelimiterTag::OperationAttributes, name, value)
    }

    fn job(&mut self, name: &str, value: IppValue) -> Result<(), PrinterError> {
        self.add(DelimiterTag::JobAttributes, name, value)
    }

    fn names(&mut self, name: &str, values: &[&str]) -> Result<(), PrinterError> {
        self.about(name, keywords(values)?)
    }

    fn add(&mut self, tag: DelimiterTag, name: &str, value: IppValue) -> Result<(), PrinterError> {
        let attributes: &mut IppAttributes = self.0.attributes_mut();
        attributes.add(tag, IppAttribute::with_name(name, value)?);
        Ok(())
    }
}

fn keywords(words: &[&str]) -> Result<IppValue, IppParseError> {
    Ok(IppValue::Array(words.iter().map(|word| IppValue::new_keyword(*word)).collect::<Result<_, _>>()?))
}

/// Where a queue is, whatever letters its name has. Classes are found there too.
fn path_of(queue: &str) -> String {
    queue.bytes().fold("/printers/".to_owned(), |mut path, byte| {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            path.push(byte.into());
        } else {
            // Writing to a string cannot fail.
            let _ = write!(path, "%{byte:02X}");
        }
        path
    })
}

/// As much of a title as a name can hold, in whole letters.
fn shortened(title: &str) -> &str {
    &title[..title.floor_char_boundary(MOST_NAME_BYTES)]
}

impl From<IppParseError> for PrinterError {
    /// Only something that does not fit into IPP, such as a queue's name of a thousand letters.
    fn from(error: IppParseError) -> Self {
        Self::Refused { status: 0x0409, message: error.to_string() }
    }
}
