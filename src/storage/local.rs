//! The browser's `localStorage`, through gloo-storage.

use gloo_storage::{LocalStorage, Storage as _};
use js_sys::{Array, JsString, Object, RegExp};
use wasm_bindgen::{JsCast, JsValue};

use super::figures::Counting;
use super::key::{Key, prefix};
use super::port::{Denied, Storage, WriteError};

/// The browser's `localStorage`, seen through this application's prefix.
#[derive(Debug, Clone)]
pub struct LocalStore {
    prefix: String,
}

impl LocalStore {
    /// Opens the storage for an application under a base path.
    ///
    /// # Errors
    /// When the browser refuses: blocked site data, an opaque origin. gloo-storage panics then, so
    /// the browser is asked first.
    pub fn open(base_path: &str) -> Result<Self, Denied> {
        match web_sys::window().map(|window| window.local_storage()) {
            Some(Ok(Some(storage))) => {
                // Some browsers hand out a storage and refuse its use.
                storage.length().map_err(|_| Denied)?;
                Ok(Self {
                    prefix: prefix(base_path),
                })
            }
            _ => Err(Denied),
        }
    }

    /// The prefix of every key.
    #[must_use]
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// How much of the origin's room is taken, by whichever application of it and by this one alone, in
    /// what the browser counts. The texts stay where they are: only their lengths are asked for, and their
    /// kind.
    #[must_use]
    pub fn occupied(&self, counting: Counting) -> (usize, usize) {
        let entries = Object::entries(LocalStorage::raw().unchecked_ref());
        let beyond_ascii = RegExp::new("[^\\u0000-\\u007f]", "");
        let cost = |text: JsValue| {
            text.dyn_ref::<JsString>().map_or(0, |text| {
                let is_ascii = counting == Counting::Units || text.search(&beyond_ascii) < 0;
                counting.cost(text.length() as usize, is_ascii)
            })
        };
        let (mut all, mut own) = (0, 0);
        for entry in entries.iter() {
            let pair: Array = entry.unchecked_into();
            let key = pair.get(0);
            let is_own = key
                .dyn_ref::<JsString>()
                .is_some_and(|key| key.starts_with(&self.prefix, 0));
            let size = cost(key) + cost(pair.get(1));
            all += size;
            own += if is_own { size } else { 0 };
        }
        (all, own)
    }

    fn full_key(&self, key: &Key) -> String {
        [&self.prefix, key.text().as_str()].concat()
    }
}

impl Storage for LocalStore {
    fn read(&self, key: &Key) -> Result<Option<String>, Denied> {
        LocalStorage::raw()
            .get_item(&self.full_key(key))
            .map_err(|_| Denied)
    }

    fn write(&self, key: &Key, text: &str) -> Result<(), WriteError> {
        LocalStorage::raw()
            .set_item(&self.full_key(key), text)
            .map_err(|error| {
                let exception = error.dyn_ref::<web_sys::DomException>();
                match exception.map(web_sys::DomException::name).as_deref() {
                    Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => WriteError::Full,
                    _ => WriteError::Denied,
                }
            })
    }

    fn remove(&self, key: &Key) -> Result<(), WriteError> {
        LocalStorage::raw()
            .remove_item(&self.full_key(key))
            .map_err(|_| WriteError::Denied)
    }

    fn keys(&self) -> Result<Vec<String>, Denied> {
        let storage = LocalStorage::raw();
        let mut keys = Vec::new();
        for index in 0..storage.length().map_err(|_| Denied)? {
            let key = storage.key(index).map_err(|_| Denied)?;
            if let Some(own) = key
                .as_deref()
                .and_then(|key| key.strip_prefix(self.prefix.as_str()))
            {
                keys.push(own.to_owned());
            }
        }
        Ok(keys)
    }
}
