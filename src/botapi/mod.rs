//! One call to the Bot API over HTTP: the payload types are teloxide's, the call is our own.
//!
//! teloxide's own `Bot` sleeps ten seconds inside a call when Telegram answers 5xx, and gives up long polls
//! after 17 s; here a failed call comes back at once and the caller decides. The token is in the URL, so no
//! error of ours carries a URL.

use std::time::Duration;

use reqwest::{
    Client, StatusCode, Url,
    multipart::{Form, Part},
};
use secrecy::{ExposeSecret, SecretString};
use serde::{
    Deserialize, Serialize,
    de::{DeserializeOwned, IgnoredAny},
};
use teloxide::{requests::Payload, types::User};

use crate::domain::ids::ChatId;

/// A call that takes longer than this is given up, except long polls. Telegram usually answers in 0.1 s.
const CALL_TIMEOUT: Duration = Duration::from_secs(20);

/// A client for one bot.
#[derive(Clone)]
pub struct BotApi {
    client: Client,
    base: Url,
    token: SecretString,
}

/// A file on its way to Telegram.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// The parameter it is: `photo`, `document`.
    pub field: &'static str,
    /// What it is called.
    pub name: String,
    /// What it is.
    pub mime_type: &'static str,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Why a call brought nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CallError {
    /// Too many messages: again after so many seconds.
    #[error("Telegram asks to wait {0} s")]
    RetryAfter(u32),
    /// The group has another id now.
    #[error("the group has become {0}")]
    Migrated(ChatId),
    /// Telegram understood and will not do it (400, 403, 404, 409).
    #[error("{code}: {description}")]
    Refused {
        /// HTTP status.
        code: u16,
        /// Telegram's words.
        description: String,
    },
    /// The token is not (any more) that of a bot.
    #[error("Telegram does not know this token")]
    BadToken,
    /// The network or Telegram itself failed; nobody knows whether the call took effect.
    #[error("{0}")]
    Trouble(String),
}

/// Telegram's envelope around every result.
#[derive(Deserialize)]
struct Envelope<R> {
    result: Option<R>,
    #[serde(default)]
    description: Option<String>,
    #[serde(default)]
    error_code: Option<u16>,
    #[serde(default)]
    parameters: Option<Parameters>,
}

#[derive(Deserialize, Default)]
struct Parameters {
    #[serde(default)]
    retry_after: Option<u32>,
    #[serde(default)]
    migrate_to_chat_id: Option<i64>,
}

impl BotApi {
    /// A client for the bot of `token` at `base` (Telegram's server or another one), through `proxy` if any.
    ///
    /// # Errors
    /// When the proxy's address cannot be used.
    pub fn new(base: Url, token: SecretString, proxy: Option<&Url>) -> Result<Self, CallError> {
        let mut builder = Client::builder()
            .connect_timeout(Duration::from_secs(10))
            .redirect(reqwest::redirect::Policy::none())
            .referer(false)
            .retry(reqwest::retry::never())
            .tcp_nodelay(true)
            .pool_max_idle_per_host(32)
            .user_agent(concat!("cutri/", env!("CARGO_PKG_VERSION")));
        builder = match proxy {
            Some(proxy) => builder.proxy(reqwest::Proxy::all(proxy.clone()).map_err(trouble)?),
            None => builder.no_proxy(),
        };
        let client = builder.build().map_err(trouble)?;
        Ok(Self {
            client,
            base,
            token,
        })
    }

    /// Who the bot is; also the cheapest proof that token and network work.
    ///
    /// # Errors
    /// See [`CallError`].
    pub async fn get_me(&self) -> Result<User, CallError> {
        self.call(&teloxide::payloads::GetMe::new(), CALL_TIMEOUT)
            .await
    }

    /// Makes the call that `payload` describes; its result is read as `R`, which may be less than all of it.
    ///
    /// # Errors
    /// See [`CallError`].
    pub async fn send<P, R>(&self, payload: &P) -> Result<R, CallError>
    where
        P: Payload + Serialize,
        R: DeserializeOwned,
    {
        self.call(payload, CALL_TIMEOUT).await
    }

    /// Makes a call whose result is of no interest: an edit's is the whole message once more.
    ///
    /// # Errors
    /// See [`CallError`].
    pub async fn tell<P: Payload + Serialize>(&self, payload: &P) -> Result<(), CallError> {
        self.tell_within(payload, CALL_TIMEOUT).await
    }

    /// As [`Self::tell`], with a time limit of its own.
    ///
    /// # Errors
    /// See [`CallError`].
    pub async fn tell_within<P>(&self, payload: &P, timeout: Duration) -> Result<(), CallError>
    where
        P: Payload + Serialize,
    {
        let url = self.url_of(P::NAME);
        let call = self.client.post(url).timeout(timeout).json(payload);
        let (status, body) = answer(call).await?;
        if status.is_success() && body.as_ref().starts_with(br#"{"ok":true"#) {
            return Ok(());
        }
        result::<IgnoredAny>(status, body.as_ref()).map(drop)
    }

