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
    for (typed, code) in [
        ("roads, bridges, traffic", "transport"),
        ("tái định cư", "land"),
    ] {
        assert_eq!(subject(typed).unwrap().unwrap().as_str(), code);
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

/// The form with one line more, or another.
fn with(line: &str) -> Result<Meeting, Vec<Problem>> {
    form(&format!("{FULL}\n{line}"))
}

#[test]
fn kind_phase_session_and_bodies_are_known_by_either_name() {
    for (typed, kind) in [
        ("nơi làm việc", MeetingKind::Workplace),
        ("Online", MeetingKind::Online),
        (" đơn vị bầu cử ", MeetingKind::Constituency),
    ] {
        assert_eq!(with(&format!("Loại: {typed}")).unwrap().kind, kind);
    }
    for (typed, phase) in [
        ("trước", MeetingPhase::Before),
        ("before", MeetingPhase::Before),
        ("Sau", MeetingPhase::After),
        ("after", MeetingPhase::After),
    ] {
        assert_eq!(with(&format!("Đợt: {typed}")).unwrap().phase, phase);
    }
    let unreadable = |line: &str, field| {
        assert_eq!(with(line).unwrap_err(), [Problem::Unreadable(field)]);
    };
    unreadable("Loại: vui vẻ", Field::Kind);
    unreadable("Đợt: giữa", Field::Phase);
    let council = council();
    let last = council.sessions.last().unwrap();
    for typed in [last.code.as_str(), &last.name.vi.to_uppercase()] {
        let meeting = with(&format!("Kỳ họp: {typed}")).unwrap();
        assert_eq!(meeting.session.as_ref(), Some(&last.code), "{typed}");
    }
    assert_eq!(with("Kỳ họp:").unwrap().session, None);
    let unknown = |field, name: &str| vec![Problem::UnknownName(field, name.to_owned())];
    assert_eq!(
        with("Kỳ họp: lần nào đó").unwrap_err(),
        unknown(Field::Session, "lần nào đó")
    );
    let (first, second) = (&council.bodies[1], &council.bodies[2]);
    let typed = format!("Đơn vị: {}, ; {}", first.code, second.name.vi);
    assert_eq!(
        with(&typed).unwrap().bodies,
        [first.code.clone(), second.code.clone()]
    );
    assert_eq!(
        with("Đơn vị: ban nhạc").unwrap_err(),
        unknown(Field::Bodies, "ban nhạc")
    );
}

#[test]
fn an_empty_line_takes_back_what_a_meeting_can_do_without() {
    let council = council();
    let base = council.meeting(&MeetingCode::new("DV01")).unwrap();
    let change = |typed: &str| read(&council, Some(base), typed, now());
    let cleared = change("Số chỗ:\nDành riêng:").unwrap();
    assert_eq!((cleared.capacity, cleared.reserved), (None, 0));
    assert_eq!(change("Dành riêng: 7").unwrap().reserved, 7);
    assert_eq!(change("Kết thúc:").unwrap().ends_at, base.ends_at);
    assert_eq!(
        change("Bắt đầu:").unwrap_err(),
        [Problem::Unreadable(Field::Start)]
    );
    let online = change("Trực tuyến: https://hop.vn/1").unwrap();
    assert_eq!(online.online_url.as_deref(), Some("https://hop.vn/1"));
    assert_eq!(online.location, base.location);
    let elsewhere = change("Nơi họp: Sân vận động").unwrap();
    assert_eq!(elsewhere.location, None, "the pin was of the old room");
    assert_eq!(elsewhere.venue.unwrap().vi, "Sân vận động");
    let code = change("Mã: KHAC-1").unwrap().code;
    assert_eq!(code, base.code, "the code stands on posters");
    assert_eq!(
        change("Bắt đầu: 8h 6/12/2026\nxin chào").unwrap_err(),
        [Problem::UnknownLine("xin chào".to_owned())]
    );
}

#[test]
fn a_beginning_alone_moves_a_meeting_that_is_there_and_makes_none() {
    let council = council();
    let base = council.meeting(&MeetingCode::new("DV01")).unwrap();
    let moved = read(&council, Some(base), " 8h ngày 5/12/2026 ", now()).unwrap();
    let starts_at: Timestamp = "2026-12-05T08:00:00+07:00".parse().unwrap();
    assert_eq!(moved, base.clone().starting(starts_at));
    let line = "8h ngày 5/12/2026";
    assert_eq!(
        form(line).unwrap_err(),
        [Problem::UnknownLine(line.to_owned())]
    );
    assert_eq!(
        read(&council, Some(base), "xin chào", now()).unwrap_err(),
        [Problem::UnknownLine("xin chào".to_owned())]
    );
    let with_it = format!("{line}\nSố chỗ: 60");
    assert_eq!(
        read(&council, Some(base), &with_it, now()).unwrap_err(),
        [Problem::UnknownLine(line.to_owned())],
        "in a form every line has its name"
    );
}

#[test]
fn lengths_seats_and_closing_times_are_held_against_each_other() {
    for (line, problem) in [
        ("Kết thúc: 8h 05/12/2026", Problem::BadLength),
        ("Kết thúc: 7h 05/12/2026", Problem::BadLength),
        ("Kết thúc: 8h01 06/12/2026", Problem::BadLength),
        ("Hạn đăng ký: 8h01 05/12/2026", Problem::ClosesTooLate),
        ("Dành riêng: 41", Problem::ReservedAboveCapacity),
    ] {
        assert_eq!(with(line).unwrap_err(), [problem], "{line}");
    }
    for line in [
        "Kết thúc: 8h 06/12/2026",
        "Kết thúc: 11h30 05/12/2026",
        "Hạn đăng ký: 8h 05/12/2026",
        "Hạn đăng ký: 17h 04/12/2026",
        "Dành riêng: 40",
        "Dành riêng: 5",
    ] {
        assert!(with(line).is_ok(), "{line}");
    }
}

#[test]
fn a_meeting_in_an_area_is_held_by_its_delegation_for_three_hours() {
    let starts_at: Timestamp = "2026-12-05T08:00:00+07:00".parse().unwrap();
    let meeting = in_area(&council(), &AreaCode::new("dong-van"), starts_at);
    assert_eq!(meeting.areas, [AreaCode::new("dong-van")]);
    assert_eq!(meeting.bodies, [BodyCode::new("to-1")]);
    assert_eq!(meeting.starts_at, starts_at);
    assert_eq!(meeting.ends_at, starts_at + USUAL_LENGTH);
}

#[test]
fn a_code_has_two_to_twenty_four_letters_digits_and_dashes() {
    let longest = "A".repeat(MAX_CODE);
    for typed in ["a1", "DV-9", longest.as_str()] {
        assert_eq!(code(typed), Some(MeetingCode::new(typed.to_uppercase())));
    }
    for typed in ["a", "a b", "Đ9", "dv_9", &format!("{longest}A")] {
        assert_eq!(code(typed), None, "{typed}");
    }
}

#[test]
fn noon_is_no_evening() {
    let at = |typed| moment(&council(), typed, now());
    let noon: Timestamp = "2026-12-05T12:00:00+07:00".parse().unwrap();
    assert_eq!(at("12h chiều 5/12/2026"), Some(noon));
    let eleven: Timestamp = "2026-12-05T23:00:00+07:00".parse().unwrap();
    assert_eq!(at("11h tối 5/12/2026"), Some(eleven));
}
