//! What the example town answers: where things lie, who is asked, what a newer file changes.

use cutri::domain::area::Area;
use cutri::domain::body::{Body, BodyKind};
use cutri::domain::category;
use cutri::domain::council::{Council, Route, Section, What, validity::Validity};
use cutri::domain::ids::{AreaCode, BodyCode, CategoryCode, LocalText};
use cutri::domain::routing::{self, RouteReason, Routed};
use jiff::civil::date;
use rstest::rstest;

fn town() -> Council {
    Council::parse(include_str!("../examples/duy-tien/council.toml"))
        .unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn area(code: &str) -> AreaCode {
    AreaCode::new(code)
}

fn land() -> CategoryCode {
    CategoryCode::new("land")
}

fn route(town: &Council, category: &str, of: &str) -> Routed {
    routing::route(town, &CategoryCode::new(category), &area(of))
}

fn codes<'a>(areas: impl IntoIterator<Item = &'a Area>) -> Vec<&'a str> {
    areas.into_iter().map(|area| area.code.as_str()).collect()
}

fn body(code: &str, kind: BodyKind, areas: &[&str]) -> Body {
    Body {
        code: BodyCode::new(code),
        name: LocalText {
            vi: code.to_owned(),
            en: None,
        },
        kind,
        areas: areas.iter().map(|code| area(code)).collect(),
        delegates: Vec::new(),
        valid: Validity::default(),
    }
}

// Areas

#[test]
fn a_neighbourhood_lies_in_its_ward() {
    let town = town();
    assert_eq!(codes(town.ancestors(&area("dong-van-1"))), ["dong-van"]);
    assert_eq!(
        codes(town.children(&area("moc-bac"))),
        ["moc-bac-1", "moc-bac-2"]
    );
    assert_eq!(town.top_areas().count(), 16);
    assert!(town.ancestors(&area("nowhere")).is_empty());
}

#[test]
fn a_neighbourhood_inherits_the_delegation_unless_it_has_its_own() {
    let mut town = town();
    let delegation = |town: &Council| {
        town.delegation_of(&area("dong-van-2"))
            .map(|body| body.code.to_string())
    };
    assert_eq!(delegation(&town).as_deref(), Some("to-1"));
    town.bodies
        .push(body("to-7", BodyKind::Delegation, &["dong-van-2"]));
    assert_eq!(delegation(&town).as_deref(), Some("to-7"));
    assert!(town.delegation_of(&area("nowhere")).is_none());
}

#[rstest]
#[case::without_diacritics("dong van", "dong-van")]
#[case::with_the_kind("Phường Đồng Văn", "dong-van")]
#[case::an_older_name("tt đồng văn", "dong-van")]
#[case::another_kind("xã bạch thượng", "bach-thuong")]
#[case::abbreviated("P. Hòa Mạc", "hoa-mac")]
#[case::older_spelling("hoà mạc", "hoa-mac")]
#[case::squeezed("dongvan", "dong-van")]
#[case::english("Dong Van ward", "dong-van")]
#[case::a_beginning("chuyên", "chuyen-ngoai")]
#[case::a_part("mạc", "hoa-mac")]
#[case::a_slip("bach thuogn", "bach-thuong")]
#[case::a_missing_letter("chau gang", "chau-giang")]
#[case::in_a_sentence("nhà em ở Trác Văn ạ", "trac-van")]
#[case::a_neighbourhood("tổ dân phố số 2 hòa mạc", "hoa-mac-2")]
#[case::a_neighbourhood_abbreviated("TDP 2 Hòa Mạc", "hoa-mac-2")]
#[case::a_hamlet("thon 1 moc bac", "moc-bac-1")]
#[case::a_code("yen-nam", "yen-nam")]
fn people_find_their_area_as_they_type(#[case] typed: &str, #[case] expected: &str) {
    let town = town();
    let found = codes(town.find_areas(typed));
    assert_eq!(found.first(), Some(&expected), "{typed}: {found:?}");
}

#[test]
fn an_exact_name_comes_before_longer_ones() {
    let town = town();
    assert_eq!(
        codes(town.find_areas("Đồng Văn")),
        ["dong-van", "dong-van-1", "dong-van-2", "dong-van-3"]
    );
    assert_eq!(
        codes(town.find_areas("Tiên")),
        [
            "tien-noi",
            "tien-ngoai",
            "tien-son",
            "tien-son-1",
            "tien-son-2"
        ]
    );
}

