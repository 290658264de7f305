//! One verb from JSON: read it, do it, answer.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::emulator::failures::FailureRule;
use crate::emulator::world::{
    Chat, Choice, Edit, InlineAsk, MemberChange, NewGroup, NewUser, Person, Press, Send, VerbError,
    World,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_field_names, reason = "the names of the wire")]
struct Which {
    chat_id: i64,
    user_id: i64,
    message_id: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reaction {
    chat_id: i64,
    user_id: i64,
    message_id: i64,
    emoji: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Block {
    user_id: i64,
    blocked: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Who {
    user_id: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Where {
    chat_id: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewTopic {
    chat_id: i64,
    user_id: i64,
    name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Turn {
    name: String,
    on: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Advance {
    advance: i64,
}

type Done = Result<Value, String>;

/// Does the verb; the error is for the one who asked.
pub(super) fn perform(world: &World, verb: &str, body: Value) -> Done {
    match verb {
        "users" => {
            let user: NewUser = read(body)?;
            let taken = |id: &i64| *id <= 0 || world.look(|state| state.person(*id).is_some());
            if user.id.as_ref().is_some_and(taken) {
                return Err("the id is taken or not a person's".to_owned());
            }
            let id = world.create_user(user);
            Ok(world.look(|state| state.users.get(&id).map(Person::page).unwrap_or_default()))
        }
        "groups" => {
            let id = world.create_group(&read::<NewGroup>(body)?);
            Ok(world.look(|state| state.chats.get(&id).map(Chat::page).unwrap_or_default()))
        }
        "send" => {
            let send: Send = read(body)?;
            let id = world.send(&send).map_err(text)?;
            Ok(message(world, send.chat_id, id))
        }
        "edit" => {
            let edit: Edit = read(body)?;
            world.edit(&edit).map_err(text)?;
            Ok(message(world, edit.chat_id, edit.message_id))
        }
        "press" => world
            .press(&read::<Press>(body)?)
            .map(|id| json!({ "callback_query_id": id }))
            .map_err(text),
        "inline" => world
            .inline(&read::<InlineAsk>(body)?)
            .map(|id| json!({ "inline_query_id": id }))
            .map_err(text),
        "choose" => world
            .choose(&read::<Choice>(body)?)
            .map(|id| json!({ "message_id": id }))
            .map_err(text),
        "topic" => {
            let topic: NewTopic = read(body)?;
            world
                .create_topic(topic.chat_id, topic.user_id, &topic.name)
                .map(|id| json!({ "message_thread_id": id }))
                .map_err(text)
        }
        "migrate" => world
            .migrate(read::<Where>(body)?.chat_id)
            .map(|id| json!({ "chat_id": id }))
            .map_err(text),
        "clock" => Ok(json!({ "clock": world.advance(read::<Advance>(body)?.advance) })),
        _ => quiet(world, verb, body).map(|()| json!({})),
    }
}

/// The verbs that answer nothing.
fn quiet(world: &World, verb: &str, body: Value) -> Result<(), String> {
    match verb {
        "delete" => {
            let which: Which = read(body)?;
            world
                .delete(which.chat_id, which.user_id, which.message_id)
                .map_err(text)
        }
        "member" => world.set_member(&read::<MemberChange>(body)?).map_err(text),
        "react" => {
            let reaction: Reaction = read(body)?;
            world
                .react(
                    reaction.chat_id,
                    reaction.user_id,
                    reaction.message_id,
                    &reaction.emoji,
                )
                .map_err(text)
        }
        "block" => {
            let block: Block = read(body)?;
            world.set_blocked(block.user_id, block.blocked);
            Ok(())
        }
        "deactivate" => {
            world.deactivate(read::<Who>(body)?.user_id);
            Ok(())
        }
        "switch" => {
            let switch: Turn = read(body)?;
            if world.turn(&switch.name, switch.on) {
                Ok(())
            } else {
                Err("there is no such switch".to_owned())
            }
        }
        "fail" => {
            world.fail(read::<FailureRule>(body)?);
            Ok(())
        }
        "heal" => {
            world.heal();
            Ok(())
        }
        "reset_counts" => {
            world.act(|state| state.journal.reset_counts());
            Ok(())
        }
        _ => Err(format!("there is no verb {verb}")),
    }
}

fn read<T: DeserializeOwned>(body: Value) -> Result<T, String> {
    serde_json::from_value(body).map_err(|error| error.to_string())
}

fn text(error: VerbError) -> String {
    error.0
}

fn message(world: &World, chat_id: i64, id: i64) -> Value {
    world.look(|state| state.view(chat_id, id).unwrap_or_default())
}
