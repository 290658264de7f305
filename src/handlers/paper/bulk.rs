//! Opinion slips out of a spreadsheet (`cutri import`): each becomes the question that `/nhapho` makes of it, in the transaction of
//! the command. Cards come from the running bot, a few a tick; nobody is in a chat, so receipts are pages for the printer.

use jiff::Timestamp;

use crate::{
    chat::outgoing::File,
    domain::{
        category,
        entry::ReadyEntry,
        import::slips::SlipRow,
        question::{Question, Source},
    },
    handlers::{
        Facts, HandlerError,
        paper::keep::{self, Entered},
        shared::cx::Cx,
    },
    messages::slip as say_slip,
    store::{WriteTx, entered_for, imports, opinion_slips},
};

/// A slip that became a question.
pub(crate) struct EnteredSlip {
    /// The number of its row in the file.
    pub(crate) row: usize,
    /// The question.
    pub(crate) question: Question,
    /// Its receipt, where they are wanted.
    pub(crate) receipt: Option<File>,
}

/// Enters these slips as one batch; `receipts`: each with a page to print, with a one-time code on it.
///
/// # Errors
/// When the database fails.
pub(crate) fn enter(
    tx: &mut WriteTx<'_>,
    facts: &Facts,
    (slips, receipts): (&[&SlipRow], bool),
    now: Timestamp,
) -> Result<(i64, Vec<EnteredSlip>), HandlerError> {
    let council = facts.council();
    let mut cx = Cx::new(tx, facts, &council, now);
    let batch = imports::begin(cx.tx, slips.len(), now)?;
    let mut entered = Vec::with_capacity(slips.len());
    for slip in slips {
        let question = enter_one(&mut cx, slip)?;
        imports::is_of_batch(cx.tx, question.id, (batch, &slip.slip.to_string()))?;
        let receipt = if receipts {
            let code = entered_for::new_slip(cx.tx, question.id, question.code)?;
            let bot = facts.bot();
            let words = cx.group_words();
            Some(say_slip::page(words, &question, code, &bot.username))
        } else {
            None
        };
        entered.push(EnteredSlip {
            row: slip.row,
            question,
            receipt,
        });
    }
    Ok((batch, entered))
}

fn enter_one(cx: &mut Cx<'_, '_>, slip: &SlipRow) -> Result<Question, HandlerError> {
    let proposed = || cx.facts.propose_categories(&slip.text).into_iter().next();
    let category = slip.category.clone().or_else(proposed);
    let ready = ReadyEntry {
        source: Source::Meeting,
        area: slip.area.clone(),
        category: category.unwrap_or_else(|| category::other().code.clone()),
        text: slip.text.clone(),
    };
    let entered = Entered {
        draft: imports::next_draft(cx.tx)?,
        clerk: None,
        author: None,
        name: slip.name.as_deref(),
        meeting: Some(&slip.slip.meeting),
        ready: &ready,
    };
    let question = keep::question_of(cx, &entered)?;
    opinion_slips::keep(cx.tx, &slip.slip, question.id, cx.now)?;
    let (name, phone) = (slip.name.as_deref(), slip.phone.as_ref());
    entered_for::keep(cx.tx, question.id, name, phone)?;
    Ok(question)
}
