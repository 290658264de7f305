//! Buttons of meetings, for residents.

use crate::{
    chat::button::MeetingButton,
    handlers::{
        meeting,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
        },
    },
};

/// In a private chat.
pub(crate) fn in_private(cx: &mut Cx<'_, '_>, actor: &Actor, button: MeetingButton) -> Outcome {
    match button {
        MeetingButton::MeetingPage(page) => meeting::see::turn_page(cx, actor, page),
        MeetingButton::OpenMeeting(meeting) => meeting::see::one(cx, actor, &meeting),
        MeetingButton::MeetingPlace(meeting) => meeting::see::place(cx, actor, &meeting),
        MeetingButton::LiveAsk(meeting) => meeting::live::begin(cx, actor, &meeting),
        MeetingButton::LiveList(meeting) => meeting::live::list(cx, actor, &meeting),
        MeetingButton::LiveSupport(one) => meeting::live::support(cx, actor, one),
        MeetingButton::FollowMeetings => meeting::see::follow(cx, actor),
        MeetingButton::UnfollowMeetings => meeting::see::unfollow(cx, actor),
        MeetingButton::Register(meeting) => meeting::register::register(cx, actor, &meeting),
        MeetingButton::Unregister(meeting) => meeting::register::unregister(cx, actor, &meeting),
        MeetingButton::AcceptSeat(meeting) => meeting::register::accept(cx, actor, &meeting),
        MeetingButton::ShowTicket(meeting) => meeting::register::show(cx, actor, &meeting),
        MeetingButton::ChooseCompanions(meeting) => {
            meeting::companions::choose(cx, actor, &meeting)
        }
        MeetingButton::Companions(meeting, companions) => {
            meeting::companions::bring(cx, actor, &meeting, companions)
        }
        MeetingButton::WishToSpeak(meeting) => meeting::speak::wish(cx, actor, &meeting),
        MeetingButton::SkipTopic(meeting) => meeting::speak::skip_topic(cx, actor, &meeting),
        MeetingButton::StaySilent(meeting) => meeting::speak::stay_silent(cx, actor, &meeting),
    }
}
