//! New versions of the application: how they come, what may go wrong on the way, and the way out.

use std::fs;

use anyhow::{Context, Result, ensure};
use browser_tests::page::Name;
use browser_tests::worker::{QUIET_PAGE, files_cache};
use browser_tests::{Page, Profile, Site, visit_with};
use serde_json::json;
use xtask::dist::worker;
use xtask::project;

const ANNOUNCED: &str = "Nouvelle version de l’application.";

/// Whether no worker is on its way: who navigates while one takes the place of another may wait for a minute.
const SETTLED: &str = "return navigator.serviceWorker.getRegistration()
    .then((one) => !one || (one.active?.state === 'activated' && !one.installing && !one.waiting))";

/// Runs a test on a device that has kept everything of a site whose files may be changed.
fn after_a_first_visit(test: impl AsyncFnOnce(&mut Page) -> Result<()>) -> Result<()> {
    visit_with(Site::of_a_copy()?, Profile::new()?, async |page| {
        page.makes_a_first_visit().await?;
        test(page).await
    })
}

/// Waits until a version of the application runs.
async fn runs(page: &Page, version: u8) -> Result<()> {
    page.until(&format!("version {version}"), async || {
        Ok(page.version().await? == Some(version))
    })
    .await?;
    page.ready().await
}

/// Publishes a version and waits until the open page announces it.
async fn hears_of(page: &Page, version: u8) -> Result<()> {
    page.site.renew(version)?;
    page.until("the announcement", async || {
        // A look that was under way before the version came is joined by this one, and finds nothing.
        page.comes_online().await?;
        for _ in 0..8 {
            if page.text().await?.contains(ANNOUNCED) {
                return Ok(true);
            }
            tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        }
        Ok(false)
    })
    .await?;
    page.announces(ANNOUNCED).await
}

/// Agrees to the version that waits, and waits until it runs.
async fn renews_to(page: &Page, version: u8) -> Result<()> {
    page.press("button", "Recharger").await?;
    runs(page, version).await
}

/// Waits until nothing but the files of the version that is served are kept.
async fn keeps_no_other(page: &Page) -> Result<()> {
    page.has_everything().await?;
    page.until("the files of other versions to be gone", async || {
        let kept = page.kept_files().await?;
        Ok(kept.keys().all(|path| page.site.served().join(path).is_file()))
    })
    .await
}

#[test]
fn a_new_version_waits_is_announced_and_comes_when_it_is_agreed_to() -> Result<()> {
    after_a_first_visit(async |page| {
        hears_of(page, 2).await?;
        page.is_accessible_in_every_look("a new version").await?;
        // Loading the page anew is no agreement, and the old version is whole.
        page.reload().await?;
        page.lists(8).await?;
        page.announces(ANNOUNCED).await?;
        ensure!(page.version().await?.is_none(), "it did not wait");
        renews_to(page, 2).await?;
        page.lists(8).await?;
        page.gone("button", "Recharger").await?;
        keeps_no_other(page).await?;
        page.site.stop();
        page.go("relire").await?;
        ensure!(
            page.version().await? == Some(2),
            "another version without a network"
        );
        Ok(())
    })
}

#[test]
fn a_new_version_comes_by_itself_when_every_page_was_closed() -> Result<()> {
    after_a_first_visit(async |page| {
        hears_of(page, 2).await?;
        page.site.stop();
        page.until("the new version", async || {
            // An empty tab is no page of the site.
            let (site, empty) = page.second_tab().await?;
            page.to_tab(&site).await?;
            page.close_tab().await?;
            page.to_tab(&empty).await?;
            // The browser sees for itself that nobody needs the old one.
            tokio::time::sleep(std::time::Duration::from_secs(1)).await;
            page.go("").await?;
            Ok(page.version().await? == Some(2))
        })
        .await?;
        page.lists(8).await
    })
}

