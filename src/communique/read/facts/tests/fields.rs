//! Field by field: what is done, asked for and named in the words that releases have for it.

use super::{draft, measures, reading};

fn needs(item: &str) -> Vec<String> {
    let mut kinds: Vec<String> = draft(item)
        .needs
        .iter()
        .map(|need| need.value.kind.code().to_owned())
        .collect();
    kinds.sort_unstable();
    kinds
}

fn name(item: &str) -> String {
    draft(item)
        .organiser
        .map_or_else(String::new, |found| found.value.name)
}

#[test]
fn what_is_done_to_things_tells_what_their_number_is() {
    for (item, expected) in [
        (
            "À Lens, le club a réparé puis sauvé 76 téléphones.",
            "other 76 téléphones",
        ),
        ("À Lens, le club a remis en selle 34 vélos.", "other 34 vélos"),
        (
            "À Lens, le club a remis à neuf 34 vélos, tous donnés à des réfugiés.",
            "provided 34 vélos",
        ),
        (
            "À Lens, 85 cartables garnis sont partis vers les familles.",
            "distributed 85 cartables",
        ),
        (
            "À Lens, cinquante stères de bois, fendus par les élèves du lycée, ont été livrés aux ménages.",
            "distributed 50 stères de bois",
        ),
        (
            "À Lens, le club a tricoté 60 bonnets, qu’il remettra aux équipes.",
            "produced 60 bonnets",
        ),
        (
            "À Lens, 54 bacs ont été installés dans les écoles.",
            "provided 54 bacs",
        ),
        (
            "À Lens, l’atelier a lavé les tenues des pompiers : 110 tenues à ce jour.",
            "other 110 tenues",
        ),
        ("À Lens, 96 cuves espérées par le club.", "target 96 cuves"),
        ("À Lens, le club a conçu 25 boîtiers.", "produced 25 boîtiers"),
        ("À Lens, 500 colis partiront samedi.", "target 500 colis"),
    ] {
        assert_eq!(measures(item), [expected], "{item}");
    }
    let none = measures("À Lens, la crue a noyé 40 maisons. Le club sert des repas.");
    assert!(none.is_empty());
}

#[test]
fn those_who_use_what_is_offered_are_helped() {
    for (item, expected) in [
        (
            "À Lens, la ville prête un minibus. 38 retraités l’empruntent.",
            "beneficiaries 38 retraités",
        ),
        (
            "À Lens, le club donne des cours, et 33 adultes les suivent.",
            "beneficiaries 33 adultes",
        ),
        (
            "À Lens, 19 adultes apprennent à lire.",
            "beneficiaries 19 adultes",
        ),
        (
            "À Lens, 30 foyers se chauffent grâce à l’association Fil.",
            "beneficiaries 30 foyers",
        ),
        (
            "À Lens, la mairie a recruté 34 médiateurs.",
            "volunteers 34 médiateurs",
        ),
        (
            "À Lens, ses bénévoles, au nombre de 41, y portent de l’eau.",
            "volunteers 41 bénévoles",
        ),
    ] {
        assert_eq!(measures(item), [expected], "{item}");
    }
}

#[test]
fn asking_has_many_words() {
    for (asked, kind) in [
        ("Elle n’a presque plus de couches.", "materials"),
        ("Elle dit oui à toutes les couvertures.", "materials"),
        ("Elle serait heureuse qu’on lui donne du fil.", "materials"),
        ("Vos pots de confiture vides l’intéressent.", "materials"),
        ("On peut l’aider en apportant du linge.", "materials"),
        ("Elle a besoin d’un cadenas.", "equipment"),
        ("Elle cherche à louer un entrepôt.", "equipment"),
        ("Son rêve : un camion frigorifique.", "equipment"),
        ("Un deuxième congélateur lui permettrait de doubler.", "equipment"),
        ("Un coup de pouce financier serait apprécié.", "money"),
        (
            "Des bras supplémentaires ne seraient pas superflus.",
            "volunteers",
        ),
        ("Elle cherche à agrandir son équipe.", "volunteers"),
    ] {
        let item = ["À Lens, l’association Fil sert 40 repas. ", asked].concat();
        assert_eq!(needs(&item), [kind], "{item}");
    }
}

