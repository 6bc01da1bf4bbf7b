//! Opening without a network: what is kept after one visit, and what a first visit may meet.

use std::fs;

use anyhow::{Context, Result, ensure};
use browser_tests::page::Name;
use browser_tests::site::{copy, dist};
use browser_tests::worker::{QUIET_PAGE, files_cache};
use browser_tests::{Page, Profile, Site, visit, visit_with};
use serde_json::{Value, json};
use xtask::dist::pages::ROUTES;
use xtask::dist::worker;
use xtask::project;

/// Whether no worker serves or is being prepared.
const NO_WORKER: &str =
    "return navigator.serviceWorker.getRegistration().then((one) => !(one?.active || one?.installing))";

/// The identifier of the first initiative.
fn first_id(site: &Site) -> Result<String> {
    let catalogue: Value = serde_json::from_slice(&fs::read(site.served().join("catalogue.json"))?)?;
    let id = catalogue["initiatives"][0]["id"].as_str();
    Ok(id.context("no initiative")?.to_owned())
}

#[test]
fn after_one_visit_every_page_opens_without_a_network() -> Result<()> {
    visit(async |page| {
        let id = first_id(&page.site)?;
        page.makes_a_first_visit().await?;
        page.site.stop();
        page.restart().await?;
        page.go("").await?;
        page.lists(8).await?;
        page.announces("Pas de réseau\u{a0}: informations du").await?;
        for route in ROUTES {
            // As its links are written, as the host would complete them, and with the file's own name.
            for ending in ["", "/", "/index.html"] {
                for query in ["", "?id=x&q=a%20b"] {
                    let address = [route, ending, query].concat();
                    page.go(&address).await.with_context(|| address.clone())?;
                    let base = page.script("return document.baseURI").await?;
                    ensure!(base == page.site.address(""), "{address} has the base {base}");
                }
            }
        }
        // The editor's module is here too.
        page.go("relire").await?;
        page.heading("Relire et publier").await?;
        page.go("communique?n=7").await?;
        page.heading("Le Pas-de-Calais solidaire n° 7").await?;
        page.go("?theme=protection").await?;
        page.lists(5).await?;
        page.go(&format!("initiative/?id={id}")).await?;
        page.says("Contacts").await?;
        // The communes of the department are here too.
        page.go("modifier").await?;
        page.fill("combobox", "Commune", "Arras").await?;
        page.find("option", Name::Begins("Arras")).await?;
        Ok(())
    })
}

#[test]
fn without_a_network_too_an_address_of_nothing_is_told_from_one() -> Result<()> {
    visit(async |page| {
        page.makes_a_first_visit().await?;
        page.site.stop();
        for address in ["nulle-part", "nulle-part/", "nulle-part?q=a"] {
            page.try_to_go(address).await?;
            page.heading("Cette page n’existe pas").await?;
            let base = page.script("return document.baseURI").await?;
            ensure!(base == page.site.address(""), "{address} has the base {base}");
        }
        page.press("link", "Voir les initiatives").await?;
        page.lists(8).await?;
        for address in ["plus/profond", "a/b/c/"] {
            page.try_to_go(address).await?;
            page.says("Page introuvable").await?;
            page.until("the way home", async || {
                let leads = "return document.querySelector('a[data-home]')?.href";
                Ok(page.script(leads).await? == page.site.address(""))
            })
            .await?;
        }
        Ok(())
    })
}

#[test]
fn what_is_kept_is_what_was_built_and_never_the_catalogue() -> Result<()> {
    visit(async |page| {
        page.makes_a_first_visit().await?;
        let kept = page.kept_files().await?;
        ensure!(
            !kept.contains_key("catalogue.json"),
            "the catalogue is among {kept:?}"
        );
        for (path, times) in &kept {
            ensure!(*times == 1, "{path} is kept {times} times");
            let script = "const cache = await caches.open(arguments[0]);
                const found = await cache.match(arguments[1], { ignoreSearch: true });
                const bytes = new Uint8Array(await found.arrayBuffer());
                const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
                return [bytes.length, found.redirected, found.type, [...digest.subarray(0, 8)].map((one) => one.toString(16).padStart(2, '0')).join('')];";
            let script = format!("return (async function () {{ {script} }}).apply(null, arguments)");
            let address = page.site.address(path);
            let found = page
                .script_with(&script, vec![files_cache().into(), address.into()])
                .await?;
            let file = fs::read(page.site.served().join(path))?;
            let expected = json!([file.len(), false, "default", xtask::hash::short(&file)]);
            ensure!(found == expected, "{path} is kept as {found}, not {expected}");
        }
        Ok(())
    })
}