#[test]
fn a_new_version_that_waits_outlasts_a_restart() -> Result<()> {
    after_a_first_visit(async |page| {
        hears_of(page, 2).await?;
        page.site.stop();
        page.restart().await?;
        page.go("").await?;
        // A browser that restores its pages may count them as open until one is loaded.
        if page.version().await?.is_none() {
            page.restart().await?;
            page.go("").await?;
        }
        page.lists(8).await?;
        ensure!(page.version().await? == Some(2), "the old version runs on");
        Ok(())
    })
}

#[test]
fn a_page_of_the_old_version_neither_breaks_nor_writes() -> Result<()> {
    after_a_first_visit(async |page| {
        page.press("link", "Ajouter une initiative").await?;
        page.heading("Ajouter une initiative").await?;
        page.fill("textbox", "Titre", "Écrite avant").await?;
        page.until("the draft to be kept", async || {
            let kept = page.stored().await?;
            Ok(kept
                .values()
                .any(|text| text.to_string().contains("Écrite avant")))
        })
        .await?;
        page.site.renew(2)?;
        let (old, _new) = page.second_tab().await?;
        page.go("").await?;
        page.announces(ANNOUNCED).await?;
        renews_to(page, 2).await?;
        page.lists(8).await?;

        page.to_tab(&old).await?;
        page.announces("La nouvelle version de l’application est en service")
            .await?;
        page.announces("cette page ne garde plus rien").await?;
        let before = page.stored().await?;
        page.fill("textbox", "Titre", "Écrite après").await?;
        page.press("button", "Enregistrer").await?;
        page.says("Une version plus récente").await?;
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        ensure!(page.stored().await? == before, "the old page has written");
        // What the old version needs and the host has no more is here still.
        page.press("link", "Communiqués").await?;
        page.heading("Communiqués").await?;
        renews_to(page, 2).await?;
        page.go("modifier").await?;
        page.press("button", "Reprendre").await?;
        let title = page.find("textbox", "Titre").await?;
        let typed = title.value().await?.unwrap_or_default();
        ensure!(typed == "Écrite avant", "the draft says {typed:?}");
        Ok(())
    })
}

#[test]
fn a_half_finished_update_changes_nothing_and_is_gone_on_with() -> Result<()> {
    after_a_first_visit(async |page| {
        // The upload has not come to its end: a file is missing, and then it is cut.
        let icon = page.site.folder()?.join("icon.svg");
        let aside = icon.with_extension("aside");
        let later = fs::read_to_string(&icon)? + "<!-- 2 -->";
        page.site.change_version(2)?;
        fs::write(&icon, &later)?;
        let worker = page.site.worker()?;
        fs::rename(&icon, &aside)?;
        page.site.publish_worker(&worker)?;
        page.until("the try", async || {
            page.comes_online().await?;
            tokio::time::sleep(std::time::Duration::from_secs(1)).await;
            let log = page.site.log()?;
            Ok(log
                .iter()
                .any(|one| one.target.ends_with("icon.svg") && one.status == 404))
        })
        .await?;
        fs::write(&icon, &later[..later.len() - 1])?;
        page.go("").await?;
        page.lists(8).await?;
        ensure!(page.version().await?.is_none(), "a half version runs");
        page.go("relire").await?;
        ensure!(
            !page.has("button", "Recharger").await?,
            "a half version was announced"
        );
        page.site.stop();
        page.go("communiques").await?;
        page.heading("Communiqués").await?;

        page.site.resume(|_| ())?;
        fs::rename(&aside, &icon)?;
        page.go("").await?;
        page.announces(ANNOUNCED).await?;
        renews_to(page, 2).await?;
        keeps_no_other(page).await
    })
}

