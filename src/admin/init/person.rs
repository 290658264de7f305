//! Whoever answers `cutri init`, at a terminal or through a pipe. What is not understood is asked again, so that no answer given
//! before is lost.

use std::{
    io::{self, BufRead as _, IsTerminal as _},
    sync::mpsc,
    time::Duration,
};

use crate::run::print::{self, tell};

/// So long something has to come through a pipe.
const SILENCE: Duration = Duration::from_secs(2);

/// Whether anything, be it its end, comes through the pipe.
fn says_something() -> bool {
    let (comes, came) = mpsc::channel();
    std::thread::spawn(move || {
        let _ = comes.send(io::stdin().lock().fill_buf().map(<[u8]>::len).is_ok());
    });
    came.recv_timeout(SILENCE).unwrap_or(false)
}

/// Whoever answers.
pub(super) struct Person {
    is_there: bool,
    has_left: bool,
    left_out: Vec<&'static str>,
}

/// What was said to a question.
enum Said {
    Text(String),
    Nothing,
    /// The answers have ended, or there never was anybody.
    Left,
}

impl Person {
    /// Whoever types, or wrote the answers down beforehand. A pipe in which nothing comes for a while is nobody: a script that
    /// leaves its own input open waits for nothing.
    pub(super) fn there() -> Self {
        Self {
            is_there: io::stdin().is_terminal() || says_something(),
            has_left: false,
            left_out: Vec::new(),
        }
    }

    /// Nobody: nothing is asked.
    pub(super) fn nobody() -> Self {
        Self {
            is_there: false,
            has_left: false,
            left_out: Vec::new(),
        }
    }

    /// Whether the answers ended before the questions.
    pub(super) fn has_left(&self) -> bool {
        self.has_left
    }

    /// What nobody was there any more to be asked for, and could be left out.
    pub(super) fn left_out(&self) -> &[&'static str] {
        &self.left_out
    }

    fn hears(&mut self, question: &str) -> Said {
        while self.is_there {
            print::text(format!("{question}: ").as_bytes());
            let mut line = Vec::new();
            let read = io::stdin().lock().read_until(b'\n', &mut line);
            if !io::stdin().is_terminal() {
                tell!("");
            }
            if !matches!(read, Ok(1..)) {
                self.is_there = false;
                self.has_left = true;
                break;
            }
            match String::from_utf8(line) {
                Ok(line) => {
                    let text = line.trim_start_matches('\u{feff}').trim();
                    return if text.is_empty() {
                        Said::Nothing
                    } else {
                        Said::Text(text.to_owned())
                    };
                }
                Err(_) => ask_again("không phải chữ UTF-8"),
            }
        }
        Said::Left
    }

    /// Asks for what has to be said, until it is understood; `None`: nobody is there to say it.
    pub(super) fn must_say<T>(
        &mut self,
        question: &str,
        understood: impl Fn(&str) -> Result<T, String>,
    ) -> Option<T> {
        loop {
            match self.hears(question) {
                Said::Text(text) => match understood(&text) {
                    Ok(value) => return Some(value),
                    Err(why) => ask_again(&why),
                },
                Said::Nothing => ask_again("mục này không bỏ trống được"),
                Said::Left => return None,
            }
        }
    }

    /// Asks for what may be left out; `what` it is, for whoever left before.
    pub(super) fn may_say<T>(
        &mut self,
        what: &'static str,
        question: &str,
        understood: impl Fn(&str) -> Result<T, String>,
    ) -> Option<T> {
        let question = format!("{question} (Enter để bỏ qua)");
        loop {
            match self.hears(&question) {
                Said::Text(text) => match understood(&text) {
                    Ok(value) => return Some(value),
                    Err(why) => ask_again(&why),
                },
                Said::Nothing => return None,
                Said::Left => {
                    self.leaves_out(what);
                    return None;
                }
            }
        }
    }

    /// Asks for one thing a line, until an empty one; each is taken in by `takes`, or asked for again.
    pub(super) fn lists(
        &mut self,
        what: &'static str,
        question: &str,
        mut takes: impl FnMut(&str) -> Result<(), String>,
    ) {
        if self.is_there {
            tell!("{question}. Mỗi dòng một mục, dòng trống là hết:");
        }
        let mut is_empty = true;
        loop {
            match self.hears("  -") {
                Said::Text(text) => match takes(&text) {
                    Ok(()) => is_empty = false,
                    Err(why) => ask_again(&why),
                },
                Said::Nothing => return,
                Said::Left => {
                    if is_empty {
                        self.leaves_out(what);
                    }
                    return;
                }
            }
        }
    }

    fn leaves_out(&mut self, what: &'static str) {
        if self.has_left {
            self.left_out.push(what);
        }
    }
}

fn ask_again(why: &str) {
    tell!("  Chưa được: {why}. Xin trả lời lại.");
}
