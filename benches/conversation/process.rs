//! A bot in a process of its own: what it used is read from `/proc`.

use std::{
    fs,
    process::{Child, Command},
    time::Duration,
};

use anyhow::Context as _;

/// The unit of CPU times in `/proc`, the same on every Linux (`USER_HZ`).
const TICKS_PER_SECOND: u64 = 100;

/// A process that ends with this value.
pub(crate) struct Process(Child);

impl Process {
    /// Starts it.
    pub(crate) fn start(command: &mut Command) -> anyhow::Result<Self> {
        Ok(Self(command.spawn().context("cannot start the bot")?))
    }

    /// Its number, for profilers.
    pub(crate) fn id(&self) -> u32 {
        self.0.id()
    }

    /// CPU time used so far, in user and kernel mode, by all its threads.
    pub(crate) fn cpu(&self) -> anyhow::Result<Duration> {
        let stat = self.proc_file("stat")?;
        let after_name = stat.rsplit_once(')').map_or("", |(_, fields)| fields);
        // Fields 14 and 15 of proc(5); the first after the name is field 3.
        let ticks: u64 = after_name
            .split_whitespace()
            .skip(11)
            .take(2)
            .map(|field| field.parse().unwrap_or(0))
            .sum();
        Ok(Duration::from_millis(ticks * 1_000 / TICKS_PER_SECOND))
    }

    /// The most memory it ever had resident, in KiB.
    pub(crate) fn peak_memory(&self) -> anyhow::Result<u64> {
        let status = self.proc_file("status")?;
        status
            .lines()
            .find_map(|line| line.strip_prefix("VmHWM:"))
            .and_then(|value| value.split_whitespace().next())
            .and_then(|kib| kib.parse().ok())
            .context("the bot's memory cannot be read: it has ended")
    }

    fn proc_file(&self, name: &str) -> anyhow::Result<String> {
        let path = format!("/proc/{}/{name}", self.0.id());
        fs::read_to_string(&path).with_context(|| format!("cannot read {path}"))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
