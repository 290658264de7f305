//! How fast a bot may send: 30 a second in all, 1 a second in a private chat with a short burst,
//! 20 a minute in a group. Edits count. Off unless the configuration asks for it.

use std::collections::{HashMap, VecDeque};

const ALL_PER_SECOND: usize = 30;
const GROUP_PER_MINUTE: usize = 20;
/// How many messages a private chat takes at once before one a second applies.
const PRIVATE_BURST: i64 = 5;

/// What was sent lately, in emulator milliseconds.
#[derive(Debug, Default)]
pub(crate) struct Flood {
    all: VecDeque<i64>,
    groups: HashMap<i64, VecDeque<i64>>,
    /// When the private chat's burst is paid off.
    private: HashMap<i64, i64>,
}

impl Flood {
    /// Counts a message to `chat_id`, or says how many seconds to wait.
    pub(crate) fn admit(&mut self, chat_id: i64, now: i64) -> Result<(), i64> {
        forget(&mut self.all, now - 1_000);
        if self.all.len() >= ALL_PER_SECOND {
            return Err(1);
        }
        if chat_id < 0 {
            let group = self.groups.entry(chat_id).or_default();
            forget(group, now - 60_000);
            if group.len() >= GROUP_PER_MINUTE {
                let wait = group.front().map_or(1_000, |first| first + 60_000 - now);
                return Err((wait + 999) / 1_000);
            }
            group.push_back(now);
        } else {
            let paid = self.private.entry(chat_id).or_insert(now);
            let debt = (*paid - now).max(0);
            if debt > (PRIVATE_BURST - 1) * 1_000 {
                return Err((debt - (PRIVATE_BURST - 1) * 1_000 + 999) / 1_000);
            }
            *paid = now + debt + 1_000;
        }
        self.all.push_back(now);
        Ok(())
    }
}

fn forget(times: &mut VecDeque<i64>, until: i64) {
    while times.front().is_some_and(|time| *time <= until) {
        times.pop_front();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_takes_twenty_a_minute() {
        let mut flood = Flood::default();
        for number in 0..20 {
            assert_eq!(flood.admit(-1, number * 1_000), Ok(()));
        }
        assert_eq!(flood.admit(-1, 20_000), Err(40));
        assert_eq!(flood.admit(-1, 60_000), Ok(()));
    }

    #[test]
    fn a_private_chat_takes_a_burst_and_then_one_a_second() {
        let mut flood = Flood::default();
        for _ in 0..5 {
            assert_eq!(flood.admit(7, 0), Ok(()));
        }
        assert_eq!(flood.admit(7, 0), Err(1));
        assert_eq!(flood.admit(7, 1_000), Ok(()));
        assert_eq!(flood.admit(7, 1_000), Err(1));
    }

    #[test]
    fn all_chats_together_take_thirty_a_second() {
        let mut flood = Flood::default();
        for chat in 1..=30 {
            assert_eq!(flood.admit(chat, 0), Ok(()));
        }
        assert_eq!(flood.admit(31, 999), Err(1));
        assert_eq!(flood.admit(31, 1_000), Ok(()));
    }
}
