//! `cutri health`: asks the running bot's `/healthz`, for containers and scripts.

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    process::ExitCode,
    time::Duration,
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use crate::run::print::{self, tell};

/// Longer than the page ever takes, shorter than whoever asks waits.
const PATIENCE: Duration = Duration::from_secs(5);

/// Prints what the page says. Exit 0: it is well; 1: it is not, or nobody answers.
pub async fn ask(listens: SocketAddr) -> ExitCode {
    let address = reachable(listens);
    match tokio::time::timeout(PATIENCE, page(address)).await {
        Ok(Ok((200, said))) => {
            tell!("{said}");
            ExitCode::SUCCESS
        }
        Ok(Ok((_, said))) => {
            tell!("{said}");
            ExitCode::FAILURE
        }
        Ok(Err(error)) => {
            print::problem(format_args!("cutri: {address} does not answer: {error}"));
            ExitCode::FAILURE
        }
        Err(_) => {
            print::problem(format_args!(
                "cutri: {address} has not answered within {PATIENCE:?}"
            ));
            ExitCode::FAILURE
        }
    }
}

/// Whoever listens everywhere listens here, too.
fn reachable(listens: SocketAddr) -> SocketAddr {
    let ip = match listens.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(ip, listens.port())
}

async fn page(address: SocketAddr) -> std::io::Result<(u16, String)> {
    let mut stream = TcpStream::connect(address).await?;
    stream
        .write_all(b"GET /healthz HTTP/1.1\r\nHost: cutri\r\nConnection: close\r\n\r\n")
        .await?;
    let mut answer = Vec::new();
    stream.take(1 << 16).read_to_end(&mut answer).await?;
    let answer = String::from_utf8_lossy(&answer).into_owned();
    let status = answer
        .split_whitespace()
        .nth(1)
        .and_then(|word| word.parse().ok())
        .ok_or_else(|| std::io::Error::other("it is no page"))?;
    let body = answer.split_once("\r\n\r\n").map_or("", |(_, body)| body);
    Ok((status, body.trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_listens_everywhere_is_asked_here() {
        for (listens, asked) in [
            ("0.0.0.0:9464", "127.0.0.1:9464"),
            ("[::]:9464", "[::1]:9464"),
            ("10.0.0.5:9464", "10.0.0.5:9464"),
        ] {
            let asked: SocketAddr = asked.parse().unwrap();
            assert_eq!(reachable(listens.parse().unwrap()), asked);
        }
    }
}
