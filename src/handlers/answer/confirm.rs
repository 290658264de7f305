//! "Đã xong chưa?": some days after something was said to be done, those who asked are asked once whether it is so. A "no"
//! opens this track again, with a day, and leaves the answer where it is.

use jiff::{SignedDuration, Timestamp};

use crate::handlers::shared::deed::{By, Deed};
use crate::{
    chat::outgoing::Lane,
    domain::{
        attachment::Sent,
        council::Council,
        event::Event,
        ids::{MessageId, ResolutionId},
        prompt::{AnsweringPrompt, Prompt},
        question::{
            Question, State, deadline,
            resolution::{self, DAYS_TO_SAY, Resolution, Says},
        },
    },
    handlers::{
        HandlerError,
        answer::deliver::{self, Part},
        card::assess,
        question::gate::{self, Surroundings},
        shared::{
            actor::Actor,
            cx::{Cx, Outcome, Placing},
            notices,
            prompts::{self, Reply},
        },
    },
    messages::{Message, label, resolution as say, say as sentence},
    store::{
        self, WriteTx, answers, questions, residents,
        resolutions::{self, Check, ResolutionState, Resolved},
    },
};

/// Said so often not to be done, the matter reaches those who watch it.
const DENIALS_TO_APPEAL: u32 = 2;

/// Whether anybody is to be asked at `now`; looks only. Nobody is in the quiet hours.
///
/// # Errors
/// When the database fails.
pub(crate) fn are_due(tx: &WriteTx<'_>, council: &Council, now: Timestamp) -> store::Result<bool> {
    Ok(council.quiet_until(now).is_none() && resolutions::is_any_due(tx, now)?)
}

/// Asks everybody who asked or supports. Done twice, it changes nothing.
pub(crate) fn run(cx: &mut Cx<'_, '_>) -> Outcome {
    if cx.council.quiet_until(cx.now).is_some() {
        return Ok(());
    }
    for resolved in resolutions::due(cx.tx, cx.now)? {
        resolutions::asked(cx.tx, resolved.id)?;
        if let Some(question) = questions::find(cx.tx, resolved.question)? {
            ask_everybody(cx, &question, &resolved)?;
        }
    }
    Ok(())
}

fn ask_everybody(cx: &mut Cx<'_, '_>, question: &Question, resolved: &Resolved) -> Outcome {
    let said_on = cx.council.local_date(resolved.said_at);
    for reader in deliver::readers(cx, question)? {
        if residents::find(cx.tx, reader.user)?.is_none() {
            continue;
        }
        let who = (reader.user, reader.part == Part::Author);
        if !resolutions::ask(cx.tx, resolved, who, cx.now)? {
            continue;
        }
        let words = cx.words_for(reader.user)?;
        let check = say::check(words, &reader.question, resolved.id, said_on);
        let placing = Placing {
            about: reader.about(),
            ..Placing::default()
        };
        cx.send(reader.user.private_chat(), Lane::Digest, check, placing)?;
    }
    Ok(())
}

/// What this resident was asked, if they may still say something; else they are told why not.
fn open_check(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    id: ResolutionId,
) -> Result<Option<(Check, Resolved, Question)>, HandlerError> {
    let words = actor.words(cx);
    let check = resolutions::check_of(cx.tx, id, actor.user)?;
    let resolved = resolutions::find(cx.tx, id)?;
    let (Some(check), Some(resolved)) = (check, resolved) else {
        cx.alert(label!(words, "refuse-not-asked"));
        return Ok(None);
    };
    if resolved.state == ResolutionState::Void {
        cx.alert(label!(words, "refuse-reopened"));
        return Ok(None);
    }
    if check.asked_at + SignedDuration::from_hours(DAYS_TO_SAY * 24) < cx.now {
        cx.alert(label!(words, "refuse-judged-late"));
        return Ok(None);
    }
    let question = questions::find(cx.tx, resolved.question)?;
    Ok(question.map(|question| (check, resolved, question)))
}

