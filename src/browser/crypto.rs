//! Sealing and opening under a passphrase, by the browser's own cryptography: PBKDF2 makes the key,
//! AES-GCM seals.

use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AesDerivedKeyParams, AesGcmParams, CryptoKey, Pbkdf2Params, SubtleCrypto};

use super::document::window;
use crate::format::handover::Lock;

/// Why something could not be sealed or opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CryptoError {
    /// The page came without encryption, and the browser gives it no cryptography.
    Absent,
    /// It was sealed with another passphrase.
    Closed,
    /// The browser refused.
    Refused,
}

/// Whether the browser gives this page its cryptography.
#[must_use]
pub fn is_here() -> bool {
    subtle().is_some()
}

/// Seals bytes under a passphrase.
///
/// # Errors
/// [`CryptoError::Absent`] or [`CryptoError::Refused`].
pub async fn seal(passphrase: &str, lock: &Lock, plain: &[u8]) -> Result<Vec<u8>, CryptoError> {
    let subtle = subtle().ok_or(CryptoError::Absent)?;
    let key = key(&subtle, passphrase, lock, "encrypt").await?;
    let asked = subtle.encrypt_with_object_and_js_u8_array(&cipher(lock), &key, &Uint8Array::from(plain));
    let sealed = answer(asked).await.ok_or(CryptoError::Refused)?;
    Ok(Uint8Array::new(&sealed).to_vec())
}

/// Opens what was sealed under a passphrase.
///
/// # Errors
/// [`CryptoError`].
pub async fn open(passphrase: &str, lock: &Lock, sealed: &[u8]) -> Result<Vec<u8>, CryptoError> {
    let subtle = subtle().ok_or(CryptoError::Absent)?;
    let key = key(&subtle, passphrase, lock, "decrypt").await?;
    let asked = subtle.decrypt_with_object_and_js_u8_array(&cipher(lock), &key, &Uint8Array::from(sealed));
    // The cipher says only that the seal does not hold; that the bytes are whole was found before.
    let plain = answer(asked).await.ok_or(CryptoError::Closed)?;
    Ok(Uint8Array::new(&plain).to_vec())
}

fn subtle() -> Option<SubtleCrypto> {
    // A browser without it has no such property.
    let crypto = window().crypto().ok()?;
    let subtle = Reflect::get(&crypto, &JsValue::from_str("subtle")).ok()?;
    (!subtle.is_undefined()).then(|| subtle.unchecked_into())
}

/// The key of a passphrase. It never leaves the browser.
async fn key(
    subtle: &SubtleCrypto,
    passphrase: &str,
    lock: &Lock,
    usage: &str,
) -> Result<CryptoKey, CryptoError> {
    let usages = |usage: &str| Array::of1(&JsValue::from_str(usage));
    // One passphrase is typed in several ways: accents as one character or two, spaces around it.
    let typed = js_sys::JsString::from(passphrase.trim()).normalize("NFC");
    let bytes = Uint8Array::from(String::from(typed).as_bytes());
    let asked = subtle.import_key_with_str("raw", &bytes, "PBKDF2", false, &usages("deriveKey"));
    let typed: CryptoKey = answer(asked).await.ok_or(CryptoError::Refused)?.unchecked_into();
    let hash = JsValue::from_str("SHA-256");
    let salt: Object = Uint8Array::from(&lock.salt[..]).into();
    let derive = Pbkdf2Params::new("PBKDF2", &hash, lock.rounds, &salt);
    let made = AesDerivedKeyParams::new("AES-GCM", 256);
    let asked = subtle.derive_key_with_object_and_object(&derive, &typed, &made, false, &usages(usage));
    answer(asked)
        .await
        .map(JsCast::unchecked_into)
        .ok_or(CryptoError::Refused)
}

fn cipher(lock: &Lock) -> AesGcmParams {
    let nonce: Object = Uint8Array::from(&lock.nonce[..]).into();
    let cipher = AesGcmParams::new("AES-GCM", &nonce);
    cipher.set_additional_data(&Uint8Array::from(lock.bound().as_bytes()).into());
    cipher
}

async fn answer(asked: Result<Promise, JsValue>) -> Option<JsValue> {
    // What the browser says of a failed seal is one word for every cause.
    JsFuture::from(asked.ok()?).await.ok()
}
