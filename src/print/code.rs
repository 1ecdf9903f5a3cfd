//! A number to call as a picture that a phone's camera reads (QR code, ISO/IEC 18004).

use std::fmt::Write;

use fast_qr::{ECL, Module, QRBuilder, QRCode};

/// Light modules around the code, without which cameras do not find it.
const QUIET: usize = 4;

/// The code that calls `number`, as SVG text; `None` if the number holds nothing that can be dialled.
pub(super) fn call_code(number: &str) -> Option<String> {
    let code = encode(number)?;
    let side = code.size + 2 * QUIET;
    let mut path = String::new();
    for (row, column) in dark_modules(&code) {
        // Writing to a string cannot fail.
        let _ = write!(path, "M{} {}h1v1h-1z", column + QUIET, row + QUIET);
    }
    Some(format!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}"><path d="{path}"/></svg>"#))
}

/// The code that calls a number, as a picture with one pixel a module.
pub struct CallPicture {
    /// Pixels of a side, with the white edge that cameras need.
    pub side: usize,
    /// How light each pixel is, row by row from the top: 0 or 255.
    pub grays: Vec<u8>,
}

impl CallPicture {
    /// The code that calls `number`; `None` if the number holds nothing that can be dialled.
    pub fn of(number: &str) -> Option<Self> {
        let code = encode(number)?;
        let side = code.size + 2 * QUIET;
        let mut grays = vec![u8::MAX; side * side];
        for (row, column) in dark_modules(&code) {
            grays[(row + QUIET) * side + column + QUIET] = 0;
        }
        Some(Self { side, grays })
    }
}

fn encode(number: &str) -> Option<QRCode> {
    // A corner of the paper may be folded or stained.
    QRBuilder::new(address(number)?).ecl(ECL::M).build().ok()
}

/// Row and column of each dark module.
fn dark_modules(code: &QRCode) -> impl Iterator<Item = (usize, usize)> {
    let places = (0..code.size).flat_map(|row| (0..code.size).map(move |column| (row, column)));
    places.filter(|(row, column)| code[*row][*column].value() == Module::DARK)
}

/// The address that calls `number` (RFC 3966).
fn address(number: &str) -> Option<String> {
    // "+44 (0)20": the zero is dialled only inside the country.
    let number = if number.starts_with('+') { number.replace("(0)", "") } else { number.to_owned() };
    let dialled = number.chars().filter(|c| c.is_ascii_digit() || "+*#".contains(*c)).collect::<String>();
    // A bare "#" would begin another part of the address.
    dialled.contains(|c: char| c.is_ascii_digit()).then(|| format!("tel:{}", dialled.replace('#', "%23")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_called_as_it_would_be_dialled() {
        for (number, expected) in [
            ("1-800-662-4357", Some("tel:18006624357")),
            ("+1 (800) 662 4357", Some("tel:+18006624357")),
            ("+44 (0)20 7946 0100", Some("tel:+442079460100")),
            ("(0)20 7946 0100", Some("tel:02079460100")),
            ("*45#", Some("tel:*45%23")),
            ("ask the staff", None),
            ("+", None),
        ] {
            assert_eq!(address(number).as_deref(), expected, "{number}");
        }
    }
}