/// "Đã xong" or "Chưa xong".
pub(crate) fn say_whether(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    id: ResolutionId,
    says: Says,
    shown: MessageId,
) -> Outcome {
    let Some((check, resolved, question)) = open_check(cx, actor, id)? else {
        return Ok(());
    };
    let words = actor.words(cx);
    cx.toast(label!(words, "resolved-toast"));
    let is_new = check.says != Some(says);
    if is_new {
        resolutions::say(cx.tx, id, actor.user, says, cx.now)?;
    }
    let is_author = check.is_author;
    let counts = resolved.state == ResolutionState::Stands
        && matches!(question.resolution, Resolution::Resolved { .. })
        && matches!(question.state, State::Answered { .. });
    let event = match says {
        Says::Done => Event::ResolutionConfirmed {
            resolution: id,
            is_author,
        },
        Says::NotDone => Event::ResolutionDenied {
            resolution: id,
            is_author,
        },
    };
    let whose = is_author.then_some(actor.user);
    let question = if is_new && says == Says::NotDone && counts {
        reopen(cx, actor, id, question, event)?
    } else {
        if is_new {
            cx.record(&event, whose, Some(question.id))?;
        }
        question
    };
    cx.replace(actor.chat, shown, say::noted(words, &question, id, says))?;
    if says == Says::Done || !is_new {
        return Ok(());
    }
    let html = say::ask_what_is_missing(words, &question);
    let prompt = Prompt::Answering(AnsweringPrompt::Missing(id));
    prompts::ask(cx, actor, prompt, Some(question.id), html)
}

fn reopen(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    id: ResolutionId,
    question: Question,
    said: Event,
) -> Result<Question, HandlerError> {
    let due_on = deadline::answer_due(cx.council, &question.category, question.is_urgent, cx.now);
    let unchanged = question.clone();
    let Ok(question) = resolution::deny(question, cx.now, due_on) else {
        return Ok(unchanged);
    };
    resolutions::deny(cx.tx, id, cx.now)?;
    let event = Event::ResolutionReopened {
        times: question.denials,
        due_on,
    };
    let by = By::Resident(actor.user);
    let question = cx.does(Deed::new(question, said, by).also(event))?;
    let news = say::denied(cx.group_words(), &question, due_on);
    notices::note_under_card(cx, &question, news)?;
    if question.denials >= DENIALS_TO_APPEAL
        && let Some(answer) = answers::sent_for(cx.tx, question.id)?
    {
        assess::appeal(cx, &question, &answer, "")?;
    }
    Ok(question)
}

/// What is missing, in words or as a photo: under the card.
pub(crate) fn missing(cx: &mut Cx<'_, '_>, reply: &Reply<'_>, id: ResolutionId) -> Outcome {
    let actor = reply.actor;
    // A cry for help gets its numbers, wherever it is written.
    gate::emergency(cx, actor, reply.text, Surroundings::Question)?;
    let resolved = resolutions::find(cx.tx, id)?;
    let check = resolutions::check_of(cx.tx, id, actor.user)?;
    let (Some(resolved), Some(_)) = (resolved, check) else {
        return Ok(());
    };
    let Some(question) = questions::find(cx.tx, resolved.question)? else {
        return Ok(());
    };
    let media = match reply.file {
        Some(Sent::Media(media)) => Some(media),
        Some(Sent::Contact { .. } | Sent::Other) | None => None,
    };
    resolutions::add(cx.tx, id, actor.user, reply.text, media)?;
    let news = say::missing(cx.group_words(), &question, reply.text);
    notices::words_under_card(cx, &question, news)?;
    if let Some(media) = media {
        notices::media_under_card(cx, &question, vec![media.clone()])?;
    }
    let words = actor.words(cx);
    let thanks = Message::plain(sentence!(words, "judge-comment-thanks"));
    Ok(cx.reply(actor.chat, thanks)?)
}
