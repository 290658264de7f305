//! Questions as reminders see them: what is owed. Digests, lists and figures are looked up in `reading`.

use crate::domain::question::Question;
use crate::store::{
    Result, WriteTx,
    questions::{COLUMNS, read},
};

/// Every question about which somebody owes something: open ones, and answers that promise something.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn owed(tx: &WriteTx<'_>) -> Result<Vec<Question>> {
    let mut owed = tx.all(
        &format!(
            "select {COLUMNS} from question
             where state in ('received', 'forwarded', 'asked_back', 'sent_up', 'set_aside')
             order by due_on, id"
        ),
        [],
        read,
    )?;
    owed.extend(tx.all(
        &format!(
            "select {COLUMNS} from question where (promised_on is not null or resolution = 'denied') and state = 'answered'
             order by coalesce(resolution_due_on, promised_on), id"
        ),
        [],
        read,
    )?);
    Ok(owed)
}
