//! From a pasted press release to the catalogue, and from there to the next press release.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use browser_tests::page::{Name, plain};
use browser_tests::{Page, visit};
use serde_json::json;
use thirtyfour::Key;

/// A release in the way of the example's, with an initiative that the example has, two that it has not,
/// a person's name and markup that must stay text.
const RELEASE: &str = "Arras, le 14 mai 2020\n\n\
    Le Pas-de-Calais solidaire n°9\n\n\
    L’entraide continue dans tout le département, et ce neuvième communiqué en témoigne.\n\n\
    - Solidaires dans la protection :\n\n\
    - La ville de Marck a produit des masques en tissu lavables : 2 400 réalisés à ce jour.\n\
    Plus d’informations https://fr-fr.facebook.com/ville.marck\n\n\
    - À Lillers, une habitante, Jeanne Exemplaire, a cousu 450 blouses pour l’hôpital. Elle cherche du tissu. \
    Contact : blouses@exemple.fr ou 03 21 00 00 11\n\n\
    - Solidaires avec les personnes isolées :\n\n\
    - L’association « Le Panier » de Bapaume livre des repas à une vingtaine de familles <b>chaque</b> mercredi. \
    Contact : 03 21 00 00 12\n\n\
    Le préfet remercie toutes les personnes mobilisées.\n";

/// What is pasted comes in at once, and not key by key.
async fn paste(page: &Page, text: &str) -> Result<()> {
    page.find("textbox", "Texte du communiqué").await?;
    let script = "const area = document.getElementById('importer-text');
        area.value = arguments[0];
        area.dispatchEvent(new Event('input', { bubbles: true }));";
    page.script_with(script, vec![json!(text)]).await?;
    Ok(())
}

async fn read(page: &Page, text: &str) -> Result<()> {
    page.go("importer").await?;
    page.heading("Importer un communiqué").await?;
    paste(page, text).await?;
    page.press("button", "Analyser").await
}

/// The titles of the entries, in order.
async fn entries(page: &Page) -> Result<Vec<String>> {
    let script = "return [...document.querySelectorAll('.desk article h3')].map((one) => one.textContent)";
    let titles = page.script(script).await?;
    let titles = titles.as_array().context("no list")?.iter();
    Ok(titles.filter_map(|one| one.as_str().map(plain)).collect())
}

/// Waits for so many entries.
async fn has_entries(page: &Page, wanted: usize) -> Result<Vec<String>> {
    let mut found = Vec::new();
    page.until(&format!("{wanted} entries"), async || {
        found = entries(page).await?;
        Ok(found.len() == wanted)
    })
    .await
    .with_context(|| format!("{found:?}"))?;
    Ok(found)
}

/// Says of every entry that may be here already that it is another one.
async fn all_are_others(page: &Page) -> Result<()> {
    let script = "const open = [...document.querySelectorAll('.desk fieldset')]
            .filter((one) => one.id.startsWith('q-') && !one.querySelector(':checked'));
        open[0]?.querySelector('label:last-of-type input[id^=another-]')?.click();
        return open.length";
    page.until("every question to be answered", async || {
        Ok(page.script(script).await? == 0)
    })
    .await
}

async fn focus_is_on(page: &Page, what: &str, test: &str) -> Result<()> {
    let script = format!("const it = document.activeElement; return Boolean(it && ({test}))");
    page.until(&format!("the focus on {what}"), async || {
        Ok(page.script(&script).await? == true)
    })
    .await
}

