//! `cutri routes FILE`: the rules of another council file tried on everything that came in so far: what would go elsewhere, and
//! which rules agree more with where clerks and bodies passed things on to. Nothing is changed.

use std::{collections::BTreeMap, path::Path, time::Duration};

use anyhow::Context as _;

use super::schema;
use crate::{
    domain::{
        council::Council,
        ids::{AreaCode, BodyCode, CategoryCode},
        routing,
    },
    reading::{
        self, Room, report as facts,
        routes::{self, Came},
    },
    run::{StartError, print::tell, read_council},
};

/// A whole history is counted in seconds.
const AT_MOST: Duration = Duration::from_mins(2);

/// What two sets of rules make of the same history.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tried {
    /// Everything that came in.
    pub all: usize,
    /// What would go elsewhere: field, place, from whom, to whom, how many.
    pub moved: BTreeMap<(CategoryCode, AreaCode, BodyCode, BodyCode), usize>,
    /// What the rules of today send to whoever has it.
    pub agreed_before: usize,
    /// What the other rules send to whoever has it.
    pub agreed_after: usize,
}

/// Tries the rules of `other` on what came in under those of `council`.
#[must_use]
pub fn tried(council: &Council, other: &Council, came: &[Came]) -> Tried {
    let mut tried = Tried::default();
    for one in came {
        let before = routing::route(council, &one.category, &one.area).body;
        let after = routing::route(other, &one.category, &one.area).body;
        tried.all += one.many;
        tried.agreed_before += if before == one.body { one.many } else { 0 };
        tried.agreed_after += if after == one.body { one.many } else { 0 };
        if before != after {
            let key = (one.category.clone(), one.area.clone(), before, after);
            *tried.moved.entry(key).or_default() += one.many;
        }
    }
    tried
}

/// Prints what the rules of the file would change.
///
/// # Errors
/// The file's problems, or why the database cannot be read.
pub async fn routes(file: &Path, database: &Path) -> Result<(), StartError> {
    let other = read_council(file)?;
    schema::check(database).await?;
    let refuse = |why: String| {
        StartError::Configuration(format!("CUTRI_DATABASE: {}: {why}", database.display()))
    };
    let room = Room::new(database, AT_MOST);
    let found: reading::Result<_> = room
        .in_time(async {
            let mut view = room.view().await?;
            Ok((
                facts::council(&mut view).await?,
                routes::came(&mut view).await?,
            ))
        })
        .await;
    room.close().await;
    let (council, came) = found.context("cannot read what came in")?;
    let council = council.ok_or_else(|| refuse("no council was loaded yet".to_owned()))?;
    say(&council, &other, &tried(&council, &other, &came));
    Ok(())
}

fn say(council: &Council, other: &Council, tried: &Tried) {
    let body = |code: &BodyCode| {
        let found = other.body(code).or_else(|| council.body(code));
        found.map_or_else(|| code.to_string(), |body| body.name.vi.clone())
    };
    for ((category, area, before, after), many) in &tried.moved {
        let category = council
            .category(category)
            .map_or_else(|| category.to_string(), |category| category.name.vi.clone());
        let area = council
            .area(area)
            .map_or_else(|| area.to_string(), |area| area.name.vi.clone());
        tell!(
            "{category}, {area}: {many} questions: {} -> {}",
            body(before),
            body(after)
        );
    }
    let moved: usize = tried.moved.values().sum();
    tell!("{moved} of {} questions would go elsewhere", tried.all);
    tell!(
        "to whoever has them now: {} of {} by the rules of today, {} by those of the file",
        tried.agreed_before,
        tried.all,
        tried.agreed_after
    );
}
