//! "Đã giải quyết xong": somebody of the body says so, by name, with a photo or with number and date of a document. Never a
//! rule. Those who asked are told, see before and after side by side, and are asked some days later ([`super::confirm`]).

use crate::handlers::shared::deed::Deed;
use crate::{
    domain::{
        answer::{
            Answer,
            evidence::{self, Evidence},
        },
        attachment::{self, MAX_ATTACHMENTS, Media, Sent, in_albums},
        event::Event,
        ids::{PromiseId, QuestionId, ResolutionId, UserId},
        permission::ActsForBody,
        prompt::{AnsweringPrompt, Prompt},
        question::{Question, lifecycle::Refusal, resolution},
    },
    handlers::{
        HandlerError,
        answer::deliver::{self, Part, Reader},
        shared::{
            actor::Actor,
            cx::{Cx, Outcome, Placing},
            notices,
            prompts::{self, Reply},
        },
    },
    messages::{Html, Message, attachment as say_file, refusal, resolution as say},
    store::{answers, attachments, promises, questions, resolutions},
};

/// The question and its answer, if the member's body may say that it is done.
fn to_resolve(
    cx: &Cx<'_, '_>,
    member: &ActsForBody,
    id: QuestionId,
) -> Result<Result<(Question, Answer), Refusal>, HandlerError> {
    let question = questions::find(cx.tx, id)?;
    let answer = answers::sent_for(cx.tx, id)?;
    let (Some(question), Some(answer)) = (question, answer) else {
        return Ok(Err(Refusal::NotWaiting));
    };
    Ok(resolution::may_resolve(&question, member).map(|()| (question, answer)))
}

/// "Đã giải quyết xong": what shows it?
pub(crate) fn ask(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    actor: &Actor,
    id: QuestionId,
) -> Outcome {
    match to_resolve(cx, member, id)? {
        Ok((question, _)) => ask_evidence(cx, actor, &question),
        Err(refused) => {
            cx.alert(refusal::sentence(cx.group_words(), &refused));
            Ok(())
        }
    }
}

fn ask_evidence(cx: &mut Cx<'_, '_>, actor: &Actor, question: &Question) -> Outcome {
    let html = say::ask_evidence(cx.group_words(), question);
    let prompt = Prompt::Answering(AnsweringPrompt::Evidence(question.id));
    prompts::ask(cx, actor, prompt, Some(question.id), html)
}

/// The evidence is here, or words that are none: then it is asked for again.
pub(crate) fn shown(
    cx: &mut Cx<'_, '_>,
    reply: &Reply<'_>,
    id: QuestionId,
) -> Result<(), HandlerError> {
    let Some(member) = reply.actor.rights(cx)?.here() else {
        return Ok(());
    };
    let words = cx.group_words();
    let (question, answer) = match to_resolve(cx, &member, id)? {
        Ok(found) => found,
        Err(refused) => {
            let sentence = Html::text(&refusal::sentence(words, &refused));
            return Ok(cx.reply(reply.actor.chat, Message::plain(sentence))?);
        }
    };
    let file = match reply.file {
        Some(Sent::Media(media)) => match attachment::check(media) {
            Ok(()) => vec![media.clone()],
            Err(unfit) => {
                cx.reply(reply.actor.chat, say_file::unfit(words, &unfit))?;
                return ask_evidence(cx, reply.actor, &question);
            }
        },
        Some(Sent::Contact { .. } | Sent::Other) | None => Vec::new(),
    };
    let today = cx.council.local_date(cx.now);
    let evidence = Evidence::of(reply.text, &file, today);
    if !evidence.shows() {
        let sentence = Message::plain(say::no_evidence(words));
        cx.reply(reply.actor.chat, sentence)?;
        return ask_evidence(cx, reply.actor, &question);
    }
    let about = (&question, answer.id);
    let id = keep(cx, about, None, reply.actor.named(), reply.text, &evidence)?;
    promises::keep_open(cx.tx, question.id, &reply.actor.name, reply.text, cx.now)?;
    let event = Event::QuestionResolved { resolution: id };
    let resolved = resolution::resolve(question, cx.now);
    let deed = Deed::new(resolved, event, reply.actor.by());
    let question = cx.does(deed)?;
    for reader in deliver::readers(cx, &question)? {
        tell(cx, &reader, reply.text, &evidence)?;
    }
    let days = cx.council.rules.resolved_check_days;
    let mark = say::mark(words, &question, &reply.actor.name, days);
    notices::note_under_card(cx, &question, mark)
}

