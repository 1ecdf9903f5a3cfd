//! What happens behind the administrator's panel: the PIN is looked for and compared, the machine looked at. Both take time,
//! and happen in threads of their own.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use egui::{Context, ViewportCommand};

use super::App;
use super::clock::{boot, since_boot};
use super::errand::{Errand, errand, send};
use super::health::{examine, memory_folder};
use crate::content::{Origin, site_folder};
use crate::pin::files::{self, Found, HASH_FILE, PinFiles, TRIES_FILE, Tried};
use crate::pin::tries::{Gate, MOST_WRONG, Stamp};
use crate::printer::Spooler;
use crate::state::admin::{Admin, Answer, Broken, Door};
use crate::state::{Action, AdminAction, Moment};

/// Counts the time that the machine has been running.
pub(super) type Counter = Box<dyn Fn() -> Stamp + Send>;

/// What the panel needs of the world.
pub(super) struct AdminDesk {
    /// Where the PIN is kept; `None` keeps everybody out.
    files: Option<PinFiles>,
    counter: Counter,
    asking: Option<Errand<Answer>>,
    looking: Option<Errand<AdminAction>>,
    /// Set when the administrator leaves the kiosk, for whoever says how the program ended.
    has_left: Arc<AtomicBool>,
}

impl AdminDesk {
    /// A desk at which nobody gets in.
    pub(super) fn closed() -> Self {
        Self { files: None, counter: Box::new(Stamp::default), asking: None, looking: None, has_left: Arc::default() }
    }

    /// A desk for the PIN in `files`.
    pub(super) fn guarded_by(files: PinFiles, counter: Counter) -> Self {
        Self { files: Some(files), counter, ..Self::closed() }
    }

    /// The desk of this machine, for the site file of `origin`.
    pub(super) fn of_machine(origin: &Origin) -> Self {
        let hash = site_folder(origin).join(HASH_FILE);
        let tries = memory_folder().map(|folder| folder.join(TRIES_FILE));
        Self::guarded_by(PinFiles { hash, tries }, Box::new(|| Stamp { since_boot: since_boot(), boot: boot() }))
    }

    /// Sets `has_left` when the administrator leaves the kiosk.
    pub(super) fn tell_leaving(&mut self, has_left: Arc<AtomicBool>) {
        self.has_left = has_left;
    }

    /// Does what the panel waits for, and says what came of it since the last frame.
    pub(super) fn follow(
        &mut self,
        admin: Option<&Admin>,
        now: Moment,
        spooler: impl FnOnce() -> Spooler,
        ctx: &Context,
    ) -> Vec<AdminAction> {
        let Some(admin) = admin else {
            // Nobody waits for an answer any more, and it must not open the next panel.
            (self.asking, self.looking) = (None, None);
            return Vec::new();
        };
        ctx.request_repaint_after(admin.until_change(now).max(LEAST_WAIT));
        let mut news = Vec::new();
        news.extend(self.ask(admin, ctx).map(AdminAction::Meet));
        news.extend(self.look_at_machine(admin, spooler, ctx));
        news
    }

    /// Looks for a PIN, or tries one, once.
    fn ask(&mut self, admin: &Admin, ctx: &Context) -> Option<Answer> {
        let guess = admin.guess().map(|digits| digits.reveal().to_owned());
        if guess.is_none() && admin.door != Door::Looking {
            self.asking = None;
            return None;
        }
        if self.asking.is_none() {
            let files = self.files.clone();
            let now = (self.counter)();
            let (tell, asking) = errand(ctx);
            send("administrator", tell, move |tell| {
                let Some(files) = files else { return };
                tell.say(match guess {
                    Some(guess) => tried(files.try_pin(&guess, &now), &files),
                    None => found(files.look(&now), &files),
                });
            });
            self.asking = Some(asking);
        }
        let heard = self.asking.as_ref()?.hear();
        let lost = heard.is_over.then_some(Answer::Broken(Broken::Lost));
        let answer = heard.news.into_iter().next().or(lost);
        if answer.is_some() {
            self.asking = None;
        }
        answer
    }

    /// Finds out how the machine is, once for whoever is inside.
    fn look_at_machine(
        &mut self,
        admin: &Admin,
        spooler: impl FnOnce() -> Spooler,
        ctx: &Context,
    ) -> Option<AdminAction> {
        if admin.inside().is_none_or(|inside| inside.health.is_some()) {
            self.looking = None;
            return None;
        }
        let tries = self.files.as_ref().and_then(|files| files.tries.clone());
        let looking = self.looking.get_or_insert_with(|| {
            let spooler = spooler();
            let (tell, looking) = errand(ctx);
            send("health", tell, move |tell| {
                let health = examine(&spooler, tries.as_deref().and_then(Path::parent));
                tell.say(AdminAction::MeetHealth(Box::new(health)));
            });
            looking
        });
        looking.hear().news.into_iter().next()
    }
}

impl App {
    /// The viewer with the administrator's PIN in `files`, while `counter` counts the time that the machine has been running.
    #[must_use]
    pub fn guarded_by(self, files: PinFiles, counter: impl Fn() -> Stamp + Send + 'static) -> Self {
        Self { admin_desk: AdminDesk::guarded_by(files, Box::new(counter)), ..self }
    }

    /// Does what the administrator's panel waits for, and leaves the kiosk if that was asked for inside.
    pub(super) fn follow_admin(&mut self, ctx: &Context) {
        let (admin, rooms) = (self.state.admin.as_ref(), &self.print_room);
        let news = self.admin_desk.follow(admin, self.state.now, || rooms.spooler(), ctx);
        if !news.is_empty() {
            ctx.request_repaint();
        }
        for action in news {
            self.apply(Action::Admin(action));
        }
        if self.state.is_leaving() {
            self.admin_desk.has_left.store(true, Ordering::Relaxed);
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
    }
}

/// A frame that finds that nothing changed yet comes no sooner again.
const LEAST_WAIT: Duration = Duration::from_millis(50);

fn found(found: Found, files: &PinFiles) -> Answer {
    match found {
        Found::None => no_pin(files),
        Found::Pin(Gate::Open(MOST_WRONG)) => Answer::Ready,
        Found::Pin(Gate::Open(left)) => Answer::Wrong(left),
        Found::Pin(Gate::Locked(left)) => Answer::Locked(left),
        Found::Broken(broken) => told(broken),
    }
}

fn tried(tried: Tried, files: &PinFiles) -> Answer {
    match tried {
        Tried::Right => Answer::Right,
        Tried::Wrong(Gate::Open(left)) => Answer::Wrong(left),
        Tried::Wrong(Gate::Locked(left)) | Tried::Locked(left) => Answer::Locked(left),
        Tried::Broken(broken) => told(broken),
        Tried::None => no_pin(files),
    }
}

fn no_pin(files: &PinFiles) -> Answer {
    Answer::NoPin(files.hash.display().to_string())
}

fn told(broken: files::Broken) -> Answer {
    Answer::Broken(match broken {
        files::Broken::Hash(reason) => Broken::Unreadable(reason),
        files::Broken::Tries(reason) => Broken::Unwritable(reason),
    })
}
