//! The house holds what `docs/ARCHITECTURE.md` says of it: who may import whom, where the names of the outside world
//! may stand, in which order the rooms lie, how much a folder and a file hold, who makes and saves a question.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on should say where"
)]

#[path = "architecture/code.rs"]
mod code;
#[path = "architecture/deeds.rs"]
mod deeds;
#[path = "architecture/deploy.rs"]
mod deploy;
#[path = "architecture/documents.rs"]
mod documents;
#[path = "architecture/handbook.rs"]
mod handbook;
#[path = "architecture/kubernetes.rs"]
mod kubernetes;
#[path = "architecture/layers.rs"]
mod layers;
#[path = "architecture/redaction.rs"]
mod redaction;
#[path = "architecture/rooms.rs"]
mod rooms;
#[path = "architecture/shape.rs"]
mod shape;
