//! How far the name of a body goes.

use super::draft;

/// The name of whoever carries an item.
fn name(item: &str) -> String {
    draft(item)
        .organiser
        .map_or(String::new(), |found| found.value.name)
}

#[test]
fn a_name_that_is_a_phrase_goes_as_far_as_the_sentence_goes_on() {
    let names = [
        "Pommes en commun",
        "Gîtes d’étape",
        "Point à l’envers",
        "Cœurs de la plaine",
        "Droit au repos",
        "Gare qui chante",
        "Un, deux, sept",
        "Mots en fête",
        "Hors les grilles",
        "D’une rive à l’autre",
        "Une clé pour deux",
        "Là et là",
        "Rien ne se jette",
        "On marche ensemble",
        "Dire entre les murs",
        "Fenêtre ouverte",
        "À bout de bras",
        "Taxi-amis",
    ];
    for called in names {
        for (before, behind) in [
            ("À Lens, l’association ", " récupère 640 kg de pain."),
            ("À Lens, l’association ", " leur a servi 40 repas."),
            ("À Lens, l’association ", ", qui a 20 bénévoles, prête 12 vélos."),
            ("À Lens, 40 repas ont été servis par l’association ", "."),
            ("L’association ", " (Lens) recherche des pelotes."),
        ] {
            let item = [before, called, behind].concat();
            assert_eq!(name(&item), called, "{item}");
        }
    }
}

#[test]
fn a_name_ends_before_what_is_said_of_the_deed() {
    for item in [
        "À Lens, l’association Tremplin en urgence distribue 40 repas.",
        "À Lens, l’association Tremplin en lien avec la mairie sert 40 repas.",
        "À Lens, 40 repas ont été servis par l’association Tremplin en une semaine.",
        "À Lens, 40 repas ont été remis par l’association Tremplin au personnel de l’hôpital.",
        "À Lens, 40 repas ont été livrés par l’association Tremplin sur le parvis.",
        "À Lens, 40 lits ont été offerts par l’association Tremplin et ses amis.",
        "À Lens, l’association Tremplin contribue à la collecte : 40 lits.",
        "À Lens, l’association Tremplin organise des ateliers au foyer pour 40 enfants.",
        "À Lens, l’association Tremplin et 40 bénévoles servent la soupe.",
        "À Lens, l’association Tremplin en sert 40.",
    ] {
        assert_eq!(name(item), "Tremplin", "{item}");
    }
}

#[test]
fn a_word_for_a_body_within_a_name_is_no_other_body() {
    for (item, kind) in [
        (
            "À Lens, 12 aînés sont conduits par l’association Taxi malin.",
            "association",
        ),
        (
            "À Lens, 40 lits sont un cadeau de l’entreprise Papeterie du Nord.",
            "company",
        ),
        (
            "À Lens : au collège Jean-Moulin, 15 élèves aident 12 aînés.",
            "public_body",
        ),
    ] {
        let found = draft(item).organiser.unwrap();
        assert_eq!(found.value.kind.unwrap().code(), kind, "{item}");
    }
}

#[test]
fn who_carries_what_is_named_first_is_told_behind_it() {
    for (item, called, kind) in [
        (
            "À Lens, l’épicerie « Le Panier », tenue par une association, aide 40 foyers.",
            "Panier",
            "association",
        ),
        (
            "À Lens, la ferme du Moulin, portée par un collectif d’habitants, a donné 12 cageots.",
            "ferme du Moulin",
            "collective",
        ),
        (
            "À Lens, 40 repas sont servis par un hôtel du port, le Cap Vert.",
            "Cap Vert",
            "company",
        ),
        (
            "À Lens, un collectif est né, baptisé par tous « Un bol de plus ». Il sert 40 repas.",
            "Un bol de plus",
            "collective",
        ),
        (
            "À Lens, des voisins réunis en collectif sous le nom de Pelle mêle ont dégagé 12 rues.",
            "Pelle mêle",
            "collective",
        ),
        (
            "Lens : « Amitié-Kyiv » (association loi 1901) a rempli 12 camions.",
            "Amitié-Kyiv",
            "association",
        ),
        (
            "À Lens, les libraires ont une idée. Leur association, Mots ouverts, prête 12 livres.",
            "Mots ouverts",
            "association",
        ),
        (
            "À Lens, des retraités de l’association Bûches du Nord débitent 12 stères.",
            "Bûches du Nord",
            "association",
        ),
        (
            "À Lens, le cinéma reste fermé mais la mairie installe 12 chaises au parc.",
            "",
            "commune",
        ),
        (
            "La mairie de Lens prête sa cuisine à l’association Bonne pâte, qui prépare 85 repas.",
            "Bonne pâte",
            "association",
        ),
        (
            "À Lens, la salle du comité des fêtes est pleine. Le comité prête 12 tables.",
            "comité des fêtes",
            "association",
        ),
        (
            "À Lens, un marin à la retraite, Robert Martin, lit 12 contes.",
            "",
            "individual",
        ),
    ] {
        let found = draft(item).organiser.unwrap();
        assert!(found.value.name.contains(called), "{item}: {}", found.value.name);
        assert_eq!(found.value.kind.unwrap().code(), kind, "{item}");
    }
}

#[test]
fn where_people_are_helped_is_told_from_where_one_works() {
    for (item, commune, helped) in [
        (
            "Depuis Lens, la ville ravitaille Avion et Marck : 40 colis.",
            "Lens",
            &["Avion", "Marck"][..],
        ),
        (
            "La mairie de Lens prête 5 pompes à Avion et à Marck.",
            "Lens",
            &["Avion", "Marck"],
        ),
        (
            "La Croix-Rouge a remis 40 colis aux habitants d’Avion.",
            "Avion",
            &[],
        ),
        (
            "À Lens, le Rotary envoie 40 paniers à ceux d’Avion.",
            "Lens",
            &["Avion"],
        ),
        (
            "La commune de Lens a un médecin, qui consulte aussi à Marck : 40 patients aidés.",
            "Lens",
            &["Marck"],
        ),
    ] {
        let read = draft(item);
        assert_eq!(read.place.unwrap().value.commune, commune, "{item}");
        let served: Vec<String> = read.served.into_iter().map(|found| found.value.commune).collect();
        assert_eq!(served, helped, "{item}");
    }
}

#[test]
fn names_of_many_lands_stay_among_the_people() {
    for (item, called) in [
        ("À Lens, Oksana Metz aide 12 familles.", "Oksana Metz"),
        ("À Lens, Ghjuvan Santoni aide 12 familles.", "Ghjuvan Santoni"),
        ("À Lens, Rosalia da Costa aide 12 familles.", "Rosalia da Costa"),
        ("À Lens, Zainaba Ali Madi aide 12 familles.", "Zainaba Ali Madi"),
    ] {
        let people: Vec<String> = draft(item).people.into_iter().map(|found| found.value).collect();
        assert_eq!(people, [called], "{item}");
    }
}