/// Writes down who says it of which question and answer, in which words, and what shows it. By number and name: an answer
/// that says so is its author's word, whoever sends it.
pub(super) fn keep(
    cx: &mut Cx<'_, '_>,
    (question, answer): (&Question, crate::domain::ids::AnswerId),
    promise: Option<PromiseId>,
    by: (UserId, &str),
    said: &str,
    evidence: &Evidence,
) -> Result<ResolutionId, HandlerError> {
    let new = resolutions::NewResolved {
        question: question.id,
        answer,
        promise,
        body: &question.body,
        by,
        said,
        evidence,
        check_at: resolution::asks_at(cx.council, cx.now),
    };
    Ok(resolutions::keep(cx.tx, &new, cx.now)?)
}

/// What was just kept was shown by the first message of an album: the others belong to it.
pub(crate) fn album_begins(cx: &mut Cx<'_, '_>, actor: &Actor, album: Option<&str>) -> Outcome {
    let Some(album) = album else {
        return Ok(());
    };
    Ok(resolutions::album_begins(cx.tx, actor.user, album, cx.now)?)
}

/// Another photo of an album whose first one showed that a thing was done: it is kept with it, and those who were told get it,
/// too. `false`: it belongs to nothing of the kind.
pub(crate) fn more_of_album(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    album: Option<&str>,
    sent: &Sent,
) -> Result<bool, HandlerError> {
    let (Some(album), Sent::Media(media)) = (album, sent) else {
        return Ok(false);
    };
    let Some(resolved) = resolutions::of_album(cx.tx, actor.user, album)? else {
        return Ok(false);
    };
    let kept = resolutions::photos(cx.tx, resolved.id)?;
    if attachment::check(media).is_err() || kept >= MAX_ATTACHMENTS {
        return Ok(true);
    }
    resolutions::show_more(cx.tx, resolved.id, media)?;
    let Some(question) = questions::find(cx.tx, resolved.question)? else {
        return Ok(true);
    };
    for reader in deliver::readers(cx, &question)? {
        let chat = reader.user.private_chat();
        cx.send_media(chat, vec![media.clone()], None, reader.about())?;
    }
    Ok(true)
}

/// Tells somebody that it is done; the author sees their own photo first, then what was made of it.
fn tell(cx: &mut Cx<'_, '_>, reader: &Reader, said: &str, evidence: &Evidence) -> Outcome {
    let words = cx.words_for(reader.user)?;
    let days = cx.council.rules.resolved_check_days;
    let document = evidence.document.as_ref();
    let html = say::report(words, &reader.question, said, document, days);
    let chat = reader.user.private_chat();
    let placing = Placing {
        about: reader.about(),
        ..Placing::default()
    };
    cx.send(
        chat,
        crate::chat::outgoing::Lane::Card,
        Message::plain(html),
        placing,
    )?;
    let pictures = before_and_after(cx, reader, &evidence.pictures)?;
    for album in in_albums(pictures) {
        cx.send_media(chat, album, None, reader.about())?;
    }
    Ok(())
}

fn before_and_after(
    cx: &Cx<'_, '_>,
    reader: &Reader,
    after: &[Media],
) -> Result<Vec<Media>, HandlerError> {
    if after.is_empty() || reader.part == Part::Supporter {
        return Ok(after.to_vec());
    }
    let asked = attachments::of_question(cx.tx, reader.question.id)?;
    let before = asked.into_iter().find(evidence::is_picture);
    Ok(before.into_iter().chain(after.iter().cloned()).collect())
}
