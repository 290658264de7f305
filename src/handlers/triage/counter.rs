//! The office's pinned counter of questions that wait, and the notice of new ones: driven by time.
//!
//! The figures are computed from the questions, so whatever happens to one shows here without having to say so.

use crate::{
    chat::outgoing::{About, Act, Lane, Target, queue_slot},
    domain::{
        council::Council,
        ids::{ChatId, MessageId, QuestionId},
        triage::{self, COUNT_EVERY, NOTICE_EVERY, Queue},
    },
    handlers::{
        shared::{
            cx::{Cx, Outcome, Placing},
            notices,
        },
        triage::desk,
    },
    messages::{Message, triage as say},
    store::{self, WriteTx, chats, questions, topics, triage as rows},
};

use jiff::{SignedDuration, Timestamp};

/// What there is to show, compared with what is shown.
struct Now {
    board: rows::Board,
    queue: Queue,
    key: String,
    newest: QuestionId,
    fresh: u32,
    office: Option<ChatId>,
    is_quiet: bool,
}

impl Now {
    fn of(tx: &WriteTx<'_>, council: &Council, now: Timestamp) -> store::Result<Self> {
        let board = rows::board(tx)?;
        let waiting = rows::waiting(tx, triage::overdue_before(council, now), board.noticed)?;
        let queue = Queue {
            count: waiting.count,
            oldest_days: triage::days_waited(council, waiting.oldest, now),
            overdue: waiting.overdue,
        };
        let office = council.office_code();
        Ok(Self {
            key: format!("{}:{}:{}", queue.count, queue.oldest_days, queue.overdue),
            newest: waiting.newest.unwrap_or(board.noticed),
            fresh: waiting.fresh,
            office: chats::chat_of(tx, &office)?,
            is_quiet: council.quiet_until(now).is_some(),
            queue,
            board,
        })
    }

    /// Editing the counter disturbs nobody; the first one is a message and waits for the morning.
    fn counter_is_due(&self, now: Timestamp) -> bool {
        let never_shown = self.board.shown.is_none();
        self.office.is_some()
            && self.board.shown.as_ref() != Some(&self.key)
            && !(never_shown && (self.queue.count == 0 || self.is_quiet))
            && has_passed(self.board.shown_at, COUNT_EVERY, now)
    }

    fn notice_is_due(&self, now: Timestamp) -> bool {
        self.fresh > 0 && !self.is_quiet && has_passed(self.board.noticed_at, NOTICE_EVERY, now)
    }
}

fn has_passed(since: i64, pause: SignedDuration, now: Timestamp) -> bool {
    now.as_second() - since >= pause.as_secs()
}

/// Whether the counter or a notice is due at `now`; looks only.
///
/// # Errors
/// When the database fails.
pub(crate) fn is_due(tx: &WriteTx<'_>, council: &Council, at: Timestamp) -> store::Result<bool> {
    let now = Now::of(tx, council, at)?;
    Ok(now.counter_is_due(at) || now.notice_is_due(at))
}

/// Does what is due. Done twice, it changes nothing.
pub(crate) fn run(cx: &mut Cx<'_, '_>) -> Outcome {
    let now = Now::of(cx.tx, cx.council, cx.now)?;
    if now.counter_is_due(cx.now)
        && let Some(office) = now.office
    {
        count(cx, &now, office)?;
    }
    if now.notice_is_due(cx.now) {
        notice(cx, &now)?;
    }
    Ok(())
}

fn count(cx: &mut Cx<'_, '_>, now: &Now, office: ChatId) -> Outcome {
    let message = say::counter(cx.group_words(), now.queue);
    let target = Target::Slot(queue_slot());
    cx.edit(
        office,
        Lane::Card,
        target.clone(),
        message,
        About::default(),
    )?;
    let in_slot = chats::message_in_slot(cx.tx, office, &queue_slot())?;
    let is_pinned = in_slot.is_some() && in_slot == now.board.pinned;
    if !is_pinned && !now.board.is_pin_refused {
        cx.put(office, Lane::Card, Act::Pin { target })?;
    }
    let board = rows::Board {
        shown: Some(now.key.clone()),
        shown_at: cx.now.as_second(),
        ..rows::board(cx.tx)?
    };
    Ok(rows::keep_board(cx.tx, &board, cx.now)?)
}

/// One message for all that came in since the last one, with the first to look at; a clerk who is at work sees them
/// anyway.
fn notice(cx: &mut Cx<'_, '_>, now: &Now) -> Outcome {
    let board = rows::Board {
        noticed: now.newest,
        noticed_at: cx.now.as_second(),
        ..rows::board(cx.tx)?
    };
    rows::keep_board(cx.tx, &board, cx.now)?;
    if rows::is_anybody_at_work(cx.tx, cx.now)? {
        return Ok(());
    }
    let first = match rows::next(cx.tx, None, QuestionId(0), cx.now)? {
        Some(first) => questions::find(cx.tx, first)?,
        None => None,
    };
    let Some(first) = first else {
        return Ok(());
    };
    let words = cx.group_words();
    let view = desk::view_of(cx, &first)?;
    let message = say::notice(words, now.fresh, say::view(words, &view, None));
    match now.office {
        Some(office) => Ok(cx.send(office, Lane::Card, message, Placing::default())?),
        None => Ok(notices::tell_office(cx, message)?),
    }
}

/// The office has another group: counter and notice are made anew there.
pub(crate) fn office_moved(cx: &mut Cx<'_, '_>) -> Outcome {
    Ok(rows::keep_board(cx.tx, &rows::Board::default(), cx.now)?)
}

/// Rights changed: the counter is pinned with its next change, and a refusal is news again.
pub(crate) fn pin_again(cx: &mut Cx<'_, '_>, chat: ChatId) -> Outcome {
    let office = notices::office(cx);
    if chats::chat_of(cx.tx, &office)? != Some(chat) {
        return Ok(());
    }
    let board = rows::board(cx.tx)?;
    if !board.is_pin_refused {
        return Ok(());
    }
    let board = rows::Board {
        is_pin_refused: false,
        ..board
    };
    rows::keep_board(cx.tx, &board, cx.now)?;
    let target = Target::Slot(queue_slot());
    Ok(cx.put(chat, Lane::Card, Act::Pin { target })?)
}

/// The counter is pinned.
pub(crate) fn pinned(cx: &mut Cx<'_, '_>, message: MessageId) -> Outcome {
    let board = rows::Board {
        pinned: Some(message),
        ..rows::board(cx.tx)?
    };
    Ok(rows::keep_board(cx.tx, &board, cx.now)?)
}

/// Telegram did not pin the counter: the office hears once which right is missing.
pub(crate) fn not_pinned(cx: &mut Cx<'_, '_>, chat: ChatId, why: &str) -> Outcome {
    tracing::warn!(error = why, "the counter could not be pinned");
    let board = rows::board(cx.tx)?;
    if board.is_pin_refused {
        return Ok(());
    }
    let board = rows::Board {
        is_pin_refused: true,
        ..board
    };
    rows::keep_board(cx.tx, &board, cx.now)?;
    let told = topics::group(cx.tx, chat)?.told_lacking;
    if told.is_some_and(|lacking| lacking.contains("pin")) {
        return Ok(());
    }
    let message: Message = say::cannot_pin(cx.group_words());
    Ok(cx.send(chat, Lane::Card, message, Placing::default())?)
}
