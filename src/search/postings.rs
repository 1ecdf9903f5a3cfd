//! Where words stand, in few bytes: for each word the texts that hold it, each as the distance from the one before.

/// The texts that hold each word.
#[derive(Debug, Default)]
pub(super) struct Postings {
    /// Where the bytes of each word begin; one more than there are words.
    starts: Vec<u32>,
    bytes: Vec<u8>,
}

/// The texts of one word while they are gathered.
#[derive(Clone, Debug, Default)]
pub(super) struct Gathered {
    bytes: Vec<u8>,
    next: u32,
}

impl Gathered {
    /// The word stands `count` times in the text `passage`, which comes after all that were given before.
    pub(super) fn add(&mut self, passage: u32, count: u32) {
        // Most words stand once in a text, and that costs nothing.
        let distance = passage - self.next;
        write(&mut self.bytes, (u64::from(distance) << 1) | u64::from(1 < count));
        if 1 < count {
            write(&mut self.bytes, u64::from(count));
        }
        self.next = passage + 1;
    }
}

impl Postings {
    /// Puts together what was gathered for each word, in the order of the words.
    pub(super) fn new(gathered: &[Gathered]) -> Self {
        let size = gathered.iter().map(|word| word.bytes.len()).sum();
        let mut postings = Self { starts: Vec::with_capacity(gathered.len() + 1), bytes: Vec::with_capacity(size) };
        for word in gathered {
            postings.starts.push(postings.bytes.len() as u32);
            postings.bytes.extend_from_slice(&word.bytes);
        }
        postings.starts.push(postings.bytes.len() as u32);
        postings
    }

    /// Calls `visit` with every text that holds `word`, in order, and how often it stands there.
    pub(super) fn each(&self, word: u32, mut visit: impl FnMut(u32, u32)) {
        let mut rest = self.of(word);
        let mut next = 0;
        while !rest.is_empty() {
            let head = read(&mut rest);
            let passage = next + (head >> 1) as u32;
            let count = if head & 1 == 1 { read(&mut rest) as u32 } else { 1 };
            visit(passage, count);
            next = passage + 1;
        }
    }

    /// How many bytes the texts of `word` take: the more, the more common it is.
    pub(super) fn weight(&self, word: u32) -> usize {
        self.of(word).len()
    }

    /// The bytes that all this takes in memory.
    pub(super) fn size(&self) -> usize {
        self.bytes.len() + self.starts.len() * size_of::<u32>()
    }

    fn of(&self, word: u32) -> &[u8] {
        let at = word as usize;
        let place = self.starts.get(at).zip(self.starts.get(at + 1));
        place.map(|(start, end)| &self.bytes[*start as usize..*end as usize]).unwrap_or_default()
    }
}

/// Seven bits a byte, the lowest first; the eighth says that more follow.
fn write(bytes: &mut Vec<u8>, mut number: u64) {
    while 0x80 <= number {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn read(bytes: &mut &[u8]) -> u64 {
    let (mut number, mut shift) = (0, 0);
    while let Some((byte, rest)) = bytes.split_first() {
        *bytes = rest;
        number |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            break;
        }
        shift += 7;
    }
    number
}
