//! The fields of a message in the Bot API 10.1, so that a test cannot invent one without saying so.

use serde_json::{Map, Value};

use super::{Verb, no};

/// Every field of `Message`.
const FIELDS: &str = "message_id message_thread_id direct_messages_topic from sender_chat sender_boost_count \
sender_business_bot sender_tag date guest_query_id business_connection_id chat forward_origin is_topic_message \
is_automatic_forward reply_to_message external_reply quote reply_to_story reply_to_checklist_task_id \
reply_to_poll_option_id via_bot guest_bot_caller_user guest_bot_caller_chat edit_date has_protected_content \
is_from_offline is_paid_post media_group_id author_signature paid_star_count text entities link_preview_options \
suggested_post_info effect_id rich_message animation audio document live_photo paid_media photo sticker story video \
video_note voice caption caption_entities show_caption_above_media has_media_spoiler checklist contact dice game poll \
venue location new_chat_members left_chat_member chat_owner_left chat_owner_changed new_chat_title new_chat_photo \
delete_chat_photo group_chat_created supergroup_chat_created channel_chat_created message_auto_delete_timer_changed \
migrate_to_chat_id migrate_from_chat_id pinned_message invoice successful_payment refunded_payment users_shared \
chat_shared gift unique_gift gift_upgrade_sent connected_website write_access_allowed passport_data \
proximity_alert_triggered boost_added chat_background_set checklist_tasks_done checklist_tasks_added \
direct_message_price_changed forum_topic_created forum_topic_edited forum_topic_closed forum_topic_reopened \
general_forum_topic_hidden general_forum_topic_unhidden giveaway_created giveaway giveaway_winners giveaway_completed \
managed_bot_created paid_message_price_changed poll_option_added poll_option_deleted suggested_post_approved \
suggested_post_approval_failed suggested_post_declined suggested_post_paid suggested_post_refunded \
video_chat_scheduled video_chat_started video_chat_ended video_chat_participants_invited web_app_data reply_markup";

/// What the world itself puts into every message.
const OURS: [&str; 6] = [
    "message_id",
    "from",
    "chat",
    "date",
    "edit_date",
    "reply_to_message",
];

fn is_published(name: &str) -> bool {
    FIELDS.split(' ').any(|field| field == name)
}

/// Fields that a test writes as the Bot API does, and those that it says are newer than this Bot API.
pub(super) fn checked(
    published: &Map<String, Value>,
    unheard_of: &Map<String, Value>,
) -> Verb<Map<String, Value>> {
    for name in published.keys() {
        if !is_published(name) {
            return no(format!("a message has no field {name}"));
        }
        if OURS.contains(&name.as_str()) {
            return no(format!("{name} is not for the test to say"));
        }
    }
    if let Some(name) = unheard_of.keys().find(|name| is_published(name)) {
        return no(format!("a message does have a field {name}"));
    }
    let all = published.iter().chain(unheard_of);
    Ok(all
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fields_are_those_of_the_published_specification() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/botapi/api.json");
        let up = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/botapi/api.json");
        let Ok(text) = std::fs::read_to_string(path).or_else(|_| std::fs::read_to_string(up))
        else {
            eprintln!("skipped: {path} is not here, so the fields cannot be compared with it");
            return;
        };
        let spec: Value = serde_json::from_str(&text).unwrap();
        let published = spec["types"]["Message"]["fields"].as_array().unwrap();
        let published: Vec<&str> = published
            .iter()
            .map(|field| field["name"].as_str().unwrap())
            .collect();
        assert_eq!(FIELDS.split(' ').collect::<Vec<_>>(), published);
    }
}
