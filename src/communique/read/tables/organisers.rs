//! Who carries an initiative.

use crate::domain::initiative::OrganiserKind;

/// How the name of a body is made.
#[derive(Debug, Clone, PartialEq, Eq, Copy)]
pub(in crate::communique::read) enum Naming {
    /// The name follows the word, which is not part of it (« l’association Fil solidaire »).
    After,
    /// The word belongs to the name (« le lycée Malraux », « la Croix-Rouge »).
    Within,
    /// A town: the word and the commune's name.
    Town,
    /// One person: no name.
    Nobody,
}

/// The kinds, by their position.
pub(in crate::communique::read) const KINDS: [OrganiserKind; 7] = [
    OrganiserKind::Commune,
    OrganiserKind::Association,
    OrganiserKind::Collective,
    OrganiserKind::Company,
    OrganiserKind::Foundation,
    OrganiserKind::Individual,
    OrganiserKind::PublicBody,
];

const TOWN: (usize, Naming) = (0, Naming::Town);
const CLUB: (usize, Naming) = (1, Naming::After);
const CLUB_NAME: (usize, Naming) = (1, Naming::Within);
const GROUP: (usize, Naming) = (2, Naming::After);
const FIRM: (usize, Naming) = (3, Naming::After);
const FIRM_NAME: (usize, Naming) = (3, Naming::Within);
const FOUNDATION: (usize, Naming) = (4, Naming::Within);
const PERSON: (usize, Naming) = (5, Naming::Nobody);
const PUBLIC: (usize, Naming) = (6, Naming::Within);

