//! Báo cáo kết quả giám sát việc giải quyết kiến nghị: the council's side. Bodies are counted, persons never.

use super::{
    annex,
    frame::{self, Frame},
};
use crate::{
    domain::{
        answer::{
            appeal::{Outcome, Pace},
            judgement::Verdict,
        },
        keyword::Keyword as _,
    },
    reports::{
        facts::{Case, Done, ReportFacts},
        figures::{self, Counts},
        page::{Cell, Line, Section, Sheet, Table},
        say,
    },
};

pub(super) fn sections(facts: &ReportFacts, frame: &Frame<'_>) -> Vec<Section> {
    let petitions = facts.petitions();
    let counts = facts.counts();
    let mut main = frame.begin();
    main.line(Line::text(frame.say("opening", &[])));
    main.line(frame::part(1, &frame.say("work", &[])));
    main.line(frame::section(1, &frame.say("received", &[])));
    main.line(Line::text(format!(
        "Tiếp nhận {} ý kiến; sau khi tách, gộp còn {} nội dung, {} kiến nghị phải giải quyết; đã chuyển đến {} cơ quan, đơn vị.",
        counts.opinions,
        counts.matters,
        counts.petitions,
        facts.bodies_of(petitions.iter().copied()).len()
    )));
    main.line(frame::section(2, &frame.say("results", &[])));
    let [total, answered, resolved, shown, under_way, explained] = annex::results_of(&petitions);
    main.line(Line::text(format!(
        "Đã trả lời {answered}/{total} kiến nghị ({}): đã giải quyết xong {resolved} ({}), trong đó có minh chứng {shown}, đang giải quyết {under_way} ({}), giải trình, \
         cung cấp thông tin {explained} ({}) (Phụ lục I). Chưa trả lời {}, trong đó quá hạn {}.",
        say::share(answered, total),
        say::share(resolved, total),
        say::share(under_way, total),
        say::share(explained, total),
        counts.open(),
        counts.overdue
    )));
    if let Some(before) = facts.before.as_ref().filter(|before| before.received > 0) {
        main.line(Line::text(format!(
            "Kỳ họp trước ({}): {} kiến nghị, đã trả lời {} ({}).",
            before.name,
            before.received,
            before.answered,
            say::share(before.answered, before.received)
        )));
    }
    main.line(frame::section(3, &frame.say("judged", &[])));
    main.line(Line::text(judged(&petitions)));
    main.line(Line::text(honest(counts)));
    main.line(frame::section(4, &frame.say("verdicts", &[])));
    main.line(Line::text(verdicts(counts)));
    main.line(frame::section(5, &frame.say("assessment", &[])));
    for name in ["assessment_1", "assessment_2"] {
        main.line(Line::text(format!(
            "{} ………………………………………………………………",
            frame.say(name, &[])
        )));
    }
    main.line(frame::part(2, &frame.say("proposals", &[])));
    let (overdue, missed) = (counts.overdue.to_string(), counts.missed.to_string());
    let rejected = counts.rejected.to_string();
    let extra = [
        ("overdue", overdue.as_str()),
        ("missed", &missed),
        ("dissatisfied", &rejected),
    ];
    main.line(Line::text(frame.say("proposals_1", &extra)));
    main.line(frame::last(&frame.say("close", &[])));
    frame.end(&mut main);
    let mut sections = vec![main];
    sections.extend(annexes(facts, frame, &petitions));
    sections
}

fn annexes(facts: &ReportFacts, frame: &Frame<'_>, petitions: &[&Case]) -> Vec<Section> {
    let mut by_body = frame.annex(
        "I",
        "Bảng tổng hợp kết quả giải quyết, trả lời kiến nghị của cử tri",
        Sheet::Landscape,
    );
    by_body.table(annex::results_by_body(facts, petitions));
    let late: Vec<&Case> = petitions
        .iter()
        .copied()
        .chain(&facts.carried_over)
        .filter(|case| {
            case.is_overdue(facts.today)
                || case.missed_its_promise(facts.today)
                || case.times_raised > 1
        })
        .collect();
    let mut pending = frame.annex(
        "II",
        "Danh mục kiến nghị tồn đọng: quá hạn, đã hứa chưa làm, nêu qua nhiều kỳ họp",
        Sheet::Landscape,
    );
    pending.table(list(facts, &late));
    let rejected: Vec<&Case> = petitions
        .iter()
        .filter(|case| case.is_rejected())
        .copied()
        .collect();
    let mut against = frame.annex(
        "III",
        "Danh mục kiến nghị cử tri chưa đồng tình với nội dung trả lời",
        Sheet::Landscape,
    );
    against.table(list(facts, &rejected));
    let followed: Vec<&Case> = petitions
        .iter()
        .copied()
        .chain(&facts.carried_over)
        .filter(|case| case.outcome == Some(Outcome::Follow) || case.pace == Some(Pace::Late))
        .collect();
    let mut follow = frame.annex(
        "IV",
        "Danh mục kiến nghị tiếp tục theo dõi ở kỳ họp sau, chậm tiến độ theo kết luận của Hội đồng nhân dân",
        Sheet::Landscape,
    );
    follow.table(list(facts, &followed));
    vec![by_body, pending, against, follow]
}

