-- Papers that were issued, and questions that came out of a file.

-- A paper that was issued: what it said, so that it can be printed again as it was. It holds only what is public: words as
-- anybody may read them, and no names.
create table issued_paper (
    id integer primary key autoincrement,
    wish text not null constraint issued_paper_once unique,   -- JSON of domain::report::ReportWish
    year integer not null,
    ordinal integer not null,              -- of the year: the number of the issue, never the number of a document
    number text,                           -- of the document, as a clerk wrote it; null: not written
    dated_on text,                         -- of the document, as a clerk wrote it
    facts text not null,                   -- JSON: what was counted, and each question's code and state
    file blob not null,
    issued_at integer not null,
    constraint issued_paper_number_unique unique (year, ordinal)
) strict;

-- A file whose questions were taken in, as one thing that can be undone.
create table import_batch (
    id integer primary key autoincrement,
    rows integer not null,
    imported_at integer not null,
    undone_at integer
) strict;

-- Which question came out of which row: the same row, imported again, is the same question.
create table imported (
    question_id integer primary key references question (id),
    batch_id integer not null references import_batch (id),
    row_key text not null constraint imported_once unique,
    version integer not null,              -- of the question as it was taken in: another one, and it is worked on
    card_wanted integer not null default 0 -- 1: its body gets a card when there is a group for it
) strict;
create index imported_by_batch on imported (batch_id);
create index imported_without_card on imported (question_id) where card_wanted = 1;

pragma user_version = 24;
