//! Opinions spoken at meetings that became questions, and questions asked for a meeting.

use crate::domain::{
    code::QuestionCode,
    ids::{BodyCode, CategoryCode, MeetingCode, QuestionId, RegistrationId, SpeakerId, UserId},
};
use crate::store::{Result, WriteTx};

/// The question is what this speaker said.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn keep(tx: &WriteTx<'_>, question: QuestionId, speaker: SpeakerId) -> Result<()> {
    tx.execute(
        "insert into opinion (question_id, speaker_id) values (?, ?)",
        [question.0, speaker.0],
    )?;
    Ok(())
}

/// The registration by which a speaker is on the list; `None`: from the floor.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn registration_of(
    tx: &WriteTx<'_>,
    speaker: SpeakerId,
) -> Result<Option<RegistrationId>> {
    tx.one(
        "select registration_id from speaker where id = ?",
        [speaker.0],
        |row| Ok(row.get::<_, Option<i64>>(0)?.map(RegistrationId)),
    )
}

/// The codes under which the opinions of a meeting were recorded, with their speakers, in order.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn of_meeting(
    tx: &WriteTx<'_>,
    meeting: &MeetingCode,
) -> Result<Vec<(SpeakerId, QuestionCode)>> {
    tx.all(
        "select speaker_id, question.code from opinion
             join speaker on speaker.id = opinion.speaker_id
             join question on question.id = opinion.question_id
         where speaker.meeting_code = ? order by opinion.question_id",
        [meeting.as_str()],
        |row| Ok((SpeakerId(row.get("speaker_id")?), code(row.get("code")?)?)),
    )
}

/// The codes under which what this person said at this meeting was recorded.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn of_person(
    tx: &WriteTx<'_>,
    meeting: &MeetingCode,
    person: UserId,
) -> Result<Vec<QuestionCode>> {
    tx.all(
        "select question.code from opinion
             join speaker on speaker.id = opinion.speaker_id
             join registration on registration.id = speaker.registration_id
             join question on question.id = opinion.question_id
         where speaker.meeting_code = ?1 and registration.user_id = ?2 order by opinion.question_id",
        rusqlite::params![meeting.as_str(), person.0],
        |row| code(row.get(0)?),
    )
}

/// How many questions were asked for this meeting beforehand, by category, the most frequent first.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn asked_for(
    tx: &WriteTx<'_>,
    meeting: &MeetingCode,
) -> Result<Vec<(CategoryCode, u32)>> {
    tx.all(
        "select category_code, count(*) as asked from question
         where meeting_code = ? and source <> 'meeting' and state not in ('withdrawn', 'merged')
         group by category_code order by count(*) desc, category_code",
        [meeting.as_str()],
        |row| {
            Ok((
                CategoryCode::new(row.get::<_, String>("category_code")?),
                row.get("asked")?,
            ))
        },
    )
}

/// What this body is asked for a meeting and nobody has answered, by body; the codes in the order in which they came.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn asked_of(
    tx: &WriteTx<'_>,
    meeting: &MeetingCode,
) -> Result<Vec<(BodyCode, Vec<String>)>> {
    let rows = tx.all(
        "select body_code, code from question
         where meeting_code = ? and state in ('received', 'forwarded', 'asked_back', 'sent_up', 'set_aside')
         order by body_code, id limit 500",
        [meeting.as_str()],
        |row| {
            Ok((
                BodyCode::new(row.get::<_, String>("body_code")?),
                row.get::<_, String>("code")?,
            ))
        },
    )?;
    let mut bodies: Vec<(BodyCode, Vec<String>)> = Vec::new();
    for (body, code) in rows {
        match bodies.last_mut().filter(|(known, _)| *known == body) {
            Some((_, codes)) => codes.push(code),
            None => bodies.push((body, vec![code])),
        }
    }
    Ok(bodies)
}

fn code(code: String) -> Result<QuestionCode> {
    QuestionCode::try_from(code)
        .map_err(|error| crate::store::StoreError::impossible("opinion", error.to_string()))
}
