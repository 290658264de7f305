//! The environment: read once, checked at once, every problem named at once. The only place that reads it.

mod address;
mod dotenv;

use std::{collections::BTreeSet, env, net::SocketAddr, path::PathBuf, str::FromStr};

use reqwest::Url;
use secrecy::SecretString;
use tracing_subscriber::{EnvFilter, filter::LevelFilter};

use self::address::{API, PROXY, PUBLIC, PUBLIC_OR_OWN, address};
use crate::{delivery::Rate, domain::ids::UserId};

/// Telegram's own server.
pub const TELEGRAM: &str = "https://api.telegram.org";

/// Every variable with its default and meaning, for whoever asks for help.
pub const VARIABLES: &str = "\
Environment (a file .env in the working directory is read; the real environment wins):
  TELOXIDE_TOKEN        the bot's token, from @BotFather; required by run
  TELOXIDE_API_URL      [https://api.telegram.org] another Bot API server
  TELOXIDE_PROXY        [none] http, https, socks5 or socks5h proxy for the bot's own connection
  CUTRI_DATABASE        [data/cutri.db] the SQLite file
  CUTRI_COUNCIL         [council.toml] the council file
  CUTRI_ADMINS          [none] Telegram user ids of the first administrators, comma separated
  CUTRI_UPDATES         [polling] polling or webhook
  CUTRI_WEBHOOK_URL     the public https address: below it /telegram and /hall/… (http only beside another Bot API server); webhook mode only
  CUTRI_WEBHOOK_SECRET  16 to 256 of A-Z a-z 0-9 _ -; webhook mode only
  CUTRI_HTTP_LISTEN     [127.0.0.1:9464] /healthz, /readyz, /metrics, /hall/…, and in webhook mode POST /telegram
  CUTRI_RATE            [telegram] telegram (its limits) or off (a Bot API server of one's own)
  CUTRI_LOG             [info] a tracing filter, such as warn or info,cutri=debug
  CUTRI_LOG_FORMAT      [text] json for machines";

/// Everything `run` needs to know from outside.
#[derive(Debug)]
pub struct Config {
    /// The bot's token.
    pub token: SecretString,
    /// The Bot API server.
    pub api_url: Url,
    /// The proxy for our own connections.
    pub proxy: Option<Url>,
    /// The SQLite file.
    pub database: PathBuf,
    /// The council file.
    pub council: PathBuf,
    /// The first administrators.
    pub admins: BTreeSet<UserId>,
    /// How updates come.
    pub updates: Updates,
    /// Where `/healthz` and the others listen.
    pub http_listen: SocketAddr,
    /// How fast to send.
    pub rate: Rate,
}

/// How updates come.
#[derive(Debug)]
pub enum Updates {
    /// The bot asks.
    Polling,
    /// Telegram calls.
    Webhook(Webhook),
}

/// Where Telegram calls.
#[derive(Debug, Clone)]
pub struct Webhook {
    /// The public address.
    pub url: Url,
    /// What proves that it is Telegram.
    pub secret: SecretString,
}

/// Everything that is wrong with the environment, one line each.
#[derive(Debug, thiserror::Error)]
#[error("{}", .0.join("\n"))]
pub struct ConfigProblems(pub Vec<String>);

/// How log lines look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogConfig {
    /// A tracing filter: `CUTRI_LOG`.
    pub filter: String,
    /// One JSON object a line: `CUTRI_LOG_FORMAT=json`.
    pub json: bool,
}

impl LogConfig {
    /// Reads the two variables of the log.
    #[must_use]
    pub fn from_env() -> Self {
        Self {
            filter: variable("CUTRI_LOG").unwrap_or_else(|| "info".to_owned()),
            json: variable("CUTRI_LOG_FORMAT").is_some_and(|format| format == "json"),
        }
    }
}

/// The path of the database: `CUTRI_DATABASE`.
#[must_use]
pub fn database() -> PathBuf {
    variable("CUTRI_DATABASE")
        .unwrap_or_else(|| "data/cutri.db".to_owned())
        .into()
}

/// The path of the council file: `CUTRI_COUNCIL`.
#[must_use]
pub fn council() -> PathBuf {
    variable("CUTRI_COUNCIL")
        .unwrap_or_else(|| "council.toml".to_owned())
        .into()
}

/// Where the pages listen: `CUTRI_HTTP_LISTEN`.
///
/// # Errors
/// When it is no address.
pub fn http_listen() -> Result<SocketAddr, ConfigProblems> {
    let mut problems = Vec::new();
    let listens = listens(&variable, &mut problems);
    if problems.is_empty() {
        Ok(listens)
    } else {
        Err(ConfigProblems(problems))
    }
}

/// Reads `.env`, where there is one; the real environment wins. A file with a line that cannot be read sets nothing.
///
/// # Errors
/// Every such line by its number, never with what stands there: it may be the token.
pub fn read_dotenv() -> Result<(), ConfigProblems> {
    dotenv::read()
}

/// Whether it looks like a bot's token.
#[must_use]
pub fn is_token(text: &str) -> bool {
    text.split_once(':').is_some_and(|(bot, secret)| {
        !bot.is_empty()
            && bot.chars().all(|c| c.is_ascii_digit())
            && !secret.is_empty()
            && secret
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "_-".contains(c))
    })
}

