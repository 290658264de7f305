//! Báo cáo tổng hợp ý kiến, kiến nghị của cử tri: how voters were met, what they want by competence and field, what was
//! answered, what is carried over; annexes I–V.

use super::{
    annex,
    frame::{self, Frame},
};
use crate::{
    domain::{ids::CategoryCode, meeting::MeetingKind, question::Competence},
    reports::{
        facts::{Case, ReportFacts},
        figures::{self, Counts},
        page::{Cell, Line, Section, Sheet, Table},
        say,
    },
};

/// So many petitions of a level are told in the text; more stand in the annexes alone.
const MOST_IN_TEXT: usize = 150;

pub(super) fn sections(facts: &ReportFacts, frame: &Frame<'_>) -> Vec<Section> {
    let petitions = facts.petitions();
    let mut main = frame.begin();
    main.line(Line::text(frame.say("opening", &[])));
    contact(facts, frame, &mut main);
    opinions(facts, frame, &petitions, &mut main);
    results(facts, frame, &petitions, &mut main);
    carried_over(facts, frame, &mut main);
    requests(frame, &petitions, &mut main);
    main.line(frame::last(&frame.say("close", &[])));
    frame.end(&mut main);
    let mut sections = vec![main];
    sections.extend(annexes(facts, frame, &petitions));
    sections
}

/// I. How voters were met.
fn contact(facts: &ReportFacts, frame: &Frame<'_>, main: &mut Section) {
    main.line(frame::part(1, &frame.say("contact", &[])));
    let held: Vec<_> = facts
        .meetings
        .iter()
        .filter(|held| !held.is_cancelled)
        .collect();
    if let (Some(first), Some(last)) = (held.first(), held.last()) {
        let day = |meeting| say::long_day(facts.begins(meeting).date());
        let (from, to) = (day(&first.meeting), day(&last.meeting));
        main.line(Line::text(format!(
            "Từ {from} đến {to}, đã tổ chức {} hội nghị tiếp xúc cử tri {} kỳ họp: {}.",
            say::two(held.len()),
            facts.phase(),
            kinds(
                &held
                    .iter()
                    .map(|held| held.meeting.kind)
                    .collect::<Vec<_>>()
            )
        )));
        let came: u32 = held.iter().map(|held| held.came).sum();
        let spoke = held
            .iter()
            .flat_map(|held| &held.speakers)
            .filter(|speaker| speaker.spoke)
            .count();
        main.line(Line::text(format!(
            "Có {came} lượt cử tri tham dự, {spoke} lượt cử tri phát biểu tại hội nghị."
        )));
        if let Some(told) = outcomes(facts) {
            main.line(Line::text(told));
        }
    } else {
        main.line(Line::text(
            "Chưa có hội nghị tiếp xúc cử tri nào được tổ chức cho kỳ họp này.",
        ));
    }
    let counts = facts.counts();
    main.line(Line::text(format!(
        "Tổng số ý kiến tiếp nhận: {}. Sau khi tách các ý kiến nhiều nội dung ({}) và gộp các ý kiến trùng ({}) còn {} nội dung; \
         trong đó đã hướng dẫn, trả lại {}, số kiến nghị phải giải quyết là {}.",
        counts.opinions, counts.parts, counts.merged, counts.matters, counts.returned, counts.petitions
    )));
}

fn outcomes(facts: &ReportFacts) -> Option<String> {
    let written: Vec<_> = facts
        .meetings
        .iter()
        .filter_map(|held| held.outcome)
        .collect();
    if written.is_empty() {
        return None;
    }
    let sum = |of: fn(&crate::domain::meeting::outcome::Outcome) -> u32| {
        written.iter().map(of).sum::<u32>()
    };
    Some(format!(
        "Theo biên bản của {} hội nghị đã ghi kết quả: {} ý kiến; trả lời tại chỗ {}; tổng hợp, chuyển cơ quan có thẩm quyền {}.",
        written.len(),
        sum(|outcome| outcome.opinions),
        sum(|outcome| outcome.answered),
        sum(|outcome| outcome.passed_on)
    ))
}

