//! Egui's shapes → pixels, on the processor alone.
//!
//! Colours are blended as egui's OpenGL painter blends them: premultiplied, eight bits a channel, in the gamma that they
//! come in. Only what differs from the last frame is painted again. There is no window here and no input or output, so
//! the same code fills a screen, writes a picture file, and shows tests what a reader would see.
//!
//! ```text
//! shapes ─ scene ─→ damage      which pixels may have changed
//!            │
//!            └─ mesh ─→ quad ───┬─→ canvas ─→ pixel
//!                  └──→ triangle┘      texture: what covers them
//! ```

#![expect(clippy::float_cmp, reason = "two frames, or two corners, are equal only if they are exactly that")]

mod area;
mod canvas;
mod mesh;
mod pixel;
mod quad;
mod scene;
mod texture;
mod triangle;

pub use area::{Area, Damage};

use std::sync::OnceLock;
use std::thread;

use egui::epaint::ClippedShape;
use egui::{Color32, ColorImage, Context, PlatformOutput, RawInput, TextureId, TexturesDelta, Ui, ViewportCommand};

use self::canvas::Canvas;
use self::mesh::paint_mesh;
use self::scene::Scene;
use self::texture::{Change, Textures};

/// Starting a thread costs as much as painting about so many pixels.
const PIXELS_FOR_ONE_CORE: i64 = 200_000;

/// More threads than this wait for the same memory.
const MOST_CORES: usize = 4;

/// How many cores may paint at the same time.
fn cores() -> usize {
    static CORES: OnceLock<usize> = OnceLock::new();
    *CORES.get_or_init(|| thread::available_parallelism().map_or(1, |count| count.get().min(MOST_CORES)))
}

/// Paints frame after frame, and knows what the last one showed.
#[derive(Default)]
pub struct Painter {
    textures: Textures,
    /// Textures that the last frame still showed, and the next one does not.
    to_free: Vec<TextureId>,
    scene: Scene,
    ground: Option<Ground>,
}

/// A frame that egui drew.
pub struct Frame {
    /// What it shows, from back to front.
    pub shapes: Vec<ClippedShape>,
    /// The textures that it brings and those that nobody needs after it.
    pub textures: TexturesDelta,
    /// How many pixels a point is wide.
    pub pixels_per_point: f32,
    /// The size of the picture in pixels.
    pub size: [u32; 2],
    /// What stands behind everything; it must be opaque.
    pub background: Color32,
}

/// A frame, and what else egui has to say with it.
pub struct Drawn {
    /// The picture.
    pub frame: Frame,
    /// For the system: cursor, clipboard, screen readers.
    pub platform: PlatformOutput,
    /// For the window.
    pub commands: Vec<ViewportCommand>,
}

impl Frame {
    /// Lets egui draw a frame of `size` pixels.
    pub fn draw(ctx: &Context, input: RawInput, size: [u32; 2], draw: impl FnMut(&mut Ui)) -> Drawn {
        // As it was before: a frame that changes the colours is still drawn in the old ones.
        let background = ctx.global_style().visuals.panel_fill;
        let output = ctx.run_ui(input, draw);
        let frame = Self {
            shapes: output.shapes,
            textures: output.textures_delta,
            pixels_per_point: output.pixels_per_point,
            size,
            background,
        };
        let commands = output.viewport_output.into_values().flat_map(|viewport| viewport.commands).collect();
        Drawn { frame, platform: output.platform_output, commands }
    }
}

/// What every piece of a picture rests on: if any of it changes, all is painted anew.
#[derive(Clone, Copy, PartialEq)]
struct Ground {
    size: [u32; 2],
    pixels_per_point: f32,
    background: Color32,
    /// The size of the texture that holds the letters; all places in it are shares of it.
    letters: [usize; 2],
}

impl Painter {
    /// Takes in a frame, and says which pixels may differ from the last one's.
    ///
    /// `ctx` is the one that drew it; it cuts shapes into triangles.
    pub fn update(&mut self, ctx: &Context, frame: Frame) -> Damage {
        let Frame { shapes, textures, pixels_per_point, size, background } = frame;
        let mut damage = Damage::default();
        let changed = self.set_textures(textures);
        let letters = self.textures.get(TextureId::default()).map(texture::Texture::size).unwrap_or_default();
        let ground = Ground { size, pixels_per_point, background, letters };
        let whole = Area::whole(size);
        if self.ground != Some(ground) {
            self.ground = Some(ground);
            self.scene.clear();
            damage.add(whole);
        }
        self.scene.update(ctx, &shapes, ground, &mut damage);
        self.scene.damage_of(&changed, &mut damage);
        damage
    }

    /// Paints the last frame anew inside of `damage`; the rest of `pixels`, a picture of the frame's size, stays.
    ///
    /// Much damage is shared among the processor's cores.
    pub fn paint(&self, pixels: &mut [u32], damage: &Damage) {
        let Some(ground) = self.ground else { return };
        let canvas = Canvas::new(pixels, ground.size);
        let cores = if damage.pixels() < PIXELS_FOR_ONE_CORE { 1 } else { cores() };
        if cores == 1 {
            self.paint_band(canvas, damage, ground);
            return;
        }
        thread::scope(|scope| {
            let mut bands = canvas.bands(damage.bounds(), cores);
            // This thread has nothing better to do than the last one.
            let own = bands.pop();
            for band in bands {
                scope.spawn(|| self.paint_band(band, damage, ground));
            }
            own.into_iter().for_each(|band| self.paint_band(band, damage, ground));
        });
    }

    fn paint_band(&self, mut canvas: Canvas<'_>, damage: &Damage, ground: Ground) {
        for area in damage.areas() {
            let area = area.both(canvas.area());
            self.paint_area(&mut canvas, area, ground);
        }
    }

    /// The whole picture of the last frame.
    pub fn picture(&self) -> ColorImage {
        let size = self.ground.map_or([0, 0], |ground| ground.size);
        let [width, height] = size.map(|n| n as usize);
        let mut pixels = vec![0; width * height];
        let mut damage = Damage::default();
        damage.add(Area::whole(size));
        self.paint(&mut pixels, &damage);
        ColorImage::new([width, height], pixels.into_iter().map(pixel::color).collect())
    }

    fn paint_area(&self, canvas: &mut Canvas<'_>, area: Area, ground: Ground) {
        for y in area.top..area.bottom {
            canvas::fill(canvas.row(y, area.left, area.right), pixel::pixel(ground.background));
        }
        for part in self.scene.parts() {
            let area = part.bounds.both(area);
            if area.is_empty() {
                continue;
            }
            let texture = self.textures.get(part.mesh.texture_id);
            if let Some(texture) = texture.filter(|texture| !texture.size().contains(&0)) {
                paint_mesh(canvas, area, texture, ground.pixels_per_point, &part.mesh);
            }
        }
    }

    /// Sets and frees textures, and says which ones look different to what is on screen.
    fn set_textures(&mut self, mut delta: TexturesDelta) -> Vec<TextureId> {
        for id in self.to_free.drain(..) {
            self.textures.free(id);
        }
        let mut changed = Vec::new();
        #[expect(clippy::iter_over_hash_type, reason = "no texture depends on another")]
        for (id, parts) in &delta.set {
            let changes: Vec<Change> = parts.iter().map(|part| self.textures.set(*id, part)).collect();
            if changes.contains(&Change::Visible) {
                changed.push(*id);
            }
        }
        self.to_free.extend(&delta.free);
        // Egui wants to see that none was forgotten.
        delta.clear();
        changed
    }
}
