//! `cutri check`: one line a thing, `ok` or what to do.

use std::process::ExitCode;

use serde::Deserialize;
use teloxide::{
    payloads::{GetChat, GetChatMember, GetMe},
    types::{ChatId as TelegramChatId, Recipient, UserId as TelegramUserId},
};

use super::{exposed, schema};
use crate::{
    botapi::{BotApi, CallError},
    clock::Clock,
    config::{Config, ConfigProblems},
    domain::{
        body::BodyKind,
        council::Council,
        ids::{BodyCode, ChatId},
        limits,
    },
    reading::check::{self, Chain, Schema},
    run::{print::tell, read_own_council},
    store::{self, council},
};

/// A server's clock further off than this, in seconds, gives wrong reminders.
const CLOCK_TOLERANCE: i64 = 60;

/// What to do where nobody administers.
const NO_ADMINISTRATOR: &str = "there is none: `cutri run` prints a link that makes the first one; or ask for a number with /id and set \
                                CUTRI_ADMINS";

/// The findings, as they are made.
#[derive(Default)]
struct Report {
    problems: u32,
}

impl Report {
    fn ok(what: &str, detail: &str) {
        tell!("ok       {what}: {detail}");
    }

    /// Nothing is wrong with the program: somebody should know all the same.
    fn note(what: &str, detail: &str) {
        tell!("note     {what}: {detail}");
    }

    fn problem(&mut self, what: &str, todo: &str) {
        self.problems += 1;
        tell!("PROBLEM  {what}: {todo}");
    }
}

/// Checks everything that can be checked and prints it. Exit 0: all ok; 1: otherwise.
pub async fn report(config: Result<Config, ConfigProblems>) -> ExitCode {
    let mut report = Report::default();
    match config {
        Ok(config) => {
            Report::ok("configuration", "readable");
            check_all(&mut report, &config).await;
        }
        Err(problems) => {
            for problem in problems.0 {
                report.problem("configuration", &problem);
            }
        }
    }
    ExitCode::from(u8::from(report.problems > 0))
}

async fn check_all(report: &mut Report, config: &Config) {
    let council = check_council(report, config);
    let links = check_database(report, config).await;
    if let Some(council) = &council {
        check_limits(report, config, council).await;
    }
    check_exposed(report, config);
    let Ok(api) = BotApi::new(
        config.api_url.clone(),
        config.token.clone(),
        config.proxy.as_ref(),
    ) else {
        report.problem("proxy", "TELOXIDE_PROXY cannot be used");
        return;
    };
    let Some(bot) = check_token(report, &api).await else {
        return;
    };
    if let Some(links) = links {
        check_chats(report, &api, bot, council.as_ref(), &links).await;
    }
    check_clock(report, &api).await;
}

/// What others can get at.
fn check_exposed(report: &mut Report, config: &Config) {
    if let Some(to_look_after) = exposed::listening(config) {
        Report::note("listening", &to_look_after);
    }
    let found = exposed::findings(config);
    if found.is_empty() {
        Report::ok("file rights", "nobody else reads the database or .env");
    }
    for (what, todo) in found {
        report.problem(what, &todo);
    }
}

fn check_council(report: &mut Report, config: &Config) -> Option<Council> {
    match read_own_council(&config.council) {
        Ok(council) => {
            Report::ok("council file", &council.name.vi);
            let after = council::after_start(&config.database, &council);
            // What is wrong with the database is said of the database.
            for doubt in after.as_ref().unwrap_or(&council).doubts() {
                Report::note("council", &doubt);
            }
            if council.rules.backup.is_none() {
                Report::ok(
                    "backup",
                    "none by rule: [rules] backup in the council file, or `cutri backup` by a timer",
                );
            }
            Some(council)
        }
        Err(problems) => {
            for line in problems.to_string().lines() {
                report.problem("council file", line);
            }
            None
        }
    }
}

