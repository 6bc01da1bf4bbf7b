//! Gives every reader damaged, forged and made-up input, and checks what must hold for any of it.
//!
//! Each reader is a [`target::Target`]: its corpus in `tests/fuzz/corpus/<name>/`, and a function that
//! panics where a law is broken. [`mutate`] makes new input out of the corpus, byte by byte and value by
//! value, from a number alone: [`run`] prints that number when an input breaks a law, and the same
//! number makes the same input again. No nightly compiler and no instrumentation is needed, so the same
//! program runs here and in continuous integration.
//!
//! An input that was found to break a law stays in the corpus, under a name that begins with `found-`.

pub mod mutate;
pub mod run;
pub mod target;

mod closed;
mod laws;
mod passages;
mod release;
mod table;
