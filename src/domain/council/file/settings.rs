//! The sections without codes: `[council]`, `[contact]`, `[rules]`, `[holidays]`.

use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;

use super::super::{
    Contact, Digest, Escalation, Level, NightlyBackup, QuietHours, Retention, Rules, Term, timezone,
};
use super::reader::{Signs, Table, Value};
use crate::domain::code::CodePrefix;
use crate::domain::council::obligation::{CountsWithin, SupportObligation};
use crate::domain::ids::{Language, LocalText};
use crate::domain::working_days::Calendar;

/// Longest names: the long one stands on papers, the short one in greetings, the term in report titles.
pub(super) const MAX_NAME: usize = 200;
pub(super) const MAX_SHORT_NAME: usize = 64;
const MAX_TERM: usize = 40;
/// A contact is a paragraph of a message.
const MAX_CONTACT: usize = 1000;
/// Days of a deadline.
pub(super) const DAYS: std::ops::RangeInclusive<i64> = 1..=365;
/// Reminders reach back at most thirty days.
const REMINDER_HOURS: std::ops::RangeInclusive<i64> = 1..=720;
/// Working days between the due day and a reminder.
const RUNG_DAYS: std::ops::RangeInclusive<i64> = 0..=60;
/// Months for which something is kept: a term and the next one at most.
const MONTHS: std::ops::RangeInclusive<i64> = 1..=120;
/// Days in which an erasure can be taken back.
const ERASURE_DAYS: std::ops::RangeInclusive<i64> = 1..=30;
/// Minutes of a speaker at a meeting.
const SPEAKING_MINUTES: std::ops::RangeInclusive<i64> = 1..=60;
/// Supporters that oblige a body.
const SUPPORTERS: std::ops::RangeInclusive<i64> = 2..=100_000;
/// Nightly copies: a year of them at most.
const COPIES: std::ops::RangeInclusive<i64> = 1..=366;
const MAX_PATH: usize = 1000;
const OPEN_QUESTIONS: std::ops::RangeInclusive<i64> = 1..=1000;

/// The `[council]` section.
pub(super) struct Identity {
    pub(super) code: String,
    pub(super) code_prefix: CodePrefix,
    pub(super) name: LocalText,
    pub(super) short_name: LocalText,
    pub(super) level: Level,
    pub(super) timezone: TimeZone,
    pub(super) languages: Vec<Language>,
    pub(super) term: Term,
}

pub(super) fn identity(root: &mut Table) -> Option<Identity> {
    let mut table = root.require("council")?.table()?;
    let code = table
        .require("code")
        .and_then(|value| value.code(Signs::Council));
    let code_prefix = table
        .require("code_prefix")
        .and_then(|value| code_prefix(&value));
    let name = table
        .require("name")
        .and_then(|value| value.local_name(MAX_NAME));
    let short_name = table
        .require("short_name")
        .and_then(|value| value.local_name(MAX_SHORT_NAME));
    let level = table.require("level").and_then(Value::keyword);
    let timezone = table
        .require("timezone")
        .and_then(|value| time_zone(&value));
    let languages = table
        .require("languages")
        .map(|value| value.each_once(|item| language(&item)));
    let term = table.require("term").and_then(term);
    table.finish();
    Some(Identity {
        code: code?,
        code_prefix: code_prefix?,
        name: name?,
        short_name: short_name?,
        level: level?,
        timezone: timezone?,
        languages: languages?,
        term: term?,
    })
}

fn code_prefix(value: &Value) -> Option<CodePrefix> {
    let text = value.text(MAX_NAME)?;
    let prefix = CodePrefix::new(&text);
    if prefix.is_none() {
        value.reject(format!("{text:?} is not two letters from A to Z"));
    }
    prefix
}

fn time_zone(value: &Value) -> Option<TimeZone> {
    let name = value.text(MAX_NAME)?;
    let timezone = timezone::get(&name);
    if timezone.is_none() {
        value.reject(format!(
            "{name:?} is not a time zone; Vietnam's is \"Asia/Ho_Chi_Minh\""
        ));
    }
    timezone
}

fn language(value: &Value) -> Option<Language> {
    let tag = value.text(MAX_NAME)?;
    let language = Language::ALL
        .into_iter()
        .find(|language| language.tag() == tag);
    if language.is_none() {
        let tags = Language::ALL.map(Language::tag).join(", ");
        value.reject(format!("{tag:?} is not one of {tags}"));
    }
    language
}

