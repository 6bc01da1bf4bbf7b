//! That the service worker names exactly the files that it should, with the hashes of what is served.

use std::collections::BTreeMap;

use crate::dist::pages::ROUTES;
use crate::dist::worker::{self, Part, route_page};
use crate::hash;

type Files = BTreeMap<String, Vec<u8>>;

/// What only the browser asks for, or only while there is a network.
const UNLISTED: [&str; 2] = [worker::NAME, "catalogue.json"];

pub(super) fn check(files: &Files) -> Vec<String> {
    let Some(script) = files.get(worker::NAME) else {
        return vec![format!("{} is missing", worker::NAME)];
    };
    let script = String::from_utf8_lossy(script);
    let parts = match worker::parts(files) {
        Ok(parts) => parts,
        Err(error) => return vec![format!("{error:#}")],
    };
    let mut broken = Vec::new();
    for (path, content) in files {
        let listed = format!("\"{path}\":\"{}\"", hash::short(content));
        if parts.contains_key(path.as_str()) {
            if script.matches(&listed).count() != 1 {
                broken.push(format!("{} does not name {path} with its hash", worker::NAME));
            }
        } else if !is_unlisted(path) {
            broken.push(format!(
                "{path} has no part in xtask/src/dist/worker.rs: nobody has it without a network"
            ));
        }
    }
    let named = listed(&script);
    if named != parts.len() {
        broken.push(format!(
            "{} names {named} files instead of {}",
            worker::NAME,
            parts.len()
        ));
    }
    for part in [Part::First, Part::Later, Part::Asked] {
        if !parts.values().any(|one| *one == part) {
            broken.push(format!("{} names nothing of {part:?}", worker::NAME));
        }
    }
    for route in ROUTES {
        let path = format!("{route}/index.html");
        if files.get(&path) != files.get(&route_page()) {
            broken.push(format!("{path} is not what {} gives for it", worker::NAME));
        }
    }
    broken
}

fn is_unlisted(path: &str) -> bool {
    let is_route = ROUTES.iter().any(|route| path == format!("{route}/index.html"));
    is_route || path.ends_with(".schema.json") || UNLISTED.contains(&path)
}

/// How many hashes stand in the script as the value of a name.
fn listed(script: &str) -> usize {
    let is_hash = |rest: &str| {
        let digits = rest.split('"').next().unwrap_or_default();
        digits.len() == 16 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
    };
    script.split("\":\"").skip(1).filter(|rest| is_hash(rest)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "[\"{{first}}\",\"{{later}}\",\"{{asked}}\",\"{{routes}}\"]";

    fn files() -> Files {
        let mut files: Files = ROUTES
            .map(|route| (format!("{route}/index.html"), b"<p>".to_vec()))
            .into();
        for path in [
            "index.html",
            "split_late.wasm",
            "icon.png",
            "communes/62.json",
            "catalogue.json",
            "a.schema.json",
        ] {
            files.insert(path.to_owned(), path.into());
        }
        renewed(files)
    }

    fn renewed(mut files: Files) -> Files {
        let script = worker::script(TEMPLATE, &files).unwrap();
        files.insert(worker::NAME.to_owned(), script.into());
        files
    }

    #[test]
    fn a_worker_that_names_everything_is_well() {
        assert_eq!(check(&files()), [""; 0]);
    }

    #[test]
    fn what_is_changed_new_missing_or_nobodys_is_found() {
        let mut changed = files();
        changed.insert("split_late.wasm".into(), b"other".to_vec());
        assert_eq!(check(&changed).len(), 1);
        let mut new = files();
        new.insert("editor.wasm".into(), Vec::new());
        assert_eq!(check(&new).len(), 2);
        let mut missing = files();
        missing.remove("split_late.wasm");
        assert_eq!(check(&missing).len(), 1);
        let mut nobodys = files();
        nobodys.insert("notes.txt".into(), Vec::new());
        assert_eq!(check(&nobodys).len(), 1);
        let mut apart = files();
        apart.insert("mentions/index.html".into(), b"<b>".to_vec());
        assert_eq!(check(&renewed(apart)).len(), 1);
        let mut without = files();
        without.remove(worker::NAME);
        assert_eq!(check(&without).len(), 1);
    }
}
