//! Sealed copies, in the form of age (age-encryption.org): only whoever holds the key of a recipient opens them.

use std::{
    fs::File,
    io::{BufReader, BufWriter, Read, Write},
    path::Path,
    str::FromStr,
};

use age::{Decryptor, Encryptor, x25519};
use sha2::{Digest as _, Sha256};

use super::BackupError;
use crate::store::backup::new_file;

/// Who can open a sealed copy: the public part of a key (`age1…`), as `age-keygen` prints it.
#[derive(Debug, Clone)]
pub(crate) struct Recipient(x25519::Recipient);

impl FromStr for Recipient {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let known = x25519::Recipient::from_str(text.trim());
        known
            .map(Self)
            .map_err(|why| format!("not a recipient of age (age1…): {why}"))
    }
}

/// The private part of a key, from the file that `age-keygen` writes.
pub(crate) struct Key(x25519::Identity);

impl Key {
    /// Reads the first key of the file.
    ///
    /// # Errors
    /// When the file cannot be read or holds none.
    pub(crate) fn read(path: &Path) -> Result<Self, BackupError> {
        let text = std::fs::read_to_string(path).map_err(BackupError::file(path))?;
        let key = text
            .lines()
            .map(str::trim)
            .find(|line| line.starts_with("AGE-SECRET-KEY-"))
            .and_then(|line| x25519::Identity::from_str(line).ok());
        key.map(Self).ok_or_else(|| BackupError::Seal {
            path: path.to_owned(),
            why: "holds no key of age (AGE-SECRET-KEY-…)".to_owned(),
        })
    }
}

/// Seals the file `from` into the new file `to`, then opens it once more and compares: with a key that nobody else ever
/// had and that is gone when this returns.
pub(super) fn seal(from: &Path, to: &Path, recipients: &[Recipient]) -> Result<(), BackupError> {
    let witness = x25519::Identity::generate();
    let public = witness.to_public();
    let all = recipients
        .iter()
        .map(|recipient| &recipient.0)
        .chain([&public])
        .map(|recipient| recipient as &dyn age::Recipient);
    let failed = |why: String| BackupError::Seal {
        path: to.to_owned(),
        why,
    };
    let encryptor =
        Encryptor::with_recipients(all).map_err(|error| failed(format!("cannot seal: {error}")))?;
    let file = new_file(to).map_err(BackupError::file(to))?;
    let mut sealing = encryptor
        .wrap_output(BufWriter::new(file))
        .map_err(BackupError::file(to))?;
    let mut plain = BufReader::new(File::open(from).map_err(BackupError::file(from))?);
    let before = pour(&mut plain, &mut sealing).map_err(BackupError::file(to))?;
    let mut written = sealing.finish().map_err(BackupError::file(to))?;
    written.flush().map_err(BackupError::file(to))?;
    let mut opened = open_with(to, &witness)?;
    let after = pour(&mut opened, &mut std::io::sink())
        .map_err(|error| failed(format!("cannot be read back: {error}")))?;
    if before == after {
        Ok(())
    } else {
        Err(failed("is not what was sealed".to_owned()))
    }
}

/// Opens the sealed file `from` into the new file `to`.
pub(super) fn open(from: &Path, to: &Path, key: &Key) -> Result<(), BackupError> {
    let mut opened = open_with(from, &key.0)?;
    let mut file = BufWriter::new(new_file(to).map_err(BackupError::file(to))?);
    pour(&mut opened, &mut file).map_err(|error| BackupError::Damaged {
        path: from.to_owned(),
        why: error.to_string(),
    })?;
    file.flush().map_err(BackupError::file(to))
}

fn open_with(path: &Path, key: &x25519::Identity) -> Result<impl Read + use<>, BackupError> {
    let failed = |error: age::DecryptError| BackupError::Seal {
        path: path.to_owned(),
        why: format!("cannot be opened with this key: {error}"),
    };
    let file = File::open(path).map_err(BackupError::file(path))?;
    let decryptor = Decryptor::new(BufReader::new(file)).map_err(failed)?;
    decryptor
        .decrypt(std::iter::once(key as &dyn age::Identity))
        .map_err(failed)
}

/// Reads all of it into the other; gives its hash.
fn pour(from: &mut impl Read, to: &mut impl Write) -> std::io::Result<[u8; 32]> {
    let mut hash = Sha256::new();
    let mut piece = vec![0; 1 << 16];
    loop {
        let count = from.read(&mut piece)?;
        if count == 0 {
            return Ok(hash.finalize().into());
        }
        hash.update(&piece[..count]);
        to.write_all(&piece[..count])?;
    }
}
