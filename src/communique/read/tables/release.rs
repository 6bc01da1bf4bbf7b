//! The parts of a press release that are not initiatives.

/// What lines of a letterhead begin with.
pub(in crate::communique::read) const LETTERHEAD: &[&str] = &[
    "prefet d", "prefete d", "prefecture d", "prefet de", "cabinet d", "liberte", "egalite", "fraternite",
    "republique francaise", "communique de presse", "communique", "dossier de presse", "service ", "bureau d",
    "direction ", "ville de", "mairie de", "a la une", "bulletin municipal", "lettre d'information", "le journal de",
    "pour diffusion immediate", "information presse", "note aux redactions", "par notre correspondant", "par la redaction",
];

/// What a paragraph after the last initiative begins with.
pub(in crate::communique::read) const CLOSING: &[&str] = &[
    "le prefet", "la prefete", "monsieur le prefet", "madame la prefete", "merci", "bonne semaine", "cordialement",
    "bien cordialement", "a bientot", "contact presse", "contacts presse", "service presse", "toute proposition",
    "pour proposer une", "pour faire connaitre", "prochaine lettre", "prochain numero", "numero national",
    "retrouvez", "l'equipe", "la redaction", "bonne lecture", "prenez soin", "mentions legales", "signature", "fait a",
    "vous aussi", "il rappelle", "elle rappelle", "la prefecture", "les services de l'etat", "salutations",
    "bien a vous", "le service communication", "la maire", "le maire", "nous remercions", "tous nos remerciements",
    "pour signaler une initiative", "si vous avez connaissance", "n'hesitez pas a nous", "ces initiatives",
    "l'ensemble de ces", "un grand merci",
];

/// What a paragraph before the first initiative begins with.
pub(in crate::communique::read) const OPENING: &[&str] = &[
    "bonjour", "cher", "chere", "chers", "cheres", "mesdames", "madame", "monsieur", "messieurs", "voici", "veuillez",
    "vous trouverez", "ci-dessous", "ci-apres", "le prefet", "la prefete", "la prefecture", "merci", "chaque semaine",
    "pour sa ", "conformement", "en application", "au fil", "vous etes nombreux", "le maire", "la maire",
];

/// What a sentence begins with that goes on about the same initiative.
pub(in crate::communique::read) const GOES_ON: &[&str] = &[
    "elle", "elles", "il", "ils", "on", "ces", "cette", "cet", "ce", "celui", "celle", "ceux", "son", "sa", "ses",
    "leur", "leurs", "l'objectif", "objectif", "au total", "a ce jour", "depuis", "deja", "besoin", "besoins", "un appel",
    "pour s'inscrire", "quinze", "c'est", "tous", "toutes", "chacun", "les dons", "dons", "de quoi", "le lot", "comment",
    "la recette", "grace a", "tarif", "ouvert", "ouverte", "accueil", "inscription", "contact", "renfort", "renforts",
    "prevoir", "venez", "apportez", "deposez", "merci de", "les benevoles", "les flacons", "les proprietaires", "l'an",
    "les personnes", "les volontaires", "nous", "vous", "y", "en", "et", "mais", "puis", "ainsi", "aussi", "le numero",
    "les viennoiseries", "prochain", "depot", "permanence", "une", "deux", "trois", "avec", "les habitants", "page",
];

/// What the title of a release often holds.
pub(in crate::communique::read) const TITLE_WORDS: &[&str] = &[
    "solidaire", "solidaires", "solidarite", "solidarites", "initiatives", "initiative", "communique", "lettre",
    "bulletin", "point",
];
