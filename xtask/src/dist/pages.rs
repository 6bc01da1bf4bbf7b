//! The pages: the first one, a copy in a folder for each route, and the one for unknown addresses.
//!
//! A copy differs from the first page by its base alone, so `dist/` works under any path on a server that knows only
//! files. The page for unknown addresses cannot know its base: hosts show it at any depth. It asks for the same small
//! script in each folder above it; the nearest that exists tells where the first page is. Without scripts its link
//! leads one level up, which ends at the first page too.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::assets::Assets;
use super::read;
use crate::hash;
use crate::texts::Texts;

/// The segment of every route but the first page's, in the order of `src/route/mod.rs`.
pub const ROUTES: [&str; 19] = [
    "aide",
    "besoins",
    "carte",
    "demande",
    "chiffres",
    "initiative",
    "affiche",
    "modifier",
    "propositions",
    "communiques",
    "communique",
    "importer",
    "composer",
    "relire",
    "verifier",
    "donnees",
    "reglages",
    "a-propos",
    "mentions",
];

/// What every page may do: load from its own origin, compile wasm, nothing else.
///
/// Trusted Types are not asked for: Leptos makes its static markup by `innerHTML` on templates, and a policy
/// that let that through would let anything through. No text of a catalogue or a person goes that way; the
/// attacks in `tests/browser/tests/attacks.rs` look for it. Framing cannot be forbidden by a page; the guide
/// tells what a host can do.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
    font-src 'self'; connect-src 'self'; frame-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'self'; form-action 'none'";

/// How many folders below the first page an unknown address is still led home by the script.
const LADDER: usize = 8;

const POLICY_PLACE: &str = "<!-- xtask: policy -->";
const ASSETS_PLACE: &str = "<!-- xtask: assets -->";
const LADDER_PLACE: &str = "<!-- xtask: ladder -->";
const BASE: &str = "<base href=\"./\">";

pub(super) fn write(root: &Path, texts: &Texts, assets: &Assets, folder: &Path) -> Result<()> {
    let page = first(&texts.fill_html(&read(&root.join("index.html"))?)?, assets)?;
    super::write(&folder.join("index.html"), &page)?;
    let copy = replace_once(&page, BASE, "<base href=\"../\">")?;
    for route in ROUTES {
        let folder = folder.join(route);
        fs::create_dir(&folder).with_context(|| format!("creating {}", folder.display()))?;
        super::write(&folder.join("index.html"), &copy)?;
    }
    let lost = texts.fill_html(&read(&root.join("public/404.html"))?)?;
    super::write(&folder.join("404.html"), not_found(&lost)?)
}

/// The shell without what was meant for Trunk, with the policy and the final files.
fn first(shell: &str, assets: &Assets) -> Result<String> {
    let is_trunks = |line: &&str| line.contains("data-trunk");
    ensure!(
        shell.lines().filter(is_trunks).count() == 3,
        "index.html must hold three lines for Trunk"
    );
    let page: Vec<&str> = shell.lines().filter(|line| !is_trunks(line)).collect();
    let page = page.join("\n") + "\n";
    let page = replace_once(&page, POLICY_PLACE, &policy(POLICY))?;
    let Assets {
        style,
        wasm,
        glue,
        link,
        start,
        // The start module names it.
        late_style: _,
    } = assets;
    // The preloads let the wasm and the catalogue arrive while the scripts that ask for them are still on their way.
    let links = [
        "<script src=\"rescue.js\"></script>".to_owned(),
        format!("<link rel=\"stylesheet\" href=\"{style}\">"),
        format!("<link rel=\"preload\" href=\"{wasm}\" as=\"fetch\" type=\"application/wasm\" crossorigin>"),
        format!("<link rel=\"modulepreload\" href=\"{glue}\">"),
        format!("<link rel=\"modulepreload\" href=\"{link}\">"),
        "<link rel=\"preload\" href=\"catalogue.json\" as=\"fetch\" type=\"application/json\" crossorigin>"
            .to_owned(),
        format!("<script type=\"module\" src=\"{start}\"></script>"),
    ];
    replace_once(&page, ASSETS_PLACE, &links.join("\n    "))
}

/// The page for unknown addresses: its policy allows its own inline style by its hash.
fn not_found(template: &str) -> Result<String> {
    let (_, rest) = template.split_once("<style>").context("404.html has no style")?;
    let (style, _) = rest
        .split_once("</style>")
        .context("404.html does not close its style")?;
    let allowed = format!("style-src 'self' 'sha256-{}'", hash::base64(style.as_bytes()));
    let page = replace_once(
        template,
        POLICY_PLACE,
        &policy(&replace_once(POLICY, "style-src 'self'", &allowed)?),
    )?;
    let rungs: Vec<String> = (0..LADDER)
        .map(|up| {
            let folder = if up == 0 {
                "./".to_owned()
            } else {
                "../".repeat(up)
            };
            format!("<script src=\"{folder}not-found.js\" defer></script>")
        })
        .collect();
    replace_once(&page, LADDER_PLACE, &rungs.join("\n    "))
}

/// The policy of every page that has no style of its own.
pub(super) fn policy_of_pages() -> String {
    policy(POLICY)
}

fn policy(policy: &str) -> String {
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")
}

fn replace_once(text: &str, place: &str, with: &str) -> Result<String> {
    ensure!(
        text.matches(place).count() == 1,
        "`{place}` must stand there exactly once"
    );
    Ok(text.replace(place, with))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project;

    fn assets() -> Assets {
        Assets {
            style: "s.css".into(),
            late_style: "l.css".into(),
            wasm: "w.wasm".into(),
            glue: "g.js".into(),
            link: "l.js".into(),
            start: "t.js".into(),
        }
    }

    #[test]
    fn the_routes_are_those_of_the_application() {
        let source = fs::read_to_string(project::root().join("src/route/mod.rs")).unwrap();
        let (_, table) = source.split_once("fn segment").unwrap();
        let (table, _) = table.split_once("\n    }\n").unwrap();
        let segments: Vec<&str> = table
            .split('"')
            .skip(1)
            .step_by(2)
            .filter(|segment| !segment.is_empty())
            .collect();
        assert_eq!(segments, ROUTES);
    }

    #[test]
    fn the_first_page_holds_the_policy_and_the_files_and_nothing_of_trunk() {
        let shell = fs::read_to_string(project::root().join("index.html")).unwrap();
        let page = first(&shell, &assets()).unwrap();
        assert!(!page.contains("data-trunk") && !page.contains("xtask:"));
        for part in [
            "default-src 'none'",
            "src=\"t.js\"",
            "href=\"s.css\"",
            "href=\"w.wasm\"",
            "src=\"rescue.js\"",
        ] {
            assert!(page.contains(part), "{part}");
        }
        let (policy, base) = (page.find("Content-Security-Policy"), page.find(BASE));
        assert!(
            policy < base,
            "the policy must stand before the base that it rules"
        );
    }

    #[test]
    fn the_page_for_unknown_addresses_allows_its_own_style_only() {
        let page = not_found("<!-- xtask: policy --><style>a{}</style><!-- xtask: ladder -->").unwrap();
        let hash = hash::base64(b"a{}");
        assert!(
            page.contains(&format!("style-src 'self' 'sha256-{hash}'")),
            "{page}"
        );
        assert!(page.contains("src=\"./not-found.js\"") && page.contains("src=\"../../not-found.js\""));
    }
}
