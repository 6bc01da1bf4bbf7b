//! Rules for pages, scripts, style sheets and the manifest of `dist/`.

use std::collections::BTreeMap;

use serde_json::Value;

use super::html::{Tag, tags};
use crate::dist::pages::ROUTES;

type Files = BTreeMap<String, Vec<u8>>;

/// Names of things, which are never fetched.
const NAMESPACES: &str = "http://www.w3.org/";

pub(super) fn check(files: &Files) -> Vec<String> {
    let mut broken = Vec::new();
    let routes = ROUTES.iter().map(|route| format!("{route}/index.html"));
    for page in ["index.html", "404.html"]
        .map(str::to_owned)
        .into_iter()
        .chain(routes)
    {
        if !files.contains_key(&page) {
            broken.push(format!("{page} is missing"));
        }
    }
    for (path, content) in files {
        let text = String::from_utf8_lossy(content);
        let found = match path.rsplit('.').next() {
            Some("html") => page(path, &text, files),
            Some("js" | "css") => other_origins(&text),
            Some("webmanifest") => manifest(&text, files),
            _ => Vec::new(),
        };
        broken.extend(found.into_iter().map(|what| format!("{path}: {what}")));
    }
    broken
}

fn page(path: &str, text: &str, files: &Files) -> Vec<String> {
    let tags = tags(text);
    let mut broken = policy(&tags);
    if path != "404.html" {
        let expected = if path.contains('/') { "../" } else { "./" };
        let base = tags
            .iter()
            .find(|tag| tag.name == "base")
            .and_then(|tag| tag.attribute("href"));
        if base != Some(expected) {
            broken.push(format!("its base is {base:?}, not {expected}"));
        }
    }
    for tag in &tags {
        if tag.name == "script" && (tag.attribute("src").is_none() || !tag.text.trim().is_empty()) {
            broken.push("holds an inline script".to_owned());
        }
        for name in tag.attributes.keys() {
            if name == "style" || name.starts_with("on") {
                broken.push(format!(
                    "<{}> has the attribute {name}, which the policy forbids",
                    tag.name
                ));
            }
        }
        for reference in ["href", "src"].iter().filter_map(|name| tag.attribute(name)) {
            broken.extend(reference_is_wrong(path, tag, reference, files));
        }
    }
    broken
}

/// What is wrong with a reference of a page, if anything.
fn reference_is_wrong(path: &str, tag: &Tag, reference: &str, files: &Files) -> Option<String> {
    let lower = reference.to_ascii_lowercase();
    // The guide leads to the hosts that it tells of.
    if tag.name == "a" && path.starts_with("guide.") && lower.starts_with("https://") {
        return None;
    }
    // A place within a page.
    let reference = reference.split('#').next().unwrap_or_default();
    if lower.contains(':') || lower.starts_with('/') || lower.starts_with('\\') {
        return Some(format!("`{reference}` is not relative"));
    }
    // The page for unknown addresses looks for its script in each folder above; the base leads to a folder.
    let name = if path == "404.html" {
        reference.rsplit('/').next()?
    } else {
        reference
    };
    let is_folder = name.is_empty() || name.ends_with('/');
    (tag.name != "base" && !is_folder && !files.contains_key(name))
        .then(|| format!("`{reference}` is not in dist/"))
}

fn policy(tags: &[Tag]) -> Vec<String> {
    let is_policy = |tag: &&Tag| tag.attribute("http-equiv") == Some("Content-Security-Policy");
    let mut policies = tags
        .iter()
        .filter(is_policy)
        .filter_map(|tag| tag.attribute("content"));
    let (Some(policy), None) = (policies.next(), policies.next()) else {
        return vec!["has not exactly one content security policy".to_owned()];
    };
    let mut broken = Vec::new();
    let directives: BTreeMap<&str, Vec<&str>> = policy
        .split(';')
        .filter_map(|directive| {
            let mut words = directive.split_whitespace();
            Some((words.next()?, words.collect()))
        })
        .collect();
    for (name, wanted) in [
        ("default-src", &["'none'"][..]),
        ("script-src", &["'self'", "'wasm-unsafe-eval'"]),
        ("connect-src", &["'self'"]),
        ("base-uri", &["'self'"]),
        ("form-action", &["'none'"]),
    ] {
        if directives.get(name).map(Vec::as_slice) != Some(wanted) {
            broken.push(format!(
                "the policy's {name} is {:?}, not {wanted:?}",
                directives.get(name)
            ));
        }
    }
    for (name, values) in &directives {
        for value in values
            .iter()
            .filter(|value| !["'none'", "'self'", "'wasm-unsafe-eval'"].contains(value))
        {
            if *name != "style-src" || !value.starts_with("'sha256-") {
                broken.push(format!("the policy's {name} allows {value}"));
            }
        }
    }
    // A policy rules only what follows it.
    let place = |is: &dyn Fn(&Tag) -> bool| tags.iter().position(is).unwrap_or(usize::MAX);
    if place(&|tag| is_policy(&tag))
        > place(&|tag| ["script", "link", "style", "base"].contains(&tag.name.as_str()))
    {
        broken.push("the policy comes after what it should rule".to_owned());
    }
    broken
}

