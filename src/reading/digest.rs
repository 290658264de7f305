//! Digests: what came, what is due, what was done; and what awaits a body at a session.

use jiff::{SignedDuration, Timestamp};
use sqlx::{SqliteConnection, query_scalar};

use super::{Known, Result, limits, links, questions, report};
use crate::{
    chat::outgoing::File,
    domain::{
        self,
        council::Publish,
        digest,
        ids::{BodyCode, ChatId, SessionCode},
        limits::LimitFound,
        question::Question,
        reading::Occasion,
        scope::Scope,
        session::Before,
    },
    messages::{Found, digest as say_digest, say},
};

/// A body that never read a digest is not told of everything that was ever answered as if it had just been.
const JUST_ANSWERED: SignedDuration = SignedDuration::from_hours(31 * 24);

/// A digest that nobody asked for says nothing when nothing happened.
pub(super) async fn find(
    view: &mut SqliteConnection,
    chat: ChatId,
    body: &BodyCode,
    (since, occasion): (Timestamp, Occasion),
    known: Known<'_>,
) -> Result<Found> {
    let scope = Scope::of(known.council, body);
    let today = known.council.local_date(known.now);
    let owed = questions::owed(view, &scope).await?;
    let lately = since.max(known.now - JUST_ANSWERED);
    let answered = questions::answered_since(view, &scope, lately).await?;
    let digest = digest::gather(known.council, &scope, &owed, &answered, since, today);
    let unseen = unseen(view, body, known).await?;
    let limits = limits_of(view, body, since, known).await?;
    if occasion == Occasion::Morning && digest.is_quiet() && unseen == 0 && limits.is_empty() {
        return Ok(Found::default());
    }
    let cards = links::to_cards(view, chat, digest.named()).await?;
    let words = known.group_words();
    let pages = say_digest::digest(words, body, &digest, (unseen, &limits), &cards, today);
    let file = pages.file.map(|text| {
        let name = format!("tong-hop-{today}.txt");
        (File::Text { name, text }, say!(words, "digest-file"))
    });
    Ok(Found {
        messages: pages.messages,
        files: file.into_iter().collect(),
        ..Found::default()
    })
}

/// Time limits of papers that are near or missed: the office's business.
async fn limits_of(
    view: &mut SqliteConnection,
    body: &BodyCode,
    since: Timestamp,
    known: Known<'_>,
) -> Result<Vec<LimitFound>> {
    if *body != known.council.office_code() {
        return Ok(Vec::new());
    }
    let kept = limits::kept(view, known.council, known.now).await?;
    let mut found = domain::limits::look(known.council, &kept, known.council.local_date(known.now));
    let since = known.council.local_date(since);
    found.retain(|one| one.is_told(since));
    Ok(found)
}

/// How many answers wait until this body has looked at them, before they are public.
async fn unseen(view: &mut SqliteConnection, body: &BodyCode, known: Known<'_>) -> Result<i64> {
    let of = match known.council.rules.publish {
        Publish::Clerk if *body == known.council.office_code() => None,
        Publish::Clerk => return Ok(0),
        Publish::Head => Some(body.as_str()),
    };
    let count = query_scalar!(
        r#"select count(*) as "count: i64" from publication p join question q on q.id = p.question_id
           where p.state = 'waiting' and p.answer_id is not null and (?1 is null or q.body_code = ?1)"#,
        of
    );
    Ok(count.fetch_one(view).await?)
}

/// Nothing to a body that was asked nothing for the session, and nothing of a session that is none any more.
pub(super) async fn before_session(
    view: &mut SqliteConnection,
    chat: ChatId,
    body: &BodyCode,
    (code, before): (&SessionCode, Before),
    known: Known<'_>,
) -> Result<Found> {
    let mut sessions = known.council.sessions.iter();
    let Some(session) = sessions.find(|session| session.code == *code) else {
        return Ok(Found::default());
    };
    let scope = Scope::of(known.council, body);
    let asked = questions::of_session(view, &scope, code).await?;
    if asked.is_empty() {
        return Ok(Found::default());
    }
    let asked: Vec<&Question> = asked.iter().collect();
    let cards = links::to_cards(view, chat, asked.iter().map(|one| one.id)).await?;
    let words = known.group_words();
    let mut found: Found =
        say_digest::before_session(words, session, before, &asked, &cards).into();
    if before == Before::Opening {
        let own = match &scope {
            Scope::Own(body) => Some(body),
            Scope::Everything | Scope::Watched(..) => None,
        };
        let of = (own, Some(code));
        let drawn = report::chart(view, of, asked.len(), known).await?;
        found.pictures.extend(drawn);
    }
    Ok(found)
}
