-- Reactions of the bot in groups; associations that residents speak for; fields whose meetings they want to hear of.

-- When the group last refused a reaction of the bot; null: it never did.
alter table group_chat add column no_reactions_at integer;

pragma user_version = 30;
