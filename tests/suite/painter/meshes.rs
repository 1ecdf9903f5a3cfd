//! Random meshes, and every way of looking at a texture, against the painter that is obviously right.

use egui::epaint::{ClippedShape, ImageDelta, Mesh, Vertex};
use egui::{
    Color32, ColorImage, Pos2, Rect, Shape, TextureFilter, TextureId, TextureOptions, TextureWrapMode, pos2, vec2,
};
use proptest::prelude::*;

use super::{Easel, differences};

const SIZE: [u32; 2] = [64, 48];
const TEXTURE: TextureId = TextureId::User(7);

/// What rounding may do: texel, tint and blend are rounded to eight bits for one layer, where the other painter has real
/// numbers.
const TOLERANCE: u8 = 2;

fn easel(scale: f32, options: TextureOptions) -> Easel {
    let mut easel = Easel::new(SIZE, scale);
    let color = |i: usize| {
        let (x, y) = (i % 8, i / 8);
        let alpha = [255, 200, 0, 90][(x + y) % 4];
        Color32::from_rgba_unmultiplied((x * 36) as u8, (y * 50) as u8, ((x ^ y) * 30) as u8, alpha)
    };
    let image = ColorImage::new([8, 5], (0..40).map(color).collect());
    easel.set(TEXTURE, ImageDelta::full(image, options));
    easel
}

#[track_caller]
fn check(easel: &mut Easel, shapes: &[ClippedShape], tolerance: u8) {
    let wanted = easel.painted_slowly(shapes.to_vec());
    easel.show(shapes.to_vec());
    let wrong = differences(&easel.picture(), &wanted, tolerance);
    assert!(wrong.is_empty(), "{} pixels differ, such as {:?}", wrong.len(), &wrong[..wrong.len().min(5)]);
}

fn clipped(mesh: Mesh, clip_rect: Rect) -> ClippedShape {
    ClippedShape {
        clip_rect,
        shape: Shape::Mesh(mesh.into()),
        transform_after_tessellation: egui::emath::TSTransform::IDENTITY,
    }
}

/// Places in and around the picture, often in the middle of pixels and on their edges.
fn place() -> impl Strategy<Value = Pos2> {
    let along =
        |length: f32| prop_oneof![-20.0..length + 20.0, (-4..(length as i32 + 4) * 2).prop_map(|n| n as f32 / 2.0)];
    (along(64.0), along(48.0)).prop_map(|(x, y)| pos2(x, y))
}

/// Colours as egui makes them: premultiplied, some of them opaque, some that add light.
fn color() -> impl Strategy<Value = Color32> {
    let any = (any::<[u8; 3]>(), prop_oneof![Just(255_u8), any::<u8>()]);
    any.prop_map(|([r, g, b], a)| Color32::from_rgba_unmultiplied(r, g, b, a))
}

fn vertex() -> impl Strategy<Value = Vertex> {
    (place(), (-2.0..3.0_f32, -2.0..3.0_f32), color()).prop_map(|(pos, (u, v), color)| Vertex {
        pos,
        uv: pos2(u, v),
        color,
    })
}

fn mesh() -> impl Strategy<Value = Mesh> {
    let vertices = prop::collection::vec(vertex(), 3..9);
    (vertices, prop::collection::vec(any::<prop::sample::Index>(), 3..12), any::<bool>(), any::<bool>()).prop_map(
        |(mut vertices, picks, is_plain, is_one_color)| {
            let first = vertices[0].color;
            for vertex in &mut vertices {
                if is_plain {
                    vertex.uv = egui::epaint::WHITE_UV;
                }
                if is_one_color {
                    vertex.color = first;
                }
            }
            let count = picks.len() / 3 * 3;
            let indices = picks[..count].iter().map(|pick| pick.index(vertices.len()) as u32).collect();
            Mesh { indices, vertices, texture_id: if is_plain { TextureId::default() } else { TEXTURE } }
        },
    )
}

