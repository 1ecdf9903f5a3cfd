//! Careshelf: an offline reader for opioid help, on a clinic's kiosk, an outreach worker's laptop, and on paper.
//!
//! # The flow
//!
//! Authors type RON files (`resources/`). [`content`] turns their text into a [`model::library::Library`] and notes every
//! mistake with its place. The library is what the whole program reads: [`ui`] draws it, [`cli`] prints it, [`lint`] judges
//! it. [`state`] holds what a reader has set and opened; `update` is the only function that changes it. [`ui`] is given the
//! library and the state and returns what the reader asked for, as a list of actions; it changes nothing. [`app`] passes
//! the actions to `update`, [`window`] brings the frames to a screen, and [`sound`] the guide's rhythm to an ear. [`print`]
//! sets sections as pages, and [`printer`] brings them to paper.
//!
//! The window does not wait for the library. What the first screen shows is read alone ([`content::load_first`]); once it
//! is on screen a thread reads everything, and the whole library takes the place of the first one between two frames.
//!
//! ```text
//! main → app → ui → state → search ─────→ model     search knows nothing of who asks; ui and app use it too
//!   │     │     └──→ notes → words ─────→ model     notes: what screen and terminal say in the same words
//!   │     ├──→ content → words, assets ─→ model     ui never uses content or window
//!   │     ├──→ lint ────────────────────→ model     app asks it only for whoever writes content
//!   │     ├──→ window                               window knows nothing of what is drawn
//!   │     ├──→ sound                                sound knows nothing of what it is for
//!   │     ├──→ print → notes, assets ───→ model     print's typeset.rs alone names the typesetter
//!   │     ├──→ printer ─────────────────→ model     printer speaks to CUPS and knows nothing of pages
//!   │     └──→ pin                                  pin knows what a PIN is, and nothing of who asks for it
//!   ├──→ screenshot → app, window
//!   └──→ cli → content, lint, notes, pin, print, search → model     lint → assets: which letters the fonts have
//! ```
//!
//! | folder or file | what it holds |
//! |---|---|
//! | [`model`] | topic, section, block, text, source, protocol, guide, keyboard, other names, site, paper, printer, library (no file formats, no pixels, no disk) |
//! | [`assets`] | the pictures and fonts inside the executable |
//! | [`words`] | the words of the interface, by typed message ids, from a Fluent file |
//! | [`content`] | RON text → model (only its `read.rs` and `load.rs` touch the disk) |
//! | [`search`] | what somebody types → the sections that answer it: words, index, ranking |
//! | [`lint`] | checks on the model: citations, review dates, words, reading grade, and whether languages say the same |
//! | [`notes`] | what every reader says about the content: who says so, checked when, approved by whom |
//! | [`print`] | sections as pages: data for the templates, then a PDF file or pictures of pages |
//! | [`printer`] | jobs and printers, over the local CUPS socket |
//! | [`pin`] | the administrator's PIN: what may be one, its hash, and how often somebody may guess (only its `files.rs` touches the disk) |
//! | [`state`] | route, action, update (the only writer), what is to be printed, what is being written, an emergency with its doses and rhythms |
//! | [`ui`] | theme, shell, views, widgets |
//! | [`window`] | how pixels reach a screen: eframe on a graphics driver, the painter without one, the choice between them |
//! | [`sound`] | rhythm to be heard: tones by sample count, and the way to a loudspeaker |
//! | [`app`] | the program with a window: loads (the rest behind the reader's back), keeps the state (an emergency even through a crash), gives every frame its day and its time, and looks after its own crashes |
//! | [`screenshot`] | a screen as a picture file, without a window |
//! | [`cli`] | the commands that need no window |
//! | [`report`] | exit codes, and words on standard error |
//! | [`whole_file`] | writes a file whole or not at all |
//! | [`timings`] | where the time of a start goes |
//!
//! A test reads the `use` lines and holds these arrows (`tests/suite/house.rs`).

pub mod model;

pub mod search;

pub mod assets;
pub mod words;

pub mod content;
pub mod lint;
pub mod notes;

pub mod print;
pub mod printer;

pub mod pin;

pub mod state;
pub mod ui;

pub mod sound;
pub mod window;

pub mod app;
pub mod cli;
pub mod report;
pub mod screenshot;
pub mod timings;
pub mod whole_file;
