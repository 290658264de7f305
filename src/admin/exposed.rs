//! What others on the machine, or on the network, can get at: rights of files, and where the bot listens.

use std::{fs, net::SocketAddr, os::unix::fs::PermissionsExt, path::Path};

use crate::config::{Config, Updates};

/// Everything that is open too wide, with what to do.
pub(super) fn findings(config: &Config) -> Vec<(&'static str, String)> {
    files(&config.database, Path::new(".env"))
}

/// What to look after where the pages are open to the network, and no webhook needs that. In a container they have to be, or
/// neither a published port nor a probe reaches them; nothing on them is of a person but the page of a hall, whose address is secret.
pub(super) fn listening(config: &Config) -> Option<String> {
    let is_webhook = matches!(config.updates, Updates::Webhook(_));
    let address = config.http_listen;
    (listens_to_all(address) && !is_webhook).then(|| {
        format!(
            "CUTRI_HTTP_LISTEN={address} is open to the network, and the pages have no password. In a container: publish the port \
             on this machine only (127.0.0.1:{port}:{port}), if at all. Elsewhere: take 127.0.0.1, or a firewall",
            port = address.port()
        )
    })
}

fn listens_to_all(address: SocketAddr) -> bool {
    !address.ip().is_loopback()
}

fn files(database: &Path, environment: &Path) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    for suffix in ["", "-wal", "-shm", ".lock"] {
        let mut name = database.as_os_str().to_owned();
        name.push(suffix);
        let path = Path::new(&name);
        if let Some(mode) = mode(path).filter(|mode| mode & 0o077 != 0) {
            let shown = path.display();
            let todo = format!("{shown} can be read by others (mode {mode:o}): chmod 600 {shown}");
            found.push(("file rights", todo));
        }
    }
    let folder = match database.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    if let Some(mode) = mode(folder).filter(|mode| mode & 0o022 != 0) {
        let shown = folder.display();
        let todo = format!("others can write into {shown} (mode {mode:o}): chmod 700 {shown}");
        found.push(("file rights", todo));
    }
    if let Some(mode) = mode(environment).filter(|mode| mode & 0o007 != 0) {
        let shown = environment.display();
        let todo = format!(
            "{shown} holds the token and others can read it (mode {mode:o}): chmod 600 {shown}"
        );
        found.push(("file rights", todo));
    }
    found
}

/// The rights of what is there.
fn mode(path: &Path) -> Option<u32> {
    let metadata = fs::metadata(path).ok()?;
    Some(metadata.permissions().mode() & 0o777)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    #[test]
    fn what_others_can_read_is_named_and_what_they_cannot_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let (database, environment) = (folder.path().join("a.db"), folder.path().join(".env"));
        for path in [&database, &environment] {
            fs::write(path, "").unwrap();
            set(path, 0o600);
        }
        set(folder.path(), 0o700);
        assert_eq!(files(&database, &environment), []);
        set(&database, 0o640);
        set(&environment, 0o644);
        set(folder.path(), 0o777);
        let found = files(&database, &environment);
        assert_eq!(found.len(), 3, "{found:?}");
        assert!(found[0].1.contains("mode 640"), "{found:?}");
    }

    #[test]
    fn the_database_and_what_stands_beside_it_are_nobodys_business() {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("new/folder/a.db");
        let connection = crate::store::open_connection(&database).unwrap();
        connection.execute_batch("create table t (x)").unwrap();
        assert_eq!(mode(&database), Some(0o600));
        assert_eq!(
            mode(&folder.path().join("new/folder/a.db-wal")),
            Some(0o600)
        );
        assert_eq!(mode(&folder.path().join("new/folder")), Some(0o700));
        assert_eq!(files(&database, Path::new("there is none")), []);
    }

    #[test]
    fn only_a_loopback_address_is_this_machines_own() {
        for (address, is_open) in [
            ("127.0.0.1:9464", false),
            ("[::1]:9464", false),
            ("0.0.0.0:9464", true),
            ("192.168.1.5:9464", true),
            ("[::]:9464", true),
        ] {
            assert_eq!(
                listens_to_all(address.parse().unwrap()),
                is_open,
                "{address}"
            );
        }
    }
}