fn term(value: Value) -> Option<Term> {
    let mut table = value.table()?;
    let name = table.require("name").and_then(|value| value.name(MAX_TERM));
    let from = table.require("from").and_then(Value::date);
    let to = table.require("to").and_then(Value::date);
    if let (Some(from), Some(to)) = (from, to)
        && to <= from
    {
        table.reject("to", format!("{to} is not after {from}"));
    }
    table.finish();
    Some(Term {
        name: name?,
        from: from?,
        to: to?,
    })
}

pub(super) fn contact(root: &mut Table) -> Contact {
    let Some(mut table) = root.get("contact").and_then(Value::table) else {
        return Contact::default();
    };
    let mut text = |key| {
        table
            .get(key)
            .and_then(|value| value.local_text(MAX_CONTACT))
    };
    let contact = Contact {
        office: text("office"),
        citizen_reception: text("citizen_reception"),
        police: text("police"),
    };
    table.finish();
    contact
}

pub(super) fn rules(root: &mut Table) -> Rules {
    let default = Rules::default();
    let Some(mut table) = root.get("rules").and_then(Value::table) else {
        return default;
    };
    let rules = Rules {
        triage: table
            .get("triage")
            .and_then(Value::keyword)
            .unwrap_or(default.triage),
        approval: table
            .get("approval")
            .and_then(Value::keyword)
            .unwrap_or(default.approval),
        triage_days: table
            .get("triage_days")
            .and_then(|value| value.number(DAYS))
            .unwrap_or(default.triage_days),
        answer_days: table
            .get("answer_days")
            .and_then(|value| value.number(DAYS))
            .unwrap_or(default.answer_days),
        urgent_days: table
            .get("urgent_days")
            .and_then(|value| value.number(DAYS))
            .unwrap_or(default.urgent_days),
        escalation: table
            .get("escalation")
            .and_then(escalation)
            .unwrap_or(default.escalation),
        max_open_questions: table
            .get("max_open_questions")
            .and_then(|value| value.number(OPEN_QUESTIONS))
            .unwrap_or(default.max_open_questions),
        reminders_before_meeting_hours: table
            .get("reminders_before_meeting_hours")
            .map_or(default.reminders_before_meeting_hours, reminders),
        seat_offer_hours: table
            .get("seat_offer_hours")
            .and_then(|value| value.number(REMINDER_HOURS))
            .unwrap_or(default.seat_offer_hours),
        digest: table
            .get("digest")
            .and_then(digest)
            .unwrap_or(default.digest),
        quiet_hours: table
            .get("quiet_hours")
            .and_then(quiet_hours)
            .unwrap_or(default.quiet_hours),
        publish: table
            .get("publish")
            .and_then(Value::keyword)
            .unwrap_or(default.publish),
        phone_for: table
            .get("phone_for")
            .and_then(Value::keyword)
            .unwrap_or(default.phone_for),
        data_request_days: table
            .get("data_request_days")
            .and_then(|value| value.number(DAYS))
            .unwrap_or(default.data_request_days),
        erasure_days: table
            .get("erasure_days")
            .and_then(|value| value.number(ERASURE_DAYS))
            .unwrap_or(default.erasure_days),
        resolved_check_days: table
            .get("resolved_check_days")
            .and_then(|value| value.number(DAYS))
            .unwrap_or(default.resolved_check_days),
        speaking_minutes: table
            .get("speaking_minutes")
            .and_then(|value| value.number(SPEAKING_MINUTES))
            .unwrap_or(default.speaking_minutes),
        support_obligation: table.get("support_obligation").and_then(support_obligation),
        backup: table.get("backup").and_then(backup),
    };
    table.finish();
    rules
}

/// Months after which what is kept of people ends; a missing key keeps it.
pub(super) fn retention(root: &mut Table) -> Retention {
    let Some(mut table) = root.get("retention").and_then(Value::table) else {
        return Retention::default();
    };
    let mut months = |key| table.get(key).and_then(|value| value.number(MONTHS));
    let retention = Retention {
        attachments: months("attachments"),
        conversations: months("conversations"),
        logs: months("logs"),
        closed_questions: months("closed_questions"),
    };
    table.finish();
    retention
}

