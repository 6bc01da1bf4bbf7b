//! How long what a person did lasts: what the browser promises, how full it is, reminders, the way to
//! another device, and handing over to another editor.

use anyhow::{Context, Result, ensure};
use browser_tests::forms::prefix;
use browser_tests::page::Name;
use browser_tests::{Page, Profile, Site, visit};
use serde_json::{Value, json};
use solidaire::format::packed::{pack, unpack};

#[test]
fn the_browser_is_asked_at_the_first_change_and_its_answer_is_told() -> Result<()> {
    visit(async |page| {
        let script = "globalThis.persistAsked = 0;
            StorageManager.prototype.persisted = async () => sessionStorage.granted === 'yes';
            StorageManager.prototype.persist = async () => {
                globalThis.persistAsked += 1;
                return sessionStorage.granted === 'yes';
            };";
        page.before_each_page(script).await?;
        page.go("donnees").await?;
        page.announces("il peut les effacer s’il manque de place").await?;
        let asked = "return globalThis.persistAsked";
        ensure!(page.number(asked).await? < 0.5, "asked before anything was kept");
        page.add("Première").await?;
        page.until("the browser to be asked", async || {
            Ok((page.number(asked).await? - 1.0).abs() < 0.5)
        })
        .await?;
        page.add("Deuxième").await?;
        ensure!(
            page.number(asked).await? < 1.5,
            "asked again at the second change"
        );
        page.go("donnees").await?;
        page.script("sessionStorage.granted = 'yes'").await?;
        page.press("button", "Demander au navigateur de tout garder")
            .await?;
        page.announces("Ce navigateur a promis de garder vos données")
            .await?;
        page.gone("button", "Demander au navigateur de tout garder")
            .await?;
        page.until("the focus on what it is about", async || {
            Ok(page.script("return document.activeElement.id").await? == "lasting-t")
        })
        .await?;
        page.is_accessible("what the browser promises").await
    })
}

#[test]
fn many_changes_are_reminded_of_until_they_are_sent_or_backed_up() -> Result<()> {
    visit(async |page| {
        page.go("donnees").await?;
        page.press("button", "Exporter en JSON").await?;
        let (_, bytes) = page.downloaded("solidaire-catalogue", ".json").await?;
        let mut file: Value = serde_json::from_slice(&bytes)?;
        let entries = file["initiatives"].as_array_mut().context("no list")?;
        entries.extend((0..10).map(|n| json!({ "id": format!("lot-{n}"), "title": format!("Lot {n}") })));
        let path = page.file("dix.json", file.to_string())?;
        page.choose_file("Importer un fichier", &path).await?;
        page.press("button", "Importer 10 initiatives").await?;
        let reminder = "10 modifications ne sont que sur cet appareil";
        page.announces(reminder).await?;
        page.is_accessible("a reminder").await?;
        page.press("button", Name::Begins("Plus tard")).await?;
        page.gone("button", Name::Begins("Plus tard")).await?;
        let focus = page.script("return document.activeElement.tagName").await?;
        ensure!(focus == "H1", "the focus went to {focus}");
        page.reload().await?;
        page.says("10 modifications gardées sur ce téléphone").await?;
        tokio::time::sleep(std::time::Duration::from_secs(3)).await;
        ensure!(
            !page.text().await?.contains(reminder),
            "it was put off, and came back at once"
        );
        page.plant(&(prefix() + "put-off"), "2020-01-01").await?;
        page.go("donnees").await?;
        page.announces(reminder).await?;
        page.press("button", "Sauvegarder").await?;
        page.downloaded("solidaire-sauvegarde", ".json").await?;
        page.gone("button", Name::Begins("Plus tard")).await?;
        page.says("Dernière sauvegarde sur cet appareil").await
    })
}

#[test]
fn an_old_change_is_reminded_of_and_safari_is_named_for_what_it_does() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        page.add("Ancienne").await?;
        page.go("donnees").await?;
        ensure!(
            !page.text().await?.contains("sept jours"),
            "this browser erases nothing"
        );
        for (key, text) in page.stored().await? {
            if let Some(json) = text.as_str().and_then(unpack) {
                let mut change: serde_json::Value = serde_json::from_str(&json)?;
                change["at"] = json!("2026-01-01T00:00:00Z");
                page.plant(&key, &pack(&change.to_string())).await?;
            }
        }
        let vendor =
            "Object.defineProperty(Navigator.prototype, 'vendor', { get: () => 'Apple Computer, Inc.' })";
        page.before_each_page(vendor).await?;
        page.go("donnees").await?;
        page.announces("1 modification\u{a0}: depuis").await?;
        page.announces("Ce navigateur peut les effacer après sept jours sans visite.")
            .await?;
        page.says("mettez cette page sur l’écran d’accueil").await
    })
}

