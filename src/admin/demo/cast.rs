//! The people of the demo: those one can play, those who only have written before, and the groups they are in.

use std::collections::BTreeMap;

use anyhow::{Context, Result, anyhow};

use super::stage::Stage;
use crate::{
    domain::{body::BodyKind, council::Council, ids::BodyCode},
    emulator::{NewGroup, NewUser, Send, World},
};

/// The delegation whose group has topics, to be looked at.
const FORUM: &str = "to-6";

/// The people, by what they do in the story.
pub(super) struct Cast {
    /// Whose phone is shown first: in the middle of writing.
    pub(super) lan: i64,
    pub(super) hoa: i64,
    pub(super) tam: i64,
    pub(super) binh: i64,
    pub(super) yen: i64,
    pub(super) quang: i64,
    pub(super) loan: i64,
    delegates: Vec<i64>,
    pub(super) clerk: i64,
    groups: BTreeMap<BodyCode, Group>,
}

/// The group of a body.
struct Group {
    chat: i64,
    /// Who acts for the body in the story.
    acts: i64,
}

impl Cast {
    /// Those who can be played come first, the others are no more than names.
    pub(super) fn enter(world: &World) -> Self {
        let person = |name: &str, note: &str| {
            world.create_user(NewUser {
                note: Some(note.to_owned()),
                ..NewUser::named(name)
            })
        };
        let extra = |name: &str| {
            world.create_user(NewUser {
                is_extra: true,
                ..NewUser::named(name)
            })
        };
        let lan = person("Bà Lan", "Cử tri");
        person("Anh Hùng", "Cử tri mới");
        let delegates = vec![person("Chị Mai", "Đại biểu"), person("Anh Nam", "Đại biểu")];
        let clerk = person("Cô Thu", "Văn phòng");
        Self {
            lan,
            hoa: extra("Chị Hòa"),
            tam: extra("Ông Tâm"),
            binh: extra("Anh Bình"),
            yen: extra("Cô Yến"),
            quang: extra("Bác Quang"),
            loan: extra("Chị Loan"),
            delegates,
            clerk,
            groups: BTreeMap::new(),
        }
    }

    /// A group for the office and for every delegation and agency, linked as an administrator would.
    pub(super) fn link_groups(&mut self, world: &World, council: &Council) -> Result<()> {
        for (number, body) in council.bodies.iter().enumerate().rev() {
            let members = match body.kind {
                BodyKind::Delegation => {
                    vec![self.clerk, self.delegates[number % self.delegates.len()]]
                }
                BodyKind::Agency | BodyKind::Office => vec![self.clerk],
                BodyKind::Committee
                | BodyKind::StandingBody
                | BodyKind::PeoplesCommittee
                | BodyKind::FatherlandFront
                | BodyKind::HigherLevel => continue,
            };
            let acts = members.last().copied().unwrap_or(self.clerk);
            let chat = world.create_group(&NewGroup {
                is_forum: body.code.as_str() == FORUM,
                ..NewGroup::titled(body.name.vi.clone(), members)
            });
            self.groups.insert(body.code.clone(), Group { chat, acts });
            let order = Send::text(chat, self.clerk, format!("/lienket {}", body.code));
            world
                .send(&order)
                .map_err(|error| anyhow!("cannot link a group: {error}"))?;
        }
        Ok(())
    }

    /// What was said while the groups were set up is of no interest to whoever tries the demo.
    pub(super) fn forget_setting_up(&self, world: &World) {
        for group in self.groups.values() {
            world.clear(group.chat);
        }
    }

    /// The group that has the card of a question, and who acts there.
    pub(super) fn group_with(&self, stage: &Stage<'_>, code: &str) -> Result<(i64, i64)> {
        let has = |chat| {
            let card = stage
                .world
                .newest(chat, |seen| seen.from_bot && is_card(&seen.text, code));
            card.is_some()
        };
        let group = self.groups.values().find(|group| has(group.chat));
        let group = group.with_context(|| format!("no group has a card of {code}"))?;
        Ok((group.chat, group.acts))
    }

    /// The body that has the question answers it, with this class where another one was proposed.
    pub(super) async fn answers(
        &self,
        stage: &mut Stage<'_>,
        code: &str,
        words: &str,
        class: Option<&str>,
    ) -> Result<()> {
        let (chat, acts) = self.group_with(stage, code)?;
        stage.replies(chat, acts, code, words).await?;
        if let Some(class) = class {
            let is_so = stage
                .world
                .newest(chat, |seen| seen.from_bot)
                .is_some_and(|seen| {
                    let mut buttons = seen.buttons.iter().flatten();
                    buttons.any(|button| {
                        button.text.contains("Kết quả") && button.text.contains(class)
                    })
                });
            if !is_so {
                stage.presses(chat, acts, "Kết quả").await?;
                stage.presses(chat, acts, class).await?;
            }
            stage.may_press(chat, acts, ": đúng").await?;
        }
        stage.presses(chat, acts, "Gửi cử tri").await
    }
}

/// A card begins with its code; an urgent one says so first.
fn is_card(text: &str, code: &str) -> bool {
    text.lines().take(2).any(|line| line.starts_with(code))
}