#[test]
fn versions_may_be_skipped() -> Result<()> {
    after_a_first_visit(async |page| {
        hears_of(page, 2).await?;
        // A third one comes while the second waits.
        page.site.renew(3)?;
        page.comes_online().await?;
        let waiting = "return navigator.serviceWorker.getRegistration().then((one) => !one.installing && !!one.waiting)";
        page.until("the third version to wait", async || {
            let kept = page.kept_files().await?;
            let third = kept.keys().any(|path| path.starts_with("start-03"));
            Ok(third && page.script(waiting).await? == true)
        })
        .await?;
        renews_to(page, 3).await?;
        keeps_no_other(page).await?;
        // A device that was away while two versions came and went.
        page.site.renew(4)?;
        page.site.renew(5)?;
        page.until("the fifth version to be announced", async || {
            // A browser looks once a page has been there for a moment, and may have begun with the fourth.
            page.go("").await?;
            tokio::time::sleep(std::time::Duration::from_secs(3)).await;
            Ok(page.text().await?.contains(ANNOUNCED))
        })
        .await?;
        ensure!(page.version().await? == Some(3), "it did not wait");
        renews_to(page, 5).await?;
        keeps_no_other(page).await
    })
}

#[test]
fn a_host_that_lets_caches_keep_files_for_ten_minutes_delays_nothing() -> Result<()> {
    let mut site = Site::of_a_copy()?;
    site.resume(|options| options.max_age = 600)?;
    visit_with(site, Profile::new()?, async |page| {
        page.makes_a_first_visit().await?;
        let before = fs::read(page.site.folder()?.join("index.html"))?;
        page.site.change_version(2)?;
        let worker = page.site.worker()?;
        // Between the host and the person another cache gives a page of before.
        let index = page.site.folder()?.join("index.html");
        let after = fs::read(&index)?;
        fs::write(&index, before)?;
        page.site.publish_worker(&worker)?;
        page.comes_online().await?;
        page.until("the try", async || {
            Ok(page
                .kept_files()
                .await?
                .keys()
                .any(|path| path.starts_with("start-02")))
        })
        .await?;
        page.go("").await?;
        page.lists(8).await?;
        ensure!(page.version().await?.is_none(), "a mixed version runs");
        fs::write(&index, after)?;
        page.go("").await?;
        page.announces(ANNOUNCED).await?;
        renews_to(page, 2).await?;
        page.lists(8).await
    })
}

#[test]
fn a_page_of_before_whose_files_are_gone_is_loaded_once_more() -> Result<()> {
    let mut site = Site::of_a_copy()?;
    site.resume(|options| options.max_age = 600)?;
    visit_with(site, Profile::new()?, async |page| {
        let index = page.site.folder()?.join("index.html");
        let before = fs::read(&index)?;
        page.site.renew(2)?;
        let after = fs::read(&index)?;
        // The host itself gives the page of before: loading it again would not help.
        fs::write(&index, &before)?;
        page.try_to_go("").await?;
        page.find("heading", "Un problème est survenu").await?;
        let pages = async || -> Result<usize> {
            let log = page.site.log()?;
            let base = page.site.address("");
            let path = base.strip_prefix(page.site.origin()).context("no path")?;
            Ok(log.iter().filter(|one| one.target == path).count())
        };
        let asked = pages().await?;
        ensure!(asked <= 2, "the page was asked for {asked} times");
        // Only the browser's own copy is old, and the page was loaded anew already: it stays and says so.
        page.script_with(
            "sessionStorage.setItem(arguments[0], 'x')",
            vec![renewed().into()],
        )
        .await?;
        fs::write(&index, &after)?;
        page.try_to_go("").await?;
        page.find("heading", "Un problème est survenu").await?;
        page.script_with("sessionStorage.removeItem(arguments[0])", vec![renewed().into()])
            .await?;
        // Now for the first time.
        fs::write(&index, &before)?;
        page.browser()
            .command("Network.clearBrowserCache", json!({}))
            .await?;
        page.try_to_go("").await?;
        page.find("heading", "Un problème est survenu").await?;
        fs::write(&index, &after)?;
        page.try_to_go("").await?;
        page.says("Le site vient d’être mis à jour\u{a0}: la page se recharge.")
            .await?;
        runs(page, 2).await?;
        page.lists(8).await
    })
}

