//! Who wants to come to which meeting.

use jiff::Timestamp;
use rusqlite::{Row, params};

use super::{Result, StoreError, WriteTx, write_tx::time};
use crate::domain::{
    code::TicketCode,
    ids::{MeetingCode, RegistrationId, UserId},
    keyword::Keyword,
    meeting::{
        registration::Registration,
        seats::{Standing, Taken, Waiting},
    },
};

const COLUMNS: &str =
    "id, meeting_code, user_id, ticket, size, standing, offered_until, wishes_to_speak, topic,
    arrived_at";

/// Tries for a ticket code that nobody has: with a thousand million codes the first is nearly always free.
const TICKET_TRIES: usize = 20;

/// A person's registration for a meeting, whatever became of it.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub fn of(tx: &WriteTx<'_>, meeting: &MeetingCode, person: UserId) -> Result<Option<Registration>> {
    let sql = format!("select {COLUMNS} from registration where meeting_code = ? and user_id = ?");
    tx.optional(&sql, params![meeting.as_str(), person.0], read)
}

/// The registration in this row.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub fn find(tx: &WriteTx<'_>, id: RegistrationId) -> Result<Option<Registration>> {
    let sql = format!("select {COLUMNS} from registration where id = ?");
    tx.optional(&sql, [id.0], read)
}

/// The registration with this ticket.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub fn by_ticket(tx: &WriteTx<'_>, ticket: TicketCode) -> Result<Option<Registration>> {
    let sql = format!("select {COLUMNS} from registration where ticket = ?");
    tx.optional(&sql, [ticket.to_string()], read)
}

/// A person's registrations for meetings to come that still count, the next first.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub fn live_of(tx: &WriteTx<'_>, person: UserId, now: Timestamp) -> Result<Vec<Registration>> {
    let sql = format!(
        "select {COLUMNS} from registration
         where user_id = ?1 and standing in ('seated', 'offered', 'waiting') and meeting_code in
             (select code from meeting where state = 'published' and ends_at > ?2)
         order by (select starts_at from meeting where code = meeting_code)"
    );
    tx.all(&sql, params![person.0, now.as_second()], read)
}

/// The registrations of a meeting with this standing, in the order of registration.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub fn standing(
    tx: &WriteTx<'_>,
    meeting: &MeetingCode,
    standing: Standing,
) -> Result<Vec<Registration>> {
    let sql = format!(
        "select {COLUMNS} from registration where meeting_code = ? and standing = ? order by place"
    );
    tx.all(&sql, params![meeting.as_str(), standing.as_str()], read)
}

/// Seats taken. All of them are open ones: reserved seats are given out at the door.
///
/// # Errors
/// When SQLite fails.
pub fn taken(tx: &WriteTx<'_>, meeting: &MeetingCode) -> Result<Taken> {
    let open = tx.one(
        "select coalesce(sum(size), 0) from registration
         where meeting_code = ? and standing in ('seated', 'offered')",
        [meeting.as_str()],
        |row| Ok(row.get(0)?),
    )?;
    Ok(Taken { open, reserved: 0 })
}

/// The waiting list, in the order of registration.
///
/// # Errors
/// When SQLite fails.
pub fn waiting(tx: &WriteTx<'_>, meeting: &MeetingCode) -> Result<Vec<Waiting>> {
    tx.all(
        "select id, size from registration where meeting_code = ? and standing = 'waiting' order by place",
        [meeting.as_str()],
        |row| {
            Ok(Waiting {
                id: RegistrationId(row.get(0)?),
                size: row.get(1)?,
            })
        },
    )
}

/// Which place on the waiting list this is: 1 is the next.
///
/// # Errors
/// When SQLite fails.
pub fn position(tx: &WriteTx<'_>, registration: &Registration) -> Result<u32> {
    tx.one(
        "select count(*) from registration where meeting_code = ?1 and standing = 'waiting'
             and place <= (select place from registration where id = ?2)",
        params![registration.meeting.as_str(), registration.id.0],
        |row| Ok(row.get(0)?),
    )
}