/// The Telegram user ids in a text with commas between them.
///
/// # Errors
/// What is none, one line each.
pub fn user_ids(text: &str) -> Result<BTreeSet<UserId>, Vec<String>> {
    let (mut ids, mut problems) = (BTreeSet::new(), Vec::new());
    for id in text.split(',').map(str::trim).filter(|id| !id.is_empty()) {
        match id.parse::<i64>() {
            Ok(id) if id > 0 => {
                ids.insert(UserId(id));
            }
            _ => problems.push(format!("{id:?} is not a Telegram user id (a number)")),
        }
    }
    if problems.is_empty() {
        Ok(ids)
    } else {
        Err(problems)
    }
}

impl Config {
    /// Reads and checks the environment.
    ///
    /// # Errors
    /// Every problem at once. None of them shows the token.
    pub fn from_env() -> Result<Self, ConfigProblems> {
        Self::from(variable)
    }

    /// The same from any source of variables.
    ///
    /// # Errors
    /// Every problem at once. None of them shows the token.
    pub fn from(variable: impl Fn(&str) -> Option<String>) -> Result<Self, ConfigProblems> {
        let mut problems = Vec::new();
        let token = token(&variable, &mut problems);
        let api_url = match variable("TELOXIDE_API_URL") {
            None => TELEGRAM.parse().ok(),
            Some(_) => address(&variable, "TELOXIDE_API_URL", API, &mut problems),
        };
        let proxy = address(&variable, "TELOXIDE_PROXY", PROXY, &mut problems);
        let http_listen = listens(&variable, &mut problems);
        let admins = admins(&variable, &mut problems);
        let updates = updates(&variable, api_url.as_ref(), &mut problems);
        if variable("CUTRI_LOG").is_some_and(|filter| !is_filter(&filter)) {
            problems.push(
                "CUTRI_LOG: must be a filter: error, warn, info, debug, trace, or such as info,cutri=debug"
                    .to_owned(),
            );
        }
        let rate = match variable("CUTRI_RATE").as_deref() {
            None | Some("telegram") => Rate::Telegram,
            Some("off") => Rate::Off,
            Some(_) => {
                problems.push("CUTRI_RATE: must be telegram or off".to_owned());
                Rate::Telegram
            }
        };
        match (token, api_url, updates) {
            (Some(token), Some(api_url), Some(updates)) if problems.is_empty() => Ok(Self {
                token,
                api_url,
                proxy,
                database: path(&variable, "CUTRI_DATABASE", "data/cutri.db"),
                council: path(&variable, "CUTRI_COUNCIL", "council.toml"),
                admins,
                updates,
                http_listen,
                rate,
            }),
            _ => Err(ConfigProblems(problems)),
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the one place that may")]
fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.trim().is_empty())
}

fn path(variable: &impl Fn(&str) -> Option<String>, name: &str, default: &str) -> PathBuf {
    variable(name).unwrap_or_else(|| default.to_owned()).into()
}

fn token(
    variable: &impl Fn(&str) -> Option<String>,
    problems: &mut Vec<String>,
) -> Option<SecretString> {
    let Some(token) = variable("TELOXIDE_TOKEN") else {
        problems.push("TELOXIDE_TOKEN: missing; @BotFather gives one".to_owned());
        return None;
    };
    if !is_token(&token) {
        problems.push(
            "TELOXIDE_TOKEN: does not look like a token (digits, a colon, letters)".to_owned(),
        );
        return None;
    }
    Some(SecretString::from(token))
}

fn parsed<T: FromStr>(
    variable: &impl Fn(&str) -> Option<String>,
    name: &str,
    expected: &str,
    problems: &mut Vec<String>,
) -> Option<T> {
    let value = variable(name)?;
    let parsed = value.trim().parse().ok();
    if parsed.is_none() {
        problems.push(format!("{name}: must be {expected}"));
    }
    parsed
}

/// Whether it is a filter of the log, and not a word that hides everything: `warning` would be a module of that name.
fn is_filter(text: &str) -> bool {
    let is_word = text.trim().chars().all(|c| c.is_ascii_alphanumeric());
    let is_known = text.trim() == "cutri" || text.trim().parse::<LevelFilter>().is_ok();
    EnvFilter::try_new(text).is_ok() && (is_known || !is_word)
}

fn listens(variable: &impl Fn(&str) -> Option<String>, problems: &mut Vec<String>) -> SocketAddr {
    let expected = "an address such as 127.0.0.1:9464";
    let listens = parsed(variable, "CUTRI_HTTP_LISTEN", expected, problems);
    listens.unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 9464)))
}

