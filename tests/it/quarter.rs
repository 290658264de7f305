//! A quarter in a minute: three delegations, 200 questions, 90 days with holidays, a Saturday worked, and four days
//! on which the bot was down. Nobody is told twice, nothing about what is done, nothing at night or on a day off.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use jiff::{ToSpan, civil::Date, civil::date};

use crate::{
    people::Person,
    world::{Town, no_meetings},
};

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;
const QUESTIONS: usize = 200;
const FIRST_DAY: Date = date(2026, 11, 23);
const SATURDAY_WORKED: Date = date(2026, 12, 12);
/// Monday; the bot is down from 08:00 until Friday, 10:00.
const DOWN_FROM: Date = date(2026, 12, 21);
/// Holidays of the council file that lie in the quarter.
const OFF: [Date; 5] = [
    date(2027, 1, 1),
    date(2027, 2, 5),
    date(2027, 2, 8),
    date(2027, 2, 9),
    date(2027, 2, 10),
];

/// Matters and the fields they belong to, as the buttons name them.
const MATTERS: [(&str, &str); 5] = [
    ("Đường bê tông hỏng nặng", "Giao thông"),
    ("Rác thải ứ đọng bốc mùi", "Môi trường"),
    ("Trường mầm non thiếu phòng học", "Giáo dục"),
    ("Mương tưới cạn nước cho lúa", "Nông nghiệp"),
    ("Trạm y tế thiếu thuốc bảo hiểm", "Y tế"),
];

/// Which body's resident lives where.
const PLACES: [(&str, &str); 3] = [
    ("to-1", "Phường Đồng Văn"),
    ("to-2", "Phường Bạch Thượng"),
    ("to-3", "Phường Hòa Mạc"),
];

/// A message that the bot wrote by itself.
struct Told {
    day: Date,
    hour: i64,
    whom: &'static str,
    text: String,
}

/// One question as the delegates treat it.
struct Asked {
    number: usize,
    body: usize,
    code: String,
    on: usize,
    is_answered: bool,
}

struct Quarter {
    town: Town,
    residents: Vec<Person>,
    delegates: Vec<Person>,
    standing: Person,
    asked: Vec<Asked>,
    told: Vec<Told>,
    heard: BTreeMap<i64, i64>,
    /// Seconds since the first day, midnight.
    clock: i64,
}

impl Quarter {
    async fn begin() -> Self {
        let council = no_meetings()
            .replace("answer_days = 30 ", "answer_days = 10 ")
            .replace("max_open_questions = 10 ", "max_open_questions = 900 ")
            .replace("on = [2026-08-22]", "on = [2026-08-22, 2026-12-12]");
        let town = Town::with_council(&council).await;
        let (mut residents, mut delegates) = (Vec::new(), Vec::new());
        for (body, area) in PLACES {
            delegates.push(town.group_of(body).await.member("Đại biểu"));
            residents.push(town.resident(body, area).await);
        }
        let standing = town.group_of("thuong-truc").await.member("Thường trực");
        Self {
            town,
            residents,
            delegates,
            standing,
            asked: Vec::new(),
            told: Vec::new(),
            heard: BTreeMap::new(),
            clock: 8 * HOUR,
        }
    }

    fn today(&self) -> Date {
        FIRST_DAY + (self.clock / DAY).days()
    }

    async fn passes(&mut self, seconds: i64) {
        self.clock += seconds;
        self.town.passes(seconds).await;
        self.listens();
    }

    async fn is_down(&mut self, seconds: i64) {
        self.clock += seconds;
        self.town.is_down_for(seconds).await;
        self.listens();
    }

    /// What the groups read that nobody asked for.
    fn listens(&mut self) {
        let chats = self.delegates.iter().map(|person| person.chat);
        let chats: Vec<i64> = chats.chain([self.standing.chat]).collect();
        for (chat, whom) in chats
            .into_iter()
            .zip(["to-1", "to-2", "to-3", "thuong-truc"])
        {
            let known = self.heard.entry(chat).or_insert(0);
            for seen in self.town.world().messages_after(chat, *known) {
                *known = seen.message_id;
                let is_ours = ["📋", "⏰", "⚠️", "🔴", "🏛"];
                if seen.from_bot && is_ours.iter().any(|sign| seen.text.starts_with(sign)) {
                    self.told.push(Told {
                        day: FIRST_DAY + (self.clock / DAY).days(),
                        hour: self.clock % DAY,
                        whom,
                        text: seen.text,
                    });
                }
            }
        }
    }