fn kinds(held: &[MeetingKind]) -> String {
    let title = |kind| match kind {
        MeetingKind::Constituency => "theo đơn vị bầu cử",
        MeetingKind::Residence => "nơi cư trú",
        MeetingKind::Workplace => "nơi làm việc",
        MeetingKind::Theme => "theo chuyên đề",
        MeetingKind::Audience => "theo đối tượng",
        MeetingKind::Online => "trực tuyến hoặc kết hợp",
        MeetingKind::Outside => "ngoài đơn vị bầu cử",
    };
    let mut told = Vec::new();
    for kind in <MeetingKind as crate::domain::keyword::Keyword>::ALL {
        let many = held.iter().filter(|one| *one == kind).count();
        if many > 0 {
            told.push(format!("{} cuộc {}", say::two(many), title(*kind)));
        }
    }
    told.join(", ")
}

/// II. What they want, by competence and field.
fn opinions(facts: &ReportFacts, frame: &Frame<'_>, petitions: &[&Case], main: &mut Section) {
    main.line(frame::part(2, &frame.say("opinions", &[])));
    let of = |level| figures::of_level(petitions, level);
    let (central, province) = (
        of(Some(Competence::Central)),
        of(Some(Competence::Province)),
    );
    let (own, undecided) = (of(Some(Competence::Commune)), of(None));
    let mut lead = format!(
        "Có {} ý kiến, kiến nghị; trong đó: {} thuộc thẩm quyền Trung ương, {} cấp tỉnh, {} {}",
        petitions.len(),
        central.len(),
        province.len(),
        own.len(),
        facts.council.title_of_level()
    );
    if !undecided.is_empty() {
        lead = format!("{lead}, {} chưa xác định thẩm quyền", undecided.len());
    }
    main.line(Line::text(lead + " (chi tiết tại Phụ lục I, II và IV)."));
    let levels = [
        ("central", central),
        ("province", province),
        ("own", own),
        ("undecided", undecided),
    ];
    let mut number = 0;
    for (name, cases) in levels {
        if name == "undecided" && cases.is_empty() {
            continue;
        }
        number += 1;
        let title = frame.say(name, &[]);
        main.line(frame::section(
            number,
            &format!("{title} ({} kiến nghị)", cases.len()),
        ));
        by_field(facts, frame, &cases, main);
    }
}

fn by_field(facts: &ReportFacts, frame: &Frame<'_>, cases: &[&Case], main: &mut Section) {
    if cases.is_empty() {
        main.line(Line::text("Không có kiến nghị."));
        return;
    }
    if cases.len() > MOST_IN_TEXT {
        main.line(Line::text("Danh mục kiến nghị nêu tại Phụ lục I."));
    }
    let mut categories = Vec::new();
    for case in cases {
        if !categories.contains(&&case.category) {
            categories.push(&case.category);
        }
    }
    let place = |code: &CategoryCode| {
        facts
            .council
            .categories
            .iter()
            .position(|category| category.code == *code)
    };
    categories.sort_by_key(|code| place(code).unwrap_or(usize::MAX));
    for (letter, category) in ('a'..='z').chain('α'..).zip(categories) {
        let own: Vec<&Case> = cases
            .iter()
            .filter(|case| case.category == *category)
            .copied()
            .collect();
        let head = format!(
            "{letter}) {} ({} kiến nghị)",
            facts.category(category),
            own.len()
        );
        main.line(Line::text(head).italic().with_next());
        if cases.len() > MOST_IN_TEXT {
            continue;
        }
        for case in annex::by_place(facts, &own) {
            let (area, text) = (facts.area(&case.area), say::one_line(&case.text));
            let item = frame.say(
                "item",
                &[("area", &area), ("text", say::without_end(&text))],
            );
            main.line(Line::text(format!(
                "- {} ({}).",
                say::without_end(&item),
                case.code
            )));
        }
    }
}

