//! Turns `locales/*.json` into typed keys, so that a text that is missing in a language does not
//! compile, and tells the application the commit that it is built from.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::process::Command;
use std::{env, fs, path::Path};

/// The languages, in the order of `i18n::Lang`; the first one is the reference.
const LANGUAGES: [&str; 2] = ["fr", "en"];

/// Texts of static pages and files, used by `xtask` and not by the application.
const STATIC: &str = "static.";

/// The first parts of the keys whose texts the first page and its frame need. All others travel with
/// the late pages. `tests/first_texts.rs` compares this list with the code.
const FIRST: [&str; 23] = [
    "approximate",
    "badge",
    "banner",
    "card",
    "catalogue",
    "contact",
    "contacts",
    "emergency",
    "failed",
    "filter",
    "footer",
    "frame",
    "late",
    "loaded",
    "menu",
    "near",
    "need",
    "notice",
    "quantity",
    "site",
    "totals",
    "unknown",
    "ways",
];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=build.rs");
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|target| target == "wasm32") {
        // The late pages are split off the linked program, which needs to know what refers to what.
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    println!("cargo::rustc-env=SOLIDAIRE_COMMIT={}", commit()?);
    let mut languages = Vec::new();
    for language in LANGUAGES {
        let file = fs::read_to_string(format!("locales/{language}.json"))?;
        let mut texts: BTreeMap<String, String> = serde_json::from_str(&file)?;
        texts.retain(|key, _| !key.starts_with(STATIC));
        languages.push(texts);
    }
    for (language, texts) in LANGUAGES.iter().zip(&languages) {
        if let Some(key) = languages[0].keys().find(|key| !texts.contains_key(*key)) {
            return Err(format!("locales/{language}.json lacks `{key}`").into());
        }
        if let Some(key) = texts.keys().find(|key| !languages[0].contains_key(*key)) {
            return Err(format!("locales/fr.json lacks `{key}`").into());
        }
    }
    let keys: Vec<&String> = languages[0].keys().collect();
    let is_plural = |key: &str| matches!(key.rsplit_once('.'), Some((_, "one" | "other")));
    let single: Vec<&str> = keys
        .iter()
        .map(|key| key.as_str())
        .filter(|key| !is_plural(key))
        .collect();
    let plural: Vec<&str> = keys.iter().filter_map(|key| key.strip_suffix(".other")).collect();

    let (single, plural) = (first_before_late(single), first_before_late(plural));

    let mut code = String::new();
    declare(
        &mut code,
        "Text",
        "A text of the interface.",
        &single.keys,
        |key| &languages[0][key],
    )?;
    let other = |key: &str| &languages[0][&format!("{key}.other")];
    declare(
        &mut code,
        "Plural",
        "A text that depends on a number.",
        &plural.keys,
        other,
    )?;
    let parts = [("FIRST", true), ("LATE", false)];
    for (part, first) in parts {
        table(
            &mut code,
            &format!("{part}_TEXTS"),
            "&str",
            single.part(first),
            &languages,
            |texts, key| Ok(format!("{:?}", texts[key])),
        )?;
        table(
            &mut code,
            &format!("{part}_PLURALS"),
            "[&str; 2]",
            plural.part(first),
            &languages,
            |texts, key| {
                let form = |form: &str| {
                    let name = format!("{key}.{form}");
                    texts.get(&name).ok_or_else(|| format!("a plural lacks `{name}`"))
                };
                Ok(format!("[{:?}, {:?}]", form("one")?, form("other")?))
            },
        )?;
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join("texts.rs"), code)?;
    Ok(())
}

/// Keys, those of the first page before the late ones.
struct Ordered<'a> {
    keys: Vec<&'a str>,
    first: usize,
}

impl<'a> Ordered<'a> {
    fn part(&self, first: bool) -> &[&'a str] {
        let (early, late) = self.keys.split_at(self.first);
        if first { early } else { late }
    }
}

