//! What somebody without any right tries: every command, every link, every button that anybody was ever shown.
//! Nothing of the council changes, and nothing of somebody else is read.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::{
    people::Person,
    proxy::{clerk, enters, slip_of},
    scene::{Scene, asked},
    world::{ADMIN, Town},
};

/// A council in the middle of its work, and what of it a stranger must never read.
struct Busy {
    scene: Scene,
    /// A question that was answered, and waits to be looked at before it is public.
    answered: String,
    /// One that was entered at the desk, and its slip.
    entered: String,
    slip: String,
}

/// Words, names, phones and codes of slips: of others.
const SECRETS: [&str; 9] = [
    "ngập mỗi khi mưa",
    "Đèn đường ở ngõ 4",
    "nạo vét cống",
    "Nguyễn Thị Lan",
    "0912",
    "0987",
    "Trần Thị Mơ",
    "Chị Mai",
    "Cô Thu",
];

async fn busy() -> Busy {
    let scene = asked().await;
    let town = &scene.town;
    let office = town.group_of("office").await;
    let thu = office.member("Cô Thu");
    thu.says("/phanloai").await;
    let clerk = clerk(town).await;
    let entered = enters(&clerk, Some("0987654321")).await;
    let slip = slip_of(&clerk);
    scene.lan.says("/start m_DV01").await;
    crate::meetings::register(&scene.lan, "DV01").await;
    let answered = scene
        .lan
        .asks("Đèn đường ở ngõ 4 hỏng, gọi 0912 345 678", "Giao thông")
        .await;
    let mai = &scene.mai;
    mai.replies_to(&answered, "Tổ đã nạo vét cống và thay đèn.")
        .await;
    mai.presses("Gửi cử tri").await;
    mai.presses_under(crate::scene::card(mai, &scene.code).message_id, "Hỏi lại");
    town.settle().await;
    mai.replies_to("câu muốn hỏi cử tri", "Đoạn nào?").await;
    // Whoever works there looks at everything there is to look at.
    let admin = Person::new(town.clone(), ADMIN, ADMIN);
    admin.says("/start").await;
    for who in [&admin, &clerk, mai] {
        for (name, _) in STAFF {
            let target = match name {
                "diemdanh" | "taolich" => "DV01",
                "khaosat" | "baocao" | "congbo" => "",
                _ => scene.code.as_str(),
            };
            if !matches!(name, "chan" | "lienket") {
                who.says(&format!("/{name} {target}")).await;
                who.says("/huy").await;
            }
        }
    }
    mai.says(&format!("/mau {answered}")).await;
    Busy {
        scene,
        answered,
        entered,
        slip,
    }
}

/// Commands that only some may use, in both spellings.
const STAFF: [(&str, &str); 18] = [
    ("cauhoi", "question"),
    ("dangmo", "open"),
    ("tonghop", "digest"),
    ("baocao", "report"),
    ("diemdanh", "checkin"),
    ("taolich", "newmeeting"),
    ("vaitro", "roles"),
    ("nhatky", "audit"),
    ("bangiao", "handover"),
    ("nhapho", "enter"),
    ("phanloai", "triage"),
    ("mau", "templates"),
    ("khaosat", "survey"),
    ("viec", "tasks"),
    ("congbo", "publish"),
    ("chan", "ban"),
    ("suco", "trouble"),
    ("lienket", "link"),
];

/// What only some may say.
fn commands(code: &str, answered: &str, slip: &str) -> Vec<String> {
    let mut said = Vec::new();
    for (vietnamese, english) in STAFF {
        said.push(format!("/{english}"));
        for what in ["", code, answered, "DV01", "dong-van"] {
            said.push(format!("/{vietnamese} {what}").trim().to_owned());
        }
    }
    said.extend([
        format!("/chan {code} 30 vì tôi muốn"),
        format!("/chan im {code} 30 vì tôi muốn"),
        format!("/yeucau {code} {slip}"),
        "/thongbao Ngày mai cắt nước".to_owned(),
        "/broadcast Ngày mai cắt nước".to_owned(),
        "/nhatky Lan".to_owned(),
    ]);
    said
}

