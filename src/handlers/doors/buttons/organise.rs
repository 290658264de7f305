//! Buttons and prompts of meetings, for clerks and those at the door.

use crate::{
    chat::button::OrganiseButton,
    domain::prompt::MeetingPrompt,
    handlers::{
        meeting::{self, change::Choice},
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
            prompts::Reply,
        },
    },
};

/// In private or in a group. The list at the door holds names: it is worked with in private only.
pub(crate) fn pressed(cx: &mut Cx<'_, '_>, actor: &Actor, button: OrganiseButton) -> Outcome {
    use OrganiseButton as B;
    match button {
        B::Arrived(..) | B::NotArrived(..) | B::Recount(..) | B::WalkIns(..)
            if !actor.chat.is_private() =>
        {
            cx.old_button(actor.words(cx));
            Ok(())
        }
        B::GuestPage(code, page) => meeting::check_in::turn_page(cx, actor, &code, page),
        B::Arrived(guest, page) => meeting::check_in::mark_arrived(cx, actor, guest, page),
        B::NotArrived(guest, page) => meeting::check_in::mark_absent(cx, actor, guest, page),
        B::Recount(guest, size) => meeting::check_in::recount(cx, actor, guest, size),
        B::WalkIns(code, size) => meeting::check_in::walk_ins(cx, actor, &code, size),
        B::Speakers(code) => meeting::speakers::show(cx, actor, &code),
        B::SpeakerCalled(speaker, turn) => meeting::speakers::call(cx, actor, speaker, turn),
        B::SpeakerBegins(speaker) => meeting::speakers::begins(cx, actor, speaker),
        B::LiveDesk(code) => meeting::live::desk::show(cx, actor, &code),
        B::LiveSet(one, to) => meeting::live::desk::decide(cx, actor, one, to),
        B::AddSpeaker(code) => meeting::speakers::ask_name(cx, actor, &code),
        B::Attend(code) => meeting::plan::who_attends(cx, actor, &code),
        B::CloseMeeting(code) => meeting::close::ask(cx, actor, &code),
        B::NewMeeting => meeting::plan::begin(cx, actor),
        B::PlanMeeting(code) => meeting::plan::show(cx, actor, &code),
        B::PublishMeeting(code) => meeting::plan::publish(cx, actor, &code),
        B::CopyMeeting(code) => meeting::plan::ask_areas(cx, actor, &code),
        B::ChangeMeeting(code) => meeting::change::ask(cx, actor, &code),
        B::CallOffMeeting(code) => meeting::change::ask_reason(cx, actor, &code),
        B::Reserve(code, page) => meeting::reserve::show(cx, actor, &code, page),
        B::GiveSeat(party, page) => meeting::reserve::give(cx, actor, party, page),
        B::TakeSeatBack(party, page) => meeting::reserve::take_back(cx, actor, party, page),
        B::InviteGuests(code) => meeting::reserve::ask_guests(cx, actor, &code),
        B::ShowForm => meeting::plan::show_form(cx, actor),
        B::NewLike(code) => meeting::plan::begin_like(cx, actor, &code),
        B::NewIn(area) => meeting::plan::begin_in(cx, actor, &area),
        B::Days(code) => meeting::change::choose(cx, actor, &code, Choice::Day),
        B::Hours(code) => meeting::change::choose(cx, actor, &code, Choice::Hour),
        B::Places(code) => meeting::change::choose(cx, actor, &code, Choice::Place),
        B::OnDay(code, day) => meeting::change::on_day(cx, actor, &code, day),
        B::AtHour(code, minutes) => meeting::change::at_hour(cx, actor, &code, minutes),
        B::AtPlace(code, number) => meeting::change::at_place(cx, actor, &code, number),
    }
}

/// The words that were asked for are here.
pub(crate) fn answered(cx: &mut Cx<'_, '_>, prompt: MeetingPrompt, reply: &Reply<'_>) -> Outcome {
    match prompt {
        MeetingPrompt::Plan => meeting::plan::filled(cx, reply),
        MeetingPrompt::Change(code) => meeting::change::change(cx, reply, code),
        MeetingPrompt::Copy(code) => meeting::plan::copy(cx, reply, code),
        MeetingPrompt::CallOff(code) => meeting::change::call_off(cx, reply, &code),
        MeetingPrompt::NameSpeaker(code) => meeting::speakers::name(cx, reply, &code),
        MeetingPrompt::Invite(code) => meeting::reserve::invite(cx, reply, &code),
        MeetingPrompt::Close(code) => meeting::close::close(cx, reply, code),
        MeetingPrompt::Live(code) => meeting::live::said(cx, reply, &code),
    }
}