/// III. What was answered: on the spot, and since.
fn results(facts: &ReportFacts, frame: &Frame<'_>, petitions: &[&Case], main: &mut Section) {
    main.line(frame::part(3, &frame.say("on_the_spot", &[])));
    let counts = facts.counts();
    main.line(frame::section(1, &frame.say("spot", &[])));
    main.line(Line::text(format!(
        "Đã trả lời ngay tại hội nghị {}/{} kiến nghị ({}).",
        counts.on_the_spot,
        counts.petitions,
        say::share(counts.on_the_spot, counts.petitions)
    )));
    main.line(frame::section(2, &frame.say("results", &[])));
    main.line(Line::text(answered(counts)));
    let [total, _, resolved, shown, under_way, explained] = annex::results_of(petitions);
    main.line(Line::text(format!(
        "Trong {total} kiến nghị: đã giải quyết xong {resolved} ({}), trong đó có minh chứng {shown}; giải trình, cung cấp thông \
         tin {explained} ({}); đang giải quyết {under_way} ({}); danh mục đã trả lời tại Phụ lục III.",
        say::share(resolved, total),
        say::share(explained, total),
        say::share(under_way, total)
    )));
    if counts.denied > 0 {
        main.line(Line::text(format!(
            "Có {} kiến nghị được báo đã giải quyết xong nhưng cử tri cho biết chưa xong.",
            counts.denied
        )));
    }
    if let Some(before) = facts.before.as_ref().filter(|before| before.received > 0) {
        main.line(Line::text(format!(
            "So với {}: {} kiến nghị, đã trả lời {} ({}), đã giải quyết xong {} ({}).",
            before.name,
            before.received,
            before.answered,
            say::share(before.answered, before.received),
            before.resolved,
            say::share(before.resolved, before.received)
        )));
    }
}

fn answered(counts: Counts) -> String {
    format!(
        "Đến ngày lập báo cáo đã trả lời {}/{} kiến nghị ({}); chưa trả lời {}, trong đó quá hạn {}.",
        counts.answered,
        counts.petitions,
        say::share(counts.answered, counts.petitions),
        counts.open(),
        counts.overdue
    )
}

/// IV. What is carried over.
fn carried_over(facts: &ReportFacts, frame: &Frame<'_>, main: &mut Section) {
    main.line(frame::part(4, &frame.say("carried_over", &[])));
    let again = facts
        .petitions()
        .iter()
        .filter(|case| case.times_raised > 1)
        .count();
    let open = facts
        .carried_over
        .iter()
        .filter(|case| case.is_open())
        .count();
    main.line(Line::text(format!(
        "Còn {} kiến nghị gửi đến các kỳ họp trước chưa giải quyết xong, trong đó {} chưa được trả lời, {} đã trả lời nhưng đang giải \
         quyết; {again} kiến nghị gửi đến kỳ họp này đã nêu từ hai kỳ họp trở lên (danh mục tại Phụ lục V).",
        facts.carried_over.len(),
        open,
        facts.carried_over.len() - open
    )));
}

/// V. What is asked of whom.
fn requests(frame: &Frame<'_>, petitions: &[&Case], main: &mut Section) {
    main.line(frame::part(5, &frame.say("requests", &[])));
    main.line(Line::text(format!(
        "1. {}",
        frame.say("request_answer", &[])
    )));
    let above = above(petitions).len();
    if above > 0 {
        let above = above.to_string();
        main.line(Line::text(format!(
            "2. {}",
            frame.say("request_above", &[("above", &above)])
        )));
    }
}

