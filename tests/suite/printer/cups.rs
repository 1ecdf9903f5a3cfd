//! A CUPS of our own with a virtual IPP Everywhere printer, in a folder of its own; all of it ends with the test.

use std::fs::{self, File};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use careshelf::model::printer::{Order, Outcome, Progress, Stage};
use careshelf::printer::Spooler;
use careshelf::printer::control::Control;
use tempfile::TempDir;

use super::setup::{PLAIN, PRINT_COMMAND, QUEUE, Setup, pdf, settings, short};

const PACKAGES: &str = "cups cups-client cups-ipp-utils cups-filters ghostscript dbus poppler-utils qpdf";

pub struct Cups {
    folder: TempDir,
    setup: Setup,
    port: u16,
    bus: Option<Child>,
    cupsd: Option<Child>,
    printer: Option<Child>,
}

impl Cups {
    pub fn start() -> Self {
        Self::start_as(PLAIN)
    }

    pub fn start_as(setup: Setup) -> Self {
        let folder = tempfile::tempdir().unwrap();
        // CUPS' filters run as another user.
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        let port = free_port();
        let mut cups = Self { folder, setup, port, bus: None, cupsd: None, printer: None };
        cups.write_files();
        let address = format!("--address=unix:path={}", cups.path("bus").display());
        cups.bus = Some(cups.spawn("dbus-daemon", &["--session", "--nofork", "--nopidfile", &address]));
        cups.start_cupsd();
        cups.start_printer();
        cups.add_queue();
        cups
    }

    fn write_files(&self) {
        for name in ["spool", "cache", "state", "logs", "root", "tmp", "printed"] {
            fs::create_dir(self.path(name)).unwrap();
        }
        for (name, text) in settings(self.folder.path(), self.setup) {
            self.put(name, &text);
        }
        fs::write(self.path("print-command"), PRINT_COMMAND).unwrap();
        fs::set_permissions(self.path("print-command"), fs::Permissions::from_mode(0o755)).unwrap();
    }

    pub fn start_cupsd(&mut self) {
        let (conf, files) = (self.path("cupsd.conf"), self.path("cups-files.conf"));
        let arguments = ["-f", "-c", conf.to_str().unwrap(), "-s", files.to_str().unwrap()];
        self.cupsd = Some(self.spawn("cupsd", &arguments));
        wait_until("CUPS and the bus are up", || self.path("cups.sock").exists() && self.path("bus").exists());
    }

    /// Ends CUPS as the power does.
    pub fn kill_cupsd(&mut self) {
        kill(&mut self.cupsd);
        fs::remove_file(self.path("cups.sock")).unwrap();
    }

    /// Switches the printer on.
    pub fn start_printer(&mut self) {
        let (spool, command) = (self.path("printed"), self.path("print-command"));
        let port = self.port.to_string();
        let mut arguments = vec!["-k", "-d", spool.to_str().unwrap(), "-c", command.to_str().unwrap()];
        arguments.extend(["-f", "application/pdf,image/pwg-raster,image/jpeg", "-s", "20,10"]);
        arguments.extend(["-n", "localhost", "-p", &port, "-r", "off"]);
        if self.setup.is_two_sided {
            arguments.push("-2");
        }
        arguments.push("Kiosk Test");
        self.printer = Some(self.spawn("ippeveprinter", &arguments));
        wait_until("the printer is up", || TcpStream::connect(("localhost", self.port)).is_ok());
        let is_ours = self.printer.as_mut().is_some_and(|printer| printer.try_wait().unwrap().is_none());
        assert!(is_ours, "another printer listens at port {}", self.port);
    }

    /// Switches the printer off, whatever it does.
    pub fn stop_printer(&mut self) {
        kill(&mut self.printer);
    }

    fn add_queue(&self) {
        let uri = format!("ipp://localhost:{}/ipp/print", self.port);
        let policy = format!("printer-error-policy={}", self.setup.error_policy);
        self.run("lpadmin", &["-p", QUEUE, "-E", "-v", &uri, "-m", "everywhere", "-D", "Front desk", "-o", &policy]);
        self.run("lpadmin", &["-d", QUEUE]);
        self.wait_for_queue();
        if !self.setup.gives_up.is_empty() {
            // Not at once: the printer is not asked what it can when there is a question mark in its address.
            self.run("lpadmin", &["-p", QUEUE, "-v", &(uri + self.setup.gives_up)]);
            self.wait_for_queue();
        }
    }

