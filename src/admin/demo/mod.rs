//! `cutri demo`: an emulator of Telegram, the sample council with linked groups and nine weeks behind it, and a page to
//! play on. Its own clock begins on a Monday at 08:00, whatever the machine's says.

mod calendar;
mod cast;
mod explain;
mod stage;
mod story;
mod switches;

use std::{
    collections::BTreeSet,
    net::SocketAddr,
    path::Path,
    sync::{Arc, atomic::AtomicI64},
};

use anyhow::Context;
use jiff::{Timestamp, ToSpan, civil::Date, civil::Time, civil::time};
use secrecy::SecretString;

use self::{cast::Cast, stage::Stage};
use crate::{
    botapi::BotApi,
    clock::Clock,
    config::Updates,
    delivery::{Mail, Rate},
    desk::Patience,
    domain::{council::Council, ids::UserId},
    emulator::{self, Emulator, EmulatorClock, World},
    health::Health,
    run::{
        Bot, Moving, Parts, StartError, open_store,
        print::{self, tell},
        read_council,
    },
    store::council,
};

/// The sample council.
const COUNCIL: &str = include_str!("../../../examples/duy-tien/council.toml");

/// Not a secret: it opens only the emulator in this process.
const TOKEN: &str = "1:DEMO";

/// When the demo begins, on a Monday.
const BEGINS: Time = time(8, 0, 0, 0);

/// The groups are linked so many days before.
const LINKED: i64 = 63;

/// Serves the page until SIGINT or SIGTERM, with another council as it is or with the sample, whose dates are laid around
/// this week's Monday; the database is gone afterwards.
///
/// # Errors
/// When the address or the council file cannot be used, or something of ours fails.
pub async fn serve(
    listen: SocketAddr,
    rate: Rate,
    council: Option<&Path>,
) -> Result<(), StartError> {
    let shift = Arc::new(AtomicI64::new(0));
    let monday = monday_of(Clock::system().now())?;
    let (council, story) = match council {
        Some(file) => (read_council(file)?, Story::Untold),
        None => (calendar::around(sample()?, monday), Story::Told),
    };
    let folder = tempfile::tempdir().context("cannot make a temporary folder")?;
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
    emulator.world.close();
    tell!("http://{}/?user={}", emulator.addr, cast.lan);
    let house = House {
        base: emulator.url(),
        file: folder.path().join("demo.db"),
        shift: Arc::clone(&shift),
        clerk: cast.clerk,
    };
    before(&house, &emulator.world, cast, &council, (monday, story)).await?;
    let bot = house.bot(None, rate).await?;
    let pages = bot.open_pages(SocketAddr::new(listen.ip(), 0)).await;
    let pages = tokio::spawn(pages.context("the bot's own pages cannot be opened")?);
    bot.publish_menus().await;
    let moving = bot.start_delivery();
    let explaining = tokio::spawn(explain::go_on(
        moving.store.clone(),
        Arc::clone(&emulator.world),
    ));
    switches::offer(&emulator.world, &council);
    let switching = tokio::spawn(switches::go_on(
        Arc::clone(&emulator.world),
        moving.store.clone(),
        Clock::shifted(Arc::clone(&shift)),
        council,
    ));
    let running = moving.start_intake(&Updates::Polling);
    emulator.world.open();
    tell!("Trang này là một Telegram thử: đổi người ở phía trên. Dừng bằng Ctrl-C.");
    wait_for_the_end().await?;
    for beside in [explaining, switching, pages] {
        beside.abort();
    }
    running.stop().await;
    Ok(())
}

/// Whether something happened before the page is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Story {
    /// The sample council's weeks before.
    Told,
    /// Another council: only its groups are linked.
    Untold,
}

/// Links the groups, and plays what happened before, as fast as it goes.
async fn before(
    house: &House,
    world: &World,
    mut cast: Cast,
    council: &Council,
    (monday, story): (Date, Story),
) -> Result<(), StartError> {
    let zone = &council.timezone;
    if story == Story::Told {
        let linked = monday.saturating_sub(LINKED.days());
        stage::set(&house.shift, zone, linked, BEGINS)?;
    }
    let bot = house.bot(Some(council), Rate::Off).await?;
    let mut stage = Stage {
        world,
        bot: bot.start_delivery(),
        shift: Arc::clone(&house.shift),
        zone: zone.clone(),
        today: monday,
    };
    cast.link_groups(world, council)?;
    stage.settle().await?;
    cast.forget_setting_up(world);
    if story == Story::Told {
        if let Err(error) = story::play(&mut stage, &cast, council).await {
            print::problem(format_args!(
                "cutri demo: it begins with less than it should: {error:#}"
            ));
        }
        stage::set(&house.shift, zone, monday, BEGINS)?;
    }
    close(stage.bot).await;
    Ok(())
}

async fn close(bot: Moving) {
    let store = bot.store.clone();
    drop(bot);
    store.close().await;
}

/// What both bots have in common: the one that plays what happened before, and the one that is played with.
struct House {
    base: String,
    file: std::path::PathBuf,
    shift: Arc<AtomicI64>,
    clerk: i64,
}

impl House {
    /// A bot on the database, with a council that is loaded first where it is a new one.
    async fn bot(&self, council: Option<&Council>, rate: Rate) -> Result<Bot, StartError> {
        let clock = Clock::shifted(Arc::clone(&self.shift));
        let (mail, letters) = Mail::new();
        let store = open_store(&self.file, &mail)?;
        if let Some(council) = council {
            let (loaded, now) = (council.clone(), clock.now());
            store
                .write(move |tx| council::load(tx, &loaded, now))
                .await
                .context("cannot load the council")?;
        }
        let base = self
            .base
            .parse()
            .context("the emulator's address cannot be used")?;
        let api =
            BotApi::new(base, SecretString::from(TOKEN), None).context("cannot make a client")?;
        Bot::assemble(Parts {
            api,
            store,
            mail: (mail, letters),
            admins: BTreeSet::from([UserId(self.clerk)]),
            rate,
            patience: Patience::default(),
            clock,
            health: Health::default(),
        })
        .await
    }
}

/// The Monday of this week, where the sample council is.
fn monday_of(now: Timestamp) -> Result<Date, anyhow::Error> {
    let today = now.to_zoned_datetime(sample()?.timezone).date();
    let since = i64::from(today.weekday().to_monday_zero_offset());
    Ok(today.saturating_sub(since.days()))
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
