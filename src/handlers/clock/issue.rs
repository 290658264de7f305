//! Issuing a paper in a chat: under a draft a clerk begins, types number and day in one message, sees everything once more, and the
//! paper is made, numbered and kept, as `cutri report --issue` does it. What was issued is given out again as it was.

use jiff::civil::Date;

use crate::{
    chat::{
        button::PaperButton,
        outgoing::{Act, File, Keyboard, Lane},
    },
    domain::{
        ids::{ChatId, PaperId, UserId},
        prompt::{ClockPrompt, Prompt},
        reading::Reading,
        report::{
            ReportWish,
            changes::{Kept, between},
            issue::{DocumentNumber, IssuedLine, IssuedPaper, ReadyPaper, parse},
        },
    },
    handlers::{
        HandlerError,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
            notices,
            prompts::{self, Reply},
            rights,
        },
    },
    messages::{Html, Message, Paper, Words, issue as messages, label, say},
    store::{
        chats,
        issued::{self, Issue},
    },
};

/// One of its buttons was pressed.
pub(crate) fn pressed(cx: &mut Cx<'_, '_>, actor: &Actor, button: PaperButton) -> Outcome {
    if rights::clerk(cx, actor)?.is_none() {
        let words = actor.words(cx);
        return actor.refuse(cx, label!(words, "issue-not-clerk"));
    }
    match button {
        PaperButton::Issue(paper) => begin(cx, actor, paper),
        PaperButton::IssueAs(paper, number, day) => confirmed(cx, actor, paper, (&number, day)),
        PaperButton::Leave => {
            let left = Message::plain(say!(actor.words(cx), "issue-left"));
            actor.show(cx, left)
        }
        PaperButton::List(page) => list(cx, actor, page),
        PaperButton::Again(id) => Ok(cx.want(actor.chat, &Reading::Issued { id })?),
    }
}

/// Whether papers are issued in this chat: in the office's group, and in private, where only clerks get drafts.
pub(crate) fn is_done_in(cx: &Cx<'_, '_>, chat: ChatId) -> Result<bool, HandlerError> {
    let office = notices::office(cx);
    Ok(chat.is_private() || chats::body_of(cx.tx, chat)?.as_ref() == Some(&office))
}

/// The paper that the button means, unless it was issued: then that one is given out.
fn still_a_draft(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    paper: PaperId,
) -> Result<Option<ReportWish>, HandlerError> {
    let Some(wish) = issued::wish_of(cx.tx, paper)? else {
        cx.old_button(actor.words(cx));
        return Ok(None);
    };
    if let Some(IssuedLine { id, .. }) = issued::find_line(cx.tx, &wish)? {
        cx.want(actor.chat, &Reading::Issued { id })?;
        return Ok(None);
    }
    Ok(Some(wish))
}

/// "Phát hành…": which number, which day?
fn begin(cx: &mut Cx<'_, '_>, actor: &Actor, paper: PaperId) -> Outcome {
    let Some(wish) = still_a_draft(cx, actor, paper)? else {
        return Ok(());
    };
    let today = cx.council.local_date(cx.now);
    let html = messages::ask(actor.words(cx), &wish, today);
    ask(cx, actor, paper, html)
}

fn ask(cx: &mut Cx<'_, '_>, actor: &Actor, paper: PaperId, html: Html) -> Outcome {
    let prompt = Prompt::Clock(ClockPrompt::Issue(paper));
    prompts::ask_or_press(cx, &actor.anew(), prompt, None, html, Vec::new())
}

/// Number and day were typed.
pub(crate) fn answered(cx: &mut Cx<'_, '_>, reply: &Reply<'_>, paper: PaperId) -> Outcome {
    let actor = reply.actor;
    let words = actor.words(cx);
    if rights::clerk(cx, actor)?.is_none() {
        return actor.refuse(cx, label!(words, "issue-not-clerk"));
    }
    let Some(wish) = still_a_draft(cx, actor, paper)? else {
        return Ok(());
    };
    let today = cx.council.local_date(cx.now);
    let (number, day) = match parse(reply.text, today) {
        Ok(read) => read,
        Err(why) => return ask(cx, actor, paper, messages::unread(words, why, today)),
    };
    if let Some(other) = used(cx, &wish, (&number, day))? {
        return ask(cx, actor, paper, messages::used(words, &other));
    }
    let message = messages::confirm(words, (paper, &wish), (&number, day));
    Ok(cx.reply(actor.chat, message)?)
}

