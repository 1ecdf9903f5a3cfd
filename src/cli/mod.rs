//! The command line: what may be typed, and the commands that need no window.

mod check;
mod guide;
mod page;
mod print;
mod search;
mod set_pin;
mod show;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::content::{Origin, load};
use crate::model::paper::{Layout, Paper};
use crate::report::{EXIT_MACHINE, EXIT_WRONG, complain};

/// Offline help with opioids: effects, what to do in an overdose, treatment. Opens the viewer if no command is given.
#[derive(Parser)]
#[command(name = "careshelf", version, max_term_width = 100)]
pub struct Arguments {
    /// What to do instead of opening the viewer.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Where the content comes from.
    #[command(flatten)]
    pub content: ContentArguments,
    /// What the viewer shows first.
    #[command(flatten)]
    pub view: ViewArguments,
    /// What paints the window; without it the variable `CARESHELF_RENDERER` or the site file says so, or else `auto`
    #[arg(long, value_name = "RENDERER", value_parser = ["auto", "gpu", "cpu"])]
    pub renderer: Option<String>,
    /// Say on standard error how long each part of the start took
    #[arg(long)]
    pub timings: bool,
    /// Try the graphics driver, say what it is, and stop. The viewer starts itself so where it does not know the driver yet.
    #[arg(long, hide = true)]
    pub try_gpu: bool,
}

/// What the viewer, or a picture of it, shows first.
#[derive(Args, Clone, Debug)]
pub struct ViewArguments {
    /// The id of the section to open, such as `signs`
    #[arg(long, value_name = "SECTION")]
    pub open: Option<String>,
    /// Words to look for on the page of search
    #[arg(long, value_name = "WORDS")]
    pub search: Option<String>,
    /// The card of the overdose guide to show, such as `check`
    #[arg(long, value_name = "CARD")]
    pub guide: Option<String>,
    /// The colors
    #[arg(long, value_enum, default_value_t)]
    pub theme: ThemeName,
    /// The size of the text, from 1 (normal) to 4 (largest)
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..=4))]
    pub text_size: u8,
}

/// The colours, as they are written on the command line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ThemeName {
    /// Dark text on paper.
    #[default]
    Light,
    /// Light text on a dark page.
    Dark,
    /// White on black.
    HighContrast,
}

/// Where the content comes from.
#[derive(Args)]
pub struct ContentArguments {
    /// Read the content from this folder instead of the bundled copy
    #[arg(long, value_name = "DIR", global = true)]
    pub content: Option<PathBuf>,
    /// The clinic's own file: name, address, emergency number, local services, approval
    #[arg(long, value_name = "FILE", global = true)]
    pub site: Option<PathBuf>,
    /// Make this a kiosk, whatever the site file says: visits end by themselves, and the window is locked, with no way out but the
    /// administrator's
    #[arg(long)]
    pub kiosk: bool,
    /// The language to read in, such as `es`; without it the site file says so, or else the desktop
    #[arg(long, value_name = "LANGUAGE", global = true)]
    pub lang: Option<String>,
}

/// The commands that need no window.
#[derive(Subcommand)]
pub enum Command {
    /// What reads the content and prints.
    #[command(flatten)]
    Reading(Reading),
    /// Paint a screen of the viewer into a PNG file, without a display
    Screenshot(ScreenshotArguments),
    /// Set the administrator's PIN of a kiosk: asks for it, or reads a line, and keeps its hash beside the site file
    SetPin,
}

