//! A number to call as a picture that a phone's camera reads (QR code, ISO/IEC 18004).

use std::fmt::Write;

use fast_qr::qr::QRBuilder;
use fast_qr::{ECL, Module};

/// Light modules around the code, without which cameras do not find it.
const QUIET: usize = 4;

/// The code that calls `number`, as SVG text; `None` if the number holds nothing that can be dialled.
pub(super) fn call_code(number: &str) -> Option<String> {
    let dialled: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    if dialled.is_empty() {
        return None;
    }
    // A corner of the paper may be folded or stained.
    let code = QRBuilder::new(format!("tel:{dialled}")).ecl(ECL::M).build().ok()?;
    let side = code.size + 2 * QUIET;
    let mut path = String::new();
    for row in 0..code.size {
        for column in 0..code.size {
            if code[row][column].value() == Module::DARK {
                // Writing to a string cannot fail.
                let _ = write!(path, "M{} {}h1v1h-1z", column + QUIET, row + QUIET);
            }
        }
    }
    Some(format!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}"><path d="{path}"/></svg>"#))
}
