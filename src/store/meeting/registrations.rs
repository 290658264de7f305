//! Who wants to come to which meeting.

use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::domain::{
    code::TicketCode,
    ids::{MeetingCode, RegistrationId, UserId},
    keyword::Keyword,
    meeting::{
        registration::{Holder, Registration},
        reserve::{Invited, Party, Reach},
        seats::{Share, Standing, Taken, Waiting},
    },
};
use crate::store::{Result, StoreError, WriteTx, write_tx::time};

const COLUMNS: &str =
    "id, meeting_code, user_id, guest_name, ticket, size, standing, share, offered_until, wishes_to_speak, topic,
    arrived_at";

/// Tries for a ticket code that nobody has: with a thousand million codes the first is nearly always free.
const TICKET_TRIES: usize = 20;

/// A person's registration for a meeting, whatever became of it.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn of(
    tx: &WriteTx<'_>,
    meeting: &MeetingCode,
    person: UserId,
) -> Result<Option<Registration>> {
    let sql = format!("select {COLUMNS} from registration where meeting_code = ? and user_id = ?");
    tx.optional(&sql, params![meeting.as_str(), person.0], read)
}

/// The registration in this row.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn find(tx: &WriteTx<'_>, id: RegistrationId) -> Result<Option<Registration>> {
    let sql = format!("select {COLUMNS} from registration where id = ?");
    tx.optional(&sql, [id.0], read)
}

/// The registration with this ticket.
///
/// # Errors
/// When SQLite fails or the row is damaged.
pub(crate) fn by_ticket(tx: &WriteTx<'_>, ticket: TicketCode) -> Result<Option<Registration>> {
    let sql = format!("select {COLUMNS} from registration where ticket = ?");
    tx.optional(&sql, [ticket.to_string()], read)
}

/// A person's registrations for meetings to come that still count, the next first.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn live_of(
    tx: &WriteTx<'_>,
    person: UserId,
    now: Timestamp,
) -> Result<Vec<Registration>> {
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
pub(crate) fn standing(
    tx: &WriteTx<'_>,
    meeting: &MeetingCode,
    standing: Standing,
) -> Result<Vec<Registration>> {
    let sql = format!(
        "select {COLUMNS} from registration where meeting_code = ? and standing = ? order by place"
    );
    tx.all(&sql, params![meeting.as_str(), standing.as_str()], read)
}

/// Seats taken: those for everybody, and those given out by clerks.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn taken(tx: &WriteTx<'_>, meeting: &MeetingCode) -> Result<Taken> {
    tx.one(
        "select coalesce(sum(size) filter (where share = 'open'), 0) as open,
             coalesce(sum(size) filter (where share = 'reserved'), 0) as reserved
         from registration where meeting_code = ? and standing in ('seated', 'offered')",
        [meeting.as_str()],
        |row| {
            Ok(Taken {
                open: row.get("open")?,
                reserved: row.get("reserved")?,
            })
        },
    )
}

/// The waiting list, in the order of registration.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn waiting(tx: &WriteTx<'_>, meeting: &MeetingCode) -> Result<Vec<Waiting>> {
    tx.all(
        "select id, size from registration where meeting_code = ? and standing = 'waiting' order by place",
        [meeting.as_str()],
        |row| {
            Ok(Waiting {
                id: RegistrationId(row.get("id")?),
                size: row.get("size")?,
            })
        },
    )
}

/// Which place on the waiting list this is: 1 is the next.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn position(tx: &WriteTx<'_>, registration: &Registration) -> Result<u32> {
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
pub(crate) fn register(
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
             registered_at = ?7, share = 'open', given_by = null, offered_until = null, wishes_to_speak = 0,
             topic = null, arrived_at = null, arrived_size = null, arrived_by = null
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

/// Whoever waits has reserved seats from now on, given by this clerk. `false`: they do not wait any more.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn seat_from_the_list(tx: &WriteTx<'_>, id: RegistrationId, by: UserId) -> Result<bool> {
    let changed = tx.execute(
        "update registration set standing = 'seated', share = 'reserved', given_by = ?2
         where id = ?1 and standing = 'waiting'",
        params![id.0, by.0],
    )?;
    Ok(changed == 1)
}

/// Somebody without Telegram has reserved seats from now on, given by this clerk.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn invite(
    tx: &WriteTx<'_>,
    meeting: &MeetingCode,
    guest: &Invited,
    by: UserId,
    now: Timestamp,
) -> Result<()> {
    let ticket = free_ticket(tx)?;
    tx.execute(
        "insert into registration (meeting_code, guest_name, ticket, size, standing, share, given_by, place,
             registered_at)
         values (?1, ?2, ?3, ?4, 'seated', 'reserved', ?5,
             (select coalesce(max(place), 0) + 1 from registration where meeting_code = ?1), ?6)",
        params![
            meeting.as_str(),
            guest.name,
            ticket.to_string(),
            guest.size,
            by.0,
            now.as_second()
        ],
    )?;
    Ok(())
}

