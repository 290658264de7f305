//! What the books say happened, for whoever counts it again.

use jiff::{Timestamp, civil::Date};

use crate::world::Town;

/// One line of the books.
pub struct Happened {
    pub kind: String,
    pub question: i64,
    pub data: serde_json::Value,
    pub day: Date,
}

impl Happened {
    /// A word of what the line holds.
    pub fn word(&self, name: &str) -> String {
        self.data[name].as_str().unwrap().to_owned()
    }

    /// A day of it.
    pub fn day_of(&self, name: &str) -> Date {
        self.word(name).parse().unwrap()
    }
}

impl Town {
    /// Everything that happened to questions, in order.
    pub fn happened(&self) -> Vec<Happened> {
        let lines = self.texts(
            "select json_object('kind', kind, 'question', question_id, 'data', json(data), 'at', at)
             from event where question_id is not null order by id",
        );
        let read = |line: String| {
            let line: serde_json::Value = serde_json::from_str(&line).unwrap();
            let at = Timestamp::from_second(line["at"].as_i64().unwrap()).unwrap();
            Happened {
                kind: line["kind"].as_str().unwrap().to_owned(),
                question: line["question"].as_i64().unwrap(),
                data: line["data"].clone(),
                day: at.in_tz("Asia/Ho_Chi_Minh").unwrap().date(),
            }
        };
        lines.into_iter().map(read).collect()
    }
}
