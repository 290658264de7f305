//! Reads the code: files without their tests and comments, and the modules that they name.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// A module from the crate's root: `["messages", "answer", "approval"]`.
pub(crate) type Module = Vec<String>;

/// One file of `src/`.
pub(crate) struct File {
    /// The folder or file directly in `src/`.
    pub(crate) room: String,
    /// From `src/`.
    pub(crate) path: String,
    /// The module it is.
    pub(crate) module: Module,
    /// Its lines without comments and tests.
    pub(crate) lines: Vec<String>,
    /// Every path into the crate that it names, from the root.
    pub(crate) names: BTreeSet<Module>,
}

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every file outside tests.
pub(crate) fn files() -> Vec<File> {
    let root = root();
    let files: Vec<File> = rust_files(&root)
        .into_iter()
        .filter(|path| !is_test(path.strip_prefix(&root).unwrap()))
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            file(path.strip_prefix(&root).unwrap(), &text)
        })
        .collect();
    assert!(files.len() > 300, "the code was not found");
    files
}

fn is_test(path: &Path) -> bool {
    path.components().any(|part| {
        let name = part.as_os_str().to_string_lossy();
        let name = name.trim_end_matches(".rs");
        name == "tests" || name.ends_with("_tests")
    })
}

/// A file as it is read, `path` from `src/`.
pub(crate) fn file(path: &Path, text: &str) -> File {
    let mut module: Module = path
        .with_extension("")
        .components()
        .map(|part| part.as_os_str().to_string_lossy().into_owned())
        .collect();
    let room = module[0].clone();
    if ["mod", "lib", "main"].contains(&module.last().unwrap().as_str()) {
        module.pop();
    }
    let lines: Vec<String> = without_tests(text)
        .into_iter()
        .map(str::trim)
        .filter(|line| !line.starts_with("//"))
        .map(str::to_owned)
        .collect();
    let names = names(&lines.join("\n"), &module);
    let path = path.display().to_string();
    File {
        room,
        path,
        module,
        lines,
        names,
    }
}

/// The lines that are there when nobody tests: an item behind `#[cfg(test)]` is left out, up to its semicolon or to the
/// brace below its first letter, and what follows it stays.
fn without_tests(text: &str) -> Vec<&str> {
    let (mut kept, mut lines) = (Vec::new(), text.lines());
    while let Some(line) = lines.next() {
        if line.trim() != "#[cfg(test)]" {
            kept.push(line);
            continue;
        }
        let end = format!("{}}}", &line[..line.len() - line.trim_start().len()]);
        let mut item = lines
            .by_ref()
            .skip_while(|line| line.trim_start().starts_with("#["));
        let is_short = |line: &str| line.ends_with(';') || line.ends_with('}');
        if item.next().is_some_and(|first| !is_short(first)) {
            item.find(|line| *line == end || line.starts_with(&format!("{end};")));
        }
    }
    kept
}

/// `use` trees and paths in the code, from the crate's root.
fn names(code: &str, module: &Module) -> BTreeSet<Module> {
    let mut found = BTreeSet::new();
    for start in ["crate::", "cutri::", "super::", "self::"] {
        for (at, _) in code.match_indices(start) {
            let before = code[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
                continue;
            }
            expand(&code[at..], &Vec::new(), &mut found);
        }
    }
    // `mod rules; pub use rules::Rules;`: a path may begin with a module that is declared here.
    for declared in declared(code) {
        for (at, _) in code.match_indices(&format!("use {declared}::")) {
            let own = vec!["self".to_owned()];
            expand(&code[at + "use ".len()..], &own, &mut found);
        }
    }
    found
        .into_iter()
        .filter_map(|name| absolute(name, module))
        .collect()
}

fn declared(code: &str) -> impl Iterator<Item = &str> {
    code.lines()
        .filter_map(|line| Some(line.strip_suffix(';')?.split_once("mod ")?.1))
}

/// Adds what the path or tree at the beginning of `code` names, behind `prefix`.
fn expand(code: &str, prefix: &Module, found: &mut BTreeSet<Module>) {
    let mut name = prefix.clone();
    let mut rest = code.trim_start();
    loop {
        let word: String = rest
            .chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect();
        rest = &rest[word.len()..];
        if !word.is_empty() {
            name.push(word);
        }
        let Some(behind) = rest.strip_prefix("::") else {
            break;
        };
        rest = behind;
        if let Some(list) = rest.strip_prefix('{') {
            for item in items(list) {
                expand(item, &name, found);
            }
            return;
        }
    }
    found.insert(name);
}