#[test]
fn a_release_is_pasted_checked_corrected_added_found_and_taken_back() -> Result<()> {
    visit(async |page| {
        page.set_screen(360, 740).await?;
        page.become_editor().await?;
        page.go("communiques").await?;
        page.press("link", "Importer un communiqué").await?;
        page.heading("Importer un communiqué").await?;
        page.is_accessible_in_every_look("the empty page").await?;
        page.set_screen(360, 740).await?;
        page.press("button", "Analyser").await?;
        page.announces("Collez d’abord le texte").await?;
        paste(page, RELEASE).await?;
        page.press("button", "Analyser").await?;
        page.says("3 initiatives trouvées").await?;
        let titles = has_entries(page, 3).await?;
        ensure!(
            titles[0].contains("Marck") && titles[1].contains("Lillers"),
            "{titles:?}"
        );
        focus_is_on(page, "what was found", "it.id === 'importer-read'").await?;
        // The same one as in the catalogue is offered as an update, and everything is accessible.
        page.says("Déjà dans le catalogue\u{a0}?").await?;
        page.says("dites si c’est la même avant d’ajouter").await?;
        page.is_accessible_in_every_look("what was read").await?;
        page.set_screen(360, 740).await?;
        page.is_no_wider(360, "the page").await?;
        // A value leads to its place in the source, and back.
        page.press("link", Name::Begins("450")).await?;
        focus_is_on(
            page,
            "the mark",
            "it.closest('.source') && it.textContent.includes('450')",
        )
        .await?;
        page.script("document.activeElement.click()").await?;
        focus_is_on(
            page,
            "the value",
            "it.closest('article') && it.textContent.includes('450')",
        )
        .await?;
        // People's names are named apart and stand in no field.
        page.says("Des personnes sont nommées").await?;
        page.says("Jeanne Exemplaire").await?;
        page.press("radio", Name::Begins("C’est la même")).await?;
        page.says("Ce communiqué y ajoute ceci").await?;
        page.find("button", "Ajouter 2 initiatives et en mettre 1 à jour")
            .await?;
        page.is_accessible_in_every_look("an update beside what is here")
            .await?;
        page.set_screen(360, 740).await?;
        // One is corrected in place.
        page.press("button", Name::Begins("Corriger «\u{a0}Lillers"))
            .await?;
        page.fill("textbox", "Titre", "Blouses de Lillers").await?;
        page.is_accessible_in_every_look("an open form").await?;
        page.set_screen(360, 740).await?;
        page.press("button", "Fermer le formulaire").await?;
        page.announces("Gardé sur cet appareil.").await?;
        // A kill in the middle loses nothing.
        page.kill().await?;
        page.go("importer").await?;
        page.says("Vous n’aviez pas fini").await?;
        page.is_accessible_in_every_look("what was not finished").await?;
        page.set_screen(360, 740).await?;
        page.press("button", Name::Begins("Reprendre le texte")).await?;
        let titles = has_entries(page, 3).await?;
        ensure!(titles[1] == "Blouses de Lillers", "{titles:?}");
        page.press("button", "Ajouter 2 initiatives et en mettre 1 à jour")
            .await?;
        page.announces("2 initiatives ajoutées").await?;
        page.fill("searchbox", "Rechercher une initiative", "blouses")
            .await?;
        page.press("link", "Blouses de Lillers").await?;
        page.heading("Blouses de Lillers").await?;
        let text = page.text().await?;
        ensure!(!text.contains("Exemplaire"), "a person is named");
        page.go("").await?;
        page.fill("searchbox", "Rechercher une initiative", "marck")
            .await?;
        page.says("2 400").await?;
        Ok(())
    })
}

#[test]
fn an_import_is_taken_back_whole_and_offered_again() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        page.lists(8).await?;
        read(page, RELEASE).await?;
        has_entries(page, 3).await?;
        all_are_others(page).await?;
        page.press("button", "Ajouter 3 initiatives").await?;
        page.announces("3 initiatives ajoutées").await?;
        page.lists(11).await?;
        page.press("button", "Annuler").await?;
        page.lists(8).await?;
        page.reload().await?;
        page.lists(8).await?;
        page.go("importer").await?;
        page.press("button", Name::Begins("Reprendre le texte")).await?;
        has_entries(page, 3).await?;
        Ok(())
    })
}

