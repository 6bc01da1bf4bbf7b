//! What is served besides the pages and the hashed files: data, schemas, icons, the manifest, the rescue.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value, json};

use super::assets::Assets;
use super::read;
use crate::texts::{LANGUAGES, Texts};

/// Templates in `public/`, which are filled rather than copied, and the example, which `--catalogue` replaces.
const NOT_COPIED: [&str; 4] = ["404.html", "not-found.js", "rescue.js", "catalogue.json"];

pub(super) fn write(
    root: &Path,
    texts: &Texts,
    assets: &Assets,
    catalogue: &Path,
    folder: &Path,
) -> Result<()> {
    let public = root.join("public");
    for entry in fs::read_dir(&public).with_context(|| format!("reading {}", public.display()))? {
        let path = entry?.path();
        let name = path.file_name().context("a file has a name")?;
        if NOT_COPIED.iter().any(|other| name == *other) {
            continue;
        }
        if path.is_dir() {
            copy_folder(&path, &folder.join(name))?;
        } else {
            fs::copy(&path, folder.join(name)).with_context(|| format!("copying {}", path.display()))?;
        }
    }
    let content = read(catalogue)?;
    serde_json::from_str::<Value>(&content)
        .with_context(|| format!("{} is not JSON", catalogue.display()))?;
    super::write(&folder.join("catalogue.json"), content)?;
    super::write(&folder.join("manifest.webmanifest"), manifest(texts)?)?;
    super::write(
        &folder.join("rescue.js"),
        filled(&public, "rescue.js", "texts", &rescue_texts(texts))?,
    )?;
    let names = json!({ "style": assets.style, "start": assets.start });
    super::write(
        &folder.join("not-found.js"),
        filled(&public, "not-found.js", "assets", &names)?,
    )
}

/// The script with the value in the place of the text `"{{name}}"`.
fn filled(public: &Path, file: &str, name: &str, value: &Value) -> Result<String> {
    let template = read(&public.join(file))?;
    let place = format!("\"{{{{{name}}}}}\"");
    ensure!(
        template.matches(&place).count() == 1,
        "public/{file} must hold {place} once"
    );
    Ok(template.replace(&place, &value.to_string()))
}

/// The texts of the rescue by language, without what they share in their keys.
fn rescue_texts(texts: &Texts) -> Value {
    let languages = LANGUAGES.map(|language| {
        let words = texts
            .below(language, "static.rescue.")
            .map(|(key, text)| (key.to_owned(), json!(text)));
        (language.to_owned(), Value::Object(words.collect()))
    });
    Value::Object(Map::from_iter(languages))
}

/// The web app manifest. It has no `id`, so that two sites of one origin stay two applications.
fn manifest(texts: &Texts) -> Result<String> {
    let text = |key: &str| texts.get(LANGUAGES[0], key);
    let icon = |file: &str, sizes: &str, kind: &str, purpose: &str| json!({ "src": file, "sizes": sizes, "type": kind, "purpose": purpose });
    let manifest = json!({
        "name": text("static.manifest.name")?,
        "short_name": text("static.manifest.short_name")?,
        "description": text("static.description")?,
        "lang": LANGUAGES[0],
        "dir": "ltr",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "theme_color": "#0b6e4f",
        "background_color": "#fbf8f2",
        "icons": [
            icon("icon.svg", "any", "image/svg+xml", "any"),
            icon("icon-192.png", "192x192", "image/png", "any"),
            icon("icon-512.png", "512x512", "image/png", "any"),
            icon("icon-maskable-512.png", "512x512", "image/png", "maskable"),
        ],
    });
    Ok(format!("{manifest:#}\n"))
}

/// Copies a folder with everything in it.
pub(super) fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("creating {}", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("reading {}", from.display()))? {
        let path = entry?.path();
        let target = to.join(path.file_name().context("a file has a name")?);
        if path.is_dir() {
            copy_folder(&path, &target)?;
        } else {
            fs::copy(&path, &target).with_context(|| format!("copying {}", path.display()))?;
        }
    }
    Ok(())
}
