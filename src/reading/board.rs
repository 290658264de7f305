//! The supervision board of the standing body.

use sqlx::SqliteConnection;

use super::{Known, ReadingError, Result, links, questions};
use crate::{
    domain::{
        board::{Board, Gathering, SessionCount},
        council::Council,
        ids::{ChatId, SessionCode},
        question::Brief,
        scope::Scope,
        session::Session,
    },
    messages::{Found, board as say},
};

/// Somebody asks for it.
pub(super) async fn asked(
    view: &mut SqliteConnection,
    chat: ChatId,
    known: Known<'_>,
) -> Result<Found> {
    let today = known.council.local_date(known.now);
    let board = board(&mut *view, known).await?;
    let shown = questions::whole(view, board.named()).await?;
    let cards = links::to_cards(view, chat, board.named()).await?;
    Ok(say::asked(known.group_words(), (&board, &shown), &cards, today).into())
}

/// What the pinned one is to show. The first one waits until there is something to supervise.
pub(super) async fn pinned(
    view: &mut SqliteConnection,
    chat: ChatId,
    known: Known<'_>,
) -> Result<Found> {
    let board = board(&mut *view, known).await?;
    if board.is_empty() {
        let shown =
            sqlx::query_scalar!("select pinned_message from supervision_board where id = 1")
                .fetch_optional(&mut *view)
                .await?;
        if shown.flatten().is_none() {
            return Ok(Found::default());
        }
    }
    let shown = questions::whole(view, board.named()).await?;
    let cards = links::to_cards(view, chat, board.named()).await?;
    Ok(say::pinned(known.group_words(), (&board, &shown), &cards).into())
}

async fn board(view: &mut SqliteConnection, known: Known<'_>) -> Result<Board> {
    let today = known.council.local_date(known.now);
    let mut gathering = Gathering::new(known.council, today);
    let owed = |brief: Brief| gathering.add_owed(&brief);
    questions::each_owed(&mut *view, &Scope::Everything, owed).await?;
    questions::each_appealed(&mut *view, |brief| gathering.add_appealed(&brief)).await?;
    let mut sessions = Vec::new();
    for session in two_sessions(known.council, known) {
        sessions.push(count(&mut *view, &session.code).await?);
    }
    Ok(gathering.board(sessions))
}

/// The session that questions are collected for (after the last one, the last one), and the one before it.
fn two_sessions<'c>(council: &'c Council, known: Known<'_>) -> Vec<&'c Session> {
    let mut by_day: Vec<&Session> = council.sessions.iter().collect();
    by_day.sort_by_key(|session| session.opens_on);
    let next = by_day
        .iter()
        .position(|session| session.questions_close_at > known.now);
    let at = next.or(by_day.len().checked_sub(1));
    let Some(at) = at else {
        return Vec::new();
    };
    let before = at.checked_sub(1).map(|before| by_day[before]);
    [Some(by_day[at]), before].into_iter().flatten().collect()
}

/// As papers count it: resolved is what was shown to be done, and what its answer calls so unless a resident denies it.
async fn count(view: &mut SqliteConnection, session: &SessionCode) -> Result<SessionCount> {
    let code = session.as_str();
    let counted = sqlx::query!(
        r#"select count(*) as "received!: i64",
               coalesce(sum(q.state = 'answered'), 0) as "answered!: i64",
               coalesce(sum(q.state = 'answered' and a.id is not null and (q.resolution = 'resolved'
                   or (q.resolution <> 'denied' and a.result_class = 'resolved'))), 0) as "resolved!: i64"
           from question q
           left join answer a on a.question_id = q.id and a.state in ('sent', 'delivered', 'undelivered')
           where q.session_code = ?1 and q.kind <> 'thanks'
               and q.state not in ('withdrawn', 'merged', 'returned')"#,
        code
    )
    .fetch_one(view)
    .await?;
    let number = |count: i64| {
        usize::try_from(count).map_err(|error| ReadingError::impossible("question", error))
    };
    Ok(SessionCount {
        session: session.clone(),
        received: number(counted.received)?,
        answered: number(counted.answered)?,
        resolved: number(counted.resolved)?,
    })
}
