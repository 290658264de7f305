//! The messages of one chat that wait, and which of them is next. Pure; however many wait, only the first of each lane is
//! looked at, and those in front of it that have to wait for another lane's.
//!
//! In a group an answer to somebody overtakes cards, cards overtake notices, and these what can wait; in a private chat
//! everything overtakes digests and announcements. What belongs to one message of the chat stays in order.

use std::{
    collections::{HashMap, VecDeque},
    sync::Arc,
};

use crate::{
    chat::outgoing::{Act, Lane, Target},
    domain::ids::ChatId,
    store::Queued,
};

const LANES: usize = Lane::Broadcast as usize + 1;

/// What waits, in the order in which it came.
#[derive(Default)]
pub(super) struct Line {
    /// By lane, each with its place in the line, in order.
    lanes: [VecDeque<(u64, Arc<Queued>)>; LANES],
    /// The places of those that are, change or answer a message of the chat, in order.
    touching: HashMap<Target, VecDeque<u64>>,
    came: u64,
}

impl Line {
    /// How many wait.
    pub(super) fn len(&self) -> usize {
        self.lanes.iter().map(VecDeque::len).sum()
    }

    /// Takes a message to the end of the line, or gives it the place of one that need not be sent any more, because this
    /// one says it all: that one is given back. Never of the row `under_way`.
    pub(super) fn take(&mut self, message: Queued, under_way: Option<i64>) -> Option<Arc<Queued>> {
        let spared = self.superseded(&message, under_way);
        let place = if let Some((place, _)) = &spared {
            *place
        } else {
            self.came += 1;
            self.came
        };
        if let Some((place, older)) = &spared {
            self.leave(*place, older);
        }
        for target in touched(&message) {
            let places = self.touching.entry(target).or_default();
            if let Err(at) = places.binary_search(&place) {
                places.insert(at, place);
            }
        }
        let lane = self.lane(message.outgoing.lane);
        let at = lane.partition_point(|(other, _)| *other < place);
        lane.insert(at, (place, Arc::new(message)));
        spared.map(|(_, older)| older)
    }

    /// Whoever is next in `chat`: the most urgent one that need not wait for an earlier one.
    pub(super) fn next(&self, chat: ChatId) -> Option<&Arc<Queued>> {
        let mut free = self
            .lanes
            .iter()
            .filter_map(|lane| lane.iter().find(|(place, one)| self.is_free(*place, one)));
        let (_, next) = if chat.is_private() {
            free.min_by_key(|(place, one)| {
                let lane = one.outgoing.lane;
                ((lane >= Lane::Digest).then_some(lane), *place)
            })?
        } else {
            free.next()?
        };
        Some(next)
    }

    /// It has left, or never will. Whether it was here.
    pub(super) fn remove(&mut self, message: &Queued) -> bool {
        let lane = &self.lanes[message.outgoing.lane as usize];
        let found = lane.iter().find(|(_, one)| one.id == message.id);
        let Some((place, found)) = found.cloned() else {
            return false;
        };
        self.leave(place, &found);
        true
    }

    /// Nothing waits any more.
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    fn lane(&mut self, lane: Lane) -> &mut VecDeque<(u64, Arc<Queued>)> {
        &mut self.lanes[lane as usize]
    }

    fn leave(&mut self, place: u64, message: &Queued) {
        for target in touched(message) {
            let Some(places) = self.touching.get_mut(&target) else {
                continue;
            };
            places.retain(|other| *other != place);
            if places.is_empty() {
                self.touching.remove(&target);
            }
        }
        let lane = self.lane(message.outgoing.lane);
        if let Ok(at) = lane.binary_search_by_key(&place, |(other, _)| *other) {
            lane.remove(at);
        }
    }

    /// Nothing earlier has to do with the same message of the chat.
    fn is_free(&self, place: u64, message: &Queued) -> bool {
        touched(message).all(|target| {
            let places = self.touching.get(&target);
            places.and_then(VecDeque::front) == Some(&place)
        })
    }

    /// The waiting edit that `newer` makes pointless: both change the same slot, and nothing between them has to do with
    /// it. The same with reactions to one message.
    fn superseded(&self, newer: &Queued, under_way: Option<i64>) -> Option<(u64, Arc<Queued>)> {
        let says_it_all = |older: &Queued| match (edited_slot(older), edited_slot(newer)) {
            (Some(older), Some(newer)) => older == newer,
            (None, None) => reacted_to(older).is_some() && reacted_to(older) == reacted_to(newer),
            _ => false,
        };
        if !says_it_all(newer) {
            return None;
        }
        let latest =
            touched(newer).filter_map(|target| self.touching.get(&target)?.back().copied());
        let place = latest.max()?;
        let older = self.at(place)?;
        (says_it_all(older) && under_way != Some(older.id)).then(|| (place, Arc::clone(older)))
    }

    fn at(&self, place: u64) -> Option<&Arc<Queued>> {
        self.lanes.iter().find_map(|lane| {
            let at = lane.binary_search_by_key(&place, |(other, _)| *other);
            at.ok().map(|at| &lane[at].1)
        })
    }
}

/// What a message is, changes and answers.
fn touched(message: &Queued) -> impl Iterator<Item = Target> {
    let of_slot = |slot: &Option<String>| slot.clone().map(Target::Slot);
    let touched = match &message.outgoing.act {
        Act::Send { reply_to, slot, .. } => [of_slot(slot), reply_to.clone()],
        Act::Media { reply_to, .. } => [reply_to.clone(), None],
        Act::Picture { slot, .. } => [of_slot(slot), None],
        Act::Edit { target: of, .. }
        | Act::Recaption { target: of, .. }
        | Act::Pin { target: of }
        | Act::React { target: of, .. }
        | Act::Remove { target: of }
        | Act::Strip { target: of } => [Some(of.clone()), None],
        Act::File { .. }
        | Act::Captioned { .. }
        | Act::Venue { .. }
        | Act::Show { .. }
        | Act::AnswerInline { .. }
        | Act::Menu { .. }
        | Act::Leave => [None, None],
    };
    touched.into_iter().flatten()
}

/// An answer that has to do with no message that may still wait: it may leave before any of them.
pub(super) fn may_overtake(message: &Queued) -> bool {
    let is_new = matches!(
        message.outgoing.act,
        Act::Send { slot: None, .. } | Act::File { .. } | Act::Media { .. }
    );
    let is_about_what_waits = touched(message).any(|of| matches!(of, Target::Slot(_)));
    message.outgoing.lane == Lane::Reply && is_new && !is_about_what_waits
}

fn edited_slot(message: &Queued) -> Option<&str> {
    match &message.outgoing.act {
        Act::Edit {
            target: Target::Slot(slot),
            ..
        } => Some(slot),
        _ => None,
    }
}

/// The message that it puts a mark on, if it does nothing else.
pub(super) fn reacted_to(message: &Queued) -> Option<&Target> {
    match &message.outgoing.act {
        Act::React { target, .. } => Some(target),
        _ => None,
    }
}

#[cfg(test)]
#[path = "line_tests.rs"]
mod tests;
