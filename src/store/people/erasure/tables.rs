//! Every table of the schema, and what becomes of a person's rows in it.

/// What becomes of the rows about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// They go.
    Removed,
    /// They stay as nobody's: counted, not named.
    Nobodys,
    /// What tells who it was, and what they wrote, is covered.
    Covered,
    /// The table holds nothing about residents: what the council, its staff or the program did and needs.
    NotTheirs,
}

use Fate::{Covered, Nobodys, NotTheirs, Removed};

/// Every table, and what erasure does to it.
pub const TABLES: [(&str, Fate); 106] = [
    ("addition", Removed),
    ("announcement", NotTheirs),
    ("answer", Covered),
    ("answer_media", NotTheirs),
    ("answered_together", NotTheirs),
    ("appeal", NotTheirs),
    ("ask_back", Covered),
    ("assessment", NotTheirs),
    ("association", Removed),
    ("attachment", Removed),
    ("ban", Nobodys),
    ("broadcast", NotTheirs),
    ("call_back", NotTheirs),
    ("case_step", Covered),
    ("category_correction", Removed),
    ("chat_link", NotTheirs),
    ("cleanup", NotTheirs),
    ("consent", Nobodys),
    ("consent_text", NotTheirs),
    ("consultation", NotTheirs),
    ("consultation_voice", Nobodys),
    ("conversation", Removed),
    ("correction", Covered),
    ("council", NotTheirs),
    ("data_request", Nobodys),
    ("discarded_draft", Removed),
    ("draft", Removed),
    ("duty", NotTheirs),
    ("entered_for", Removed),
    ("entry", NotTheirs),
    ("erasure", Removed),
    ("exchange_result", Covered),
    ("exchanged", NotTheirs),
    ("event", Nobodys),
    ("fill_notice", NotTheirs),
    ("group_chat", NotTheirs),
    ("group_on_trial", NotTheirs),
    ("guidance", Covered),
    ("held_deed", Removed),
    ("held_text", Removed),
    ("import_batch", NotTheirs),
    ("imported", NotTheirs),
    ("inbox", Nobodys),
    ("intake", NotTheirs),
    ("invitation", NotTheirs),
    ("issued_paper", NotTheirs),
    ("live_question", Removed),
    ("live_screen", NotTheirs),
    ("live_support", Removed),
    ("meeting", NotTheirs),
    ("meeting_follower", Removed),
    ("meeting_outcome", NotTheirs),
    ("meeting_reminder", NotTheirs),
    ("member", Removed),
    ("morning_round", NotTheirs),
    ("muted_topic", Removed),
    ("opinion", NotTheirs),
    ("opinion_slip", NotTheirs),
    ("outbox", Removed),
    ("paper_wish", NotTheirs),
    ("promise", Covered),
    ("prompt", NotTheirs),
    ("public_fill", NotTheirs),
    ("public_follower", Removed),
    ("public_text", Covered),
    ("public_word", Covered),
    ("publication", Covered),
    ("question", Covered),
    ("question_relation", NotTheirs),
    ("question_topic", NotTheirs),
    ("reading", Removed),
    ("registration", Nobodys),
    ("reminder", NotTheirs),
    ("resident", Removed),
    ("resident_area", Removed),
    ("resolution", Covered),
    ("resolution_check", Nobodys),
    ("resolution_media", NotTheirs),
    ("revision", Removed),
    ("role_grant", NotTheirs),
    ("search", Removed),
    ("sent_message", Removed),
    ("serving", NotTheirs),
    ("shown", Removed),
    ("site_media", NotTheirs),
    ("site_round", NotTheirs),
    ("site_visit", Covered),
    ("slip_try", Removed),
    ("snooze", Covered),
    ("source_message", Removed),
    ("speaker", Nobodys),
    ("split_plan", Removed),
    ("stance", Nobodys),
    ("statement", Covered),
    ("subject_follower", Removed),
    ("supervision_board", NotTheirs),
    ("support", Nobodys),
    ("survey", Nobodys),
    ("template", NotTheirs),
    ("topic", NotTheirs),
    ("triage_board", NotTheirs),
    ("triage_desk", NotTheirs),
    ("upkeep", NotTheirs),
    ("waiting_point", Removed),
    ("walk_in", NotTheirs),
    ("_sqlx_migrations", NotTheirs),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::store::open_connection;

    #[test]
    fn every_table_has_its_fate() {
        let folder = tempfile::tempdir().unwrap();
        let connection = open_connection(&folder.path().join("a.db")).unwrap();
        let sql = "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'
            and name not like 'public\\_word\\_%' escape '\\'";
        let mut statement = connection.prepare(sql).unwrap();
        let found: BTreeSet<String> = statement
            .query_map([], |row| row.get(0))
            .unwrap()
            .map(std::result::Result::unwrap)
            .collect();
        let known: BTreeSet<String> = TABLES
            .iter()
            .map(|(table, _)| (*table).to_owned())
            .collect();
        assert_eq!(
            found, known,
            "say in TABLES what becomes of a person's rows, and do it in this file"
        );
    }
}
