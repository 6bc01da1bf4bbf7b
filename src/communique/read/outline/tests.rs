//! How texts of many layouts are cut into sections and initiatives.

use crate::communique::read::facts::tests::reading;
use crate::communique::read::{LeftOverKind, Reading};

/// Each draft as its section's heading and the first words of its stretch.
fn outline(text: &str) -> Vec<(String, String)> {
    let Reading { release, drafts, .. } = reading(text);
    let shown = drafts.iter().map(|draft| {
        let heading = draft
            .section
            .map_or("", |section| &release.sections[section].heading.value);
        let said = &text[draft.spans[0].start..draft.spans[0].end];
        let words: Vec<&str> = said.split_whitespace().take(3).collect();
        (heading.to_owned(), words.join(" "))
    });
    shown.collect()
}

fn owned(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected
        .iter()
        .map(|(heading, said)| ((*heading).to_owned(), (*said).to_owned()))
        .collect()
}

#[test]
fn sections_and_items_behind_bullets_of_every_kind() {
    for (text, expected) in [
        (
            "Titre n° 3\n\nManger :\n- À Lens, la ville sert 3 repas.\n- À Avion, on coud.\n\nDormir :\n- À Calais, 4 lits.",
            &[
                ("Manger", "- À Lens,"),
                ("Manger", "- À Avion,"),
                ("Dormir", "- À Calais,"),
            ][..],
        ),
        (
            "Titre n° 3\n\n-MANGER\n- À Lens, la ville sert 3 repas.\n-À Avion, on coud.",
            &[("MANGER", "- À Lens,"), ("MANGER", "-À Avion, on")],
        ),
        (
            "Titre n° 3\n\nI. MANGER\n1) À Lens, la ville sert 3 repas.\n2) À Avion, on coud.\nII. DORMIR\n1) À Calais, 4 lits.",
            &[
                ("MANGER", "1) À Lens,"),
                ("MANGER", "2) À Avion,"),
                ("DORMIR", "1) À Calais,"),
            ],
        ),
        (
            "Titre n° 3\n\nLa ville de Lens sert 3 repas.\n\nÀ Avion, l’association Fil coud 4 masques.",
            &[("", "La ville de"), ("", "À Avion, l’association")],
        ),
        (
            "Titre n° 3\n\nÀ Lens, la ville sert 3 repas. Elle cherche des bras. À Avion, l’association Fil coud.",
            &[("", "À Lens, la"), ("", "À Avion, l’association")],
        ),
        (
            "Lens : la ville sert 3 repas.\nContact : 03 21 00 00 00\nAvion : l’association Fil coud 4 masques.",
            &[("", "Lens : la"), ("", "Avion : l’association")],
        ),
    ] {
        assert_eq!(outline(text), owned(expected), "{text}");
    }
}

