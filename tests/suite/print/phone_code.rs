//! The code for phones: large enough for a camera, true, and with its number beside it in plain digits.

use std::fs;

use careshelf::content::Loaded;
use careshelf::model::paper::Layout;
use kurbo::Rect;

use super::drawn::{Drawn, MM, drawn};
use super::{pdf, request, text_of, tool};
use crate::visit::{bundled, bundled_for};

/// The page with the code, its number, and where it stands.
fn page_with_code(pages: &[Drawn]) -> (usize, Rect) {
    let codes = pages.iter().enumerate().flat_map(|(at, page)| {
        let squares = page.shapes.iter().filter(|shape| shape.line.is_none() && shape.colour == [0; 3]);
        squares
            .map(move |shape| (at, shape.bounds()))
            .filter(|(_, at)| 40.0 < at.width() && (at.width() - at.height()).abs() < 0.1)
    });
    let codes: Vec<(usize, Rect)> = codes.collect();
    assert_eq!(codes.len(), 1, "one code");
    codes[0]
}

/// What a phone's camera reads in the code.
fn decoded(pdf: &[u8], page: usize) -> String {
    let dir = tempfile::tempdir().expect("a folder");
    let file = dir.path().join("pages.pdf");
    fs::write(&file, pdf).expect("a writable folder");
    let picture = dir.path().join("page");
    let number = (page + 1).to_string();
    let arguments =
        ["-r", "100", "-png", "-singlefile", "-f", &number, "-l", &number, text_of(&file), text_of(&picture)];
    assert!(tool("pdftoppm", &arguments).status.success());
    let output = tool("zbarimg", &["--quiet", "--raw", text_of(&picture.with_extension("png"))]);
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

#[track_caller]
fn check(loaded: &Loaded, layout: Layout, number: &str, call: &str) {
    let pdf = pdf(loaded, &request(loaded, "signs", layout)).expect("pages");
    let pages = drawn(&pdf);
    let (at, code) = page_with_code(&pages);
    assert!(20.0 <= code.width() * MM, "{} mm", code.width() * MM);
    assert_eq!(decoded(&pdf, at), call);
    let under = Rect::new(code.x0 - 80.0, code.y1, code.x1 + 80.0, code.y1 + 40.0);
    let letters = pages[at].letters.iter().filter(|letter| under.contains(letter.ink.center()));
    let text: String = letters.map(|letter| letter.text.as_str()).collect();
    assert!(text.contains(number), "{text}");
}

#[test]
fn the_code_calls_the_number_under_it() {
    for layout in [Layout::Handout, Layout::LargePrint] {
        check(&bundled(), layout, "1-800-662-4357", "tel:18006624357");
    }
}

#[test]
fn another_place_may_have_no_such_line_and_then_the_code_calls_the_clinic() {
    let mut loaded = bundled_for(r#"site(name: "Riverside Clinic", phone: "+44 (0)20 7946 0100")"#);
    loaded.library.protocol.helpline = None;
    check(&loaded, Layout::Handout, "+44(0)2079460100", "tel:+442079460100");
}

#[test]
fn without_a_number_to_call_there_is_no_code() {
    let mut loaded = bundled();
    loaded.library.protocol.helpline = None;
    let pages = drawn(&pdf(&loaded, &request(&loaded, "signs", Layout::Handout)).expect("pages"));
    let squares =
        pages.iter().flat_map(|page| &page.shapes).filter(|shape| shape.colour == [0; 3] && shape.line.is_none());
    assert!(squares.map(|shape| shape.bounds().width()).all(|width| width < 40.0));
}
