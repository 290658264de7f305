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

    #[test]
    fn a_text_that_no_code_can_hold_is_no_picture() {
        assert_eq!(png_of(&"x".repeat(5_000)), None);
    }
}
