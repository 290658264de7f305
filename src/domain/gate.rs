//! What is not a petition: emergencies, complaints, denunciations, crime reports have their own doors;
//! greetings, thanks and advertisements want a short word.
//!
//! Nothing here reads a text: the categoriser says what it is, this says what follows. Start with [`stops`].

use super::categorise::Kind;

/// From this confidence on a text counts as an advertisement or a greeting: a question taken for one would
/// cost its author a tap.
const SURE: f32 = 0.6;

/// From so many words on, an addition is judged by itself.
const A_SENTENCE: usize = 6;

/// Words that wait at the gate until their author says that they are a petition after all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// What they were taken for.
    pub kind: Kind,
    /// The words.
    pub text: String,
    /// What they were written to replace.
    pub instead: Instead,
}

/// What held words were written to replace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Instead {
    /// Nothing: they begin a question or add to one.
    OfNothing,
    /// The words of the draft ("Sửa").
    OfTheDraft,
}

/// Whether words of this kind stop at the gate. What has its own procedure always does.
#[must_use]
pub fn stops(kind: Kind, confidence: f32) -> bool {
    match kind {
        Kind::Petition => false,
        Kind::Emergency | Kind::Complaint | Kind::Denunciation | Kind::CrimeReport => true,
        Kind::Greeting | Kind::Spam | Kind::Praise => confidence >= SURE,
    }
}

/// Whether a draft or question stops at the gate when its words as a whole have become of this kind. A
/// greeting or thanks inside a question are part of it; of an emergency the numbers are said, and it goes on.
#[must_use]
pub fn stops_inside(kind: Kind) -> bool {
    match kind {
        Kind::Complaint | Kind::Denunciation | Kind::CrimeReport => true,
        Kind::Petition | Kind::Emergency | Kind::Greeting | Kind::Spam | Kind::Praise => false,
    }
}

/// Whether added words stop by themselves, whatever they are added to. A few words are easily mistaken.
#[must_use]
pub fn stops_alone_inside(kind: Kind, words: &str) -> bool {
    let is_sentence = words.split_whitespace().count() >= A_SENTENCE;
    matches!(kind, Kind::Complaint | Kind::Denunciation) && is_sentence
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_its_own_procedure_stops_however_unsure() {
        for kind in [
            Kind::Emergency,
            Kind::Complaint,
            Kind::Denunciation,
            Kind::CrimeReport,
        ] {
            assert!(stops(kind, 0.0), "{kind}");
        }
        assert!(!stops(Kind::Petition, 1.0));
    }

    #[test]
    fn a_few_added_words_are_not_judged_alone() {
        assert!(!stops_alone_inside(Kind::Complaint, "không đồng ý"));
        assert!(stops_alone_inside(
            Kind::Denunciation,
            "tôi tố cáo ông chủ tịch nhận tiền"
        ));
    }

    #[test]
    fn thanks_at_the_end_of_a_question_do_not_stop_it() {
        assert!(stops(Kind::Praise, 0.9) && !stops_inside(Kind::Praise));
        assert!(!stops(Kind::Spam, 0.3));
    }
}