/// How many texts are kept that are being checked.
async fn kept(page: &Page) -> Result<usize> {
    let stored = page.stored().await?;
    Ok(stored.keys().filter(|key| key.contains("intake/")).count())
}

#[test]
fn what_another_tab_has_gone_on_with_is_taken_up_and_thrown_away_as_it_is() -> Result<()> {
    visit(async |page| {
        let start = "Marck : 400 masques cousus par des bénévoles.";
        page.go("importer").await?;
        paste(page, start).await?;
        page.announces("Gardé sur cet appareil.").await?;
        let (first, second) = page.second_tab().await?;
        page.go("importer").await?;
        page.says("Vous n’aviez pas fini").await?;
        // An hour's work in the first one, which is left open.
        page.to_tab(&first).await?;
        paste(page, &[start, " Et 90 blouses à Lillers."].concat()).await?;
        page.until("the work to be kept", async || {
            let line = "return document.querySelector('.save-state').textContent";
            Ok(page.script(line).await? == "Gardé sur cet appareil.")
        })
        .await?;
        page.to_tab(&second).await?;
        page.press("button", Name::Begins("Jeter le texte")).await?;
        page.says("il n’est pas jeté").await?;
        ensure!(kept(page).await? == 1, "the work of the first tab is gone");
        page.press("button", Name::Begins("Reprendre le texte")).await?;
        let area = page.find("textbox", "Texte du communiqué").await?;
        let text = area.value().await?.unwrap_or_default();
        ensure!(text.ends_with("90 blouses à Lillers."), "{text}");
        page.announces("Gardé sur cet appareil.").await?;
        page.until("one to be kept", async || Ok(kept(page).await? == 1))
            .await?;
        page.kill().await?;
        page.go("importer").await?;
        page.says("90 blouses à Lillers.").await
    })
}

#[test]
fn nothing_is_added_twice_while_a_question_is_open() -> Result<()> {
    visit(async |page| {
        page.set_screen(360, 740).await?;
        read(page, RELEASE).await?;
        has_entries(page, 3).await?;
        page.press("button", "Répondre à 1 question").await?;
        focus_is_on(
            page,
            "the question",
            "it.id.startsWith('q-') && it.querySelector('input')",
        )
        .await?;
        page.is_accessible("an open question").await?;
        // Nothing was added and nothing was lost.
        has_entries(page, 3).await?;
        page.announces("Gardé sur cet appareil.").await?;
        page.go("").await?;
        page.lists(8).await?;
        page.go("importer").await?;
        page.press("button", Name::Begins("Reprendre le texte")).await?;
        has_entries(page, 3).await?;
        page.press("radio", "Une autre").await?;
        page.press("button", "Ajouter 3 initiatives").await?;
        page.lists(11).await?;
        // Told again, all of it is the same, and what says nothing new is not counted.
        read(page, RELEASE).await?;
        has_entries(page, 3).await?;
        let same = "const open = [...document.querySelectorAll('.desk fieldset')]
                .filter((one) => one.id.startsWith('q-') && !one.querySelector(':checked'));
            const own = [...open[0]?.querySelectorAll('input[id^=same-]') ?? []];
            own[own.length - 1]?.click();
            return open.length";
        page.until("every question to be answered", async || {
            Ok(page.script(same).await? == 0)
        })
        .await?;
        page.says("Ce communiqué n’y ajoute rien").await?;
        let nothing = page.find("button", "Rien à ajouter").await?;
        ensure!(!nothing.is_enabled().await?, "nothing can be added");
        Ok(())
    })
}

