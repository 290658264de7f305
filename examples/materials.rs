//! What a release is made of: reads `cargo metadata` from standard input and writes, into the folder given, a bill of materials
//! (`cutri.cdx.json`, `CycloneDX` 1.5) and the licences of every dependency (`LICENCES.txt`). Used by `deploy/release`.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::json;

/// The part of `cargo metadata` that matters here.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    source: Option<String>,
    repository: Option<String>,
    manifest_path: PathBuf,
}

#[derive(Deserialize)]
struct Resolve {
    root: Option<String>,
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<DependencyKind>,
}

#[derive(Deserialize)]
struct DependencyKind {
    kind: Option<String>,
}

fn main() -> Result<()> {
    let out = std::env::args()
        .nth(1)
        .context("the folder to write into")?;
    let metadata: Metadata =
        serde_json::from_reader(io::stdin()).context("cannot read cargo metadata")?;
    let linked = linked(&metadata)?;
    let packages: BTreeMap<(&str, &str), &Package> = metadata
        .packages
        .iter()
        .filter(|package| linked.contains(&package.id))
        .map(|package| ((package.name.as_str(), package.version.as_str()), package))
        .collect();
    let root = metadata.resolve.root.as_deref();
    let own = metadata
        .packages
        .iter()
        .find(|package| Some(package.id.as_str()) == root)
        .context("there is no package of our own")?;
    let components: Vec<_> = packages
        .values()
        .filter(|package| package.source.is_some())
        .map(|package| {
            json!({
                "type": "library",
                "name": package.name,
                "version": package.version,
                "purl": format!("pkg:cargo/{}@{}", package.name, package.version),
                "licenses": [{ "expression": spdx(package) }],
                "externalReferences": package.repository.iter()
                    .map(|url| json!({ "type": "vcs", "url": url })).collect::<Vec<_>>(),
            })
        })
        .collect();
    let bill = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": {
            "type": "application", "name": own.name, "version": own.version,
            "licenses": [{ "expression": spdx(own) }],
        } },
        "components": components,
    });
    let out = Path::new(&out);
    fs::write(
        out.join("cutri.cdx.json"),
        serde_json::to_string_pretty(&bill)? + "\n",
    )?;
    let (text, without) = licences(packages.values().copied())?;
    fs::write(out.join("LICENCES.txt"), text)?;
    eprintln!(
        "{} dependencies; {without} of them bring no licence file, only its name",
        components.len()
    );
    Ok(())
}

/// What ends up in the program: not what only its tests or its building need.
fn linked(metadata: &Metadata) -> Result<BTreeSet<String>> {
    let nodes: BTreeMap<&str, &Node> = metadata
        .resolve
        .nodes
        .iter()
        .map(|node| (node.id.as_str(), node))
        .collect();
    let root = metadata.resolve.root.clone().context("there is no root")?;
    let mut waiting = vec![root];
    let mut seen = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        let Some(node) = nodes.get(id.as_str()).filter(|_| seen.insert(id.clone())) else {
            continue;
        };
        let needed = node
            .deps
            .iter()
            .filter(|dep| dep.dep_kinds.iter().any(|kind| kind.kind.is_none()));
        waiting.extend(needed.map(|dep| dep.pkg.clone()));
    }
    Ok(seen)
}

/// Older crates write `MIT/Apache-2.0`.
fn spdx(package: &Package) -> String {
    let named = package.license.as_deref().unwrap_or("NOASSERTION");
    named.replace('/', " OR ")
}

/// Every licence text once, with the packages under it.
fn licences<'a>(packages: impl Iterator<Item = &'a Package>) -> Result<(String, usize)> {
    let mut texts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut without = 0;
    for package in packages.filter(|package| package.source.is_some()) {
        let called = format!("{} {} ({})", package.name, package.version, spdx(package));
        let folder = package
            .manifest_path
            .parent()
            .context("a package without a folder")?;
        let mut is_found = false;
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .to_uppercase();
            let is_licence = ["LICENSE", "LICENCE", "COPYING", "NOTICE"]
                .iter()
                .any(|begin| name.starts_with(begin));
            if is_licence && path.is_file() {
                let text = String::from_utf8_lossy(&fs::read(&path)?).trim().to_owned();
                texts.entry(text).or_default().insert(called.clone());
                is_found = true;
            }
        }
        if !is_found {
            without += 1;
            texts.entry(String::new()).or_default().insert(called);
        }
    }
    let mut all = String::from("Licences of what cutri is made of.\n");
    for (text, packages) in texts {
        let _ = write!(all, "\n{}\n", "=".repeat(100));
        for package in packages {
            let _ = writeln!(all, "{package}");
        }
        if text.is_empty() {
            all.push_str("\n(no licence file in the package: the text of the licence named)\n");
        } else {
            let _ = write!(all, "\n{text}\n");
        }
    }
    Ok((all, without))
}
