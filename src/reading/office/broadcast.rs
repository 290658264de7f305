//! How many people an announcement would reach.

use sqlx::SqliteConnection;

use crate::reading::{Known, Result};
use crate::{
    domain::{
        broadcast::{Broadcast, BroadcastState},
        ids::{AreaCode, ChatId, UserId},
        keyword::Keyword,
    },
    messages::{Found, broadcast as say},
};

/// The announcement as whoever writes it, or is to approve it, sees it: with how many it would reach now.
pub(in crate::reading) async fn with_count(
    view: &mut SqliteConnection,
    chat: ChatId,
    broadcast: &Broadcast,
    known: Known<'_>,
) -> Result<Found> {
    let count = count(view, broadcast, known).await?;
    let words = if chat.is_private() {
        known.words_for(view, UserId(chat.0)).await?
    } else {
        known.group_words()
    };
    let message = match broadcast.state {
        BroadcastState::Submitted => say::approval(words, broadcast, count),
        _ => say::draft(words, broadcast, count),
    };
    Ok(message.into())
}

/// The same people as `store::broadcasts::next_people` takes one after the other.
async fn count(
    view: &mut SqliteConnection,
    broadcast: &Broadcast,
    known: Known<'_>,
) -> Result<u32> {
    let areas = broadcast.audience.areas(known.council);
    let areas: Vec<&str> = areas.iter().map(AreaCode::as_str).collect();
    let areas = serde_json::json!(areas).to_string();
    let (topic, kind) = (broadcast.subject.as_str(), broadcast.audience.kind());
    let named = broadcast.audience.named();
    let count = sqlx::query_scalar!(
        "select count(*) from resident r
         where r.blocked_at is null and r.consent_version is not null
             and not exists (select 1 from muted_topic m where m.user_id = r.user_id and m.topic = ?1)
             and case ?2
                 when 'everybody' then true
                 when 'areas' then r.area_code in (select value from json_each(?3))
                     or exists (select 1 from resident_area a
                         where a.user_id = r.user_id and a.area_code in (select value from json_each(?3)))
                 when 'meeting' then exists (select 1 from registration g
                     where g.meeting_code = ?4 and g.user_id = r.user_id
                         and g.standing in ('seated', 'offered', 'waiting'))
                 when 'field' then exists (select 1 from question q
                         where q.author_id = r.user_id and q.category_code = ?4)
                     or exists (select 1 from support s join question q on q.id = s.question_id
                         where s.user_id = r.user_id and q.category_code = ?4)
                 else exists (select 1 from question q where q.author_id = r.user_id
                     and q.state in ('received', 'forwarded', 'asked_back', 'sent_up', 'set_aside'))
             end",
        topic,
        kind,
        areas,
        named
    )
    .fetch_one(view)
    .await?;
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}
