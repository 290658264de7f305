//! `&lt;` and its like: the four names Telegram knows, and numbers.

/// Decodes `&lt;`, `&gt;`, `&amp;`, `&quot;` and numeric references at the beginning of `text`.
/// Returns the character and how many bytes it took.
pub(super) fn decode_reference(text: &[u8]) -> Option<(char, usize)> {
    let rest = text.strip_prefix(b"&")?;
    let (character, length) = if let Some(number) = rest.strip_prefix(b"#") {
        let (digits, radix, prefix) = match number.strip_prefix(b"x") {
            Some(hex) => (hex, 16, 2),
            None => (number, 10, 1),
        };
        let count = digits
            .iter()
            .take_while(|byte| char::from(**byte).is_digit(radix))
            .count();
        let code = u32::from_str_radix(std::str::from_utf8(&digits[..count]).ok()?, radix).ok()?;
        (char::from_u32(code).filter(|c| *c != '\0')?, prefix + count)
    } else {
        let count = rest
            .iter()
            .take_while(|byte| byte.is_ascii_alphabetic())
            .count();
        let character = match &rest[..count] {
            b"lt" => '<',
            b"gt" => '>',
            b"amp" => '&',
            b"quot" => '"',
            _ => return None,
        };
        (character, count)
    };
    let semicolon = usize::from(rest.get(length) == Some(&b';'));
    Some((character, 1 + length + semicolon))
}
