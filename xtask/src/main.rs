//! Every command of the project, run as `cargo xtask <command>`.
fn main() {}