    /// For a moment CUPS has a queue that knows nothing of its printer and takes everything.
    fn wait_for_queue(&self) {
        wait_until("the queue knows its printer", || {
            self.spooler().printers().unwrap().iter().any(|printer| !printer.can.media.is_empty())
        });
    }

    /// Runs one of CUPS' own programs to its end, and returns what it said.
    pub fn run(&self, program: &str, arguments: &[&str]) -> String {
        let output = self.command(program).args(arguments).output().unwrap();
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{program} {arguments:?}: {error}");
        String::from_utf8(output.stdout).unwrap()
    }

    pub fn spooler(&self) -> Spooler {
        Spooler::at(self.path("cups.sock"))
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn put(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    pub fn take(&self, name: &str) {
        fs::remove_file(self.path(name)).unwrap();
    }

    /// Prints in this thread, and says how it went. `watch` sees each progress.
    pub fn print(&self, order: &Order, control: &Control, mut watch: impl FnMut(&Stage)) -> (Outcome, Vec<Progress>) {
        let mut seen: Vec<Progress> = Vec::new();
        let outcome = self.spooler().print(&pdf(), order, &short(), control, &mut |progress| {
            watch(&progress.stage);
            seen.push(progress);
        });
        (outcome, seen)
    }

    /// The jobs that wait or are printed.
    pub fn active_jobs(&self) -> String {
        self.run("lpstat", &["-o"])
    }

    /// The files that the printer has got, whole.
    pub fn printed(&self) -> Vec<PathBuf> {
        let files = fs::read_dir(self.path("printed")).unwrap().map(|entry| entry.unwrap().path());
        files.filter(|path| fs::metadata(path).unwrap().len() != 0).collect()
    }

    /// What the printer was told with its last job.
    pub fn ticket(&self) -> String {
        fs::read_to_string(self.path("ticket")).unwrap()
    }

    fn spawn(&self, program: &str, arguments: &[&str]) -> Child {
        let log = File::create(self.path(&format!("{program}.log"))).unwrap();
        let mut command = self.command(program);
        command.args(arguments).stdin(Stdio::null()).stdout(log.try_clone().unwrap()).stderr(log);
        command.spawn().unwrap()
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(installed(program));
        let bus = format!("unix:path={}", self.path("bus").display());
        command.env("CUPS_SERVER", self.path("cups.sock")).env("DBUS_SYSTEM_BUS_ADDRESS", bus).env_remove("USER");
        command
    }
}

impl Drop for Cups {
    fn drop(&mut self) {
        if thread::panicking() {
            eprintln!("what CUPS noted:\n{}", fs::read_to_string(self.path("logs/error")).unwrap_or_default());
        }
        kill(&mut self.printer);
        // Asked politely CUPS ends its own children too.
        if let Some(cupsd) = &mut self.cupsd {
            let _ = Command::new("kill").arg(cupsd.id().to_string()).status();
            let until = Instant::now() + Duration::from_secs(3);
            while cupsd.try_wait().is_ok_and(|status| status.is_none()) && Instant::now() < until {
                thread::sleep(Duration::from_millis(20));
            }
        }
        kill(&mut self.cupsd);
        kill(&mut self.bus);
    }
}

fn kill(child: &mut Option<Child>) {
    if let Some(mut child) = child.take() {
        let _ = child.kill();
        let _ = child.wait();
    }
}

/// A port where nobody listens, and no other test will: a printer that was switched off must not seem to be on again.
/// They lie below those that the system gives out by itself.
fn free_port() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let first = 20_000 + std::process::id() * 97 % 10_000;
    loop {
        let port = u16::try_from(first).unwrap() + NEXT.fetch_add(1, Ordering::Relaxed);
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
}

fn installed(program: &str) -> PathBuf {
    let folders = ["/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin"].map(Path::new);
    let found = folders.iter().map(|folder| folder.join(program)).find(|path| path.exists());
    found.unwrap_or_else(|| panic!("{program} is missing; install the Debian packages {PACKAGES}"))
}

#[track_caller]
pub fn wait_until(what: &str, mut is_so: impl FnMut() -> bool) {
    let until = Instant::now() + Duration::from_secs(10);
    while !is_so() {
        assert!(Instant::now() < until, "not in ten seconds: {what}");
        thread::sleep(Duration::from_millis(20));
    }
}
