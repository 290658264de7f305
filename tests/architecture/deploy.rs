//! What is in `deploy/` says what the program does: one process a council, its pages, its variables, files that are there.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use crate::code::root;

fn deploy() -> PathBuf {
    root().join("../deploy")
}

fn text(path: &str) -> String {
    fs::read_to_string(deploy().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Everything below `folder`.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// YAML as far as it can be told without a reader: no tabs, indented by twos, every key with a value, a list or a block below
/// it, brackets closed on their line.
#[test]
fn yaml_is_yaml() {
    let mut all = Vec::new();
    files(&deploy(), &mut all);
    let is_yaml = |path: &&PathBuf| {
        path.extension()
            .is_some_and(|end| end == "yaml" || end == "yml")
    };
    let yaml: Vec<&PathBuf> = all.iter().filter(is_yaml).collect();
    assert!(yaml.len() >= 6, "{yaml:?}");
    for path in yaml {
        let text = fs::read_to_string(path).unwrap();
        let shown = path.display();
        let mut block_below = None;
        let lines: Vec<&str> = text.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            let indent = line.len() - line.trim_start_matches(' ').len();
            assert!(!line.contains('\t'), "{shown}:{}: a tab", at + 1);
            if line.trim().is_empty() || block_below.is_some_and(|above| indent > above) {
                continue;
            }
            block_below = None;
            let content = line.trim();
            if content.starts_with('#') {
                continue;
            }
            assert_eq!(indent % 2, 0, "{shown}:{}: {line}", at + 1);
            if content.ends_with('|') {
                block_below = Some(indent);
                continue;
            }
            let count = |sign: char| content.matches(sign).count();
            assert_eq!(count('['), count(']'), "{shown}:{}: {line}", at + 1);
            assert_eq!(count('{'), count('}'), "{shown}:{}: {line}", at + 1);
            if content.ends_with(':') && !content.starts_with("- ") {
                let below = lines[at + 1..].iter().find(|next| {
                    let next = next.trim();
                    !next.is_empty() && !next.starts_with('#')
                });
                let deeper = below.is_some_and(|next| {
                    let next_indent = next.len() - next.trim_start_matches(' ').len();
                    next_indent > indent || next.trim().starts_with("- ") && next_indent == indent
                });
                // A named volume of compose may have nothing below it.
                assert!(
                    deeper || indent == 2,
                    "{shown}:{}: {line} has nothing below it",
                    at + 1
                );
            }
        }
    }
}

#[test]
fn a_council_is_one_process_with_its_disk_and_its_probes() {
    let set = text("kubernetes/base/statefulset.yaml");
    for needed in [
        "kind: StatefulSet",
        "replicas: 1\n",
        "startupProbe:\n            httpGet: { path: /healthz, port: http }",
        "livenessProbe:\n            httpGet: { path: /healthz, port: http }",
        "readinessProbe:\n            httpGet: { path: /readyz, port: http }",
        "volumeClaimTemplates:",
        "runAsNonRoot: true",
        "readOnlyRootFilesystem: true",
    ] {
        assert!(set.contains(needed), "{needed}");
    }
    assert!(
        !set.contains("livenessProbe:\n            httpGet: { path: /readyz"),
        "a restart does not bring Telegram back"
    );
    let backup = text("kubernetes/base/backup.yaml");
    assert!(
        backup.contains("claimName: data-cutri-0"),
        "the claim of the one replica"
    );
    let listed = text("kubernetes/base/kustomization.yaml");
    for line in listed
        .lines()
        .filter_map(|line| line.trim().strip_prefix("- "))
    {
        assert!(
            deploy().join("kubernetes/base").join(line).exists(),
            "{line}"
        );
    }
}

#[test]
fn units_say_ready_and_live() {
    for unit in ["cutri.service", "cutri@.service"] {
        let unit = text(unit);
        for line in [
            "Type=notify",
            "WatchdogSec=",
            "RestartPreventExitStatus=2",
            "UMask=0077",
        ] {
            assert!(unit.contains(line), "{line}");
        }
    }
}

/// Variables and pages that are named are ones that there are.
#[test]
fn what_is_deployed_is_what_there_is() {
    let config = fs::read_to_string(root().join("config.rs")).unwrap();
    let mut all = Vec::new();
    files(&deploy(), &mut all);
    let mut named = BTreeSet::new();
    for path in all {
        let text = fs::read_to_string(&path).unwrap_or_default();
        for begin in ["CUTRI_", "TELOXIDE_"] {
            for piece in text.split(begin).skip(1) {
                let end = piece.find(|sign: char| !sign.is_ascii_uppercase() && sign != '_');
                let name = &piece[..end.unwrap_or(piece.len())];
                // `CUTRI_WEBHOOK_` is the beginning of two.
                if !name.is_empty() && !name.ends_with('_') {
                    named.insert(format!("{begin}{name}"));
                }
            }
        }
    }
    assert!(named.len() > 4, "{named:?}");
    for name in named {
        assert!(
            config.contains(&format!("\"{name}\"")),
            "{name}: there is no such variable"
        );
    }
}