/// The commands that read the content and print.
#[derive(Subcommand)]
pub enum Reading {
    /// List the ids and titles of all topics and sections
    List,
    /// Print a section, or all sections of a topic, as text
    Show {
        /// The id of a section or topic, such as `signs`
        section: String,
    },
    /// Find sections by words or a question: id, title and matching text, the best first
    Search {
        /// What to look for; small mistakes do not matter
        #[arg(required = true)]
        words: Vec<String>,
    },
    /// Set sections as pages and write them into a PDF file
    Print(PrintArguments),
    /// Print the overdose guide: every card, where its choices lead, and who says so
    Guide,
    /// Check content and site file; name every problem by file, line and column
    Check {
        /// The content folder; the bundled content if it is left out
        dir: Option<PathBuf>,
        /// How to print the problems
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
}

/// What `print` sets, and where to.
#[derive(Args)]
pub struct PrintArguments {
    /// The ids of sections or topics, such as `signs`; the card and the poster need none
    #[arg(value_name = "SECTION", required_if_eq_any([("layout", "handout"), ("layout", "large-print")]))]
    pub sections: Vec<String>,
    /// The PDF file to write; `-` for standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
    /// The paper; without it, what is usual where the protocol is from
    #[arg(long, value_name = "PAPER", value_parser = paper)]
    pub paper: Option<Paper>,
    /// How the pages are laid out
    #[arg(long, value_name = "LAYOUT", default_value = "handout", value_parser = layout)]
    pub layout: Layout,
    /// A second language beside the first one, paragraph by paragraph, on a handout; such as `es`
    #[arg(long, value_name = "LANGUAGE")]
    pub beside: Option<String>,
}

/// Reads `letter` or `a4`.
fn paper(text: &str) -> Result<Paper, String> {
    let found = Paper::ALL.into_iter().find(|paper| paper.name() == text);
    found.ok_or_else(|| format!("write one of {}", Paper::ALL.map(Paper::name).join(", ")))
}

/// Reads `handout`, `large-print`, `card` or `poster`.
fn layout(text: &str) -> Result<Layout, String> {
    let found = Layout::ALL.into_iter().find(|layout| layout.name() == text);
    found.ok_or_else(|| format!("write one of {}", Layout::ALL.map(Layout::name).join(", ")))
}

/// What `screenshot` paints, and where to.
#[derive(Args)]
pub struct ScreenshotArguments {
    /// The PNG file to write
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
    /// Width and height of the picture in pixels
    #[arg(long, value_name = "WIDTHxHEIGHT", default_value = "1280x800", value_parser = size)]
    pub size: [u32; 2],
    /// How many pixels a point is wide, as on a screen of high density
    #[arg(long, value_name = "N", default_value_t = 1.0, value_parser = scale)]
    pub scale: f32,
    /// What the picture shows.
    #[command(flatten)]
    pub view: ViewArguments,
}

/// A picture's sides may be from a thumbnail's to a poster's.
const SIDES: std::ops::RangeInclusive<u32> = 64..=16_384;

/// A larger picture would need more memory than an old laptop has.
const MOST_PIXELS: u32 = 64_000_000;

/// Reads `1280x800`.
fn size(text: &str) -> Result<[u32; 2], String> {
    let sides = text.split_once('x').and_then(|(width, height)| Some([width.parse().ok()?, height.parse().ok()?]));
    let sides = sides.ok_or("write width and height in pixels, such as 1280x800")?;
    if !sides.iter().all(|side| SIDES.contains(side)) {
        return Err(format!("each side must be from {} to {} pixels", SIDES.start(), SIDES.end()));
    }
    if MOST_PIXELS < sides[0] * sides[1] {
        return Err(format!("a picture may have {} million pixels at most", MOST_PIXELS / 1_000_000));
    }
    Ok(sides)
}

/// Reads a number from 0.5 to 4.
fn scale(text: &str) -> Result<f32, String> {
    let scale = text.parse().ok().filter(|scale| (0.5..=4.0).contains(scale));
    scale.ok_or_else(|| "write a number from 0.5 to 4".to_owned())
}

/// How `check` prints problems.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A line for each problem.
    Text,
    /// A JSON list, for editors and scripts.
    Json,
}

impl ContentArguments {
    /// The same as a place to load from.
    pub fn origin(&self) -> Origin {
        Origin {
            content_dir: self.content.clone(),
            site_path: self.site.clone(),
            language: self.lang.clone(),
            system_languages: sys_locale::get_locales().collect(),
            is_kiosk: self.kiosk,
        }
    }
}

/// Prints what is wrong with the arguments, or the help that was asked for.
pub fn refuse(message: &clap::Error) -> ExitCode {
    // There is nobody to tell if even this cannot be printed.
    let _ = message.print();
    if message.use_stderr() { ExitCode::from(EXIT_WRONG) } else { ExitCode::SUCCESS }
}

/// Sets the administrator's PIN, and says how it went.
pub fn set_pin(content: &ContentArguments) -> ExitCode {
    set_pin::run(content)
}

/// Runs a command that only reads, and says how it went.
pub fn run(command: Reading, content: &ContentArguments) -> ExitCode {
    let mut origin = content.origin();
    if let Reading::Check { dir: Some(dir), .. } = &command {
        origin.content_dir = Some(dir.clone());
    }
    let loaded = load(&origin);
    let today = jiff::Zoned::now().date();
    if !matches!(command, Reading::Check { .. }) {
        // `check` prints them itself.
        loaded.library.problems.iter().for_each(|problem| complain(&problem.to_string()));
        if loaded.library.problems.iter().any(|problem| problem.rule == "unknown-language") {
            return ExitCode::from(EXIT_WRONG);
        }
    }
    match command {
        Reading::List => print(&show::list(&loaded.library), ExitCode::SUCCESS),
        Reading::Show { section } => match show::show(&loaded, &section, today) {
            Ok(text) => print(&text, ExitCode::SUCCESS),
            Err(message) => {
                complain(&message);
                ExitCode::from(EXIT_WRONG)
            }
        },
        Reading::Search { words } => search::run(loaded, &words),
        Reading::Print(wanted) => print::run(&origin, &loaded, &wanted, today),
        Reading::Guide => print(&guide::guide(&loaded, today), ExitCode::SUCCESS),
        Reading::Check { format, .. } => {
            let report = check::check(&loaded, &origin, format, today);
            print(&report.text, if report.is_clean { ExitCode::SUCCESS } else { ExitCode::from(EXIT_WRONG) })
        }
    }
}

/// Prints `text`; a reader who stops listening (`| head`) is no error, a full disk is.
fn print(text: &str, code: ExitCode) -> ExitCode {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => code,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => code,
        Err(error) => {
            complain(&format!("careshelf: cannot write: {error}"));
            ExitCode::from(EXIT_MACHINE)
        }
    }
}
