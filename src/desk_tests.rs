//! Turns, and which tries of a reading are counted.

use std::collections::BTreeSet;

use super::*;
use crate::{
    domain::{council::Council, ids::UserId, reading::Reading},
    handlers::BotIdentity,
    messages::Catalog,
};

fn desk(store: &Store) -> Desk {
    let council = Council::parse(include_str!("../examples/duy-tien/council.toml")).unwrap();
    let bot = BotIdentity {
        id: UserId(1),
        username: "bot".to_owned(),
    };
    let facts = Facts::new(council, Catalog::load().unwrap(), BTreeSet::new(), bot);
    let patience = Patience::default();
    Desk::new(store.clone(), Arc::new(facts), Clock::system(), patience)
}

/// Which readings wait, and how often each was begun.
async fn starts(store: &Store) -> Vec<(i64, u32)> {
    let (waiting, _) = store.read(readings::first_of_each_chat).await.unwrap();
    waiting.iter().map(|one| (one.id, one.starts)).collect()
}

#[tokio::test]
async fn only_what_was_under_way_when_the_process_was_killed_counts_as_a_try() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("a.db"), Box::new(drop)).unwrap();
    for chat in [-1, -2] {
        let now = Clock::system().now();
        let wanted = store.write(move |tx| readings::keep(tx, ChatId(chat), &Reading::Board, now));
        wanted.await.unwrap();
    }
    for _clean_stop in 0..readings::MAX_STARTS {
        let mut desk = desk(&store);
        desk.count(1).await.unwrap();
        // The disk put it off, and it is tried again.
        desk.count(1).await.unwrap();
        assert_eq!(starts(&store).await, [(1, 1), (2, 0)]);
        desk.leave().await;
        assert_eq!(starts(&store).await, [(1, 0), (2, 0)]);
    }
    for killed in 1..=readings::MAX_STARTS {
        let mut desk = desk(&store);
        desk.count(1).await.unwrap();
        drop(desk);
        assert_eq!(starts(&store).await, [(1, killed), (2, 0)]);
    }
}

fn wanted(id: i64, chat: i64) -> Wanted {
    Wanted {
        id,
        chat: ChatId(chat),
        reading: Reading::Board,
        starts: 0,
    }
}

#[test]
fn a_crowd_of_wishes_in_one_chat_waits_for_everybody_else() {
    let mut turns = Turns::default();
    // Chat 1 came first and has more than anybody.
    let mut queues = HashMap::from([(1, vec![1, 2, 3, 4]), (2, vec![5]), (3, vec![6, 7])]);
    let mut order = Vec::new();
    loop {
        let waiting = queues
            .iter()
            .filter_map(|(chat, ids)| ids.first().map(|id| wanted(*id, *chat)))
            .collect();
        let Some(next) = turns.next(waiting) else {
            break;
        };
        queues.get_mut(&next.chat.0).unwrap().remove(0);
        order.push(next.id);
    }
    assert_eq!(order, [1, 5, 6, 2, 7, 3, 4]);
}
