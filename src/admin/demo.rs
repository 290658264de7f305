//! `cutri demo`: an emulator of Telegram, the sample council with linked groups, and a page to play on.

use std::{
    collections::BTreeSet,
    net::SocketAddr,
    path::Path,
    sync::{Arc, atomic::AtomicI64},
};

use anyhow::Context;
use secrecy::SecretString;

use crate::{
    botapi::BotApi,
    clock::Clock,
    config::Updates,
    delivery::{Mail, Rate},
    domain::{body::BodyKind, council::Council, ids::UserId},
    emulator::{self, Emulator, EmulatorClock, NewGroup, NewUser, World},
    run::{Bot, Parts, StartError, open_store, read_council},
    store::council,
};

/// The sample council.
const COUNCIL: &str = include_str!("../../examples/duy-tien/council.toml");

/// The delegation whose group has topics, to be looked at.
const FORUM: &str = "to-6";

/// Not a secret: it opens only the emulator in this process.
const TOKEN: &str = "1:DEMO";

/// Serves the page until SIGINT or SIGTERM, with the sample council or another one; the database is gone afterwards.
///
/// # Errors
/// When the address or the council file cannot be used, or something of ours fails.
pub async fn serve(
    listen: SocketAddr,
    rate: Rate,
    council: Option<&Path>,
) -> Result<(), StartError> {
    let council = match council {
        Some(file) => read_council(file)?,
        None => sample()?,
    };
    let folder = tempfile::tempdir().context("cannot make a temporary folder")?;
    let shift = Arc::new(AtomicI64::new(0));
    let config = emulator::Config {
        listen,
        token: TOKEN.to_owned(),
        bot_username: "cutri_demo_bot".to_owned(),
        bot_name: "Cử tri Duy Tiên".to_owned(),
        clock: EmulatorClock::Offset(Arc::clone(&shift)),
        ..emulator::Config::default()
    };
    let emulator = Emulator::start(config).await.map_err(|error| {
        StartError::Configuration(format!("--listen: {error:#}; try another port"))
    })?;
    let cast = Cast::enter(&emulator.world);

    let (mail, letters) = Mail::new();
    let store = open_store(&folder.path().join("demo.db"), &mail)?;
    let clock = Clock::shifted(shift);
    let now = clock.now();
    let loaded = council.clone();
    store
        .write(move |tx| council::load(tx, &loaded, now))
        .await
        .context("cannot load the council")?;
    let base = emulator
        .url()
        .parse()
        .context("the emulator's address cannot be used")?;
    let api = BotApi::new(base, SecretString::from(TOKEN), None).context("cannot make a client")?;
    let parts = Parts {
        api,
        store,
        mail: (mail, letters),
        admins: BTreeSet::from([UserId(cast.clerk)]),
        rate,
        clock,
    };
    let bot = Bot::assemble(parts).await?;
    bot.publish_menus().await;
    let mut running = bot.start_delivery();
    cast.link_groups(&emulator.world, &council)?;
    while running
        .poll
        .once(0, now)
        .await
        .context("cannot poll the emulator")?
        != crate::intake::poll::Polled::Nothing
    {}
    let running = running.start_intake(&Updates::Polling);
    println!("http://{}/?user={}", emulator.addr, cast.resident);
    println!("Trang này là một Telegram thử: đổi người ở phía trên. Dừng bằng Ctrl-C.");
    wait_for_the_end().await?;
    running.stop().await;
    Ok(())
}

fn sample() -> Result<Council, anyhow::Error> {
    Council::parse(COUNCIL)
        .map_err(|problems| anyhow::anyhow!("the sample council has {} problems", problems.len()))
}

async fn wait_for_the_end() -> Result<(), anyhow::Error> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate()).context("cannot listen for signals")?;
    tokio::select! {
        _ = terminate.recv() => {}
        interrupted = tokio::signal::ctrl_c() => interrupted.context("cannot listen for signals")?,
    }
    Ok(())
}

/// The people one can play.
struct Cast {
    resident: i64,
    delegates: Vec<i64>,
    clerk: i64,
}

impl Cast {
    fn enter(world: &World) -> Self {
        let person = |name: &str, note: &str| {
            world.create_user(NewUser {
                note: Some(note.to_owned()),
                ..NewUser::named(name)
            })
        };
        let resident = person("Bà Lan", "Cử tri");
        person("Anh Hùng", "Cử tri");
        let delegates = vec![person("Chị Mai", "Đại biểu"), person("Anh Nam", "Đại biểu")];
        let clerk = person("Cô Thu", "Văn phòng");
        Self {
            resident,
            delegates,
            clerk,
        }
    }

    /// A group for the office and for every delegation and agency, linked as an administrator would.
    fn link_groups(&self, world: &World, council: &Council) -> Result<(), anyhow::Error> {
        for (number, body) in council.bodies.iter().enumerate().rev() {
            let members = match body.kind {
                BodyKind::Delegation => {
                    vec![self.clerk, self.delegates[number % self.delegates.len()]]
                }
                BodyKind::Agency | BodyKind::Office => vec![self.clerk],
                BodyKind::Committee
                | BodyKind::StandingBody
                | BodyKind::PeoplesCommittee
                | BodyKind::FatherlandFront
                | BodyKind::HigherLevel => continue,
            };
            let group = world.create_group(&NewGroup {
                is_forum: body.code.as_str() == FORUM,
                ..NewGroup::titled(body.name.vi.clone(), members)
            });
            let order = emulator::Send::text(group, self.clerk, format!("/lienket {}", body.code));
            world
                .send(&order)
                .map_err(|error| anyhow::anyhow!("cannot link a group: {error}"))?;
        }
        Ok(())
    }
}