/// The items of a list up to its closing brace.
fn items(list: &str) -> Vec<&str> {
    let (mut depth, mut start, mut items) = (0, 0, Vec::new());
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                items.push(&list[start..at]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                items.push(&list[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    items.retain(|item| !item.trim().is_empty());
    items
}

fn absolute(name: Module, module: &Module) -> Option<Module> {
    let mut base = match name[0].as_str() {
        "crate" | "cutri" => Module::new(),
        _ => module.clone(),
    };
    for part in name {
        match part.as_str() {
            "crate" | "cutri" | "self" => {}
            "super" => {
                base.pop()?;
            }
            _ => base.push(part),
        }
    }
    (!base.is_empty()).then_some(base)
}

/// Which module names which, over the files given. A shelf's modules are known by what `pub use self::shelf::…` of
/// their layer calls them.
pub(crate) fn arrows(files: &[File]) -> BTreeMap<Module, BTreeSet<Module>> {
    let modules: BTreeSet<&Module> = files.iter().map(|file| &file.module).collect();
    let mut shelved: BTreeMap<Module, &Module> = BTreeMap::new();
    for file in files.iter().filter(|file| file.module.len() == 1) {
        for name in file.names.iter().filter(|name| name.len() == 3) {
            if let Some(module) = modules.get(name) {
                let known = vec![name[0].clone(), name[2].clone()];
                shelved.entry(known).or_insert(module);
            }
        }
    }
    let meant = |name: &Module| -> Option<Module> {
        let known = name.get(..2).map(<[String]>::to_vec);
        let name = match known.and_then(|known| shelved.get(&known)) {
            Some(module) => [module.as_slice(), &name[2..]].concat(),
            None => name.clone(),
        };
        (1..=name.len()).rev().find_map(|length| {
            modules
                .get(&name[..length].to_vec())
                .map(|module| (*module).clone())
        })
    };
    files
        .iter()
        .map(|file| {
            let to = file.names.iter().filter_map(meant);
            (
                file.module.clone(),
                to.filter(|to| *to != file.module).collect(),
            )
        })
        .collect()
}

/// Two of these that lead to each other over the arrows, each as `of` calls them.
pub(crate) fn circle<K: Ord + Clone>(
    arrows: &BTreeMap<Module, BTreeSet<Module>>,
    of: impl Fn(&Module) -> Option<K>,
    over: impl Fn(&Module) -> Option<Module>,
) -> Option<(K, K)> {
    let mut graph: BTreeMap<Module, BTreeSet<Module>> = BTreeMap::new();
    for (from, to) in arrows {
        let Some(from) = over(from) else { continue };
        let to = to.iter().filter_map(&over).filter(|to| *to != from);
        graph.entry(from.clone()).or_default().extend(to);
    }
    let reached = |from: &Module| {
        let (mut seen, mut left) = (BTreeSet::new(), vec![from.clone()]);
        while let Some(next) = left.pop() {
            for to in graph.get(&next).into_iter().flatten() {
                if seen.insert(to.clone()) {
                    left.push(to.clone());
                }
            }
        }
        seen
    };
    let reach: BTreeMap<&Module, BTreeSet<Module>> =
        graph.keys().map(|node| (node, reached(node))).collect();
    reach.iter().find_map(|(one, to)| {
        to.iter()
            .filter(|other| reach.get(other).is_some_and(|back| back.contains(*one)))
            .find_map(|other| {
                let (a, b) = (of(one)?, of(other)?);
                (a != b).then_some((a, b))
            })
    })
}

pub(crate) fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

#[test]
fn paths_and_lists_are_read_whatever_they_begin_with() {
    let text = "mod past;\npub use past::Past;\nuse super::QUOTED;\nuse crate::{\n    chat::button::{self, Button},\n    handlers::{card::deeds, HandlerError},\n};\n\
        // crate::never\nfn f() { crate::store::keep(self::deeper::x()); supper::of::y() }\n#[cfg(test)]\nmod tests { use crate::run; }";
    let read = file(Path::new("messages/card/mod.rs"), text);
    let names: Vec<String> = read.names.iter().map(|name| name.join("::")).collect();
    assert_eq!(
        names,
        [
            "chat::button",
            "chat::button::Button",
            "handlers::HandlerError",
            "handlers::card::deeds",
            "messages::QUOTED",
            "messages::card::deeper::x",
            "messages::card::past::Past",
            "store::keep",
        ]
    );
}

#[test]
fn what_follows_a_test_item_is_read() {
    let text = "#[cfg(test)]\n#[path = \"x_tests.rs\"]\nmod tests;\npub mod tag;\npub use crate::text::utf16;\n\n\
        impl Past {\n    #[cfg(test)]\n    fn every() {\n        if x {\n        }\n        crate::never()\n    }\n\n    fn f() {\n        \
        crate::store::keep()\n    }\n}\n\n#[cfg(test)]\nmod more {\n    use crate::run;\n}\n\nfn g() {\n    crate::chat::x()\n}\n";
    let read = file(Path::new("messages/card/mod.rs"), text);
    let names: Vec<String> = read.names.iter().map(|name| name.join("::")).collect();
    assert_eq!(names, ["chat::x", "store::keep", "text::utf16"]);
}
