//! The two bots, started against an emulator and made ready.

use std::{
    fs::File,
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

use anyhow::{Context as _, bail};
use cutri::{
    domain::{body::BodyKind, council::Council},
    emulator::{Emulator, NewGroup, NewUser, Send, World},
};
use tokio::time::Instant;

use crate::{
    copy::copy,
    process::Process,
    script::{self, Step},
};

/// The emulator lets in nobody else.
pub(crate) const TOKEN: &str = "1:BENCH";

const COUNCIL: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/examples/duy-tien/council.toml"
);

/// A bot must serve within this time.
const START_LIMIT: Duration = Duration::from_secs(30);

/// Which bot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Kind {
    /// The yardstick.
    Echo,
    /// Ours.
    Cutri,
    /// Ours on a copy of a database that has years behind it.
    Full,
}

impl Kind {
    /// Its name in the table.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Echo => "echo",
            Self::Cutri => "cutri",
            Self::Full => "cutri, full",
        }
    }

    /// What residents do with it.
    pub(crate) fn script(self) -> &'static [Step] {
        match self {
            Self::Echo => &script::ECHO,
            Self::Cutri | Self::Full => &script::CONVERSATION,
        }
    }

    /// Starts it against `emulator`, with everything it writes in `folder`, and waits until it serves. `full` is the
    /// database that [`Self::Full`] begins with.
    pub(crate) async fn start(
        self,
        emulator: &Emulator,
        folder: &Path,
        full: Option<&Path>,
    ) -> anyhow::Result<Process> {
        let world = &emulator.world;
        let database = folder.join("cutri.db");
        if self == Self::Full {
            copy(full.context("--database says which")?, folder)?;
        }
        let mut command = match self {
            Self::Echo => {
                let mut command = Command::new(std::env::current_exe()?);
                command.arg(crate::ECHO_BOT);
                command
            }
            Self::Cutri | Self::Full => Command::new(env!("CARGO_BIN_EXE_cutri")),
        };
        command
            .current_dir(folder)
            .env_clear()
            .env("TELOXIDE_TOKEN", TOKEN)
            .env("TELOXIDE_API_URL", emulator.url())
            .stdin(Stdio::null())
            .stdout(File::create(folder.join("stdout"))?)
            .stderr(File::create(folder.join("stderr"))?);
        match self {
            Self::Echo => {
                let process = Process::start(&mut command)?;
                wait_until_it_answers(world).await?;
                Ok(process)
            }
            Self::Cutri | Self::Full => {
                let clerk = world.create_user(NewUser::named("Cô Thu"));
                command
                    .env("CUTRI_DATABASE", &database)
                    .env("CUTRI_COUNCIL", COUNCIL)
                    .env("CUTRI_ADMINS", clerk.to_string())
                    .env("CUTRI_HTTP_LISTEN", "127.0.0.1:0")
                    .env("CUTRI_RATE", "off");
                let process = Process::start(&mut command)?;
                wait_until_it_answers(world).await?;
                link_groups(world, clerk).await?;
                Ok(process)
            }
        }
    }
}

async fn wait_until_it_answers(world: &World) -> anyhow::Result<()> {
    let first = world.create_user(NewUser::named("Bà Cả"));
    world.send(&Send::private(first, "/start"))?;
    wait_until(world, |world| bot_spoke(world, first))
        .await
        .context("the bot never answered")
}

fn bot_spoke(world: &World, chat: i64) -> bool {
    let messages = world.messages(chat);
    messages.iter().any(|message| message.from_bot)
}

/// A group for every delegation, agency and the office, as a council would have.
async fn link_groups(world: &World, clerk: i64) -> anyhow::Result<()> {
    let council = Council::parse(&std::fs::read_to_string(COUNCIL)?).map_err(|problems| {
        anyhow::anyhow!("the sample council has {} problems", problems.len())
    })?;
    let mut groups = Vec::new();
    for body in &council.bodies {
        if !matches!(
            body.kind,
            BodyKind::Delegation | BodyKind::Agency | BodyKind::Office
        ) {
            continue;
        }
        let group = world.create_group(&NewGroup::titled(body.name.vi.clone(), [clerk]));
        world.send(&Send::text(group, clerk, format!("/lienket {}", body.code)))?;
        groups.push(group);
    }
    wait_until(world, |world| {
        groups.iter().all(|group| bot_spoke(world, *group))
    })
    .await
    .context("the groups were not linked")
}

async fn wait_until(world: &World, is_true: impl Fn(&World) -> bool) -> anyhow::Result<()> {
    let limit = Instant::now() + START_LIMIT;
    while !is_true(world) {
        if Instant::now() > limit {
            bail!("waited {} s", START_LIMIT.as_secs());
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    Ok(())
}
