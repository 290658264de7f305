//! What commands say to whoever called them: lines on standard output, or on standard error where nothing became of it. The log
//! goes its own way (`admin::log`).
//!
//! Whoever reads may have gone (`cutri check | head -1`): then nobody is told, and the command goes on to its end.

use std::{
    fmt::Arguments,
    io::{self, ErrorKind, Write},
    panic,
};

use crate::reports;

/// A line on standard output, formatted as `println!` does.
macro_rules! tell {
    ($($words:tt)*) => {
        $crate::run::print::line(format_args!($($words)*))
    };
}

pub(crate) use tell;

/// A line on standard output.
pub fn line(words: Arguments<'_>) {
    text(format!("{words}\n").as_bytes());
}

/// The text as it is on standard output. Output that cannot be written although somebody reads (a full disk) is told on
/// standard error.
pub fn text(text: &[u8]) {
    let mut output = io::stdout().lock();
    if let Err(error) = output.write_all(text).and_then(|()| output.flush())
        && error.kind() != ErrorKind::BrokenPipe
    {
        problem(format_args!("cutri: standard output: {error}"));
    }
}

/// A panic that is caught and becomes an error of a file is told as that, not as a panic.
pub fn tell_of_panics() {
    let others = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        if !reports::is_told_of_its_file(panic) {
            others(panic);
        }
    }));
}

/// A line on standard error.
pub fn problem(words: Arguments<'_>) {
    let _ = io::stderr().write_all(format!("{words}\n").as_bytes());
}