/// Addresses of other origins in a script or style sheet.
fn other_origins(text: &str) -> Vec<String> {
    let schemes = [
        "http://", "https://", "ws://", "wss://", "url(//", "url(\"//", "url('//",
    ];
    let found = schemes.iter().flat_map(|scheme| text.match_indices(scheme));
    let foreign = found.filter(|(at, _)| !text[*at..].starts_with(NAMESPACES));
    foreign
        .map(|(at, _)| {
            format!(
                "names another origin: {}",
                text[at..].chars().take(60).collect::<String>()
            )
        })
        .collect()
}

fn manifest(text: &str, files: &Files) -> Vec<String> {
    let manifest: Value = match serde_json::from_str(text) {
        Ok(manifest) => manifest,
        Err(error) => return vec![format!("is not JSON: {error}")],
    };
    let mut broken = Vec::new();
    if !manifest["id"].is_null() {
        broken.push("has an id, which would make two sites of one origin the same application".to_owned());
    }
    for key in ["start_url", "scope"] {
        if manifest[key] != "./" {
            broken.push(format!("its {key} is {}, not ./", manifest[key]));
        }
    }
    let icons = manifest["icons"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    let is_maskable = |icon: &Value| icon["purpose"] == "maskable";
    if icons.iter().all(is_maskable) || !icons.iter().any(is_maskable) {
        broken.push("wants icons for any purpose and a maskable one".to_owned());
    }
    let shortcuts = manifest["shortcuts"].as_array().into_iter().flatten();
    let pages = shortcuts.map(|shortcut| &shortcut["url"]);
    for page in pages.chain([&manifest["share_target"]["action"]]) {
        let path = page.as_str().and_then(|page| page.split('?').next());
        let file = path.map(|path| [path.trim_start_matches("./"), "index.html"].concat());
        if !file.is_some_and(|file| files.contains_key(&file)) {
            broken.push(format!("{page} is no page of dist/"));
        }
    }
    for icon in icons {
        if !icon["src"].as_str().is_some_and(|file| files.contains_key(file)) {
            broken.push(format!("the icon {} is not in dist/", icon["src"]));
        }
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self' \
        'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; base-uri 'self'; form-action 'none'\">";

    fn checked(body: &str) -> Vec<String> {
        let files = Files::from([("a.js".to_owned(), Vec::new())]);
        page("index.html", &format!("{POLICY}<base href=\"./\">{body}"), &files)
    }

    #[test]
    fn a_plain_page_is_well() {
        assert_eq!(
            checked("<script src=\"a.js\"></script><a href=\"./\">home</a>"),
            [""; 0]
        );
    }

    #[test]
    fn each_thing_the_policy_forbids_is_found() {
        for body in [
            "<script>run()</script>",
            "<script src=\"a.js\">run()</script>",
            "<p style=\"color:red\">",
            "<p onclick=\"run()\">",
            "<script src=\"b.js\"></script>",
            "<a href=\"https://example.org/\">",
            "<a href=\"//example.org\">",
            "<a href=\"/a.js\">",
            "<a href=\"JavaScript:run()\">",
        ] {
            assert_eq!(checked(body).len(), 1, "{body}: {:?}", checked(body));
        }
    }

    #[test]
    fn a_weak_missing_or_late_policy_is_found() {
        let weak = |from: &str, to: &str| !policy(&tags(&POLICY.replace(from, to))).is_empty();
        assert!(!weak("", ""));
        assert!(weak("'none'", "*"));
        assert!(weak("'wasm-unsafe-eval'", "'unsafe-eval'"));
        assert!(weak("style-src 'self'", "style-src 'unsafe-inline'"));
        assert!(weak("connect-src 'self'", "connect-src 'self' example.org"));
        assert!(weak("http-equiv", "name"));
        assert!(!policy(&tags(&format!("<base href=\"./\">{POLICY}"))).is_empty());
    }

    #[test]
    fn other_origins_in_scripts_are_found_and_namespaces_are_not() {
        assert_eq!(other_origins("fetch('https://example.org')").len(), 1);
        assert_eq!(other_origins("a{background:url(//example.org/a.png)}").len(), 1);
        assert_eq!(other_origins("ns('http://www.w3.org/2000/svg')").len(), 0);
    }

    #[test]
    fn missing_pages_and_a_manifest_with_an_id_are_found() {
        assert_eq!(check(&Files::new()).len(), ROUTES.len() + 2);
        let text = r#"{"id":"x","start_url":"./","scope":"./","icons":[]}"#;
        assert_eq!(manifest(text, &Files::new()).len(), 3);
    }
}