#[test]
fn from_four_fifths_of_the_room_on_a_banner_says_what_to_do() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        page.add("Une").await?;
        let fill = "localStorage.setItem('somebody-else', 'x'.repeat(arguments[0]))";
        page.script_with(fill, vec![json!(4_150_000)]).await?;
        page.go("").await?;
        page.says("1 modification gardée sur ce téléphone").await?;
        tokio::time::sleep(std::time::Duration::from_secs(3)).await;
        ensure!(
            !page
                .text()
                .await?
                .contains("La mémoire de ce navigateur est pleine"),
            "said at 79 %"
        );
        page.script_with(fill, vec![json!(4_450_000)]).await?;
        page.go("").await?;
        let others = "La mémoire de ce navigateur est pleine à 84\u{a0}%. Ce sont surtout d’autres sites";
        page.announces(others).await?;
        page.is_accessible("a nearly full storage").await?;
        page.press("link", "Faire de la place").await?;
        page.heading("Données").await?;
        page.find(
            "heading",
            Name::Begins("La mémoire de ce navigateur est pleine à 84"),
        )
        .await?;
        page.says("D’autres sites de la même adresse prennent en plus")
            .await?;
        page.is_accessible_in_every_look("a room that others fill")
            .await?;
        // What is our own is ours to send and to remove.
        let fill = "localStorage.removeItem('somebody-else');
            const own = Object.keys(localStorage).find((key) => key.includes('change/'));
            localStorage.setItem(own.replace(/change\\/.*/, 'later/x'), 'x'.repeat(4_450_000))";
        page.script(fill).await?;
        page.go("donnees").await?;
        page.announces("La mémoire de ce navigateur est pleine à 84\u{a0}%. Envoyez vos propositions")
            .await?;
        ensure!(
            !page.text().await?.contains("D’autres sites"),
            "there are no others"
        );
        Ok(())
    })
}

#[test]
fn who_has_nothing_here_is_offered_to_restore() -> Result<()> {
    visit(async |page| {
        let offer = "Retrouver ce que vous aviez ailleurs";
        page.go("propositions").await?;
        page.press("link", "Vous aviez une sauvegarde\u{a0}? Restaurez-la.")
            .await?;
        page.find("heading", offer).await?;
        let buttons = page.names("button").await?;
        let restores = buttons.iter().filter(|name| *name == "Restaurer").count();
        ensure!(restores == 1, "{restores} buttons « Restaurer »");
        page.is_accessible("an unused device").await?;
        let text = page.text().await?;
        ensure!(
            !text.contains("Réglages et masquées"),
            "nobody has set anything: {text}"
        );
        page.add("Une").await?;
        page.go("donnees").await?;
        page.find("button", "Restaurer").await?;
        page.gone("heading", offer).await
    })
}

#[test]
fn a_page_that_is_left_writes_nothing_but_its_draft() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        page.add("Une").await?;
        page.go("modifier").await?;
        page.fill("textbox", "Titre", "À moitié écrit").await?;
        let watch = "sessionStorage.setItem('written', '');
            const note = (key) => sessionStorage.setItem('written', sessionStorage.getItem('written') + key + '\\n');
            for (const name of ['setItem', 'removeItem']) {
                const own = Storage.prototype[name];
                Storage.prototype[name] = function (key, ...rest) {
                    if (this === localStorage) note(key);
                    return own.call(this, key, ...rest);
                };
            }
            const field = document.activeElement;
            field.value = 'Écrit jusqu’au bout';
            field.dispatchEvent(new Event('input', { bubbles: true }));";
        page.script(watch).await?;
        page.go("donnees").await?;
        let written = page.script("return sessionStorage.getItem('written')").await?;
        let written: Vec<&str> = written.as_str().unwrap_or_default().lines().collect();
        ensure!(!written.is_empty(), "the draft was not kept");
        let draft = prefix() + "draft/";
        ensure!(
            written
                .iter()
                .all(|key| *key == draft || *key == prefix() + "layout"),
            "written: {written:?}"
        );
        page.go("modifier").await?;
        page.says("« Écrit jusqu’au bout »").await
    })
}

/// Adds an initiative with a contact that stays on the device, as an editor.
async fn with_a_secret(page: &Page, title: &str, phone: &str) -> Result<()> {
    page.become_editor().await?;
    page.press("link", "Ajouter une initiative").await?;
    page.fill("textbox", "Titre", title).await?;
    page.press("button", "Ajouter un contact").await?;
    page.fill("textbox", "Numéro ou adresse", phone).await?;
    page.press("checkbox", Name::Begins("Garder")).await?;
    page.press("button", "Enregistrer").await?;
    page.heading("Mes propositions").await
}

const PHRASE: &str = "Été orange brouette samedi";

