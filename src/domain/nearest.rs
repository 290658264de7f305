//! Which area a point on the map belongs to, as far as one can tell without borders: the nearest known place.

use super::{council::Council, ids::AreaCode, meeting::Location};

/// Farther than this from every known place, in kilometres, a point is none of ours: the largest communes of the
/// mountains measure some twenty kilometres across.
pub(crate) const MAX_KM: f64 = 15.0;

/// The mean radius of the earth, in kilometres.
const EARTH_KM: f64 = 6_371.0;

/// How far two points are apart along the ground, in kilometres (haversine).
#[must_use]
pub(crate) fn distance_km(from: Location, to: Location) -> f64 {
    let half_chord = |degrees: f64| (degrees.to_radians() / 2.0).sin().powi(2);
    let chord = half_chord(to.lat - from.lat)
        + from.lat.to_radians().cos() * to.lat.to_radians().cos() * half_chord(to.lon - from.lon);
    2.0 * EARTH_KM * chord.clamp(0.0, 1.0).sqrt().asin()
}

/// What a point says about the area of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Found {
    /// It lies nearest to this area.
    Near(AreaCode),
    /// It lies far from every area.
    FarAway,
    /// The council file names no places: nothing can be said.
    Unknown,
}

/// The area whose place is nearest to `at`, within [`MAX_KM`]. The places of the areas themselves count; where an
/// area has none, the venues of meetings held for it alone.
#[must_use]
pub(crate) fn nearest_area(council: &Council, at: Location) -> Found {
    let own = council
        .areas
        .iter()
        .filter_map(|area| Some((&area.code, area.location?)));
    let venues = council.meetings.iter().filter_map(|meeting| {
        let [area] = meeting.areas.as_slice() else {
            return None;
        };
        let has_own = council
            .area(area)
            .is_none_or(|area| area.location.is_some());
        (!has_own).then_some((area, meeting.location?))
    });
    let nearest = own
        .chain(venues)
        .map(|(area, place)| (distance_km(at, place), area))
        .min_by(|(one, first), (other, second)| one.total_cmp(other).then(first.cmp(second)));
    match nearest {
        None => Found::Unknown,
        Some((km, area)) if km <= MAX_KM => Found::Near(area.clone()),
        Some(_) => Found::FarAway,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const HANOI: Location = Location {
        lat: 21.0285,
        lon: 105.8542,
    };
    const SAIGON: Location = Location {
        lat: 10.7769,
        lon: 106.7009,
    };
    const DONG_VAN: Location = Location {
        lat: 20.6463,
        lon: 105.9186,
    };

    fn town() -> Council {
        Council::parse(include_str!("../../examples/duy-tien/council.toml"))
            .unwrap_or_else(|_| unreachable!())
    }

    #[test]
    fn hanoi_and_saigon_are_1140_kilometres_apart() {
        let km = distance_km(HANOI, SAIGON);
        assert!((1_135.0..1_150.0).contains(&km), "{km}");
    }

    #[test]
    fn a_point_beside_the_middle_of_a_ward_is_in_that_ward() {
        let at = Location {
            lat: DONG_VAN.lat + 0.002,
            ..DONG_VAN
        };
        assert_eq!(
            nearest_area(&town(), at),
            Found::Near(AreaCode::new("dong-van"))
        );
    }

    #[test]
    fn a_point_in_another_city_is_in_none() {
        assert_eq!(nearest_area(&town(), SAIGON), Found::FarAway);
    }

    #[test]
    fn without_places_of_areas_the_venues_of_meetings_speak() {
        let mut council = town();
        for area in &mut council.areas {
            area.location = None;
        }
        let venue = council.meetings.iter().find_map(|meeting| {
            let [area] = meeting.areas.as_slice() else {
                return None;
            };
            Some((area.clone(), meeting.location?))
        });
        let Some((area, at)) = venue else {
            unreachable!("the sample has a meeting of one area with a place")
        };
        assert_eq!(nearest_area(&council, at), Found::Near(area));
        council.meetings.clear();
        assert_eq!(nearest_area(&council, at), Found::Unknown);
    }

    proptest! {
        #[test]
        fn distance_is_symmetric_finite_and_never_more_than_half_around(
            a in -90.0..90.0f64, b in -180.0..180.0f64, c in -90.0..90.0f64, d in -180.0..180.0f64
        ) {
            let (one, other) = (Location { lat: a, lon: b }, Location { lat: c, lon: d });
            let km = distance_km(one, other);
            prop_assert!(km.is_finite() && (0.0..20_016.0).contains(&km));
            prop_assert!((km - distance_km(other, one)).abs() < 1e-6);
            prop_assert!(distance_km(one, one) < 1e-6);
        }
    }
}
