//! Spreadsheets that are taken in: rows of cells under heads, and what is wrong with which cell.

/// A file as rows of cells, whatever it was.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// The heads of the columns.
    pub heads: Vec<String>,
    /// Each row with its number in the file.
    pub rows: Vec<(usize, Vec<String>)>,
}

/// Something wrong with one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The number of its row in the file.
    pub row: usize,
    /// The head of its column; empty where it is missing.
    pub column: String,
    /// What is wrong.
    pub why: String,
}

impl Sheet {
    /// Where the known columns stand; of several heads for one the first is it.
    pub(super) fn places<C: Copy + PartialEq>(
        &self,
        column_of: impl Fn(&str) -> Option<C>,
    ) -> Vec<(C, usize)> {
        let mut places: Vec<(C, usize)> = Vec::new();
        for (at, head) in self.heads.iter().enumerate() {
            if let Some(column) = column_of(head)
                && !places.iter().any(|(known, _)| *known == column)
            {
                places.push((column, at));
            }
        }
        places
    }
}

/// A row, read by its columns.
pub(super) struct Row<'r, C> {
    /// Its number in the file.
    pub(super) number: usize,
    pub(super) cells: &'r [String],
    pub(super) heads: &'r [String],
    pub(super) places: &'r [(C, usize)],
    /// What was found wrong so far, in every row.
    pub(super) faults: &'r mut Vec<Fault>,
}

impl<C: Copy + PartialEq> Row<'_, C> {
    fn place(&self, column: C) -> Option<usize> {
        let found = self.places.iter().find(|(known, _)| *known == column);
        found.map(|(_, at)| *at)
    }

    /// What stands in the column; nothing but blanks is nothing.
    pub(super) fn cell(&self, column: C) -> Option<&str> {
        let cell = self.cells.get(self.place(column)?)?.trim();
        // What a spreadsheet would have run was written with an apostrophe in front.
        let cell = match cell.strip_prefix('\'') {
            Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest,
            _ => cell,
        };
        (!cell.is_empty()).then_some(cell)
    }

    /// The head of the column in the file.
    pub(super) fn head(&self, column: C) -> Option<&str> {
        self.heads.get(self.place(column)?).map(String::as_str)
    }
}
