//! The register, written while it is read: a council of many questions takes no more memory than one of few.

use std::{io::Write, path::Path};

use sqlx::SqliteConnection;

use super::cases::Pages;
use crate::{
    domain::report::{ReportCopy, ReportWish},
    reading::Result,
    reports::{Register, Tally, facts::ReportFacts},
};

/// Writes the register that `facts` are around, page by page: where it was written, and how many questions. Rows of a workbook wait
/// in a nameless file of `folder`. All is read in the one view.
///
/// # Errors
/// When the database cannot be read, a row is damaged, or the register cannot be written.
pub async fn write<W: Write + Send>(
    view: &mut SqliteConnection,
    facts: &ReportFacts,
    (out, folder): (W, &Path),
) -> Result<(W, usize)> {
    let mut counted = Tally::default();
    if Register::<W>::counts_first(facts.wish.form) {
        // Only figures come of it: nothing has to be covered.
        let uncovered = ReportWish {
            copy: ReportCopy::Office,
            ..facts.wish.clone()
        };
        let mut pages = Pages::of(&facts.council, &uncovered);
        while let Some(page) = pages.next(&mut *view).await? {
            for case in &page {
                counted.add(facts, case);
            }
        }
    }
    let mut register = Register::begin(facts, &counted, (out, Some(folder)))?;
    let mut pages = Pages::of(&facts.council, &facts.wish);
    while let Some(page) = pages.next(&mut *view).await? {
        for case in &page {
            register.add(case)?;
        }
    }
    Ok(register.end()?)
}

/// The folder of the database: what waits to be written waits there, where there is room for it; `/tmp` may be memory.
pub(super) async fn folder(view: &mut SqliteConnection) -> Result<std::path::PathBuf> {
    let file: String =
        sqlx::query_scalar("select file from pragma_database_list where name = 'main'")
            .fetch_one(view)
            .await?;
    let folder = Path::new(&file).parent();
    Ok(folder.map_or_else(std::env::temp_dir, Path::to_path_buf))
}
