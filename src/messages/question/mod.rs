//! What a resident reads about questions: from the first prompt to the timeline.

mod asking;
mod receipt;
mod timeline;

pub(crate) use self::asking::{
    Outlook, PREVIEW_TEXT, SHORT_PREVIEW_TEXT, after_adding, ask_category, choose_kind,
    discard_sure, discarded, draft_exists, draft_held, draft_reminder, edit_prompt, every_category,
    preview, prompt, too_long, too_short, who_sees,
};
pub use self::receipt::receipt;
pub(crate) use self::receipt::{Enclosed, answer, held_for_a_look, moved_on, sent_mark};
pub(crate) use self::timeline::{Given, mine, supported_timeline, timeline};

pub(crate) mod attachment;
pub(crate) mod encoding;
pub(crate) mod follow;
pub(crate) mod follow_up;
pub(crate) mod gate;
pub(crate) mod oblige;
pub(crate) mod place;
pub(crate) mod points;
pub(crate) mod search;
pub(crate) mod similar;
/// So much of a question is quoted above its answer.
const QUOTED_TEXT: usize = 600;
