//! "What happened here": what the bot stored with the last act and what is due next, told to the page.

use std::{sync::Arc, time::Duration};

use serde_json::json;

use crate::{
    domain::question::ladder::Horizon,
    emulator::World,
    store::{Store, events, overview, questions},
};

/// So often the books are looked at.
const EVERY: Duration = Duration::from_millis(400);

/// So many things that are due are told.
const NEXT: usize = 4;

/// Tells until it is dropped. What was written down between two looks belongs to one act.
pub(super) async fn go_on(store: Store, world: Arc<World>) {
    let mut told = 0;
    // What happened before the page was opened is nobody's act.
    let mut is_past = true;
    loop {
        let seen = store
            .read(move |tx| {
                let written = events::after(tx, told)?;
                let mut next = Vec::new();
                if !written.is_empty() {
                    for owed in overview::owed(tx, Horizon::NONE)?.iter().take(NEXT) {
                        next.extend(questions::find(tx, owed.id)?);
                    }
                }
                Ok((written, next))
            })
            .await;
        if let Ok((written, next)) = seen
            && let Some((newest, ..)) = written.last()
        {
            told = *newest;
            let stored: Vec<String> = written
                .iter()
                .map(|(_, kind, code)| match code {
                    Some(code) => format!("{kind} · {code}"),
                    None => kind.clone(),
                })
                .collect();
            let due: Vec<String> = next
                .iter()
                .map(|question| format!("{} · {}", question.code, question.due_on))
                .collect();
            let stored = if is_past { Vec::new() } else { stored };
            world.explain(json!({ "stored": stored, "due": due }));
        } else {
            is_past = false;
        }
        if !is_past {
            tokio::time::sleep(EVERY).await;
        }
    }
}
