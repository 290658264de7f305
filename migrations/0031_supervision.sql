-- The supervision board that is pinned in the group of the standing body: one row, once it was looked up.
create table supervision_board (
    id integer primary key constraint supervision_board_is_one check (id = 1),
    chat_id integer not null,              -- the group; another one begins anew
    seen_event integer not null,           -- the newest event when it was looked up
    looked_at integer not null,
    pinned_message integer,                -- the message that was pinned; another one in the slot is pinned anew
    pin_refused_at integer                 -- the group was told which right is missing
) strict;

pragma user_version = 31;