#[test]
fn a_second_visit_asks_the_host_for_nothing_but_news() -> Result<()> {
    visit(async |page| {
        page.makes_a_first_visit().await?;
        page.restart().await?;
        let before = page.site.log()?.len();
        page.go("").await?;
        page.lists(8).await?;
        page.until("the question for a newer edition", async || {
            let log = page.site.log()?;
            Ok(log[before..]
                .iter()
                .any(|one| one.target.ends_with("catalogue.json")))
        })
        .await?;
        tokio::time::sleep(std::time::Duration::from_secs(3)).await;
        for one in &page.site.log()?[before..] {
            // Chromium may ask for the page itself while it wakes the worker, whose answer it then takes.
            let news = ["catalogue.json", "sw.js", "/"]
                .iter()
                .any(|name| one.target.ends_with(name));
            ensure!(news && one.status == 304 && one.bytes == 0, "{one:?}");
        }
        Ok(())
    })
}

/// Sets on the device that pages save data.
async fn save_data(page: &Page) -> Result<()> {
    let setting = json!({ "dataSaverEnabled": true });
    page.browser()
        .command("Emulation.setDataSaverOverride", setting)
        .await?;
    Ok(())
}

#[test]
fn who_saves_data_gets_no_more_than_the_visit_needs() -> Result<()> {
    visit(async |page| {
        save_data(page).await?;
        page.go("").await?;
        let saves = page.script("return navigator.connection.saveData").await?;
        ensure!(saves == true, "the setting did not arrive");
        page.lists(8).await?;
        page.opens_offline().await?;
        tokio::time::sleep(std::time::Duration::from_secs(3)).await;
        let kept = page.kept_files().await?;
        ensure!(kept.contains_key("index.html"), "nothing is kept");
        let more: Vec<_> = kept
            .keys()
            .filter(|path| path.contains("split_editor") || path.starts_with("communes/"))
            .collect();
        ensure!(more.is_empty(), "kept without need: {more:?}");
        let id = first_id(&page.site)?;
        page.site.stop();
        page.go("").await?;
        page.lists(8).await?;
        page.go(&format!("initiative?id={id}")).await?;
        page.says("Contacts").await?;
        // An editor's page is not here, and says so.
        page.go("relire").await?;
        page.heading("Cette page n’est pas arrivée").await
    })
}

/// Opens the guide from the application, with the network off.
async fn reads_guide_offline(page: &mut Page) -> Result<()> {
    page.site.stop();
    page.go("a-propos").await?;
    page.press("link", Name::Begins("Guide pour les associations"))
        .await?;
    page.says("Mettre en ligne sur un hébergement mutualisé").await?;
    page.until("the pictures", async || {
        let missing = "return [...document.images].filter((one) => !one.naturalWidth).length";
        Ok(page.script(missing).await? == 0)
    })
    .await
}

