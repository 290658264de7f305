-- Roles that are given by one-time links, and groups in which the bot is only on trial.

-- A one-time link that gives a role. The token itself stands only in the link.
create table invitation (
    id integer primary key autoincrement,
    token_hash text not null constraint invitation_token_unique unique,   -- SHA-256, hexadecimal
    role text not null constraint invitation_role_known
        check (role in ('administrator', 'clerk', 'head', 'delegate', 'observer')),
    body_code text,                        -- the body of a head, delegate or observer
    made_by integer not null,
    made_at integer not null,
    expires_at integer not null,
    accepted_by integer,
    accepted_at integer,
    declined_at integer,
    revoked_at integer,
    constraint invitation_names_a_body check (role in ('administrator', 'clerk') or body_code is not null)
) strict;
create index invitation_open on invitation (id)
    where accepted_at is null and declined_at is null and revoked_at is null;

-- When the end of a role was dealt with: its open items handed over.
alter table role_grant add column ended_at integer;
create index role_grant_ends on role_grant (expires_at)
    where revoked_at is null and ended_at is null and expires_at is not null;

-- A group to which somebody without the right added the bot: it leaves unless the group is linked before.
create table group_on_trial (
    chat_id integer primary key,
    added_by integer not null,
    leaves_at integer not null
) strict;
create index group_on_trial_due on group_on_trial (leaves_at);
