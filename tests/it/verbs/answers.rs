//! Answers and what follows from them, as they are kept.

use crate::world::Town;

impl Town {
    /// The administrator looks at the answer to this question and publishes it.
    pub async fn publishes(&self, code: &str) {
        let admin = self.admin_in(crate::world::ADMIN);
        admin.says(&format!("/congbo {code}")).await;
        admin.presses("🌐 Công bố").await;
    }

    /// The administrator publishes whatever waits for a look.
    pub async fn publishes_all(&self) {
        let admin = self.admin_in(crate::world::ADMIN);
        admin.says("/congbo").await;
        while self.count(
            "select count(*) from publication where state = 'waiting' and answer_id is not null",
        ) > 0
        {
            admin.presses("🌐 Công bố").await;
        }
    }

    /// How often published answers were put into some chat.
    pub fn shared(&self) -> i64 {
        self.count("select coalesce(sum(shared), 0) from publication")
    }

    /// A figure of the only announcement.
    pub fn announcement(&self, figure: &str) -> i64 {
        self.count(&format!("select {figure} from broadcast"))
    }

    /// How many announcements are in this state.
    pub fn announcements_that_are(&self, state: &str) -> i64 {
        self.count(&format!(
            "select count(*) from broadcast where state = '{state}'"
        ))
    }

    /// The words of every answer and note, oldest first.
    pub fn answers(&self) -> Vec<String> {
        self.texts("select text from answer order by id")
    }

    /// How many answers are in this state.
    pub fn answers_that_are(&self, state: &str) -> i64 {
        self.count(&format!(
            "select count(*) from answer where state = '{state}'"
        ))
    }

    /// How many have this result class.
    pub fn answers_of_class(&self, class: &str) -> i64 {
        self.count(&format!(
            "select count(*) from answer where result_class = '{class}'"
        ))
    }

    /// What answers said before they were corrected, oldest first.
    pub fn words_before_corrections(&self) -> Vec<String> {
        self.texts("select before from correction order by id")
    }

    /// How many corrections are in this state.
    pub fn corrections_that_are(&self, state: &str) -> i64 {
        self.count(&format!(
            "select count(*) from correction where state = '{state}'"
        ))
    }

    /// How many people have judged.
    pub fn judgements(&self) -> i64 {
        self.count("select count(*) from survey where verdict is not null")
    }

    /// How many promises are in this state.
    pub fn promises_that_are(&self, state: &str) -> i64 {
        self.count(&format!(
            "select count(*) from promise where state = '{state}'"
        ))
    }

    /// How many questions were returned with guidance that was sent.
    pub fn guidance_sent(&self) -> i64 {
        self.count("select count(*) from guidance where sent_at is not null")
    }
}
