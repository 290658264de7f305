-- Whether the author of these words said that somebody is in danger right now: what is made of them is urgent.
alter table draft add column in_danger integer not null default 0;
alter table held_text add column in_danger integer not null default 0;

-- What the figures of a body count, without touching the texts.
create index question_figures on question
    (category_code, state, body_code, reopened_count, answered_at, received_at);

pragma user_version = 17;
