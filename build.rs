//! Tells cargo what is compiled in besides Rust: `sqlx::migrate!` and the sentences read folders, and a new file in them
//! would go unnoticed.
//!
//! With `CUTRI_SCHEMA_ONLY` set the library is empty: `examples/schema.rs` then makes the database against which
//! `sqlx::query!` checks statements, although the statements may not compile yet (CONTRIBUTING.md).

fn main() {
    println!("cargo::rerun-if-changed=migrations");
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=.sqlx");
    println!("cargo::rerun-if-env-changed=CUTRI_SCHEMA_ONLY");
    println!("cargo::rustc-check-cfg=cfg(schema_only)");
    println!("cargo::rustc-check-cfg=cfg(fuzzing)");
    if std::env::var_os("CUTRI_SCHEMA_ONLY").is_some() {
        println!("cargo::rustc-cfg=schema_only");
    }
}
