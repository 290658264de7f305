//! What is found while a council file is read: problems, codes declared, codes referred to.

use std::cell::RefCell;
use std::collections::HashMap;

use super::Problem;
use crate::domain::body::BodyKind;
use crate::domain::keyword::Keyword;

/// Tables whose entries have codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Coded {
    Area,
    Body,
    Category,
    Session,
    Meeting,
}

impl Coded {
    fn noun(self) -> &'static str {
        match self {
            Self::Area => "an area",
            Self::Body => "a body",
            Self::Category => "a category",
            Self::Session => "a session",
            Self::Meeting => "a meeting",
        }
    }
}

struct Reference {
    at: usize,
    path: String,
    table: Coded,
    code: String,
    /// What a body that is referred to has to be.
    kind: Option<BodyKind>,
}

/// Misspelt codes get a suggestion, but only so many: a wrong file of thousands of lines must not take long.
const MAX_SUGGESTIONS: usize = 50;

/// The notebook of one reading. Shared by all tables and values, hence the cells.
pub(super) struct Findings {
    line_starts: Vec<usize>,
    problems: RefCell<Vec<Problem>>,
    declared: RefCell<HashMap<(Coded, String), usize>>,
    /// Kinds of bodies, and lines where areas were given to a delegation.
    body_kinds: RefCell<HashMap<String, BodyKind>>,
    delegated: RefCell<HashMap<String, (usize, String)>>,
    references: RefCell<Vec<Reference>>,
}

impl Findings {
    pub(super) fn new(source: &str) -> Self {
        let breaks = source
            .bytes()
            .enumerate()
            .filter(|(_, byte)| *byte == b'\n');
        Self {
            line_starts: std::iter::once(0)
                .chain(breaks.map(|(at, _)| at + 1))
                .collect(),
            problems: RefCell::default(),
            declared: RefCell::default(),
            body_kinds: RefCell::default(),
            delegated: RefCell::default(),
            references: RefCell::default(),
        }
    }

    /// The line of a byte offset, counted from 1.
    fn line(&self, at: usize) -> usize {
        self.line_starts.partition_point(|&start| start <= at)
    }

    /// Notes a problem.
    pub(super) fn reject(&self, at: usize, path: &str, message: impl Into<String>) {
        self.problems.borrow_mut().push(Problem {
            line: self.line(at),
            path: path.to_owned(),
            message: message.into(),
        });
    }

    /// Notes a code that exists from now on, and rejects it if it did before.
    pub(super) fn declare(&self, table: Coded, code: &str, at: usize, path: &str) {
        // Meeting codes are typed from posters: in any case.
        let key = (table, code.to_ascii_lowercase());
        let before = self.declared.borrow().get(&key).copied();
        match before {
            Some(line) => self.reject(at, path, format!("{code:?} is already used in line {line}")),
            None => {
                self.declared.borrow_mut().insert(key, self.line(at));
            }
        }
    }

    /// Notes a code that is known without standing in the file.
    pub(super) fn declare_built_in(&self, table: Coded, code: &str) {
        let key = (table, code.to_owned());
        self.declared.borrow_mut().entry(key).or_insert(0);
    }

    /// Notes what a body is.
    pub(super) fn declare_kind(&self, code: &str, kind: BodyKind) {
        self.body_kinds.borrow_mut().insert(code.to_owned(), kind);
    }

    /// Gives an area to a delegation, and rejects it if another one already has it.
    pub(super) fn delegate(&self, area: &str, to: &str, at: usize, path: &str) {
        let mut delegated = self.delegated.borrow_mut();
        if let Some((line, owner)) = delegated.get(area) {
            let message = format!("{area:?} already has the delegation {owner:?} (line {line})");
            self.reject(at, path, message);
            return;
        }
        delegated.insert(area.to_owned(), (self.line(at), to.to_owned()));
    }

    /// Notes a code that must be declared somewhere in the file.
    pub(super) fn refer(&self, table: Coded, code: &str, at: usize, path: &str) {
        self.note_reference(table, code, at, path, None);
    }

    /// Notes the code of a body that must be declared with this kind.
    pub(super) fn refer_to_body(&self, kind: BodyKind, code: &str, at: usize, path: &str) {
        self.note_reference(Coded::Body, code, at, path, Some(kind));
    }

    fn note_reference(
        &self,
        table: Coded,
        code: &str,
        at: usize,
        path: &str,
        kind: Option<BodyKind>,
    ) {
        self.references.borrow_mut().push(Reference {
            at,
            path: path.to_owned(),
            table,
            code: code.to_owned(),
            kind,
        });
    }

    /// Rejects references to nothing, once everything has been read.
    pub(super) fn check_references(&self) {
        let declared = self.declared.borrow();
        let mut suggestions = 0;
        for reference in self.references.borrow().iter() {
            let Reference {
                at,
                path,
                table,
                code,
                kind,
            } = reference;
            if !declared.contains_key(&(*table, code.clone())) {
                let codes = declared
                    .keys()
                    .filter(|(of, _)| of == table)
                    .map(|(_, code)| code.as_str());
                let hint = if suggestions < MAX_SUGGESTIONS {
                    did_you_mean(code, codes)
                } else {
                    String::new()
                };
                suggestions += 1;
                self.reject(
                    *at,
                    path,
                    format!("{code:?} is not the code of {}{hint}", table.noun()),
                );
                continue;
            }
            let actual = self.body_kinds.borrow().get(code).copied();
            if let (Some(kind), Some(actual)) = (*kind, actual)
                && kind != actual
            {
                let message = format!(
                    "{code:?} is a body of kind {:?}, not {:?}",
                    actual.as_str(),
                    kind.as_str()
                );
                self.reject(*at, path, message);
            }
        }
    }

    /// All problems in the order of their lines.
    pub(super) fn into_problems(self) -> Vec<Problem> {
        let mut problems = self.problems.into_inner();
        problems.sort();
        problems.dedup();
        problems
    }
}

/// `; did you mean "…"?` with the nearest of the known words, or nothing if none is near.
pub(super) fn did_you_mean<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> String {
    let allowed = 1 + word.len() / 4;
    known
        .map(|candidate| (strsim::osa_distance(word, candidate), candidate))
        .filter(|&(distance, _)| distance <= allowed)
        .min()
        .map_or_else(String::new, |(_, nearest)| {
            format!("; did you mean {nearest:?}?")
        })
}