/// Looks at the file without changing anything; gives the groups, `None` where the file does not say them.
async fn check_database(report: &mut Report, config: &Config) -> Option<Vec<Link>> {
    let shown = config.database.display().to_string();
    let seen = match check::look(&config.database).await {
        Ok(Some(seen)) => seen,
        Ok(None) => {
            Report::ok(
                "database",
                &format!("{shown} is not there yet; `cutri run` makes it"),
            );
            if config.admins.is_empty() {
                report.problem("administrators", NO_ADMINISTRATOR);
            }
            return Some(Vec::new());
        }
        Err(error) => {
            report.problem("database", &format!("{shown}: {error}"));
            return None;
        }
    };
    if let Schema::Newer(found) = seen.schema {
        report.problem("database", &format!("{shown}: {}", schema::newer(found)));
        return None;
    }
    if seen.damage.is_empty() {
        Report::ok("database", &format!("{shown} is whole"));
    } else {
        let damage = seen.damage.join("; ");
        let todo = format!("{shown} is damaged ({damage}): restore a backup");
        report.problem("database", &todo);
    }
    let known = store::newest_version();
    let how = match seen.schema {
        Schema::Older(found) => format!("version {found}; `cutri run` brings it to {known}"),
        Schema::Newest | Schema::Newer(_) => format!("version {known}"),
    };
    Report::ok("schema", &how);
    for (body, count) in &seen.open {
        if !seen.groups.iter().any(|(linked, _)| linked == body) {
            report.problem(
                &format!("questions of {body}"),
                &format!("{count} open questions and no group: type /lienket {body} in its group"),
            );
        }
    }
    if config.admins.is_empty() && seen.administrators == 0 {
        report.problem("administrators", NO_ADMINISTRATOR);
    } else {
        let named = config.admins.len();
        let by_role = seen.administrators;
        Report::ok(
            "administrators",
            &format!("{named} in CUTRI_ADMINS, {by_role} by role"),
        );
    }
    check_chain(report, seen.chain);
    let groups = seen.groups.into_iter();
    Some(groups.map(|(body, chat)| Link { chat, body }).collect())
}

/// Whether the books are as they were written.
fn check_chain(report: &mut Report, chain: Option<Chain>) {
    match chain {
        Some(Chain::Whole { events, head }) => {
            Report::ok("audit chain", &format!("{events} events, whole; head {head}"));
        }
        Some(Chain::Broken { event, why }) => report.problem(
            "audit chain",
            &format!(
                "broken at event {event}: {why}. Somebody changed the file beside the program: keep it, and compare \
                 with a backup"
            ),
        ),
        None => Report::ok("audit chain", "is made at the next start"),
    }
}

/// Time limits of papers that are near or missed: for the office, not for whoever runs the program, so they are no problem.
async fn check_limits(report: &mut Report, config: &Config, council: &Council) {
    if !matches!(
        check::schema_of(&config.database).await,
        Ok(Some(Schema::Newest))
    ) {
        return;
    }
    let now = Clock::system().now();
    match check::papers(&config.database, council, now).await {
        Ok(papers) => {
            let found = limits::look(council, &papers, council.local_date(now));
            if found.is_empty() {
                Report::ok("time limits", "none is near or missed");
            }
            for one in found {
                Report::note("time limit", &one.to_string());
            }
        }
        Err(error) => report.problem("time limits", &format!("they cannot be read: {error}")),
    }
}

/// A body and its group.
struct Link {
    chat: ChatId,
    body: BodyCode,
}

/// The only part of what Telegram says of the bot that matters here.
#[derive(Deserialize)]
struct Bot {
    id: u64,
    #[serde(default)]
    username: Option<String>,
    #[serde(default)]
    supports_inline_queries: bool,
}

async fn check_token(report: &mut Report, api: &BotApi) -> Option<TelegramUserId> {
    match api.send::<_, Bot>(&GetMe::new()).await {
        Ok(me) => {
            Report::ok(
                "token",
                &format!("@{}", me.username.as_deref().unwrap_or("?")),
            );
            let inline = if me.supports_inline_queries {
                "on: published answers are found from any chat"
            } else {
                "off: send /setinline to @BotFather, and residents find published answers from any chat"
            };
            Report::ok("inline mode", inline);
            Some(TelegramUserId(me.id))
        }
        Err(CallError::BadToken) => {
            report.problem(
                "token",
                "Telegram does not know it: ask @BotFather for a new one",
            );
            None
        }
        Err(error) => {
            report.problem("token", &format!("Telegram cannot be reached: {error}"));
            None
        }
    }
}

