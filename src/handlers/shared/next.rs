//! What a step leads to in another room. A step never calls that room: it gives this back, and the door runs it.

use crate::{
    domain::conversation::Wish,
    handlers::{HandlerError, shared::actor::Actor},
};

/// What comes after a step.
#[derive(Debug)]
pub(crate) enum Next {
    /// Nothing: the step is done.
    Nothing,
    /// What this person, as they are known now, wanted before something had to be asked.
    Fulfil(Box<Actor>, Wish),
    /// They wrote their question instead of what was asked for.
    Words,
}

impl Next {
    /// What `actor` wanted is due now.
    pub(crate) fn fulfil(actor: Actor, wish: Wish) -> Self {
        Self::Fulfil(Box::new(actor), wish)
    }
}

/// The result of a step that may lead to another room.
pub(crate) type Leads = Result<Next, HandlerError>;