/// What belongs to the council and to others.
fn kept(town: &Town) -> String {
    town.holds(&[
        "question",
        "answer",
        "promise",
        "case_step",
        "publication",
        "public_text",
        "chat_link",
        "role_grant",
        "meeting",
        "broadcast",
        "ban",
        "duty",
        "template",
        "entered_for",
        "member",
        "site_round",
        "triage_desk",
        "survey",
        "question_relation",
    ])
}

fn reads_nothing_of_others(stranger: &Person, tried: &str) {
    let read = stranger.reads();
    assert_ne!(read, "", "{tried} is answered");
    for secret in SECRETS {
        assert!(!read.contains(secret), "{tried} shows {secret:?}");
    }
}

#[tokio::test]
async fn every_command_of_the_staff_is_refused_to_a_resident() {
    let busy = busy().await;
    let town = &busy.scene.town;
    let stranger = town.resident("Kẻ Lạ", "Phường Đồng Văn").await;
    let before = kept(town);
    for command in commands(&busy.scene.code, &busy.answered, "") {
        stranger.says(&command).await;
        reads_nothing_of_others(&stranger, &command);
        stranger.says("/huy").await;
        assert_eq!(kept(town), before, "{command} changes something");
        // As people do who are typed to by hand, not by a flood.
        town.passes(2).await;
    }
}

#[tokio::test]
async fn every_link_opens_nothing_of_others() {
    let busy = busy().await;
    let town = &busy.scene.town;
    let ticket = town.tickets().pop().unwrap();
    let stranger = town.stranger("Kẻ Lạ");
    let known = town.resident("Kẻ Quen", "Phường Đồng Văn").await;
    let before = kept(town);
    let long = "x".repeat(60);
    let targets = [
        busy.scene.code.as_str(),
        &busy.answered,
        &busy.entered,
        &busy.slip,
        &ticket,
        "DV01",
        "to-1",
        "khong-co",
        "",
        "99999999999999999999",
        "q_q_q",
        &long,
    ];
    for kind in [
        "q_", "d_", "w_", "p_", "i_", "t_", "m_", "c_", "a_", "zz_", "",
    ] {
        for target in targets {
            for person in [&stranger, &known] {
                let link = format!("/start {kind}{target}");
                person.says(&link).await;
                reads_nothing_of_others(person, &link);
                person.says("/huy").await;
                town.passes(20).await;
            }
        }
    }
    assert_eq!(kept(town), before);
}

/// Every button that anybody was ever shown, anywhere.
fn buttons(town: &Town) -> BTreeSet<String> {
    fn collect(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(fields) => {
                if let Some(Value::String(data)) = fields.get("callback_data") {
                    found.insert(data.clone());
                }
                fields.values().for_each(|value| collect(value, found));
            }
            Value::Array(items) => items.iter().for_each(|value| collect(value, found)),
            Value::String(text) if text.contains("callback_data") => {
                if let Ok(inner) = serde_json::from_str(text) {
                    collect(&inner, found);
                }
            }
            _ => {}
        }
    }
    let mut found = BTreeSet::new();
    for call in town.world().calls(0) {
        collect(&call.params, &mut found);
    }
    found
}

#[tokio::test]
async fn every_button_that_was_ever_shown_does_nothing_for_a_stranger() {
    let busy = busy().await;
    let town = &busy.scene.town;
    let shown = buttons(town);
    assert!(shown.len() > 100, "only {} buttons", shown.len());
    let stranger = town.resident("Kẻ Lạ", "Phường Đồng Văn").await;
    let before = kept(town);
    for data in &shown {
        stranger.forges(data).await;
        stranger.says("/huy").await;
        assert_eq!(kept(town), before, "{data} changes something");
        reads_nothing_of_others(&stranger, data);
        town.passes(2).await;
    }
}
