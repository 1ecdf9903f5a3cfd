//! The one thing that outlasts a crash: an emergency under way, in a small file, so that the program started again goes on
//! on the same step with the same doses.
//!
//! The file holds card ids and times, nothing about anybody. It lies in the folder for what lasts until the machine is
//! switched off (on Linux `$XDG_RUNTIME_DIR`, in memory), or where there is none in the one for what programs remember. It
//! goes when the emergency ends, or when nobody touched it for 12 hours. A second viewer at the same time keeps nothing:
//! two would overwrite each other.
//!
//! ```text
//! careshelf emergency 1
//! written 5130042 1795558000000 0f6e…   milliseconds since the machine started, since 1970, and which start it was
//! time 93000                            milliseconds since the emergency began
//! untouched 4000                        milliseconds since the last touch
//! card wait
//! back check give                       the cards before it
//! dose 61000 spray                      when, in milliseconds of the emergency, and what
//! form spray                            the kind of naloxone in use
//! pace compressions                     what is beaten, or `breaths`
//! only-pushes                           compressions without breaths
//! ```

use std::fs::{self, File};
use std::io;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::lasting::{self, Stamp, millis};
use crate::model::id::{CardId, FormId};
use crate::state::Moment;
use crate::state::emergency::{Dose, Emergency, FORGOTTEN_AFTER, Kept, Pace};

/// The first line of the file.
const HEAD: &str = "careshelf emergency 1";

/// How long to wait before [`EmergencyFile::follow`] is called again after a failure: a full disk is given so long.
pub(super) const NEXT_TRY: Duration = Duration::from_secs(1);

/// Keeps an emergency in a file while it is under way.
pub(super) struct EmergencyFile {
    path: PathBuf,
    /// What the file holds, as far as it is known.
    kept: Option<Emergency>,
    /// When writing or removing it failed the last time.
    failed: Option<Instant>,
    /// Held as long as this viewer runs.
    _lock: File,
}

impl EmergencyFile {
    /// The file of this reader's own runtime folder, or of the next best that can be written; `None` where none can, and
    /// where another viewer keeps its emergency there.
    pub(super) fn usual() -> Option<Self> {
        Self::at(lasting::folder("emergency.lock")?.join("emergency"))
    }

    /// A file at `path`; `None` where another viewer uses it, or nothing can be written.
    pub(super) fn at(path: PathBuf) -> Option<Self> {
        let lock = File::create(path.with_extension("lock")).ok()?;
        lock.try_lock().ok()?;
        Some(Self { path, kept: None, failed: None, _lock: lock })
    }

    /// The emergency that a crash interrupted, and how long ago that was.
    pub(super) fn read(&self) -> Option<(Kept, Duration)> {
        let text = fs::read_to_string(&self.path).ok()?;
        let is_remembered = |(kept, away): &(Kept, Duration)| kept.untouched.saturating_add(*away) < FORGOTTEN_AFTER;
        let read = decode(&text, &Stamp::now()).filter(is_remembered);
        if read.is_none() {
            // Of no use to anybody.
            let _ = fs::remove_file(&self.path);
        }
        read
    }

    /// Brings the file up to date, if anything but the time changed since. A failure costs no frame; it is tried again, and
    /// `true` says that somebody must ask for that.
    pub(super) fn follow(&mut self, emergency: Option<&Emergency>, now: Moment) -> bool {
        let emergency = emergency.filter(|emergency| !emergency.is_practice());
        let is_up_to_date = match (&self.kept, emergency) {
            (None, None) => true,
            (Some(kept), Some(emergency)) => kept.is_like(emergency),
            _ => false,
        };
        if is_up_to_date && self.failed.is_none() {
            return false;
        }
        if self.failed.is_some_and(|failed| failed.elapsed() < NEXT_TRY) {
            return true;
        }
        let result = match emergency {
            Some(emergency) => self.write(&encode(&emergency.keep(now), &Stamp::now())),
            None => self.remove(),
        };
        self.failed = result.is_err().then(Instant::now);
        self.kept = emergency.cloned();
        self.failed.is_some()
    }

    /// Writes the whole file or leaves the old one: whoever is killed in between loses neither.
    fn write(&self, text: &str) -> io::Result<()> {
        let unfinished = self.path.with_extension("part");
        let result = fs::write(&unfinished, text).and_then(|()| fs::rename(&unfinished, &self.path));
        if result.is_err() {
            let _ = fs::remove_file(unfinished);
        }
        result
    }

