//! What becomes of counted things, and what only sounds as if it were asked for.

use super::{draft, measures};

#[test]
fn what_becomes_of_things_tells_what_a_number_is() {
    for (item, expected) in [
        (
            "À Lens, le lycée coud 300 masques en coton, donnés aux facteurs.",
            "distributed 300 masques",
        ),
        (
            "À Lens, le traiteur a cuisiné 300 repas, servis par des voisins.",
            "distributed 300 repas",
        ),
        (
            "À Lens, la cantine prépare 90 repas que livrent les agents.",
            "distributed 90 repas",
        ),
        (
            "À Lens, l’hôpital a reçu 320 visières.",
            "distributed 320 visières",
        ),
        (
            "À Lens, le club répare des vélos : 40 vélos sont repartis.",
            "other 40 vélos",
        ),
        (
            "À Lens, la ville a posé 60 bâches sur les toits.",
            "provided 60 bâches",
        ),
        (
            "À Lens, la ville a remis à des familles suivies par le CCAS 80 duvets.",
            "distributed 80 duvets",
        ),
        ("À Lens, la ville a commandé 900 masques.", "target 900 masques"),
        (
            "À Lens, le club prête les logements : 12 appartements sont prêtés.",
            "provided 12 appartements",
        ),
        (
            "À Lens, 600 euros ont déjà été réunis par le club.",
            "other 600 euros",
        ),
        (
            "À Lens, le club a nettoyé les rives : 14 rues ont été nettoyées.",
            "other 14 rues",
        ),
    ] {
        assert_eq!(measures(item), [expected], "{item}");
    }
}

#[test]
fn those_who_are_helped_are_no_helpers() {
    for (item, expected) in [
        (
            "À Lens, le gîte loge gratuitement onze techniciens.",
            "beneficiaries 11 techniciens",
        ),
        (
            "À Lens, le garage forme huit stagiaires.",
            "beneficiaries 8 stagiaires",
        ),
        (
            "À Lens, le club se mobilise pour nourrir 90 chevaux.",
            "beneficiaries 90 chevaux",
        ),
        (
            "À Lens, trente élèves y sont inscrits au cours du club.",
            "beneficiaries 30 élèves",
        ),
        (
            "À Lens, l’école propose des jeux à une quinzaine de parents.",
            "beneficiaries ~15 parents",
        ),
        (
            "À Lens, la ville donne des lits à neuf familles.",
            "beneficiaries 9 familles",
        ),
    ] {
        assert_eq!(measures(item), [expected], "{item}");
    }
}

#[test]
fn what_each_gets_what_a_thing_is_like_and_whom_something_befalls_is_no_quantity() {
    for item in [
        "À Lens, la mairie distribue deux masques à chacun.",
        "À Lens, le club cherche un véhicule à quatre roues motrices.",
        "À Lens, 900 foyers sont toujours privés d’eau et la ville aide.",
        "À Lens, le club vend des pulls entre 1 et 5 euros.",
        "À Lens, la ville distribue des repas en six permanences.",
        "À Lens, le club habite 12 rue Verte et coud.",
    ] {
        assert_eq!(measures(item), [""; 0], "{item}");
    }
}

#[test]
fn what_only_sounds_like_asking_asks_for_nothing() {
    for item in [
        "À Lens, la commune a fait appel à 26 couturières.",
        "À Lens, la dernière collecte, salle des fêtes, a réuni 97 donneurs.",
        "À Lens, la laiterie collecte gratuitement le lait des fermes.",
        "À Lens, 900 plants de tomates attendent les jardiniers du club.",
        "À Lens, le club aide 30 jeunes dans leurs recherches.",
        "À Lens, suite à un appel à bénévoles, le club sert 50 repas.",
        "À Lens, la mairie demande aux habitants de signaler les pannes.",
        "À Lens, le CCAS recherche des solutions de logement.",
        "À Lens, l’équipe du club recherche les personnes isolées.",
        "À Lens, le club a collecté des vêtements pour l’Ukraine.",
        "À Lens, le club prête des livres ; les élèves viennent les chercher le lundi.",
        "À Lens, la cagnotte a permis de loger six familles.",
        "À Lens, le club sert 50 repas. La collecte de vêtements est suspendue.",
        "À Lens, le club livre des masques ; s’il vous en manque, appelez.",
    ] {
        assert!(draft(item).needs.is_empty(), "{item}: {:?}", draft(item).needs);
    }
}

#[test]
fn what_is_asked_for_is_neither_its_purpose_nor_where_it_is_brought() {
    for (item, expected) in [
        (
            "À Lens, le club cherche un camion pour les livraisons.",
            &["equipment"][..],
        ),
        (
            "À Lens, le club cherche des nettoyeurs à haute pression.",
            &["equipment"],
        ),
        (
            "À Lens, déposez vos dons à la salle des fêtes : draps, lits.",
            &["materials", "equipment"],
        ),
        (
            "À Lens, le club récupère des jouets par son antenne, salle Verte.",
            &["materials"],
        ),
        (
            "À Lens, il manque encore 3 000 euros à l’association Fil.",
            &["money"],
        ),
    ] {
        let needs = draft(item).needs;
        let kinds: Vec<&str> = needs.iter().map(|need| need.value.kind.code()).collect();
        assert_eq!(kinds, expected, "{item}");
    }
}

