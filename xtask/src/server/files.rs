//! Which file an address means: the whole of what the server decides.

use std::path::{Path, PathBuf};

/// What an address leads to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    File(PathBuf),
    /// A folder that was asked for without its last slash: the address with it, query kept.
    Redirect(String),
    Nothing,
}

/// Finds `target` (path and query) under `base` in `folder`. Never leads out of the folder.
pub(super) fn find(folder: &Path, base: &str, target: &str) -> Found {
    let (path, query) = match target.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (target, None),
    };
    let with_slash = || {
        let query = query.map(|query| format!("?{query}")).unwrap_or_default();
        Found::Redirect(format!("{path}/{query}"))
    };
    let Some(inside) = path.strip_prefix(base) else {
        let is_base = base.strip_suffix('/') == Some(path) && !path.is_empty();
        return if is_base { with_slash() } else { Found::Nothing };
    };
    let Some(wanted) = resolve(folder, inside) else {
        return Found::Nothing;
    };
    if wanted.is_dir() {
        if !inside.is_empty() && !inside.ends_with('/') {
            return with_slash();
        }
        let index = wanted.join("index.html");
        return if index.is_file() {
            Found::File(index)
        } else {
            Found::Nothing
        };
    }
    // `name.html/` is no file.
    if wanted.is_file() && !inside.ends_with('/') {
        Found::File(wanted)
    } else {
        Found::Nothing
    }
}

/// The path inside the folder, or nothing where it does not exist, is not written plainly or leads elsewhere.
fn resolve(folder: &Path, inside: &str) -> Option<PathBuf> {
    let decoded = decode(inside)?;
    let mut path = folder.to_path_buf();
    let trimmed = decoded.strip_suffix('/').unwrap_or(&decoded);
    if !trimmed.is_empty() {
        for segment in trimmed.split('/') {
            if segment.is_empty() || segment == "." || segment == ".." || segment.contains(['\\', '\0', ':'])
            {
                return None;
            }
            path.push(segment);
        }
    }
    // A symbolic link may still lead out of the folder.
    let (real, limit) = (path.canonicalize().ok()?, folder.canonicalize().ok()?);
    real.starts_with(limit).then_some(real)
}

/// Undoes the percent signs; nothing where they are malformed or yield no UTF-8.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let (high, low) = (
                char::from(rest.next()?).to_digit(16)?,
                char::from(rest.next()?).to_digit(16)?,
            );
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_signs_are_undone_or_refused() {
        assert_eq!(decode("a%20b%C3%A9").as_deref(), Some("a bé"));
        for bad in ["%", "%2", "%zz", "%ff"] {
            assert_eq!(decode(bad), None, "{bad}");
        }
    }
}
