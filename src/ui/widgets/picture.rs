//! Drawings in the colours of the theme.

use std::sync::Arc;

use egui::load::Bytes;
use egui::{
    Color32, CornerRadius, Id, Image, Response, Role, Sense, Stroke, StrokeKind, TextureHandle, Ui, Vec2, WidgetInfo,
};

use crate::assets;
use crate::state::Theme;
use crate::ui::theme::Look;

/// Width of a scene divided by its height.
const SCENE_ASPECT: f32 = 240.0 / 160.0;

/// What replaces the four colours that drawings are made with.
#[derive(Clone, Copy)]
pub(crate) struct PictureColors {
    /// Lines.
    pub(crate) ink: Color32,
    /// The second tone.
    pub(crate) soft: Color32,
    /// The ground.
    pub(crate) paper: Color32,
    /// The one thing that matters.
    pub(crate) alert: Color32,
}

/// Paints the icon `name` in one colour, centred in a square of `size` points at `center`. It says nothing to screen
/// readers: the words beside it do.
pub(crate) fn icon(ui: &Ui, name: &str, center: egui::Pos2, size: f32, color: Color32) {
    let colors = PictureColors { ink: color, soft: color, paper: color, alert: color };
    let key = format!("{}-{:02x}{:02x}{:02x}", name, color.r(), color.g(), color.b());
    let rect = egui::Rect::from_center_size(center, Vec2::splat(size));
    if let Some(image) = image(ui, name, &key, colors) {
        image.fit_to_exact_size(rect.size()).paint_at(ui, rect);
    }
}

/// A scene with its alternative text, `width` points wide.
pub(crate) fn scene(ui: &mut Ui, look: &Look, name: &str, alt: &str, width: f32) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, width / SCENE_ASPECT), Sense::hover());
    plain_picture(ui, look, name, rect);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, alt));
    response
}

/// Paints the drawing `name` into `rect`, on a ground of its own. Whoever calls says what it shows.
pub(crate) fn plain_picture(ui: &Ui, look: &Look, name: &str, rect: egui::Rect) {
    if !ui.is_rect_visible(rect) {
        return;
    }
    let colors = PictureColors {
        ink: look.tokens.ink,
        soft: look.tokens.picture_soft,
        paper: look.tokens.picture_paper,
        alert: look.tokens.picture_alert,
    };
    // With a ground of their own, figures that go on beyond the edge look meant.
    let edge = Stroke::new(1.0, look.tokens.line);
    ui.painter().rect(rect, CornerRadius::same(10), look.tokens.picture_paper, edge, StrokeKind::Inside);
    picture(ui, look.theme, name, rect.shrink(6.0), colors);
}

/// Paints a picture that was made elsewhere, if it is there yet, on white paper.
pub(crate) fn paper_picture(ui: &Ui, look: &Look, texture: Option<&TextureHandle>, rect: egui::Rect) {
    ui.painter().rect_filled(rect, 0, look.tokens.page);
    if let Some(texture) = texture {
        let whole = egui::Rect::from_min_max(egui::Pos2::ZERO, egui::pos2(1.0, 1.0));
        ui.painter().image(texture.id(), rect, whole, look.tokens.untinted);
    }
}

/// Paints the drawing `name` into `rect`.
pub(crate) fn picture(ui: &Ui, theme: Theme, name: &str, rect: egui::Rect, colors: PictureColors) {
    if let Some(image) = image(ui, name, &format!("{name}-{theme:?}"), colors) {
        image.fit_to_exact_size(rect.size()).paint_at(ui, rect);
    }
}

/// The drawing with its colours replaced, kept by `key` from frame to frame.
fn image(ui: &Ui, name: &str, key: &str, colors: PictureColors) -> Option<Image<'static>> {
    let id = Id::unique(("picture", key));
    let kept: Option<Arc<[u8]>> = ui.data(|data| data.get_temp(id));
    let bytes = if let Some(bytes) = kept {
        bytes
    } else {
        let bytes: Arc<[u8]> = recolored(assets::picture(name)?, colors).into_bytes().into();
        ui.data_mut(|data| data.insert_temp(id, bytes.clone()));
        bytes
    };
    Some(Image::from_bytes(format!("bytes://{key}.svg"), Bytes::Shared(bytes)))
}

fn recolored(svg: &str, colors: PictureColors) -> String {
    let hex = |color: Color32| format!("#{:02x}{:02x}{:02x}", color.r(), color.g(), color.b());
    // Names first: the new colours may hold an old one.
    svg.replace("#000000", "@ink")
        .replace("#cccccc", "@soft")
        .replace("#ffffff", "@paper")
        .replace("#b3001b", "@alert")
        .replace("@ink", &hex(colors.ink))
        .replace("@soft", &hex(colors.soft))
        .replace("@paper", &hex(colors.paper))
        .replace("@alert", &hex(colors.alert))
}
