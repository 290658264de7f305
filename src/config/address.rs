//! Addresses that the bot calls, or is called by. One without a scheme or a host is none, whatever a parser makes of it
//! (`localhost:8081` has the scheme `localhost`).

use reqwest::Url;

/// What an address may be: its schemes, and how it is asked for.
pub(super) type Wanted = (&'static [&'static str], &'static str);

/// Of a Bot API server.
pub(super) const API: Wanted = (
    &["http", "https"],
    "an http(s) address such as http://127.0.0.1:8081",
);
/// Of a proxy for our own connections.
pub(super) const PROXY: Wanted = (
    &["http", "https", "socks5", "socks5h"],
    "an http, https, socks5 or socks5h address such as socks5h://127.0.0.1:1080",
);
/// Where Telegram's own server calls.
pub(super) const PUBLIC: Wanted = (
    &["https"],
    "the public https address (Telegram calls no other)",
);
/// Where another one calls.
pub(super) const PUBLIC_OR_OWN: Wanted = (&["https", "http"], "the address, http(s)");

/// An address that is called, with a path below which ours stand: what would stand behind a path is lost, so it is refused.
pub(super) fn address(
    variable: &impl Fn(&str) -> Option<String>,
    name: &str,
    (schemes, expected): Wanted,
    problems: &mut Vec<String>,
) -> Option<Url> {
    let value = variable(name)?;
    let address = value.trim().parse::<Url>().ok().filter(|address| {
        schemes.contains(&address.scheme())
            && address.host_str().is_some_and(|host| !host.is_empty())
            && address.query().is_none()
            && address.fragment().is_none()
    });
    if address.is_none() {
        problems.push(format!("{name}: must be {expected}, without ? or #"));
    }
    address
}
