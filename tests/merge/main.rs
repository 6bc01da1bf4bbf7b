//! The laws of merging, and of letting go of what has nothing left to say.

mod laws;
mod settling;
