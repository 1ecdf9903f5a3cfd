//! The site: the clinic or service where Careshelf stands, as its own file describes it.

use std::time::Duration;

use jiff::civil::Date;

use super::paper::Paper;

/// What a site file says. Everything may be missing; nothing is ever made up in its place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Site {
    /// The clinic's name.
    pub name: Option<String>,
    /// Its street address, as one would tell an ambulance.
    pub address: Option<String>,
    /// The room or floor in which this machine stands.
    pub room: Option<String>,
    /// The code that opens the door.
    pub door_code: Option<String>,
    /// The clinic's telephone number.
    pub phone: Option<String>,
    /// Where the nearest naloxone is.
    pub naloxone_location: Option<String>,
    /// Where the nearest defibrillator (AED) is.
    pub aed_location: Option<String>,
    /// The number to call in an emergency here, if it is not the protocol's.
    pub emergency_number: Option<String>,
    /// The protocol of this place, such as `us`, if it is not the default one.
    pub protocol: Option<String>,
    /// The codes of the languages that are offered here, the first one first; if there are none, all that there are.
    pub languages: Vec<String>,
    /// The paper in the printers here, if it is not what is usual where the protocol is from.
    pub paper: Option<Paper>,
    /// The queue of the printer to use here, if it is not the machine's usual one.
    pub printer: Option<String>,
    /// Whether this machine stands where anybody may use it: nothing is saved on it then, and visits end by themselves.
    pub is_kiosk: bool,
    /// When a visit to a kiosk ends by itself.
    pub visits: VisitRules,
    /// What is to paint the window here, if the site file says so.
    pub renderer: Option<Renderer>,
    /// How large things are on this screen, and from how far it is read.
    pub screen: Screen,
    /// Whether something in the site file could not be read, so that even the emergency number may be another place's.
    pub has_mistakes: bool,
    /// Local services.
    pub services: Vec<Service>,
    /// Who approved the content for this place.
    pub approval: Option<Approval>,
}

/// When a visit to a kiosk that nobody touches any more ends by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VisitRules {
    /// So long nobody touches anything before it is asked whether somebody is still there.
    pub idle: Duration,
    /// So long there is time to answer.
    pub warning: Duration,
}

impl VisitRules {
    /// The least time to answer (WCAG 2.2, 2.2.1).
    pub const LEAST_WARNING: Duration = Duration::from_secs(20);
}

impl Default for VisitRules {
    fn default() -> Self {
        Self { idle: Duration::from_secs(90), warning: Duration::from_secs(30) }
    }
}

/// How large things are on a screen, and from how far it is read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Screen {
    /// From the reader's eye to the screen, in millimetres.
    pub viewing_distance_mm: f32,
    /// From the middle of a pixel to that of the next, in millimetres.
    pub pixel_pitch_mm: f32,
}

impl Default for Screen {
    /// An arm's length away, with 96 pixels to the inch.
    fn default() -> Self {
        Self { viewing_distance_mm: 600.0, pixel_pitch_mm: 25.4 / 96.0 }
    }
}

/// What paints the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Renderer {
    /// Whatever suits the machine.
    Auto,
    /// The graphics driver.
    Gpu,
    /// The processor.
    Cpu,
}

/// A local service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// Its name.
    pub name: String,
    /// What it does, in plain words.
    pub about: Option<String>,
    /// Its telephone number.
    pub phone: Option<String>,
    /// Where it is.
    pub address: Option<String>,
    /// When it is open.
    pub hours: Option<String>,
    /// The day on which somebody last checked this entry.
    pub checked: Date,
}

/// Who approved the content for this site, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approval {
    /// The clinician's name and role.
    pub by: String,
    /// The day.
    pub on: Date,
}
