//! One meaning in the many wordings that French has for it.

use super::{draft, measures, reading};

fn needs(item: &str) -> Vec<&'static str> {
    let draft = draft(item);
    let mut kinds: Vec<&str> = draft
        .needs
        .iter()
        .map(|need| need.value.kind.code())
        .map(known)
        .collect();
    kinds.sort_unstable();
    kinds
}

fn known(kind: &str) -> &'static str {
    let all = ["equipment", "materials", "money", "volunteers", "other"];
    all.into_iter().find(|known| *known == kind).unwrap()
}

#[test]
fn things_are_asked_for_in_many_ways() {
    for (item, kind) in [
        ("À Lens, le club prend encore vos bottes.", "equipment"),
        (
            "À Lens, le club coud des sacs. Ce qui manque ? « Du fil, des boutons. »",
            "materials",
        ),
        (
            "À Lens, l’école ouvre un atelier. Il reste à trouver une imprimante.",
            "equipment",
        ),
        (
            "À Lens, le foyer loge six familles. Manquent draps et couettes.",
            "materials",
        ),
        (
            "À Lens, le foyer loge six familles. Des draps ne seraient pas de trop.",
            "materials",
        ),
        (
            "À Lens, le foyer loge six familles. Sont recherchés : draps et couettes.",
            "materials",
        ),
        (
            "À Lens, le club a prêté 12 ventilateurs ; il en attend d’autres.",
            "equipment",
        ),
        (
            "À Lens, le club répare des vélos. On peut déposer les siens le mardi.",
            "equipment",
        ),
        (
            "À Lens, le club répare des vélos. Vous avez une remorque ? Appelez.",
            "equipment",
        ),
        (
            "À Lens, le refuge nourrit 40 chats ; il ne refuse pas les croquettes.",
            "materials",
        ),
        (
            "À Lens, le club sert 50 repas. Une marmite rendrait service.",
            "equipment",
        ),
        (
            "À Lens, le club sert 50 repas. Il n’a plus ni riz ni huile.",
            "materials",
        ),
        (
            "À Lens, le club sert 50 repas. Recherche maintenant : un congélateur.",
            "equipment",
        ),
        (
            "À Lens, le club sert 50 repas. Les commerçants sont invités à donner des fruits.",
            "materials",
        ),
    ] {
        assert_eq!(needs(item), [kind], "{item}");
    }
}

#[test]
fn hands_are_asked_for_in_many_ways() {
    for item in [
        "À Lens, le club sert 50 repas. Vous avez une heure ? Venez.",
        "À Lens, le club sert 50 repas. Soyez des nôtres !",
        "À Lens, le club sert 50 repas. L’équipe du lundi est incomplète.",
        "À Lens, le club sert 50 repas et cherche à étoffer son équipe.",
        "À Lens, le club sert 50 repas. Ils aimeraient être plus nombreux.",
        "À Lens, le club invite ses adhérents à venir désherber.",
        "À Lens, quatorze bénévoles servent la soupe ; il en faudrait vingt.",
    ] {
        assert_eq!(needs(item), ["volunteers"], "{item}");
    }
    let both = needs("À Lens, le club sert 50 repas. Il manque de bras et de cartons.");
    assert_eq!(both, ["materials", "volunteers"]);
}

#[test]
fn money_is_asked_for_in_many_ways() {
    for item in [
        "À Lens, le club répare un toit. Les dons en argent passent par lui.",
        "À Lens, le club répare un toit. Chaque euro compte.",
        "À Lens, le club répare un toit. Ce fonds vit de vos offrandes.",
        "À Lens, le club répare un toit : il lui manque encore 4 000 euros.",
    ] {
        assert_eq!(needs(item), ["money"], "{item}");
    }
}

#[test]
fn who_has_questions_or_is_helped_asks_for_nothing() {
    for item in [
        "À Lens, le club sert 50 repas. Vous avez une question ? Écrivez.",
        "À Lens, le club écoute les familles. Si vous avez besoin d’aide, appelez.",
        "À Lens, l’association : don de meubles aux sinistrés, 34 foyers meublés.",
        "À Lens, le voyage coûte 900 € ; il en manque la moitié.",
    ] {
        assert!(needs(item).is_empty(), "{item}");
    }
}

#[test]
fn a_heading_that_asks_says_it_of_what_stands_below() {
    let reading = reading(
        "Arras, le 30 avril 2020\n\nIls font\n\n- À Lens, le club sert 50 repas.\n- À Avion, le club coud 30 \
         sacs.\n\nIls cherchent\n\n- Calais, le refuge : des croquettes.\n- Marck, le club : deux chauffeurs.",
    );
    let needs: Vec<Vec<&str>> = reading
        .drafts
        .iter()
        .map(|draft| {
            draft
                .needs
                .iter()
                .map(|need| need.value.kind.code())
                .map(known)
                .collect()
        })
        .collect();
    assert_eq!(needs, [vec![], vec![], vec!["materials"], vec!["volunteers"]]);
}

