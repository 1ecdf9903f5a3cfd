//! The pixels that softbuffer shows in the window.

use std::collections::VecDeque;
use std::num::NonZeroU32;
use std::rc::Rc;

use winit::window::Window;

use super::super::WindowError;
use super::super::painter::{Area, Damage, Painter};

/// A surface in the size of the window.
pub(super) struct Surface {
    shown: softbuffer::Surface<Rc<Window>, Rc<Window>>,
    window: Rc<Window>,
    size: [u32; 2],
    /// What each of the last frames changed, the newest first: some window systems hand out several buffers in turn,
    /// and each lacks what was painted since its last turn.
    history: VecDeque<Damage>,
}

/// Buffers older than this are painted anew.
const LONGEST_HISTORY: usize = 4;

impl Surface {
    pub(super) fn new(window: Rc<Window>) -> Result<Self, WindowError> {
        let context = softbuffer::Context::new(window.clone()).map_err(WindowError::painter)?;
        let surface = softbuffer::Surface::new(&context, window.clone()).map_err(WindowError::painter)?;
        Ok(Self { shown: surface, window, size: [0, 0], history: VecDeque::new() })
    }

    /// Shows `painter`'s last frame, which differs by `damage` from the one before it. If the window lost its picture,
    /// all of it is sent again, though not painted again.
    pub(super) fn show(
        &mut self,
        painter: &Painter,
        size: [u32; 2],
        damage: &Damage,
        is_picture_lost: bool,
    ) -> Result<(), WindowError> {
        self.resize(size)?;
        if damage.is_empty() && !is_picture_lost {
            return Ok(());
        }
        let mut buffer = self.shown.buffer_mut().map_err(WindowError::painter)?;
        let missing = match usize::from(buffer.age()) {
            0 => None,
            age => (age <= self.history.len() + 1).then(|| self.history.iter().take(age - 1)),
        };
        let whole = Area::whole(size);
        let mut todo = damage.clone();
        match missing {
            Some(frames) => frames.for_each(|frame| todo.add_all(frame)),
            None => todo.add(whole),
        }
        painter.paint(&mut buffer, &todo);
        self.history.push_front(damage.clone());
        self.history.truncate(LONGEST_HISTORY);
        self.window.pre_present_notify();
        let sent: Vec<_> = if is_picture_lost || todo.areas().contains(&whole) {
            vec![rect(whole)]
        } else {
            damage.areas().iter().copied().map(rect).collect()
        };
        buffer.present_with_damage(&sent).map_err(WindowError::painter)
    }

    fn resize(&mut self, size: [u32; 2]) -> Result<(), WindowError> {
        let [Some(width), Some(height)] = size.map(NonZeroU32::new) else { return Ok(()) };
        if self.size != size {
            self.shown.resize(width, height).map_err(WindowError::painter)?;
            self.size = size;
            self.history.clear();
        }
        Ok(())
    }
}

/// The area as softbuffer names it.
fn rect(area: Area) -> softbuffer::Rect {
    // No area is empty here: damage is cut to the picture.
    let size = |length: i32| NonZeroU32::new(length as u32).unwrap_or(NonZeroU32::MIN);
    softbuffer::Rect {
        x: area.left as u32,
        y: area.top as u32,
        width: size(area.right - area.left),
        height: size(area.bottom - area.top),
    }
}
