//! `cutri categorise` and `cutri similar`: lines of JSON in, one verdict a line out.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, BufWriter, Write},
    path::Path,
};

use anyhow::Context;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::domain::{
    categorise::{Categoriser, Danger, Guess, Kind},
    similarity,
};

#[derive(Deserialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
struct Verdict {
    kind: Kind,
    kind_confidence: f32,
    danger: Danger,
    categories: Vec<Guess>,
    because: Vec<String>,
}

#[derive(Deserialize)]
struct Pair {
    a: String,
    b: String,
}

#[derive(Serialize)]
struct Likeness {
    score: f32,
    duplicate: bool,
}

/// What each line's `text` is and is about: from the file, or from standard input.
///
/// # Errors
/// A line that is not what it should be, or a file that cannot be read.
pub fn categorise(file: Option<&Path>) -> anyhow::Result<()> {
    let categoriser = Categoriser::builtin();
    each_line(file, |Text { text }| {
        let found = categoriser.categorise(&text);
        Verdict {
            kind: found.kind,
            kind_confidence: found.kind_confidence,
            danger: found.danger,
            categories: found.categories,
            because: found.because,
        }
    })
}

/// Whether each line's `a` and `b` speak of the same matter in the same place.
///
/// # Errors
/// A line that is not what it should be, or a file that cannot be read.
pub fn similar(file: Option<&Path>) -> anyhow::Result<()> {
    each_line(file, |Pair { a, b }| {
        let alike = similarity::compare(&a, &b);
        Likeness {
            score: alike.score,
            duplicate: alike.duplicate,
        }
    })
}

/// Whoever reads the verdicts may have had enough of them.
fn each_line<I, O>(file: Option<&Path>, judge: impl Fn(I) -> O) -> anyhow::Result<()>
where
    I: DeserializeOwned,
    O: Serialize,
{
    let input: Box<dyn BufRead> = match file {
        Some(path) => {
            let file =
                File::open(path).with_context(|| format!("cannot open {}", path.display()))?;
            Box::new(BufReader::new(file))
        }
        None => Box::new(io::stdin().lock()),
    };
    let mut output = BufWriter::new(io::stdout().lock());
    for (number, line) in input.lines().enumerate() {
        let line = line.context("cannot read a line")?;
        if line.trim().is_empty() {
            continue;
        }
        let read = serde_json::from_str(&line)
            .with_context(|| format!("cannot read line {}", number + 1))?;
        let mut verdict = serde_json::to_vec(&judge(read)).context("cannot write a verdict")?;
        verdict.push(b'\n');
        match output.write_all(&verdict) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(()),
            written => written.context("cannot write a verdict")?,
        }
    }
    match output.flush() {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written.context("cannot write the verdicts"),
    }
}
