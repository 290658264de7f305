//! Rounds on a draft: how many people one would tell, and what came of one.

use std::collections::BTreeMap;

use sqlx::SqliteConnection;

use crate::reading::{Known, ReadingError, Result};
use crate::{
    domain::{
        consultation::{
            self, Consultation, ConsultationState, Stance, Statement, StatementState,
            outcome::{self, Voice},
        },
        ids::{AreaCode, ChatId, ConsultationId, StatementId, UserId},
        keyword::Keyword,
    },
    messages::{
        Found,
        consultation::{desk as say_desk, outcome as say_outcome},
    },
};

async fn round(view: &mut SqliteConnection, id: ConsultationId) -> Result<Option<Consultation>> {
    let row = sqlx::query!(
        "select id, author_id, chat_id, title, areas, ends_on, state, told from consultation where id = ?",
        id.0
    )
    .fetch_optional(view)
    .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    let damaged = |what: &str| ReadingError::impossible("consultation", what.to_owned());
    Ok(Some(Consultation {
        id,
        author: UserId(row.author_id),
        chat: ChatId(row.chat_id),
        title: row.title,
        areas: serde_json::from_str(&row.areas).map_err(|_| damaged("areas"))?,
        ends_on: row.ends_on.parse().map_err(|_| damaged("last day"))?,
        state: ConsultationState::from_word(&row.state).ok_or_else(|| damaged("state"))?,
        published_at: None,
        telling: None,
        told_up_to: UserId(0),
        told: u32::try_from(row.told).unwrap_or(u32::MAX),
    }))
}

async fn shown(view: &mut SqliteConnection, id: ConsultationId) -> Result<Vec<Statement>> {
    let rows = sqlx::query!(
        "select id, author_id, text from statement where consultation_id = ? and state = 'shown' order by place, id",
        id.0
    )
    .fetch_all(view)
    .await?;
    let statement = |id, author: Option<i64>, text| Statement {
        id: StatementId(id),
        consultation: ConsultationId(0),
        author: author.map(UserId),
        text,
        state: StatementState::Shown,
    };
    Ok(rows
        .into_iter()
        .map(|row| statement(row.id, row.author_id, row.text))
        .collect())
}

/// One that is being written, as its author sees it: with how many it would tell now.
pub(in crate::reading) async fn draft(
    view: &mut SqliteConnection,
    chat: ChatId,
    id: ConsultationId,
    known: Known<'_>,
) -> Result<Found> {
    let Some(draft) = round(view, id).await? else {
        return Ok(Found::default());
    };
    let statements = shown(view, id).await?;
    let reach = draft.reach(known.council);
    let reach: Vec<&str> = reach.iter().map(AreaCode::as_str).collect();
    let reach = serde_json::json!(reach).to_string();
    // The same people as `store::consultations::next_people` takes one after the other.
    let count = sqlx::query_scalar!(
        "select count(*) from resident r
         where r.user_id > 0 and r.blocked_at is null and r.consent_version is not null
             and not exists (select 1 from muted_topic m where m.user_id = r.user_id and m.topic = 'announcements')
             and (r.area_role = 'lives' and r.area_code in (select value from json_each(?1))
                 or exists (select 1 from resident_area a where a.user_id = r.user_id and a.role = 'lives'
                     and a.area_code in (select value from json_each(?1))))",
        reach
    )
    .fetch_one(&mut *view)
    .await?;
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    let words = if chat.is_private() {
        known.words_for(view, UserId(chat.0)).await?
    } else {
        known.group_words()
    };
    let days = consultation::usual_ends(known.council, known.now);
    Ok(say_desk::draft(words, &draft, &statements, &days, count).into())
}

/// What came of one that is over.
pub(in crate::reading) async fn outcome(
    view: &mut SqliteConnection,
    chat: ChatId,
    id: ConsultationId,
    known: Known<'_>,
) -> Result<Found> {
    let found = round(view, id).await?;
    let Some(round) = found.filter(|round| round.state == ConsultationState::Closed) else {
        return Ok(Found::default());
    };
    let statements = shown(view, id).await?;
    let voices = voices(view, id, &statements).await?;
    let outcome = outcome::of(&voices, statements.len());
    let words = if chat.is_private() {
        known.words_for(view, UserId(chat.0)).await?
    } else {
        known.group_words()
    };
    Ok(Found {
        messages: say_outcome::pages(words, &round, &statements, &outcome),
        ..Found::default()
    })
}

/// Everybody who took part, by no name.
async fn voices(
    view: &mut SqliteConnection,
    id: ConsultationId,
    statements: &[Statement],
) -> Result<Vec<Voice>> {
    let places: BTreeMap<i64, usize> = statements
        .iter()
        .enumerate()
        .map(|(place, one)| (one.id.0, place))
        .collect();
    let mut voices: BTreeMap<i64, Voice> = sqlx::query!(
        "select user_id, area_code from consultation_voice where consultation_id = ?",
        id.0
    )
    .fetch_all(&mut *view)
    .await?
    .into_iter()
    .map(|row| {
        let voice = Voice {
            area: AreaCode::new(row.area_code),
            said: vec![None; statements.len()],
        };
        (row.user_id, voice)
    })
    .collect();
    let stances = sqlx::query!(
        "select x.user_id, x.statement_id, x.stance from stance x join statement s on s.id = x.statement_id
         where s.consultation_id = ? and s.state = 'shown'",
        id.0
    )
    .fetch_all(view)
    .await?;
    for row in stances {
        let stance = Stance::from_word(&row.stance);
        let place = places.get(&row.statement_id);
        if let (Some(voice), Some(place)) = (voices.get_mut(&row.user_id), place)
            && let Some(said) = voice.said.get_mut(*place)
        {
            *said = stance;
        }
    }
    Ok(voices.into_values().collect())
}
