//! The answer on its way: to who asked, to who asked the same, to who wants the same. What it promises is
//! written down, and its author is asked once what they think of it.

use crate::domain::question::casework;
use crate::handlers::shared::deed::{By, Deed};
use crate::{
    chat::outgoing::{About, Keyboard, Lane, Mark, Target, answer_slot, preview_slot},
    domain::{
        answer::{Answer, AnswerState, evidence::Evidence, promise},
        attachment::{Media, in_albums},
        event::Event,
        ids::{AnswerId, ResolutionId, UserId},
        question::{Question, ResultClass, lifecycle::Refusal, resolution},
    },
    handlers::{
        HandlerError,
        answer::{
            approve::close_request, judge, reply::put_in_place_of_preview, resolve, template,
        },
        shared::{
            cx::{Cx, Outcome, Placing},
            marks, notices, on_paper,
        },
    },
    messages::{
        Message, answer as say_answer, approval, judgement, promise as say_promise,
        question::{self as say_question, Enclosed},
        refusal, resolution as say_resolution, similar,
    },
    store::{answer_media, answers, attachments, promises, questions, support, together},
};

/// Somebody who gets an answer.
#[derive(Debug, Clone)]
pub(crate) struct Reader {
    /// Who.
    pub(crate) user: UserId,
    /// The question as they know it: their own, or somebody else's without names.
    pub(crate) question: Question,
    /// How they come to read it.
    pub(crate) part: Part,
}

impl Reader {
    /// What messages to them are about: a supporter's reply is no word on the question.
    pub(crate) fn about(&self) -> About {
        match self.part {
            Part::Author | Part::AskedTheSame => About::question(self.question.id),
            Part::Supporter => About::default(),
        }
    }
}

/// How somebody comes to read an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// They asked.
    Author,
    /// They asked the same; their question goes on as this one.
    AskedTheSame,
    /// They want the same.
    Supporter,
}

/// Everybody who is to read an answer, each once, the author first.
pub(crate) fn readers(cx: &Cx<'_, '_>, question: &Question) -> Result<Vec<Reader>, HandlerError> {
    let mut readers: Vec<Reader> = Vec::new();
    let mut add = |user: UserId, question: &Question, part: Part| {
        if readers.iter().all(|reader| reader.user != user) {
            let question = question.clone();
            readers.push(Reader {
                user,
                question,
                part,
            });
        }
    };
    if let Some(author) = question.author {
        add(author, question, Part::Author);
    }
    let merged = questions::merged_into(cx.tx, question.id)?;
    for other in &merged {
        // They read under their own code who answered, not who had it last.
        let other = other.answered_by(&question.body);
        if let Some(author) = other.author {
            add(author, &other, Part::AskedTheSame);
        }
    }
    for asked in std::iter::once(question).chain(&merged) {
        let public = similar::redacted(asked).answered_by(&question.body);
        for supporter in support::supporters(cx.tx, asked.id)? {
            add(supporter, &public, Part::Supporter);
        }
    }
    Ok(readers)
}

/// The answer is sent: `question` is answered already, in memory.
pub(crate) fn deliver(
    cx: &mut Cx<'_, '_>,
    by: &By,
    question: Question,
    answer: AnswerId,
) -> Outcome {
    let words = cx.group_words();
    answers::move_to(cx.tx, answer, AnswerState::Sent, cx.now)?;
    let Some(answer) = answers::find(cx.tx, answer)? else {
        return Ok(());
    };
    let promised_on = answer.facts.promised(answer.class);
    let question = casework::promises(question, promised_on);
    let event = Event::AnswerSent {
        answer: answer.id,
        class: answer.class,
        body: question.body.clone(),
    };
    let resolved = shown_with(cx, &question, &answer)?;
    let deed = match resolved {
        Some(resolution) => {
            let question = resolution::resolve(question, cx.now);
            let resolved = Event::QuestionResolved { resolution };
            Deed::new(question, event, by.clone()).also(resolved)
        }
        None => Deed::new(question, event, by.clone()),
    };
    let question = cx.does(deed)?;
    let mut sent = say_answer::sent(words, &question, &answer);
    if let Some(on) = promised_on {
        let due_at = promise::asks_at(cx.council, on);
        let made = promises::make(cx.tx, question.id, answer.id, on, due_at, cx.now)?;
        cx.record_by(&Event::PromiseMade { on }, by, question.id)?;
        if let Some(Keyboard::Inline(rows)) = &mut sent.keyboard {
            rows.push(say_promise::choices(words, made));
        }
    }
    if together::is_copy(cx.tx, answer.id)? {
        // Nothing was written under this card: what was sent stands there now, with the promise's buttons.
        notices::note_under_card(cx, &question, sent)?;
    } else {
        put_in_place_of_preview(cx, &question, &answer, sent)?;
    }
    marks::on_words(cx, &answer, Some(Mark::Sent))?;
    template::take_lists_away(cx, answer.chat, &question)?;
    send_to_readers(cx, &question, &answer)?;
    if question.author.is_none() {
        on_paper::answered(cx, &question, &answer)?;
    }
    close_other_drafts(cx, &question, &answer)?;
    if answer.class == ResultClass::Resolved && resolved.is_none() {
        let news = say_resolution::not_shown(words, &question);
        notices::note_under_card(cx, &question, news)?;
    }
    Ok(())
}

