//! Lab.
use cutri::domain::categorise::{Categoriser, Kind};
use std::io::BufRead;
fn main() {
    let c = Categoriser::builtin();
    for l in std::io::stdin().lock().lines() {
        let l = l.unwrap();
        let (k, t) = l.split_once('\t').unwrap();
        let v = c.categorise(t);
        println!(
            "{k}\t{:?}\t{}\t{}\t{t}",
            v.danger,
            v.kind == Kind::Emergency,
            v.because.join(" | ")
        );
    }
}
