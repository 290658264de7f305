//! Who may do what: every way to a right, and every way to lose it.

use super::*;
use crate::domain::{
    council::{Council, Publish},
    ids::{GrantId, MeetingCode},
    meeting::registration::{MeetingState, Planned},
};

const WHO: UserId = UserId(7);

fn body(code: &str) -> BodyCode {
    BodyCode::new(code)
}

fn bodies(codes: &[&str]) -> BTreeSet<BodyCode> {
    codes.iter().map(|code| body(code)).collect()
}

fn grant(role: Role, of: Option<&str>) -> Grant {
    Grant {
        id: GrantId(1),
        user: WHO,
        role,
        body: of.map(body),
        name: "Chị Mai".to_owned(),
        expires_at: None,
    }
}

/// Somebody in the group of `here` (if any), with these roles.
struct Case<'a> {
    here: Option<&'a str>,
    held: Vec<Grant>,
    on_duty: &'a [&'a str],
    left: &'a [&'a str],
    barred: &'a [&'a str],
}

const NOBODY: Case<'static> = Case {
    here: None,
    held: Vec::new(),
    on_duty: &[],
    left: &[],
    barred: &[],
};

fn rights(case: &Case<'_>) -> Rights {
    let here = case.here.map(body);
    Rights::of(Circumstances {
        who: WHO,
        is_named_administrator: false,
        held: &case.held,
        here: here.as_ref(),
        on_duty: &bodies(case.on_duty),
        left: &bodies(case.left),
        barred: &bodies(case.barred),
        office: &body("office"),
    })
}

#[test]
fn a_stranger_may_nothing() {
    let nobody = rights(&NOBODY);
    assert!(nobody.here().is_none() && nobody.administrator().is_none() && !nobody.is_clerk());
    assert!(nobody.bodies().is_empty() && !nobody.reads(&body("to-1")));
}

#[test]
fn a_member_acts_for_the_body_of_the_group_only() {
    let member = rights(&Case {
        here: Some("to-1"),
        ..NOBODY
    });
    assert_eq!(member.here().unwrap().body(), &body("to-1"));
    assert!(member.acts_for(&body("to-2")).is_none() && !member.is_clerk());
}

#[test]
fn members_of_the_office_are_clerks_there_and_on_duty() {
    assert!(
        rights(&Case {
            here: Some("office"),
            ..NOBODY
        })
        .is_clerk()
    );
    assert!(
        rights(&Case {
            on_duty: &["office"],
            ..NOBODY
        })
        .is_clerk()
    );
    let gone = Case {
        on_duty: &["office"],
        left: &["office"],
        ..NOBODY
    };
    assert!(!rights(&gone).is_clerk());
}

#[test]
fn a_role_acts_in_private_too_until_its_holder_leaves_the_group() {
    let held = vec![grant(Role::Head, Some("to-1"))];
    let in_private = rights(&Case {
        held: held.clone(),
        ..NOBODY
    });
    assert!(
        in_private.acts_for(&body("to-1")).is_some() && in_private.heads(&body("to-1")).is_some()
    );
    assert!(in_private.heads(&body("to-2")).is_none());
    let gone = rights(&Case {
        held,
        left: &["to-1"],
        ..NOBODY
    });
    assert!(gone.acts_for(&body("to-1")).is_none() && gone.heads(&body("to-1")).is_none());
}

#[test]
fn an_observer_reads_and_does_nothing_even_inside_the_group() {
    let watching = rights(&Case {
        here: Some("to-1"),
        held: vec![grant(Role::Observer, Some("to-1"))],
        barred: &["to-1"],
        ..NOBODY
    });
    assert!(watching.here().is_none() && watching.only_observes_here());
    assert!(watching.reads(&body("to-1")));
}

#[test]
fn an_observer_who_is_also_a_delegate_acts() {
    let both = rights(&Case {
        here: Some("to-1"),
        held: vec![
            grant(Role::Delegate, Some("to-1")),
            grant(Role::Observer, Some("to-1")),
        ],
        barred: &["to-1"],
        ..NOBODY
    });
    assert!(both.here().is_some() && !both.only_observes_here());
}

#[test]
fn a_role_that_was_taken_away_is_not_given_back_by_the_group() {
    let case = Case {
        here: Some("to-1"),
        on_duty: &["to-1"],
        barred: &["to-1"],
        ..NOBODY
    };
    assert!(rights(&case).here().is_none());
    assert!(rights(&case).bodies().is_empty());
}

#[test]
fn whoever_left_has_lost_what_the_group_gave() {
    let case = Case {
        here: Some("to-1"),
        left: &["to-1"],
        ..NOBODY
    };
    assert!(rights(&case).here().is_none());
}

#[test]
fn administrators_by_role_administer_and_are_clerks() {
    let admin = rights(&Case {
        held: vec![grant(Role::Administrator, None)],
        ..NOBODY
    });
    assert!(admin.administrator().is_some() && admin.is_clerk());
    assert!(admin.acts_for(&body("to-1")).is_none());
}