/// An answer that says "done" and shows it is the word of whoever wrote it: the thing counts as done.
fn shown_with(
    cx: &mut Cx<'_, '_>,
    question: &Question,
    answer: &Answer,
) -> Result<Option<ResolutionId>, HandlerError> {
    if answer.class != ResultClass::Resolved {
        return Ok(None);
    }
    let files = answer_media::of(cx.tx, answer.id)?;
    let today = cx.council.local_date(cx.now);
    let evidence = Evidence {
        document: answer.facts.document.clone(),
        ..Evidence::of("", &files, today)
    };
    if !evidence.shows() {
        return Ok(None);
    }
    let by = (answer.author, answer.author_name.as_str());
    let about = (question, answer.id);
    resolve::keep(cx, about, None, by, "", &evidence).map(Some)
}

/// Whatever else was written about the question cannot go to the resident any more: its preview says so.
fn close_other_drafts(cx: &mut Cx<'_, '_>, question: &Question, sent: &Answer) -> Outcome {
    let words = cx.group_words();
    let refused = Refusal::AlreadyAnswered {
        by: Some(sent.author_name.clone()),
        at: cx.now,
    };
    let why = refusal::sentence(words, &refused);
    for other in answers::undecided(cx.tx, question.id)? {
        if other.state == AnswerState::Submitted {
            answers::back_to_draft(cx.tx, other.id)?;
            let closed = approval::too_late(words, question, &why);
            close_request(cx, question, &other, closed)?;
        }
        marks::on_words(cx, &other, None)?;
        let closed = say_answer::note_only(words, question, &other, &why);
        let target = Target::Slot(preview_slot(other.id));
        cx.edit(
            other.chat,
            Lane::Card,
            target,
            closed,
            About::question(question.id),
        )?;
    }
    Ok(())
}

/// The answer's messages for one reader, in order: what a correction changes in place later.
pub(crate) fn parts_for(
    cx: &Cx<'_, '_>,
    reader: &Reader,
    answer: &Answer,
    files: &[Media],
) -> Result<Vec<Message>, HandlerError> {
    let words = cx.words_for(reader.user)?;
    let count = u32::try_from(files.len()).unwrap_or(u32::MAX);
    let enclosed = match reader.part {
        Part::Author if before(cx, &reader.question, answer, files)?.is_some() => {
            Enclosed::BeforeAndAfter
        }
        _ if count > 0 => Enclosed::Files(count),
        _ => Enclosed::Nothing,
    };
    let mut messages = say_question::answer(words, &reader.question, answer, enclosed);
    // The author is asked in a message of its own; the others judge under the answer itself, so that many
    // readers are not many messages.
    if reader.part != Part::Author
        && let Some(last) = messages.last_mut()
    {
        last.keyboard = Some(judgement::buttons(words, answer, 0));
    }
    Ok(messages)
}

/// The photo that the resident sent, to stand beside those taken after the work was done.
fn before(
    cx: &Cx<'_, '_>,
    question: &Question,
    answer: &Answer,
    files: &[Media],
) -> Result<Option<Media>, HandlerError> {
    let is_photo = |media: &Media| matches!(media, Media::Photo { .. });
    if answer.class != ResultClass::Resolved || !files.iter().any(is_photo) {
        return Ok(None);
    }
    let asked = attachments::of_question(cx.tx, question.id)?;
    Ok(asked.into_iter().find(is_photo))
}

fn send_to_readers(cx: &mut Cx<'_, '_>, question: &Question, answer: &Answer) -> Outcome {
    let files = answer_media::of(cx.tx, answer.id)?;
    for reader in readers(cx, question)? {
        send_to(cx, &reader, answer, &files)?;
        judge::ask(cx, &reader, answer, 0)?;
    }
    Ok(())
}

/// To somebody who proved that the question is theirs after it was answered.
pub(crate) fn hand_over_to_author(
    cx: &mut Cx<'_, '_>,
    author: UserId,
    question: &Question,
    answer: &Answer,
) -> Outcome {
    let files = answer_media::of(cx.tx, answer.id)?;
    let reader = Reader {
        user: author,
        question: question.clone(),
        part: Part::Author,
    };
    send_to(cx, &reader, answer, &files)?;
    judge::ask(cx, &reader, answer, 0)
}

/// To one reader. The last message to the author proves the delivery.
fn send_to(cx: &mut Cx<'_, '_>, reader: &Reader, answer: &Answer, files: &[Media]) -> Outcome {
    let chat = reader.user.private_chat();
    let is_author = reader.part == Part::Author;
    let lane = if is_author { Lane::Reply } else { Lane::Card };
    let parts = parts_for(cx, reader, answer, files)?;
    let albums = in_albums(files_for(cx, reader, answer, files)?);
    let last = parts.len() + albums.len();
    let about = |at: usize| About {
        answer: (is_author && at + 1 == last).then_some(answer.id),
        ..reader.about()
    };
    let count = parts.len();
    for (at, message) in parts.into_iter().enumerate() {
        let placing = Placing {
            slot: Some(answer_slot(answer.id, at)),
            about: about(at),
            ..Placing::default()
        };
        cx.send(chat, lane, message, placing)?;
    }
    for (at, album) in albums.into_iter().enumerate() {
        let under = Some(Target::Slot(answer_slot(answer.id, 0)));
        cx.send_media(chat, album, under, about(count + at))?;
    }
    Ok(())
}

/// For the author of something resolved, their own photo comes first.
fn files_for(
    cx: &Cx<'_, '_>,
    reader: &Reader,
    answer: &Answer,
    files: &[Media],
) -> Result<Vec<Media>, HandlerError> {
    let own = match reader.part {
        Part::Author => before(cx, &reader.question, answer, files)?,
        Part::AskedTheSame | Part::Supporter => None,
    };
    Ok(own.into_iter().chain(files.iter().cloned()).collect())
}