#[rstest]
#[case("")]
#[case("   ")]
#[case("😀")]
#[case("Hà Nội")]
#[case("đường hỏng quá")]
fn nonsense_is_no_area(#[case] typed: &str) {
    assert!(town().find_areas(typed).is_empty());
}

// Routing

#[test]
fn the_delegation_of_the_area_is_asked() {
    let expected = Routed {
        body: BodyCode::new("to-1"),
        because: RouteReason::Delegation(area("dong-van")),
    };
    assert_eq!(route(&town(), "transport", "dong-van"), expected);
    assert_eq!(route(&town(), "transport", "dong-van-3"), expected);
    assert_eq!(route(&town(), category::OTHER, "dong-van"), expected);
}

#[test]
fn an_exception_comes_first_and_the_first_exception_wins() {
    let mut town = town();
    let expected = Routed {
        body: BodyCode::new("cong-an"),
        because: RouteReason::Exception(0),
    };
    assert_eq!(route(&town, "security", "moc-nam"), expected);
    town.routes.push(Route {
        category: None,
        area: None,
        to: BodyCode::new("ubnd"),
    });
    assert_eq!(route(&town, "security", "moc-nam"), expected);
    assert_eq!(route(&town, "land", "moc-nam").body.as_str(), "ubnd");
}

#[test]
fn an_exception_for_a_ward_holds_in_its_neighbourhoods() {
    let mut town = town();
    town.routes.push(Route {
        category: Some(land()),
        area: Some(area("hoa-mac")),
        to: BodyCode::new("phong-tnmt"),
    });
    assert_eq!(
        route(&town, "land", "hoa-mac-2").because,
        RouteReason::Exception(1)
    );
    assert_eq!(route(&town, "land", "yen-bac").body.as_str(), "to-3");
    assert_eq!(route(&town, "transport", "hoa-mac-2").body.as_str(), "to-3");
}

#[test]
fn what_nobody_answers_for_goes_to_the_office() {
    let mut town = town();
    let found = route(&town, "land", "nowhere");
    assert_eq!(
        (found.body.as_str(), found.because),
        ("office", RouteReason::Office)
    );
    town.bodies.retain(|body| body.kind != BodyKind::Office);
    let found = route(&town, "land", "nowhere");
    assert_eq!(
        (found.body.as_str(), found.because),
        ("office", RouteReason::BuiltInOffice)
    );
}

#[test]
fn a_committee_watches_a_category() {
    let town = town();
    let watching = |code: &str| {
        routing::watching_committee(&town, &CategoryCode::new(code))
            .map(|body| body.code.to_string())
    };
    assert_eq!(watching("land").as_deref(), Some("ban-kt-xh"));
    assert_eq!(watching("security").as_deref(), Some("ban-pc"));
    assert_eq!(watching(category::OTHER), None);
}

#[test]
fn deadlines_are_counted_from_the_local_day_of_the_transfer() {
    let town = town();
    // 18:00 in London is already Tuesday in Duy Tiên.
    let late = "2026-11-23T18:00:00Z".parse().expect("a time");
    assert_eq!(
        routing::due(&town, &CategoryCode::new("security"), late),
        date(2026, 12, 15)
    );
    assert_eq!(routing::answer_days(&town, &land()), 30);
    // Thirty working days with New Year's Day between them.
    assert_eq!(routing::due(&town, &land(), late), date(2027, 1, 6));
}

#[test]
fn the_categories_offered_end_with_other() {
    let town = town();
    let offered: Vec<&str> = town
        .offered_categories()
        .map(|category| category.code.as_str())
        .collect();
    assert_eq!(offered.len(), 16);
    assert_eq!(offered.last(), Some(&"other"));
}

#[test]
fn after_the_cut_off_the_next_session_collects() {
    let town = town();
    let next = |at: &str| {
        town.next_session(at.parse().expect("a time"))
            .map(|session| session.code.to_string())
    };
    assert_eq!(next("2026-12-05T16:59:59+07:00").as_deref(), Some("kh-4"));
    assert_eq!(next("2026-12-05T17:00:00+07:00").as_deref(), Some("kh-5"));
    assert_eq!(next("2030-01-01T00:00:00Z"), None);
}

// Loading again

#[test]
fn loading_the_same_file_again_changes_nothing() {
    let town = town();
    assert!(town.changes_to(&town).is_empty());
    assert_eq!(town.merged_with(&town), town);
}