/// The words for bodies.
pub(in crate::communique::read) const BODIES: &[(&str, (usize, Naming))] = &[
    ("ville", TOWN), ("commune", TOWN), ("communes", TOWN), ("mairie", TOWN), ("municipalite", TOWN),
    ("villes", TOWN), ("mairies", TOWN), ("conseil municipal", TOWN), ("village", TOWN),
    ("service jeunesse de la ville", TOWN), ("services municipaux", TOWN),
    ("association", CLUB), ("associations", CLUB), ("asso", CLUB), ("amicale", CLUB_NAME), ("comite", CLUB_NAME),
    ("comite des fetes", CLUB_NAME), ("club", CLUB_NAME), ("judo club", CLUB_NAME), ("lions club", CLUB_NAME),
    ("rotary", CLUB_NAME), ("rotary club", CLUB_NAME), ("croix rouge", CLUB_NAME), ("croix rouge francaise", CLUB_NAME),
    ("secours populaire", CLUB_NAME), ("secours catholique", CLUB_NAME), ("restos du coeur", CLUB_NAME),
    ("restaurants du coeur", CLUB_NAME), ("banque alimentaire", CLUB_NAME), ("emmaus", CLUB_NAME),
    ("protection civile", CLUB_NAME), ("centre social", CLUB_NAME), ("centre culturel", CLUB_NAME),
    ("foyer rural", CLUB_NAME), ("foyer", CLUB_NAME), ("aeroclub", CLUB_NAME), ("aero club", CLUB_NAME),
    ("maison de quartier", CLUB_NAME), ("maison des jeunes", CLUB_NAME), ("mjc", CLUB_NAME), ("scouts", CLUB_NAME),
    ("scouts et guides", CLUB_NAME), ("epicerie sociale", CLUB), ("epicerie solidaire", CLUB), ("epicerie", CLUB),
    ("paroisse", CLUB_NAME), ("diocese", CLUB_NAME), ("regie de quartier", CLUB_NAME), ("union commerciale", CLUB_NAME),
    ("union", CLUB_NAME), ("federation", CLUB_NAME), ("groupement", CLUB), ("ligue", CLUB_NAME), ("apf", CLUB_NAME),
    ("familles rurales", CLUB_NAME), ("petits freres des pauvres", CLUB_NAME), ("entraide", CLUB_NAME),
    ("atelier d' insertion", CLUB), ("chantier d' insertion", CLUB), ("ressourcerie", CLUB_NAME), ("recyclerie", CLUB_NAME),
    ("jardins partages", CLUB_NAME), ("blouses roses", CLUB_NAME), ("bagad", CLUB_NAME), ("harmonie", CLUB_NAME),
    ("fanfare", CLUB_NAME), ("chorale", CLUB_NAME), ("troupe de theatre", CLUB_NAME), ("apel", CLUB_NAME),
    ("parents d' eleves", CLUB_NAME), ("lire et faire lire", CLUB_NAME), ("societe de chasse", CLUB_NAME),
    ("auberge", CLUB_NAME), ("mission locale", CLUB_NAME), ("ong", CLUB), ("gem", CLUB_NAME), ("amap", CLUB_NAME),
    ("collectif", GROUP), ("collectifs", GROUP), ("reseau", GROUP), ("groupe", GROUP), ("petites mains", GROUP),
    ("equipe de", GROUP), ("groupe de", GROUP), ("imprimeurs de coeur", GROUP),
    ("entreprise", FIRM), ("entreprises", FIRM), ("societe", FIRM), ("start up", FIRM), ("usine", FIRM), ("pme", FIRM),
    ("imprimerie", FIRM_NAME), ("garage", FIRM_NAME), ("boulangerie", FIRM_NAME), ("pharmacie", FIRM_NAME),
    ("restaurant", FIRM_NAME), ("filature", FIRM_NAME), ("manufacture", FIRM_NAME), ("hypermarche", FIRM_NAME),
    ("supermarche", FIRM_NAME), ("cooperative", FIRM), ("cooperative agricole", FIRM), ("brasserie", FIRM_NAME),
    ("distillerie", FIRM_NAME), ("librairie", FIRM_NAME), ("hotel", FIRM_NAME), ("ferme", FIRM_NAME),
    ("laboratoire", FIRM_NAME), ("conserverie", FIRM_NAME), ("fonderie", FIRM_NAME), ("magasin", FIRM_NAME),
    ("enseigne", FIRM), ("groupe industriel", FIRM), ("voilerie", FIRM_NAME), ("traiteur", FIRM_NAME),
    ("fondation", FOUNDATION), ("fonds de dotation", FOUNDATION),
    ("habitante", PERSON), ("habitant", PERSON), ("retraite", PERSON), ("retraitee", PERSON), ("retraites", PERSON),
    ("couturiere", PERSON), ("couturier", PERSON), ("boulangere", PERSON), ("boulanger", PERSON),
    ("agriculteur", PERSON), ("agricultrice", PERSON), ("docteur", PERSON), ("particulier", PERSON),
    ("etudiante", PERSON), ("etudiant", PERSON), ("infirmiere", PERSON), ("infirmier", PERSON), ("riveraine", PERSON),
    ("riverain", PERSON), ("commercant", PERSON), ("commercante", PERSON), ("artisan", PERSON), ("artiste", PERSON),
    ("maraicher", PERSON), ("maraichere", PERSON), ("enseignante", PERSON), ("enseignant", PERSON), ("jeune femme", PERSON),
    ("jeune homme", PERSON), ("mere de famille", PERSON), ("pere de famille", PERSON), ("lyceen", PERSON),
    ("lyceenne", PERSON), ("ancien mineur", PERSON), ("restaurateur", PERSON), ("restauratrice", PERSON),
    ("ccas", PUBLIC), ("cias", PUBLIC), ("departement", PUBLIC), ("conseil departemental", PUBLIC),
    ("region", PUBLIC), ("conseil regional", PUBLIC), ("metropole", PUBLIC), ("communaute d' agglomeration", PUBLIC),
    ("communaute de communes", PUBLIC), ("communaute urbaine", PUBLIC), ("agglomeration", PUBLIC), ("agglo", PUBLIC),
    ("intercommunalite", PUBLIC), ("lycee", PUBLIC), ("lycee professionnel", PUBLIC), ("college", PUBLIC),
    ("ecole", PUBLIC), ("ecole d' ingenieurs", PUBLIC), ("universite", PUBLIC), ("iut", PUBLIC), ("hopital", PUBLIC),
    ("centre hospitalier", PUBLIC), ("mediatheque", PUBLIC), ("bibliotheque", PUBLIC), ("musee", PUBLIC),
    ("espace france services", PUBLIC), ("france services", PUBLIC), ("maison france services", PUBLIC),
    ("chambre d' agriculture", PUBLIC), ("chambre de commerce", PUBLIC), ("chambre des metiers", PUBLIC),
    ("caf", PUBLIC), ("cpam", PUBLIC), ("ehpad", PUBLIC), ("maison de retraite", PUBLIC), ("sdis", PUBLIC),
    ("caserne", PUBLIC), ("parc des expositions", PUBLIC), ("office de tourisme", PUBLIC), ("cinema", FIRM_NAME),
    ("fablab", CLUB_NAME), ("conservatoire", PUBLIC), ("piscine", PUBLIC), ("creche", PUBLIC), ("syndicat", PUBLIC),
];

/// Bodies that publish, and carry nothing themselves.
pub(in crate::communique::read) const AUTHORITIES: &[(&str, ())] = &[
    ("prefet", ()), ("prefete", ()), ("prefecture", ()), ("sous prefet", ()), ("sous prefete", ()),
    ("sous prefecture", ()), ("gouvernement", ()), ("etat", ()), ("ministre", ()), ("ministere", ()), ("maire", ()),
    ("president", ()), ("presidente", ()),
];

/// Words after a body's name that belong to the sentence: the name ends before them.
pub(in crate::communique::read) const NAME_ENDS: &[&str] = &[
    "a", "ont", "est", "sont", "qui", "dont", "avec", "sur", "dans", "pour", "par", "et", "se", "s'", "propose",
    "au", "aux", "en", "coud", "sert", "y", "lui", "elle", "il", "elles", "ils", "etait", "chez", "vise", "depuis",
];

/// Small words that may stand inside a name.
pub(in crate::communique::read) const NAME_LINKS: &[&str] = &[
    "de", "du", "des", "d'", "la", "le", "les", "l'", "a", "au", "aux", "et", "en", "sur", "sous", "pour", "dans",
];
