//! Questions and drafts as they are kept.

use cutri::{
    domain::{ids::QuestionId, question::Question},
    store::questions,
};

use crate::{people::Person, world::Town};

impl Town {
    /// Every question there is, oldest first.
    pub fn every_question(&self) -> Vec<Question> {
        let newest = self.count("select coalesce(max(id), 0) from question");
        self.asks_store(|tx| {
            let found = (1..=newest).map(|id| questions::find(tx, QuestionId(id)));
            found.filter_map(Result::transpose).collect()
        })
    }

    /// The question with this code.
    pub fn question(&self, code: &str) -> Question {
        let mut all = self.every_question().into_iter();
        all.find(|question| question.code.to_string() == code)
            .unwrap_or_else(|| panic!("there is no question {code}"))
    }

    /// The only question there is.
    pub fn only_question(&self) -> Question {
        let mut all = self.every_question();
        assert_eq!(all.len(), 1, "{all:?}");
        all.remove(0)
    }

    /// The one that came last.
    pub fn newest_question(&self) -> Question {
        let all = self.every_question();
        all.into_iter()
            .max_by_key(|question| question.id.0)
            .unwrap()
    }

    /// How many of them are so.
    pub fn questions_where(&self, is_so: impl Fn(&Question) -> bool) -> usize {
        self.every_question()
            .iter()
            .filter(|one| is_so(one))
            .count()
    }

    /// How many questions there are.
    pub fn questions(&self) -> usize {
        self.questions_where(|_| true)
    }

    /// How many of them are in this state.
    pub fn questions_that_are(&self, state: &str) -> usize {
        self.questions_where(|question| question.state.name() == state)
    }

    /// How many this body has.
    pub fn questions_with(&self, body: &str) -> usize {
        self.questions_where(|question| question.body.as_str() == body)
    }

    /// How many are about this area.
    pub fn questions_in(&self, area: &str) -> usize {
        self.questions_where(|question| question.area.as_str() == area)
    }

    /// How many have these words in them.
    pub fn questions_saying(&self, words: &str) -> usize {
        self.questions_where(|question| question.text.contains(words))
    }

    /// How many this person is the author of.
    pub fn questions_of(&self, author: &Person) -> usize {
        self.questions_where(|question| question.author.is_some_and(|user| user.0 == author.id))
    }

    /// The names of those who have taken one on, by question.
    pub fn claims(&self) -> Vec<String> {
        let all = self.every_question().into_iter();
        all.filter_map(|question| Some(question.claimed?.name))
            .collect()
    }

    /// The question that this one repeats from an earlier session.
    pub fn repeated_by(&self, code: &str) -> Option<String> {
        let found = self.texts(&format!(
            "select earlier.code from question join question as earlier on earlier.id = question.repeats_id
             where question.code = '{code}'"
        ));
        found.into_iter().next()
    }

    /// The fields of the questions that were split off from this one.
    pub fn split_off(&self, code: &str) -> Vec<String> {
        self.texts(&format!(
            "select part.category_code from question as part join question on question.id = part.split_from_id
             where question.code = '{code}' order by part.id"
        ))
    }

    /// The words of every draft, oldest first.
    pub fn drafts(&self) -> Vec<String> {
        self.texts("select text from draft order by id")
    }

    /// The areas that drafts are about, oldest draft first.
    pub fn areas_of_drafts(&self) -> Vec<String> {
        self.texts("select area_code from draft order by id")
    }
}