#[test]
fn forms_agendas_places_and_questions_part_a_text() {
    for (text, expected) in [
        (
            "Fiches n° 3\n\nFiche 1\nCommune : Lens\nPorteur : association Fil\nAction : 30 repas servis\n\nFiche 2\n\
             Commune : Avion\nPorteur : club Aile\nAction : 4 lits prêtés\n",
            &[("", "Fiche 1"), ("", "Fiche 2")][..],
        ),
        (
            "Titre n° 3\n\nSamedi 10 mai\nLens, gare : la ville sert 3 repas.\n\nDimanche 11 mai\nAvion, mairie : on coud des \
             masques.\n",
            &[
                ("Samedi 10 mai", "Lens, gare :"),
                ("Dimanche 11 mai", "Avion, mairie :"),
            ],
        ),
        (
            "Titre n° 3\n\n[ LENS ]\nLa soupe\nLa ville sert 3 repas chaque soir aux voisins.\n\n[ AVION ]\nLe fil\nOn y coud \
             des masques pour tous les quartiers.\n",
            &[("", "[ LENS ]"), ("", "[ AVION ]")],
        ),
        (
            "Titre n° 3\n\nOù manger ?\nÀ Lens, la ville sert 3 repas chaque soir.\n\nOù dormir ?\nÀ Avion, l’association Toit \
             ouvre 4 lits.\n",
            &[("", "Où manger ?"), ("", "Où dormir ?")],
        ),
        (
            "Titre n° 3\n\nSe nourrir\n\nLe pain de Lens\nLe club donne 3 pains.\n\nLa soupe\nOn sert 4 repas.\n\nSe loger\n\n\
             Un lit d’appoint\nOn prête 4 lits aux gens de passage.\n",
            &[
                ("Se nourrir", "Le pain de"),
                ("Se nourrir", "La soupe"),
                ("Se loger", "Un lit d’appoint"),
            ],
        ),
        (
            "Titre n° 3\n\n11h02 Jingle et annonces.\n11h05 LENS. La ville sert 3 repas.\n11h20 AVION. Le club coud 4 sacs.\n",
            &[("", "11h05 LENS. La"), ("", "11h20 AVION. Le")],
        ),
        (
            "Titre n° 3\n\nOù\tQui\tQuoi\tBesoins\nLens\tclub Aile\t4 sacs cousus\tfil\nAvion\tville\t3 lits prêtés\tdraps\n",
            &[("", "Lens club Aile"), ("", "Avion ville 3")],
        ),
    ] {
        assert_eq!(outline(text), owned(expected), "{text}");
    }
}

#[test]
fn what_is_no_initiative_has_its_own_place() {
    let text = "Préfet du Pas-de-Calais\n\nArras, le 30 avril 2020\n\nSolidarités n° 7\n\nVoici la semaine.\n\nMasques :\n\n\
                De nombreux habitants s’engagent.\n\n- La ville de Lens coud 3 masques.\n\n*****\n\nLe préfet du \
                Pas-de-Calais remercie chacun.\n\nContact presse : 03 21 00 00 00\n";
    let Reading {
        release,
        drafts,
        left_over,
    } = reading(text);
    assert_eq!(drafts.len(), 1);
    assert_eq!(release.title.unwrap().value, "Solidarités n° 7");
    assert_eq!(release.lead[0].value, "Voici la semaine.");
    assert_eq!(
        release.sections[0].intro[0].value,
        "De nombreux habitants s’engagent."
    );
    assert_eq!(
        release.closing[0].value,
        "Le préfet du Pas-de-Calais remercie chacun."
    );
    assert_eq!(release.office.unwrap().value, "préfet du Pas-de-Calais");
    let press = left_over
        .iter()
        .filter(|left| left.kind == LeftOverKind::PressContact)
        .count();
    assert_eq!(
        (press, drafts[0].contacts.len()),
        (1, 0),
        "nobody calls the press for an initiative"
    );
}

#[test]
fn a_newsletters_headings_are_the_initiatives_own() {
    let text = "La lettre n° 4\n\nUn toit pour l’hiver\nLa ville de Lens ouvre 12 lits dans le gymnase, chaque nuit.\n\n\
                Des vélos pour tous\nÀ Avion, l’association Roue libre a réparé 30 vélos pour les habitants du quartier.\n";
    let Reading { release, drafts, .. } = reading(text);
    assert_eq!(release.sections.len(), 0);
    let titles: Vec<&str> = drafts.iter().map(|draft| draft.title.as_str()).collect();
    assert_eq!(titles, ["Un toit pour l’hiver", "Des vélos pour tous"]);
}

#[test]
fn what_introduces_a_newsletters_initiative_keeps_its_order() {
    let text = "La lettre n° 4\n\nUn toit pour l’hiver\nLe froid est venu tôt.\n\nIl reste longtemps.\n\nLa ville de Lens \
                ouvre 12 lits dans le gymnase, chaque nuit.\n\nDes vélos pour tous\nÀ Avion, l’association Roue libre a \
                réparé 30 vélos pour les habitants du quartier.\n";
    let Reading { drafts, .. } = reading(text);
    let places = ["Le froid", "Il reste", "La ville"].map(|said| drafts[0].summary.find(said));
    assert!(places.is_sorted() && places[0].is_some(), "{}", drafts[0].summary);
}

