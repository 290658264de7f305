//! What `/metrics` says: the recorder, and one sentence for every figure. No figure carries anything of a person.

use std::time::Duration;

use anyhow::Context;
use metrics::{describe_counter, describe_gauge, describe_histogram};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};

use crate::store;

/// Seconds: from what nobody notices to what everybody does.
const SECONDS: [f64; 12] = [
    0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 60.0,
];

/// So often what was counted is put into its buckets: otherwise it is kept, one by one, until somebody asks.
const UPKEEP: Duration = Duration::from_secs(5);

/// The recorder, once a process.
pub(super) fn install() -> Result<PrometheusHandle, anyhow::Error> {
    let handle = PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Suffix("_seconds".to_owned()), &SECONDS)
        .context("cannot set the buckets of metrics")?
        .install_recorder()
        .context("cannot install the recorder of metrics")?;
    describe();
    begin_at_zero();
    let labels = [
        ("version", env!("CARGO_PKG_VERSION").to_owned()),
        ("schema", store::newest_version().to_string()),
    ];
    metrics::gauge!("cutri_build_info", &labels).set(1.0);
    Ok(handle)
}

/// What `/metrics` says where nobody counts: the demo.
pub(super) fn nothing() -> PrometheusHandle {
    PrometheusBuilder::new().build_recorder().handle()
}

/// Keeps what was counted small, for ever.
pub(super) async fn look_after(handle: PrometheusHandle) {
    loop {
        tokio::time::sleep(UPKEEP).await;
        handle.run_upkeep();
    }
}

/// What has not happened yet is zero, not unknown: an alert sees the first time, too.
fn begin_at_zero() {
    for name in [
        "cutri_updates_failed_total",
        "cutri_messages_sent_total",
        "cutri_messages_refused_total",
        "cutri_flood_waits_total",
        "cutri_send_troubles_total",
        "cutri_backups_failed_total",
    ] {
        metrics::counter!(name).absolute(0);
    }
}

/// Every figure with what it means.
fn describe() {
    for (name, about) in [
        (
            "cutri_build_info",
            "Version of the program and of its schema; always 1.",
        ),
        ("cutri_inbox_pending", "Updates kept and not handled yet."),
        (
            "cutri_inbox_set_aside",
            "Updates given up after their last try; /suco lists them.",
        ),
        ("cutri_outbox_queued", "Messages on their way."),
        (
            "cutri_outbox_parked",
            "Messages that Telegram would not take.",
        ),
        (
            "cutri_outbox_oldest_seconds",
            "How long the oldest message has been on its way.",
        ),
        (
            "cutri_telegram_unreachable_seconds",
            "For how long Telegram has not answered; 0: it answers.",
        ),
        (
            "cutri_backup_made_timestamp_seconds",
            "When the last nightly backup was made; 0: never.",
        ),
        ("cutri_backup_bytes", "How large that backup is."),
    ] {
        describe_gauge!(name, about);
    }
    for (name, about) in [
        (
            "cutri_updates_total",
            "Tries to handle an update, by what it was.",
        ),
        (
            "cutri_updates_failed_total",
            "Tries to handle an update that failed.",
        ),
        (
            "cutri_updates_limited_total",
            "Deeds beyond what one person, or everybody together, may do at once.",
        ),
        (
            "cutri_messages_sent_total",
            "Messages done with: sent, edited, or refused for good.",
        ),
        (
            "cutri_messages_refused_total",
            "Messages whose content Telegram refused.",
        ),
        (
            "cutri_flood_waits_total",
            "Times that Telegram asked to wait (429).",
        ),
        (
            "cutri_send_troubles_total",
            "Failed tries to send: network, 5xx.",
        ),
        ("cutri_readings_total", "Readings done, by how they ended."),
        ("cutri_backups_failed_total", "Nightly backups that failed."),
    ] {
        describe_counter!(name, about);
    }
    for (name, about) in [
        (
            "cutri_update_seconds",
            "From taking in updates to having all that follows on disk.",
        ),
        (
            "cutri_reply_seconds",
            "From taking in an update to Telegram having taken the reply.",
        ),
        ("cutri_reading_seconds", "How long readings took."),
    ] {
        describe_histogram!(name, about);
    }
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, fs, path::Path};

    /// Names of figures in the files below `folder`.
    fn names(folder: &Path, found: &mut BTreeSet<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                names(&path, found);
                continue;
            }
            let text = fs::read_to_string(&path).unwrap_or_default();
            let source = if path.ends_with("measures.rs") {
                ""
            } else {
                &text
            };
            for piece in source.split("cutri_").skip(1) {
                let end = piece
                    .find(|sign: char| !sign.is_ascii_lowercase() && sign != '_')
                    .unwrap_or(piece.len());
                let name = piece[..end].trim_end_matches('_');
                for ending in ["_bucket", "_sum", "_count"] {
                    if let Some(name) = name.strip_suffix(ending) {
                        found.insert(format!("cutri_{name}"));
                    }
                }
                found.insert(format!("cutri_{name}"));
            }
        }
    }

    fn described() -> BTreeSet<String> {
        let source = include_str!("measures.rs");
        let body = source.split("fn describe()").nth(1).unwrap();
        let body = body.split("#[cfg(test)]").next().unwrap();
        body.split("\"cutri_")
            .skip(1)
            .map(|piece| format!("cutri_{}", piece.split('"').next().unwrap()))
            .collect()
    }

    #[test]
    fn every_figure_is_described_and_every_described_one_is_counted() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut counted = BTreeSet::new();
        names(&root.join("src"), &mut counted);
        counted.insert("cutri_build_info".to_owned());
        let described = described();
        assert!(described.len() > 15, "{described:?}");
        for name in &described {
            assert!(counted.contains(name), "{name} is never counted");
        }
        let counted = fs::read_to_string(root.join("docs/operations.md")).unwrap();
        for name in &described {
            assert!(
                counted.contains(name.as_str()),
                "{name} is not in docs/operations.md"
            );
        }
    }

    #[test]
    fn boards_and_alarms_speak_of_figures_that_there_are() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut spoken = BTreeSet::new();
        names(&root.join("deploy/monitoring"), &mut spoken);
        let described = described();
        assert!(!spoken.is_empty());
        for name in spoken {
            let is_known = described.contains(&name)
                || described.iter().any(|known| {
                    ["_bucket", "_sum", "_count"]
                        .iter()
                        .any(|ending| format!("{known}{ending}") == name)
                });
            assert!(is_known, "{name}: there is no such figure");
        }
    }
}
