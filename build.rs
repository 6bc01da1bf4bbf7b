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

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=build.rs");
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
    let is_plural = |key: &str| [".one", ".other"].iter().any(|form| key.ends_with(form));
    let single: Vec<&str> = keys
        .iter()
        .map(|key| key.as_str())
        .filter(|key| !is_plural(key))
        .collect();
    let plural: Vec<&str> = keys.iter().filter_map(|key| key.strip_suffix(".other")).collect();

    let mut code = String::new();
    declare(&mut code, "Text", "A text of the interface.", &single, |key| {
        &languages[0][key]
    })?;
    let other = |key: &str| &languages[0][&format!("{key}.other")];
    declare(
        &mut code,
        "Plural",
        "A text that depends on a number.",
        &plural,
        other,
    )?;
    writeln!(
        code,
        "static TEXTS: [[&str; {}]; {}] = [",
        single.len(),
        LANGUAGES.len()
    )?;
    for texts in &languages {
        writeln!(code, "    [")?;
        for key in &single {
            writeln!(code, "        {:?},", texts[*key])?;
        }
        writeln!(code, "    ],")?;
    }
    writeln!(code, "];")?;
    writeln!(
        code,
        "static PLURALS: [[[&str; 2]; {}]; {}] = [",
        plural.len(),
        LANGUAGES.len()
    )?;
    for texts in &languages {
        writeln!(code, "    [")?;
        for key in &plural {
            let form = |form: &str| {
                let name = format!("{key}.{form}");
                texts.get(&name).ok_or_else(|| format!("a plural lacks `{name}`"))
            };
            writeln!(code, "        [{:?}, {:?}],", form("one")?, form("other")?)?;
        }
        writeln!(code, "    ],")?;
    }
    writeln!(code, "];")?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("texts.rs"), code)?;
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
        "/// {doc}\n\
         #[allow(clippy::doc_markdown, reason = \"the docs are texts of the interface, not Markdown\")]\n\
         #[derive(Debug, Clone, Copy, PartialEq, Eq)]\npub enum {name} {{"
    )?;
    for key in keys {
        let doc = text(key)
            .replace('\n', " ")
            .replace('[', "(")
            .replace(']', ")")
            .replace(['<', '>'], "");
        writeln!(code, "    /// « {doc} »\n    {},", variant(key))?;
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
