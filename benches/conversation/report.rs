//! Figures and their table.

use std::{
    fmt::{self, Write as _},
    time::Duration,
};

use crate::{bot::Kind, residents::Seen};

/// One bot before one crowd.
pub(crate) struct Measurement {
    kind: Kind,
    residents: usize,
    /// Updates in a second of the clock.
    throughput: f64,
    /// Updates in a CPU second of the bot.
    per_cpu_second: f64,
    p50_ms: f64,
    p99_ms: f64,
    peak_mib: f64,
}

/// A column of the table.
struct Column {
    title: &'static str,
    digits: usize,
    read: fn(&Measurement) -> f64,
}

const COLUMNS: [Column; 5] = [
    Column {
        title: "updates/s",
        digits: 0,
        read: |measured| measured.throughput,
    },
    Column {
        title: "updates/CPU s",
        digits: 0,
        read: |measured| measured.per_cpu_second,
    },
    Column {
        title: "p50 ms",
        digits: 2,
        read: |measured| measured.p50_ms,
    },
    Column {
        title: "p99 ms",
        digits: 2,
        read: |measured| measured.p99_ms,
    },
    Column {
        title: "peak MiB",
        digits: 1,
        read: |measured| measured.peak_mib,
    },
];

impl Measurement {
    /// What `seen` and the process's own figures come to.
    pub(crate) fn new(
        kind: Kind,
        residents: usize,
        seen: &Seen,
        cpu: Duration,
        peak_kib: u64,
    ) -> Self {
        let mut millis: Vec<f64> = seen
            .latencies
            .iter()
            .map(|latency| latency.as_secs_f64() * 1_000.0)
            .collect();
        millis.sort_by(f64::total_cmp);
        let updates = as_float(millis.len());
        Self {
            kind,
            residents,
            throughput: updates / seen.took.as_secs_f64(),
            per_cpu_second: updates / cpu.as_secs_f64(),
            p50_ms: quantile(&millis, 50),
            p99_ms: quantile(&millis, 99),
            peak_mib: as_float(usize::try_from(peak_kib).unwrap_or(usize::MAX)) / 1_024.0,
        }
    }
}

impl fmt::Display for Measurement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:>5}, {:>3} at once", self.kind.name(), self.residents)?;
        for column in &COLUMNS {
            let value = (column.read)(self);
            write!(f, "   {} {:.*}", column.title, column.digits, value)?;
        }
        Ok(())
    }
}

/// Medians with lowest and highest, and what our figure is of the echo's, in Markdown.
pub(crate) fn table(measurements: &[Measurement]) -> String {
    let mut crowds: Vec<usize> = measurements.iter().map(|one| one.residents).collect();
    crowds.sort_unstable();
    crowds.dedup();
    let mut text = String::from("| at once | bot |");
    let mut line = String::from("|--:|---|");
    for column in &COLUMNS {
        let _ = write!(text, " {} |", column.title);
        line.push_str("--:|");
    }
    let _ = write!(text, "\n{line}");
    for residents in crowds {
        let of = |kind: Kind, column: &Column| spread(measurements, residents, kind, column);
        for kind in [Kind::Echo, Kind::Cutri, Kind::Full] {
            let cells: Vec<String> = COLUMNS
                .iter()
                .filter_map(|column| {
                    let (low, median, high) = of(kind, column)?;
                    let digits = column.digits;
                    Some(format!(
                        "{median:.digits$} ({low:.digits$}–{high:.digits$})"
                    ))
                })
                .collect();
            if !cells.is_empty() {
                let _ = write!(
                    text,
                    "\n| {residents} | {} | {} |",
                    kind.name(),
                    cells.join(" | ")
                );
            }
        }
        for (kind, by) in [(Kind::Cutri, Kind::Echo), (Kind::Full, Kind::Cutri)] {
            let ratios: Vec<String> = COLUMNS
                .iter()
                .filter_map(|column| {
                    let (_, ours, _) = of(kind, column)?;
                    let (_, theirs, _) = of(by, column)?;
                    Some(format!("**{:.2}**", ours / theirs))
                })
                .collect();
            if !ratios.is_empty() {
                let _ = write!(
                    text,
                    "\n| {residents} | {} ÷ {} | {} |",
                    kind.name(),
                    by.name(),
                    ratios.join(" | ")
                );
            }
        }
    }
    text
}

/// Lowest, median and highest of the rounds.
fn spread(
    measurements: &[Measurement],
    residents: usize,
    kind: Kind,
    column: &Column,
) -> Option<(f64, f64, f64)> {
    let mut values: Vec<f64> = measurements
        .iter()
        .filter(|one| one.kind == kind && one.residents == residents)
        .map(column.read)
        .collect();
    values.sort_by(f64::total_cmp);
    Some((
        *values.first()?,
        *values.get(values.len() / 2)?,
        *values.last()?,
    ))
}

/// The value that `percent` of the sorted values do not exceed.
fn quantile(sorted: &[f64], percent: usize) -> f64 {
    let rank = (sorted.len() * percent).div_ceil(100).max(1);
    sorted.get(rank - 1).copied().unwrap_or(f64::NAN)
}

#[expect(clippy::cast_precision_loss, reason = "counts far below 2^52")]
fn as_float(count: usize) -> f64 {
    count as f64
}
