//! Slash commands: both spellings of every command, and what stands behind them.

use std::fmt;

/// A command of `contract.md` that the bot carries out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Command {
    /// `/start [payload]`.
    Start,
    /// `/hoi [text]`: ask a question.
    Ask,
    /// `/nhap`: go on with the draft.
    Draft,
    /// `/lich`: meetings.
    Meetings,
    /// `/cuatoi [code]`: my questions.
    Mine,
    /// `/tracuu words`: published answers.
    Search,
    /// `/daibieu`: who represents my area.
    Delegates,
    /// `/caidat`: language, area.
    Settings,
    /// `/trogiup`: help.
    Help,
    /// `/huy`: leave any dialogue.
    Cancel,
    /// `/lienket CODE`: this group is the chat of that body.
    Link,
    /// `/cauhoi CODE`: the card again.
    Question,
    /// `/dangmo`: open questions.
    Open,
    /// `/tonghop`: the digest now.
    Digest,
    /// `/thongke`: figures.
    Figures,
    /// `/baocao [KIND]`: a paper, as a file.
    Report,
    /// `/diemdanh CODE`: check people in at a meeting.
    CheckIn,
    /// `/taolich`: plan meetings.
    PlanMeetings,
    /// `/vaitro`: who holds which role, invitations.
    Roles,
    /// `/nhatky [code or name]`: the audit log.
    Audit,
    /// `/bangiao`: hand over what a member has open.
    Handover,
    /// `/nhapho`: enter a question for somebody without Telegram.
    Enter,
    /// `/phanloai`: sort what came in.
    Triage,
    /// `/goilai`: answered questions to be called back.
    CallBack,
    /// `/mau [CODE]`: templates of answers.
    Templates,
    /// `/dulieucuatoi`: everything that is stored about me.
    MyData,
    /// `/xoadulieu`: take the consent back, be forgotten.
    Erase,
    /// `/yeucau`: requests about one's own data.
    Requests,
    /// `/khaosat [area]`: a site round.
    Survey,
    /// `/viec`: what a delegate has on their hands.
    Tasks,
    /// `/congbo [CODE]`: answers that wait to be made public.
    Publish,
    /// `/thongbao [text]`: an announcement to many.
    Broadcast,
    /// `/gopy [title and statements]`: rounds on a draft.
    Consult,
    /// `/chan [im] CODE DAYS reason`: who may not use the bot for a while.
    Ban,
    /// `/id`: one's own number at Telegram.
    Id,
    /// `/suco`: what could not be done.
    Trouble,
}

impl Command {
    /// Every command, for menus and tests.
    pub(crate) const ALL: [Self; 36] = [
        Self::Start,
        Self::Ask,
        Self::Draft,
        Self::Meetings,
        Self::Mine,
        Self::Search,
        Self::Delegates,
        Self::Settings,
        Self::Help,
        Self::Cancel,
        Self::Link,
        Self::Question,
        Self::Open,
        Self::Digest,
        Self::Figures,
        Self::Report,
        Self::CheckIn,
        Self::PlanMeetings,
        Self::Roles,
        Self::Audit,
        Self::Handover,
        Self::Enter,
        Self::Triage,
        Self::CallBack,
        Self::Templates,
        Self::MyData,
        Self::Erase,
        Self::Requests,
        Self::Survey,
        Self::Tasks,
        Self::Publish,
        Self::Broadcast,
        Self::Consult,
        Self::Ban,
        Self::Id,
        Self::Trouble,
    ];

