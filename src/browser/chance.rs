//! Randomness.

use crate::domain::id::Id;

/// A new identifier, from the browser's cryptographic generator.
///
/// # Panics
/// Never in a browser that this application supports; without the generator two devices could make
/// the same identifier and lose each other's work, so going on would be worse.
#[must_use]
pub fn new_id() -> Id {
    Id::from_entropy(bytes())
}

/// Random bytes, from the browser's cryptographic generator.
///
/// # Panics
/// As [`new_id`].
#[must_use]
pub fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    let filled = crypto.and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).ok());
    assert!(filled.is_some(), "the browser has no random generator");
    bytes
}
