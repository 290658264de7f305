//! Biên bản hội nghị tiếp xúc cử tri (Mẫu 1.9): who was there, what voters said, who answered on the spot, where it goes. No
//! line of place and date. Names of voters stand only in the office's copy.

use super::{
    frame::{self, Frame},
    meeting,
};
use crate::{
    domain::{body::BodyKind, meeting::MeetingPhase},
    reports::{
        Result,
        facts::{Case, Held, ReportFacts},
        figures,
        page::{Cell, Down, Line, Section, Sheet, Table},
        say,
    },
};

pub(super) fn sections(facts: &ReportFacts, frame: &Frame<'_>) -> Result<Vec<Section>> {
    let held = meeting(facts)?;
    let mut main = frame.begin();
    let begins = facts.begins(&held.meeting);
    main.line(Line::text(format!(
        "Thời gian bắt đầu: {}, {}",
        say::hour(begins),
        say::long_day(begins.date())
    )));
    main.line(Line::text(format!(
        "Địa điểm: {}",
        facts.venue(&held.meeting)
    )));
    main.line(Line::text(frame.say("attended", &[])).with_next());
    attended(facts, held, &mut main);
    main.line(Line::text("Chủ trì (chủ tọa): ……………………………………………"));
    main.line(Line::text("Thư ký (người ghi biên bản): …………………………………"));
    main.line(Line::text("Nội dung (theo diễn biến hội nghị):").with_next());
    let reported = match held.meeting.phase {
        MeetingPhase::Before => "reported_before",
        MeetingPhase::After => "reported_after",
    };
    for (letter, name) in ('a'..).zip(["reason", reported, "earlier"]) {
        main.line(Line::text(format!("{letter}) {}", frame.say(name, &[]))));
    }
    main.line(Line::text(format!("d) {}", frame.say("opinions", &[]))).with_next());
    counted(facts, held, &mut main);
    main.line(Line::text(
        "Các ý kiến, kiến nghị ghi tại Phụ lục kèm theo Biên bản này.",
    ));
    main.line(Line::text(format!("đ) {}", frame.say("explained", &[]))));
    main.line(Line::text("………………………………………………………………………………………"));
    main.line(Line::text(format!("e) {}", frame.say("accepted", &[]))));
    main.line(Line::text("………………………………………………………………………………………"));
    main.line(frame::last(
        "Hội nghị kết thúc vào ……… giờ ………, ngày …… tháng …… năm ………",
    ));
    frame.end_of_minutes(&mut main, ("THƯ KÝ", "CHỦ TỌA"));
    let mut annex = frame.annex(
        "",
        "Tổng hợp ý kiến, kiến nghị của cử tri tại hội nghị",
        Sheet::Landscape,
    );
    annex.table(table(facts, frame));
    Ok(vec![main, annex])
}

fn attended(facts: &ReportFacts, held: &Held, main: &mut Section) {
    let hosts = facts.hosts(&held.meeting);
    main.line(Line::text(format!(
        "- Đại biểu HĐND ({}): có mặt ……… đại biểu; vắng ……… đại biểu, lý do ………;",
        if hosts.is_empty() {
            facts.council.short_name.vi.clone()
        } else {
            hosts
        }
    )));
    let invited = facts.council.bodies.iter().filter(|body| {
        matches!(
            body.kind,
            BodyKind::StandingBody
                | BodyKind::PeoplesCommittee
                | BodyKind::Agency
                | BodyKind::FatherlandFront
        )
    });
    for body in invited {
        main.line(Line::text(format!(
            "- {}: có mặt ……… ; vắng ………;",
            body.name.vi
        )));
    }
    main.line(Line::text(format!(
        "- Cử tri {}: đăng ký {}, có mặt {}.",
        facts.areas(&held.meeting),
        held.registered,
        held.came
    )));
}

fn counted(facts: &ReportFacts, held: &Held, main: &mut Section) {
    let spoke = held.speakers.iter().filter(|speaker| speaker.spoke).count();
    let recorded = facts.cases.iter().filter(|case| case.counts()).count();
    let mut told =
        format!("Có {spoke} lượt cử tri phát biểu; ghi nhận {recorded} ý kiến, kiến nghị");
    if let Some(outcome) = held.outcome {
        told = format!(
            "{told}. Theo ghi chép của thư ký: {} ý kiến, trả lời tại chỗ {}, chuyển cơ quan có thẩm quyền {}",
            outcome.opinions, outcome.answered, outcome.passed_on
        );
    }
    main.line(Line::text(told + "."));
}

/// What voters said, in the order of the codes.
fn table(facts: &ReportFacts, frame: &Frame<'_>) -> Table {
    let spans = |text: &str| Cell::head(text).down(Down::Begins);
    let goes_on = || Cell::default().down(Down::GoesOn);
    let mut heads = vec![
        spans("TT"),
        spans("Họ tên cử tri"),
        spans("Thôn/TDP"),
        spans("Nội dung"),
        spans("Lĩnh vực"),
        spans("Thẩm quyền"),
        Cell::head("Trả lời tại chỗ").over(2),
    ];
    heads.extend([spans("Chuyển đến"), spans("Mã")]);
    let mut second: Vec<Cell> = (0..6).map(|_| goes_on()).collect();
    second.extend([
        Cell::head("Người trả lời"),
        Cell::head("Nội dung"),
        goes_on(),
        goes_on(),
    ]);
    let mut table = Table {
        widths: vec![10, 28, 26, 55, 22, 20, 22, 26, 20, 23],
        heads: vec![heads, second],
        points: 11,
        ..Table::default()
    };
    for (at, case) in facts.cases.iter().filter(|case| case.counts()).enumerate() {
        let area = facts.area(&case.area);
        let voter = case
            .voter
            .clone()
            .unwrap_or_else(|| frame.say("voter", &[("area", &area)]));
        let (by, said) = on_the_spot(facts, case);
        let to = if case.on_the_spot {
            String::new()
        } else {
            facts.body(&case.body)
        };
        table.rows.push(vec![
            Cell::mark(at + 1),
            Cell::words(voter),
            Cell::words(area),
            Cell::words(say::words(&case.text)),
            Cell::words(facts.category(&case.category)),
            Cell::words(figures::level_title(case.competence)),
            Cell::words(by),
            Cell::words(said),
            Cell::words(to),
            Cell::mark(&case.code),
        ]);
    }
    if table.rows.is_empty() {
        table.rows.push(vec![
            Cell::mark("Chưa có ý kiến nào được ghi nhận.").over(10),
        ]);
    }
    table
}

fn on_the_spot(facts: &ReportFacts, case: &Case) -> (String, String) {
    match (&case.answer, case.on_the_spot) {
        (Some(told), true) => (facts.body(&case.body), say::words(&told.text)),
        _ => (String::new(), String::new()),
    }
}