fn options() -> impl Strategy<Value = TextureOptions> {
    let filter = || prop_oneof![Just(TextureFilter::Nearest), Just(TextureFilter::Linear)];
    let wrap = prop_oneof![
        Just(TextureWrapMode::ClampToEdge),
        Just(TextureWrapMode::Repeat),
        Just(TextureWrapMode::MirroredRepeat)
    ];
    (filter(), wrap).prop_map(|(filter, wrap_mode)| TextureOptions {
        magnification: filter,
        minification: filter,
        wrap_mode,
        mipmap_mode: None,
    })
}

/// A texel that lies exactly between two may be taken for either: only there a nearest texel may differ.
fn allowed(options: TextureOptions) -> usize {
    if options.magnification == TextureFilter::Nearest { (SIZE[0] * SIZE[1]) as usize / 50 } else { 0 }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn random_meshes_look_as_the_rules_say(mesh in mesh(), options in options(), scale in prop_oneof![Just(1.0_f32), 0.5..3.0_f32]) {
        let mut easel = easel(scale, options);
        // Each triangle that lies on another is rounded once more.
        let tolerance = TOLERANCE + (mesh.indices.len() / 3 - 1) as u8;
        let shapes = vec![clipped(mesh, Rect::from_min_max(pos2(-5.0, 3.0), pos2(60.4, 40.6)))];
        let wanted = easel.painted_slowly(shapes.clone());
        easel.show(shapes);
        let wrong = differences(&easel.picture(), &wanted, tolerance);
        prop_assert!(wrong.len() <= allowed(options), "{} pixels differ, such as {:?}", wrong.len(), &wrong[..wrong.len().min(5)]);
    }

    #[test]
    fn upright_rectangles_look_as_their_two_triangles(
        (a, b) in (place(), place()), (u, v) in (vec2_in(), vec2_in()), color in color(), is_plain in any::<bool>()
    ) {
        let mut easel = easel(1.0, TextureOptions::LINEAR);
        let mut mesh = Mesh::with_texture(TEXTURE);
        let uv = if is_plain { Rect::from_min_max(u, u) } else { Rect::from_min_max(u, v) };
        mesh.add_rect_with_uv(Rect::from_min_max(a, b), uv, color);
        let shapes = vec![clipped(mesh, Rect::EVERYTHING)];
        let wanted = easel.painted_slowly(shapes.clone());
        easel.show(shapes);
        let wrong = differences(&easel.picture(), &wanted, TOLERANCE);
        prop_assert!(wrong.is_empty(), "{} pixels differ, such as {:?}", wrong.len(), &wrong[..wrong.len().min(5)]);
    }
}

fn vec2_in() -> impl Strategy<Value = Pos2> {
    (-1.0..2.0_f32, -1.0..2.0_f32).prop_map(|(x, y)| pos2(x, y))
}

#[test]
fn opaque_triangles_cover_exactly_the_pixels_that_the_rules_name() {
    let mut easel = easel(1.0, TextureOptions::LINEAR);
    let corners = [pos2(3.5, 2.5), pos2(40.5, 7.0), pos2(12.25, 44.5), pos2(60.0, 45.5)];
    let mut mesh = Mesh::default();
    for (corner, color) in corners.iter().zip([Color32::RED, Color32::RED, Color32::RED, Color32::BLUE]) {
        mesh.colored_vertex(*corner, color);
    }
    mesh.vertices.push(Vertex { color: Color32::BLUE, ..mesh.vertices[1] });
    mesh.vertices.push(Vertex { color: Color32::BLUE, ..mesh.vertices[2] });
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(4, 3, 5);
    check(&mut easel, &[clipped(mesh, Rect::EVERYTHING)], 0);
}

#[test]
fn triangles_that_reach_far_out_of_the_picture_are_cut_and_not_lost() {
    let mut easel = easel(1.0, TextureOptions::LINEAR);
    let mut mesh = Mesh::default();
    for (corner, color) in
        [(pos2(-1e7, 10.0), Color32::RED), (pos2(1e7, 10.0), Color32::RED), (pos2(32.0, 1e7), Color32::RED)]
    {
        mesh.colored_vertex(corner, color);
    }
    mesh.add_triangle(0, 1, 2);
    easel.show(vec![clipped(mesh, Rect::EVERYTHING)]);
    let picture = easel.picture();
    assert_eq!(picture[(32, 9)], Color32::from_rgb(250, 248, 240));
    assert_eq!([picture[(0, 12)], picture[(63, 12)], picture[(32, 47)]], [Color32::RED; 3]);
}

