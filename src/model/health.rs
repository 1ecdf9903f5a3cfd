//! How the machine is on which this runs, for whoever looks after it.

use super::printer::Printer;
use super::trouble::Trouble;

/// What somebody found out about the machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Health {
    /// The printers, or why there are none to be asked.
    pub printers: Result<Vec<Printer>, Trouble>,
    /// What brings sound to a loudspeaker; `None` if nothing does.
    pub sound: Option<String>,
    /// What paints the window; `None` where there is no window.
    pub renderer: Option<&'static str>,
    /// The folder for what the program must remember, and how many bytes are free on its disk.
    pub memory: Option<(String, Option<u64>)>,
}

/// A screen's size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Display {
    /// Width and height in points.
    pub points: [f32; 2],
    /// How many pixels a point is wide.
    pub scale: f32,
}
