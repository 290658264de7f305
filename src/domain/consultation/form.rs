//! What a clerk writes in one message: the title, a statement a line; if they like, a line for the areas and one for the day.

use jiff::civil::Date;

use super::{FEWEST_LETTERS, MAX_STATEMENT, MAX_TITLE, MOST_STATEMENTS, may_end_on};
use crate::domain::{council::Council, ids::AreaCode, planning::form::one_area, said_day, text};

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Form {
    /// What the draft is called.
    pub(crate) title: String,
    /// What people agree or disagree with.
    pub(crate) statements: Vec<String>,
    /// Whom it asks; `None`: nothing was said.
    pub(crate) areas: Option<Vec<AreaCode>>,
    /// The last day; `None`: nothing was said.
    pub(crate) ends_on: Option<Date>,
}

/// What is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    /// No line that can be a title, or too long.
    Title,
    /// Fewer than two statements.
    TooFew,
    /// So many.
    TooMany(usize),
    /// This one is too long or too short.
    Statement(String),
    /// No area is called so, or several are.
    Area(String),
    /// No day on which a round may end.
    Day(String),
}

/// Reads it.
///
/// # Errors
/// With the first thing that is wrong.
pub(crate) fn read(typed: &str, council: &Council, today: Date) -> Result<Form, Fault> {
    let mut lines = typed.lines().map(str::trim).filter(|line| !line.is_empty());
    let title = lines.next().ok_or(Fault::Title)?;
    if text::utf16_len(title) > MAX_TITLE || letters(title) < FEWEST_LETTERS {
        return Err(Fault::Title);
    }
    let mut form = Form {
        title: title.to_owned(),
        statements: Vec::new(),
        areas: None,
        ends_on: None,
    };
    for line in lines {
        match named(line) {
            Some((Named::Areas, said)) => form.areas = Some(areas(said, council)?),
            Some((Named::Day, said)) => {
                let day = said_day::typed(said, today).filter(|day| may_end_on(*day, today));
                form.ends_on = Some(day.ok_or_else(|| Fault::Day(said.to_owned()))?);
            }
            None => {
                let said = without_number(line);
                if text::utf16_len(said) > MAX_STATEMENT || letters(said) < FEWEST_LETTERS {
                    return Err(Fault::Statement(said.to_owned()));
                }
                let is_there = |known: &String| text::same_name(known, said);
                if !form.statements.iter().any(is_there) {
                    form.statements.push(said.to_owned());
                }
            }
        }
    }
    match form.statements.len() {
        0 | 1 => Err(Fault::TooFew),
        count if count > MOST_STATEMENTS => Err(Fault::TooMany(count)),
        _ => Ok(form),
    }
}

/// A line that says something about the round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Named {
    Areas,
    Day,
}

fn named(line: &str) -> Option<(Named, &str)> {
    let (name, said) = line.split_once(':')?;
    let named = match text::fold(name.trim()).as_str() {
        "khu vuc" | "dia ban" | "area" | "areas" => Named::Areas,
        "han" | "het han" | "den het" | "until" => Named::Day,
        _ => return None,
    };
    Some((named, said.trim()))
}

fn areas(said: &str, council: &Council) -> Result<Vec<AreaCode>, Fault> {
    let mut found = Vec::new();
    for name in said
        .split([',', ';'])
        .map(str::trim)
        .filter(|name| !name.is_empty())
    {
        let name = text::truncate_utf16(name, 100);
        let area = one_area(council, &name).ok_or(Fault::Area(name))?;
        if !found.contains(&area.code) {
            found.push(area.code.clone());
        }
    }
    Ok(found)
}

/// "3. Nên …", "- Nên …".
fn without_number(line: &str) -> &str {
    let rest = line.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let numbered = (rest.len() < line.len() && line.len() - rest.len() <= 2)
        .then(|| rest.strip_prefix(['.', ')', '/']))
        .flatten()
        .filter(|rest| !rest.starts_with(|sign: char| sign.is_ascii_digit()));
    let rest = numbered
        .or_else(|| line.strip_prefix(['-', '•', '*', '–', '+']))
        .unwrap_or(line);
    rest.trim_start()
}

fn letters(line: &str) -> usize {
    line.chars().filter(|sign| sign.is_alphanumeric()).count()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = date(2026, 11, 23);

    fn said(typed: &str) -> Result<Form, Fault> {
        let council = include_str!("../../../examples/duy-tien/council.toml");
        read(typed, &Council::parse(council).unwrap(), TODAY)
    }

    #[test]
    fn title_statements_areas_and_day_are_read_from_one_message() {
        let form = said(
            "Dự thảo nghị quyết về phí trông giữ xe\nKhu vực: đồng văn; Phường Duy Minh\nHạn: 10/12\n\n\
             1. Nên miễn phí cho xe đạp\n2) 20.000 đồng một tháng là vừa\n- Nên thu qua tài khoản\nNên thu qua tài khoản",
        )
        .unwrap();
        assert_eq!(form.title, "Dự thảo nghị quyết về phí trông giữ xe");
        assert_eq!(
            form.statements,
            [
                "Nên miễn phí cho xe đạp",
                "20.000 đồng một tháng là vừa",
                "Nên thu qua tài khoản"
            ]
        );
        let areas = form.areas.unwrap();
        assert_eq!(
            areas,
            [AreaCode::new("dong-van"), AreaCode::new("duy-minh")]
        );
        assert_eq!(form.ends_on, Some(date(2026, 12, 10)));
    }

    #[test]
    fn a_number_that_belongs_to_a_statement_stays() {
        assert_eq!(without_number("20.000 đồng là vừa"), "20.000 đồng là vừa");
        assert_eq!(without_number("2026 là năm đầu"), "2026 là năm đầu");
        assert_eq!(without_number("12.Nên giảm"), "Nên giảm");
    }

    #[test]
    fn what_is_wrong_is_named() {
        let two = "Dự thảo về phí giữ xe\nNên miễn phí cho xe đạp\nNên thu qua tài khoản";
        assert!(said(two).is_ok());
        assert_eq!(said(""), Err(Fault::Title));
        assert_eq!(said("Phí\nNên miễn phí cho xe đạp"), Err(Fault::Title));
        assert_eq!(
            said("Dự thảo về phí giữ xe\nNên miễn phí cho xe đạp"),
            Err(Fault::TooFew)
        );
        let long = "á".repeat(MAX_STATEMENT + 1);
        assert_eq!(
            said(&format!("{two}\n{long}")),
            Err(Fault::Statement(long.clone()))
        );
        assert_eq!(
            said(&format!("{two}\nKhu vực: Hà Nội")),
            Err(Fault::Area("Hà Nội".to_owned()))
        );
        for day in ["23/11/2026", "1/1/2030", "mai mốt gì đó"] {
            assert_eq!(
                said(&format!("{two}\nHạn: {day}")),
                Err(Fault::Day(day.to_owned()))
            );
        }
        let many: Vec<String> = (1..=21).map(|n| format!("Nên xét phương án {n}")).collect();
        let many = many.join("\n");
        assert_eq!(
            said(&format!("Dự thảo về phí giữ xe\n{many}")),
            Err(Fault::TooMany(21))
        );
    }
}