#[test]
fn numbers_dates_and_places_of_a_release_in_many_forms() {
    for (head, number, date, place) in [
        (
            "Arras, le 30 avril 2020\nSolidaires n°7",
            Some(7),
            "2020-04-30",
            "Arras",
        ),
        (
            "Calais – 4 mai 2020 – Communiqué n° 8",
            Some(8),
            "2020-05-04",
            "Calais",
        ),
        (
            "Communiqué numéro 12 du 11/03/2024 – Lens",
            Some(12),
            "2024-03-11",
            "Lens",
        ),
        (
            "Ville de Lens\nBulletin – 15 novembre 2022",
            None,
            "2022-11-15",
            "Lens",
        ),
        ("Publié le 28 avril 2020 à 18h05", None, "2020-04-28", ""),
        ("Lettre #9", Some(9), "", ""),
    ] {
        let text = [head, "\n\n- À Marck, la ville coud 3 masques.\n"].concat();
        let release = reading(&text).release;
        let shown = (
            release.number.map(|found| found.value),
            release
                .date
                .map_or(String::new(), |found| found.value.to_string()),
            release.place.map_or(String::new(), |found| found.value),
        );
        assert_eq!(shown, (number, date.to_owned(), place.to_owned()), "{head}");
    }
}

#[test]
fn headings_of_every_look_part_a_text() {
    let lead = "Depuis une semaine, le froid ne cède pas. Voici ce qui a été mis en place, et qui ne demande qu’à durer \
                encore longtemps avec vous.";
    let text = [
        "Point du 3 mai 2021\n\n",
        lead,
        "\n\nDormir\n\nÀ Lens, la ville sert 3 repas.\n\nManger\n\nÀ Avion, le club \
        coud 4 sacs.\n\nÀ Calais, le club loge 4 familles.",
    ]
    .concat();
    let expected = [
        ("Dormir", "À Lens, la"),
        ("Manger", "À Avion, le"),
        ("Manger", "À Calais, le"),
    ];
    assert_eq!(outline(&text), owned(&expected));
    for (text, expected) in [
        (
            "Titre n° 3\n\n1) Chez nous\n• À Lens, la ville sert 3 repas\n• À Avion, on coud 5 sacs\n2) Ailleurs\n• À Calais, 4 lits",
            &[
                ("Chez nous", "• À Lens,"),
                ("Chez nous", "• À Avion,"),
                ("Ailleurs", "• À Calais,"),
            ][..],
        ),
        (
            "Titre n° 3\n\n■ Pour se nourrir\n\nÀ Lens, la ville sert 3 repas.\n\nÀ Avion, le club coud 4 sacs.\n\n■ Pour \
             se loger\n\nÀ Calais, la ville ouvre 4 lits.",
            &[
                ("Pour se nourrir", "À Lens, la"),
                ("Pour se nourrir", "À Avion, le"),
                ("Pour se loger", "À Calais, la"),
            ],
        ),
        (
            "Titre n° 3\nFabriquer chez soi\nLens : la ville coud 3 sacs.\nAvion : le club coud 4 sacs.\nTenir bon\nCalais : \
             la ville appelle 9 aînés.",
            &[
                ("Fabriquer chez soi", "Lens : la"),
                ("Fabriquer chez soi", "Avion : le"),
                ("Tenir bon", "Calais : la"),
            ],
        ),
        (
            "<html><body><h1>Titre</h1><ul><li>Dormir<ul><li>À Lens, la ville ouvre 3 lits.</li><li>À Avion, le club \
             loge 4 familles.</li></ul></li><li>Manger<ul><li>À Calais, la ville sert 9 repas.</li></ul></li></ul></body></html>",
            &[
                ("Dormir", "À Lens, la"),
                ("Dormir", "À Avion, le"),
                ("Manger", "À Calais, la"),
            ],
        ),
    ] {
        let found = outline(text);
        let found: Vec<(String, String)> = found
            .into_iter()
            .map(|(heading, said)| (heading, said.trim_start_matches("<li>").to_owned()))
            .collect();
        assert_eq!(found, owned(expected), "{text}");
    }
}

