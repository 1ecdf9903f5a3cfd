//! The pictures that triangles are covered with: letters, drawings, and one white texel for plain colours.

use std::collections::HashMap;

use egui::epaint::ImageDelta;
use egui::{ImageData, TextureFilter, TextureId, TextureOptions, TextureWrapMode};

use super::pixel::{Pixel, channels, mix, nearest, pixel};

/// A picture, its smaller copies, and how it is looked at between its texels.
#[derive(Default)]
pub(super) struct Texture {
    /// The picture itself, then each copy half as large as the one before, if mipmaps are asked for.
    levels: Vec<Level>,
    options: TextureOptions,
}

/// A picture of whole texels.
#[derive(Default)]
struct Level {
    width: usize,
    height: usize,
    texels: Vec<Pixel>,
}

/// What became of a texture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// Only texels were set that nothing could show before: new letters.
    Fresh,
    /// What is on screen may look different now.
    Visible,
}

/// All textures.
#[derive(Default)]
pub(super) struct Textures {
    textures: HashMap<TextureId, Texture>,
}

impl Textures {
    pub(super) fn get(&self, id: TextureId) -> Option<&Texture> {
        self.textures.get(&id)
    }

    pub(super) fn free(&mut self, id: TextureId) {
        self.textures.remove(&id);
    }

    /// Sets a whole texture, or a part of one.
    pub(super) fn set(&mut self, id: TextureId, delta: &ImageDelta) -> Change {
        let texture = self.textures.entry(id).or_default();
        texture.options = delta.options;
        let change = match delta.pos {
            None => texture.set_all(&delta.image),
            // Egui's letters are put where nothing was, and sent again together with their neighbours. In any other
            // texture what was clear before may be on the screen as that.
            Some(at) if texture.set_part(&delta.image, at) && id == TextureId::default() => Change::Fresh,
            Some(_) => Change::Visible,
        };
        texture.build_smaller_copies();
        change
    }
}

impl Texture {
    /// Its width and height in texels.
    pub(super) fn size(&self) -> [usize; 2] {
        self.levels.first().map_or([0, 0], |level| [level.width, level.height])
    }

    fn set_all(&mut self, image: &ImageData) -> Change {
        let ImageData::Color(image) = image;
        let texels = image.pixels.iter().copied().map(pixel).collect();
        self.levels = vec![Level { width: image.width(), height: image.height(), texels }];
        Change::Visible
    }

    /// Sets a part, and says whether all that it changed was clear before.
    fn set_part(&mut self, image: &ImageData, [left, top]: [usize; 2]) -> bool {
        let ImageData::Color(image) = image;
        let mut was_clear = true;
        // A part of a texture that nobody made.
        let Some(level) = self.levels.first_mut() else { return was_clear };
        let width = image.width().min(level.width.saturating_sub(left));
        for (y, row) in image.pixels.chunks_exact(image.width().max(1)).enumerate() {
            let start = (top + y) * level.width + left;
            let Some(texels) = level.texels.get_mut(start..start + width) else { break };
            for (texel, color) in texels.iter_mut().zip(row) {
                let new = pixel(*color);
                was_clear &= *texel == new || *texel == 0;
                *texel = new;
            }
        }
        was_clear
    }

    fn build_smaller_copies(&mut self) {
        self.levels.truncate(1);
        if self.options.mipmap_mode.is_none() {
            return;
        }
        while let Some(level) = self.levels.last().filter(|level| 1 < level.width.max(level.height)) {
            let half = level.half();
            self.levels.push(half);
        }
    }

    /// How the texture is looked at where a pixel spans `span` texels.
    pub(super) fn sampler(&self, span: f32) -> Sampler<'_> {
        let is_magnified = span <= 1.0;
        let filter = if is_magnified { self.options.magnification } else { self.options.minification };
        let depth = if is_magnified { 0.0 } else { span.log2().min((self.levels.len() - 1) as f32) };
        let (near, share) = match self.options.mipmap_mode {
            None => (0.0, 0.0),
            Some(TextureFilter::Nearest) => (depth.round(), 0.0),
            Some(TextureFilter::Linear) => (depth.floor(), depth.fract()),
        };
        let near = near as usize;
        let far = (0.0 < share).then(|| (&self.levels[near + 1], (share * 256.0).round() as u32));
        Sampler { near: &self.levels[near], far, filter, wrap: self.options.wrap_mode }
    }

    /// The row `y` of the picture itself.
    pub(super) fn row(&self, y: usize) -> &[Pixel] {
        let level = &self.levels[0];
        &level.texels[y * level.width..(y + 1) * level.width]
    }
}