/// Answered, resolved, satisfied, hollow, opened again: side by side, each with what it is a share of, never one alone.
fn honest(counts: Counts) -> String {
    let share = |part: usize, whole: usize| format!("{part}/{whole} ({})", say::share(part, whole));
    format!(
        "Các số liệu cần đọc cùng nhau: đã trả lời {}; giải quyết xong có minh chứng, trên số có việc phải làm {}; cử tri báo chưa \
         xong {}; cử tri thấy thỏa đáng, trên số đã cho ý kiến {}; câu trả lời còn chung chung {}; mở lại {}.",
        share(counts.answered, counts.petitions),
        share(counts.resolved, counts.to_be_done),
        share(counts.denied, counts.to_be_done),
        share(counts.satisfied, counts.judged),
        share(counts.hollow, counts.answered),
        share(counts.reopened, counts.petitions)
    )
}

/// What the council itself has said.
fn verdicts(counts: Counts) -> String {
    format!(
        "Đã kết luận {}/{} kiến nghị: đóng {}, theo dõi ở kỳ họp sau {}. Đánh giá tiến độ {}/{} kiến nghị: đúng tiến độ {}, chậm tiến \
         độ {}. Còn {} kiến nghị cử tri chưa đồng tình chờ xem xét.",
        counts.assessed,
        counts.petitions,
        counts.closed,
        counts.assessed - counts.closed,
        counts.paced,
        counts.petitions,
        counts.paced - counts.slow,
        counts.slow,
        counts.appealed
    )
}

fn judged(petitions: &[&Case]) -> String {
    let said: usize = Verdict::ALL
        .iter()
        .map(|verdict| figures::of_verdict(petitions, *verdict))
        .sum();
    let parts: Vec<String> = Verdict::ALL
        .iter()
        .map(|verdict| {
            let many = figures::of_verdict(petitions, *verdict);
            format!(
                "{} {many} ({})",
                figures::verdict_title(*verdict).to_lowercase(),
                say::share(many, said)
            )
        })
        .collect();
    format!(
        "Có {said} kiến nghị được cử tri cho ý kiến về nội dung trả lời: {}.",
        parts.join(", ")
    )
}

fn list(facts: &ReportFacts, cases: &[&Case]) -> Table {
    let mut table = Table::new(&[
        (12, "STT"),
        (26, "Số kiến nghị"),
        (104, "Nội dung kiến nghị/địa phương kiến nghị"),
        (50, "Cơ quan giải quyết"),
        (60, "Tình trạng"),
    ]);
    for (at, case) in cases.iter().enumerate() {
        table.rows.push(vec![
            Cell::mark(at + 1),
            Cell::mark(&case.code),
            Cell::words(format!(
                "{}\n(Cử tri {})",
                say::words(&case.text),
                facts.area(&case.area)
            )),
            Cell::words(facts.body(&case.body)),
            Cell::words(standing(facts, case)),
        ]);
    }
    if table.rows.is_empty() {
        table
            .rows
            .push(vec![Cell::mark("Không có kiến nghị.").over(5)]);
    }
    table
}

fn standing(facts: &ReportFacts, case: &Case) -> String {
    let mut told = vec![figures::standing_title(case)];
    if let Some(shown) = figures::shown(case) {
        told.push(shown);
    }
    if let Done::Denied { on, .. } = &case.done {
        told.push(format!("cử tri báo chưa xong ngày {}", say::short_day(*on)));
    }
    if case.is_overdue(facts.today) {
        told.push(format!("quá hạn từ ngày {}", say::short_day(case.due_on)));
    }
    if let Some(day) = case
        .promised_on
        .filter(|_| case.missed_its_promise(facts.today))
    {
        told.push(format!("đã hứa thực hiện ngày {}", say::short_day(day)));
    }
    if case.times_raised > 1 {
        told.push(format!("nêu tại {} kỳ họp", case.times_raised));
    }
    if let Some(verdict) = case.verdict {
        told.push(format!(
            "cử tri: {}",
            figures::verdict_title(verdict).to_lowercase()
        ));
    }
    if case.reopened > 0 {
        told.push(format!("mở lại {} lần", case.reopened));
    }
    let outcome = case
        .outcome
        .map(|outcome| figures::outcome_title(outcome).to_lowercase());
    let pace = case
        .pace
        .map(|pace| figures::pace_title(pace).to_lowercase());
    let said: Vec<String> = [outcome, pace].into_iter().flatten().collect();
    if !said.is_empty() {
        told.push(format!("HĐND kết luận: {}", said.join(", ")));
    }
    told.join("; ")
}