#[test]
fn what_groups_nothing_is_no_heading_and_what_surrounds_a_page_no_initiative() {
    let page = "<html><body><ul><li><a href=\"/a\">Accueil</a></li><li><a href=\"/b\">Sport</a></li></ul><h1>Froid</h1>\
        <p>Mis en ligne le 3 mai 2021</p><h2>Dormir</h2><ul><li>À Lens, la ville ouvre 3 lits.</li><li>À Avion, le club loge \
        4 familles.</li></ul><h2>À lire aussi</h2><ul><li><a href=\"/c\">Calais : 84 points d’eau</a></li></ul></body></html>";
    let Reading { release, drafts, .. } = reading(page);
    assert_eq!((drafts.len(), release.sections.len()), (2, 1));
    assert_eq!(
        release.date.map(|found| found.value.to_string()),
        Some("2021-05-03".to_owned())
    );
}

#[test]
fn rows_of_places_and_titled_paragraphs_are_initiatives() {
    let row = "Le préfet salue ces actions : à Lens, la ville ouvre 3 lits ; à Avion, le club loge 4 familles ; à Calais, la \
        ville sert 9 repas.";
    assert_eq!(reading(row).drafts.len(), 3);
    let titled = "L’association publie son bilan.\n\nHébergement d’urgence. Douze familles ont ouvert leur porte cet hiver.\n\n\
        Cours de langue. Nos huit bénévoles suivent trente élèves.\n\nJardin. Quatorze jardiniers ont récolté leurs fèves.";
    assert_eq!(reading(titled).drafts.len(), 3);
    let glued = "Lens : la ville coud 3 sacs. Contact : 03 21 00 00 80Avion : le club coud 4 sacs.\nCalais : on coud 5 sacs.";
    assert_eq!(reading(glued).drafts.len(), 3);
}

#[test]
fn what_goes_on_about_a_place_begins_nothing() {
    let text = "Titre n° 3\n\nÀ Lens, la salle des fêtes accueille 215 personnes. Les équipes de la Croix-Rouge s’y relaient.";
    assert_eq!(reading(text).drafts.len(), 1);
    let list = "Titre n° 3\n\n- À Lens, la ville sert 3 repas ;\n- À Avion, on coud 5 sacs ;\n- À Calais, 4 lits sont \
        prêts.\n\nLe tri commence demain. Pour aider, appelez le 04 91 00 55 66.";
    let Reading { drafts, .. } = reading(list);
    assert_eq!(drafts.len(), 3);
    assert!(drafts[2].contacts.is_empty());
}

#[test]
fn nested_lists_points_quotations_and_practical_sections_begin_nothing() {
    for (text, expected) in [
        (
            "Titre n° 3\n\n* Lens : la ville sert 3 repas.\n  * Besoin : un chauffeur\n* Avion : le club coud 4 masques.",
            &[("", "* Lens :"), ("", "* Avion :")][..],
        ),
        (
            "Titre n° 3\n\n* **Lens** : la ville sert 3 repas.\n* **Avion** : le club coud 4 masques.",
            &[("", "* **Lens** :"), ("", "* **Avion** :")],
        ),
        (
            "Titre n° 3\n\nQuelques exemples :\n- des couturières,\n- des communes.\n\nÀ Lens, la ville sert 3 repas.\n\n\
             À Avion, l’association Fil coud 4 masques.",
            &[("", "À Lens, la"), ("", "À Avion, l’association")],
        ),
        (
            "Titre n° 3\n\nÀ Lens, le club sert 3 repas.\n\n« On tient », confie sa présidente, Jeanne Martin.",
            &[("", "À Lens, le")],
        ),
        (
            "Titre n° 3\n\nMANGER\nÀ Lens, la ville sert 3 repas.\nÀ Avion, le club sert 4 repas.\n\nINFORMATIONS PRATIQUES\n\
             La mairie de Lens est ouverte le lundi.",
            &[("MANGER", "À Lens, la"), ("MANGER", "À Avion, le")],
        ),
        (
            "EN BREF\n3 mai 2020\n\nLENS. Un plat qui fait plaisir\nLe club donne 3 repas.\n\nAVION. La fourche ne dort pas\n\
             Deux habitants servent la soupe.",
            &[("", "LENS. Un plat"), ("", "AVION. La fourche")],
        ),
        (
            "Arras, le 5 mai 2020\n\nUne année au « Fil du Ternois »\n\nL’association « Le Fil du Ternois » a cousu 900 masques à \
             Lens.\n\nLa commune a fourni la salle.\n\nLes masques ont été portés à Avion par les facteurs.",
            &[("", "L’association « Le")],
        ),
    ] {
        assert_eq!(outline(text), owned(expected), "{text}");
    }
}