    /// As [`Self::send`], for what one method's type cannot describe: a method by its name.
    ///
    /// # Errors
    /// See [`CallError`].
    pub async fn send_as<R>(&self, method: &str, body: &serde_json::Value) -> Result<R, CallError>
    where
        R: DeserializeOwned,
    {
        let url = self.url_of(method);
        read(self.client.post(url).timeout(CALL_TIMEOUT).json(body)).await
    }

    /// As [`Self::send`], with a time limit of its own.
    ///
    /// # Errors
    /// See [`CallError`].
    pub async fn call<P, R>(&self, payload: &P, timeout: Duration) -> Result<R, CallError>
    where
        P: Payload + Serialize,
        R: DeserializeOwned,
    {
        let url = self.url_of(P::NAME);
        read(self.client.post(url).timeout(timeout).json(payload)).await
    }

    /// Makes a call that carries a file: `fields` are the method's other parameters, as the documentation
    /// spells them.
    ///
    /// # Errors
    /// See [`CallError`].
    pub async fn upload<R: DeserializeOwned>(
        &self,
        method: &str,
        fields: Vec<(&'static str, String)>,
        file: Upload,
    ) -> Result<R, CallError> {
        let part = Part::bytes(file.bytes)
            .file_name(file.name)
            .mime_str(file.mime_type)
            .map_err(trouble)?;
        let mut form = Form::new();
        for (name, value) in fields {
            form = form.text(name, value);
        }
        let form = form.part(file.field, part);
        let url = self.url_of(method);
        read(self.client.post(url).timeout(CALL_TIMEOUT).multipart(form)).await
    }

    /// What time it is on the server, by the `Date` of its answer.
    pub async fn server_time(&self) -> Option<jiff::Timestamp> {
        let answer = self
            .client
            .get(self.base.clone())
            .timeout(CALL_TIMEOUT)
            .send()
            .await
            .ok()?;
        let date = answer
            .headers()
            .get(reqwest::header::DATE)?
            .to_str()
            .ok()?
            .to_owned();
        jiff::fmt::rfc2822::parse(&date)
            .ok()
            .map(|time| time.timestamp())
    }

    /// `<base>/bot<token>/<method>`; the method is spelt as in the documentation. Only the path is parsed.
    fn url_of(&self, method: &str) -> Url {
        let mut url = self.base.clone();
        let mut rest = method.chars();
        let first = rest.next().map_or('/', |first| first.to_ascii_lowercase());
        url.set_path(&format!(
            "{}/bot{}/{first}{}",
            self.base.path().trim_end_matches('/'),
            self.token.expose_secret(),
            rest.as_str()
        ));
        url
    }
}

/// Makes a call and reads its result.
async fn read<R: DeserializeOwned>(call: reqwest::RequestBuilder) -> Result<R, CallError> {
    let (status, body) = answer(call).await?;
    result(status, body.as_ref())
}

/// Makes a call; an answer of a server in trouble is none.
async fn answer(
    call: reqwest::RequestBuilder,
) -> Result<(StatusCode, impl AsRef<[u8]>), CallError> {
    let answer = call.send().await.map_err(trouble)?;
    let status = answer.status();
    let body = answer.bytes().await.map_err(trouble)?;
    if status.is_server_error() {
        return Err(CallError::Trouble(format!("Telegram answered {status}")));
    }
    Ok((status, body))
}

fn result<R: DeserializeOwned>(status: StatusCode, body: &[u8]) -> Result<R, CallError> {
    match serde_json::from_slice::<Envelope<R>>(body) {
        Ok(Envelope {
            result: Some(result),
            ..
        }) => Ok(result),
        Ok(refused) => Err(refusal(refused, status.as_u16())),
        Err(error) => Err(CallError::Trouble(format!(
            "Telegram's answer cannot be read: {error}"
        ))),
    }
}

fn refusal<R>(envelope: Envelope<R>, status: u16) -> CallError {
    let parameters = envelope.parameters.unwrap_or_default();
    if let Some(seconds) = parameters.retry_after {
        return CallError::RetryAfter(seconds);
    }
    if let Some(chat) = parameters.migrate_to_chat_id {
        return CallError::Migrated(ChatId(chat));
    }
    let description = envelope.description.unwrap_or_default();
    match envelope.error_code.unwrap_or(status) {
        401 => CallError::BadToken,
        404 if description == "Not Found" => CallError::BadToken,
        429 => CallError::RetryAfter(1),
        code => CallError::Refused { code, description },
    }
}

/// An error of the network, without the URL: it holds the token.
fn trouble(error: reqwest::Error) -> CallError {
    let error = error.without_url();
    let mut text = error.to_string();
    let mut cause: Option<&(dyn std::error::Error + 'static)> = std::error::Error::source(&error);
    while let Some(inner) = cause {
        text.push_str(": ");
        text.push_str(&inner.to_string());
        cause = inner.source();
    }
    CallError::Trouble(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_before_the_method_is_kept() {
        for (base, url) in [
            ("https://a.vn", "https://a.vn/bot1:abc/getMe"),
            (
                "https://a.vn/telegram/",
                "https://a.vn/telegram/bot1:abc/getMe",
            ),
        ] {
            let api =
                BotApi::new(base.parse().unwrap(), SecretString::from("1:abc"), None).unwrap();
            assert_eq!(api.url_of("GetMe").as_str(), url);
        }
    }
}
