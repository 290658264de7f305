//! `cutri init` asks: whoever answers, at a terminal or through a pipe, and what becomes of it.

use std::fs;

use crate::bot::Setup;

fn answers(lines: &[&str]) -> String {
    lines.join("\n") + "\n"
}

#[test]
fn everything_is_asked_for_and_a_bad_answer_is_asked_for_again() {
    let setup = Setup::alone();
    let said = answers(&[
        "Hội đồng nhân dân Mẫu",
        "quận nào đó",
        "xã",
        "2026",
        "2026-2031",
        "Ngọc Thị",
        "Tổ dân phố Ngọc Thị",
        "Thôn Đông",
        "Thôn Đông",
        "",
        "Tổ đại biểu số 1: Thôn Tây",
        "Tổ đại biểu số 1: Tổ dân phố Ngọc Thị",
        "Tổ đại biểu số 2: Thôn Đông",
        "",
        "Kỳ họp thứ 4: 40/12/2026, 05/12/2026 17:00",
        "Kỳ họp thứ 4: 10/12/2026, 05/12/2026 17:00",
        "Kỳ họp thứ 5: 10/07/2027, 05/07/2027",
        "",
        "Trụ sở UBND, 0226 123 456",
        "",
        "Công an xã Mẫu",
        "TEST secret",
        "7770001:TESTsecret",
    ]);
    let told = setup.tool_answered(&["init", "town"], &said);
    told.is(
        0,
        &[
            "2 areas, 2 bodies, 2 sessions",
            "không có địa bàn “Thôn Tây”; đã có: Tổ dân phố Ngọc Thị, Thôn Đông",
            "“40/12/2026” không phải ngày khai mạc",
            "“Thôn Đông” trùng tên",
        ],
    );
    assert_eq!(
        told.said.matches("Xin trả lời lại").count(),
        7,
        "{}",
        told.said
    );
    assert!(!told.said.contains("secret"), "{}", told.said);
    assert!(!told.said.contains("left out"), "{}", told.said);
    let written = fs::read_to_string(setup.path("town/council.toml")).unwrap();
    for line in [
        "name = \"Hội đồng nhân dân Mẫu\"",
        "level = \"commune\"",
        "term = { name = \"2026–2031\"",
        "opens_on = 2026-12-10",
        "questions_close_at = 2026-12-05T17:00:00+07:00",
        "questions_close_at = 2027-07-05T17:00:00+07:00",
        "office = \"Trụ sở UBND, 0226 123 456\"",
        "police = \"Công an xã Mẫu\"",
    ] {
        assert!(written.contains(line), "{line} is missing in:\n{written}");
    }
    assert!(!written.contains("citizen_reception"), "{written}");
    let environment = fs::read_to_string(setup.path("town/.env")).unwrap();
    assert!(environment.contains("\nTELOXIDE_TOKEN=7770001:TESTsecret\n"));
    setup
        .tool(&["load", "town/council.toml"])
        .is(0, &["loaded"]);
}

#[test]
fn what_a_flag_or_a_spreadsheet_says_is_not_asked() {
    let setup = Setup::alone();
    let template = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/hoi-dong-mau.xlsx");
    let told = setup.tool_answered(&["init", "new", "--from", template], "");
    told.is(0, &["4 areas, 4 bodies, 1 sessions", "left out: ", "token"]);
    for asked in ["Tên đầy đủ", "Nhiệm kỳ", "Địa bàn:", "Kỳ họp,"] {
        assert!(!told.said.contains(asked), "{asked}: {}", told.said);
    }
}