    /// One resident of each delegation asks something.
    async fn ask(&mut self, day: usize) {
        let left = QUESTIONS - self.asked.len();
        let asking: Vec<(usize, usize)> = (0..PLACES.len().min(left))
            .map(|body| (body, self.asked.len() + body))
            .collect();
        for (body, number) in &asking {
            let (matter, _) = MATTERS[number % MATTERS.len()];
            let text = format!("/hoi {matter} ở ngõ {} xóm {}", number * 7 + 1, number / 3);
            self.residents[*body].says_without_waiting(&text);
        }
        self.town.settle().await;
        for (body, number) in &asking {
            let (_, field) = MATTERS[number % MATTERS.len()];
            self.residents[*body].presses_without_waiting(field);
        }
        self.town.settle().await;
        for (body, _) in &asking {
            let newest = self.residents[*body].newest(|seen| seen.from_bot);
            let mut buttons = newest.buttons.iter().flatten();
            if buttons.any(|button| button.text.contains("Vẫn gửi")) {
                self.residents[*body].presses_without_waiting("Vẫn gửi");
            }
        }
        self.town.settle().await;
        for (body, _) in &asking {
            self.residents[*body].presses_without_waiting("Gửi");
        }
        self.town.settle().await;
        for (body, number) in asking {
            let card = self.delegates[body].newest(|seen| seen.text.contains("Hạn trả lời"));
            let code = card.text.split_whitespace().next().unwrap().to_owned();
            assert!(
                self.asked.iter().all(|known| known.code != code),
                "{}",
                card.text
            );
            self.asked.push(Asked {
                number,
                body,
                code,
                on: day,
                is_answered: false,
            });
        }
    }

    /// A fixed pattern: some are answered soon, some after the reminder, some after long, some never; some are taken
    /// on in between.
    async fn work(&mut self, day: usize) {
        for index in 0..self.asked.len() {
            let asked = &self.asked[index];
            let age = day - asked.on;
            let (claims, answers) = match asked.number % 6 {
                0 => (None, Some(3)),
                1 => (Some(2), Some(12)),
                2 => (Some(13), Some(30)),
                3 => (None, Some(16)),
                4 => (Some(4), None),
                _ => (None, None),
            };
            let delegate = &self.delegates[asked.body];
            let code = asked.code.clone();
            let card = || {
                let is_card = |text: &str| text.starts_with(&code) && crate::scene::is_card(text);
                delegate.newest(|seen| is_card(&seen.text)).message_id
            };
            if claims == Some(age) {
                delegate.presses_under(card(), "Nhận");
                self.town.settle().await;
            }
            if answers.is_some_and(|answers| age >= answers) && !asked.is_answered {
                let text = "Đã kiểm tra và nạo vét cống hai bên đường.";
                delegate.replies_without_waiting_to(card(), text);
                self.town.settle().await;
                delegate.presses("Gửi cử tri").await;
                self.asked[index].is_answered = true;
            }
        }
        // What people did themselves is no news from the bot; what it wrote before was heard before.
        self.listens();
    }

    /// What was told since `from` names nothing that is done.
    fn nothing_done_is_named(&self, from: usize) {
        let done: BTreeSet<&str> = self
            .asked
            .iter()
            .filter(|asked| asked.is_answered)
            .map(|asked| asked.code.as_str())
            .collect();
        for told in &self.told[from..] {
            for part in told.text.split("\n\n") {
                let owes = ["⏰", "⚠️", "🔴", "🟡", "🆕"];
                if owes.iter().any(|sign| part.starts_with(sign)) {
                    for code in codes(part) {
                        assert!(!done.contains(code), "{} {}: {part}", told.day, told.whom);
                    }
                }
            }
        }
    }
}

fn codes(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
        .filter(|word| word.starts_with("DT-"))
}