/// Hours, the longest first; an empty list means no reminders.
fn reminders(value: Value) -> Vec<u16> {
    let mut hours: Vec<u16> = value.each(|item| item.number(REMINDER_HOURS));
    hours.sort_unstable_by(|a, b| b.cmp(a));
    hours.dedup();
    hours
}

fn digest(value: Value) -> Option<Digest> {
    let mut table = value.table()?;
    let at = table.require("at").and_then(Value::time);
    let days = table
        .require("days")
        .map(|value| value.each(Value::keyword));
    table.finish();
    let mut days: Vec<_> = days?;
    days.sort_unstable();
    days.dedup();
    Some(Digest { at: at?, days })
}

/// Who is reminded when; a missing key keeps its default. The standing body comes after the head.
fn escalation(value: Value) -> Option<Escalation> {
    let default = Escalation::default();
    let mut table = value.table()?;
    let mut days = |key, default| {
        table
            .get(key)
            .and_then(|value| value.number(RUNG_DAYS))
            .unwrap_or(default)
    };
    let escalation = Escalation {
        owner_days_before: days("owner_days_before", default.owner_days_before),
        head_days_after: days("head_days_after", default.head_days_after),
        standing_body_days_after: days(
            "standing_body_days_after",
            default.standing_body_days_after,
        ),
    };
    if escalation.standing_body_days_after <= escalation.head_days_after {
        table.reject(
            "standing_body_days_after",
            format!(
                "{} is not more than head_days_after, which is {}",
                escalation.standing_body_days_after, escalation.head_days_after
            ),
        );
    }
    table.finish();
    Some(escalation)
}

/// All of it or nothing: half a promise would be none.
fn support_obligation(value: Value) -> Option<SupportObligation> {
    let mut table = value.table()?;
    let supporters = table
        .require("supporters")
        .and_then(|value| value.number(SUPPORTERS));
    let within = table
        .get("within")
        .map_or(Some(CountsWithin::Area), Value::keyword);
    let answer_days = table
        .require("answer_days")
        .and_then(|value| value.number(DAYS));
    table.finish();
    Some(SupportObligation {
        supporters: supporters?,
        within: within?,
        answer_days: answer_days?,
    })
}

/// When and where the database is copied; who may open the copies is looked at when the first one is made.
fn backup(value: Value) -> Option<NightlyBackup> {
    let mut table = value.table()?;
    let at = table.require("at").and_then(Value::time);
    let folder = table
        .get("folder")
        .map_or_else(|| Some("backups".to_owned()), |value| value.name(MAX_PATH));
    let keep = table
        .get("keep")
        .map_or(Some(14), |value| value.number(COPIES));
    let age = table.get("age").and_then(|value| recipient(&value));
    table.finish();
    Some(NightlyBackup {
        at: at?,
        folder: folder?,
        keep: keep?,
        age,
    })
}

fn recipient(value: &Value) -> Option<String> {
    let text = value.text(MAX_NAME)?;
    let is_one = text.starts_with("age1") && text.chars().all(|sign| sign.is_ascii_alphanumeric());
    if !is_one {
        value.reject(format!(
            "{text:?} is not the public part of a key of age (age1…)"
        ));
    }
    is_one.then_some(text)
}

fn quiet_hours(value: Value) -> Option<QuietHours> {
    let mut table = value.table()?;
    let from = table.require("from").and_then(Value::time);
    let to = table.require("to").and_then(Value::time);
    table.finish();
    Some(QuietHours {
        from: from?,
        to: to?,
    })
}

pub(super) fn holidays(root: &mut Table) -> Calendar {
    let Some(mut table) = root.get("holidays").and_then(Value::table) else {
        return Calendar::default();
    };
    let off = table
        .get("off")
        .map(|value| value.each(Value::date))
        .unwrap_or_default();
    let on = table
        .get("on")
        .map(|value| value.each(weekend_day))
        .unwrap_or_default();
    table.finish();
    Calendar {
        off: off.into_iter().collect(),
        on: on.into_iter().collect(),
    }
}

fn weekend_day(value: Value) -> Option<Date> {
    let (findings, at, path) = value.findings();
    let path = path.to_owned();
    let date = value.date()?;
    if !matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday) {
        findings.reject(
            at,
            &path,
            format!("{date} is neither a Saturday nor a Sunday"),
        );
    }
    Some(date)
}