/// Registers somebody, at the end of the order; a former registration for the same meeting is replaced by
/// one with a new place and a new ticket.
///
/// # Errors
/// When SQLite fails.
pub fn register(
    tx: &WriteTx<'_>,
    meeting: &MeetingCode,
    person: UserId,
    size: u32,
    standing: Standing,
    now: Timestamp,
) -> Result<Registration> {
    let place: i64 = tx.one(
        "select coalesce(max(place), 0) + 1 from registration where meeting_code = ?",
        [meeting.as_str()],
        |row| Ok(row.get(0)?),
    )?;
    let ticket = free_ticket(tx)?;
    let sql = format!(
        "insert into registration (meeting_code, user_id, ticket, size, standing, place, registered_at)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         on conflict (meeting_code, user_id) do update set ticket = ?3, size = ?4, standing = ?5, place = ?6,
             registered_at = ?7, offered_until = null, wishes_to_speak = 0, topic = null, arrived_at = null,
             arrived_size = null, arrived_by = null
         returning {COLUMNS}"
    );
    let values = params![
        meeting.as_str(),
        person.0,
        ticket.to_string(),
        size,
        standing.as_str(),
        place,
        now.as_second(),
    ];
    tx.one(&sql, values, read)
}

/// A code that no ticket has. SQLite's random numbers are seeded by the operating system.
fn free_ticket(tx: &WriteTx<'_>) -> Result<TicketCode> {
    for _ in 0..TICKET_TRIES {
        let random: i64 = tx.one("select random()", [], |row| Ok(row.get(0)?))?;
        let ticket = TicketCode::from_random(random.cast_unsigned());
        if by_ticket(tx, ticket)?.is_none() {
            return Ok(ticket);
        }
    }
    Err(StoreError::impossible(
        "registration",
        "no ticket code is free",
    ))
}

/// The registration stands so from now on. `offered_until` goes with [`Standing::Offered`] only.
///
/// # Errors
/// When SQLite fails.
pub fn move_to(
    tx: &WriteTx<'_>,
    id: RegistrationId,
    standing: Standing,
    offered_until: Option<Timestamp>,
) -> Result<()> {
    tx.execute(
        "update registration set standing = ?2, offered_until = ?3 where id = ?1",
        params![
            id.0,
            standing.as_str(),
            offered_until.map(Timestamp::as_second)
        ],
    )?;
    Ok(())
}

/// The party has this many people from now on.
///
/// # Errors
/// When SQLite fails.
pub fn resize(tx: &WriteTx<'_>, id: RegistrationId, size: u32) -> Result<()> {
    tx.execute(
        "update registration set size = ?2 where id = ?1",
        params![id.0, size],
    )?;
    Ok(())
}

/// The person wants to speak, about this; or does not want to any more.
///
/// # Errors
/// When SQLite fails.
pub fn wish_to_speak(
    tx: &WriteTx<'_>,
    id: RegistrationId,
    wishes: Option<Option<&str>>,
) -> Result<()> {
    tx.execute(
        "update registration set wishes_to_speak = ?2, topic = ?3 where id = ?1",
        params![id.0, wishes.is_some(), wishes.flatten()],
    )?;
    Ok(())
}

/// Offers that have expired, the oldest first.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub fn expired(tx: &WriteTx<'_>, now: Timestamp) -> Result<Vec<Registration>> {
    let sql = format!(
        "select {COLUMNS} from registration where standing = 'offered' and offered_until <= ?
         order by offered_until, place"
    );
    tx.all(&sql, [now.as_second()], read)
}

fn read(row: &Row<'_>) -> Result<Registration> {
    let ticket: String = row.get(3)?;
    let standing: String = row.get(5)?;
    let moment = |at: Option<i64>| at.map(|at| time("registration", at)).transpose();
    Ok(Registration {
        id: RegistrationId(row.get(0)?),
        meeting: MeetingCode::new(row.get::<_, String>(1)?),
        person: UserId(row.get(2)?),
        ticket: TicketCode::parse(&ticket)
            .map_err(|_| StoreError::impossible("registration", "not a ticket code"))?,
        size: row.get(4)?,
        standing: Standing::from_word(&standing)
            .ok_or_else(|| StoreError::impossible("registration", "unknown standing"))?,
        offered_until: moment(row.get(6)?)?,
        wishes_to_speak: row.get(7)?,
        topic: row.get(8)?,
        arrived_at: moment(row.get(9)?)?,
    })
}