#[test]
fn an_entry_is_cut_joined_taken_out_and_taken_up_again() -> Result<()> {
    visit(async |page| {
        read(page, RELEASE).await?;
        has_entries(page, 3).await?;
        page.press("button", Name::Begins("Couper en deux «\u{a0}Lillers"))
            .await?;
        page.press("button", Name::Begins("Elle cherche du tissu"))
            .await?;
        page.announces("Coupée en deux initiatives.").await?;
        has_entries(page, 4).await?;
        focus_is_on(page, "the second half", "it.matches('article')").await?;
        page.press("button", Name::Begins("Joindre à la suivante «\u{a0}Lillers"))
            .await?;
        page.announces("Les deux initiatives n’en font plus qu’une.")
            .await?;
        let titles = has_entries(page, 3).await?;
        page.press("button", format!("Retirer «\u{a0}{}\u{a0}»", titles[2]).as_str())
            .await?;
        page.announces("Retirée. Son texte est dans ce qui reste.")
            .await?;
        has_entries(page, 2).await?;
        focus_is_on(
            page,
            "the neighbour",
            "it.matches('article') && it.textContent.includes('Lillers')",
        )
        .await?;
        page.press("button", "Annuler").await?;
        ensure!(has_entries(page, 3).await? == titles, "it came back elsewhere");
        page.press("button", format!("Retirer «\u{a0}{}\u{a0}»", titles[2]).as_str())
            .await?;
        has_entries(page, 2).await?;
        page.press("button", Name::Holds("Le Panier")).await?;
        page.announces("Ajoutée aux initiatives à vérifier.").await?;
        let titles = has_entries(page, 3).await?;
        ensure!(titles[2].contains("Bapaume"), "{titles:?}");
        page.press("button", "Jeter ce texte").await?;
        page.announces("Le texte et ce qui en a été lu sont jetés.")
            .await?;
        page.press("button", "Annuler").await?;
        page.press("button", Name::Begins("Reprendre le texte")).await?;
        has_entries(page, 3).await?;
        Ok(())
    })
}

#[test]
fn files_come_in_and_what_is_none_or_too_long_is_a_sentence() -> Result<()> {
    visit(async |page| {
        page.go("importer").await?;
        let body = RELEASE.replace("<b>", "").replace("</b>", "");
        let paragraphs: Vec<String> = body
            .split("\n\n")
            .map(|text| format!("<p>{}</p>", text.replace('\n', "<br>")))
            .collect();
        let html = format!(
            "<!doctype html><html><head><title>x</title><script>window.hit = 1</script></head><body>{}\
            <img src=x onerror=\"window.hit = 1\"></body></html>",
            paragraphs.join("\n")
        );
        let path = page.file("communique.html", &html)?;
        page.choose_file("Ouvrir un fichier", &path).await?;
        page.press("button", "Analyser").await?;
        has_entries(page, 3).await?;
        let shown = page
            .script("return document.querySelector('.source-text').textContent")
            .await?;
        let shown = shown.as_str().unwrap_or("");
        ensure!(
            shown.contains("450 blouses") && !shown.contains('<') && !shown.contains("window.hit"),
            "{shown}"
        );
        ensure!(page.script("return window.hit ?? 0").await? == 0, "the file ran");
        page.press("button", "Revenir au texte").await?;
        let path = page.file("communique.pdf", b"%PDF-1.7\n\0\0")?;
        page.choose_file("Ouvrir un fichier", &path).await?;
        page.announces("Ce fichier n’est pas un texte simple.").await?;
        page.is_accessible("a file that is none").await?;
        paste(page, &"Un long texte. ".repeat(140_000)).await?;
        page.press("button", "Analyser").await?;
        page.announces("Ce texte est trop long").await
    })
}