#[test]
fn the_verb_beside_a_number_tells_more_than_a_participle() {
    for (item, expected) in [
        (
            "À Lens, le club a remis 90 sacs bien garnis à des étudiants.",
            "distributed 90 sacs",
        ),
        (
            "À Lens, 700 masques attendent d’être distribués.",
            "produced 700 masques",
        ),
        (
            "À Lens, le club récupère des bidons : 60 bidons nettoyés et distribués.",
            "distributed 60 bidons",
        ),
        (
            "À Lens, le lycée imprime des visières, dont 400 sont déjà chez les pompiers.",
            "distributed 400 visières",
        ),
        (
            "À Lens, le club prête des poêles : 14 poêles sont sortis du hangar.",
            "provided 14 poêles",
        ),
        (
            "À Lens, le club a cousu 300 masques et les vend 2 euros.",
            "produced 300 masques",
        ),
        (
            "À Lens, le club a sorti 12 tonnes de boue des caves.",
            "other 12 tonnes de boue",
        ),
        (
            "À Lens, le club a contrôlé les toits : 76 logements contrôlés.",
            "other 76 logements",
        ),
        (
            "À Lens, le club met 300 livres à disposition des malades.",
            "provided 300 livres",
        ),
        (
            "À Lens, le club nettoie les rues : 27 celliers vidés.",
            "other 27 celliers",
        ),
        (
            "À Lens, le club a versé 900 euros aux sinistrés.",
            "distributed 900 euros",
        ),
        (
            "À Lens, la vente du club a rapporté 900 euros.",
            "other 900 euros",
        ),
        (
            "À Lens, le club ouvre les chemins : 14 kilomètres sont de nouveau praticables.",
            "other 14 kilomètres",
        ),
    ] {
        assert_eq!(measures(item), [expected], "{item}");
    }
}

#[test]
fn those_who_use_or_get_something_are_helped_and_those_who_offer_it_are_not() {
    for (item, expected) in [
        (
            "À Lens, le club donne des cours ; ils sont 112 abonnés à en profiter.",
            "beneficiaries 112 abonnés",
        ),
        (
            "À Lens, le club donne des cours : 60 commerçants ont reçu leur carte.",
            "beneficiaries 60 commerçants",
        ),
        (
            "À Lens, le club donne des cours. Une trentaine d’adultes y assistent.",
            "beneficiaries ~30 adultes",
        ),
        (
            "À Lens, l’école partage son puits avec 90 foyers.",
            "beneficiaries 90 foyers",
        ),
        (
            "À Lens, le club espère pouvoir accueillir 40 personnes.",
            "target 40 personnes",
        ),
        (
            "À Lens, onze foyers ont proposé une chambre.",
            "volunteers 11 foyers",
        ),
        (
            "À Lens, douze lycéens, recrutés par la mairie, téléphonent aux malades.",
            "volunteers 12 lycéens",
        ),
        (
            "À Lens, quinze élèves apprennent aux retraités à écrire.",
            "volunteers 15 élèves",
        ),
        (
            "À Lens, le lycée a dépêché trente élèves.",
            "volunteers 30 élèves",
        ),
        (
            "À Lens, une dizaine de parents accompagnateurs marchent.",
            "volunteers ~10 parents",
        ),
        (
            "À Lens, le club fait les courses de 37 habitants.",
            "beneficiaries 37 habitants",
        ),
    ] {
        assert_eq!(measures(item), [expected], "{item}");
    }
}

#[test]
fn sizes_distances_and_comparisons_are_no_quantities() {
    for item in [
        "À Lens, le club coud pour une école de 520 élèves.",
        "À Lens, chacun travaille à deux mètres de sa voisine.",
        "À Lens, le club promet de faire mieux que les 11 tonnes de 2017.",
        "À Lens, le club sort par deux et coud.",
        "À Lens, le club donne des pulls de 8 à 12 ans.",
        "À Lens, le club a maintenu ses quatre distributions.",
    ] {
        assert_eq!(measures(item), [""; 0], "{item}");
    }
}

#[test]
fn a_number_without_a_unit_counts_what_was_told() {
    for (item, expected) in [
        (
            "À Lens, le club distribue des masques : 9 200 sur 14 000 sont partis.",
            &["distributed 9200 masques", "target 14000 masques"][..],
        ),
        (
            "À Lens, le club a garni 950 sacs, et 700 d’entre eux sont chez les élèves.",
            &["produced 950 sacs", "distributed 700 sacs"],
        ),
        (
            "À Lens, le club a donné des jouets à l’école, une centaine.",
            &["distributed ~100 jouets"],
        ),
        (
            "À Lens, 1 040 : c’est le nombre de repas que le club a servis.",
            &["distributed 1040 repas"],
        ),
    ] {
        assert_eq!(measures(item), expected, "{item}");
    }
}