#[test]
fn a_body_s_questions_are_read_by_who_acts_for_it_observes_it_or_stands_in_its_group() {
    let acts = rights(&Case {
        held: vec![
            grant(Role::Delegate, Some("to-1")),
            grant(Role::Observer, Some("to-2")),
        ],
        ..NOBODY
    });
    assert_eq!(acts.bodies(), &bodies(&["to-1"]));
    assert_eq!(acts.reads_for(), bodies(&["to-1", "to-2"]));
    let in_group = rights(&Case {
        here: Some("to-3"),
        barred: &["to-3"],
        ..NOBODY
    });
    for (reader, of) in [(&acts, "to-1"), (&acts, "to-2"), (&in_group, "to-3")] {
        assert!(reader.reads(&body(of)), "{of}");
    }
    assert!(!acts.reads(&body("to-3")) && !in_group.reads(&body("to-1")));
    assert!(in_group.bodies().is_empty());
}

#[test]
fn a_phone_is_seen_by_the_office_and_by_the_body_where_the_council_says_so() {
    let member = rights(&Case {
        here: Some("to-1"),
        ..NOBODY
    });
    assert!(member.sees_phones_of(&body("to-1"), PhoneFor::Body));
    assert!(!member.sees_phones_of(&body("to-1"), PhoneFor::Office));
    assert!(!member.sees_phones_of(&body("to-2"), PhoneFor::Body));
    let clerk = rights(&Case {
        here: Some("office"),
        ..NOBODY
    });
    for rule in [PhoneFor::Body, PhoneFor::Office] {
        assert!(clerk.sees_phones_of(&body("to-1"), rule));
        assert!(!rights(&NOBODY).sees_phones_of(&body("to-1"), rule));
    }
}

#[test]
fn a_head_is_one_by_role_and_another_member_only_where_there_is_none() {
    let (one, other) = (UserId(1), UserId(2));
    let here = body("to-1");
    let head = [grant(Role::Head, Some("to-1"))];
    let delegate = [grant(Role::Delegate, Some("to-1"))];
    assert!(HeadsBody::by_role(&head, &here).is_some());
    assert!(HeadsBody::by_role(&head, &body("to-2")).is_none());
    assert!(HeadsBody::by_role(&delegate, &here).is_none());
    let member = ActsForBody::in_linked_group(Some(&here)).unwrap();
    let absent = |holders, who| HeadsBody::in_their_absence(&member, holders, one, who);
    assert!(absent(&delegate, other).is_some());
    assert!(absent(&delegate, one).is_none(), "not their own words");
    assert!(absent(&head, other).is_none() && absent(&head, one).is_none());
    assert!(HeadsBody::by_administrator(Administrator(other), one).is_some());
    assert!(HeadsBody::by_administrator(Administrator(one), one).is_none());
}

#[test]
fn questions_are_entered_for_others_by_clerks_and_bodies_that_take_them() {
    let takes = |body: &BodyCode| body.as_str() == "front";
    let member_of = |here| {
        rights(&Case {
            here: Some(here),
            ..NOBODY
        })
    };
    let front = member_of("front");
    let office = member_of("office");
    let delegation = member_of("to-1");
    let entered = EntersForOthers::in_group(&front, takes).unwrap();
    assert_eq!(entered.user(), WHO);
    for elsewhere in [&office, &delegation, &rights(&NOBODY)] {
        assert_eq!(EntersForOthers::in_group(elsewhere, takes), None);
    }
    for one in [&front, &office] {
        let entered = EntersForOthers::in_private(one, takes);
        assert_eq!(entered.map(EntersForOthers::user), Some(WHO));
    }
    assert_eq!(EntersForOthers::in_private(&delegation, takes), None);
}

#[test]
fn at_the_door_stand_the_office_and_whoever_holds_the_meeting() {
    let town = include_str!("../../../../examples/duy-tien/council.toml");
    let council = Council::parse(town).unwrap();
    let meeting = council.meeting(&MeetingCode::new("DV01")).unwrap().clone();
    assert_eq!(meeting.bodies, [body("to-1")]);
    let planned = Planned {
        meeting,
        state: MeetingState::Published,
        sequence: 0,
        reason: None,
    };
    let checks_in = |here| {
        let member = rights(&Case {
            here: Some(here),
            ..NOBODY
        });
        ChecksIn::at(&planned, &member).map(ChecksIn::user)
    };
    assert_eq!(checks_in("to-1"), Some(WHO));
    assert_eq!(checks_in("office"), Some(WHO));
    assert_eq!(checks_in("to-2"), None);
}

#[test]
fn what_was_answered_is_looked_at_by_whom_the_council_names() {
    let publishes = |role, of, rule| {
        let case = Case {
            held: vec![grant(role, of)],
            ..NOBODY
        };
        Publishes::of(&rights(&case), rule, &body("to-1")).is_some()
    };
    let head = |rule| publishes(Role::Head, Some("to-1"), rule);
    assert!(head(Publish::Head) && !head(Publish::Clerk));
    assert!(!publishes(Role::Head, Some("to-2"), Publish::Head));
    let administrator = |rule| publishes(Role::Administrator, None, rule);
    assert!(administrator(Publish::Head) && administrator(Publish::Clerk));
    let clerk = rights(&Case {
        here: Some("office"),
        ..NOBODY
    });
    assert!(Publishes::of(&clerk, Publish::Clerk, &body("to-1")).is_some());
    assert!(Publishes::of(&clerk, Publish::Head, &body("to-1")).is_none());
    assert_eq!(Clerk::of(&clerk).map(Clerk::user), Some(WHO));
    assert_eq!(Clerk::of(&rights(&NOBODY)), None);
}
