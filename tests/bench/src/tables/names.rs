//! What people, organisers and wider areas are called.

/// What organisers are called before the name that is theirs.
pub(crate) const ORGANISERS: &[&str] = &[
    "Association",
    "Les Amis de",
    "Collectif",
    "Comité",
    "Entraide",
    "Fondation",
    "Les Petites Mains de",
    "Atelier",
    "Secours",
    "Amicale",
    "Foyer",
    "Le Jardin de",
    "Ressourcerie",
    "Union",
    "La Ruche",
    "Cercle",
    "Club",
    "Centre social",
    "Repair Café",
    "Ensemble",
];

/// First names, for what is named after someone.
pub(crate) const FIRST_NAMES: &[&str] = &[
    "Adèle",
    "Albert",
    "Amandine",
    "Anatole",
    "Angèle",
    "Aristide",
    "Augustine",
    "Basile",
    "Berthe",
    "Camille",
    "Célestin",
    "Clémence",
    "Désiré",
    "Edmond",
    "Élise",
    "Émilienne",
    "Fernand",
    "Florimond",
    "Gaston",
    "Germaine",
    "Gustave",
    "Henriette",
    "Hippolyte",
    "Jeanne",
    "Joséphine",
    "Jules",
    "Léocadie",
    "Léon",
    "Louise",
    "Lucien",
    "Madeleine",
    "Marceline",
    "Marius",
    "Mathilde",
    "Maurice",
    "Noémie",
    "Octave",
    "Odette",
    "Philomène",
    "Raoul",
    "Rosalie",
    "Sidonie",
    "Suzanne",
    "Théophile",
    "Valentine",
    "Victorine",
    "Zélie",
];

/// Beginnings and endings of surnames as they sound here; together they make the thousands of rare words of a real catalogue.
pub(crate) const SURNAME_STARTS: &[&str] = &[
    "Ba", "Bai", "Bau", "Ber", "Bla", "Bou", "Bra", "Cail", "Car", "Cau", "Cor", "Cuve", "Da", "De", "Del",
    "Des", "Du", "Du", "Fla", "Fou", "Ga", "Go", "Gos", "Ha", "Hau", "Her", "Ho", "Hu", "La", "Le", "Lec",
    "Leg", "Len", "Let", "Lo", "Ma", "Mac", "Mar", "Mer", "Mo", "Noi", "Pa", "Pe", "Pla", "Pou", "Qué", "Ra",
    "Ro", "Rou", "Sa", "Sau", "Ta", "Thé", "Tho", "Ti", "Van", "Vande", "Vas", "Ver", "Wa", "Wil",
];
pub(crate) const SURNAME_MIDDLES: &[&str] = &[
    "", "", "ba", "bre", "caste", "che", "cre", "da", "fro", "gne", "la", "le", "ma", "mo", "na", "no",
    "pla", "quen", "ra", "re", "ri", "ta", "te", "va", "za",
];
pub(crate) const SURNAME_ENDS: &[&str] = &[
    "bert", "boeuf", "court", "court", "dez", "donck", "drin", "fer", "fosse", "gnies", "lain", "lard",
    "lin", "loy", "mart", "ment", "mez", "neau", "nier", "noy", "pin", "quet", "quin", "rel", "rez", "rieux",
    "sart", "ssart", "tain", "teau", "tier", "trez", "vain", "val", "wez",
];

/// Wider areas of the department.
pub(crate) const AREAS: &[&str] = &[
    "Artois",
    "Audomarois",
    "Béthunois",
    "Boulonnais",
    "Calaisis",
    "Lensois",
    "Montreuillois",
    "Ternois",
    "Côte d’Opale",
    "Sept Vallées",
];
