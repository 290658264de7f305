//! The command line of cutri.

fn main() {}
