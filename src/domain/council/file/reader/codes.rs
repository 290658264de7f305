//! Codes in a council file: those that an entry gives itself, and those by which it names others.

use toml::de::DeValue;

use super::super::findings::Coded;
use super::{Value, shortened};
use crate::domain::body::BodyKind;

/// The signs that a code may be made of.
#[derive(Clone, Copy)]
pub(crate) enum Signs {
    /// a-z 0-9 -
    Council,
    /// a-z 0-9 - _
    Entry,
    /// A-Z a-z 0-9 - _
    Meeting,
}

impl Signs {
    fn allow(self, sign: u8) -> bool {
        match self {
            Self::Council => matches!(sign, b'a'..=b'z' | b'0'..=b'9' | b'-'),
            Self::Entry => Self::Council.allow(sign) || sign == b'_',
            Self::Meeting => Self::Entry.allow(sign) || sign.is_ascii_uppercase(),
        }
    }

    fn describe(self) -> &'static str {
        match self {
            Self::Council => "a-z, 0-9 and -",
            Self::Entry => "a-z, 0-9, - and _",
            Self::Meeting => "A-Z, a-z, 0-9, - and _",
        }
    }
}

/// Codes stand in deep links (64 signs) and in buttons (64 bytes), several of them at once.
const MAX_CODE: usize = 24;

impl Value<'_, '_> {
    /// A code made of these signs.
    pub(crate) fn code(&self, signs: Signs) -> Option<String> {
        let DeValue::String(code) = self.toml else {
            return self.expected("a code in quotes");
        };
        if code.is_empty() {
            self.reject("may not be empty");
        } else if let Some(bad) = code
            .chars()
            .find(|&c| !u8::try_from(c).is_ok_and(|sign| signs.allow(sign)))
        {
            let allowed = signs.describe();
            self.reject(format!(
                "{:?} contains {bad:?}; a code is made of {allowed}",
                shortened(code)
            ));
        } else if code.len() > MAX_CODE {
            self.reject(format!("{code:?} is longer than {MAX_CODE} signs"));
        } else {
            return Some(code.to_string());
        }
        None
    }

    /// The code of a new entry of a table.
    pub(crate) fn own_code(self, table: Coded, signs: Signs) -> Option<String> {
        let code = self.code(signs)?;
        self.findings.declare(table, &code, self.at, &self.path);
        Some(code)
    }

    /// The code of an entry that stands elsewhere in the file.
    pub(crate) fn reference(&self, table: Coded) -> Option<String> {
        let DeValue::String(code) = self.toml else {
            return self.expected("a code in quotes");
        };
        self.findings.refer(table, code, self.at, &self.path);
        Some(code.to_string())
    }

    /// The code of a body of this kind.
    pub(crate) fn reference_to_body(self, kind: BodyKind) -> Option<String> {
        let DeValue::String(code) = self.toml else {
            return self.expected("a code in quotes");
        };
        self.findings.refer_to_body(kind, code, self.at, &self.path);
        Some(code.to_string())
    }

    /// Gives the area that this value names to a delegation.
    pub(crate) fn delegate(&self, area: &str, delegation: &str) {
        self.findings
            .delegate(area, delegation, self.at, &self.path);
    }

    /// A code as in [`Self::reference`]; `None` also for `"*"`, which means all.
    pub(crate) fn reference_or_all(self, table: Coded) -> Option<String> {
        match self.toml {
            DeValue::String(star) if star == "*" => None,
            _ => self.reference(table),
        }
    }
}
