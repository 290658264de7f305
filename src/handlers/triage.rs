//! `/phanloai`: the office sorts what came in, one question after the other in one message.
//!
//! Rights are in [`desk`] only. Corrections are in `correct_question`, the counter in `count_triage`.

use super::{
    HandlerError,
    context::{Cx, Outcome, Placing},
    correct_question, merge_questions, notices, preview_routes, prompts, relate_questions,
    return_question, rights, split_for_author,
};
use crate::{
    chat::{button::TriageButton, outgoing::Lane},
    domain::{
        code::QuestionCode,
        event::Event,
        ids::{ChatId, Language, MessageId, QuestionId, UserId},
        meeting::check_in::Clerk,
        permission::{ANONYMOUS_ADMINISTRATOR, ActsForBody},
        prompt::TriagePrompt,
        question::{Question, State, lifecycle},
        routing, text,
        triage::{self as domain, Hold, Urgency},
    },
    messages::{
        Html, Message, Words, label, question as say_question, refusal, say, triage as say_triage,
    },
    store::{attachments, chats, corrections, duties, questions, residents, triage},
};

/// From this confidence on, another category than the chosen one is mentioned.
const WORTH_SAYING: f32 = 0.6;

/// A clerk at work: proof, place, and the message that shows the question.
pub(super) struct Desk {
    pub(super) clerk: Clerk,
    pub(super) chat: ChatId,
    pub(super) name: String,
    language: Language,
    shown: Option<MessageId>,
}

impl Desk {
    pub(super) fn user(&self) -> UserId {
        self.clerk.user()
    }

    pub(super) fn words<'a>(&self, cx: &Cx<'a, '_>) -> Words<'a> {
        cx.words(self.language)
    }

    /// The right to decide about a question of whatever body.
    pub(super) fn acts(&self, question: &Question) -> ActsForBody {
        ActsForBody::for_the_office(self.clerk, &question.body)
    }

    /// Shows it in the message that was pressed, or in a new one.
    pub(super) fn show(&self, cx: &mut Cx<'_, '_>, message: Message) -> Outcome {
        match self.shown {
            Some(shown) => Ok(cx.replace(self.chat, shown, message)?),
            None => Ok(cx.reply(self.chat, message)?),
        }
    }
}

/// The one place that decides who may sort: whoever works in the office's group, and in private whoever
/// administers or worked there lately.
pub(super) fn desk(
    cx: &mut Cx<'_, '_>,
    chat: ChatId,
    who: (UserId, &str),
    shown: Option<MessageId>,
) -> Result<Option<Desk>, HandlerError> {
    let (user, name) = who;
    let name = rights::name_of(name);
    let office = notices::office(cx);
    let is_office = chats::body_of(cx.tx, chat)?.as_ref() == Some(&office);
    let clerk = if chat.is_private() || is_office {
        Clerk::of(&rights::of(cx, user, chat)?)
    } else {
        None
    };
    if is_office && clerk.is_some() && user != ANONYMOUS_ADMINISTRATOR {
        duties::acted(cx.tx, user, &name, &office, cx.now)?;
    }
    let known = if chat.is_private() {
        residents::find(cx.tx, user)?
    } else {
        None
    };
    let language = known.map_or_else(|| cx.council.default_language(), |known| known.language);
    Ok(clerk.map(|clerk| Desk {
        clerk,
        chat,
        name,
        language,
        shown,
    }))
}

/// `/phanloai [CODE | thu CATEGORY AREA]`.
pub(super) fn by_command(
    cx: &mut Cx<'_, '_>,
    chat: ChatId,
    who: (UserId, &str),
    typed: &str,
) -> Outcome {
    let Some(desk) = desk(cx, chat, who, None)? else {
        let words = if chat.is_private() {
            cx.words_for(who.0)?
        } else {
            cx.group_words()
        };
        return Ok(cx.reply(chat, Message::plain(say!(words, "triage-not-clerk")))?);
    };
    if typed.is_empty() {
        return next(cx, &desk, QuestionId(0), None);
    }
    let (first, rest) = typed.split_once(char::is_whitespace).unwrap_or((typed, ""));
    if matches!(text::fold(first).as_str(), "thu" | "try") {
        return preview_routes::by_words(cx, &desk, rest);
    }
    let Some(question) = by_code(cx, typed)? else {
        let unknown = say!(desk.words(cx), "triage-unknown-code");
        return Ok(cx.reply(chat, Message::plain(unknown))?);
    };
    show(cx, &desk, &question, None)
}