#[test]
fn a_texture_without_texels_or_of_an_unknown_name_paints_nothing() {
    for delta in [
        Some(ImageDelta::full(ColorImage::default(), TextureOptions::LINEAR)),
        Some(ImageDelta::partial([3, 4], ColorImage::filled([2, 2], Color32::RED), TextureOptions::LINEAR)),
        None,
    ] {
        let mut easel = Easel::new(SIZE, 1.0);
        delta.into_iter().for_each(|delta| easel.set_unseen(TEXTURE, delta));
        easel.show(Vec::new());
        let empty = easel.picture();
        let mut mesh = Mesh::with_texture(TEXTURE);
        let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        mesh.add_rect_with_uv(Rect::from_min_size(pos2(4.0, 4.0), vec2(20.0, 20.0)), whole, Color32::WHITE);
        easel.show(vec![clipped(mesh, Rect::EVERYTHING)]);
        assert_eq!(easel.picture(), empty);
    }
}

#[test]
fn a_rectangle_larger_than_any_screen_is_painted_where_the_screen_is() {
    for far in [1e4, 1e7, 1e30] {
        let mut easel = Easel::new(SIZE, 1.0);
        let mut mesh = Mesh::default();
        mesh.add_colored_rect(Rect::from_min_max(pos2(-far, 10.0), pos2(far, far)), Color32::RED);
        easel.show(vec![clipped(mesh, Rect::EVERYTHING)]);
        let picture = easel.picture();
        assert_eq!([picture[(0, 10)], picture[(63, 47)]], [Color32::RED; 2], "{far}");
        assert_ne!(picture[(30, 9)], Color32::RED, "{far}");
    }
}

#[test]
fn places_that_are_no_numbers_paint_nothing() {
    let mut easel = easel(1.0, TextureOptions::LINEAR);
    let before = easel.picture();
    let mut mesh = Mesh::default();
    for corner in [pos2(f32::NAN, 1.0), pos2(10.0, f32::INFINITY), pos2(0.0, 0.0)] {
        mesh.colored_vertex(corner, Color32::RED);
    }
    mesh.add_triangle(0, 1, 2);
    easel.show(Vec::new());
    let empty = easel.picture();
    assert_ne!(before, empty, "the first picture has a background");
    easel.show(vec![clipped(mesh, Rect::EVERYTHING)]);
    assert_eq!(easel.picture(), empty);
    let mut mesh = Mesh::default();
    mesh.add_colored_rect(Rect::from_min_max(pos2(f32::NEG_INFINITY, 1.0), pos2(9.0, f32::NAN)), Color32::RED);
    easel.show(vec![clipped(mesh, Rect::EVERYTHING)]);
    assert_eq!(easel.picture(), empty);
}

#[test]
fn smaller_copies_of_a_texture_are_used_where_it_is_shown_small() {
    let options = TextureOptions::LINEAR.with_mipmap_mode(Some(TextureFilter::Linear));
    let mut easel = Easel::new(SIZE, 1.0);
    let checks = |i: usize| if (i % 64 + i / 64).is_multiple_of(2) { Color32::WHITE } else { Color32::BLACK };
    easel.set(TEXTURE, ImageDelta::full(ColorImage::new([64, 64], (0..64 * 64).map(checks).collect()), options));
    let mut mesh = Mesh::with_texture(TEXTURE);
    let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    mesh.add_rect_with_uv(Rect::from_min_size(pos2(4.0, 4.0), vec2(7.0, 7.0)), whole, Color32::WHITE);
    easel.show(vec![clipped(mesh, Rect::EVERYTHING)]);
    let gray = easel.picture()[(7, 7)];
    assert!((126..=130).contains(&gray.r()), "fine checks far away are gray, not {gray:?}");
}
