//! Who carries an initiative, however the text names them, and what is counted, however it is told.

use super::{draft, measures, reading};

fn organiser(item: &str) -> (String, String) {
    let found = draft(item).organiser.map(|found| found.value);
    let kind = found.as_ref().and_then(|found| found.kind.clone());
    let kind = kind.map_or(String::new(), |kind| kind.code().to_owned());
    (found.map_or(String::new(), |found| found.name), kind)
}

#[test]
fn who_acts_is_named_in_many_ways() {
    for (item, name, kind) in [
        (
            "À Lens, c’est la médiathèque qui prête 12 livres.",
            "médiathèque",
            "public_body",
        ),
        (
            "Au haras du Bois, à Lens, on loge 12 chevaux.",
            "haras du Bois",
            "company",
        ),
        ("Lens : chez « Halte au 12 », 31 places.", "Halte au 12", ""),
        (
            "À Lens, des mamans réunies dans l’association Fil à fil cousent.",
            "Fil à fil",
            "association",
        ),
        (
            "Lens : Solidaribus, association de chauffeurs, conduit 12 aînés.",
            "Solidaribus",
            "association",
        ),
        (
            "Commune de Lens - L’association Fil coud 12 sacs.",
            "Fil",
            "association",
        ),
        (
            "À Lens, l’association Sous la garrigue a vidé 12 caves.",
            "Sous la garrigue",
            "association",
        ),
        (
            "À Lens, l’association Un pas de porte loge 12 voisins.",
            "Un pas de porte",
            "association",
        ),
        (
            "À Lens, l’association Mistral gagnant tient une permanence.",
            "Mistral gagnant",
            "association",
        ),
        (
            "À Lens, l’association étudiante Abeille sert 12 repas.",
            "Abeille",
            "association",
        ),
        (
            "À Lens, la porcelainerie Royère donne 12 plats.",
            "porcelainerie Royère",
            "company",
        ),
        (
            "À Lens, la famille Albaret loge deux étudiants.",
            "",
            "individual",
        ),
    ] {
        assert_eq!(organiser(item), (name.to_owned(), kind.to_owned()), "{item}");
    }
}

#[test]
fn who_is_asked_for_or_reports_carries_nothing() {
    for item in [
        "À Lens, on sert 12 repas et on recherche un menuisier.",
        "Lens : Mme Peslier présente 12 dessins.",
        "À Lens, on a monté un centre d’accueil de 12 lits.",
    ] {
        assert_eq!(organiser(item), (String::new(), String::new()), "{item}");
    }
}

#[test]
fn those_who_write_carry_what_they_tell_of() {
    let text = "Arras, le 30 avril 2020\n\nAssociation Chaleur du Nord\n\nLettre n° 3\n\nÀ Lens, notre équipe a remis 12 \
                couvertures.\n\nÀ Avion, le club Aile coud 4 sacs.";
    let drafts = reading(text).drafts;
    let names: Vec<_> = drafts.iter().flat_map(|draft| &draft.organiser).collect();
    let names: Vec<&str> = names.iter().map(|found| found.value.name.as_str()).collect();
    assert_eq!(names, ["Chaleur du Nord", "club Aile"]);
}

#[test]
fn what_is_counted_is_told_in_many_ways() {
    for (item, expected) in [
        (
            "À Lens, 900 sacs sont sortis des machines, sur les 2 000 attendus.",
            "target 2000 sacs",
        ),
        ("À Lens, le club a désensablé 19 caves.", "other 19 caves"),
        (
            "À Lens, l’atelier a cousu 50 sacs et les a donnés aux écoles.",
            "distributed 50 sacs",
        ),
        (
            "À Lens, le club prête 6 pompes et 2 nacelles.",
            "provided 2 nacelles",
        ),
        (
            "À Lens, le club a cousu 240 sacs ; ils seront portés aux aînés.",
            "produced 240 sacs",
        ),
        (
            "À Lens, la ville accueille une quinzaine de jeunes réfugiés.",
            "beneficiaries ~15 jeunes",
        ),
        ("À Lens, 84 foyers s’y servent.", "beneficiaries 84 foyers"),
        (
            "À Lens, 120 lycéens ont sonné chez leurs voisins.",
            "volunteers 120 lycéens",
        ),
    ] {
        assert!(
            measures(item).contains(&expected.to_owned()),
            "{item}: {:?}",
            measures(item)
        );
    }
    for item in [
        "À Lens, trois régates annulées par le club.",
        "À Lens, la tempête a emporté onze cabanes.",
        "À Lens, l’usine livre du gel par bidons de 5 litres.",
        "À Lens, le collectif « Deux clés » loge des étudiants.",
    ] {
        assert_eq!(measures(item), [""; 0], "{item}");
    }
}
