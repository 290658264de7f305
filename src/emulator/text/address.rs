//! Addresses of links and buttons.

/// Checks an address as Telegram does before it makes a link of it; adds `http://` if bare.
pub(crate) fn checked_url(address: &str) -> Result<String, &'static str> {
    let (scheme, rest) = match address.split_once("://") {
        Some((scheme, rest)) => (scheme.to_ascii_lowercase(), rest),
        None => ("http".to_owned(), address),
    };
    match scheme.as_str() {
        "http" | "https" | "ton" | "tonsite" => {}
        "tg" => return Ok(address.to_owned()),
        _ => return Err("Unsupported URL protocol"),
    }
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let name = host.rsplit('@').next().unwrap_or_default();
    let name = name.split(':').next().unwrap_or_default();
    if name.is_empty() {
        return Err("URL host is empty");
    }
    if address.contains(char::is_whitespace) || !name.contains('.') {
        return Err("Wrong HTTP URL");
    }
    Ok(if address.contains("://") {
        address.to_owned()
    } else {
        format!("http://{address}/")
    })
}
