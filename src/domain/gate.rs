//! What is not a petition: emergencies, complaints, denunciations, crime reports have their own doors;
//! greetings, thanks and advertisements want a short word.
//!
//! Nothing here reads a text: the categoriser says what it is, this says what follows. Start with [`stops`].

use super::categorise::{Danger, Kind};

/// Below this confidence a text is taken for the petition it most often is: a question stopped by mistake
/// costs its author trust, and whoever writes a complaint says so plainly. On the development texts every
/// right verdict has 0.97 or more, the mistakes about half.
const SURE: f32 = 0.8;

/// From so many words on, an addition is judged by itself.
const A_SENTENCE: usize = 6;

/// From so many words on, unsure danger is asked about: of fewer it is rather a name, Hòa Mạc holds a fire (hỏa).
const A_FEW_WORDS: usize = 3;

/// Words that wait at the gate until their author says that they are a petition after all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Held {
    /// What they were taken for.
    pub(crate) kind: Kind,
    /// The words.
    pub(crate) text: String,
    /// What they were written to replace.
    pub(crate) instead: Instead,
    /// Their author said that somebody is in danger right now.
    pub(crate) in_danger: bool,
}

/// What held words were written to replace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Instead {
    /// Nothing: they begin a question or add to one.
    OfNothing,
    /// The words of the draft ("Sửa").
    OfTheDraft,
}

/// What the gate takes a text for, given what the categoriser says. Emergencies count however unsure.
#[must_use]
pub(crate) fn taken_for(kind: Kind, confidence: f32) -> Kind {
    if is_sure(confidence) || kind == Kind::Emergency {
        kind
    } else {
        Kind::Petition
    }
}

/// Whether words tell of danger to life for sure: the numbers come before anything else, and what is sent is
/// urgent.
#[must_use]
pub(crate) fn is_danger(danger: Danger) -> bool {
    danger == Danger::Sure
}

/// Whether words may tell of danger to life: their author is told the numbers and asked, and nothing is
/// urgent before the answer.
#[must_use]
pub(crate) fn may_be_danger(danger: Danger, words: &str) -> bool {
    let is_sentence = words.split_whitespace().count() >= A_FEW_WORDS;
    danger == Danger::Unsure && is_sentence
}

/// Whether a verdict is sure enough to stop somebody.
#[must_use]
pub(crate) fn is_sure(confidence: f32) -> bool {
    confidence >= SURE
}

/// Whether words taken for this kind stop at the gate.
#[must_use]
pub(crate) fn stops(kind: Kind) -> bool {
    kind != Kind::Petition
}

/// Whether a draft or question stops at the gate when its words as a whole have become of this kind. A
/// greeting or thanks inside a question are part of it; of an emergency the numbers are said, and it goes on.
#[must_use]
pub(crate) fn stops_inside(kind: Kind) -> bool {
    match kind {
        Kind::Complaint | Kind::Denunciation | Kind::CrimeReport => true,
        Kind::Petition | Kind::Emergency | Kind::Greeting | Kind::Spam | Kind::Praise => false,
    }
}

/// Whether added words stop by themselves, whatever they are added to. A few words are easily mistaken.
#[must_use]
pub(crate) fn stops_alone_inside(kind: Kind, words: &str) -> bool {
    let is_sentence = words.split_whitespace().count() >= A_SENTENCE;
    matches!(kind, Kind::Complaint | Kind::Denunciation) && is_sentence
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unsure_verdict_stops_nobody_but_danger_is_never_overheard() {
        for kind in [
            Kind::Complaint,
            Kind::Denunciation,
            Kind::CrimeReport,
            Kind::Spam,
        ] {
            assert_eq!(taken_for(kind, 0.53), Kind::Petition, "{kind}");
            assert_eq!(taken_for(kind, 0.97), kind);
        }
        assert_eq!(taken_for(Kind::Emergency, 0.0), Kind::Emergency);
        assert!(!stops(Kind::Petition));
    }

    #[test]
    fn only_sure_danger_is_danger_and_unsure_danger_is_asked_about() {
        assert!(is_danger(Danger::Sure) && !is_danger(Danger::Unsure));
        assert!(may_be_danger(
            Danger::Unsure,
            "nhà bên cạnh có khói và tiếng kêu"
        ));
        assert!(!may_be_danger(Danger::Unsure, "hoa mac"));
        assert!(!may_be_danger(Danger::None, "đường vào thôn ngập"));
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
        assert!(stops(Kind::Praise) && !stops_inside(Kind::Praise));
    }
}
