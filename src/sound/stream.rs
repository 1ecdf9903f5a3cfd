//! Samples into the standard input of a player: as many as it takes, never many ahead.

use std::collections::VecDeque;
use std::io;
use std::time::{Duration, Instant};

use super::feed::Feed;
use super::players::Player;
use super::process::{self, Pipe};
use super::samples::RATE_HERTZ;
use super::volume::{Fader, Volume};
use super::{Playback, Status};

/// How often the pipe is looked at, and how much is written at a time.
const TICK: Duration = Duration::from_millis(10);
const CHUNK_SAMPLES: usize = 480;

/// What waits in the pipe, on top of what the player holds itself: long enough for a busy machine to come back to us. It does
/// not delay a new volume, because it can be taken back, nor the end, because a player is killed.
const QUEUE_SAMPLES: usize = 19_200; // 400 ms

/// What waits where nothing can be taken back. Players read up to 4096 bytes (43 ms) at once.
const SHORT_QUEUE_SAMPLES: usize = 3_840; // 80 ms

/// Some players read this much before they have reached a loudspeaker. One that has taken more plays.
const BEFORE_PLAYING_SAMPLES: u64 = 2_048;

/// What a player takes at once when it begins to play.
const FIRST_GULP: Duration = Duration::from_millis(100);

/// From the first samples that a player takes until they are heard.
const DELAY: Duration = Duration::from_millis(20);

/// A player that takes everything at once is given no more than this ahead of the clock.
const FARTHEST_AHEAD_SAMPLES: i64 = 33_600; // 700 ms

/// A player that takes nothing for so long hangs, or has no loudspeaker.
const PATIENCE: Duration = Duration::from_secs(3);

/// How one player has ended.
enum End {
    /// The sound was dropped.
    Stopped,
    /// All has been heard.
    Over,
    /// The player does not play, or no longer.
    Failed {
        /// Whether it did for a while.
        played: bool,
    },
}

/// Plays through the first of `players` that can, until the sound is stopped or over.
pub(super) fn play(playback: &Playback, players: &[Player]) {
    let mut has_played = false;
    for player in players {
        let mut may_try_again = true;
        loop {
            let end = play_through(playback, player, has_played);
            playback.shared.end_player();
            match end {
                End::Stopped => return,
                End::Over => return playback.set_status(Status::Over),
                End::Failed { played } => {
                    playback.set_status(Status::Starting);
                    has_played |= played;
                    if !(played && may_try_again) {
                        break;
                    }
                    may_try_again = false;
                }
            }
        }
    }
    playback.set_status(Status::Silent);
}

/// One attempt with one player. `is_late` says that the listener has missed something, and goes on where the clock is.
fn play_through(playback: &Playback, player: &Player, is_late: bool) -> End {
    let Ok((process, pipe)) = process::start(player) else { return End::Failed { played: false } };
    playback.shared.hold(process);
    let mut stream = Stream::new(playback, pipe, is_late);
    loop {
        if playback.shared.is_stopped_within(TICK) {
            return End::Stopped;
        }
        let has_played = stream.feed.is_some();
        match stream.fill() {
            Ok(Progress::GoesOn) if !playback.shared.player_has_ended() => (),
            Ok(Progress::AllTaken) => return stream.finish(),
            Ok(Progress::GoesOn | Progress::Hangs) | Err(_) => return End::Failed { played: has_played },
        }
    }
}

/// How far a player has come.
enum Progress {
    GoesOn,
    AllTaken,
    Hangs,
}

/// A little of what flows into a player.
type Chunk = [i16; CHUNK_SAMPLES];

/// What flows into one player.
struct Stream<'a> {
    playback: &'a Playback,
    is_late: bool,
    pipe: Pipe,
    /// When we last looked.
    looked: Instant,
    /// Samples that the player had taken by then, and when it last took some.
    taken: u64,
    took: Instant,
    /// What is heard and since when. Before a player plays, it is given silence.
    feed: Option<(Feed, Instant)>,
    /// What the pipe had no room for.
    next: Option<Chunk>,
    /// What may still be in the pipe, as it was before its volume was set.
    recent: VecDeque<i16>,
    fader: Fader,
    volume: Volume,
}