fn above<'c>(petitions: &[&'c Case]) -> Vec<&'c Case> {
    let is_above = |case: &&&Case| {
        matches!(
            case.competence,
            Some(Competence::Central | Competence::Province)
        )
    };
    petitions.iter().filter(is_above).copied().collect()
}

fn annexes(facts: &ReportFacts, frame: &Frame<'_>, petitions: &[&Case]) -> Vec<Section> {
    let session = facts
        .session
        .as_ref()
        .map_or("kỳ họp", |session| session.name.vi.as_str());
    let council = &facts.council.name.vi;
    let term = &facts.council.term.name;
    let listed = |number: &str, title: String, table: Table| {
        let mut section = frame.annex(number, &title, Sheet::Landscape);
        section.table(table);
        section
    };
    let note: [annex::More; 1] = [(26, "Ghi chú", |_, case| {
        if case.times_raised > 1 {
            format!("Đã nêu {} kỳ họp", case.times_raised)
        } else {
            String::new()
        }
    })];
    let sent: [annex::More; 1] = [(26, "Ghi chú", |_, case| {
        case.upward
            .as_ref()
            .map_or_else(String::new, |(to, number, _)| format!("{to}, số {number}"))
    })];
    let document: [annex::More; 3] = [
        (26, "Cơ quan, đơn vị trả lời", |facts, case| {
            facts.body(&case.body)
        }),
        (26, "Viện dẫn văn bản trả lời", annex::answer_document),
        (26, "Kết quả", |_, case| figures::standing_title(case)),
    ];
    let answered: Vec<&Case> = petitions
        .iter()
        .filter(|case| case.state == "answered")
        .copied()
        .collect();
    vec![
        listed(
            "I",
            format!("Danh mục kiến nghị của cử tri gửi đến {session} {council}, nhiệm kỳ {term}"),
            annex::listed(facts, petitions, &note),
        ),
        listed(
            "II",
            "Danh mục kiến nghị của cử tri thuộc thẩm quyền cơ quan cấp trên, chuyển Đoàn đại biểu Quốc hội và cơ quan cấp tỉnh xem \
             xét giải quyết"
                .to_owned(),
            annex::listed(facts, &above(petitions), &sent),
        ),
        listed(
            "III",
            "Danh mục kiến nghị của cử tri đã được trả lời, chuyển Tổ đại biểu trả lời cử tri".to_owned(),
            annex::listed(facts, &answered, &document),
        ),
        listed(
            "IV",
            format!(
                "Danh mục kiến nghị của cử tri thuộc thẩm quyền giải quyết của {}",
                facts.council.title_of_level()
            ),
            annex::listed(facts, &figures::of_level(petitions, Some(Competence::Commune)), &note),
        ),
        listed(
            "V",
            "Danh mục kiến nghị tồn đọng qua nhiều kỳ họp".to_owned(),
            left_over(facts, petitions),
        ),
    ]
}

/// What earlier sessions left open, and what was raised again.
fn left_over(facts: &ReportFacts, petitions: &[&Case]) -> Table {
    let mut table = Table::new(&[
        (12, "STT"),
        (24, "Số kiến nghị"),
        (92, "Nội dung kiến nghị/địa phương kiến nghị"),
        (34, "Thời điểm kiến nghị"),
        (38, "Cơ quan giải quyết"),
        (28, "Tình trạng"),
        (24, "Thời hạn"),
    ]);
    let raised = petitions
        .iter()
        .copied()
        .filter(|case| case.times_raised > 1);
    for (at, case) in facts.carried_over.iter().chain(raised).enumerate() {
        let mut row = annex::begin_carried_over(facts, at, case);
        row.extend([
            Cell::words(facts.body(&case.body)),
            Cell::words(figures::standing_title(case)),
            annex::next_day(case),
        ]);
        table.rows.push(row);
    }
    if table.rows.is_empty() {
        table
            .rows
            .push(vec![Cell::mark("Không có kiến nghị tồn đọng.").over(7)]);
    }
    table
}
