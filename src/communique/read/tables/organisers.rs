//! Who carries an initiative.

mod bodies;
mod nouns;
mod phrases;

use crate::domain::initiative::OrganiserKind;

pub(in crate::communique::read) use bodies::BODIES;
pub(in crate::communique::read) use nouns::{HOLDERS, NO_SUBJECTS, NO_TRADES, REPORTS};
pub(in crate::communique::read) use phrases::{
    AUXILIARIES, CIRCUMSTANCES, NAME_AIMS, NAME_BREAKS, NAME_CLAUSES, NAME_DETERMINERS, NAME_PREPOSITIONS,
    NAME_SPEAKERS,
};

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

/// Words for bodies that are other words as well: they are believed with a capital, in them or right behind.
pub(in crate::communique::read) const COMMON: &[&str] =
    &["entraide", "aides", "marque", "union", "cercle", "transports"];

/// Bodies that publish, and carry nothing themselves.
pub(in crate::communique::read) const AUTHORITIES: &[(&str, ())] = &[
    ("prefet", ()),
    ("prefete", ()),
    ("prefecture", ()),
    ("sous prefet", ()),
    ("sous prefete", ()),
    ("sous prefecture", ()),
    ("gouvernement", ()),
    ("etat", ()),
    ("cabinet du prefet", ()),
    ("cabinet de la prefete", ()),
    ("services de l' etat", ()),
    ("services prefectoraux", ()),
    ("ministre", ()),
    ("ministere", ()),
    ("maire", ()),
    ("president", ()),
    ("presidente", ()),
];

/// Words after a body's name that belong to the sentence: the name ends before them.
pub(in crate::communique::read) const NAME_ENDS: &[&str] = &[
    "leur",
    "nous",
    "vous",
    "va",
    "peut",
    "doit",
    "fait",
    "lance",
    "tient",
    "vient",
    "recherche",
    "cherche",
    "chaque",
    "tous",
    "toutes",
    "ainsi",
    "afin",
    "grace",
    "mais",
    "ou",
    "dit",
    "annonce",
    "remercie",
    "lancent",
    "cherchent",
    "a",
    "ont",
    "est",
    "sont",
    "qui",
    "dont",
    "avec",
    "sur",
    "dans",
    "pour",
    "par",
    "et",
    "se",
    "s'",
    "propose",
    "au",
    "aux",
    "en",
    "coud",
    "sert",
    "y",
    "lui",
    "elle",
    "il",
    "elles",
    "ils",
    "etait",
    "chez",
    "vise",
    "depuis",
    "n'",
    "ne",
    "dispose",
    "disposent",
    "possede",
    "possedent",
    "restent",
    "reste",
    "assure",
    "assurent",
    "permet",
    "permettent",
    "manque",
    "manquent",
    "prend",
    "prennent",
    "met",
    "mettent",
];

/// The ends of adjectives that tell what a body is: « cycliste », « agricole », « solidaire ».
pub(in crate::communique::read) const ADJECTIVES: &[&str] = &[
    "ique", "iste", "al", "ale", "aux", "el", "elle", "if", "ive", "ien", "ienne", "aire", "ois", "oise",
    "ais", "aise", "ain", "aine", "ole", "able", "eur", "euse", "ier", "iere", "ante", "estant", "estante",
    "ime", "estre", "eux", "in", "ine",
];

/// Words before « de » or « à » and a body that something is owed to: « grâce au », « à l’initiative de ».
pub(in crate::communique::read) const OWED: &[&str] = &[
    "grace",
    "impulsion",
    "initiative",
    "vient",
    "viennent",
    "houlette",
    "egide",
    "conduite",
    "idee",
    "oeuvre",
    "appel",
    "soutien",
    "concours",
    "cadeau",
    "cadeaux",
    "don",
    "dons",
    "geste",
    "generosite",
    "instigation",
    "invitation",
    "proposition",
    "pilotage",
    "parrainage",
    "patronage",
    "credit",
    "actif",
    "mecenat",
    "projet",
    "defi",
    "pari",
];

/// What an object begins with: the word before is a verb, and no part of a name.
pub(in crate::communique::read) const OBJECTS: &[&str] = &[
    "le", "la", "les", "l'", "un", "une", "des", "ses", "son", "sa", "leur", "leurs", "ces", "chaque",
    "plus", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "dix",
];

/// Small words that may stand inside a name.
pub(in crate::communique::read) const NAME_LINKS: &[&str] = &[
    "de", "du", "des", "d'", "la", "le", "les", "l'", "a", "au", "aux", "et", "en", "sur", "sous", "pour",
    "dans",
];

/// Small words that a name may begin with, and that are never the whole of it: « Sous la garrigue », « Un pas de porte ».
pub(in crate::communique::read) const NAME_OPENERS: &[&str] = &[
    "un", "une", "sous", "sur", "dans", "chez", "entre", "au", "aux", "a", "en", "par", "pour", "avec",
    "mon", "ma", "notre", "nos", "tous", "toutes", "deux", "trois", "mille", "bien", "mieux", "vivre", "et",
    "si", "l'", "les", "des",
];

/// Parts of a body that work where they are: « l’antenne locale d’une association ».
pub(in crate::communique::read) const BRANCHES: &[&str] = &[
    "antenne",
    "section",
    "delegation",
    "comite",
    "branche",
    "equipe",
    "groupe",
    "relais",
    "bureau",
    "unite",
    "filiale",
    "cellule",
    "permanence",
    "succursale",
    "agence",
    "maison",
];

/// Adjectives between an article and a word for a body: « cette petite association ».
pub(in crate::communique::read) const PRAISES: &[&str] = &[
    "petit",
    "petite",
    "petits",
    "petites",
    "jeune",
    "jeunes",
    "grand",
    "grande",
    "nouveau",
    "nouvelle",
    "toute",
    "modeste",
    "meme",
    "premier",
    "premiere",
    "belle",
    "brave",
    "discrete",
    "minuscule",
    "fameuse",
    "fameux",
    "celebre",
    "venerable",
    "future",
    "futur",
];

/// Words between a verb and its object: « anime seule un club ».
pub(in crate::communique::read) const ADVERBS: &[&str] = &[
    "seul",
    "seule",
    "seuls",
    "seules",
    "aussi",
    "ainsi",
    "deja",
    "encore",
    "toujours",
    "depuis",
    "chaque",
    "jour",
    "soir",
    "matin",
    "midi",
    "semaine",
    "mois",
    "samedi",
    "dimanche",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "desormais",
    "ici",
    "la",
    "donc",
    "enfin",
    "ensemble",
    "en",
    "outre",
    "elle",
    "lui",
    "meme",
    "a",
    "egalement",
];

/// How a body has in hand what it carries: « tenue par une association », « porté par un collectif ».
pub(in crate::communique::read) const CARRIED: &[&str] = &[
    "tenu",
    "gere",
    "porte",
    "anime",
    "pilote",
    "administre",
    "coordonne",
    "organise",
    "orchestre",
    "mene",
    "monte",
    "lance",
    "cree",
    "fonde",
    "imagine",
    "initie",
    "impulse",
    "propose",
    "conduit",
    "ouvert",
    "supervise",
    "encadre",
];
