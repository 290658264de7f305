//! Whether two messages speak of the same matter in the same place.

/// How alike two messages are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Similarity {
    /// 0 to 1.
    pub score: f32,
    /// Same matter, same place.
    pub duplicate: bool,
}

/// Compares two messages.
#[must_use]
pub fn compare(a: &str, b: &str) -> Similarity {
    let same = a == b;
    Similarity {
        score: f32::from(u8::from(same)),
        duplicate: same,
    }
}
