//! Months, days and what stands before and after a date.

/// The months, with what they are shortened to.
pub(in crate::communique) const MONTHS: &[(&str, u8)] = &[
    ("janvier", 1),
    ("janv", 1),
    ("fevrier", 2),
    ("fevr", 2),
    ("fev", 2),
    ("mars", 3),
    ("avril", 4),
    ("avr", 4),
    ("mai", 5),
    ("juin", 6),
    ("juillet", 7),
    ("juil", 7),
    ("aout", 8),
    ("septembre", 9),
    ("sept", 9),
    ("octobre", 10),
    ("oct", 10),
    ("novembre", 11),
    ("nov", 11),
    ("decembre", 12),
    ("dec", 12),
];

/// The days of the week.
pub(in crate::communique) const DAYS: &[&str] = &[
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "lundis",
    "mardis",
    "mercredis",
    "jeudis",
    "vendredis",
    "samedis",
    "dimanches",
];

/// What a date means, by the words before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::communique) enum Edge {
    /// It begins then.
    Start,
    /// It ends then.
    End,
    /// Between this date and the next.
    Between,
}

/// The words before a date.
pub(in crate::communique) const EDGES: &[(&str, Edge)] = &[
    ("depuis le", Edge::Start),
    ("depuis", Edge::Start),
    ("a partir du", Edge::Start),
    ("a partir de", Edge::Start),
    ("a compter du", Edge::Start),
    ("des le", Edge::Start),
    ("a dater du", Edge::Start),
    ("jusqu' au", Edge::End),
    ("jusqu' en", Edge::End),
    ("jusqu' a", Edge::End),
    ("jusque", Edge::End),
    ("avant le", Edge::End),
    ("d' ici le", Edge::End),
    ("d' ici au", Edge::End),
    ("d' ici a", Edge::End),
    ("d' ici", Edge::End),
    ("au plus tard le", Edge::End),
    ("du", Edge::Between),
    ("de", Edge::Between),
    ("entre le", Edge::Between),
];

/// What says that something comes back: the first word of « chaque mercredi ».
pub(in crate::communique) const EVERY: &[&str] = &["chaque", "tous les", "toutes les", "tous", "le"];