#[test]
fn denial_and_the_wishes_of_others_ask_for_nothing() {
    for said in [
        "N’apportez plus de jouets.",
        "Elle n’a besoin ni d’argent ni de vivres.",
        "Les besoins sont couverts.",
        "Aucun besoin de vêtements pour l’instant.",
        "L’appel aux dons de janvier a été entendu.",
        "Les familles qui cherchent un logement peuvent appeler.",
        "Les inscrits peuvent demander un panier.",
        "Ils vont à pied, car l’essence manque.",
    ] {
        let item = ["À Lens, l’association Fil sert 40 repas. ", said].concat();
        assert!(needs(&item).is_empty(), "{item}");
    }
}

#[test]
fn names_go_into_phrases() {
    for (item, expected) in [
        (
            "À Lens, l’association Museaux au frais, rue Basse, garde 11 chiens.",
            "Museaux au frais",
        ),
        (
            "À Lens, l’association Main dans l’oreille se produit.",
            "Main dans l’oreille",
        ),
        (
            "À Lens, le collectif Filets partagés le cuisine.",
            "Filets partagés",
        ),
        (
            "À Lens, l’association Un toit pour toi loge 30 familles.",
            "Un toit pour toi",
        ),
        (
            "À Lens, l’entreprise Durand et fils bâche 14 toits.",
            "Durand et fils",
        ),
        (
            "À Lens, le cinéma associatif Le Balancier ouvre sa salle.",
            "Le Balancier",
        ),
        (
            "À Lens, le traiteur Aux Trois Ceps livre 45 repas.",
            "Aux Trois Ceps",
        ),
        (
            "À Lens, des voisins cuisinent. Le collectif s’appelle À la bonne soupe.",
            "À la bonne soupe",
        ),
        (
            "Au lycée Colbert de Lens, les élèves réparent 76 téléphones.",
            "lycée Colbert de Lens",
        ),
        (
            "À Lens, 500 repas servis par les élèves du lycée hôtelier.",
            "lycée hôtelier",
        ),
    ] {
        assert_eq!(name(item), expected, "{item}");
    }
}

#[test]
fn a_table_needs_no_bars_and_no_verbs() {
    let text = "Lettre n° 2\nArras, le 20 décembre 2010\n\nIl gèle à Avion.\n\n\
        Où          Qui                  Quoi                       Joindre\n\
        LENS        Banque alimentaire   14 tonnes de denrées       03 21 00 00 01\n\
        CALAIS      Lycée Condorcet      Chant pour les malades\n\
        MARCK       Commune              29 sans-abri logés\n";
    let places: Vec<Option<String>> = reading(text)
        .drafts
        .iter()
        .map(|draft| draft.place.as_ref().map(|found| found.value.commune.clone()))
        .collect();
    let expected = ["Lens", "Calais", "Marck"].map(|name| Some(name.to_owned()));
    assert_eq!(places, expected);
}

#[test]
fn what_is_called_to_mind_is_no_initiative() {
    let text = "Arras, le 20 décembre 2010\n\nEntraide\n\nÀ Lens, le club sert 30 repas.\n\n\
        À Calais, le club sert 40 repas.\n\nLa ville de Marck rappelle que les dons sont à déposer lundi.\n";
    assert_eq!(reading(text).drafts.len(), 2);
}

#[test]
fn a_sentence_may_lead_to_the_next_place() {
    let text = "Arras, le 20 décembre 2010\n\nEntraide\n\nÀ Calais, le club sert 30 repas.\n\n\
        On finit par Béthune. Une retraitée y tricote 88 bonnets.\n";
    assert_eq!(reading(text).drafts.len(), 2);
}

#[test]
fn a_line_that_has_nothing_to_tell_is_no_initiative() {
    let text = "Arras, le 20 décembre 2010\n\nEntraide\n\n- Calais : le club sert 30 repas.\n\
        - Marck : RAS.\n- Béthune : la ville loge 12 familles.\n- RD 943 coupée à Marck.\n";
    assert_eq!(reading(text).drafts.len(), 2);
}
