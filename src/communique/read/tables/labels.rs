//! What announces a contact, and what surrounds the text.

/// What a line or a sentence that gives contacts begins with.
pub(in crate::communique) const LABELS: &[&str] = &[
    "adresse", "adresse mail", "appeler le", "composez le", "contact", "contacts", "contactez", "contacter",
    "coordonnees", "courriel", "courriels", "e-mail", "email", "e mail", "ecrire a", "facebook", "fax", "info",
    "infos", "informations", "informations et", "inscription", "inscriptions", "instagram", "internet", "joindre",
    "lien", "liens", "mail", "mel", "numero", "numero vert", "page facebook", "permanence", "plus d'infos",
    "plus d'informations", "plus d'information", "plus d'info", "plus de renseignements", "portable",
    "pour aider", "pour contacter", "pour donner", "pour en savoir plus", "pour plus d'informations",
    "pour s'inscrire", "pour signaler", "pour tout renseignement", "pour toute information", "pour reserver",
    "en savoir plus", "rens", "renseignement", "renseignements", "renseignements et inscriptions", "reservation",
    "reservations", "reserver au", "s'inscrire", "secretariat", "site", "site internet", "site web", "standard",
    "tel", "telephone", "telephones", "telephoner", "twitter", "voir", "web", "whatsapp", "youtube", "page",
];

/// Words of a label that say only that a contact follows; what else it says is kept.
pub(in crate::communique) const EMPTY_LABELS: &[&str] = &[
    "a", "accueil", "adresse", "appeler", "appelez", "au", "aupres", "aux", "besoin", "composez", "contact", "contacts",
    "contactez", "contacter", "coordonnees", "courriel", "courriels", "d'", "d'infos", "de", "du", "e", "ecrire",
    "ecrivez", "email", "en", "et", "facebook", "fax", "info", "information", "informations", "infos", "inscription",
    "inscriptions", "inscrire", "instagram", "internet", "joindre", "l'", "la", "le", "les", "lien", "liens", "mail",
    "mel", "numero", "ou", "page", "par", "plus", "portable", "pour", "renseignement", "renseignements", "rens",
    "reservation", "reservations", "reserver", "s'", "savoir", "signaler", "site", "standard", "sur", "tel",
    "telephone", "telephones", "tout", "toute", "un", "une", "voir", "web", "proche", "aide", "aider", "vert",
    "whatsapp", "information", "donner", "dons", "adresses", "appel", "gratuit", "rendez", "vous", "www", "http",
];

/// What announces whom the press calls.
pub(in crate::communique) const PRESS: &[&str] = &[
    "contact presse", "contacts presse", "service presse", "service de presse", "relations presse",
    "relation presse", "service communication", "service de la communication", "bureau de la communication",
    "service departemental de la communication", "service departemental d' communication",
    "service regional de la communication", "cabinet du prefet", "cabinet de la prefete", "le service communication",
    "direction de la communication", "pole communication",
];

/// The lines at the head of an e-mail.
pub(in crate::communique) const MAIL: &[&str] = &[
    "de :", "from :", "from:", "de:", "a :", "a:", "to:", "to :", "cc :", "cc:", "cci :", "envoye :", "envoye:",
    "sent:", "date :", "date:", "objet :", "objet:", "sujet :", "sujet:", "subject:", "subject :", "pieces jointes",
    "piece jointe", "message d'origine", "message transfere", "destinataires :", "repondre a",
];

/// Hosts of social networks.
pub(in crate::communique) const SOCIAL: &[&str] = &[
    "facebook.com", "fb.com", "fb.me", "instagram.com", "twitter.com", "x.com", "youtube.com", "youtu.be",
    "linkedin.com", "tiktok.com", "mastodon.social", "whatsapp.com", "wa.me", "t.me", "bsky.app", "snapchat.com",
];

/// The last parts of host names for which an address without `www.` is believed.
pub(in crate::communique) const DOMAINS: &[&str] = &[
    "fr", "com", "org", "net", "eu", "info", "bzh", "corsica", "alsace", "paris", "re", "gp", "mq", "gf", "yt", "nc",
    "pf", "asso", "be", "ch", "lu", "de", "es", "it", "io", "app", "coop", "example", "social", "me", "page", "site",
];

/// Words that sometimes stand glued to the end of an address, where a line's end was lost.
pub(in crate::communique) const GLUED: &[&str] = &[
    "Contact", "Contacts", "Plus", "Pour", "Le", "La", "Les", "Dans", "Un", "Une", "Enfin", "Des", "Tél", "Tel",
    "Site", "Facebook", "Infos", "Informations", "Renseignements", "Elle", "Il", "Ils", "Elles", "De", "Du", "En",
    "Au", "Aux", "Cette", "Ce", "Ces", "Sur", "Depuis", "Par", "Avec", "Courriel", "Mail", "Inscriptions", "Notre",
];