#[test]
fn the_guide_opens_without_a_network_for_editors_and_for_who_has_opened_it() -> Result<()> {
    visit(async |page| {
        page.makes_a_first_visit().await?;
        let kept = page.kept_files().await?;
        ensure!(
            !kept.keys().any(|path| path.starts_with("guide")),
            "a citizen has not asked for it: {kept:?}"
        );
        page.try_to_go("guide.html").await?;
        page.says("Mettre en ligne").await?;
        page.until("what was opened to be kept", async || {
            let kept = page.kept_files().await?;
            Ok(kept.keys().filter(|path| path.starts_with("guide/")).count() == 3)
        })
        .await?;
        reads_guide_offline(page).await
    })?;
    visit(async |page| {
        page.become_editor().await?;
        page.makes_a_first_visit().await?;
        page.until("the guide in every language to be kept", async || {
            let kept = page.kept_files().await?;
            let wanted = ["guide.html", "guide.en.html", "guide.css", "guide/publier.png"];
            Ok(wanted.iter().all(|path| kept.contains_key(*path)))
        })
        .await?;
        reads_guide_offline(page).await
    })?;
    visit(async |page| {
        save_data(page).await?;
        page.become_editor().await?;
        page.go("").await?;
        page.opens_offline().await?;
        tokio::time::sleep(std::time::Duration::from_secs(3)).await;
        let kept = page.kept_files().await?;
        let guide = kept.keys().any(|path| path.starts_with("guide"));
        ensure!(!guide, "kept although data is to be saved: {kept:?}");
        Ok(())
    })
}

#[test]
fn a_host_that_does_not_answer_does_not_hold_up_what_is_kept() -> Result<()> {
    visit_with(Site::start()?, Profile::new()?, async |page| {
        page.makes_a_first_visit().await?;
        page.site
            .resume(|options| options.silent = vec!["catalogue.json".into()])?;
        let start = std::time::Instant::now();
        page.go("").await?;
        page.lists(8).await?;
        ensure!(start.elapsed().as_secs() < 20, "it took {:?}", start.elapsed());
        page.announces("informations du").await
    })
}

#[test]
fn a_host_that_falls_silent_does_not_hold_up_what_is_kept() -> Result<()> {
    // Without a worker nobody but the page itself can lose patience.
    visit_with(Site::of_a_copy()?, Profile::new()?, async |page| {
        page.knows_no_worker().await?;
        page.go("").await?;
        page.lists(8).await?;
        page.keeps_edition().await?;
        let catalogue = || vec!["catalogue.json".to_owned()];
        page.site.resume(|options| options.silent = catalogue())?;
        page.go("").await?;
        page.lists(8).await?;
        page.announces("informations du").await?;
        // Another file by now, or the browser would take its own copy of it.
        let file = page.site.folder()?.join("catalogue.json");
        let text = fs::read_to_string(&file)?;
        fs::write(&file, text + "\n")?;
        page.site.resume(|options| {
            options.silent = Vec::new();
            options.stalled = catalogue();
        })?;
        page.go("").await?;
        page.lists(8).await?;
        page.announces("informations du").await
    })?;
    // With nothing kept it is said, and asking again asks anew.
    visit_with(Site::start()?, Profile::new()?, async |page| {
        page.site
            .resume(|options| options.stalled = vec!["catalogue.json".into()])?;
        page.try_to_go("").await?;
        page.heading("Le catalogue n’est pas arrivé").await?;
        page.site.resume(|options| options.stalled = Vec::new())?;
        page.press("button", "Réessayer").await?;
        page.lists(8).await
    })
}

#[test]
fn an_interrupted_first_visit_is_gone_on_with() -> Result<()> {
    visit_with(Site::of_a_copy()?, Profile::new()?, async |page| {
        // The last file of the list does not arrive; the others do.
        let icon = page.site.folder()?.join("icon.svg");
        let aside = icon.with_extension("aside");
        fs::rename(&icon, &aside)?;
        page.go("").await?;
        page.lists(8).await?;
        page.until("the try", async || {
            Ok(page.kept_files().await?.contains_key("manifest.webmanifest"))
        })
        .await?;
        page.until("its end", async || Ok(page.script(NO_WORKER).await? == true))
            .await?;
        // Everything works meanwhile.
        page.press("link", "Ajouter une initiative").await?;
        page.heading("Ajouter une initiative").await?;
        fs::rename(&aside, &icon)?;
        let before = page.site.log()?.len();
        page.go("").await?;
        page.has_everything().await?;
        let log = page.site.log()?;
        let wasm = page.site.file("solidaire-", ".wasm")?;
        let name = wasm
            .file_name()
            .and_then(|name| name.to_str())
            .context("no name")?;
        let again = log[before..].iter().filter(|one| one.target.ends_with(name));
        // The page itself asks for it, by its own copy; the worker has it already.
        ensure!(
            again.map(|one| one.bytes).sum::<usize>() == 0,
            "what was kept is fetched again"
        );
        page.site.stop();
        page.go("communiques").await?;
        page.heading("Communiqués").await
    })
}