impl<'a> Stream<'a> {
    fn new(playback: &'a Playback, pipe: Pipe, is_late: bool) -> Self {
        let volume = playback.shared.volume.get();
        let (looked, fader, recent) = (Instant::now(), Fader::new(volume), VecDeque::new());
        Self { playback, is_late, pipe, looked, taken: 0, took: looked, feed: None, next: None, recent, fader, volume }
    }

    /// Writes what the player has room for.
    fn fill(&mut self) -> io::Result<Progress> {
        let now = Instant::now();
        let queued = self.pipe.queued()?;
        let taken = self.pipe.written.saturating_sub(queued);
        if self.taken < taken || queued == 0 {
            (self.taken, self.took) = (taken, now);
        }
        if self.feed.is_none() && BEFORE_PLAYING_SAMPLES < taken {
            self.begin(now)?;
        }
        self.looked = now;
        let volume = self.playback.shared.volume.get();
        if volume != self.volume {
            self.volume = volume;
            self.write_again()?;
        }
        let limit = if self.pipe.gives_back() { QUEUE_SAMPLES } else { SHORT_QUEUE_SAMPLES };
        let mut queued = self.pipe.queued()? as usize;
        while queued < limit
            && let Some(chunk) = self.next.take().or_else(|| self.next_chunk(now))
        {
            if !self.write(&chunk)? {
                self.next = Some(chunk);
                break;
            }
            queued += CHUNK_SAMPLES;
        }
        let is_over = self.feed.as_ref().is_some_and(|(feed, _)| feed.is_over());
        Ok(match queued {
            0 if is_over => Progress::AllTaken,
            _ if PATIENCE < now - self.took => Progress::Hangs,
            _ => Progress::GoesOn,
        })
    }

    /// The player plays: what is written from now on is heard after what it has been given.
    fn begin(&mut self, now: Instant) -> io::Result<()> {
        self.pipe.take_back()?;
        self.recent.clear();
        let Playback { score, from, began, .. } = self.playback;
        let silence = Duration::from_secs_f64(self.pipe.written as f64 / f64::from(RATE_HERTZ));
        // A busy machine may not have let us look for a while. More than a gulp has been taken only because it is played.
        let played = silence.saturating_sub(FIRST_GULP).min(now - self.looked);
        let begins = now + DELAY + silence.saturating_sub(played);
        let in_step = *from + begins.saturating_duration_since(*began);
        let from = if score.repeats || self.is_late { in_step } else { *from };
        self.feed = Some((Feed::new(score, from, RATE_HERTZ), begins));
        self.playback.set_status(Status::Playing);
        Ok(())
    }

    /// What is written next, unless it is too early for that.
    fn next_chunk(&mut self, now: Instant) -> Option<Chunk> {
        let mut chunk = [0; CHUNK_SAMPLES];
        let Some((feed, begins)) = &mut self.feed else { return Some(chunk) };
        let elapsed = now.saturating_duration_since(*begins);
        if feed.is_over() || FARTHEST_AHEAD_SAMPLES < feed.ahead(elapsed) {
            return None;
        }
        feed.fill(&mut chunk, elapsed);
        Some(chunk)
    }

    /// Whether the pipe takes the samples, at the volume of the moment.
    fn write(&mut self, samples: &[i16]) -> io::Result<bool> {
        let (mut faded, mut fader) = (samples.to_vec(), self.fader.clone());
        fader.apply(&mut faded, self.volume);
        let takes = self.pipe.takes(&faded)?;
        if takes {
            self.fader = fader;
            self.recent.extend(samples);
            self.recent.drain(..self.recent.len().saturating_sub(QUEUE_SAMPLES + CHUNK_SAMPLES));
        }
        Ok(takes)
    }

    /// Gives what waits in the pipe the new volume.
    fn write_again(&mut self) -> io::Result<()> {
        let count = self.pipe.take_back()? as usize;
        let again = self.recent.split_off(self.recent.len().saturating_sub(count));
        for chunk in Vec::from(again).chunks(CHUNK_SAMPLES) {
            self.write(chunk)?;
        }
        Ok(())
    }

    /// Lets the player play what it holds, and waits for its end.
    fn finish(self) -> End {
        let shared = &self.playback.shared;
        drop(self.pipe);
        let until = Instant::now() + PATIENCE;
        while Instant::now() < until && !shared.player_has_ended() {
            if shared.is_stopped_within(TICK) {
                return End::Stopped;
            }
        }
        End::Over
    }
}
