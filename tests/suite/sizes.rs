//! Sizes that an eye and a hand need: the largest text from where the reader stands, what a shaking hand hits, and space in
//! texts.

use careshelf::model::site::Screen;
use careshelf::state::{Action, Spacing, TextSize};
use careshelf::ui::theme::{CAP_HEIGHT, Scale, TextSpace, bold, emergency_target, regular, zoom};
use egui::accesskit::Role;
use egui::epaint::TextShape;
use egui::{FontId, Rect, vec2};

use crate::layout::texts;
use crate::visit::{Visit, bundled_for, name_of, role_of};

#[test]
fn a_capital_h_is_as_high_as_the_theme_believes() {
    let visit = Visit::new([1024.0, 600.0]);
    let height = |font: FontId| {
        let size = font.size;
        let galley =
            visit.harness().ctx.fonts_mut(|fonts| fonts.layout_no_wrap("H".to_owned(), font, egui::Color32::WHITE));
        galley.rows[0].glyphs[0].uv_rect.size.y / size
    };
    for font in [regular(200.0), bold(200.0)] {
        let measured = height(font);
        assert!((measured - CAP_HEIGHT).abs() < 0.015, "{measured}");
    }
}

/// The angle in degrees under which a capital H of the largest text is seen.
fn angle(screen: Screen, native: f32, zoom: f32) -> f32 {
    let points = Scale::of(TextSize::Largest, Spacing::Normal).body * CAP_HEIGHT;
    let height_mm = points * zoom * native * screen.pixel_pitch_mm;
    (height_mm / screen.viewing_distance_mm).atan().to_degrees()
}

#[test]
fn the_largest_text_is_seen_under_seven_tenths_of_a_degree_or_as_large_as_the_window_lets_it_be() {
    for viewing_distance_mm in [400.0, 600.0, 800.0, 1200.0] {
        for pixel_pitch_mm in [0.1, 0.18, 0.2646, 0.5] {
            for native in [1.0, 1.5, 2.0] {
                for window in [vec2(480.0, 400.0), vec2(1024.0, 600.0), vec2(1080.0, 1920.0), vec2(3840.0, 2160.0)] {
                    let screen = Screen { viewing_distance_mm, pixel_pitch_mm };
                    let zoom = zoom(screen, native, window);
                    let points = window / (native * zoom);
                    let is_window_full = (points - vec2(480.0, 400.0)).min_elem() < 0.5;
                    let context = format!("{screen:?}, {native}, {window:?}: zoom {zoom}");
                    assert!(1.0 <= zoom, "{context}");
                    assert!((zoom - 1.0).abs() < 0.001 || (479.9 <= points.x && 399.9 <= points.y), "{context}");
                    assert!(0.699 <= angle(screen, native, zoom) || is_window_full, "{context}");
                }
            }
        }
    }
    let usual = zoom(Screen::default(), 1.0, vec2(1280.0, 800.0));
    assert!((usual - 1.0).abs() < 0.001, "at an arm's length nothing changes");
}

#[test]
fn where_the_window_has_room_tabs_buttons_and_small_print_are_as_large_as_the_largest_text() {
    let usual = |text_size| Scale::of(text_size, Spacing::Normal);
    let largest = usual(TextSize::Largest);
    // In a low window letters on tabs are smaller where that spares a second line.
    for (window, chrome, small, tab) in [
        (vec2(1920.0, 1080.0), largest.body, largest.body, largest.body),
        (vec2(1080.0, 1920.0), largest.body, largest.body, largest.body),
        (vec2(1280.0, 800.0), 36.0, 36.0, 36.0),
        (vec2(1024.0, 600.0), 32.0, 32.0, 32.0),
        (vec2(800.0, 600.0), largest.chrome, largest.small, 23.0),
        (vec2(480.0, 400.0), largest.chrome, largest.small, largest.chrome),
    ] {
        let grown = largest.in_window(TextSize::Largest, window);
        assert_eq!((grown.chrome, grown.small, grown.body), (chrome, small, largest.body), "{window:?}");
        for text_size in [TextSize::Normal, TextSize::Large, TextSize::Larger] {
            assert_eq!(usual(text_size).in_window(text_size, window), usual(text_size), "{window:?}, {text_size:?}");
        }
        let mut visit = Visit::new(window);
        visit.act(Action::OpenSection("methadone".into())).act(Action::SetTextSize(TextSize::Largest));
        let (shown, _) =
            texts(&visit).into_iter().find(|(text, _)| text.galley.text() == "Withdrawal").expect("the tab");
        let size = shown.galley.job.sections[0].format.font_id.size;
        assert!((size - tab).abs() < 0.1, "{window:?}: {size}");
    }
}