    /// Takes it away; what is not there needs no taking.
    fn remove(&self) -> io::Result<()> {
        match fs::remove_file(&self.path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
}

fn encode(kept: &Kept, stamp: &Stamp) -> String {
    let mut lines = vec![
        HEAD.to_owned(),
        format!("written {}", stamp.written()),
        format!("time {}", kept.time.as_millis()),
        format!("untouched {}", kept.untouched.as_millis()),
        format!("card {}", kept.card),
    ];
    if !kept.back.is_empty() {
        let back: Vec<&str> = kept.back.iter().map(CardId::as_str).collect();
        lines.push(format!("back {}", back.join(" ")));
    }
    lines.extend(kept.doses.iter().map(|dose| format!("dose {} {}", dose.at.as_millis(), dose.form)));
    lines.extend(kept.form.iter().map(|form| format!("form {form}")));
    let pace = kept.pace.map(|pace| match pace {
        Pace::Compressions => "compressions",
        Pace::Breaths => "breaths",
    });
    lines.extend(pace.map(|pace| format!("pace {pace}")));
    lines.extend((!kept.gives_breaths).then(|| "only-pushes".to_owned()));
    lines.join("\n") + "\n"
}

/// What `text` kept, and how long before `now`; `None` if that is not what it is. A line that nobody knows is passed over.
fn decode(text: &str, now: &Stamp) -> Option<(Kept, Duration)> {
    let mut lines = text.lines();
    lines.next().filter(|head| *head == HEAD)?;
    let (mut written, mut time, mut card) = (None, None, None);
    let (mut back, mut doses, mut form) = (Vec::new(), Vec::new(), None);
    let (mut gives_breaths, mut pace, mut untouched) = (true, None, Duration::ZERO);
    for line in lines {
        let (name, rest) = line.split_once(' ').unwrap_or((line, ""));
        let mut words = rest.split(' ').filter(|word| !word.is_empty());
        match name {
            "written" => written = Some(Stamp::read(words)?),
            "time" => time = Some(millis(rest)?),
            "card" => card = words.next().map(CardId::from),
            "back" => back = words.map(CardId::from).collect(),
            "dose" => {
                doses.push(Dose { at: millis(words.next()?)?, form: FormId::from(words.next().unwrap_or_default()) });
            }
            "form" => form = words.next().map(FormId::from),
            "pace" if rest == "compressions" => pace = Some(Pace::Compressions),
            "pace" if rest == "breaths" => pace = Some(Pace::Breaths),
            "only-pushes" => gives_breaths = false,
            "untouched" => untouched = millis(rest)?,
            _ => (),
        }
    }
    let kept = Kept { card: card?, back, doses, form, time: time?, untouched, gives_breaths, pace };
    Some((kept, written?.age(now)))
}

#[cfg(test)]
mod tests {
    use super::super::lasting::stamp;
    use super::*;

    fn kept() -> Kept {
        let dose = |at| Dose { at: Duration::from_millis(at), form: FormId::from("spray") };
        Kept {
            card: CardId::from("wait"),
            back: vec![CardId::from("check"), CardId::from("give")],
            doses: vec![dose(61_000), dose(190_500)],
            form: Some(FormId::from("spray")),
            time: Duration::from_secs(200),
            untouched: Duration::from_secs(4),
            gives_breaths: false,
            pace: Some(Pace::Compressions),
        }
    }

    fn age(text: &str, now: &Stamp) -> Option<Duration> {
        decode(text, now).map(|(_, away)| away)
    }

    #[test]
    fn what_is_written_is_read_again() {
        let text = encode(&kept(), &stamp(100, 5000, "a"));
        assert_eq!(decode(&text, &stamp(130, 5030, "a")), Some((kept(), Duration::from_secs(30))));
    }

    #[test]
    fn the_clock_on_the_wall_does_not_matter_while_the_machine_runs() {
        let text = encode(&kept(), &stamp(100, 5000, "a"));
        for wall in [0, 1400, 5000, 90_000] {
            assert_eq!(age(&text, &stamp(130, wall, "a")), Some(Duration::from_secs(30)));
        }
    }

    #[test]
    fn after_another_start_of_the_machine_only_the_clock_on_the_wall_tells() {
        let text = encode(&kept(), &stamp(100, 5000, "a"));
        assert_eq!(age(&text, &stamp(7, 5090, "b")), Some(Duration::from_secs(90)));
        assert_eq!(age(&text, &stamp(7, 4000, "b")), Some(Duration::ZERO), "set back");
    }

    #[test]
    fn anything_else_is_no_emergency() {
        let good = encode(&kept(), &stamp(100, 5000, "a"));
        let now = stamp(130, 5030, "a");
        for text in ["", "hello", HEAD, "careshelf emergency 2\ncard wait\n", &good.replace("time 200000", "time soon")]
        {
            assert_eq!(decode(text, &now), None, "{text}");
        }
        for lost in ["written", "time", "card"] {
            let left: Vec<&str> = good.lines().filter(|line| !line.starts_with(lost)).collect();
            assert_eq!(decode(&left.join("\n"), &now), None, "without {lost}");
        }
    }
}
