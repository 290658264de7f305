//! What of a paper a council may word otherwise: headings, phrases, symbols, who gets it, who signs.
//!
//! The templates that come with the program stand in `templates/papers/`; a council puts its own files of the same names
//! beside its council file. A key that one of them lacks is taken from the program's, so a paper is always whole.

use std::{collections::BTreeMap, fmt, sync::LazyLock};

use serde::{Deserialize, Serialize};

use super::ReportKind;
use crate::domain::keyword::Keyword as _;

/// What is wrong with a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateProblem {
    /// Line in the file, counted from 1.
    pub line: usize,
    /// Its key, where it is known.
    pub path: String,
    /// What is wrong, in English.
    pub message: String,
}

impl fmt::Display for TemplateProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: ", self.line)?;
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.message)
    }
}

/// A template: what its file says.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Template {
    /// The type of paper, in capitals: BÁO CÁO. Empty for a letter (công văn).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What it is about (trích yếu).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// The letters of the type: BC. Empty for a letter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    /// The letters of the issuer behind them, where they are not the council's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer_symbol: Option<String>,
    /// Lines of the issuer, where it is not the council.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer: Option<Vec<String>>,
    /// Căn cứ, one line each, without the sign at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grounds: Option<Vec<String>>,
    /// Sentences and headings by name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub text: BTreeMap<String, String>,
    /// Nơi nhận, without the signs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub receivers: Option<Vec<String>>,
    /// Who signs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signature: Option<Vec<String>>,
}

macro_rules! shipped {
    ($($kind:ident = $file:literal,)+) => {
        const SHIPPED: &[(ReportKind, &str)] = &[$((
            ReportKind::$kind,
            include_str!(concat!("../../../templates/papers/", $file, ".toml")),
        ),)+];
    };
}

shipped! {
    Summary = "summary",
    Minutes = "minutes",
    Plan = "plan",
    Notice = "notice",
    Invitation = "invitation",
    Transfer = "transfer",
    Chase = "chase",
    Answers = "answers",
    Results = "results",
    Supervision = "supervision",
    Late = "late",
    Slips = "slips",
    Survey = "survey",
}

static TEMPLATES: LazyLock<BTreeMap<ReportKind, Template>> = LazyLock::new(|| {
    SHIPPED
        .iter()
        .map(|(kind, text)| (*kind, toml::from_str(text).unwrap_or_default()))
        .collect()
});

impl Template {
    /// The one that comes with the program.
    #[must_use]
    pub(crate) fn shipped(kind: ReportKind) -> Option<&'static Self> {
        TEMPLATES.get(&kind)
    }

    /// Reads a council's own file.
    ///
    /// # Errors
    /// What is wrong with it, with its line.
    pub fn parse(kind: ReportKind, toml: &str) -> Result<Self, TemplateProblem> {
        let line_of = |at: usize| toml.get(..at).unwrap_or(toml).matches('\n').count() + 1;
        let template: Self = toml::from_str(toml).map_err(|error| TemplateProblem {
            line: error.span().map_or(1, |span| line_of(span.start)),
            path: String::new(),
            message: error.message().to_owned(),
        })?;
        let known = Self::shipped(kind);
        let unknown = template
            .text
            .keys()
            .find(|name| known.is_some_and(|shipped| !shipped.text.contains_key(name.as_str())));
        match unknown {
            Some(name) => Err(TemplateProblem {
                line: toml.find(name.as_str()).map_or(1, line_of),
                path: format!("text.{name}"),
                message: format!("a paper of kind {kind} has no such text"),
            }),
            None => Ok(template),
        }
    }

    /// Kind and template of each file that comes with the program.
    #[must_use]
    pub fn kind_of_file(stem: &str) -> Option<ReportKind> {
        ReportKind::from_word(stem).filter(|kind| Self::shipped(*kind).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_that_comes_with_the_program_can_be_read() {
        for (kind, text) in SHIPPED {
            let read = Template::parse(*kind, text);
            assert!(read.is_ok(), "{kind}: {read:?}");
            assert!(
                read.is_ok_and(|template| !template.text.is_empty()),
                "{kind}"
            );
        }
    }

    #[test]
    fn a_wrong_template_is_told_with_its_line() {
        let problem = Template::parse(
            ReportKind::Summary,
            "symbol = \"BC\"\n\n[text]\nnothing = \"x\"\n",
        );
        let problem = problem.unwrap_err();
        assert_eq!((problem.line, problem.path.as_str()), (4, "text.nothing"));
        let problem =
            Template::parse(ReportKind::Summary, "symbol = \"BC\"\ntitel = \"x\"\n").unwrap_err();
        assert_eq!(problem.line, 2);
    }
}