/// `/cauhoi CODE` in the office's group: any question as the office sees it. `false`: this is another group.
pub(super) fn show_in_office(
    cx: &mut Cx<'_, '_>,
    chat: ChatId,
    who: (UserId, &str),
    typed: &str,
) -> Result<bool, HandlerError> {
    let Some(desk) = desk(cx, chat, who, None)? else {
        return Ok(false);
    };
    let Some(question) = by_code(cx, typed)? else {
        return Ok(false);
    };
    // What the office answers itself has its live card there.
    if question.body == notices::office(cx) && question.state.is_with_body() {
        return Ok(false);
    }
    show(cx, &desk, &question, None)?;
    Ok(true)
}

/// The question with a typed code.
pub(super) fn by_code(cx: &Cx<'_, '_>, typed: &str) -> Result<Option<Question>, HandlerError> {
    match QuestionCode::parse(typed.trim(), cx.council.code_prefix) {
        Ok(code) => Ok(questions::find_by_code(cx.tx, code)?),
        Err(_) => Ok(None),
    }
}

/// A button of the queue.
pub(super) fn pressed(
    cx: &mut Cx<'_, '_>,
    chat: ChatId,
    who: (UserId, &str),
    button: TriageButton,
    shown: MessageId,
) -> Outcome {
    if return_question::pressed(cx, chat, who, &button, shown)? {
        return Ok(());
    }
    let Some(desk) = desk(cx, chat, who, Some(shown))? else {
        let words = cx.group_words();
        cx.alert(label!(words, "triage-not-clerk"));
        return Ok(());
    };
    match button {
        TriageButton::Begin => {
            let anew = Desk {
                shown: None,
                ..desk
            };
            next(cx, &anew, QuestionId(0), None)
        }
        TriageButton::Next(question) => next(cx, &desk, question, None),
        TriageButton::Later(question) => {
            triage::let_go(cx.tx, question, desk.user())?;
            next(cx, &desk, question, None)
        }
        TriageButton::Confirm(question, version) => confirm(cx, &desk, question, version),
        TriageButton::Show(question) => with(cx, &desk, question, |cx, desk, question| {
            show(cx, desk, question, None)
        }),
        TriageButton::Read(question) => with(cx, &desk, question, read_all),
        TriageButton::More(question) => with(cx, &desk, question, |cx, desk, question| {
            let more = say_triage::more(desk.words(cx), question);
            desk.show(cx, more)
        }),
        TriageButton::Routes(question) => with(cx, &desk, question, preview_routes::of_question),
        TriageButton::Merges(_)
        | TriageButton::Merge(..)
        | TriageButton::MergeNow(..)
        | TriageButton::MergeByCode(_) => merge_questions::pressed(cx, &desk, &button),
        TriageButton::Parts(_) | TriageButton::TypeParts(_) | TriageButton::SplitNow(..) => {
            split_for_author::pressed(cx, &desk, &button)
        }
        TriageButton::Relations(_) | TriageButton::Relate(..) | TriageButton::RelateByCode(_) => {
            relate_questions::pressed(cx, &desk, &button)
        }
        TriageButton::Correct(_)
        | TriageButton::Kinds(_)
        | TriageButton::Kind(..)
        | TriageButton::Categories(_)
        | TriageButton::Category(..)
        | TriageButton::Areas(..)
        | TriageButton::Area(..)
        | TriageButton::Levels(_)
        | TriageButton::Level(..)
        | TriageButton::Bodies(..)
        | TriageButton::Body(..)
        | TriageButton::Urgent(_)
        | TriageButton::Ordinary(_) => correct_question::pressed(cx, &desk, button),
        TriageButton::Return(_)
        | TriageButton::Point(..)
        | TriageButton::AddWords(..)
        | TriageButton::ReturnNow(_)
        | TriageButton::KeepIt(_) => Ok(()),
    }
}

