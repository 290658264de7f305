//! What is asked for, in the order in which an office thinks of it: the council, areas, delegations, sessions, other doors.
//! What a flag or a spreadsheet has said is not asked.

use super::{
    Init,
    names::{level_in, own_name, two_letters},
    person::Person,
};
use crate::{
    admin::sheet::{self, Book, Head, code_from, days_of},
    domain::{council::Level, keyword::Keyword as _},
};

/// What was not said and has to be: its flag, and what it is.
pub(super) type Missing = (&'static str, &'static str);

/// A list that flags and answers say as a spreadsheet's sheet does.
pub(super) struct Part {
    sheet: &'static str,
    flag: &'static str,
    headings: [&'static str; 3],
    row: fn(&str) -> [String; 3],
}

pub(super) const AREAS: Part = Part {
    sheet: "areas",
    flag: "--area",
    headings: ["name", "code", "kind"],
    row: |said| [said.to_owned(), String::new(), String::new()],
};

pub(super) const DELEGATIONS: Part = Part {
    sheet: "bodies",
    flag: "--delegation",
    headings: ["name", "kind", "areas"],
    row: |said| {
        let (name, areas) = said.split_once(':').unwrap_or((said, ""));
        [name, "delegation", areas].map(str::to_owned)
    },
};

pub(super) const SESSIONS: Part = Part {
    sheet: "sessions",
    flag: "--session",
    headings: ["name", "opens_on", "questions_close_at"],
    row: |said| {
        let (name, days) = said.split_once(':').unwrap_or((said, ""));
        let (opens, closes) = days.split_once(',').unwrap_or((days, ""));
        [name, opens, closes].map(|text| text.trim().to_owned())
    },
};

impl Part {
    /// Takes in what was said.
    ///
    /// # Errors
    /// What cannot be understood.
    pub(super) fn add(&self, book: &mut Book, said: &[String]) -> Result<(), Vec<String>> {
        if said.is_empty() {
            return Ok(());
        }
        let headings: Vec<String> = self.headings.map(str::to_owned).into();
        let rows = said.iter().map(|said| Vec::from((self.row)(said)));
        let rows = std::iter::once(headings).chain(rows);
        book.add(self.sheet, self.flag, rows.collect())
    }

