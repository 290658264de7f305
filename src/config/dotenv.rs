//! The file `.env`: found where dotenvy finds it and read by dotenvy, but read through first. A line that cannot be read would
//! otherwise take every line below it with it, in silence.

use std::{
    cell::Cell,
    env, fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use super::{ConfigProblems, VARIABLES};

/// Sets what the file says and the real environment does not; nothing where any line is bad.
///
/// # Errors
/// Every bad line by its number and what to do. Never what stands in it: it may be the token.
pub(super) fn read() -> Result<(), ConfigProblems> {
    let Some(path) = find()? else {
        return Ok(());
    };
    let bytes = fs::read(&path).map_err(|error| unreadable(&path, &error.to_string()))?;
    let problems = problems_of(&bytes);
    if !problems.is_empty() {
        let shown = shown(&path);
        let lines = problems
            .into_iter()
            .map(|problem| format!("{shown}: {problem}"));
        return Err(ConfigProblems(lines.collect()));
    }
    // dotenvy's own errors show the line.
    dotenvy::from_read(&bytes[..]).map_err(|_| unreadable(&path, "dotenvy refuses it"))
}

/// In the working directory, or else in the nearest one above that has it.
fn find() -> Result<Option<PathBuf>, ConfigProblems> {
    let Ok(here) = env::current_dir() else {
        return Ok(None);
    };
    for folder in here.ancestors() {
        let path = folder.join(".env");
        match fs::metadata(&path) {
            Ok(metadata) if metadata.is_file() => return Ok(Some(path)),
            Err(error) if error.kind() != io::ErrorKind::NotFound && folder == here => {
                return Err(unreadable(&path, &error.to_string()));
            }
            // Whoever may not look into a folder above has nothing there.
            Ok(_) | Err(_) => {}
        }
    }
    Ok(None)
}

fn unreadable(path: &Path, why: &str) -> ConfigProblems {
    ConfigProblems(vec![format!("{}: cannot be read: {why}", shown(path))])
}

/// The one of the working directory by its name alone.
fn shown(path: &Path) -> String {
    let is_here = env::current_dir().is_ok_and(|here| path.parent() == Some(&here));
    if is_here {
        ".env".to_owned()
    } else {
        path.display().to_string()
    }
}

/// What is wrong with such a file, each with its line.
fn problems_of(bytes: &[u8]) -> Vec<String> {
    const UTF_8: &str = "save it as UTF-8";
    let bytes = match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => return vec![format!("is UTF-16: {UTF_8}")],
        [0xEF, 0xBB, 0xBF, rest @ ..] | rest => rest,
    };
    let line_at = |end: usize| bytes[..end].split(|byte| *byte == b'\n').count();
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let line = line_at(error.valid_up_to());
            return vec![format!("line {line}: is not UTF-8: {UTF_8}")];
        }
    };
    if let Some(at) = text.find('\0') {
        let line = line_at(at);
        return vec![format!("line {line}: holds a sign that is none (NUL)")];
    }
    let given = Cell::new(0);
    let lines = Lines {
        rest: bytes,
        given: &given,
    };
    let mut problems = Vec::new();
    for read in dotenvy::from_read_iter(lines) {
        let further = match read {
            Ok(_) => continue,
            // A quotation mark that is not closed: what follows belongs to it.
            Err(dotenvy::Error::LineParse(text, _)) => text
                .strip_suffix('\n')
                .unwrap_or(&text)
                .matches('\n')
                .count(),
            Err(_) => 0,
        };
        let line = given.get().saturating_sub(further);
        let said = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
        problems.push(format!("line {line}: {}", todo(said)));
    }
    problems
}

/// What to do about a line, without showing more of it than a name of ours.
fn todo(line: &str) -> String {
    let Some((name, _)) = line.split_once('=') else {
        return "is no NAME=\"value\"".to_owned();
    };
    let name = name.trim();
    let name = name.strip_prefix("export ").unwrap_or(name).trim();
    let is_ours = VARIABLES.split_whitespace().any(|word| word == name)
        && (name.starts_with("CUTRI_") || name.starts_with("TELOXIDE_"));
    let name = if is_ours { name } else { "NAME" };
    format!("the value cannot be read: put it in quotes, and close them ({name}=\"…\")")
}

/// Hands over one line at a time, so that whoever reads never holds more than the line they are at; `given` counts them.
struct Lines<'a> {
    rest: &'a [u8],
    given: &'a Cell<usize>,
}

impl Read for Lines<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let end = self.rest.iter().position(|byte| *byte == b'\n');
        let count = end.map_or(self.rest.len(), |at| at + 1).min(buffer.len());
        let (line, rest) = self.rest.split_at(count);
        buffer[..count].copy_from_slice(line);
        self.rest = rest;
        if line.ends_with(b"\n") || (rest.is_empty() && !line.is_empty()) {
            self.given.set(self.given.get() + 1);
        }
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str) -> Vec<String> {
        problems_of(text.as_bytes())
    }

    #[test]
    fn every_line_that_cannot_be_read_is_named_by_its_number_and_never_shown() {
        let text = "# a note\n\nTELOXIDE_TOKEN=1:secret x\nCUTRI_ADMINS=1, 2\r\nA='two\nlines'\n1:secret\nSECRET=1 2\n";
        let all = problems(text);
        let lines: Vec<&str> = all
            .iter()
            .filter_map(|line| line.split(": ").next())
            .collect();
        assert_eq!(lines, ["line 3", "line 4", "line 7", "line 8"]);
        assert!(all[0].contains("TELOXIDE_TOKEN=\"…\""), "{all:?}");
        let said = all.join("\n");
        assert!(
            !said.contains("secret") && !said.contains("SECRET"),
            "{said}"
        );
        assert_eq!(
            problems("A=1\nCUTRI_ADMINS=1 2").len(),
            1,
            "the last line has no end"
        );
    }

    #[test]
    fn a_quotation_mark_that_is_not_closed_is_named_where_it_was_opened() {
        for (text, line) in [
            ("A=1\nCUTRI_ADMINS=\"1, 2\nB=1\n", "line 2: "),
            ("CUTRI_ADMINS='1\n\n\n\n", "line 1: "),
            ("A=1\nB=1\nCUTRI_ADMINS='1", "line 3: "),
        ] {
            let all = problems(text);
            assert!(
                all.len() == 1 && all[0].starts_with(line),
                "{text:?}: {all:?}"
            );
        }
    }

    #[test]
    fn what_is_no_text_is_named_as_such() {
        assert!(problems_of(&[0xFF, 0xFE, b'A', 0])[0].contains("UTF-16"));
        assert!(problems_of(b"A=1\nB=\xE0\n")[0].starts_with("line 2: is not UTF-8"));
        assert!(problems("A=1\nB=\0\n")[0].starts_with("line 2: "));
        assert_eq!(problems("\u{feff}CUTRI_ADMINS=\"1, 2\" # both\n"), [""; 0]);
    }
}