/// Words that were asked for.
pub(super) fn answered(
    cx: &mut Cx<'_, '_>,
    prompt: &TriagePrompt,
    reply: &prompts::Reply<'_>,
) -> Outcome {
    let who = (reply.person, reply.name.as_str());
    if let TriagePrompt::Guidance { pointer } = *prompt {
        return return_question::typed(cx, reply, pointer);
    }
    let (Some(desk), Some(question)) = (desk(cx, reply.chat, who, None)?, reply.question) else {
        return Ok(());
    };
    with(cx, &desk, question, |cx, desk, question| match prompt {
        TriagePrompt::MergeCode => merge_questions::typed(cx, desk, question, reply.text),
        TriagePrompt::RelateCode => relate_questions::typed(cx, desk, question, reply.text),
        TriagePrompt::Parts => split_for_author::typed(cx, desk, question, reply.text),
        TriagePrompt::Guidance { .. } => Ok(()),
    })
}

/// Does `work` with the question, unless it is unknown or another clerk has it on the screen. From now on this
/// clerk has, if it still waits.
pub(super) fn with(
    cx: &mut Cx<'_, '_>,
    desk: &Desk,
    id: QuestionId,
    work: impl FnOnce(&mut Cx<'_, '_>, &Desk, &Question) -> Outcome,
) -> Outcome {
    let words = desk.words(cx);
    let Some(question) = questions::find(cx.tx, id)? else {
        cx.toast(label!(words, "old-button"));
        return Ok(());
    };
    if question.state == State::Received {
        let hold = triage::hold_of(cx.tx, id)?;
        if let Err(other) = domain::may_work(hold, desk.user(), cx.now) {
            let sentence = say_triage::held_by(words, &other.name, other.until);
            return refuse(cx, desk, sentence);
        }
        take(cx, desk, id)?;
    }
    work(cx, desk, &question)
}

/// A sentence that flashes up for whoever pressed, or comes as a message to whoever typed.
pub(super) fn refuse(cx: &mut Cx<'_, '_>, desk: &Desk, sentence: String) -> Outcome {
    if desk.shown.is_none() {
        cx.reply(desk.chat, Message::plain(Html::text(&sentence)))?;
    }
    cx.alert(sentence);
    Ok(())
}

fn take(cx: &mut Cx<'_, '_>, desk: &Desk, question: QuestionId) -> Outcome {
    let hold = Hold {
        by: desk.user(),
        name: desk.name.clone(),
        until: cx.now.saturating_add(domain::HOLD).unwrap_or(cx.now),
    };
    Ok(triage::hold(cx.tx, question, &hold)?)
}

/// The next question for this clerk, behind `after`, under the words of what was just done.
pub(super) fn next(
    cx: &mut Cx<'_, '_>,
    desk: &Desk,
    after: QuestionId,
    done: Option<Html>,
) -> Outcome {
    let next = match triage::next(cx.tx, Some(desk.user()), after, cx.now)? {
        Some(next) => questions::find(cx.tx, next)?,
        None => None,
    };
    let Some(question) = next else {
        let nothing = say_triage::nothing_left(desk.words(cx), done);
        return desk.show(cx, nothing);
    };
    take(cx, desk, question.id)?;
    show(cx, desk, &question, done)
}

/// What comes after a decision about a question: the next one that waits, or, where this one did not wait, how it
/// is now.
pub(super) fn go_on(cx: &mut Cx<'_, '_>, desk: &Desk, before: &Question, done: Html) -> Outcome {
    triage::set_done(cx.tx, before.id, desk.user(), &desk.name, cx.now)?;
    if before.state == State::Received {
        return next(cx, desk, before.id, Some(done));
    }
    match questions::find(cx.tx, before.id)? {
        Some(now) => show(cx, desk, &now, Some(done)),
        None => desk.show(cx, Message::plain(done)),
    }
}

