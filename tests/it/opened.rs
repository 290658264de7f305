//! Every paper, opened by programs that are not ours. They are no part of the project: where one is missing the test says so,
//! except where `CI` is set.

use std::{
    io::{self, Write as _},
    path::Path,
};

use cutri::domain::{
    keyword::Keyword as _,
    report::{Needs, ReportKind},
};

use crate::{
    counted::{Cast, a_quarter},
    reports::file,
};

/// Where the papers are kept, and how `LibreOffice` shows them: for whoever wants to look at them (`docs/papers/README.md`).
const KEEP_IN: &str = "CUTRI_KEEP_PAPERS_IN";

/// What the script says when a program is missing.
const SKIPPED: i32 = 77;

async fn writes_every_paper(cast: &Cast, folder: &Path) {
    for kind in ReportKind::ALL {
        let about = match kind.needs() {
            Needs::Meeting => "DV01",
            Needs::Session => "kh-4",
            Needs::Nothing => "",
        };
        for form in kind.forms() {
            cast.thu
                .says(&format!("/baocao {kind} {about} {form}"))
                .await;
            let (name, bytes, _) = file(&cast.town, &cast.thu);
            assert!(name.starts_with(kind.as_str()), "{kind}: {name}");
            std::fs::write(folder.join(format!("{kind}.{form}")), bytes).unwrap();
        }
    }
}

#[tokio::test]
async fn other_programs_open_every_paper_and_find_the_rules_of_the_decree_kept() {
    let cast = a_quarter().await;
    let folder = tempfile::tempdir().unwrap();
    let kept = std::env::var_os(KEEP_IN).map(std::path::PathBuf::from);
    let folder = kept.as_deref().unwrap_or(folder.path());
    writes_every_paper(&cast, folder).await;
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/papers/read.py");
    let mut python = std::process::Command::new("python3");
    python.arg(script).arg(folder);
    if kept.is_some() {
        python.arg(folder.join("pdf"));
    }
    let is_ci = std::env::var_os("CI").is_some();
    let Ok(done) = python.output() else {
        assert!(!is_ci, "there is no python3");
        let _ = writeln!(
            io::stderr(),
            "skipped: there is no python3 to open papers with"
        );
        return;
    };
    let said = String::from_utf8_lossy(&done.stdout);
    let code = done.status.code().unwrap();
    assert!(
        code == 0 || (code == SKIPPED && !is_ci),
        "{said}{}",
        String::from_utf8_lossy(&done.stderr)
    );
    println!("{said}");
    for line in said.lines().filter(|line| line.starts_with("skipped")) {
        // Past the harness, which shows what a test prints only when it fails.
        let _ = writeln!(io::stderr(), "{line}");
    }
}
