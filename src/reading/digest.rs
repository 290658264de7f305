//! Digests: what came, what is due, what was done; and what awaits a body at a session.

use jiff::{SignedDuration, Timestamp, civil::Date};
use sqlx::{SqliteConnection, query_scalar};

use super::{Known, Result, limits, links, questions, report};
use crate::{
    chat::outgoing::File,
    domain::{
        self,
        council::Publish,
        digest::{self, Digest},
        ids::{BodyCode, ChatId, SessionCode},
        limits::LimitFound,
        question::Brief,
        reading::Occasion,
        scope::Scope,
        session::Before,
    },
    messages::{
        Found, Words,
        digest::{self as say_digest, InFull},
        say,
    },
};

/// A body that never read a digest is not told of everything that was ever answered as if it had just been.
const JUST_ANSWERED: SignedDuration = SignedDuration::from_hours(31 * 24);

/// So many questions of a file are in memory at once.
const WHOLE_AT_ONCE: usize = 200;

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
    let mut gathering = digest::Gathering::new(known.council, since, today);
    questions::each_owed(view, &scope, |brief| gathering.add_owed(&brief)).await?;
    let lately = since.max(known.now - JUST_ANSWERED);
    let answered = |brief: Brief| gathering.add_answered(&brief);
    questions::each_answered_since(view, &scope, lately, answered).await?;
    let digest = gathering.digest();
    let unseen = unseen(view, body, known).await?;
    let limits = limits_of(view, body, since, known).await?;
    if occasion == Occasion::Morning && digest.is_quiet() && unseen == 0 && limits.is_empty() {
        return Ok(Found::default());
    }
    let shown = questions::whole(view, digest.named()).await?;
    let cards = links::to_cards(view, chat, digest.named()).await?;
    let words = known.group_words();
    let about = (unseen, limits.as_slice());
    let messages = say_digest::digest(words, body, (&digest, &shown), about, &cards, today);
    let mut files = Vec::new();
    if messages.len() > 1 {
        let text = in_full(view, (body, &digest), words, today).await?;
        let name = format!("tong-hop-{today}.txt");
        files.push((File::Text { name, text }, say!(words, "digest-file")));
    }
    Ok(Found {
        messages,
        files,
        ..Found::default()
    })
}

/// Every question of a digest that one message does not hold.
async fn in_full(
    view: &mut SqliteConnection,
    (body, digest): (&BodyCode, &Digest),
    words: Words<'_>,
    today: Date,
) -> Result<String> {
    let mut text = InFull::begin(words, body, today);
    for gathered in &digest.sections {
        text.section(gathered);
        for some in gathered.questions.chunks(WHOLE_AT_ONCE) {
            let whole = questions::whole(view, some.iter().copied()).await?;
            for question in some.iter().filter_map(|id| whole.get(id)) {
                text.question(question);
            }
        }
    }
    Ok(text.end())
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
    let mut asking = digest::Asking::new();
    questions::each_of_session(view, &scope, code, |brief| asking.add(&brief)).await?;
    let asked = asking.asked();
    if asked.count == 0 {
        return Ok(Found::default());
    }
    let shown = questions::whole(view, asked.named()).await?;
    let cards = links::to_cards(view, chat, asked.named()).await?;
    let words = known.group_words();
    let about = (&asked, &shown);
    let mut found: Found = say_digest::before_session(words, session, before, about, &cards).into();
    if before == Before::Opening {
        let own = match &scope {
            Scope::Own(body) => Some(body),
            Scope::Everything | Scope::Watched(..) => None,
        };
        let of = (own, Some(code));
        let drawn = report::chart(view, of, asked.count, known).await?;
        found.pictures.extend(drawn);
    }
    Ok(found)
}