fn used(
    cx: &Cx<'_, '_>,
    wish: &ReportWish,
    (number, day): (&DocumentNumber, Date),
) -> Result<Option<IssuedLine>, HandlerError> {
    let of_year = (number.as_str(), day.year());
    Ok(issued::with_number(cx.tx, wish, of_year)?)
}

/// Seen once more, and yes: it is made beside the writing thread, and issued when it is there.
fn confirmed(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    paper: PaperId,
    (number, day): (&DocumentNumber, Date),
) -> Outcome {
    let Some(wish) = still_a_draft(cx, actor, paper)? else {
        return Ok(());
    };
    let words = actor.words(cx);
    if let Some(other) = used(cx, &wish, (number, day))? {
        return actor.show(cx, messages::used_after_all(words, &other, paper));
    }
    actor.show(cx, messages::at_work(words, &wish, (number, day)))?;
    let reading = Reading::Issue {
        wish,
        number: number.as_str().to_owned(),
        dated_on: day,
        by: actor.user,
    };
    Ok(cx.want(actor.chat, &reading)?)
}

/// What was issued.
fn list(cx: &mut Cx<'_, '_>, actor: &Actor, page: u16) -> Outcome {
    let skip = u32::from(page) * messages::ON_A_PAGE;
    let mut lines = issued::newest(cx.tx, skip, messages::ON_A_PAGE + 1)?;
    let has_more = lines.len() > messages::ON_A_PAGE as usize;
    lines.truncate(messages::ON_A_PAGE as usize);
    let message = messages::list(actor.words(cx), page, &lines, has_more);
    actor.show(cx, message)
}

/// The buttons under a draft; none where it is not issued.
pub(crate) fn under_draft(
    cx: &Cx<'_, '_>,
    (chat, words): (ChatId, Words<'_>),
    wish: &ReportWish,
) -> Result<Option<Keyboard>, HandlerError> {
    if !wish.kind.is_document() || !is_done_in(cx, chat)? {
        return Ok(None);
    }
    let draft = issued::paper_of(cx.tx, wish)?;
    let before = issued::find_line(cx.tx, wish)?;
    Ok(Some(messages::under_draft(words, draft, before.as_ref())))
}

/// It was made, or looked up: it is issued now, once, and given to the chat that waits.
pub(crate) fn told(
    cx: &mut Cx<'_, '_>,
    (chat, words): (ChatId, Words<'_>),
    paper: Paper,
    by: Option<UserId>,
) -> Outcome {
    match paper {
        Paper::Draft(_) => Ok(()),
        Paper::Issued(paper, now) => again(cx, (chat, words), &paper, (&now, false)),
        Paper::Ready(ready) => match issued::issue(cx.tx, &ready, by, cx.now)? {
            Issue::New(line) => {
                let html = messages::issued(words, &line);
                let ReadyPaper { file, .. } = *ready;
                give(cx, chat, (&line, file), html)
            }
            Issue::Before(paper) => again(cx, (chat, words), &paper, (&ready.kept, true)),
            Issue::NumberUsed(other) => {
                let draft = issued::paper_of(cx.tx, &ready.wish)?;
                let message = messages::used_after_all(words, &other, draft);
                Ok(cx.reply(chat, message)?)
            }
        },
    }
}

fn again(
    cx: &mut Cx<'_, '_>,
    (chat, words): (ChatId, Words<'_>),
    paper: &IssuedPaper,
    (now, wanted_anew): (&Kept, bool),
) -> Outcome {
    let changes = between(&paper.kept, now);
    let html = messages::as_it_was(words, &paper.line, &changes, wanted_anew);
    give(cx, chat, (&paper.line, paper.file.clone()), html)
}

fn give(
    cx: &mut Cx<'_, '_>,
    chat: ChatId,
    (line, bytes): (&IssuedLine, Vec<u8>),
    html: Html,
) -> Outcome {
    let issued_on = cx.council.local_date(line.issued_at);
    let act = Act::File {
        file: File::Report {
            name: line.wish.file_name(line.dated_on.unwrap_or(issued_on)),
            form: line.wish.form,
            bytes,
        },
        html: html.into_string(),
        keyboard: None,
    };
    Ok(cx.put(chat, Lane::Reply, act)?)
}
