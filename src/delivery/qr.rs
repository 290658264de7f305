//! QR codes as PNG pictures: black on white, one bit a pixel, with the quiet border that scanners need.

use fast_qr::{ECL, QRBuilder};

/// Pixels a module: large enough for a phone that reads from another phone's screen.
const SCALE: usize = 8;
/// White modules around the code (ISO/IEC 18004 asks for four).
const BORDER: usize = 4;

/// A picture of the code; `None` when the text is longer than a QR code can be.
pub(super) fn png_of(text: &str) -> Option<Vec<u8>> {
    let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
    let modules = code.size + 2 * BORDER;
    let side = modules * SCALE;
    let is_dark = |x: usize, y: usize| {
        let (x, y) = (x / SCALE, y / SCALE);
        let inside = BORDER..BORDER + code.size;
        inside.contains(&x) && inside.contains(&y) && code[y - BORDER][x - BORDER].value()
    };
    let mut pixels = Vec::with_capacity(side.div_ceil(8) * side);
    for y in 0..side {
        for byte in 0..side.div_ceil(8) {
            let white = (0..8).filter(|bit| !is_dark(byte * 8 + bit, y));
            pixels.push(white.fold(0, |bits: u8, bit| bits | 0x80 >> bit));
        }
    }
    let side = u32::try_from(side).ok()?;
    let mut png = Vec::new();
    let mut encoder = png::Encoder::new(&mut png, side, side);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::One);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&pixels).ok()?;
    writer.finish().ok()?;
    Some(png)
}

/// The code as a drawing inside a page: sharp on paper at any size. `None` when the text is too long.
pub(super) fn svg_of(text: &str) -> Option<String> {
    use std::fmt::Write as _;
    let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
    let side = code.size + 2 * BORDER;
    let mut path = String::new();
    for y in 0..code.size {
        for x in 0..code.size {
            if code[y][x].value() {
                let _ = write!(path, "M{} {}h1v1h-1z", x + BORDER, y + BORDER);
            }
        }
    }
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" \
         shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/>\
         <path d=\"{path}\"/></svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Read back by a decoder that shares nothing with the encoder.
    fn read_back(png: &[u8]) -> String {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let frame = reader.next_frame(&mut pixels).unwrap();
        let (width, height) = (frame.width as usize, frame.height as usize);
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| {
            pixels[y * width + x]
        });
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1);
        grids[0].decode().unwrap().1
    }

    #[test]
    fn an_independent_decoder_reads_what_was_written() {
        for text in [
            "https://t.me/cutri_bot?start=t_ABC234",
            "https://t.me/a_bot_with_quite_a_long_name_bot?start=t_ZZZZZZ",
        ] {
            assert_eq!(read_back(&png_of(text).unwrap()), text);
        }
    }

    /// Draws the path of our own drawing and has it read by the other decoder.
    #[test]
    fn the_drawing_for_paper_says_the_same() {
        let text = "https://t.me/cutri_bot?start=q_DT-0042K";
        let svg = svg_of(text).unwrap();
        let (_, path) = svg.rsplit_once("d=\"").unwrap();
        let dark: Vec<(usize, usize)> = path
            .split('M')
            .filter_map(|module| {
                let (x, rest) = module.split_once(' ')?;
                let (y, _) = rest.split_once('h')?;
                Some((x.parse().ok()?, y.parse().ok()?))
            })
            .collect();
        let (_, view) = svg.split_once("viewBox=\"0 0 ").unwrap();
        let modules: usize = view.split_once(' ').unwrap().0.parse().unwrap();
        let pixels = modules * SCALE;
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(pixels, pixels, |x, y| {
            if dark.contains(&(x / SCALE, y / SCALE)) {
                0
            } else {
                255
            }
        });
        assert_eq!(image.detect_grids()[0].decode().unwrap().1, text);
    }

    #[test]
    fn a_text_that_no_code_can_hold_is_no_picture() {
        assert_eq!(png_of(&"x".repeat(5_000)), None);
    }
}
