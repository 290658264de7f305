//! What `deploy/kubernetes/generate` makes of councils is what Kubernetes takes: rendered and held against its API schemas by
//! `kubernetes.py`, where Python has them.

use std::{
    fs,
    io::{self, Write},
    os::unix::fs::PermissionsExt,
    path::Path,
    process::{Command, Output},
};

use tempfile::TempDir;

use crate::code::root;

/// What the script says when the schemas are not there.
const SKIPPED: i32 = 77;

/// A copy of `deploy/kubernetes`, so that what is made of councils lies nowhere else.
fn kubernetes() -> TempDir {
    let copy = TempDir::new().unwrap();
    let from = root().join("../deploy/kubernetes");
    let done = Command::new("cp")
        .arg("-r")
        .args([from.join("base"), from.join("generate")])
        .arg(copy.path())
        .status();
    assert!(done.unwrap().success());
    copy
}

/// A folder as `cutri init` makes it.
fn council(folder: &Path, code: &str, environment: &str) {
    let own = folder.join(code);
    fs::create_dir(&own).unwrap();
    let text =
        format!("[council]\ncode = \"{code}\"\nname = \"Hội đồng\"\n\n[[areas]]\ncode = \"a\"\n");
    fs::write(own.join("council.toml"), text).unwrap();
    fs::write(own.join(".env"), environment).unwrap();
}

fn generate(copy: &Path, image: &str, codes: &[&str]) -> Output {
    let mut command = Command::new(copy.join("generate"));
    command.current_dir(copy).args(codes);
    if image.is_empty() {
        command.env_remove("IMAGE");
    } else {
        command.env("IMAGE", image);
    }
    command.output().unwrap()
}

#[test]
fn what_is_generated_is_what_kubernetes_takes() {
    let copy = kubernetes();
    let folder = copy.path();
    council(
        folder,
        "duy-tien",
        "TELOXIDE_TOKEN=\"1:abc\"\nCUTRI_ADMINS=1\nCUTRI_DATABASE=data/cutri.db\n",
    );
    council(folder, "xa-mau-2", "# a note\nTELOXIDE_TOKEN=2:def\n");
    let image = "registry.example.vn:5000/cutri:1.0.0";
    let made = generate(folder, image, &["duy-tien", "xa-mau-2"]);
    assert!(made.status.success(), "{made:?}");
    let own = folder.join("councils/duy-tien");
    let secret = own.join("secret.env");
    assert_eq!(
        fs::read_to_string(&secret).unwrap(),
        "TELOXIDE_TOKEN=1:abc\nCUTRI_ADMINS=1\n",
        "no quotes, and nothing that the pod sets itself"
    );
    assert_eq!(
        fs::metadata(&secret).unwrap().permissions().mode() & 0o777,
        0o600
    );
    let kustomization = fs::read_to_string(own.join("kustomization.yaml")).unwrap();
    let named = "newName: registry.example.vn:5000/cutri\n    newTag: \"1.0.0\"\n";
    assert!(kustomization.contains(named), "{kustomization}");

    let script = root().join("../tests/architecture/kubernetes.py");
    let is_ci = std::env::var_os("CI").is_some();
    let looked = Command::new("python3").arg(script).arg(folder).output();
    let code = looked
        .as_ref()
        .ok()
        .map_or(Some(SKIPPED), |done| done.status.code());
    if code == Some(SKIPPED) && !is_ci {
        let why =
            "skipped: no python3 with kubernetes-validate, so Kubernetes' schemas were not asked";
        // Past the harness, which shows what a test prints only when it fails.
        let _ = writeln!(io::stderr(), "{why}");
        return;
    }
    let looked = looked.unwrap();
    let said = [looked.stdout, looked.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.starts_with("2 councils, 24 looks"), "{said}");
}

#[test]
fn what_kubernetes_would_not_take_is_refused() {
    let copy = kubernetes();
    let folder = copy.path();
    let long = "a".repeat(58);
    council(folder, &long, "TELOXIDE_TOKEN=1:abc\n");
    council(folder, "no-token", "TELOXIDE_TOKEN=\n");
    council(folder, "whole", "TELOXIDE_TOKEN=1:abc\n");
    for (image, code, word) in [
        ("", long.as_str(), "no name for Kubernetes"),
        ("", "no-token", "no token"),
        ("", "nowhere", "no council.toml"),
        ("registry:5000/cutri", "whole", "no tag"),
    ] {
        let made = generate(folder, image, &[code]);
        let said = String::from_utf8_lossy(&made.stderr);
        assert_eq!(made.status.code(), Some(2), "{said}");
        assert!(said.contains(word), "{said}");
    }
    let usage = generate(folder, "", &[]);
    assert_eq!(usage.status.code(), Some(2));
    let said = String::from_utf8_lossy(&usage.stderr);
    assert!(said.contains("kubectl apply -k"), "{said}");
}