    /// Vietnamese spelling, then the English one; both work everywhere.
    #[must_use]
    pub(crate) fn spellings(self) -> (&'static str, &'static str) {
        match self {
            Self::Start => ("start", "start"),
            Self::Ask => ("hoi", "ask"),
            Self::Draft => ("nhap", "draft"),
            Self::Meetings => ("lich", "meetings"),
            Self::Mine => ("cuatoi", "mine"),
            Self::Search => ("tracuu", "search"),
            Self::Delegates => ("daibieu", "delegates"),
            Self::Settings => ("caidat", "settings"),
            Self::Help => ("trogiup", "help"),
            Self::Cancel => ("huy", "cancel"),
            Self::Link => ("lienket", "link"),
            Self::Question => ("cauhoi", "question"),
            Self::Open => ("dangmo", "open"),
            Self::Digest => ("tonghop", "digest"),
            Self::Figures => ("thongke", "stats"),
            Self::Report => ("baocao", "report"),
            Self::CheckIn => ("diemdanh", "checkin"),
            Self::PlanMeetings => ("taolich", "newmeeting"),
            Self::Roles => ("vaitro", "roles"),
            Self::Audit => ("nhatky", "audit"),
            Self::Handover => ("bangiao", "handover"),
            Self::Enter => ("nhapho", "enter"),
            Self::Triage => ("phanloai", "triage"),
            Self::CallBack => ("goilai", "callback"),
            Self::Templates => ("mau", "templates"),
            Self::MyData => ("dulieucuatoi", "mydata"),
            Self::Erase => ("xoadulieu", "erase"),
            Self::Requests => ("yeucau", "requests"),
            Self::Survey => ("khaosat", "survey"),
            Self::Tasks => ("viec", "tasks"),
            Self::Publish => ("congbo", "publish"),
            Self::Broadcast => ("thongbao", "broadcast"),
            Self::Consult => ("gopy", "consult"),
            Self::Ban => ("chan", "ban"),
            Self::Id => ("id", "id"),
            Self::Trouble => ("suco", "trouble"),
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|command| {
            let (vietnamese, english) = command.spellings();
            name.eq_ignore_ascii_case(vietnamese) || name.eq_ignore_ascii_case(english)
        })
    }
}

impl fmt::Display for Command {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "/{}", self.spellings().0)
    }
}

/// A text that begins with a slash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Slash<'a> {
    /// One of ours, with everything after it.
    Known(Command, &'a str),
    /// A command we do not have.
    Unknown,
    /// Addressed to another bot of the group: none of our business.
    ForAnotherBot,
}

/// Reads `/command@bot argument`. `None`: the text is no command.
#[must_use]
pub(crate) fn parse<'a>(text: &'a str, bot_username: &str) -> Option<Slash<'a>> {
    let rest = text.trim_start().strip_prefix('/')?;
    let (word, argument) = rest
        .split_once(char::is_whitespace)
        .map_or((rest, ""), |(word, argument)| (word, argument.trim()));
    let (name, addressee) = word
        .split_once('@')
        .map_or((word, None), |(name, bot)| (name, Some(bot)));
    if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
        return None;
    }
    if addressee.is_some_and(|bot| !bot.eq_ignore_ascii_case(bot_username)) {
        return Some(Slash::ForAnotherBot);
    }
    Some(Command::from_name(name).map_or(Slash::Unknown, |command| Slash::Known(command, argument)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_spellings_of_every_command_are_understood() {
        for command in Command::ALL {
            let (vietnamese, english) = command.spellings();
            for name in [vietnamese, english] {
                assert_eq!(
                    parse(&format!("/{name} x"), "b"),
                    Some(Slash::Known(command, "x"))
                );
            }
        }
    }

    #[test]
    fn a_command_for_another_bot_is_not_ours() {
        assert_eq!(
            parse("/hoi@other_bot", "cutri_bot"),
            Some(Slash::ForAnotherBot)
        );
        assert_eq!(
            parse("/HOI@Cutri_Bot  đường ngập\nquá", "cutri_bot"),
            Some(Slash::Known(Command::Ask, "đường ngập\nquá"))
        );
    }

    #[test]
    fn fractions_and_paths_are_texts() {
        assert_eq!(parse("24/7", "b"), None);
        assert_eq!(parse("/", "b"), None);
        assert_eq!(parse("/đường", "b"), None);
        assert_eq!(parse("/khong_co", "b"), Some(Slash::Unknown));
    }
}