#[test]
fn the_seat_of_a_body_is_not_where_it_works() {
    for (item, place, served) in [
        (
            "L’association, basée à Lens, a bâché 9 toits à Avion, à Marck et au Portel.",
            "Avion",
            2,
        ),
        (
            "Le lycée de Lens reçoit 12 enfants dans l’école d’Avion.",
            "Avion",
            0,
        ),
        ("Le lycée de Lens a livré 12 repas à Avion.", "Lens", 1),
        ("Le club de Lens achemine 12 paniers vers Avion.", "Lens", 1),
        (
            "À Lens, l’école a remis 30 colis à des familles venues d’Avion et de Marck.",
            "Lens",
            2,
        ),
    ] {
        let draft = draft(item);
        assert_eq!(
            draft.place.map(|found| found.value.commune),
            Some(place.to_owned()),
            "{item}"
        );
        assert_eq!(draft.served.len(), served, "{item}");
    }
}

#[test]
fn people_say_a_communes_short_name() {
    let noyelles = draft("À Noyelles, l’association Fil coud 30 sacs.");
    assert_eq!(
        noyelles.place.map(|found| found.value.commune),
        Some("Noyelles-sous-Lens".to_owned())
    );
}

#[test]
fn a_name_is_told_by_what_explains_or_owns_it() {
    for (item, name, kind) in [
        (
            "À Lens, le Village des fleurs, association connue, soigne 12 chats.",
            "Village des fleurs",
            "association",
        ),
        (
            "À Lens, la Brigade des roses, un collectif de jardiniers, sème.",
            "Brigade des roses",
            "collective",
        ),
        (
            "À Lens, la cantine de l’association La Louche sert 80 repas.",
            "La Louche",
            "association",
        ),
        (
            "À Lens, le collectif des voisins tient une buvette.",
            "collectif des voisins",
            "collective",
        ),
        (
            "À Lens, l’association Tôle et bois pose 12 toits.",
            "Tôle et bois",
            "association",
        ),
        (
            "Foire aux livres du Secours catholique à Lens, tout à 2 €.",
            "Secours catholique",
            "association",
        ),
    ] {
        let organiser = draft(item).organiser.unwrap().value;
        assert_eq!(organiser.name, name, "{item}");
        assert_eq!(organiser.kind.unwrap().code(), kind, "{item}");
    }
}

#[test]
fn a_region_is_an_area_however_it_is_said() {
    for (item, area) in [
        ("Dans la Thiérache, le club livre 30 bottes de foin.", "Thiérache"),
        ("En Margeride, un bibliobus prête 200 livres.", "Margeride"),
        (
            "Le club livre 30 bottes de foin en Haute-Corrèze.",
            "Haute-Corrèze",
        ),
    ] {
        assert_eq!(
            draft(item).area.map(|found| found.value),
            Some(area.to_owned()),
            "{item}"
        );
    }
    for item in [
        "En Haute-Savoie, le club livre 30 bottes.",
        "Le camping du Lavedan loge 30 routiers.",
    ] {
        assert_eq!(draft(item).area, None, "{item}");
    }
}

#[test]
fn those_who_act_are_told_from_those_who_are_helped() {
    for (item, expected) in [
        (
            "À Lens, une quinzaine d’étudiants y entourent 52 collégiens.",
            ["volunteers ~15 étudiants", "beneficiaries 52 collégiens"],
        ),
        (
            "À Lens, le club, dont les jeunes font les courses (ils sont 14), sert 80 repas.",
            ["volunteers 14 jeunes", "distributed 80 repas"],
        ),
        (
            "À Lens, le club a trouvé des parrains (27 à ce jour) et sert 80 repas.",
            ["volunteers 27 parrains", "distributed 80 repas"],
        ),
    ] {
        assert_eq!(measures(item), expected, "{item}");
    }
    for (item, expected) in [
        (
            "À Lens, la mairie a acheté 90 bâches, qu’elle prête contre signature.",
            "provided 90 bâches",
        ),
        (
            "À Lens, le lycée a imprimé 780 visières, remises à l’hôpital.",
            "distributed 780 visières",
        ),
        (
            "À Lens, le club a posé six citernes souples de 10 000 litres.",
            "provided 6 citernes",
        ),
        (
            "À Lens, le village compte quinze de ces rampes, que le club a posées.",
            "provided 15 rampes",
        ),
        (
            "À Lens, la ville fait poser 27 bornes d’ici au 10 juillet.",
            "target 27 bornes",
        ),
        (
            "À Lens, pas moins de 5 800 repas furent servis.",
            "distributed 5800 repas",
        ),
    ] {
        assert_eq!(measures(item), [expected], "{item}");
    }
}