#[test]
fn changes_name_their_fields_and_nothing_is_removed() {
    let town = town();
    let mut newer = town.clone();
    newer.rules.answer_days = 20;
    newer.areas.remove(0);
    newer.areas[0].aliases.clear();
    newer.meetings[0].capacity = Some(70);
    newer.meetings[0].reserved = 7;
    newer.routes.clear();
    newer.sessions.push(cutri::domain::session::Session {
        code: cutri::domain::ids::SessionCode::new("kh-6"),
        ..newer.sessions[0].clone()
    });
    let told: Vec<String> = town
        .changes_to(&newer)
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        told,
        [
            "rules: changed answer_days",
            "areas \"chau-giang\": changed aliases",
            "areas \"bach-thuong\": kept, though the file does not have it",
            "routes: changed routes",
            "sessions \"kh-6\": added",
            "meetings \"DV01\": changed capacity, reserved",
        ]
    );
    let merged = town.merged_with(&newer);
    assert!(merged.area(&area("bach-thuong")).is_some());
    assert!(merged.routes.is_empty());
    let again = merged.changes_to(&newer);
    assert!(
        again.iter().all(|change| change.what == What::Kept),
        "{again:?}"
    );
    assert_eq!(merged.merged_with(&newer), merged);
}

#[test]
fn a_delegation_that_is_kept_loses_the_areas_that_a_new_one_took() {
    let town = town();
    let mut newer = town.clone();
    newer.bodies.retain(|body| body.code.as_str() != "to-6");
    newer
        .bodies
        .push(body("to-moi", BodyKind::Delegation, &["tien-son"]));
    let merged = town.merged_with(&newer);
    assert_eq!(
        merged
            .delegation_of(&area("tien-son-1"))
            .expect("one")
            .code
            .as_str(),
        "to-moi"
    );
    assert_eq!(
        merged
            .delegation_of(&area("tien-ngoai"))
            .expect("one")
            .code
            .as_str(),
        "to-6"
    );
    let changes = town.changes_to(&newer);
    let kept = changes
        .iter()
        .find(|change| change.section == Section::Bodies && change.code == "to-6");
    assert_eq!(
        kept.expect("told").what,
        What::Changed {
            fields: vec!["areas".to_owned()]
        }
    );
    assert_eq!(merged.merged_with(&newer), merged);
}

/// The town with these names for some of its areas.
fn renamed(names: &[(&str, &str)]) -> Council {
    let mut town = town();
    for area in &mut town.areas {
        if let Some((_, name)) = names.iter().find(|(code, _)| *code == area.code.as_str()) {
            area.name.vi = String::from(*name);
        }
    }
    town
}

#[test]
fn areas_of_one_kind_that_look_alike_are_doubted() {
    assert_eq!(town().doubts(), [""; 0]);
    let together = renamed(&[
        ("dong-van", "Phường Hòa Bình"),
        ("chau-giang", "Phường  hoà Bình"),
    ]);
    let doubts = together.doubts();
    assert_eq!(doubts.len(), 1, "{doubts:?}");
    assert!(
        doubts[0].starts_with("areas chau-giang and dong-van are both called"),
        "{doubts:?}"
    );
    assert!(
        doubts[0].contains("give each a name of its own"),
        "{doubts:?}"
    );
    let apart = renamed(&[("dong-van", "Phường Đông"), ("chau-giang", "Phường Đồng")]);
    assert_eq!(apart.doubts(), [""; 0], "their buttons differ");
}

#[test]
fn areas_of_one_name_in_different_places_are_doubted_with_their_places() {
    let mut town = town();
    let inner: Vec<Area> = town
        .areas
        .iter()
        .filter(|area| area.parent.is_some())
        .cloned()
        .collect();
    let first = &inner[0];
    let second = inner
        .iter()
        .find(|area| area.parent != first.parent)
        .unwrap();
    let (code, name) = (second.code.clone(), first.name.clone());
    town.areas
        .iter_mut()
        .find(|area| area.code == code)
        .unwrap()
        .name = name;
    let doubts = town.doubts();
    assert_eq!(doubts.len(), 1, "{doubts:?}");
    for area in [first, second] {
        let named = format!("{} (in {})", area.code, area.parent.as_ref().unwrap());
        assert!(doubts[0].contains(&named), "{doubts:?}");
    }
    assert!(
        doubts[0].contains("say in each name where it lies"),
        "{doubts:?}"
    );
}