#[test]
fn an_open_page_whose_later_parts_are_gone_is_loaded_once_more() -> Result<()> {
    visit_with(Site::of_a_copy()?, Profile::new()?, async |page| {
        // A worker would have kept them.
        page.knows_no_worker().await?;
        page.go("").await?;
        page.lists(8).await?;
        page.until("the second module", async || {
            let log = page.site.log()?;
            Ok(log.iter().any(|one| one.target.contains("split_late")))
        })
        .await?;
        page.site.renew(2)?;
        page.press("link", "Communiqués").await?;
        page.heading("Communiqués").await?;
        page.script("const link = document.createElement('a'); link.href = 'relire'; document.body.append(link); link.click()")
            .await?;
        runs(page, 2).await?;
        ensure!(page.address().await?.starts_with("relire"), "it left the page");
        Ok(())
    })
}

/// Where a tab notes that it was loaded anew.
fn renewed() -> String {
    browser_tests::forms::prefix() + "renewed"
}

#[test]
fn a_release_without_a_worker_removes_a_broken_one() -> Result<()> {
    after_a_first_visit(async |page| {
        page.add("Gardée").await?;
        let folder = page.site.folder()?.to_owned();
        fs::write(
            folder.join(worker::NAME),
            "addEventListener('install', () => skipWaiting());
             addEventListener('fetch', (event) => event.respondWith(new Response('broken', { status: 500 })));",
        )?;
        // A browser looks for another worker once a page has been there for a moment.
        page.try_to_go(QUIET_PAGE).await?;
        page.until("the broken worker to take over", async || {
            tokio::time::sleep(std::time::Duration::from_secs(3)).await;
            let answer = page
                .script("return fetch('?').then((answer) => answer.text())")
                .await?;
            Ok(answer == "broken" && page.script(SETTLED).await? == true)
        })
        .await?;
        page.until("the broken worker", async || {
            page.try_to_go("").await?;
            Ok(page.text().await? == "broken")
        })
        .await?;
        let script = fs::read_to_string(project::root().join("public").join(worker::NONE))?;
        fs::write(folder.join(worker::NAME), script)?;
        worker::mark_pages(&folder)?;
        page.until("the application", async || {
            // A browser looks for another worker once a page has been there for a moment.
            tokio::time::sleep(std::time::Duration::from_secs(4)).await;
            if page.script(SETTLED).await? != true {
                return Ok(false);
            }
            page.try_to_go("").await?;
            Ok(page.text().await? != "broken")
        })
        .await?;
        page.ready().await?;
        page.lists(9).await?;
        page.says("Gardée").await?;
        page.keeps_edition().await?;
        tokio::time::sleep(std::time::Duration::from_secs(3)).await;
        let left = page
            .script("return navigator.serviceWorker.getRegistrations().then((all) => all.length)")
            .await?;
        ensure!(left == 0, "{left} workers are left");
        let caches = page.script("return caches.keys()").await?;
        ensure!(!caches.to_string().contains(&files_cache()), "{caches}");
        ensure!(
            caches.to_string().contains(":edition"),
            "the edition is gone: {caches}"
        );
        Ok(())
    })
}

#[test]
fn without_a_worker_everything_works_online_and_what_is_missing_is_said() -> Result<()> {
    visit_with(Site::start()?, Profile::new()?, async |page| {
        page.knows_no_worker().await?;
        page.go("").await?;
        page.lists(8).await?;
        page.add("Sans travailleur").await?;
        page.press("link", "Données").await?;
        page.find("heading", "Sans réseau").await?;
        page.says("L’application ne s’ouvre pas sans réseau").await?;
        page.find("heading", Name::Begins("Place utilisée")).await?;
        Ok(())
    })
}
