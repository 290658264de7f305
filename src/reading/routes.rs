//! What came in so far, by field and place, and who has it: what rules of routing are tried on.

use sqlx::SqliteConnection;

use super::{ReadingError, Result};
use crate::domain::ids::{AreaCode, BodyCode, CategoryCode};

/// Questions of one field and place that one body has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Came {
    /// Their field.
    pub category: CategoryCode,
    /// Where.
    pub area: AreaCode,
    /// Who has them now, by the rules or by hand.
    pub body: BodyCode,
    /// How many.
    pub many: usize,
}

/// Everything that came in and was not withdrawn or merged.
///
/// # Errors
/// When the database cannot be read.
pub async fn came(view: &mut SqliteConnection) -> Result<Vec<Came>> {
    let rows = sqlx::query!(
        r#"select category_code, area_code, body_code, count(*) as "many!: i64" from question
           where state not in ('withdrawn', 'merged') group by 1, 2, 3 order by 1, 2, 3"#
    )
    .fetch_all(view)
    .await?;
    let read = |many: i64| {
        usize::try_from(many).map_err(|error| ReadingError::impossible("question", error))
    };
    rows.into_iter()
        .map(|row| {
            Ok(Came {
                category: CategoryCode::new(row.category_code),
                area: AreaCode::new(row.area_code),
                body: BodyCode::new(row.body_code),
                many: read(row.many)?,
            })
        })
        .collect()
}
