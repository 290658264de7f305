//! A site round (khảo sát thực tế): which place comes next, and what is found there.

use crate::domain::{attachment::Microdegrees, keyword::keywords};

keywords! {
    /// What is found at a place.
    pub enum Condition {
        /// Đã làm xong.
        Done = "done",
        /// Đang làm.
        Underway = "underway",
        /// Chưa làm.
        Untouched = "untouched",
        /// Không tìm thấy chỗ.
        NotFound = "not_found",
        /// Not visited this time.
        Skipped = "skipped",
    }
}

/// A point on the map.
pub type Point = (Microdegrees, Microdegrees);

/// The nearest of the places to `from`; those without a point come last, in their own order, and so does everything where
/// nobody knows where they are.
#[must_use]
pub fn nearest<T: Copy>(from: Option<Point>, places: &[(T, Option<Point>)]) -> Option<T> {
    let Some(from) = from else {
        return places.first().map(|(place, _)| *place);
    };
    let near = places
        .iter()
        .filter_map(|(place, at)| Some((apart(from, (*at)?), *place)))
        .min_by_key(|(apart, _)| *apart);
    near.map(|(_, place)| place)
        .or_else(|| places.first().map(|(place, _)| *place))
}

/// The square of how far two points are apart, in units that only compare: over a ward the earth is flat, and a degree of
/// longitude is about as long as one of latitude.
fn apart(a: Point, b: Point) -> i64 {
    let (north, east) = (a.0.0 - b.0.0, a.1.0 - b.1.0);
    north
        .saturating_mul(north)
        .saturating_add(east.saturating_mul(east))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[expect(clippy::unnecessary_wraps, reason = "a place may be unknown")]
    fn at(north: f64, east: f64) -> Option<Point> {
        Some((Microdegrees::of(north), Microdegrees::of(east)))
    }

    #[test]
    fn the_nearest_comes_next_and_those_without_a_place_last() {
        let places = [(1, None), (2, at(20.65, 105.95)), (3, at(20.641, 105.931))];
        assert_eq!(nearest(at(20.64, 105.93), &places), Some(3));
        assert_eq!(nearest(at(20.66, 105.96), &places), Some(2));
        assert_eq!(nearest(None, &places), Some(1));
        assert_eq!(nearest(at(20.64, 105.93), &places[..1]), Some(1));
        assert_eq!(nearest::<i32>(None, &[]), None);
    }
}
