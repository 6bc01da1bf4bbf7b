//! What is served besides the pages and the hashed files: data, schemas, icons, the manifest, the rescue.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value, json};

use super::assets::Assets;
use super::minify::{self, Kind};
use super::{read, worker};
use crate::setup::BuildTools;
use crate::texts::{LANGUAGES, Texts};

/// Templates in `public/`, which are filled rather than copied, and the example, which `--catalogue` replaces.
const NOT_COPIED: [&str; 6] = [
    "404.html",
    "not-found.js",
    "rescue.js",
    worker::NAME,
    worker::NONE,
    "catalogue.json",
];

pub(super) fn write(
    root: &Path,
    tools: &BuildTools,
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
    let names = json!({ "style": assets.style, "start": assets.start });
    for (file, place, value) in [
        ("rescue.js", "texts", rescue_texts(texts)),
        ("not-found.js", "assets", names),
    ] {
        let text =
            filled(&read(&public.join(file))?, place, &value).with_context(|| format!("public/{file}"))?;
        super::write(&folder.join(file), minify::script(tools, Kind::Classic, &text)?)?;
    }
    Ok(())
}

/// The script with the value in the place of the text `"{{name}}"`.
pub(super) fn filled(template: &str, name: &str, value: &Value) -> Result<String> {
    let place = format!("\"{{{{{name}}}}}\"");
    ensure!(template.matches(&place).count() == 1, "must hold {place} once");
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

/// The page that takes what another application shares.
const SHARED_TO: &str = "importer/";

/// The web app manifest. It has no `id`, so that two sites of one origin stay two applications.
fn manifest(texts: &Texts) -> Result<String> {
    let text = |key: &str| texts.get(LANGUAGES[0], key);
    let icon = |file: &str, sizes: &str, kind: &str, purpose: &str| json!({ "src": file, "sizes": sizes, "type": kind, "purpose": purpose });
    // From the menu of the icon, and for what another application shares.
    let shortcut = |name: &str, url: &str| -> Result<Value> {
        let icons = [icon("icon-192.png", "192x192", "image/png", "any")];
        Ok(json!({ "name": text(name)?, "url": url, "icons": icons }))
    };
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
        "shortcuts": [
            shortcut("menu.add", "modifier/")?,
            shortcut("static.manifest.needs", "./?besoins=1")?,
            shortcut("menu.communiques", "communiques/")?,
        ],
        "share_target": {
            "action": SHARED_TO,
            "method": "GET",
            "enctype": "application/x-www-form-urlencoded",
            "params": { "title": "titre", "text": "texte", "url": "adresse" },
        },
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project;

    #[test]
    fn a_template_is_filled_at_its_one_place() {
        let value = json!({ "a": "l’\"été\"" });
        let text = filled("const T = \"{{texts}}\";", "texts", &value).unwrap();
        assert_eq!(text, "const T = {\"a\":\"l’\\\"été\\\"\"};");
        assert!(filled("const T = 1;", "texts", &value).is_err());
        assert!(filled("\"{{texts}}\" \"{{texts}}\"", "texts", &value).is_err());
    }

    #[test]
    fn the_manifest_and_the_rescue_have_their_texts_in_every_language() {
        let texts = Texts::read(&project::root()).unwrap();
        let manifest: Value = serde_json::from_str(&manifest(&texts).unwrap()).unwrap();
        assert!(manifest["id"].is_null() && manifest["name"].is_string());
        let rescue = rescue_texts(&texts);
        // Every word that rescue.js asks for is there.
        let script = read(&project::root().join("public/rescue.js")).unwrap();
        let asked = script
            .split("texts().")
            .skip(1)
            .chain(script.split("words.").skip(1));
        for rest in asked {
            let key: String = rest.chars().take_while(char::is_ascii_lowercase).collect();
            for language in LANGUAGES {
                assert!(rescue[language][&key].is_string(), "{language}: {key}");
            }
        }
    }
}
