//! Repairs: after any sequence of frames the picture is the one that painting all of it would give, bit for bit.

use careshelf::window::painter::Area;
use egui::epaint::{CircleShape, ClippedShape, ImageDelta, RectShape};
use egui::{Color32, ColorImage, FontId, Pos2, Rect, Shape, Stroke, StrokeKind, TextureId, TextureOptions, pos2, vec2};
use proptest::prelude::*;

use super::{Easel, differences};

const SIZE: [u32; 2] = [200, 150];
const TEXTURE: TextureId = TextureId::User(7);

/// Something on the page, which may change a little from frame to frame.
#[derive(Clone, Debug)]
enum Thing {
    Box { at: Pos2, size: [f32; 2], radius: u8, color: Color32, edge: f32 },
    Dot { at: Pos2, radius: f32, color: Color32 },
    Line { from: Pos2, to: Pos2, width: f32, color: Color32 },
    Words { at: Pos2, count: u8, size: f32, color: Color32 },
    Picture { at: Pos2, size: [f32; 2] },
}

fn place() -> impl Strategy<Value = Pos2> {
    (-20.0..210.0_f32, -20.0..160.0_f32).prop_map(|(x, y)| pos2(x, y))
}

fn color() -> impl Strategy<Value = Color32> {
    (any::<[u8; 3]>(), prop_oneof![Just(255_u8), Just(0), any::<u8>()])
        .prop_map(|([r, g, b], a)| Color32::from_rgba_unmultiplied(r, g, b, a))
}

fn thing() -> impl Strategy<Value = Thing> {
    prop_oneof![
        (place(), [1.0..80.0_f32, 1.0..60.0_f32], 0..12_u8, color(), 0.0..4.0_f32)
            .prop_map(|(at, size, radius, color, edge)| Thing::Box { at, size, radius, color, edge }),
        (place(), 0.5..30.0_f32, color()).prop_map(|(at, radius, color)| Thing::Dot { at, radius, color }),
        (place(), place(), 0.5..5.0_f32, color()).prop_map(|(from, to, width, color)| Thing::Line {
            from,
            to,
            width,
            color
        }),
        (place(), 1..30_u8, 8.0..30.0_f32, color()).prop_map(|(at, count, size, color)| Thing::Words {
            at,
            count,
            size,
            color
        }),
        (place(), [3.0..40.0_f32, 3.0..40.0_f32]).prop_map(|(at, size)| Thing::Picture { at, size }),
    ]
}

/// What happens between two frames.
#[derive(Clone, Debug)]
enum Step {
    Nothing,
    Insert(prop::sample::Index, Thing),
    Remove(prop::sample::Index),
    Replace(prop::sample::Index, Thing),
    Swap(prop::sample::Index, prop::sample::Index),
    Clip(u8),
    Repaint(Color32),
    RepaintPart(Color32),
}

fn step() -> impl Strategy<Value = Step> {
    let index = any::<prop::sample::Index>;
    prop_oneof![
        Just(Step::Nothing),
        (index(), thing()).prop_map(|(i, thing)| Step::Insert(i, thing)),
        index().prop_map(Step::Remove),
        (index(), thing()).prop_map(|(i, thing)| Step::Replace(i, thing)),
        (index(), index()).prop_map(|(i, j)| Step::Swap(i, j)),
        any::<u8>().prop_map(Step::Clip),
        color().prop_map(Step::Repaint),
        color().prop_map(Step::RepaintPart),
    ]
}

fn shape(easel: &Easel, thing: &Thing) -> Shape {
    match thing.clone() {
        Thing::Box { at, size, radius, color, edge } => {
            let rect = Rect::from_min_size(at, size.into());
            Shape::Rect(RectShape::new(rect, radius, color, Stroke::new(edge, Color32::BLACK), StrokeKind::Middle))
        }
        Thing::Dot { at, radius, color } => Shape::Circle(CircleShape::filled(at, radius, color)),
        Thing::Line { from, to, width, color } => Shape::line_segment([from, to], Stroke::new(width, color)),
        Thing::Words { at, count, size, color } => {
            let text: String = "Waking, breathing, 10 minutes ".chars().take(count.into()).collect();
            easel.ctx.fonts_mut(|fonts| {
                Shape::galley(at, fonts.layout(text, FontId::proportional(size), color, 90.0), color)
            })
        }
        Thing::Picture { at, size } => Shape::image(
            TEXTURE,
            Rect::from_min_size(at, size.into()),
            Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0)),
            Color32::WHITE,
        ),
    }
}

fn image(color: Color32, size: [usize; 2]) -> ColorImage {
    let pixels = (0..size[0] * size[1]).map(|i| if i % 3 == 0 { Color32::WHITE } else { color }).collect();
    ColorImage::new(size, pixels)
}

