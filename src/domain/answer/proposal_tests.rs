use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::domain::keyword::Keyword;

/// A Monday.
const TODAY: Date = date(2026, 11, 23);

/// Answers with the class and the day that a reader gives them: the rules were written with these before their eyes.
const SEEN: &str = include_str!("proposal_dev.tsv");
/// The same, written before the rules were tried and never looked at while they were changed.
const HELD_OUT: &str = include_str!("proposal_heldout.tsv");

/// Answers with everything that their paper carries: class, day, sub-class, number of the document, signer.
const WITH_RECORD: &str = include_str!("proposal_record.tsv");

fn letter_class(letter: &str) -> ResultClass {
    match letter {
        "R" => ResultClass::Resolved,
        "I" => ResultClass::InProgress,
        "P" => ResultClass::Planned,
        "N" => ResultClass::NotYet,
        "S" => ResultClass::SetAside,
        "U" => ResultClass::SentUp,
        _ => ResultClass::Explained,
    }
}

/// How many are right in class, how many in class and day, of how many; the wrong ones in words.
fn measure(answers: &str) -> (usize, usize, usize, Vec<String>) {
    let (mut classes, mut both, mut all, mut wrong) = (0, 0, 0, Vec::new());
    for line in answers.lines() {
        let parts: Vec<&str> = line.split('\t').collect();
        let [letter, day, answer] = parts[..] else {
            panic!("{line}")
        };
        let day: Option<Date> = day.parse().ok();
        let proposal = of(answer, TODAY);
        let is_class = proposal.class == letter_class(letter);
        let is_both = is_class && proposal.facts.on == day;
        classes += usize::from(is_class);
        both += usize::from(is_both);
        all += 1;
        if !is_both {
            let (class, on) = (proposal.class, proposal.facts.on);
            wrong.push(format!(
                "{letter} {day:?}: {class:?} {on:?} ({:?}) {answer}",
                proposal.because
            ));
        }
    }
    (classes, both, all, wrong)
}

#[test]
fn class_and_day_of_answers_are_read() {
    let (classes, both, all, wrong) = measure(SEEN);
    assert!(
        both * 100 >= all * 97,
        "{classes} and {both} of {all}: {wrong:#?}"
    );
}

#[test]
fn class_and_day_of_answers_that_were_not_seen_are_read() {
    let (classes, both, all, wrong) = measure(HELD_OUT);
    assert!(
        both * 100 >= all * 85,
        "{classes} and {both} of {all}: {wrong:#?}"
    );
}

#[test]
fn class_subclass_document_signer_and_day_of_answers_are_read() {
    let (mut whole, mut all, mut wrong) = (0, 0, Vec::new());
    let mut right = [0; 5];
    for line in WITH_RECORD.lines() {
        let parts: Vec<&str> = line.split('\t').collect();
        let [letter, day, subclass, number, signer, answer] = parts[..] else {
            panic!("{line}")
        };
        let proposal = of(answer, TODAY);
        let facts = &proposal.facts;
        let document = facts.document.as_ref();
        let read = [
            proposal.class == letter_class(letter),
            facts.on == day.parse().ok(),
            facts.subclass.map_or("-", Keyword::as_str) == subclass,
            document.map_or("-", |found| found.number.as_str()) == number,
            facts.signer.as_deref().unwrap_or("-") == signer,
        ];
        for (count, is_right) in right.iter_mut().zip(read) {
            *count += usize::from(is_right);
        }
        let is_whole = read.iter().all(|is_right| *is_right);
        whole += usize::from(is_whole);
        all += 1;
        if !is_whole {
            wrong.push(format!("{read:?} {proposal:?} {answer}"));
        }
    }
    assert!(all >= 100, "{all}");
    assert!(
        whole * 100 >= all * 90,
        "{whole} of {all} ({right:?}): {wrong:#?}"
    );
}

#[test]
fn what_is_proposed_says_why() {
    let proposal = of(
        "Phường sẽ nạo vét cống trước mùa mưa, xong trước 30/4/2027.",
        TODAY,
    );
    assert_eq!(proposal.because.as_deref(), Some("xong trước 30/4/2027"));
    let proposal = of(
        "Đang thi công, dự kiến hoàn thành trong tháng 1/2027",
        TODAY,
    );
    assert_eq!(
        proposal.because.as_deref(),
        Some("hoàn thành trong tháng 1/2027")
    );
    let proposal = of("UBND phường đã cho nạo vét cống.", TODAY);
    assert_eq!(proposal.because.as_deref(), Some("đã cho nạo vét"));
    assert_eq!(of("Giá nước do tỉnh quy định.", TODAY).because, None);
}

#[test]
fn an_obstacle_is_told_in_the_answers_own_words() {
    let proposal = of(
        "Do vướng mặt bằng của 3 hộ, tuyến đường chưa thể mở rộng.",
        TODAY,
    );
    assert_eq!(
        proposal.facts.obstacle.as_deref(),
        Some("Do vướng mặt bằng của 3 hộ")
    );
}

#[test]
fn a_day_alone_is_told_from_an_answer() {
    for (typed, day) in [
        ("30/12/2026", Some(date(2026, 12, 30))),
        ("Chậm nhất là 30/12", Some(date(2026, 12, 30))),
        ("cuối tháng 12 nhé", Some(date(2026, 12, 31))),
        ("Sửa xong rồi, bà con xem lại hôm 20/11.", None),
        ("Khởi công trong tháng 12.", None),
        ("UBND phường sẽ khởi công trong tháng 12.", None),
        ("Khởi công ngày 1 tháng 12.", None),
        ("", None),
    ] {
        assert_eq!(lone_day(typed, TODAY), day, "{typed}");
    }
}

#[test]
fn a_class_that_somebody_chose_keeps_the_day_of_the_words() {
    let answer = "Đang thi công, xong trước 30/12/2026.";
    let facts = facts_for(ResultClass::Planned, answer, TODAY);
    assert_eq!(facts.on, Some(date(2026, 12, 30)));
    assert_eq!(
        facts_for(ResultClass::Explained, answer, TODAY),
        Facts::default()
    );
}

proptest! {
    #[test]
    fn what_is_proposed_can_be_sent(
        answer in "(đã |đang |sẽ |sửa |xong |trước |trong |tháng 12 |30/4/2027|, |\\. |tạm gác |chưa có vốn |chuyển |ubnd tỉnh |số 12/UB ngày 1/11/2026 |\\PC){0,14}"
    ) {
        let proposal = of(&answer, TODAY);
        prop_assert!(proposal.facts.suffice(proposal.class), "{:?}", proposal);
        prop_assert!(!proposal.others.contains(&proposal.class));
        if let Some(day) = proposal.facts.on {
            prop_assert!(facts::check_day(day, TODAY).is_ok());
        }
    }
}
