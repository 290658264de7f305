//! Inline mode: a person types `@bot query` somewhere and picks a result.

use serde_json::json;

use super::super::World;
use super::super::answers::InlineQuery;
use super::super::messages::NewMessage;
use super::spec::{Choice, InlineAsk};
use super::{Verb, no};

impl World {
    /// A person asks; returns the id of the inline query.
    ///
    /// # Errors
    /// If the person or the chat does not exist.
    pub fn inline(&self, ask: &InlineAsk) -> Verb<String> {
        self.act(|state| {
            if !state.users.contains_key(&ask.user_id) {
                return no("there is no such person");
            }
            if !state.inline_mode {
                return no("inline mode is off: the app offers nothing behind the bot's name");
            }
            let chat_type = match ask.chat_id.filter(|id| *id != ask.user_id) {
                None => "sender",
                Some(id) => match state.chats.get(&id) {
                    Some(chat) => chat.kind.as_str(),
                    None => return no("there is no such chat"),
                },
            };
            let id = state.ids.digits();
            let payload = json!({
                "id": id, "from": state.user_wire(ask.user_id), "query": ask.query,
                "offset": ask.offset, "chat_type": chat_type,
            });
            let query = InlineQuery::new(ask.user_id, &ask.query, state.clock.now());
            state.inline_queries.insert(id.clone(), query);
            state.tell("inline_query", &payload);
            Ok(id)
        })
    }

    /// A person picks a result, which appears in the chat as their message, if a chat is named.
    /// Returns the id of that message.
    ///
    /// # Errors
    /// If the query was not answered or has no such result, or they may not write there.
    pub fn choose(&self, choice: &Choice) -> Verb<Option<i64>> {
        self.act(|state| {
            let Some(query) = state.inline_queries.get(&choice.inline_query_id) else {
                return no("there is no such inline query");
            };
            let Some((mut content, markup)) = query.ready.get(&choice.result_id).cloned() else {
                return no("that result was not offered");
            };
            let from = query.from;
            let payload = json!({
                "result_id": choice.result_id, "from": state.user_wire(from),
                "query": query.query,
            });
            let posted = match choice.chat_id {
                None => None,
                Some(chat_id) => {
                    state.check_writer(chat_id, from)?;
                    content.insert("via_bot".into(), state.bot.wire());
                    Some(state.post(NewMessage {
                        chat_id,
                        from,
                        content,
                        markup,
                        ..NewMessage::default()
                    }))
                }
            };
            if state.inline_feedback {
                state.tell("chosen_inline_result", &payload);
            }
            Ok(posted)
        })
    }
}