#[test]
fn another_editor_takes_over_with_the_passphrase_alone() -> Result<()> {
    visit(async |page| {
        with_a_secret(page, "À reprendre", "0321999999").await?;
        page.plant(&(prefix() + "inbox/later"), "a proposal of a later version")
            .await?;
        page.go("donnees").await?;
        page.is_accessible("the way to another editor").await?;
        page.fill("textbox", "Phrase secrète", "trop court").await?;
        page.press("button", "Passer la main").await?;
        page.announces("Il faut au moins 12 caractères.").await?;
        page.fill("textbox", "Phrase secrète", PHRASE).await?;
        page.press("button", "Passer la main").await?;
        let (name, bytes) = page.downloaded("solidaire-passation", ".json").await?;
        let text = String::from_utf8(bytes)?;
        for secret in ["0321999999", "03 21 99", "À reprendre", "private", PHRASE] {
            ensure!(!text.contains(secret), "« {secret} » stands in the file");
        }
        let own = page.stored().await?;

        let other = Page::open(Site::start()?, Profile::new()?).await?;
        let taken = take_over(&other, &name, &text).await;
        let told = match &taken {
            Err(_) => other.describe().await?,
            Ok(()) => String::new(),
        };
        let stored = other.stored().await;
        other.close().await?;
        taken.context(told)?;
        let stored = stored?;
        let device = prefix() + "device";
        ensure!(
            own.contains_key(&device) && stored.get(&device).is_none(),
            "the device itself was handed over"
        );
        ensure!(
            stored.get(&(prefix() + "setting/editor")).is_none(),
            "a setting was handed over"
        );
        for (key, text) in own.iter().filter(|(key, _)| {
            ["change/", "private/", "inbox/"]
                .iter()
                .any(|kind| key.contains(kind))
        }) {
            ensure!(stored.get(key) == Some(text), "{key} was not handed over");
        }
        Ok(())
    })
}

async fn take_over(page: &Page, name: &str, text: &str) -> Result<()> {
    page.go("donnees").await?;
    let cut = page.file("coupe.json", &text[..text.len() / 2])?;
    page.choose_file("Restaurer", &cut).await?;
    page.announces("Le fichier s’arrête avant sa fin").await?;
    let mut damaged: Value = serde_json::from_str(text)?;
    let data = damaged["data"].as_str().context("no data")?;
    let first = if data.starts_with('A') { "B" } else { "A" };
    damaged["data"] = json!([first, &data[1..]].concat());
    let damaged = page.file("abime.json", damaged.to_string())?;
    page.choose_file("Restaurer", &damaged).await?;
    page.announces("Ce fichier a été abîmé en chemin").await?;
    let whole = page.file(name, text)?;
    page.choose_file("Restaurer", &whole).await?;
    page.find("heading", Name::Begins("Le fichier «\u{a0}solidaire-passation"))
        .await?;
    page.is_accessible("a file under a passphrase").await?;
    page.fill("textbox", "Phrase secrète", "été orange brouette samedi")
        .await?;
    page.press("button", "Ouvrir").await?;
    page.announces("Ce n’est pas la bonne phrase.").await?;
    ensure!(
        !page.stored().await?.keys().any(|key| key.contains("change/")),
        "something was written before it was open"
    );
    // Typed on a keyboard that writes accents as characters of their own, with a space behind it.
    page.fill(
        "textbox",
        "Phrase secrète",
        "E\u{301}te\u{301} orange brouette samedi ",
    )
    .await?;
    page.press("button", "Ouvrir").await?;
    page.press("button", "Restaurer la sauvegarde").await?;
    page.announces("La sauvegarde est restaurée").await?;
    page.go("").await?;
    page.lists(9).await?;
    page.press("link", "À reprendre").await?;
    page.says("03 21 99 99 99").await
}

#[test]
fn a_file_that_others_sealed_by_the_schema_opens() -> Result<()> {
    visit(async |page| {
        page.go("donnees").await?;
        let sealed = include_str!("../../fixtures/valid/one.handover.json");
        let path = page.file("passation.json", sealed)?;
        page.choose_file("Restaurer", &path).await?;
        page.fill("textbox", "Phrase secrète", "quatre mots sans rapport")
            .await?;
        page.press("button", "Ouvrir").await?;
        page.press("button", "Restaurer la sauvegarde").await?;
        page.go("initiative?id=yb0madryf213n5pejryfdba2f").await?;
        page.says("03 21 00 00 00").await
    })
}

#[test]
fn without_a_protected_connection_a_backup_is_offered_instead() -> Result<()> {
    visit(async |page| {
        page.before_each_page("Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined })")
            .await?;
        page.become_editor().await?;
        page.go("donnees").await?;
        page.says("Faites plutôt une sauvegarde").await?;
        page.find("button", "Sauvegarder").await?;
        page.gone("button", "Passer la main").await?;
        let path = page.file(
            "passation.json",
            include_str!("../../fixtures/valid/one.handover.json"),
        )?;
        page.choose_file("Restaurer", &path).await?;
        page.says("le navigateur ne peut pas ouvrir ce fichier").await
    })
}
