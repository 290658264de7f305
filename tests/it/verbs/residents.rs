//! What is kept of people.

use cutri::emulator::NewUser;

use crate::{people::Person, world::Town};

impl Town {
    /// So many people came in long ago and live there; gives who they are.
    pub fn is_peopled_by(&self, crowd: usize, area: &str) -> Vec<i64> {
        let mut people = Vec::with_capacity(crowd);
        let mut rows = String::from("begin;");
        for number in 0..crowd {
            let id = self.world().create_user(NewUser {
                started: true,
                ..NewUser::named(format!("Người {number}"))
            });
            rows = format!(
                "{rows}insert into resident (user_id, display_name, language, area_code, area_role, consent_version,
                     consented_at, created_at) values ({id}, 'Người', 'vi', '{area}', 'lives', 1, 1, 1);"
            );
            people.push(id);
        }
        rows.push_str("commit;");
        self.execute(&rows);
        people
    }

    /// Whether anything is kept of this person.
    pub fn knows(&self, person: &Person) -> bool {
        self.count(&format!(
            "select count(*) from resident where user_id = {}",
            person.id
        )) > 0
    }

    /// Their first area.
    pub fn home_of(&self, person: &Person) -> Option<String> {
        self.one_of(person, "area_code")
    }

    /// Their other areas.
    pub fn other_areas_of(&self, person: &Person) -> Vec<String> {
        self.texts(&format!(
            "select area_code from resident_area where user_id = {} order by area_code",
            person.id
        ))
    }

    /// The name that is kept.
    pub fn name_of(&self, person: &Person) -> Option<String> {
        self.one_of(person, "display_name")
    }

    /// The phone that is kept.
    pub fn phone_of(&self, person: &Person) -> Option<String> {
        self.one_of(person, "phone")
    }

    fn one_of(&self, person: &Person, what: &str) -> Option<String> {
        let found = self.texts(&format!(
            "select {what} from resident where user_id = {} and {what} is not null",
            person.id
        ));
        found.into_iter().next()
    }

    /// Every decision about consent: what, on which version, whether the message is known, when, in which language.
    pub fn consents(&self) -> String {
        self.rows("select decision, version, message_id > 0, decided_at, language from consent")
    }

    /// How many do not want to hear of this.
    pub fn mutes(&self, topic: &str) -> i64 {
        self.count(&format!(
            "select count(*) from muted_topic where topic = '{topic}'"
        ))
    }

    /// For whom without Telegram questions were entered: name and phone.
    pub fn entered_for(&self) -> String {
        self.rows("select name, phone from entered_for order by question_id")
    }

    /// What is kept of the codes on slips.
    pub fn slip_hashes(&self) -> Vec<String> {
        self.texts("select slip_hash from entered_for order by question_id")
    }

    /// What is being entered: at which step, for whom.
    pub fn entries(&self) -> String {
        self.rows("select step, name from entry order by rowid")
    }
}