#[test]
fn answers_that_end_too_early_are_told_what_is_missing_in_one_sentence() {
    let setup = Setup::alone();
    let told = setup.tool_answered(&["init", "new"], "Hội đồng nhân dân xã A\n");
    told.is(2, &["the answers ended", "--term (", "--area ("]);
    assert!(!told.said.contains("--name"), "{}", told.said);
    let sentences = told.said.lines().filter(|line| line.contains("--"));
    assert_eq!(sentences.count(), 1, "{}", told.said);
    setup
        .tool_answered(&["init", "new"], "")
        .is(2, &["--name (", "--term (", "--area ("]);
    assert!(!setup.path("new").exists());

    let said = answers(&["Hội đồng nhân dân xã A", "2026-2031", "Thôn Đông"]);
    setup.tool_answered(&["init", "new"], &said).is(
        0,
        &[
            "1 areas, 1 bodies, 0 sessions",
            "left out: delegations, sessions, office",
        ],
    );
}

#[test]
fn administrators_are_written_so_that_they_are_read_back() {
    let setup = Setup::alone().without("CUTRI_COUNCIL");
    let flags = [
        "init",
        ".",
        "--no-questions",
        "--name",
        "Hội đồng nhân dân xã A",
        "--term",
        "2026-2031",
        "--area",
        "Thôn Đông",
        "--admins",
    ];
    setup
        .tool(&[&flags[..], &["1, anna"]].concat())
        .is(2, &["--admins: \"anna\" is not a Telegram user id"]);
    assert!(!setup.path(".env").exists());
    setup.tool(&[&flags[..], &["2, 1,"]].concat()).is(0, &[]);
    let written = fs::read_to_string(setup.path(".env")).unwrap();
    assert!(written.contains("\nCUTRI_ADMINS=1,2\n"), "{written}");
    let checked = setup.tool(&["check"]).said;
    assert!(checked.contains("ok       configuration"), "{checked}");
    assert!(!checked.contains("PROBLEM  administrators"), "{checked}");
}

#[test]
fn a_bad_cell_is_named_with_the_file_it_stands_in() {
    let setup = Setup::alone();
    let write = |name: &str, text: &str| fs::write(setup.path(name), text).unwrap();
    write(
        "dia-ban.csv",
        "\nTên,Loại,Tên khác\n\nThôn Đông,thôn,\"Đông\nXóm Đông\"\n",
    );
    write(
        "don-vi.csv",
        "Tên;Loại;Địa bàn\r\n\r\nTổ 1;tổ đại biểu;Thôn Đông\r\n\r\n\r\nTổ 2;tổ đại biểu;Thôn Tây\r\n",
    );
    let bad = "don-vi.csv: don-vi!C6: \"Thôn Tây\"";
    let flags = [
        "init",
        "new",
        "--from",
        "dia-ban.csv",
        "--from",
        "don-vi.csv",
        "--name",
        "Hội đồng nhân dân xã A",
        "--term",
        "2026-2031",
    ];
    let told = setup.tool(&flags);
    told.is(2, &[bad]);
    assert!(!told.said.contains("dia-ban.csv"), "{}", told.said);
    setup
        .tool(&["load", crate::bot::COUNCIL])
        .is(0, &["loaded"]);
    let told = setup.tool(&["load", "dia-ban.csv", "don-vi.csv"]);
    told.is(2, &[bad]);
    assert!(!told.said.contains("dia-ban.csv"), "{}", told.said);

    write(
        "hoi-dong.csv",
        "Mục,Nội dung\nTên,Hội đồng nhân dân xã A\nTiền tố,ABC\n",
    );
    let told = setup.tool(&[
        "init",
        "new",
        "--from",
        "hoi-dong.csv",
        "--no-questions",
        "--term",
        "2026-2031",
        "--area",
        "Thôn Đông",
    ]);
    told.is(2, &["hoi-dong.csv: hoi-dong!B3: \"ABC\""]);
}

#[test]
fn whoever_leaves_the_pipe_open_and_says_nothing_keeps_nobody_waiting() {
    let setup = Setup::alone();
    setup.tool_in_silence(&["init", "town"]).is(2, &["--name"]);
    assert!(!setup.path("town").exists());
}
