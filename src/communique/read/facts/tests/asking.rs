//! What is asked for, whatever the words, and what only sounds like it.

use super::draft;

/// The kinds of what a club in Lens asks for with a sentence.
fn needs(asked: &str) -> Vec<String> {
    let item = ["À Lens, l’association Fil sert 40 repas. ", asked].concat();
    let needs = draft(&item).needs;
    let mut kinds: Vec<String> = needs
        .iter()
        .map(|need| need.value.kind.code().to_owned())
        .collect();
    kinds.sort_unstable();
    kinds
}

#[test]
fn adverbs_stand_between_the_words_of_asking() {
    for (asked, kind) in [
        ("Des bras seraient encore très utiles.", "volunteers"),
        ("Les couches font cruellement défaut.", "materials"),
        ("Il lui manque toujours un congélateur.", "equipment"),
        (
            "Draps et serviettes y sont toujours bien accueillis.",
            "materials",
        ),
    ] {
        assert_eq!(needs(asked), [kind], "{asked}");
    }
}

#[test]
fn more_is_asked_of_what_was_told() {
    for (told, kind) in [
        (
            "Le club prête 12 tablettes et voudrait en récupérer d’autres.",
            "equipment",
        ),
        ("Le club loue 9 remorques et cherche à en acheter.", "equipment"),
        (
            "Le club n’a plus de fil ; si vous en trouvez, appelez.",
            "materials",
        ),
        ("Encore des bocaux au fond d’un placard ? On prend !", "materials"),
    ] {
        assert_eq!(needs(told), [kind], "{told}");
    }
}

#[test]
fn only_helpers_are_welcomed_as_help() {
    assert_eq!(
        needs("Le club aimerait accueillir de nouveaux bénévoles."),
        ["volunteers"]
    );
    assert_eq!(needs("Il souhaite intégrer deux menuisiers."), ["volunteers"]);
    assert_eq!(needs("Il souhaite accueillir d’autres familles."), [""; 0]);
}

#[test]
fn what_is_wanted_instead_is_asked_for() {
    assert_eq!(
        needs("Le club ne manque pas de bras mais de gants."),
        ["materials"]
    );
    assert_eq!(
        needs("Il n’a pas besoin d’argent mais de chauffeurs."),
        ["volunteers"]
    );
    assert_eq!(
        needs("Il recherche des hôtes, mais aussi des conserves pour le soir."),
        ["materials", "volunteers"]
    );
    assert_eq!(
        needs("Des bras en cuisine sont les bienvenus : 03 21 00 00 00."),
        ["volunteers"]
    );
}

#[test]
fn charges_verbs_and_those_who_wait_ask_for_nothing() {
    for said in [
        "Une caution de 15 euros est demandée.",
        "Une participation de 2 euros est souhaitée.",
        "Une quinzaine de voisins ne le manqueraient pour rien au monde.",
        "Un piano attend les voyageurs dans le hall.",
        "Les dons de vivres ne sont plus nécessaires.",
        "Nous ne manquons de rien.",
        "Merci de ne plus déposer de vêtements.",
        "Le lycée collecte des bouchons auprès des élèves.",
        "Douze lycéens, recrutés par la mairie, servent.",
        "Les sinistrés n’ont plus de chauffage.",
    ] {
        assert_eq!(needs(said), [""; 0], "{said}");
    }
}
