//! What sections are about.

/// Words that tell a subject: two texts that have a row in common are about the same.
pub(in crate::communique::read) const SUBJECTS: &[&[&str]] = &[
    &[
        "protect",
        "protege",
        "proteger",
        "masque",
        "barriere",
        "equipement",
        "visiere",
        "blouse",
        "fabri",
        "produire",
        "sanitaire",
    ],
    &[
        "aliment",
        "nourri",
        "repas",
        "ravitaill",
        "manger",
        "faim",
        "collecte",
    ],
    &[
        "pedagog", "scolair", "ecole", "eleve", "appren", "etudi", "educati", "lecture", "classe",
    ],
    &["confine", "isole", "seul", "lien", "voisin", "aine", "ecoute"],
    &["heberg", "log", "toit", "habitat"],
    &["soignant", "hopital", "sante", "vaccin", "medic"],
    &["deblay", "nettoy", "reconstru", "inondation", "tempete"],
    &["chaleur", "canicule", "frais", "fraicheur", "eau"],
    &["entreprise", "commerc", "econom", "emploi"],
    &["benevol", "besoin", "engage", "donner", "preter"],
    &["familles", "enfant", "jeunesse", "jeune"],
    &["culture", "sport", "loisir", "distract"],
    &["accueil", "refugie", "deplace", "ukrain", "exil"],
];