fn admins(
    variable: &impl Fn(&str) -> Option<String>,
    problems: &mut Vec<String>,
) -> BTreeSet<UserId> {
    user_ids(&variable("CUTRI_ADMINS").unwrap_or_default()).unwrap_or_else(|none| {
        problems.extend(none.iter().map(|one| format!("CUTRI_ADMINS: {one}")));
        BTreeSet::new()
    })
}

/// `api_url`: whose server calls; `None`: nobody knows, its address is wrong.
fn updates(
    variable: &impl Fn(&str) -> Option<String>,
    api_url: Option<&Url>,
    problems: &mut Vec<String>,
) -> Option<Updates> {
    match variable("CUTRI_UPDATES").as_deref() {
        None | Some("polling") => Some(Updates::Polling),
        Some("webhook") => {
            let before = problems.len();
            let telegrams = TELEGRAM.parse::<Url>().ok();
            let is_telegram = api_url.is_some_and(|url| {
                url.host_str()
                    == telegrams
                        .as_ref()
                        .and_then(|telegrams| telegrams.host_str())
            });
            let wanted = if is_telegram { PUBLIC } else { PUBLIC_OR_OWN };
            let url = address(variable, "CUTRI_WEBHOOK_URL", wanted, problems);
            let secret = variable("CUTRI_WEBHOOK_SECRET").filter(|secret| {
                (16..=256).contains(&secret.len())
                    && secret
                        .chars()
                        .all(|c| c.is_ascii_alphanumeric() || "_-".contains(c))
            });
            if url.is_none() && problems.len() == before {
                problems.push("CUTRI_WEBHOOK_URL: missing; webhook mode needs it".to_owned());
            }
            if secret.is_none() {
                problems.push(
                    "CUTRI_WEBHOOK_SECRET: webhook mode needs 16 to 256 of A-Z a-z 0-9 _ -"
                        .to_owned(),
                );
            }
            Some(Updates::Webhook(Webhook {
                url: url?,
                secret: SecretString::from(secret?),
            }))
        }
        Some(_) => {
            problems.push("CUTRI_UPDATES: must be polling or webhook".to_owned());
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(variables: &[(&str, &str)]) -> Result<Config, Vec<String>> {
        Config::from(|name| {
            variables
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, value)| (*value).to_owned())
        })
        .map_err(|problems| problems.0)
    }

    #[test]
    fn a_token_is_enough() {
        let config = config(&[("TELOXIDE_TOKEN", "1:abc")]).unwrap();
        assert_eq!(config.api_url.as_str(), "https://api.telegram.org/");
        assert_eq!(config.rate, Rate::Telegram);
    }

    #[test]
    fn every_problem_is_named_at_once_and_the_token_never() {
        let problems = config(&[
            ("TELOXIDE_TOKEN", "secret token"),
            ("TELOXIDE_API_URL", "no address"),
            ("CUTRI_ADMINS", "12, anna"),
            ("CUTRI_UPDATES", "webhook"),
            ("CUTRI_RATE", "fast"),
            ("CUTRI_HTTP_LISTEN", "9464"),
        ])
        .unwrap_err();
        let all = problems.join("\n");
        for name in [
            "TELOXIDE_TOKEN",
            "TELOXIDE_API_URL",
            "CUTRI_ADMINS",
            "CUTRI_WEBHOOK_URL",
            "CUTRI_WEBHOOK_SECRET",
            "CUTRI_RATE",
            "CUTRI_HTTP_LISTEN",
        ] {
            assert!(all.contains(name), "{name} is missing in:\n{all}");
        }
        assert!(!all.contains("secret token"));
    }

    #[test]
    fn an_address_that_cannot_be_called_is_refused() {
        for (name, value, is_good) in [
            ("TELOXIDE_API_URL", "localhost:8081", false),
            ("TELOXIDE_API_URL", "ftp://localhost", false),
            ("TELOXIDE_API_URL", "http://", false),
            ("TELOXIDE_API_URL", "http://a.vn/?key=1", false),
            ("TELOXIDE_API_URL", "http://localhost:8081", true),
            ("TELOXIDE_API_URL", "https://a.vn/telegram/", true),
            ("TELOXIDE_PROXY", "localhost:1080", false),
            ("TELOXIDE_PROXY", "socks4://localhost:1080", false),
            ("TELOXIDE_PROXY", "socks5h://user:word@localhost:1080", true),
            ("TELOXIDE_PROXY", "http://localhost:3128", true),
        ] {
            let told = config(&[("TELOXIDE_TOKEN", "1:abc"), (name, value)]);
            assert_eq!(told.is_ok(), is_good, "{name}={value}: {told:?}");
            if let Err(problems) = told {
                assert!(problems[0].starts_with(name), "{problems:?}");
            }
        }
    }

    #[test]
    fn telegram_itself_calls_https_only() {
        for (api, webhook, is_good) in [
            (TELEGRAM, "https://a.vn", true),
            (TELEGRAM, "http://a.vn", false),
            ("https://api.telegram.org:443/", "http://a.vn", false),
            ("http://127.0.0.1:8081", "http://127.0.0.1:9464", true),
            ("http://127.0.0.1:8081", "a.vn:9464", false),
            (TELEGRAM, "https://a.vn/x?y=z", false),
        ] {
            let told = config(&[
                ("TELOXIDE_TOKEN", "1:abc"),
                ("TELOXIDE_API_URL", api),
                ("CUTRI_UPDATES", "webhook"),
                ("CUTRI_WEBHOOK_URL", webhook),
                ("CUTRI_WEBHOOK_SECRET", "a-secret-of-the-test"),
            ]);
            assert_eq!(told.is_ok(), is_good, "{api} {webhook}: {told:?}");
        }
    }

    #[test]
    fn a_filter_that_shows_nothing_by_mistake_is_refused() {
        for (filter, is_good) in [
            ("warn", true),
            ("INFO", true),
            ("info,cutri::delivery=debug", true),
            ("off", true),
            ("cutri", true),
            ("warning", false),
            ("info,cutri=loud", false),
        ] {
            let told = config(&[("TELOXIDE_TOKEN", "1:abc"), ("CUTRI_LOG", filter)]);
            assert_eq!(told.is_ok(), is_good, "{filter}: {told:?}");
        }
    }
}