/// Those who have reserved seats, then those who wait, in the order of registration.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn reserve(tx: &WriteTx<'_>, meeting: &MeetingCode) -> Result<Vec<Party>> {
    tx.all(
        "select registration.id as id, coalesce(guest_name, display_name) as name, size, ticket, standing, share,
             guest_name is not null as is_guest
         from registration left join resident on resident.user_id = registration.user_id
         where meeting_code = ? and (standing = 'waiting' or (standing = 'seated' and share = 'reserved'))
         order by standing = 'waiting', place",
        [meeting.as_str()],
        |row| {
            let ticket: String = row.get("ticket")?;
            let (standing, share): (String, String) = (row.get("standing")?, row.get("share")?);
            Ok(Party {
                id: RegistrationId(row.get("id")?),
                name: row.get("name")?,
                size: row.get("size")?,
                ticket: ticket_of(&ticket)?,
                standing: standing_of(&standing)?,
                share: share_of(&share)?,
                reach: if row.get("is_guest")? {
                    Reach::Office
                } else {
                    Reach::Telegram
                },
            })
        },
    )
}

/// The meeting is off: nobody without Telegram has a seat any more. Everybody else is told, and then gives it up.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn cancel_guests(tx: &WriteTx<'_>, meeting: &MeetingCode) -> Result<()> {
    tx.execute(
        "update registration set standing = 'cancelled' where meeting_code = ? and guest_name is not null",
        [meeting.as_str()],
    )?;
    Ok(())
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
pub(crate) fn move_to(
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
pub(crate) fn resize(tx: &WriteTx<'_>, id: RegistrationId, size: u32) -> Result<()> {
    tx.execute(
        "update registration set size = ?2 where id = ?1",
        params![id.0, size],
    )?;
    Ok(())
}

/// The person wants to speak, about this.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn wish_to_speak(
    tx: &WriteTx<'_>,
    id: RegistrationId,
    topic: Option<&str>,
) -> Result<()> {
    tx.execute(
        "update registration set wishes_to_speak = 1, topic = ?2 where id = ?1",
        params![id.0, topic],
    )?;
    Ok(())
}

/// The person does not want to speak any more.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn stay_silent(tx: &WriteTx<'_>, id: RegistrationId) -> Result<()> {
    tx.execute(
        "update registration set wishes_to_speak = 0, topic = null where id = ?",
        [id.0],
    )?;
    Ok(())
}

/// Offers that have expired, the oldest first.
///
/// # Errors
/// When SQLite fails or a row is damaged.
pub(crate) fn expired(tx: &WriteTx<'_>, now: Timestamp) -> Result<Vec<Registration>> {
    let sql = format!(
        "select {COLUMNS} from registration where standing = 'offered' and offered_until <= ?
         order by offered_until, place"
    );
    tx.all(&sql, [now.as_second()], read)
}

fn read(row: &Row<'_>) -> Result<Registration> {
    let ticket: String = row.get("ticket")?;
    let (standing, share): (String, String) = (row.get("standing")?, row.get("share")?);
    let holder = match (row.get("user_id")?, row.get("guest_name")?) {
        (Some(person), _) => Holder::Resident(UserId(person)),
        (None, Some(name)) => Holder::Guest(name),
        (None, None) => return Err(StoreError::impossible("registration", "of nobody")),
    };
    let moment = |at: Option<i64>| at.map(|at| time("registration", at)).transpose();
    Ok(Registration {
        id: RegistrationId(row.get("id")?),
        meeting: MeetingCode::new(row.get::<_, String>("meeting_code")?),
        holder,
        ticket: ticket_of(&ticket)?,
        size: row.get("size")?,
        standing: standing_of(&standing)?,
        share: share_of(&share)?,
        offered_until: moment(row.get("offered_until")?)?,
        wishes_to_speak: row.get("wishes_to_speak")?,
        topic: row.get("topic")?,
        arrived_at: moment(row.get("arrived_at")?)?,
    })
}

fn ticket_of(kept: &str) -> Result<TicketCode> {
    TicketCode::parse(kept).map_err(|_| StoreError::impossible("registration", "not a ticket code"))
}

fn standing_of(kept: &str) -> Result<Standing> {
    Standing::from_word(kept)
        .ok_or_else(|| StoreError::impossible("registration", "unknown standing"))
}

pub(super) fn share_of(kept: &str) -> Result<Share> {
    Share::from_word(kept).ok_or_else(|| StoreError::impossible("registration", "unknown share"))
}