#[test]
fn hostile_text_stays_text() -> Result<()> {
    visit(async |page| {
        let hostile = format!(
            "{RELEASE}\n- À Calais, l’association « <img src=x onerror=window.hit=1> » donne 30 vélos. \
            Contact : javascript:window.hit=1 ou https://exemple.fr/\"><script>window.hit=1</script>\n\n\
            - \u{202e}À Arras, {{{{evil}}}} ${{x}} %00 \u{feff}\u{200b} l’association Nuit distribue 12 lits.\n"
        );
        read(page, &hostile).await?;
        page.until("more than three entries", async || {
            Ok(entries(page).await?.len() > 3)
        })
        .await?;
        ensure!(page.script("return window.hit ?? 0").await? == 0, "the text ran");
        ensure!(
            page.script(
                "return document.querySelectorAll('main img, main script, [href^=\"javascript\"]').length"
            )
            .await?
                == 0,
            "the text became markup"
        );
        all_are_others(page).await?;
        page.press("button", Name::Begins("Ajouter ")).await?;
        page.announces("initiatives ajoutées").await?;
        ensure!(
            page.script("return window.hit ?? 0").await? == 0,
            "what was added ran"
        );
        Ok(())
    })
}

#[test]
fn everything_is_done_by_keyboard() -> Result<()> {
    visit(async |page| {
        page.go("importer").await?;
        let area = page.find("textbox", "Texte du communiqué").await?;
        area.focus().await?;
        page.browser()
            .keys("À Lens, l’association Nuit a donné 12 lits.")
            .await?;
        page.browser().keys(Key::Tab + Key::Enter).await?;
        has_entries(page, 1).await?;
        focus_is_on(page, "what was found", "it.id === 'importer-read'").await?;
        let mut met = Vec::new();
        let words = "return document.activeElement.textContent";
        for _ in 0..60 {
            page.browser().keys(Key::Tab).await?;
            let here = plain(page.script(words).await?.as_str().unwrap_or(""));
            if here == "Ajouter 1 initiative" {
                page.browser().keys(Key::Enter).await?;
                return page.announces("1 initiative ajoutée").await;
            }
            met.push(here);
        }
        anyhow::bail!("Tab never comes to the button; it met {met:?}")
    })
}

/// The first real release where it is beside the repository, else one of the reader's own fixtures.
fn seed() -> Result<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let beside = root.join("../shared/seed/communique-07.txt");
    let path = if beside.is_file() {
        beside
    } else {
        root.join("tests/communique/fixtures/develop/01-prefecture-62.txt")
    };
    std::fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))
}

#[test]
fn from_one_number_to_the_next_on_paper() -> Result<()> {
    visit(async |page| {
        page.set_screen(360, 740).await?;
        page.become_editor().await?;
        read(page, &seed()?).await?;
        page.until("the entries", async || Ok(entries(page).await?.len() > 4))
            .await?;
        page.is_accessible_in_every_look("a whole release").await?;
        page.set_screen(360, 740).await?;
        // Told of in a number of its own, nothing would be news for the next one.
        let leave_aside = "const part = document.getElementById('importer-release');
            part.open = true;
            const box = part.querySelector('[type=checkbox]');
            if (box.checked) { box.click(); }";
        page.script(leave_aside).await?;
        let found = entries(page).await?.len();
        all_are_others(page).await?;
        page.press("button", format!("Ajouter {found} initiatives").as_str())
            .await?;
        page.announces(&format!("{found} initiatives ajoutées")).await?;
        page.go("composer").await?;
        page.announces(&format!("{found} initiatives sont nouvelles"))
            .await?;
        page.press("button", "Commencer").await?;
        page.announces(&format!("{found} initiatives dans ce numéro"))
            .await?;
        let number = page.find("textbox", "Numéro").await?;
        ensure!(
            number.value().await?.as_deref() == Some("8"),
            "it does not follow n° 7"
        );
        let pdf = page.printed().await?;
        ensure!(pdf.starts_with(b"%PDF"), "no PDF");
        ensure!(pdf.len() > 20_000, "a PDF of {} bytes", pdf.len());
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/browser-products");
        std::fs::create_dir_all(&folder)?;
        Ok(std::fs::write(folder.join("communique-8.pdf"), pdf)?)
    })
}
