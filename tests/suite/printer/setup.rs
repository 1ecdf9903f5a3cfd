//! What a test's CUPS is set up with, and what is printed there.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use careshelf::model::printer::Order;
use careshelf::printer::patience::Patience;

/// The queue's name.
pub const QUEUE: &str = "kiosk";

/// What may be different from a plain machine.
#[derive(Clone, Copy)]
pub struct Setup {
    pub keeps_history: bool,
    pub is_two_sided: bool,
    /// What CUPS does when a printer gives up, and after how many seconds of silence that is.
    pub error_policy: &'static str,
    pub gives_up: &'static str,
}

pub const PLAIN: Setup = Setup { keeps_history: true, is_two_sided: true, error_policy: "stop-printer", gives_up: "" };
/// As a kiosk is set up: nothing is kept.
pub const KIOSK: Setup = Setup { keeps_history: false, error_policy: "abort-job", ..PLAIN };

/// The owner's rules as Debian ships them (`<Policy default>` of cups 2.4), and the locations without which CUPS does
/// not look at who asks.
const POLICY: &str = "
DefaultAuthType Basic
<Location />
  Order allow,deny
</Location>
<Location /admin>
  Order allow,deny
</Location>
<Policy default>
  JobPrivateAccess default
  JobPrivateValues default
  SubscriptionPrivateAccess default
  SubscriptionPrivateValues default
  <Limit Create-Job Print-Job Print-URI Validate-Job>
    Order deny,allow
  </Limit>
  <Limit Send-Document Send-URI Hold-Job Release-Job Restart-Job Purge-Jobs Set-Job-Attributes Create-Job-Subscription \
Renew-Subscription Cancel-Subscription Get-Notifications Reprocess-Job Cancel-Current-Job Suspend-Current-Job Resume-Job \
Cancel-My-Jobs Close-Job CUPS-Move-Job>
    Require user @OWNER @SYSTEM
    Order deny,allow
  </Limit>
  <Limit CUPS-Get-Document>
    AuthType Default
    Require user @OWNER @SYSTEM
    Order deny,allow
  </Limit>
  <Limit CUPS-Add-Modify-Printer CUPS-Delete-Printer CUPS-Set-Default Pause-Printer Resume-Printer Cancel-Jobs \
CUPS-Accept-Jobs CUPS-Reject-Jobs>
    AuthType Default
    Require user @SYSTEM
    Order deny,allow
  </Limit>
  <Limit Cancel-Job CUPS-Authenticate-Job>
    Require user @OWNER @SYSTEM
    Order deny,allow
  </Limit>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
";

/// Prints nothing, but takes its time, runs out of paper, or fails, as files beside it say. Keeps the job's ticket.
pub const PRINT_COMMAND: &str = r#"#!/bin/sh
cd "$(dirname "$0")" || exit 1
rm -f done
env >ticket
[ -f seconds ] && sleep "$(cat seconds)"
if [ -f no-paper ]; then
  echo "STATE: +media-empty-error,media-needed" >&2
  while [ -f no-paper ]; do sleep 0.1; done
  echo "STATE: -media-empty-error,media-needed" >&2
fi
[ -f low ] && echo "STATE: +toner-low-report" >&2
: >done
[ ! -f fails ]
"#;

/// CUPS' two files of settings, for everything in one folder.
pub fn settings(folder: &Path, setup: Setup) -> [(&'static str, String); 2] {
    let folder = folder.display();
    // Whoever runs the tests is one of the people of the house.
    let group = String::from_utf8(Command::new("id").arg("-gn").output().unwrap().stdout).unwrap();
    let history = if setup.keeps_history { "Yes" } else { "No" };
    let conf = format!(
        "Listen {folder}/cups.sock\nLogLevel info\nMaxLogSize 0\nBrowsing No\nWebInterface No\nDirtyCleanInterval 0\n\
         PreserveJobFiles No\nPreserveJobHistory {history}\n{POLICY}"
    );
    let files = format!(
        "ServerRoot {folder}/root\nRequestRoot {folder}/spool\nCacheDir {folder}/cache\nStateDir {folder}/state\n\
         TempDir {folder}/tmp\nAccessLog {folder}/logs/access\nErrorLog {folder}/logs/error\n\
         PageLog {folder}/logs/page\nPrintcap {folder}/printcap\nSystemGroup {group}\n"
    );
    [("cupsd.conf", conf), ("cups-files.conf", files)]
}

/// As patient as a test can be.
pub fn short() -> Patience {
    Patience {
        answer: Duration::from_secs(2),
        spooler: Duration::from_secs(1),
        queue: Duration::from_secs(5),
        printing: Duration::from_secs(6),
        unreachable: Duration::from_secs(2),
        person: Duration::from_secs(4),
        house: Duration::from_secs(1),
        stale: Duration::from_secs(2),
        withdrawal: Duration::from_secs(3),
        whole: Duration::from_secs(15),
    }
}

pub fn order() -> Order {
    Order {
        printer: QUEUE.into(),
        media: "na_letter_8.5x11in".into(),
        is_two_sided: false,
        copies: 1,
        title: "Handout".into(),
    }
}

/// Two pages with a word on each.
pub fn pdf() -> Vec<u8> {
    let content = "BT /F1 24 Tf 72 700 Td (Hello) Tj ET";
    let font = "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>";
    let page = format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R /Resources {font} >>");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>".to_owned(),
        page.clone(),
        page,
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
    ];
    let mut text = "%PDF-1.4\n".to_owned();
    let mut offsets = String::new();
    for (index, object) in objects.iter().enumerate() {
        let _ = writeln!(offsets, "{:010} 00000 n ", text.len());
        let _ = writeln!(text, "{} 0 obj\n{object}\nendobj", index + 1);
    }
    let start = text.len();
    let table = format!("xref\n0 6\n0000000000 65535 f \n{offsets}");
    let _ = write!(text, "{table}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
    text.into_bytes()
}
