-- Those of earlier sessions are looked for among the newest of a place: their sessions stand in the index, so that no row is read.
drop index question_by_place;
create index question_by_place on question (category_code, area_code, id, session_code)
    where state <> 'withdrawn' and state <> 'merged' and state <> 'returned';

pragma user_version = 34;