/// The only part of Telegram's `ChatMember` that matters here.
#[derive(Deserialize)]
struct Membership {
    status: String,
    #[serde(default)]
    can_manage_topics: bool,
    #[serde(default)]
    can_pin_messages: bool,
}

/// The only part of Telegram's `ChatFullInfo` that matters here.
#[derive(Deserialize)]
struct Group {
    #[serde(default)]
    is_forum: bool,
    #[serde(default)]
    username: Option<String>,
    #[serde(default)]
    linked_chat_id: Option<i64>,
}

async fn check_chats(
    report: &mut Report,
    api: &BotApi,
    bot: TelegramUserId,
    council: Option<&Council>,
    links: &[Link],
) {
    for link in links {
        let what = format!("group of {}", link.body);
        let payload = GetChatMember {
            chat_id: Recipient::Id(TelegramChatId(link.chat.0)),
            user_id: bot,
        };
        match api.send::<_, Membership>(&payload).await {
            Ok(membership)
                if ["member", "administrator", "creator"].contains(&&*membership.status) =>
            {
                Report::ok(&what, &format!("the bot is there ({})", membership.status));
                let pins = pins(council, link);
                check_rights(report, api, link, &what, &membership, pins).await;
            }
            Ok(Membership { status, .. }) => {
                report.problem(
                    &what,
                    &format!("the bot is not in it ({status}): add it again"),
                );
            }
            Err(error) => {
                report.problem(&what, &format!("{error}: add the bot again, or link anew"));
            }
        }
    }
    for body in council.map_or(&[][..], |council| &council.bodies) {
        if !links.iter().any(|link| link.body == body.code) {
            report.problem(
                &format!("body {}", body.code),
                &format!("no group yet: type /lienket {} in its group", body.code),
            );
        }
    }
}

/// What is pinned in a group.
fn pins(council: Option<&Council>, link: &Link) -> Option<&'static str> {
    let office = council.and_then(Council::office);
    let office = office.map_or_else(BodyCode::office, |office| office.code.clone());
    let body = council.and_then(|council| council.body(&link.body));
    if link.body == office {
        Some("the triage counter")
    } else if body.is_some_and(|body| body.kind == BodyKind::StandingBody) {
        Some("the supervision board")
    } else {
        None
    }
}

/// Names every right that is missing: topics in a forum, pins where something is pinned.
async fn check_rights(
    report: &mut Report,
    api: &BotApi,
    link: &Link,
    what: &str,
    membership: &Membership,
    pins: Option<&str>,
) {
    let payload = GetChat {
        chat_id: Recipient::Id(TelegramChatId(link.chat.0)),
    };
    let is_owner = membership.status == "creator";
    match api.send::<_, Group>(&payload).await {
        Ok(group) if group.is_forum && !membership.can_manage_topics && !is_owner => {
            report.problem(
                what,
                "it has topics, but the bot may not make any: make it an administrator with “Manage topics”",
            );
        }
        Ok(group) => say_if_open(what, &group),
        Err(error) => report.problem(what, &format!("it cannot be looked at: {error}")),
    }
    if let Some(pinned) = pins
        && !membership.can_pin_messages
        && !is_owner
    {
        report.problem(
            what,
            &format!("the bot may not pin {pinned}: make it an administrator with “Pin messages”"),
        );
    }
}

/// Linked with open eyes, so it is no problem; but whoever runs the bot should know.
fn say_if_open(what: &str, group: &Group) {
    if group.linked_chat_id.is_some() {
        Report::ok(
            what,
            "a channel has its comments there: whoever follows it reads cards and answers being written",
        );
    } else if group.username.is_some() {
        Report::ok(
            what,
            "it is public: everybody reads cards and answers being written",
        );
    }
}

async fn check_clock(report: &mut Report, api: &BotApi) {
    let Some(theirs) = api.server_time().await else {
        Report::ok("clock", "Telegram's server names no time to compare with");
        return;
    };
    let off = Clock::system().now().as_second() - theirs.as_second();
    if off.abs() <= CLOCK_TOLERANCE {
        Report::ok("clock", &format!("{off} s off Telegram's"));
    } else {
        report.problem("clock", &format!("{off} s off Telegram's: set up NTP"));
    }
}
