//! A fast way through the RON that authors usually write: records, lists, bare words, texts in straight quotes.
//!
//! Everything else (numbers, maps, raw strings, rare escapes, block comments, every mistake) is `None` here and left to
//! the RON library, which decides and explains. What is not `None` is what the library would say: a test compares both.

/// Deeper values are left to the RON library, which has a limit of its own.
const MAX_DEPTH: usize = 32;

/// The one value that `text` holds, without what stands around it.
pub(super) fn whole(text: &str) -> Option<&str> {
    let mut scanner = Scanner::new(text);
    scanner.space()?;
    let value = scanner.value(0)?;
    scanner.space()?;
    scanner.is_at_end().then_some(value)
}

/// The values of a list, which is all of `source`.
pub(super) fn list(source: &str) -> Option<Vec<&str>> {
    let mut scanner = Scanner::new(source);
    let mut values = Vec::new();
    scanner.take(b'[')?;
    scanner.space()?;
    while !scanner.takes(b']') {
        values.push(scanner.value(1)?);
        scanner.separator(b']')?;
    }
    scanner.is_at_end().then_some(values)
}

/// The fields of `name(field: value, …)` or `(field: value, …)`, which is all of `source`.
pub(super) fn fields(source: &str) -> Option<Vec<(&str, &str)>> {
    let mut scanner = Scanner::new(source);
    let mut fields = Vec::new();
    scanner.name();
    scanner.take(b'(')?;
    scanner.space()?;
    while fields.is_empty() || !scanner.takes(b')') {
        let name = scanner.field_name()?;
        fields.push((name, scanner.value(1)?));
        scanner.separator(b')')?;
    }
    scanner.is_at_end().then_some(fields)
}

/// The one value in `name(value)`, which is all of `source`.
pub(super) fn inner(source: &str) -> Option<&str> {
    let mut scanner = Scanner::new(source);
    scanner.name()?;
    scanner.take(b'(')?;
    scanner.space()?;
    let value = scanner.value(1)?;
    scanner.separator(b')')?;
    (scanner.takes(b')') && scanner.is_at_end()).then_some(value)
}

/// The letters of a text in quotes, which is all of `source`, if each stands for itself.
pub(super) fn text(source: &str) -> Option<&str> {
    let letters = source.strip_prefix('"')?.strip_suffix('"')?;
    (!letters.bytes().any(|byte| matches!(byte, b'"' | b'\\'))).then_some(letters)
}

/// Reads a text from its start; every part that is not plain ends it.
struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scanner<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    fn next(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn is_at_end(&self) -> bool {
        self.at == self.text.len()
    }

    /// Passes over `byte` if it comes next.
    fn takes(&mut self, byte: u8) -> bool {
        let is_next = self.next() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    fn take(&mut self, byte: u8) -> Option<()> {
        self.takes(byte).then_some(())
    }

    /// How many of the bytes from here on `matches`.
    fn run(&self, matches: impl Fn(u8) -> bool) -> usize {
        let rest = &self.text.as_bytes()[self.at..];
        rest.iter().position(|byte| !matches(*byte)).unwrap_or(rest.len())
    }

    /// Passes over spaces, line ends and comments.
    fn space(&mut self) -> Option<()> {
        loop {
            self.at += self.run(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t'));
            if !self.takes(b'/') {
                return Some(());
            }
            self.take(b'/')?;
            self.at += self.run(|byte| byte != b'\n');
            self.take(b'\n')?;
        }
    }

    /// What stands between two values: a comma, or nothing before the `end`, which stays.
    fn separator(&mut self, end: u8) -> Option<()> {
        self.space()?;
        if self.takes(b',') {
            return self.space();
        }
        (self.next() == Some(end)).then_some(())
    }

    /// A bare word.
    fn name(&mut self) -> Option<&'a str> {
        let start = self.at;
        self.next().filter(u8::is_ascii_alphabetic)?;
        self.at += self.run(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        Some(&self.text[start..self.at])
    }

    /// `name:` and the space after it.
    fn field_name(&mut self) -> Option<&'a str> {
        let name = self.name()?;
        self.space()?;
        self.take(b':')?;
        self.space()?;
        Some(name)
    }

    /// Passes over a value inside `depth` others.
    fn value(&mut self, depth: usize) -> Option<&'a str> {
        let start = self.at;
        if MAX_DEPTH < depth {
            return None;
        }
        match self.next()? {
            b'"' => self.quoted()?,
            b'[' => self.values(b']', depth)?,
            b'(' => self.record(depth)?,
            _ => {
                let name = self.name()?;
                // Words that mean something to the library.
                if ["Some", "None", "inf", "NaN"].iter().any(|word| name.starts_with(word)) {
                    return None;
                }
                if self.next() == Some(b'(') {
                    (!matches!(name, "true" | "false")).then_some(())?;
                    self.record(depth)?;
                }
            }
        }
        Some(&self.text[start..self.at])
    }

    /// Passes over `(…)` with fields or with values.
    fn record(&mut self, depth: usize) -> Option<()> {
        let start = self.at;
        self.at += 1;
        self.space()?;
        if self.field_name().is_none() {
            self.at = start;
            return self.values(b')', depth);
        }
        loop {
            self.value(depth + 1)?;
            self.separator(b')')?;
            if self.takes(b')') {
                return Some(());
            }
            self.field_name()?;
        }
    }

    /// Passes over an opening bracket, values, and the `end`. `()` is a special value to the library.
    fn values(&mut self, end: u8, depth: usize) -> Option<()> {
        self.at += 1;
        self.space()?;
        if end == b']' && self.takes(end) {
            return Some(());
        }
        loop {
            self.value(depth + 1)?;
            self.separator(end)?;
            if self.takes(end) {
                return Some(());
            }
        }
    }

    /// Passes over a text in quotes on one line, with the two escapes that are in use.
    fn quoted(&mut self) -> Option<()> {
        self.at += 1;
        loop {
            self.at += self.run(|byte| !matches!(byte, b'"' | b'\\' | 0..b' '));
            match self.next()? {
                b'"' => {
                    self.at += 1;
                    return Some(());
                }
                b'\\' if matches!(self.text.as_bytes().get(self.at + 1), Some(b'"' | b'\\')) => self.at += 2,
                _ => return None,
            }
        }
    }
}
