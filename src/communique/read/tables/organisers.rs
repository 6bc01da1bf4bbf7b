//! Who carries an initiative.

mod bodies;

use crate::domain::initiative::OrganiserKind;

pub(in crate::communique::read) use bodies::BODIES;

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

/// Nouns that are the subject of a verb and carry nothing.
pub(in crate::communique::read) const NO_SUBJECTS: &[&str] = &[
    "objectif",
    "but",
    "production",
    "distribution",
    "collecte",
    "solidarite",
    "aide",
    "tissu",
    "materiel",
    "idee",
    "initiative",
    "initiatives",
    "action",
    "actions",
    "besoin",
    "besoins",
    "crise",
    "salle",
    "recette",
    "demande",
    "situation",
    "masques",
    "dons",
    "benevoles",
    "personnes",
    "habitants",
    "familles",
    "crue",
    "crues",
    "inondation",
    "tempete",
    "prefet",
    "prefete",
    "prefecture",
    "maire",
    "gouvernement",
    "etat",
    "projet",
    "operation",
    "atelier",
    "numero",
    "liste",
    "mobilisation",
    "entraide",
    "lien",
    "stock",
    "ensemble",
    "total",
    "point",
];

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
];

/// The ends of adjectives that tell what a body is: « cycliste », « agricole », « solidaire ».
pub(in crate::communique::read) const ADJECTIVES: &[&str] = &[
    "ique", "iste", "al", "ale", "aux", "el", "elle", "if", "ive", "ien", "ienne", "aire", "ois", "oise",
    "ais", "aise", "ain", "aine", "ole", "able", "eur", "euse", "ier", "iere", "ante",
];

/// Small words that may stand inside a name.
pub(in crate::communique::read) const NAME_LINKS: &[&str] = &[
    "de", "du", "des", "d'", "la", "le", "les", "l'", "a", "au", "aux", "et", "en", "sur", "sous", "pour",
    "dans",
];

/// Nouns that stand for the body that they belong to: « l’antenne de la Croix-Rouge ».
pub(in crate::communique::read) const HOLDERS: &[&str] = &[
    "antenne",
    "section",
    "delegation",
    "benevoles",
    "equipes",
    "equipe",
    "membres",
    "adherents",
    "salaries",
    "elus",
    "eleves",
    "agents",
    "ateliers",
    "couturieres",
    "habitants",
    "jeunes",
    "comite",
    "etudiants",
    "volontaires",
    "ouvriers",
    "professeurs",
    "enseignants",
    "lyceens",
    "collegiens",
    "compagnons",
    "joueurs",
    "licencies",
    "parents",
    "resident",
    "residents",
    "unite",
    "services",
];
