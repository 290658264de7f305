-- Papers are issued in the chat, too.

-- What the buttons under a draft mean: which paper it is. A button has no room for all of a wish.
create table paper_wish (
    id integer primary key autoincrement,
    wish text not null constraint paper_wish_once unique   -- JSON of domain::report::ReportWish
) strict;

pragma user_version = 33;
