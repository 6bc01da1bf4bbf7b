//! The zip that an association unpacks works wherever it lies, unedited, on a server that knows only files
//! and on one with the project pages' rule for unknown addresses.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use browser_tests::page::Name;
use browser_tests::site::routes;
use browser_tests::{Page, Profile, Site, package, visit_with};
use serde_json::{Value, json};
use xtask::dist_check::files;

/// The root of a domain, project pages, a folder deep within somebody's pages.
const BASES: [&str; 3] = ["/", "/nom/", "/a/b/c/"];

/// The example beside the application in the zip.
const EXAMPLE: &str = "catalogue-exemple-pas-de-calais.json";

/// Puts the example in the place of the empty catalogue, which is the whole configuration.
fn with_the_example(site: &Site) -> Result<()> {
    let folder = site.folder()?;
    fs::copy(folder.join(EXAMPLE), folder.join("catalogue.json"))?;
    Ok(())
}

/// What the server answers to addresses below the base: the status after redirects, and the base that
/// the page declares.
async fn answers(page: &Page, addresses: &[String]) -> Result<Vec<(u64, String)>> {
    let script = "return Promise.all(arguments[0].map(async (address) => {
        const answer = await fetch(new URL(address, document.baseURI), { cache: 'no-store' });
        const base = /<base href=\"([^\"]*)\"/.exec(await answer.text());
        return [answer.status, base ? new URL(base[1], answer.url).href : ''];
    }))";
    let told = page.script_with(script, vec![json!(addresses)]).await?;
    let told = told.as_array().context("no list")?;
    let told = told.iter().map(|one| {
        let status = one[0].as_u64().context("no status")?;
        Ok((status, one[1].as_str().context("no base")?.to_owned()))
    });
    told.collect()
}

/// Every route, with and without a query, with and without the last slash.
fn addresses() -> Vec<String> {
    let named = routes().filter(|route| !route.is_empty());
    let forms = named.flat_map(|route| ["", "/", "?id=x&n=7", "/?id=x&n=7"].map(|end| [route, end].concat()));
    forms.chain([String::new(), "?q=masques".to_owned()]).collect()
}

/// Walks through a site at its base: every answer, every page, a link within.
async fn works(page: &Page) -> Result<()> {
    page.go("").await?;
    page.lists(8).await?;
    let addresses = addresses();
    let home = page.site.address("");
    for (address, (status, base)) in addresses.iter().zip(answers(page, &addresses).await?) {
        ensure!(status == 200, "« {address} » is answered {status}");
        ensure!(base == home, "« {address} » has the base {base}");
    }
    let link = page
        .script("return document.querySelector('main article a').getAttribute('href')")
        .await?;
    let link = link.as_str().context("no link")?.to_owned();
    let title = page.titles().await?.remove(0);
    page.press("link", title.as_str()).await?;
    page.heading(&title).await?;
    for deep in [link.clone(), link.replace('?', "/?"), "communique?n=7".to_owned()] {
        page.go(&deep).await?;
        ensure!(page.address().await?.contains('?'), "« {deep} » lost its query");
    }
    page.says("n° 7").await?;
    page.press("link", "Réglages").await?;
    page.heading("Réglages").await?;
    page.go("donnees/").await?;
    page.heading("Données").await?;
    let own = page.site.address("");
    for answered in page.site.log()? {
        ensure!(
            answered.status < 400 || answered.target.contains("favicon"),
            "{} is answered {}",
            answered.target,
            answered.status
        );
        let asked = [page.site.origin(), &answered.target].concat();
        let above = own.trim_end_matches('/');
        ensure!(
            asked.starts_with(above) || answered.target.contains("favicon"),
            "{asked} is asked for outside of {own}"
        );
    }
    Ok(())
}

#[test]
fn the_same_files_work_at_any_place_and_after_they_were_moved() -> Result<()> {
    let mut site = Site::of_the_zip(BASES[0], false)?;
    with_the_example(&site)?;
    let unpacked = files(site.folder()?)?;
    for (index, base) in BASES.into_iter().enumerate() {
        if index > 0 {
            site = site.moved_to(base, index == 1)?;
        }
        let folder = site.folder()?.to_owned();
        let mut kept = None;
        visit_with(site, Profile::new()?, async |page| {
            works(page).await.with_context(|| format!("under {base}"))?;
            kept = Some(std::mem::replace(
                &mut page.site,
                Site::serve_under(&folder, base, false)?,
            ));
            Ok(())
        })?;
        site = kept.context("the site is gone")?;
        ensure!(files(&folder)? == unpacked, "a file was changed under {base}");
    }
    Ok(())
}