fn change(easel: &mut Easel, things: &mut Vec<Thing>, clip: &mut f32, step: Step) {
    match step {
        Step::Insert(i, thing) => things.insert(i.index(things.len() + 1), thing),
        Step::Remove(i) if !things.is_empty() => {
            things.remove(i.index(things.len()));
        }
        Step::Replace(i, thing) if !things.is_empty() => {
            let i = i.index(things.len());
            things[i] = thing;
        }
        Step::Swap(i, j) if !things.is_empty() => {
            let [i, j] = [i, j].map(|index| index.index(things.len()));
            things.swap(i, j);
        }
        Step::Clip(by) => *clip = f32::from(by),
        Step::Repaint(color) => easel.set(TEXTURE, ImageDelta::full(image(color, [6, 6]), TextureOptions::LINEAR)),
        Step::RepaintPart(color) => {
            easel.set(TEXTURE, ImageDelta::partial([1, 2], image(color, [4, 3]), TextureOptions::LINEAR));
        }
        Step::Nothing | Step::Remove(_) | Step::Replace(..) | Step::Swap(..) => (),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn after_every_frame_the_repaired_picture_is_the_whole_one(
        mut things in prop::collection::vec(thing(), 0..12),
        steps in prop::collection::vec(prop::collection::vec(step(), 1..4), 1..8),
        scale in prop_oneof![Just(1.0_f32), Just(1.5_f32), 0.7..2.5_f32],
    ) {
        let mut easel = Easel::new(SIZE, scale);
        easel.set(TEXTURE, ImageDelta::full(image(Color32::RED, [6, 6]), TextureOptions::LINEAR));
        let mut clip = 200.0;
        for steps in steps {
            easel.draw(Vec::new(), |_| ());
            steps.into_iter().for_each(|step| change(&mut easel, &mut things, &mut clip, step));
            let clip_rect = |i: usize| if i.is_multiple_of(2) { Rect::EVERYTHING } else { Rect::from_min_size(pos2(10.0, 10.0), vec2(clip, 90.0)) };
            let shapes: Vec<ClippedShape> = things.iter().enumerate().map(|(i, thing)| ClippedShape {
                clip_rect: clip_rect(i),
                shape: shape(&easel, thing),
                transform_after_tessellation: egui::emath::TSTransform::IDENTITY,
            }).collect();
            // Laying out new words may have brought new letters.
            easel.draw(Vec::new(), |_| ());
            easel.show(shapes.clone());
            let anew = easel.painted_anew(shapes);
            let wrong = differences(&easel.picture(), &anew, 0);
            prop_assert!(wrong.is_empty(), "{} pixels differ, such as {:?}", wrong.len(), &wrong[..wrong.len().min(5)]);
        }
    }
}

fn boxes(color_of_third: Color32) -> Vec<ClippedShape> {
    let shape = |i: usize| {
        let rect = Rect::from_min_size(pos2(10.0 + 30.0 * i as f32, 20.0), vec2(20.0, 20.0));
        let color = if i == 3 { color_of_third } else { Color32::BLUE };
        ClippedShape {
            clip_rect: Rect::EVERYTHING,
            shape: Shape::rect_filled(rect, 0.0, color),
            transform_after_tessellation: egui::emath::TSTransform::IDENTITY,
        }
    };
    (0..6).map(shape).collect()
}

#[test]
fn a_picture_is_the_same_however_it_is_cut_and_on_however_many_cores() {
    let mut easel = Easel::new([900, 500], 1.3);
    let shapes = easel.draw(Vec::new(), |ui| {
        ui.painter().rect(
            Rect::from_min_max(pos2(20.2, 30.7), pos2(600.0, 300.0)),
            9.0,
            Color32::LIGHT_BLUE,
            (2.0, Color32::BLACK),
            StrokeKind::Middle,
        );
        ui.painter().circle_filled(pos2(300.0, 200.0), 150.0, Color32::from_rgba_unmultiplied(200, 0, 0, 90));
        ui.painter().line_segment([pos2(0.0, 380.0), pos2(690.0, 3.0)], (3.3, Color32::DARK_GREEN));
        ui.painter().text(
            pos2(60.0, 90.0),
            egui::Align2::LEFT_TOP,
            "Breathing is slow",
            FontId::proportional(47.0),
            Color32::BLACK,
        );
    });
    easel.show(shapes);
    assert!(easel.pixels() == easel.painted_in_tiles(64), "tiles look different");
    assert!(easel.pixels() == easel.painted_in_tiles(411), "large tiles look different");
}

#[test]
fn an_equal_frame_paints_nothing() {
    let mut easel = Easel::new(SIZE, 1.0);
    assert_eq!(easel.show(boxes(Color32::RED)).areas(), [Area::whole(SIZE)]);
    assert!(easel.show(boxes(Color32::RED)).is_empty());
}

#[test]
fn a_change_of_one_thing_paints_little_more_than_that_thing() {
    let mut easel = Easel::new(SIZE, 1.0);
    easel.show(boxes(Color32::RED));
    let damage = easel.show(boxes(Color32::GREEN));
    assert!((400..=700).contains(&damage.pixels()), "{damage:?}");
}

#[test]
fn a_thing_put_in_between_leaves_the_others_alone() {
    let mut easel = Easel::new(SIZE, 1.0);
    easel.show(boxes(Color32::RED));
    let mut more = boxes(Color32::RED);
    let mut new = more[0].clone();
    new.shape.translate(vec2(0.0, 60.0));
    more.insert(2, new);
    let damage = easel.show(more);
    assert!((400..=700).contains(&damage.pixels()), "{damage:?}");
}

#[test]
fn new_letters_do_not_repaint_the_old_ones() {
    let mut easel = Easel::new(SIZE, 1.0);
    let words = |easel: &mut Easel, text: &str| {
        let mut shapes = easel.draw(Vec::new(), |ui| {
            ui.painter().text(
                pos2(5.0, 5.0),
                egui::Align2::LEFT_TOP,
                "Breathing",
                FontId::proportional(18.0),
                Color32::BLACK,
            );
            ui.painter().text(
                pos2(5.0, 100.0),
                egui::Align2::LEFT_TOP,
                text,
                FontId::proportional(18.0),
                Color32::BLACK,
            );
        });
        shapes.retain(|shape| matches!(shape.shape, Shape::Text(_)));
        shapes
    };
    let before = words(&mut easel, "A");
    easel.show(before);
    let after = words(&mut easel, "QXZ");
    let damage = easel.show(after);
    assert!(!damage.is_empty());
    assert!(damage.areas().iter().all(|area| 90 < area.top), "{damage:?}");
}
