//! The painter against one that is obviously right, and its repairs against a picture painted anew.

mod damage;
mod meshes;
pub mod reference;
mod screens;

use std::collections::BTreeMap;

use careshelf::app;
use careshelf::window::painter::{Area, Damage, Frame, Painter};
use egui::epaint::{ClippedShape, ImageDelta};
use egui::{Color32, ColorImage, Context, Event, RawInput, Rect, TextureId, TextureOptions, TexturesDelta};

use reference::Texture;

/// Frames painted one after another, and every texture that they brought.
pub struct Easel {
    pub ctx: Context,
    painter: Painter,
    textures: BTreeMap<TextureId, Texture>,
    pending: TexturesDelta,
    pixels: Vec<u32>,
    size: [u32; 2],
    scale: f32,
    time: f64,
    background: Color32,
}

impl Easel {
    /// An empty picture of `size` pixels, with the bundled fonts.
    pub fn new(size: [u32; 2], scale: f32) -> Self {
        let ctx = Context::default();
        app::prepare(&ctx);
        let mut easel = Self {
            ctx,
            painter: Painter::default(),
            textures: BTreeMap::new(),
            pending: TexturesDelta::default(),
            pixels: vec![0; (size[0] * size[1]) as usize],
            size,
            scale,
            time: 0.0,
            background: Color32::from_rgb(250, 248, 240),
        };
        easel.draw(Vec::new(), |_| ());
        easel
    }

    /// Lets egui draw a frame, a quarter of a second after the last, and returns its shapes; its textures wait for the
    /// next picture.
    pub fn draw(&mut self, events: Vec<Event>, draw: impl FnMut(&mut egui::Ui)) -> Vec<ClippedShape> {
        self.time += 0.25;
        let [width, height] = self.size.map(|n| n as f32 / self.scale);
        let screen_rect = Some(Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(width, height)));
        let mut input = RawInput { events, screen_rect, time: Some(self.time), ..RawInput::default() };
        input.viewports.entry(input.viewport_id).or_default().native_pixels_per_point = Some(self.scale);
        let output = self.ctx.run_ui(input, draw);
        self.remember(&output.textures_delta);
        self.pending.append(output.textures_delta);
        output.shapes
    }

    /// Sets a texture, or a part of one.
    pub fn set(&mut self, id: TextureId, delta: ImageDelta) {
        let mut textures = TexturesDelta::default();
        textures.push(id, delta);
        self.remember(&textures);
        self.pending.append(textures);
    }

    /// Sets a texture that [`Easel::painted_anew`] and [`Easel::painted_slowly`] do not learn of.
    pub fn set_unseen(&mut self, id: TextureId, delta: ImageDelta) {
        self.pending.push(id, delta);
    }

    /// Paints what changed, and says how much that was.
    pub fn show(&mut self, shapes: Vec<ClippedShape>) -> Damage {
        let frame = self.frame(shapes);
        let damage = self.painter.update(&self.ctx, frame);
        self.painter.paint(&mut self.pixels, &damage);
        damage
    }

    /// What the picture shows after all repairs.
    pub fn picture(&self) -> ColorImage {
        let color = |pixel: &u32| {
            let [_, r, g, b] = pixel.to_be_bytes();
            Color32::from_rgb(r, g, b)
        };
        ColorImage::new(self.size.map(|n| n as usize), self.pixels.iter().map(color).collect())
    }

    /// The same picture by a painter that never saw an earlier frame.
    pub fn painted_anew(&mut self, shapes: Vec<ClippedShape>) -> ColorImage {
        for (id, texture) in &self.textures {
            self.pending.push(*id, ImageDelta::full(texture.image.clone(), texture.options));
        }
        let frame = self.frame(shapes);
        let mut painter = Painter::default();
        painter.update(&self.ctx, frame);
        painter.picture()
    }

    /// The last picture, painted once more in tiles of so many pixels, each by itself.
    pub fn painted_in_tiles(&self, side: i32) -> Vec<u32> {
        let mut pixels = vec![0; self.pixels.len()];
        let [width, height] = self.size.map(|n| n as i32);
        for (left, top) in (0..height)
            .step_by(side as usize)
            .flat_map(|top| (0..width).step_by(side as usize).map(move |left| (left, top)))
        {
            let mut tile = Damage::default();
            tile.add(Area { left, top, right: (left + side).min(width), bottom: (top + side).min(height) });
            self.painter.paint(&mut pixels, &tile);
        }
        pixels
    }

    /// The pixels after all repairs, as they are sent to a screen.
    pub fn pixels(&self) -> &[u32] {
        &self.pixels
    }

    /// The same picture by the painter that is obviously right.
    pub fn painted_slowly(&self, shapes: Vec<ClippedShape>) -> ColorImage {
        let primitives = self.ctx.tessellate(shapes, self.scale);
        let size = self.size.map(|n| n as usize);
        reference::paint(&primitives, |id| &self.textures[&id], size, self.scale, self.background)
    }

    fn frame(&mut self, shapes: Vec<ClippedShape>) -> Frame {
        let textures = std::mem::take(&mut self.pending);
        Frame { shapes, textures, pixels_per_point: self.scale, size: self.size, background: self.background }
    }

    fn remember(&mut self, delta: &TexturesDelta) {
        #[expect(clippy::iter_over_hash_type, reason = "no texture depends on another")]
        for (id, parts) in &delta.set {
            for part in parts {
                let egui::ImageData::Color(image) = &part.image;
                let nothing = || Texture { image: ColorImage::default(), options: TextureOptions::default() };
                let texture = self.textures.entry(*id).or_insert_with(nothing);
                texture.options = part.options;
                match part.pos {
                    None => texture.image = ColorImage::clone(image),
                    Some([left, top]) => {
                        for (i, color) in image.pixels.iter().enumerate() {
                            texture.image[(left + i % image.width(), top + i / image.width())] = *color;
                        }
                    }
                }
            }
        }
    }
}

/// How far the most different channel of each pixel is from the other picture's, for those more than `tolerance` apart.
pub fn differences(a: &ColorImage, b: &ColorImage, tolerance: u8) -> Vec<([usize; 2], u8)> {
    assert_eq!(a.size, b.size, "the pictures differ in size");
    let distance = |a: &Color32, b: &Color32| {
        let (a, b) = (a.to_array(), b.to_array());
        (0..3).map(|i| a[i].abs_diff(b[i])).max().unwrap_or(0)
    };
    let all = a
        .pixels
        .iter()
        .zip(&b.pixels)
        .enumerate()
        .map(|(i, (a_pixel, b_pixel))| ([i % a.width(), i / a.width()], distance(a_pixel, b_pixel)));
    all.filter(|(_, distance)| tolerance < *distance).collect()
}
