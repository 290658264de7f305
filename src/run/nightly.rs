//! The nightly backup, where the council wants one: beside everything else, and told to the office when it fails.

use std::{path::PathBuf, sync::Arc, time::Duration};

use jiff::Timestamp;

use crate::{
    backup::{self, BackupError, Recipient, Wanted},
    clock::Clock,
    domain::council::NightlyBackup,
    handlers::{self, Facts},
    stop::Stop,
    store::{self, Store},
};

/// So often it is looked whether the hour has come.
const EVERY: Duration = Duration::from_secs(30);

/// After a failure it is tried again so much later, in seconds.
const AGAIN_AFTER: i64 = 3_600;

/// Also after a restart: an alert must not forget how old the last one is.
fn show_made(at: Timestamp) {
    #[expect(clippy::cast_precision_loss, reason = "a figure on a board")]
    let at = at.as_second() as f64;
    metrics::gauge!("cutri_backup_made_timestamp_seconds").set(at);
}

/// Makes the backups of the nights.
pub struct Nightly {
    store: Store,
    facts: Arc<Facts>,
    failed_at: Option<i64>,
}

impl Nightly {
    pub(super) fn new(store: Store, facts: Arc<Facts>) -> Self {
        Self {
            store,
            facts,
            failed_at: None,
        }
    }

    /// Makes the backup of this night, if it is due.
    ///
    /// # Errors
    /// When the database fails. A backup that fails is told to the office and tried again an hour later.
    pub async fn step(&mut self, now: Timestamp) -> store::Result<()> {
        let rests = self
            .failed_at
            .is_some_and(|at| (at..at + AGAIN_AFTER).contains(&now.as_second()));
        let council = self.facts.council();
        let Some(rule) = council.rules.backup.as_ref().filter(|_| !rests) else {
            return Ok(());
        };
        let facts = Arc::clone(&self.facts);
        let (due, made) = self
            .store
            .read(move |tx| {
                let due = handlers::upkeep::backup_is_due(tx, &facts, now)?;
                Ok((due, handlers::upkeep::backup_was_made(tx)?))
            })
            .await?;
        show_made(made.unwrap_or_default());
        let Some(night) = due else {
            return Ok(());
        };
        match self.make(rule, &council.code, now).await {
            Ok(made) => {
                self.failed_at = None;
                tracing::info!(
                    file = %made.path.display(),
                    bytes = made.bytes,
                    events = made.events,
                    removed = made.removed.len(),
                    "backup made and looked through"
                );
                show_made(now);
                #[expect(clippy::cast_precision_loss, reason = "a figure on a board")]
                let bytes = made.bytes as f64;
                metrics::gauge!("cutri_backup_bytes").set(bytes);
                self.store
                    .write(move |tx| handlers::upkeep::backup_made(tx, now))
                    .await
            }
            Err(error) => {
                self.failed_at = Some(now.as_second());
                tracing::error!(%error, "the nightly backup failed");
                metrics::counter!("cutri_backups_failed_total").increment(1);
                let (facts, is_full) = (Arc::clone(&self.facts), error.is_disk_full());
                self.store
                    .write(move |tx| {
                        handlers::upkeep::backup_failed(tx, &facts, night, is_full, now)
                    })
                    .await
            }
        }
    }

    async fn make(
        &self,
        rule: &NightlyBackup,
        council: &str,
        now: Timestamp,
    ) -> Result<backup::Made, BackupError> {
        let database = self.store.path();
        let folder = database
            .parent()
            .map_or_else(|| PathBuf::from(&rule.folder), |own| own.join(&rule.folder));
        let ending = if rule.age.is_some() { "db.age" } else { "db" };
        let to = folder.join(format!("{council}.{ending}"));
        let recipients = match &rule.age {
            None => Vec::new(),
            Some(age) => vec![age.parse::<Recipient>().map_err(|why| BackupError::Seal {
                path: to.clone(),
                why,
            })?],
        };
        let wanted = Wanted {
            to,
            recipients,
            keep: Some(usize::from(rule.keep)),
        };
        backup::make(database, &wanted, now).await
    }

    /// Looks until `stop`; a backup under way is given up then.
    pub(super) async fn run(mut self, clock: Clock, mut stop: Stop) {
        loop {
            tokio::select! {
                () = self.look(&clock) => {}
                () = stop.asked() => return,
            }
        }
    }

    /// The next look.
    pub(super) async fn look(&mut self, clock: &Clock) {
        tokio::time::sleep(EVERY).await;
        if let Err(error) = self.step(clock.now()).await {
            tracing::error!(%error, "the backup of the night could not be looked after");
        }
    }
}