    /// Takes in one answer, unless it makes no council.
    fn answered(&self, book: &mut Book, said: &str) -> Result<(), String> {
        let mut trial = book.clone();
        let tried = self
            .add(&mut trial, &[said.to_owned()])
            .and_then(|()| trial.council(&stand_in(), None).map(drop));
        let mut problems = tried.err().into_iter().flatten();
        if let Some(problem) = problems.find(|problem| problem.starts_with(self.flag)) {
            let why = problem.split_once(": ").map_or(&*problem, |(_, why)| why);
            return Err(why.to_owned());
        }
        *book = trial;
        Ok(())
    }
}

/// A council that nothing is wrong with, to try an answer in.
pub(super) fn stand_in() -> Head {
    let term = days_of("2026-2031");
    Head {
        code: Some("a".to_owned()),
        code_prefix: Some("AA".to_owned()),
        name: Some("A".to_owned()),
        short_name: Some("A".to_owned()),
        level: Some(Level::Commune),
        term: term.as_ref().map(|(name, ..)| name.clone()),
        term_from: term.as_ref().map(|(_, from, _)| *from),
        term_to: term.as_ref().map(|(.., to)| *to),
        ..Head::default()
    }
}

/// What the reader of council files says of this key.
fn refusal(head: &Head, key: &str) -> Option<String> {
    let problems = Book::default().council(head, None).err()?;
    let mut own = problems.iter().filter_map(|one| one.strip_prefix(key));
    own.find_map(|rest| rest.strip_prefix(": ").map(str::to_owned))
}

fn text(head: &Head, key: &str, said: &str) -> Result<String, String> {
    match refusal(head, key) {
        Some(why) => Err(why),
        None => Ok(said.to_owned()),
    }
}

fn full_name(said: &str) -> Result<String, String> {
    if code_from(own_name(said)).is_empty() {
        return Err("tên này không có chữ nào".to_owned());
    }
    let head = Head {
        name: Some(said.to_owned()),
        ..stand_in()
    };
    text(&head, "council.name", said)
}

fn short_name(said: &str) -> Result<String, String> {
    let head = Head {
        short_name: Some(said.to_owned()),
        ..stand_in()
    };
    text(&head, "council.short_name", said)
}

/// The council itself.
pub(super) fn head(
    asked: &Init,
    mut head: Head,
    person: &mut Person,
    missing: &mut Vec<Missing>,
) -> Head {
    let said = |flag: &Option<String>, known: Option<String>| flag.clone().or(known);
    for (key, flag) in [
        ("name", &asked.name),
        ("short_name", &asked.short_name),
        ("code", &asked.code),
        ("code_prefix", &asked.prefix),
        ("level", &asked.level),
        ("office", &asked.office),
        ("citizen_reception", &asked.citizen_reception),
        ("police", &asked.police),
    ] {
        if flag.is_some() {
            head.overruled(&[key]);
        }
    }
    if asked.term.is_some() {
        head.overruled(&["term", "term_from", "term_to"]);
    }
    head.name = said(&asked.name, head.name).or_else(|| {
        let question = "Tên đầy đủ của hội đồng, ví dụ Hội đồng nhân dân phường Đồng Văn";
        person.must_say(question, full_name)
    });
    if let Some(name) = &head.name {
        let own = own_name(name);
        head.code = said(&asked.code, head.code).or_else(|| Some(code_from(own)));
        head.code_prefix = said(&asked.prefix, head.code_prefix).or_else(|| Some(two_letters(own)));
        let level = asked.level.as_deref().and_then(Level::from_word);
        head.level = level.or(head.level).or_else(|| level_in(name)).or_else(|| {
            person.must_say("Cấp: tỉnh, xã, phường hay đặc khu", |said| {
                sheet::level_of(said)
                    .ok_or_else(|| format!("“{said}” không phải tỉnh, xã, phường hay đặc khu"))
            })
        });
        if head.level.is_none() {
            missing.push(("--level", "province, town or commune"));
        }
        let short = name.replacen("Hội đồng nhân dân", "HĐND", 1);
        head.short_name = said(&asked.short_name, head.short_name).or_else(|| {
            short_name(&short)
                .ok()
                .or_else(|| person.must_say("Tên ngắn, ví dụ HĐND phường Đồng Văn", short_name))
                .or(Some(short))
        });
    } else {
        missing.push(("--name", "the council's full name is missing"));
    }
    // "2026–2031", as the spreadsheet's is kept, is one as well.
    let days = match said(&asked.term, head.term.take()) {
        Some(known) => days_of(&known),
        None => person.must_say(
            "Nhiệm kỳ, ví dụ 2026-2031 hoặc 15/03/2026-14/03/2031",
            |said| {
                days_of(said).ok_or_else(|| {
                    format!("“{said}” không phải nhiệm kỳ: hai năm, hoặc ngày đầu và ngày cuối")
                })
            },
        ),
    };
    match days {
        Some((name, from, to)) => {
            head.term = Some(name);
            // From the spreadsheet they come with its days.
            if asked.term.is_some() || head.term_from.is_none() {
                head.term_from = Some(from);
                head.term_to = Some(to);
            }
        }
        None => missing.push(("--term", "is missing (2026-2031)")),
    }
    head
}

/// Where people live, and who answers for them.
pub(super) fn areas(book: &mut Book, person: &mut Person, missing: &mut Vec<Missing>) {
    if book.area_names().is_empty() {
        let question = "Địa bàn: thôn, tổ dân phố, xã, phường, viết cả loại, ví dụ Thôn Đông";
        person.lists("areas", question, |said| {
            if sheet::kind_in_name(said).is_none() {
                return Err(format!(
                    "“{said}” không cho biết là thôn, tổ dân phố, xã hay phường"
                ));
            }
            if book.has_area(said) {
                return Err(format!(
                    "“{said}” trùng tên, khi viết không dấu, với một địa bàn đã có: viết thêm cho khác"
                ));
            }
            AREAS.answered(book, said)
        });
    }
    if book.area_names().is_empty() {
        missing.push(("--area", "at least one area, or --from FILE"));
    }
}

/// Delegations; without any there is one for all areas.
pub(super) fn delegations(book: &mut Book, person: &mut Person) -> Result<(), Vec<String>> {
    if !book.has_bodies() {
        let question = "Tổ đại biểu và địa bàn của tổ, dạng Tổ đại biểu số 1: Thôn Đông, Thôn Tây (không có dòng nào là một tổ cho mọi \
                        địa bàn)";
        person.lists("delegations", question, |said| {
            let (name, areas) = said.split_once(':').unwrap_or((said, ""));
            let areas: Vec<&str> = areas
                .split([',', ';'])
                .map(str::trim)
                .filter(|area| !area.is_empty())
                .collect();
            if name.trim().is_empty() || areas.is_empty() {
                return Err("viết tên tổ, dấu hai chấm, rồi các địa bàn".to_owned());
            }
            if let Some(unknown) = areas.iter().find(|area| !book.has_area(area)) {
                let known = book.area_names().join(", ");
                return Err(format!("không có địa bàn “{unknown}”; đã có: {known}"));
            }
            DELEGATIONS.answered(book, said)
        });
    }
    if book.has_bodies() {
        return Ok(());
    }
    let all = format!("Tổ đại biểu số 1: {}", book.area_names().join(", "));
    DELEGATIONS.add(book, &[all])
}

/// Sessions with their days; a council may begin without.
pub(super) fn sessions(book: &mut Book, person: &mut Person) {
    if book.has_sessions() {
        return;
    }
    let question = "Kỳ họp, ngày khai mạc và hạn nhận câu hỏi, dạng Kỳ họp thứ 4: 10/12/2026, 05/12/2026 17:00";
    person.lists("sessions", question, |said| {
        let [name, opens, closes] = (SESSIONS.row)(said);
        if name.is_empty() {
            return Err("thiếu tên kỳ họp trước dấu hai chấm".to_owned());
        }
        for (day, is_one, what) in [
            (
                &opens,
                sheet::date(&opens).is_some(),
                "ngày khai mạc (10/12/2026)",
            ),
            (
                &closes,
                sheet::moment(&closes).is_some(),
                "hạn nhận câu hỏi (05/12/2026 17:00)",
            ),
        ] {
            if !is_one {
                return Err(format!("“{day}” không phải {what}"));
            }
        }
        SESSIONS.answered(book, said)
    });
}

/// Other doors, as far as anybody says where they are.
pub(super) fn contact(asked: &Init, head: &mut Head, person: &mut Person) {
    let said = |flag: &Option<String>, known: Option<String>| flag.clone().or(known);
    head.office = said(&asked.office, head.office.take()).or_else(|| {
        let question = "Văn phòng: địa chỉ, điện thoại, giờ làm việc";
        person.may_say("office", question, |said| {
            let office = Some(said.to_owned());
            text(
                &Head {
                    office,
                    ..stand_in()
                },
                "contact.office",
                said,
            )
        })
    });
    head.citizen_reception =
        said(&asked.citizen_reception, head.citizen_reception.take()).or_else(|| {
            person.may_say("citizen reception", "Nơi tiếp công dân", |said| {
                let citizen_reception = Some(said.to_owned());
                let head = Head {
                    citizen_reception,
                    ..stand_in()
                };
                text(&head, "contact.citizen_reception", said)
            })
        });
    head.police = said(&asked.police, head.police.take()).or_else(|| {
        person.may_say("police", "Công an cấp xã", |said| {
            let police = Some(said.to_owned());
            text(
                &Head {
                    police,
                    ..stand_in()
                },
                "contact.police",
                said,
            )
        })
    });
}