#[test]
fn unknown_addresses_start_the_application_or_lead_home() -> Result<()> {
    for base in BASES {
        let site = Site::of_the_zip(base, true)?;
        with_the_example(&site)?;
        visit_with(site, Profile::new()?, async |page| {
            for near in ["nulle-part", "nulle-part/", "nulle-part?id=x", "%C3%A9t%C3%A9"] {
                page.try_to_go(near).await?;
                page.heading("Cette page n’existe pas")
                    .await
                    .with_context(|| format!("« {near} » under {base}"))?;
                page.press("link", "Voir les initiatives").await?;
                page.lists(8).await?;
            }
            for deep in ["un/deux", "un/deux/trois?id=x", "initiative/quelque-chose"] {
                page.try_to_go(deep).await?;
                page.says("Page introuvable").await?;
                let home = page.find("link", Name::Begins("Aller à l’accueil")).await?;
                let address = home.attr("href").await?.context("no address")?;
                ensure!(
                    address == page.site.address(""),
                    "« {deep} » under {base} leads to {address}"
                );
                page.is_accessible("the page for unknown addresses").await?;
                home.click().await?;
                page.lists(8).await?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn only_the_catalogue_holds_what_is_a_sites_own() -> Result<()> {
    let site = Site::of_the_zip("/", false)?;
    let example: Value = serde_json::from_slice(&fs::read(site.folder()?.join(EXAMPLE))?)?;
    let mut own = Vec::new();
    let mut its = example["site"].clone();
    // Every new site begins with the national numbers.
    its["emergency"] = Value::Null;
    texts(&its, &mut own);
    for entry in example["initiatives"].as_array().context("no initiatives")? {
        for name in ["title", "summary", "organiser", "contacts", "practical"] {
            texts(&entry[name], &mut own);
        }
    }
    for release in example["communiques"].as_array().context("no press releases")? {
        texts(release, &mut own);
    }
    // Words that any site may use, and names of communes, which are in the list of communes.
    own.retain(|text| text.chars().count() > 12);
    ensure!(own.len() > 40, "there are only {} texts to look for", own.len());
    let served = files(site.folder()?)?;
    ensure!(served.len() > 100, "only {} files", served.len());
    for (path, content) in &served {
        if path == EXAMPLE || path.starts_with("communes/") {
            continue;
        }
        let content = String::from_utf8_lossy(content);
        for text in &own {
            ensure!(!content.contains(text.as_str()), "{path} holds « {text} »");
        }
    }
    Ok(())
}

/// Every text within a value.
fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(all) => all.iter().for_each(|one| texts(one, found)),
        Value::Object(all) => all.values().for_each(|one| texts(one, found)),
        _ => {}
    }
}

#[test]
fn a_swapped_catalogue_changes_all_that_a_site_says_of_itself() -> Result<()> {
    let site = Site::of_the_zip("/nom/", true)?;
    with_the_example(&site)?;
    let mut catalogue = site.catalogue()?;
    catalogue["site"] = json!({
        "id": "un-autre-site", "title": "Dunkerque entraide", "lang": "fr", "department": "59", "areas": [],
        "publisher": { "name": "Les voisins de Dunkerque", "email": "voisins@exemple.fr", "phone": "03 28 00 00 00", "url": "https://exemple.fr/" },
        "accent": "#7a1f5c", "licence": "CC-BY-4.0", "engage_url": "https://exemple.fr/aider", "notice": "Réunion samedi",
        "legal": { "seat": "2 quai du Port", "director": "Une présidente", "host": "Un hébergeur", "host_address": "Roubaix" },
        "stale_after_days": 30, "moved_to": null,
    });
    catalogue["themes"][0]["label"] = json!({ "fr": "Un tout autre thème" });
    site.upload(&catalogue)?;
    visit_with(site, Profile::new()?, async |page| {
        page.go("").await?;
        page.lists(8).await?;
        page.says("Dunkerque entraide").await?;
        page.says("Réunion samedi").await?;
        page.says("Un tout autre thème").await?;
        ensure!(
            page.title().await?.contains("Dunkerque entraide"),
            "the title of the page"
        );
        let accent = page
            .script("return getComputedStyle(document.documentElement).getPropertyValue('--site-accent')")
            .await?;
        ensure!(accent == "#7a1f5c", "the colour is {accent}");
        let engage = page.find("link", "S’engager comme bénévole").await?;
        ensure!(engage.attr("href").await?.as_deref() == Some("https://exemple.fr/aider"));
        page.go("a-propos").await?;
        page.says("Les voisins de Dunkerque").await?;
        page.says("CC BY 4.0").await?;
        page.go("mentions").await?;
        page.says("2 quai du Port").await?;
        page.says("voisins@exemple.fr").await?;
        for route in ["", "a-propos", "mentions", "donnees", "reglages"] {
            page.go(route).await?;
            let text = page.script("return document.documentElement.outerHTML").await?;
            let text = text.as_str().context("no text")?;
            ensure!(
                !text.contains("Pas-de-Calais solidaire"),
                "« {route} » still names the other site"
            );
        }
        Ok(())
    })
}

#[test]
fn a_broken_catalogue_says_what_is_wrong_and_where_and_takes_nothing_away() -> Result<()> {
    let site = Site::of_the_zip("/nom/", false)?;
    with_the_example(&site)?;
    let whole = fs::read_to_string(site.folder()?.join("catalogue.json"))?;
    let cut = &whole[..whole.len() / 2];
    let cut_line = format!("à la ligne {}", cut.lines().count());
    let comma = whole.replacen("\"themes\": [", "\"themes\": [,", 1);
    ensure!(comma != whole, "nothing to break");
    let line = 1 + comma[..comma.find("[,").context("no comma")?].lines().count() - 1;
    let at_comma = format!("ligne {line}");
    let broken: [(&str, &str); 6] = [
        (cut, &cut_line),
        (&comma, &at_comma),
        ("<!DOCTYPE html><p>Connectez-vous", "C’est une page web"),
        ("", "Ce fichier est vide"),
        (
            "{\"format\":\"solidaire-catalogue\",\"version\":1,\"site\":{\"title\":\"Ici\"}}",
            "site.id manque",
        ),
        (
            "{\"format\":\"solidaire-catalogue\",\"version\":9,\"site\":{\"id\":\"x\"}}",
            "format 9",
        ),
    ];
    for (text, told) in broken {
        fs::write(site.folder()?.join("catalogue.json"), text)?;
        let folder = site.folder()?.to_owned();
        // A first visit has nothing else to show.
        visit_with(
            Site::serve_under(&folder, "/nom/", false)?,
            Profile::new()?,
            async |page| {
                page.go("").await?;
                page.says(told).await
            },
        )?;
    }
    fs::write(site.folder()?.join("catalogue.json"), &whole)?;
    visit_with(site, Profile::new()?, async |page| {
        page.become_editor().await?;
        page.go("").await?;
        page.lists(8).await?;
        page.add("Une de ce téléphone").await?;
        page.until("the edition to be kept", async || {
            let kept = page
                .script("return caches.keys().then((names) => names.length)")
                .await?;
            Ok(kept.as_u64().is_some_and(|count| count > 0))
        })
        .await?;
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        fs::write(page.site.folder()?.join("catalogue.json"), &comma)?;
        page.go("").await?;
        page.lists(9).await?;
        page.says(&at_comma).await?;
        page.go("propositions").await?;
        page.announces("1 proposition").await
    })
}

#[test]
fn two_sites_of_one_origin_see_and_touch_only_their_own() -> Result<()> {
    let root = std::env::temp_dir().join(format!("solidaire-two-{}", std::process::id()));
    for (name, title) in [("site-a", "Le premier site"), ("site-b", "Le second site")] {
        let folder = root.join(name);
        package::unpack(&folder)?;
        let mut catalogue: Value = serde_json::from_slice(&fs::read(folder.join(EXAMPLE))?)?;
        catalogue["site"]["id"] = json!(name);
        catalogue["site"]["title"] = json!(title);
        fs::write(folder.join("catalogue.json"), catalogue.to_string())?;
    }
    let ended = visit_with(
        Site::serve_under(&root, "/", false)?,
        Profile::new()?,
        async |page| {
            for (name, title) in [("site-a", "Le premier site"), ("site-b", "Le second site")] {
                page.go(&format!("{name}/reglages")).await?;
                page.press("radio", "Très grande").await?;
                page.go(&format!("{name}/")).await?;
                page.lists(8).await?;
                page.says(title).await?;
                page.add(&format!("Une de {name}")).await?;
                page.until("the edition to be kept", async || {
                    let kept = kept_of(page, name).await?;
                    Ok(!kept.contains("caches:0") && kept.contains("catalogue.json"))
                })
                .await?;
            }
            // Neither shows what was written in the other.
            page.go("site-a/").await?;
            page.lists(9).await?;
            let titles = page.titles().await?;
            ensure!(!titles.iter().any(|title| title.contains("site-b")), "{titles:?}");
            let before = kept_of(page, "site-b").await?;
            page.go("site-a/donnees").await?;
            page.press("button", "Effacer").await?;
            page.find("dialog", Name::Begins("Effacer tout")).await?;
            page.press("button", "Effacer").await?;
            page.until("nothing of the first site to be left", async || {
                Ok(!kept_of(page, "site-a").await?.contains("Une de site-a"))
            })
            .await?;
            let after = kept_of(page, "site-b").await?;
            let gone: Vec<&str> = before
                .lines()
                .filter(|line| !after.lines().any(|other| other == *line))
                .collect();
            ensure!(
                gone.is_empty(),
                "erasing one site took this from the other: {gone:?}"
            );
            page.go("site-b/").await?;
            page.lists(9).await?;
            page.go("site-a/").await?;
            page.lists(8).await
        },
    );
    fs::remove_dir_all(&root)?;
    ended
}

/// Everything that one of two sites keeps: its keys with their texts, its caches with their addresses.
async fn kept_of(page: &Page, name: &str) -> Result<String> {
    let script = "return (async () => {
        const own = `/${arguments[0]}/`;
        const keys = Object.keys(localStorage).filter((key) => key.includes(own)).sort();
        const strange = Object.keys(localStorage).filter((key) => !key.includes('/site-a/') && !key.includes('/site-b/'));
        let told = keys.map((key) => `${key} ${localStorage[key]}`).join('\\n') + `\\nstrange:${strange}`;
        const names = (await caches.keys()).filter((cache) => cache.includes(own)).sort();
        told += `\\ncaches:${names.length}`;
        for (const cache of names) {
            for (const request of await (await caches.open(cache)).keys()) told += `\\n${cache} ${request.url}`;
        }
        return told;
    })()";
    let told = page.script_with(script, vec![json!(name)]).await?;
    let told = told.as_str().context("no text")?.to_owned();
    ensure!(
        told.contains("strange:\n"),
        "a key belongs to neither site: {told}"
    );
    Ok(told)
}

#[test]
fn the_pipelines_put_the_unpacked_application_online() -> Result<()> {
    for (file, compresses) in [("gitlab-ci.yml", true), ("github-pages.yml", false)] {
        let folder = std::env::temp_dir().join(format!("solidaire-pipeline-{}-{file}", std::process::id()));
        fs::create_dir_all(&folder)?;
        let zip = package::zip()?;
        let name = zip.file_name().context("the zip has no name")?;
        fs::copy(&zip, folder.join(name))?;
        // An older one beside it, which must not be taken.
        fs::write(folder.join("solidaire-0.0.9.zip"), "no zip")?;
        fs::write(folder.join("catalogue.json"), "{\"mine\":true}")?;
        let pipeline = fs::read_to_string(
            Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("../../xtask/package/hebergement")
                .join(file),
        )?;
        let commands = pipeline.lines().filter_map(|line| {
            let line = line.trim().strip_prefix("- ")?;
            let line = line.strip_prefix("run: ").unwrap_or(line);
            ["rm ", "unzip ", "if [", "find "]
                .iter()
                .any(|start| line.starts_with(start))
                .then_some(line)
        });
        let commands: Vec<&str> = commands.collect();
        ensure!(
            commands.len() == if compresses { 4 } else { 3 },
            "{file}: {commands:?}"
        );
        for command in commands {
            let ended = std::process::Command::new("sh")
                .args(["-ec", command])
                .current_dir(&folder)
                .output()?;
            ensure!(
                ended.status.success(),
                "{file}: {command}: {}",
                String::from_utf8_lossy(&ended.stderr)
            );
        }
        let public = folder.join("public");
        ensure!(
            fs::read_to_string(public.join("catalogue.json"))? == "{\"mine\":true}",
            "{file}: another catalogue"
        );
        for page in [
            "index.html",
            "reglages/index.html",
            "404.html",
            "communes/62.json",
        ] {
            ensure!(public.join(page).is_file(), "{file}: {page} is missing");
            ensure!(
                public.join([page, ".gz"].concat()).is_file() == compresses,
                "{file}: the copy of {page}"
            );
        }
        fs::remove_dir_all(&folder)?;
    }
    Ok(())
}

#[test]
fn the_guide_is_a_page_beside_the_application_that_leads_there_and_back() -> Result<()> {
    visit_with(Site::of_the_zip("/nom/", false)?, Profile::new()?, async |page| {
        page.go("").await?;
        page.press("link", Name::Begins("Guide pour les associations"))
            .await?;
        page.says("Mettre en ligne sur un hébergement mutualisé").await?;
        page.is_accessible_in_every_look("the guide").await?;
        page.set_screen(320, 640).await?;
        page.is_no_wider(320, "the guide").await?;
        let broken = page
            .script("return [...document.images].filter((one) => !one.naturalWidth).map((one) => one.src)")
            .await?;
        ensure!(broken == json!([]), "pictures are missing: {broken}");
        page.press("link", "Créer le site").await?;
        page.until("the place in the guide", async || {
            Ok(page.address().await?.starts_with("guide.html#"))
        })
        .await?;
        page.press("link", "This guide in English").await?;
        page.says("Put it online on a shared host").await?;
        page.press("link", "Go to the application").await?;
        page.heading("Créer le site de mon association").await
    })
}