fn is_working_day(day: Date) -> bool {
    let weekend = day.weekday().to_monday_one_offset() > 5;
    day == SATURDAY_WORKED || (!weekend && !OFF.contains(&day))
}

/// "🆕3 🔴1": the sections of a digest, or how much a reminder is about.
fn summary(text: &str) -> String {
    let mut parts = Vec::new();
    for line in text.lines() {
        let sign = line.chars().next().unwrap_or(' ');
        if "🆕🔴🟡🤝⏸✅📥⏰⚠🏛".contains(sign) {
            let words = line.split_once(" · ").map_or(line, |(words, _)| words);
            let mut numbers = words.split(|c: char| !c.is_ascii_digit());
            let number = numbers.find(|number| !number.is_empty()).unwrap_or("");
            parts.push(format!("{sign}{number}"));
        }
    }
    parts.join(" ")
}

fn told_in_short(told: &[Told]) -> String {
    let mut days: BTreeMap<Date, BTreeMap<&str, Vec<String>>> = BTreeMap::new();
    for one in told {
        let of_day = days.entry(one.day).or_default();
        of_day.entry(one.whom).or_default().push(summary(&one.text));
    }
    let mut page = String::new();
    for (day, bodies) in days {
        let bodies = bodies
            .iter()
            .map(|(body, said)| format!("{body}: {}", said.join(" | ")));
        let line = bodies.collect::<Vec<_>>().join("; ");
        let _ = writeln!(page, "{} {line}", day.strftime("%a %d/%m"));
    }
    page
}

#[tokio::test]
async fn a_quarter_goes_by_and_nobody_is_told_twice() {
    let mut quarter = Quarter::begin().await;
    let mut day = 0;
    while day < 90 {
        quarter.ask(day).await;
        quarter.work(day).await;
        let from = quarter.told.len();
        if quarter.today() == DOWN_FROM {
            quarter.is_down(4 * DAY + 2 * HOUR).await;
            quarter.passes(12 * HOUR).await;
            day += 5;
        } else {
            quarter.passes(14 * HOUR).await;
            day += 1;
        }
        quarter.passes(5 * HOUR).await;
        quarter.passes(4 * HOUR + 30 * MINUTE).await;
        quarter.nothing_done_is_named(from);
        quarter.passes(30 * MINUTE).await;
    }
    assert_eq!(quarter.asked.len(), QUESTIONS);
    let told = &quarter.told;
    let mut rungs: BTreeSet<(char, &str)> = BTreeSet::new();
    let mut messages: BTreeSet<(Date, &str, char)> = BTreeSet::new();
    for one in told {
        let sign = one.text.chars().next().unwrap();
        assert!(
            is_working_day(one.day),
            "{} {}: {}",
            one.day,
            one.whom,
            one.text
        );
        let is_late = one.hour == 10 * HOUR && one.day == DOWN_FROM + 4.days();
        assert!(
            one.hour == 7 * HOUR + 30 * MINUTE || is_late,
            "{}",
            one.hour
        );
        if sign != '📋' {
            let code = codes(&one.text);
            assert!(sign == '🏛' || code.into_iter().all(|code| rungs.insert((sign, code))));
        }
        assert!(
            messages.insert((one.day, one.whom, sign)),
            "{}: two messages of a kind on one morning for {}: {}",
            one.day,
            one.whom,
            one.text
        );
    }
    let digests = |from: Date, to: Date| {
        let of_days = told.iter().filter(|one| from <= one.day && one.day <= to);
        of_days
            .filter(|one| one.text.starts_with('📋') && one.whom == "to-1")
            .count()
    };
    assert_eq!(
        digests(DOWN_FROM + 1.day(), DOWN_FROM + 6.days()),
        1,
        "the downtime"
    );
    assert_eq!(digests(SATURDAY_WORKED, SATURDAY_WORKED), 1);
    for sign in ['⏰', '⚠', '🔴'] {
        let reached = rungs.iter().filter(|(rung, _)| *rung == sign).count();
        assert!(reached > 20, "{sign}: {reached}");
    }
    insta::assert_snapshot!("quarter", told_in_short(told));
}