impl Level {
    /// A copy half as large, each texel the mean of four.
    fn half(&self) -> Self {
        let (width, height) = ((self.width / 2).max(1), (self.height / 2).max(1));
        let texel = |x: usize, y: usize| self.texels[y.min(self.height - 1) * self.width + x.min(self.width - 1)];
        let mean = |x: usize, y: usize| {
            let top = mix(texel(2 * x, 2 * y), texel(2 * x + 1, 2 * y), 128);
            mix(top, mix(texel(2 * x, 2 * y + 1), texel(2 * x + 1, 2 * y + 1), 128), 128)
        };
        let texels = (0..height).flat_map(|y| (0..width).map(move |x| (x, y))).map(|(x, y)| mean(x, y)).collect();
        Self { width, height, texels }
    }
}

/// A texture, looked at in one way.
#[derive(Clone, Copy)]
pub(super) struct Sampler<'t> {
    near: &'t Level,
    /// A smaller copy, and its share of 256.
    far: Option<(&'t Level, u32)>,
    filter: TextureFilter,
    wrap: TextureWrapMode,
}

impl Sampler<'_> {
    /// The colour at `u` and `v`, from 0 to 1 across the texture.
    #[inline]
    pub(super) fn at(&self, u: f32, v: f32) -> Pixel {
        let near = self.on(self.near, u, v);
        self.far.map_or(near, |(far, share)| mix(near, self.on(far, u, v), share))
    }

    #[inline]
    fn on(&self, level: &Level, u: f32, v: f32) -> Pixel {
        let (x, y) = (u * level.width as f32, v * level.height as f32);
        match self.filter {
            TextureFilter::Nearest => self.texel(level, x.floor() as i64, y.floor() as i64),
            TextureFilter::Linear => self.between(level, x - 0.5, y - 0.5),
        }
    }

    /// The mean of four texels by how near they are.
    #[inline]
    fn between(&self, level: &Level, x: f32, y: f32) -> Pixel {
        let (left, top) = (x.floor(), y.floor());
        let (across, down) = (x - left, y - top);
        let (left, top) = (left as i64, top as i64);
        let texel = |right: i64, below: i64| channels(self.texel(level, left + right, top + below));
        let mean = |a: [f32; 4], b: [f32; 4], share: f32| -> [f32; 4] {
            std::array::from_fn(|i| a[i] + (b[i] - a[i]) * share)
        };
        nearest(mean(mean(texel(0, 0), texel(1, 0), across), mean(texel(0, 1), texel(1, 1), across), down))
    }

    #[inline]
    fn texel(&self, level: &Level, x: i64, y: i64) -> Pixel {
        let x = wrapped(self.wrap, x, level.width);
        let y = wrapped(self.wrap, y, level.height);
        level.texels[y * level.width + x]
    }
}

/// Which of `count` texels stands at the place `at`, which may lie outside the texture.
#[inline]
fn wrapped(wrap: TextureWrapMode, at: i64, count: usize) -> usize {
    let count = count as i64;
    let inside = match wrap {
        TextureWrapMode::ClampToEdge => at.clamp(0, count - 1),
        TextureWrapMode::Repeat => at.rem_euclid(count),
        TextureWrapMode::MirroredRepeat => {
            let at = at.rem_euclid(2 * count);
            at.min(2 * count - 1 - at)
        }
    };
    inside as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_outside_a_texture_wrap_as_asked() {
        let places: Vec<i64> = (-4..8).collect();
        let at = |wrap| places.iter().map(|at| wrapped(wrap, *at, 3)).collect::<Vec<_>>();
        assert_eq!(at(TextureWrapMode::ClampToEdge), [0, 0, 0, 0, 0, 1, 2, 2, 2, 2, 2, 2]);
        assert_eq!(at(TextureWrapMode::Repeat), [2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1]);
        assert_eq!(at(TextureWrapMode::MirroredRepeat), [2, 2, 1, 0, 0, 1, 2, 2, 1, 0, 0, 1]);
    }
}
