//! What is measured: the start, searches in the room itself, and a resident's replies beside a busy reading room.

use std::{
    collections::BTreeSet,
    path::Path,
    sync::atomic::{AtomicBool, AtomicUsize, Ordering},
    time::Instant,
};

use anyhow::Context as _;
use cutri::{
    domain::{
        council::Council,
        ids::{ChatId, SearchId},
        reading::Reading,
    },
    emulator::NewGroup,
    messages::Catalog,
    reading::{self, Known, Room},
};

use crate::{
    Options,
    bot::{Bot, LIMIT, ask, report, somebody, talk},
    copy::copy,
    generate::{COUNCIL, RARE},
};

/// Measures everything and prints it.
pub(crate) async fn run(options: &Options, database: &Path) -> anyhow::Result<()> {
    println!("{} questions", options.questions);
    searches(options, database).await?;
    let folder = tempfile::tempdir_in(database.parent().context("no folder")?)?;
    let copy = copy(database, folder.path())?;
    beside(options, &copy).await
}

async fn searches(options: &Options, database: &Path) -> anyhow::Result<()> {
    let council = Council::parse(&std::fs::read_to_string(COUNCIL)?)
        .map_err(|problems| anyhow::anyhow!("the council has {} problems", problems.len()))?;
    let catalog = Catalog::load()?;
    let known = Known {
        council: &council,
        catalog: &catalog,
        bot: "cutri_bot",
        admins: &BTreeSet::new(),
        now: jiff::Timestamp::from_second(1_795_395_600)?,
    };
    let room = Room::new(database, LIMIT);
    for words in [
        "đường",
        "ngập mỗi khi mưa",
        "đường ngậ",
        "n",
        "kiểm tra duo",
        RARE,
        "kpuih mưa",
        "không có chữ này",
    ] {
        let mut took = Vec::with_capacity(options.searches);
        for turn in 0..options.searches {
            let reading = Reading::Search {
                search: SearchId(1),
                words: words.to_owned(),
                page: u16::try_from(turn % 3)?,
                turns: None,
            };
            let begun = Instant::now();
            let mut view = room.view().await?;
            reading::find(&mut view, ChatId(1_000_001), &reading, known).await?;
            drop(view);
            took.push(begun.elapsed());
        }
        report(&format!("search “{words}”"), &mut took);
    }
    for (name, reading) in [
        (
            "/thongke",
            Reading::Figures {
                body: cutri::domain::ids::BodyCode::new("thuong-truc"),
            },
        ),
        ("board", Reading::Board),
    ] {
        let mut took = Vec::new();
        for _ in 0..3 {
            let begun = Instant::now();
            let mut view = room.view().await?;
            reading::find(&mut view, ChatId(-1), &reading, known).await?;
            took.push(begun.elapsed());
        }
        report(name, &mut took);
    }
    room.close().await;
    Ok(())
}

/// The bot serves from `database`; one group asks for figures and digests, one resident searches, another talks.
async fn beside(options: &Options, database: &Path) -> anyhow::Result<()> {
    let bot = Bot::start(database).await?;
    let (world, clerk) = (bot.world(), bot.clerk);
    println!("start: {:?} until it has answered", bot.started_in);

    let group = world.create_group(&NewGroup::titled("Thường trực", [clerk]));
    let mut seen = 0;
    ask(world, (group, clerk), "/lienket thuong-truc", &mut seen).await?;
    let mut alone = Vec::new();
    talk(world, options.seconds.min(5), &mut alone).await?;
    report("replies, nobody reads", &mut alone);

    let is_over = AtomicBool::new(false);
    let readings = AtomicUsize::new(0);
    let search = AtomicUsize::new(0);
    let keep_asking = async |chat: Option<i64>, words: &[&str], count: &AtomicUsize| {
        let mut seen = 0;
        for word in words.iter().cycle() {
            if is_over.load(Ordering::Relaxed) {
                break;
            }
            let who = chat.map_or_else(|| somebody(world), |group| (group, clerk));
            ask(world, who, word, &mut seen).await?;
            count.fetch_add(1, Ordering::Relaxed);
        }
        anyhow::Ok(())
    };
    let mut took = Vec::new();
    let talking = async {
        let talked = talk(world, options.seconds, &mut took).await;
        is_over.store(true, Ordering::Relaxed);
        talked
    };
    tokio::try_join!(
        talking,
        keep_asking(Some(group), &["/thongke", "/tonghop"], &readings),
        keep_asking(None, &["/tracuu đường ngập", "/tracuu kpuih"], &search),
    )?;
    report("replies beside readings", &mut took);
    println!(
        "meanwhile: {} figures and digests, {} searches",
        readings.into_inner(),
        search.into_inner()
    );
    println!("peak memory: {} KiB", bot.peak_memory()?);
    bot.stop()
}
