-- Questions are looked up by category and area: the newest of one place, however many the others have.
drop index question_by_category;
create index question_by_place on question (category_code, area_code, id);