#[test]
fn the_site_file_says_from_how_far_the_screen_is_read() {
    let site = r#"site(name: "A", viewing_distance_mm: 900, pixel_pitch_mm: 0.25)"#;
    let mut visit = Visit::to(bundled_for(site), [1600.0, 1000.0]);
    visit.act(Action::SetTextSize(TextSize::Largest));
    let screen = Screen { viewing_distance_mm: 900.0, pixel_pitch_mm: 0.25 };
    assert_eq!(visit.library().site.screen, screen);
    let zoom = visit.harness().ctx.zoom_factor();
    assert!(1.4 < zoom && 0.699 <= angle(screen, 1.0, zoom), "{zoom}");
    for wrong in ["viewing_distance_mm: 9", "viewing_distance_mm: \"600\"", "pixel_pitch_mm: NaN", "pixel_pitch_mm: 0"]
    {
        let loaded = bundled_for(&format!("site(name: \"A\", {wrong})"));
        assert_eq!(loaded.library.site.screen, Screen::default(), "{wrong}");
        assert_eq!(loaded.library.problems.len(), 1, "{wrong}");
    }
}

#[test]
fn on_a_kiosk_a_shaking_hand_hits_what_an_overdose_needs() {
    let site = r#"site(name: "A", kiosk: true, pixel_pitch_mm: 0.2)"#;
    for size in [[480.0, 400.0], [1024.0, 600.0], [1280.0, 800.0], [1080.0, 1920.0]] {
        for text_size in TextSize::ALL {
            let mut visit = Visit::to(bundled_for(site), size);
            visit.act(Action::SetTextSize(text_size));
            let least = 20.0 / 0.2 / visit.harness().ctx.pixels_per_point();
            let check = |rect: Rect, name: &str| {
                let is_large = least <= rect.width() + 0.5 && least <= rect.height() + 0.5;
                assert!(is_large, "\"{name}\" is only {rect:?}, not {least}, at {size:?}, {text_size:?}");
            };
            check(visit.rect(Role::Button, "Overdose? Act now"), "Overdose? Act now");
            let cards: Vec<_> = visit.library().guide.cards().cloned().collect();
            for card in cards {
                visit.open_card(card.id.as_str());
                for choice in &card.choices {
                    let name = choice.label.plain();
                    check(visit.rect(Role::Button, &name), &name);
                }
            }
            for node in visit.open_card("give").nodes().filter(|node| role_of(node) == Role::Button) {
                let name = name_of(&node);
                assert!(44.0 <= node.rect().height() + 0.5, "{name}");
            }
        }
    }
    assert!((emergency_target(Screen::default(), 1.0) - 76.0).abs() < 0.01);
    let laptop = Visit::new([1280.0, 800.0]);
    assert!(laptop.rect(Role::Button, "Overdose? Act now").height() < 60.0, "a laptop keeps its bar");
}

#[test]
fn wide_space_is_as_wide_as_wcag_asks() {
    let space = TextSpace::of(Spacing::Wide);
    assert_eq!((space.line, space.letter, space.word, space.paragraph), (1.5, 0.12, 0.16, 2.0));
    let mut visit = Visit::new([1280.0, 8000.0]);
    visit.act(Action::OpenSection("treatment-works".into()));
    let (normal, size) = paragraph(&visit, 0);
    let (normal_next, _) = paragraph(&visit, 1);
    visit.act(Action::SetSpacing(Spacing::Wide));
    let (wide, _) = paragraph(&visit, 0);
    let (wide_next, _) = paragraph(&visit, 1);
    for row in &wide.galley.rows {
        assert!(1.5 * size <= row.height() + 0.1, "a line of {} points for letters of {size}", row.height());
    }
    // The first word, and the place of the second one.
    let place = |text: &TextShape, at: usize| text.galley.rows[0].glyphs[at].pos.x;
    let words = normal.galley.text();
    let first_len = words.find(' ').unwrap();
    let grown = |at: usize| place(&wide, at) - place(&normal, at);
    let tolerance = 1.0;
    assert!((grown(1) - 0.12 * size).abs() < tolerance, "{}", grown(1));
    assert!((grown(first_len) - 0.12 * size * first_len as f32).abs() < tolerance, "{}", grown(first_len));
    let expected = 0.12 * size * (first_len + 1) as f32 + 0.16 * size;
    // A word that stands alone keeps a little more from its neighbour.
    let second = grown(first_len + 1) - expected;
    assert!((-tolerance..3.0).contains(&second), "{} {expected}", grown(first_len + 1));
    let gap = |a: &TextShape, b: &TextShape| b.visual_bounding_rect().min.y - a.visual_bounding_rect().max.y;
    assert!(gap(&normal, &normal_next) + 0.5 * size < gap(&wide, &wide_next));
    assert!(2.0 * size <= gap(&wide, &wide_next) + 1.0, "{} after a paragraph", gap(&wide, &wide_next));
}

/// The paragraph at this position on screen, and the size of its letters.
fn paragraph(visit: &Visit, at: usize) -> (TextShape, f32) {
    let body = Scale::of(TextSize::Normal, Spacing::Normal).body;
    let is_body = |text: &TextShape| {
        let sections = &text.galley.job.sections;
        40 < text.galley.text().len() && sections.first().is_some_and(|part| part.format.font_id == regular(body))
    };
    let found = texts(visit).into_iter().map(|(text, _)| text).filter(is_body).nth(at);
    (found.expect("a paragraph"), body)
}
