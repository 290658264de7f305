use super::*;

fn council() -> Council {
    Council::parse(include_str!("../../../examples/duy-tien/council.toml")).unwrap()
}

fn now() -> Timestamp {
    "2026-11-23T08:00:00+07:00".parse().unwrap()
}

fn form(typed: &str) -> Result<Meeting, Vec<Problem>> {
    read(&council(), None, typed, now())
}

const FULL: &str = "Mã: dv-9\nkhu vuc: Đồng Văn; duy minh\nBắt đầu: 8h 05/12/2026\nNơi họp: Nhà văn hóa\nSố chỗ: 40";

#[test]
fn a_short_form_makes_a_whole_meeting() {
    let meeting = form(FULL).unwrap();
    assert_eq!(meeting.code.as_str(), "DV-9");
    assert_eq!(meeting.areas.len(), 2);
    assert_eq!(meeting.bodies, [BodyCode::new("to-1")]);
    let starts_at: Timestamp = "2026-12-05T08:00:00+07:00".parse().unwrap();
    assert_eq!(meeting.starts_at, starts_at);
    assert_eq!(meeting.ends_at, starts_at + USUAL_LENGTH);
    assert_eq!(meeting.capacity, Some(40));
}

#[test]
fn a_subject_is_a_field_by_its_name_or_a_part_that_only_one_has() {
    let subject = |typed: &str| form(&format!("{FULL}\nLĩnh vực: {typed}")).map(|of| of.subject);
    for typed in ["transport", " giao thong", "Giao thông"] {
        let code = subject(typed).unwrap().unwrap();
        assert_eq!(code.as_str(), "transport", "{typed}");
    }
    assert_eq!(subject("").unwrap(), None);
    assert_eq!(
        subject("thiên văn học").unwrap_err(),
        [Problem::UnknownName(
            Field::Subject,
            "thiên văn học".to_owned()
        )]
    );
}

#[test]
fn every_problem_is_named_at_once() {
    let problems = form("Mã: ?\nKhu vực: Hà Nội\nBắt đầu: mai\nSố chỗ: nhiều").unwrap_err();
    assert_eq!(
        problems,
        [
            Problem::Unreadable(Field::Code),
            Problem::UnknownName(Field::Areas, "Hà Nội".to_owned()),
            Problem::Unreadable(Field::Start),
            Problem::Unreadable(Field::Capacity),
        ]
    );
    assert_eq!(
        form("Mã: ?\nxin chào\nKhu vực: Hà Nội\nBắt đầu: 8h 5/12/2026").unwrap_err(),
        [
            Problem::UnknownLine("xin chào".to_owned()),
            Problem::Unreadable(Field::Code),
            Problem::UnknownName(Field::Areas, "Hà Nội".to_owned()),
        ]
    );
    assert_eq!(
        form("xin chào").unwrap_err(),
        [Problem::UnknownLine("xin chào".to_owned())]
    );
}

#[test]
fn a_beginning_is_read_as_people_write_it() {
    let council = council();
    for typed in [
        "08:00 05/12/2026",
        "8h 5/12/2026",
        "5/12/2026 08:00",
        "8h ngày 5/12/2026",
        "8 giờ sáng ngày 5 tháng 12",
        "8h00 thứ Bảy tuần sau",
    ] {
        let expected: Timestamp = "2026-12-05T08:00:00+07:00".parse().unwrap();
        assert_eq!(moment(&council, typed, now()), Some(expected), "{typed}");
    }
    let afternoon: Timestamp = "2026-12-05T14:30:00+07:00".parse().unwrap();
    assert_eq!(moment(&council, "2h30 chiều 5/12", now()), Some(afternoon));
    for typed in ["", "8h", "5/12/2026", "25h 5/12/2026", "8h trong tháng 12"] {
        assert_eq!(moment(&council, typed, now()), None, "{typed}");
    }
}

#[test]
fn a_meeting_in_the_past_or_nowhere_is_refused() {
    let past = FULL.replace("2026", "2025");
    assert_eq!(form(&past).unwrap_err(), [Problem::InPast]);
    let nowhere = FULL.replace("Nơi họp: Nhà văn hóa\n", "");
    assert_eq!(form(&nowhere).unwrap_err(), [Problem::NoPlace]);
}

#[test]
fn a_change_says_only_what_changes_and_the_rest_moves_along() {
    let council = council();
    let base = council.meeting(&MeetingCode::new("DV01")).unwrap();
    let meeting = read(&council, Some(base), "bat dau: 09:30 01/12/2026", now()).unwrap();
    assert_eq!(
        meeting.ends_at.duration_since(meeting.starts_at),
        base.ends_at.duration_since(base.starts_at)
    );
    assert_eq!(meeting.venue, base.venue);
    assert!(base.is_moved_by(&meeting));
}