fn first_before_late(keys: Vec<&str>) -> Ordered<'_> {
    let is_first = |key: &&str| FIRST.contains(&key.split('.').next().unwrap_or_default());
    let (mut first, late): (Vec<&str>, Vec<&str>) = keys.into_iter().partition(is_first);
    let count = first.len();
    first.extend(late);
    Ordered {
        keys: first,
        first: count,
    }
}

/// Writes a static table: a row for each language, a cell for each key.
fn table(
    code: &mut String,
    name: &str,
    cell: &str,
    keys: &[&str],
    languages: &[BTreeMap<String, String>],
    text: impl Fn(&BTreeMap<String, String>, &str) -> Result<String, Box<dyn Error>>,
) -> Result<(), Box<dyn Error>> {
    writeln!(
        code,
        "static {name}: [[{cell}; {}]; {}] = [",
        keys.len(),
        languages.len()
    )?;
    for texts in languages {
        writeln!(code, "    [")?;
        for key in keys {
            writeln!(code, "        {},", text(texts, key)?)?;
        }
        writeln!(code, "    ],")?;
    }
    writeln!(code, "];")?;
    Ok(())
}

/// Declares an enum with a variant for each key.
fn declare<'a>(
    code: &mut String,
    name: &str,
    doc: &str,
    keys: &[&str],
    text: impl Fn(&str) -> &'a String,
) -> Result<(), Box<dyn Error>> {
    writeln!(
        code,
        "/// {doc}\n#[derive(Debug, Clone, Copy, PartialEq, Eq)]\npub enum {name} {{"
    )?;
    for key in keys {
        // As code, so that no address or name in it is taken for markup.
        let doc = text(key).replace(['\n', '`'], " ");
        writeln!(code, "    /// `{doc}`\n    {},", variant(key))?;
    }
    writeln!(code, "}}")?;
    Ok(())
}

/// `list.search_label` → `ListSearchLabel`.
fn variant(key: &str) -> String {
    let mut name = String::new();
    let mut upper = true;
    for c in key.chars() {
        if c.is_ascii_alphanumeric() {
            name.push(if upper { c.to_ascii_uppercase() } else { c });
            upper = false;
        } else {
            upper = true;
        }
    }
    name
}

/// The commit for the page « À propos »: what `SOLIDAIRE_COMMIT` says, else what git says, else
/// nothing. Equal commits give equal builds. Git is asked for release builds for the web alone, since
/// only they are published; a commit would make every other build start anew.
fn commit() -> Result<String, Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed=SOLIDAIRE_COMMIT");
    if let Ok(commit) = env::var("SOLIDAIRE_COMMIT") {
        let shaped = commit.len() <= 40 && commit.bytes().all(|byte| byte.is_ascii_hexdigit());
        let refusal = "SOLIDAIRE_COMMIT is to be a commit's hash, or empty";
        return shaped.then_some(commit).ok_or_else(|| refusal.into());
    }
    let published = env::var("CARGO_CFG_TARGET_ARCH")? == "wasm32" && env::var("PROFILE")? == "release";
    // A source archive that lies in another project's repository is no part of it.
    if !published || git(&["rev-parse", "--show-prefix"]).is_none_or(|prefix| !prefix.is_empty()) {
        return Ok(String::new());
    }
    let branch = git(&["rev-parse", "--symbolic-full-name", "HEAD"]);
    for moved in ["HEAD", "packed-refs"].into_iter().chain(branch.as_deref()) {
        // Cargo takes a file that is not there for one that has changed.
        if let Some(file) = git(&["rev-parse", "--git-path", moved]).filter(|file| Path::new(file).exists()) {
            println!("cargo::rerun-if-changed={file}");
        }
    }
    Ok(git(&["rev-parse", "--short=12", "HEAD"]).unwrap_or_default())
}

/// What git answers in one line; nothing where there is no git or no repository.
fn git(arguments: &[&str]) -> Option<String> {
    let answer = Command::new("git").args(arguments).output().ok()?;
    let text = answer.status.success().then_some(answer.stdout)?;
    Some(String::from_utf8(text).ok()?.trim().to_owned())
}
