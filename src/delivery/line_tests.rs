//! A line, and one that is looked through as a whole: whatever comes, both say the same.

use proptest::prelude::*;

use super::*;
use crate::chat::outgoing::{About, Mark, Outgoing};

const ALL: [Lane; LANES] = [
    Lane::Reply,
    Lane::Card,
    Lane::Notice,
    Lane::Digest,
    Lane::Broadcast,
];

/// Everything that waits, one behind the other.
#[derive(Default)]
struct Plain(Vec<Arc<Queued>>);

impl Plain {
    fn take(&mut self, message: Queued, under_way: Option<i64>) -> Option<i64> {
        let edits = |one: &Queued| matches!(one.outgoing.act, Act::Edit { .. });
        let reacts = |one: &Queued| matches!(one.outgoing.act, Act::React { .. });
        let belongs =
            |one: &Arc<Queued>| touched(one).any(|of| touched(&message).any(|it| it == of));
        let older = self.0.iter().rposition(belongs).filter(|at| {
            let older = &self.0[*at];
            let same = touched(older).eq(touched(&message));
            let alike = edits(older) && edits(&message) || reacts(older) && reacts(&message);
            same && alike && under_way != Some(older.id)
        });
        let message = Arc::new(message);
        if let Some(at) = older {
            return Some(std::mem::replace(&mut self.0[at], message).id);
        }
        self.0.push(message);
        None
    }

    fn next(&self, chat: ChatId) -> Option<i64> {
        let mut next = self.0.first()?;
        for (at, one) in self.0.iter().enumerate() {
            if chat.is_private() && next.outgoing.lane < Lane::Digest {
                break;
            }
            let mut earlier = self.0[..at].iter();
            let waits =
                earlier.any(|other| touched(other).any(|of| touched(one).any(|it| it == of)));
            if one.outgoing.lane < next.outgoing.lane && !waits {
                next = one;
            }
        }
        Some(next.id)
    }
}

fn act(how: usize, of: usize) -> Act {
    let slot = format!("s{of}");
    match how {
        0 => Act::Send {
            html: String::new(),
            keyboard: None,
            reply_to: (of > 1).then(|| Target::Slot("s0".to_owned())),
            slot: Some(slot),
        },
        1 => Act::Edit {
            target: Target::Slot(slot),
            html: String::new(),
            keyboard: None,
        },
        2 => Act::React {
            target: Target::Slot(slot),
            mark: Some(Mark::Claimed),
        },
        3 => Act::Strip {
            target: Target::Slot(slot),
        },
        _ => Act::Leave,
    }
}

proptest! {
    #[test]
    fn who_is_next_is_known_without_looking_through_the_line(
        deeds in prop::collection::vec((0_usize..7, 0_usize..LANES, 0_usize..4), 1..80),
        is_private in any::<bool>(),
    ) {
        let chat = ChatId(if is_private { 1 } else { -1 });
        let (mut line, mut plain) = (Line::default(), Plain::default());
        let mut under_way = None;
        for (row, (how, lane, of)) in (1..).zip(deeds) {
            if how == 6 {
                under_way = line.next(chat).map(|next| next.id);
            } else if how == 5 {
                if let Some(next) = line.next(chat).cloned() {
                    prop_assert!(line.remove(&next));
                    prop_assert!(!line.remove(&next));
                    plain.0.retain(|one| one.id != next.id);
                }
                under_way = None;
            } else {
                let message = Queued {
                    id: row,
                    outgoing: Outgoing {
                        chat,
                        lane: ALL[lane],
                        act: act(how, of),
                        about: About::default(),
                    },
                    since: None,
                };
                let spared = line.take(message.clone(), under_way).map(|older| older.id);
                prop_assert_eq!(spared, plain.take(message, under_way));
            }
            prop_assert_eq!(line.len(), plain.0.len());
            prop_assert_eq!(line.next(chat).map(|next| next.id), plain.next(chat));
        }
        while let Some(next) = line.next(chat).cloned() {
            line.remove(&next);
        }
        prop_assert_eq!(line.len(), 0);
        prop_assert!(line.touching.is_empty());
    }
}
