//! Which copies are kept: those of one name, the newest so many.

use std::{
    fs,
    path::{Path, PathBuf},
};

use jiff::Timestamp;

use super::{BackupError, folder_of};

/// `cutri.db` becomes `cutri-20261129T023000Z.db`: the names sort as the times do.
pub(super) fn dated(path: &Path, now: Timestamp) -> PathBuf {
    let (stem, ending) = parts(path);
    let at = now.strftime("%Y%m%dT%H%M%SZ");
    path.with_file_name(format!("{stem}-{at}{ending}"))
}

/// The name without its ending, and the ending: `cutri.db.age` is `cutri` and `.db.age`.
fn parts(path: &Path) -> (String, String) {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let begins = name
        .char_indices()
        .skip(1)
        .find(|(_, sign)| *sign == '.')
        .map_or(name.len(), |(at, _)| at);
    (name[..begins].to_owned(), name[begins..].to_owned())
}

/// Removes all but the newest `most`, and at least one; gives what was removed.
pub(super) fn forget_older(path: &Path, most: usize) -> Result<Vec<PathBuf>, BackupError> {
    let folder = folder_of(path);
    let (stem, ending) = parts(path);
    let mut copies: Vec<PathBuf> = fs::read_dir(folder)
        .map_err(BackupError::file(folder))?
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| is_ours(path, &stem, &ending))
        .collect();
    copies.sort();
    let surplus = copies.len().saturating_sub(most.max(1));
    copies.truncate(surplus);
    for path in &copies {
        fs::remove_file(path).map_err(BackupError::file(path))?;
    }
    Ok(copies)
}

fn is_ours(path: &Path, stem: &str, ending: &str) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let time = name
        .strip_prefix(stem)
        .and_then(|rest| rest.strip_prefix('-'))
        .and_then(|rest| rest.strip_suffix(ending));
    time.is_some_and(|time| {
        time.len() == 16
            && time.char_indices().all(|(at, sign)| match at {
                8 => sign == 'T',
                15 => sign == 'Z',
                _ => sign.is_ascii_digit(),
            })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_are_kept_and_what_is_not_ours_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cutri.db.age");
        let day = |day: i64| Timestamp::from_second(1_795_395_600 + day * 86_400).unwrap();
        for others in [
            "cutri.db.age",
            "cutri-old.db.age",
            "letter.txt",
            "cutri-20261123T010000Z.db",
        ] {
            fs::write(folder.path().join(others), "x").unwrap();
        }
        for at in 0..5 {
            fs::write(dated(&path, day(at)), "x").unwrap();
        }
        assert!(dated(&path, day(0)).ends_with("cutri-20261123T010000Z.db.age"));
        let removed = forget_older(&path, 2).unwrap();
        assert_eq!(removed, [0, 1, 2].map(|at| dated(&path, day(at))));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 4 + 2);
        assert_eq!(forget_older(&path, 0).unwrap().len(), 1, "one always stays");
    }
}