#[test]
fn headings_over_titles_group_what_the_titles_name() {
    let page = "<h1>Entraide</h1><h2>Je cherche un lit</h2><h3>Chez Paul</h3><p>À Lens, la ville ouvre 3 lits.</p>\
        <h3>Au sec</h3><p>À Avion, le club loge 4 familles.</p><h2>Je cherche un repas</h2><h3>La soupe</h3>\
        <p>À Calais, la ville sert 9 repas.</p>";
    let read = outline(page);
    let headings: Vec<&str> = read.iter().map(|(heading, _)| heading.as_str()).collect();
    assert_eq!(
        headings,
        ["Je cherche un lit", "Je cherche un lit", "Je cherche un repas"]
    );
}

#[test]
fn a_list_copied_into_a_paragraph_is_a_list() {
    for text in [
        "Titre n° 3\nManger : • À Lens, la ville sert 3 repas. • À Avion, le club coud 4 sacs.• À Calais, la ville a 5 lits.",
        "Titre n° 3\nManger - À Lens, la ville sert 3 repas.- À Avion, le club coud 4 sacs.- À Calais, la ville a 5 lits.",
    ] {
        let read = outline(text);
        assert_eq!(read.len(), 3, "{text}");
        assert!(read.iter().all(|(heading, _)| heading == "Manger"), "{read:?}");
    }
}

#[test]
fn bylines_rubrics_and_signatures_head_nothing() {
    for text in [
        "La Gazette, le 3 mai 2020\n\nAprès la crue\n\nDe notre envoyée spéciale\n\nÀ Lens, la ville sert 3 repas aux familles \
         du quartier.\n\nÀ Avion, le club coud 4 masques pour les soignants.\n\nB. C.",
        "La Gazette, le 3 mai 2020\n\nNORD\n\nQuand l’eau monte, on se serre\n\nÀ Lens, la ville sert 3 repas aux familles du \
         quartier.\n\nÀ Avion, le club coud 4 masques pour les soignants.\n\nJ.-M. V.",
        "La Gazette, le 3 mai 2020\n\nAprès la crue\n\nPar Jeanne Martin\n\nÀ Lens, la ville sert 3 repas aux familles du \
         quartier.\n\nÀ Avion, le club coud 4 masques pour les soignants.",
    ] {
        let Reading { release, drafts, .. } = reading(text);
        assert_eq!(drafts.len(), 2, "{text}");
        assert!(release.sections.is_empty(), "{text}");
    }
}

#[test]
fn a_line_that_has_nothing_to_tell_is_no_initiative() {
    for line in [
        "Avion : rien de neuf depuis lundi.",
        "à Avion, rien pour le moment.",
        "Avion : pas de retour à cette heure.",
    ] {
        let text = ["Titre n° 3\n\n- Lens : la ville sert 3 repas.\n- ", line].concat();
        assert_eq!(reading(&text).drafts.len(), 1, "{line}");
    }
}

#[test]
fn a_running_header_with_the_number_of_the_page_surrounds_the_text() {
    let text = "Titre n° 3\n\nManger\n\n- À Lens, la ville sert 3 repas.\n\nLettre des voisins – 1/2\n\n- À Avion, le club coud \
        4 masques.\n\nLettre des voisins – 2/2\n";
    assert_eq!(
        outline(text),
        owned(&[("Manger", "- À Lens,"), ("Manger", "- À Avion,")])
    );
}
