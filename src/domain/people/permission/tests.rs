//! Who may do what: every way to a right, and every way to lose it.

use super::*;
use crate::domain::ids::GrantId;

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