#[test]
fn what_was_redirected_or_is_not_what_was_built_is_not_kept() -> Result<()> {
    visit_with(Site::of_a_copy()?, Profile::new()?, async |page| {
        // A network that sends its visitors elsewhere.
        let elsewhere = page.site.address("icon-192.png");
        page.site
            .resume(|options| options.redirects = vec![("icon.svg".into(), elsewhere)])?;
        is_refused(page).await?;
        // A file that was cut, or that a host has put something into.
        page.site.resume(|options| options.redirects.clear())?;
        let icon = page.site.folder()?.join("icon.svg");
        let whole = fs::read(&icon)?;
        fs::write(&icon, &whole[..whole.len() / 2])?;
        is_refused(page).await?;
        fs::write(&icon, &whole)?;
        page.go("").await?;
        page.has_everything().await
    })
}

#[test]
fn a_site_inside_of_another_keeps_to_itself() -> Result<()> {
    visit_with(Site::of_a_copy()?, Profile::new()?, async |page| {
        let inner = page.site.folder()?.join("autre");
        copy(&dist()?, &inner)?;
        page.makes_a_first_visit().await?;
        page.go("autre/").await?;
        page.lists(8).await?;
        let base = page.script("return document.baseURI").await?;
        ensure!(base == page.site.address("autre/"), "the base is {base}");
        let files = "return (async () => {
            const kept = {};
            for (const name of await caches.keys()) {
                if (!name.endsWith(':files')) continue;
                kept[name] = (await (await caches.open(name)).keys()).map((one) => new URL(one.url).pathname);
            }
            return kept;
        })()";
        let (outer_name, inner_name) = (files_cache(), "solidaire:/asso/solidaire/autre/:files");
        let kept = async |name: &str| -> Result<Vec<String>> {
            let all = page.script(files).await?;
            let paths = all[name].as_array().into_iter().flatten();
            Ok(paths
                .filter_map(|path| path.as_str().map(str::to_owned))
                .collect())
        };
        page.until("the inner site's files", async || {
            let kept = kept(inner_name).await?;
            Ok(kept.iter().any(|path| path.contains("split_editor")))
        })
        .await?;
        ensure!(
            kept(inner_name)
                .await?
                .iter()
                .all(|path| path.contains("/autre/"))
        );
        let outer = kept(&outer_name).await?;
        ensure!(!outer.iter().any(|path| path.contains("/autre/")), "{outer:?}");
        // The inner site is rid of its worker, and the outer one of nothing.
        fs::copy(
            project::root().join("public").join(worker::NONE),
            inner.join(worker::NAME),
        )?;
        worker::mark_pages(&inner)?;
        // A browser looks for another worker once a page has been there for a moment.
        page.try_to_go(&["autre/", QUIET_PAGE].concat()).await?;
        page.until("the inner site's files to go", async || {
            Ok(kept(inner_name).await?.is_empty())
        })
        .await?;
        ensure!(
            kept(&outer_name).await? == outer,
            "the outer site's files changed"
        );
        page.site.stop();
        page.go("").await?;
        page.lists(8).await
    })
}

/// The application works, and its worker is not taken for complete.
async fn is_refused(page: &Page) -> Result<()> {
    page.go("").await?;
    page.lists(8).await?;
    page.until("the icon to be asked for by the worker", async || {
        let asked = |one: &&xtask::server::Answered| one.target.ends_with("/icon.svg");
        // By the page itself, and by the worker.
        Ok(page.site.log()?.iter().filter(asked).count() >= 2)
    })
    .await?;
    page.until("the end of the try", async || {
        Ok(page.script(NO_WORKER).await? == true)
    })
    .await?;
    ensure!(
        !page.kept_files().await?.contains_key("icon.svg"),
        "the icon is kept"
    );
    Ok(())
}