/// The question as the office sees it.
pub(super) fn show(
    cx: &mut Cx<'_, '_>,
    desk: &Desk,
    question: &Question,
    done: Option<Html>,
) -> Outcome {
    let view = view_of(cx, question)?;
    let message = say_triage::view(desk.words(cx), &view, done);
    desk.show(cx, message)
}

/// Everything the office sees of a question.
pub(super) fn view_of(
    cx: &Cx<'_, '_>,
    question: &Question,
) -> Result<say_triage::View, HandlerError> {
    let waiting = triage::waiting(cx.tx)?;
    let behind = waiting.iter().filter(|(id, _)| *id != question.id).count();
    let verdict = cx.facts.categorise(&question.text);
    let guess = verdict.categories.first().filter(|guess| {
        guess.code != question.category
            && guess.confidence >= WORTH_SAYING
            && cx.council.category(&guess.code).is_some()
    });
    Ok(say_triage::View {
        routed: routing::route(cx.council, &question.category, &question.area),
        sorted_by: domain::sorted_by(cx.council, question.received_at),
        today: cx.council.local_date(cx.now),
        alike: merge_questions::alike(cx, question, merge_questions::HINTED)?,
        related: corrections::related(cx.tx, question.id)?,
        files: attachments::of_question(cx.tx, question.id)?.len(),
        guess: guess.map(|guess| (guess.code.clone(), cx.facts.because(&question.text))),
        behind: u32::try_from(behind).unwrap_or(u32::MAX),
        question: question.clone(),
    })
}

fn read_all(cx: &mut Cx<'_, '_>, desk: &Desk, question: &Question) -> Outcome {
    for message in say_triage::whole_text(desk.words(cx), question) {
        cx.send(desk.chat, Lane::Reply, message, Placing::default())?;
    }
    notices::media_in(cx, question, desk.chat)
}

/// "Chuyển": the proposal is right.
fn confirm(cx: &mut Cx<'_, '_>, desk: &Desk, id: QuestionId, version: u32) -> Outcome {
    let words = desk.words(cx);
    let Some(question) = questions::find(cx.tx, id)? else {
        cx.toast(label!(words, "old-button"));
        return Ok(());
    };
    if question.state != State::Received {
        let sentence = match triage::done_by(cx.tx, id)? {
            Some((name, at)) => say_triage::done_by(words, &name, at),
            None => refusal::sentence(words, &lifecycle::closed(question.state)),
        };
        cx.alert(sentence);
        return next(cx, desk, id, None);
    }
    with(cx, desk, id, |cx, desk, question| {
        if question.version != version {
            cx.alert(label!(words, "triage-changed"));
            return show(cx, desk, question, None);
        }
        let Some(forwarded) = forward(cx, desk.user(), question.clone())? else {
            return Ok(());
        };
        let done = say!(
            words,
            "triage-forwarded",
            code = forwarded.code,
            body = words.body(&forwarded.body)
        );
        cx.toast(label!(words, "toast-done"));
        go_on(cx, desk, question, done)
    })
}

/// The question goes to its body; everybody who has to know is told. `None`: the rules said no, and so was told.
pub(super) fn forward(
    cx: &mut Cx<'_, '_>,
    by: UserId,
    question: Question,
) -> Result<Option<Question>, HandlerError> {
    let urgency = Urgency::of(&question);
    let due_on = domain::answer_due(cx.council, &question.category, urgency, cx.now);
    let question = match lifecycle::forward(question, cx.now, due_on) {
        Ok(question) => question,
        Err(refused) => {
            cx.alert(refusal::sentence(cx.group_words(), &refused));
            return Ok(None);
        }
    };
    questions::save(cx.tx, &question)?;
    let event = Event::QuestionForwarded {
        body: question.body.clone(),
    };
    cx.record(&event, Some(by), Some(question.id))?;
    notices::update_card(cx, &question)?;
    notices::place_card(cx, &question)?;
    notices::update_status(cx, &question)?;
    let news = say_question::moved_on(cx.words_for_author(&question)?, &question);
    notices::tell_author(cx, &question, news)?;
    Ok(Some(question))
}
