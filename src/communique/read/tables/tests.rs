//! What holds of every table, whatever its words.

use std::collections::BTreeSet;

use super::{acts, calendar, labels, names, needs, numerals, organisers, places, release, themes, units};

/// The phrases that stand more than once among these.
pub(super) fn twice(phrases: impl IntoIterator<Item = &'static str>) -> Vec<&'static str> {
    let mut seen = BTreeSet::new();
    let mut twice: Vec<&str> = phrases.into_iter().collect();
    twice.retain(|phrase| !seen.insert(*phrase));
    twice
}

/// The phrases of lists, whatever each list means.
fn of_lists<T>(table: &'static [(T, &'static str)]) -> Vec<&'static str> {
    let lists = table.iter().flat_map(|(_, list)| list.split_ascii_whitespace());
    lists.collect()
}

/// The phrases of a table with a meaning for each.
fn of_pairs<T>(table: &'static [(&'static str, T)]) -> Vec<&'static str> {
    table.iter().map(|(phrase, _)| *phrase).collect()
}

#[test]
fn no_phrase_stands_twice_in_a_table() {
    let rows: [(&str, &[&str]); 60] = [
        ("acts::LIVED", acts::LIVED),
        ("acts::NOT_DOING", acts::NOT_DOING),
        ("acts::USES", acts::USES),
        ("acts::CALAMITIES", acts::CALAMITIES),
        ("calendar::DAYS", calendar::DAYS),
        ("calendar::EVERY", calendar::EVERY),
        ("labels::LABELS", labels::LABELS),
        ("labels::FIELDS", labels::FIELDS),
        ("labels::BEARERS", labels::BEARERS),
        ("labels::EMPTY_LABELS", labels::EMPTY_LABELS),
        ("labels::PRESS", labels::PRESS),
        ("labels::MAIL", labels::MAIL),
        ("labels::SOCIAL", labels::SOCIAL),
        ("labels::DOMAINS", labels::DOMAINS),
        ("labels::GLUED", labels::GLUED),
        ("names::CIVILITIES", names::CIVILITIES),
        ("names::SOMEBODIES", names::SOMEBODIES),
        ("names::PARTICLES", names::PARTICLES),
        ("names::NAMED_AFTER", names::NAMED_AFTER),
        ("needs::ASKING_COLUMNS", needs::ASKING_COLUMNS),
        ("needs::SMALL", needs::SMALL),
        ("needs::CLAUSE_ENDS", needs::CLAUSE_ENDS),
        ("needs::NO_OBJECTS", needs::NO_OBJECTS),
        ("organisers::NO_SUBJECTS", organisers::NO_SUBJECTS),
        ("organisers::NAME_ENDS", organisers::NAME_ENDS),
        ("organisers::ADJECTIVES", organisers::ADJECTIVES),
        ("organisers::OWED", organisers::OWED),
        ("organisers::OBJECTS", organisers::OBJECTS),
        ("organisers::NAME_LINKS", organisers::NAME_LINKS),
        ("organisers::HOLDERS", organisers::HOLDERS),
        ("organisers::NO_TRADES", organisers::NO_TRADES),
        ("organisers::REPORTS", organisers::REPORTS),
        ("organisers::NAME_OPENERS", organisers::NAME_OPENERS),
        ("places::AMBIGUOUS", places::AMBIGUOUS),
        ("places::AREA_ENDS", places::AREA_ENDS),
        ("places::PARTS_OF", places::PARTS_OF),
        ("places::NO_AREAS", places::NO_AREAS),
        ("places::NOT_AREAS", places::NOT_AREAS),
        ("places::LANDFORMS", places::LANDFORMS),
        ("release::LETTERHEAD", release::LETTERHEAD),
        ("release::CLOSING", release::CLOSING),
        ("release::OPENING", release::OPENING),
        ("release::NUMBERED", release::NUMBERED),
        ("release::COLUMNS", release::COLUMNS),
        ("release::LEADS_ON", release::LEADS_ON),
        ("release::NOTHING_TOLD", release::NOTHING_TOLD),
        ("release::ROADS", release::ROADS),
        ("release::EDITORIAL", release::EDITORIAL),
        ("release::PAPERS", release::PAPERS),
        ("release::PARTS", release::PARTS),
        ("release::ANNOUNCING", release::ANNOUNCING),
        ("release::GOES_ON", release::GOES_ON),
        ("release::TITLELESS", release::TITLELESS),
        ("release::OFFICES", release::OFFICES),
        ("release::FOOTERS", release::FOOTERS),
        ("release::PUBLISHED", release::PUBLISHED),
        ("release::NEWSPAPERS", release::NEWSPAPERS),
        ("units::BEFORE_NOUN", units::BEFORE_NOUN),
        ("units::NOT_NOUNS", units::NOT_NOUNS),
        ("units::LIKE_NOUNS", units::LIKE_NOUNS),
    ];
    let lists: [(&str, Vec<&str>); 18] = [
        ("acts::ACTS", of_lists(acts::ACTS)),
        ("acts::BEFALLS", acts::BEFALLS.split_ascii_whitespace().collect()),
        ("acts::NOT_YET", acts::NOT_YET.split_ascii_whitespace().collect()),
        ("calendar::MONTHS", of_pairs(calendar::MONTHS)),
        ("calendar::EDGES", of_pairs(calendar::EDGES)),
        ("calendar::SPOKEN_DAYS", of_pairs(calendar::SPOKEN_DAYS)),
        (
            "names::FIRST_NAMES",
            names::FIRST_NAMES.split_ascii_whitespace().collect(),
        ),
        ("needs::ASKS", of_lists(needs::ASKS)),
        ("needs::HELP", of_lists(needs::HELP)),
        ("numerals::NUMERALS", of_pairs(numerals::NUMERALS)),
        ("numerals::ABOUT", of_pairs(numerals::ABOUT)),
        ("numerals::LABELLED", of_pairs(numerals::LABELLED)),
        ("organisers::BODIES", of_lists(organisers::BODIES)),
        ("organisers::AUTHORITIES", of_pairs(organisers::AUTHORITIES)),
        ("places::BEFORE", of_pairs(places::BEFORE)),
        ("places::SERVES", of_pairs(places::SERVES)),
        ("places::AREAS", places::AREAS.split_ascii_whitespace().collect()),
        ("units::UNITS", of_lists(units::UNITS)),
    ];
    for (name, table) in rows {
        assert_eq!(twice(table.iter().copied()), [""; 0], "{name}");
    }
    for (name, table) in lists {
        assert_eq!(twice(table), [""; 0], "{name}");
    }
    let subjects = themes::SUBJECTS.iter().flat_map(|row| row.iter().copied());
    assert_eq!(twice(subjects), [""; 0], "themes::SUBJECTS");
}

#[test]
fn no_stem_stands_twice_in_a_table() {
    let rows: [(&str, &[&str]); 12] = [
        ("acts::CLEARED", acts::CLEARED),
        ("acts::TO_USE", acts::TO_USE),
        ("acts::GOT", acts::GOT),
        ("acts::SERVES", acts::SERVES),
        ("acts::SENT", acts::SENT),
        ("acts::VOLUNTARY", acts::VOLUNTARY),
        ("acts::SIZED", acts::SIZED),
        ("acts::LEAVES", acts::LEAVES),
        ("acts::LOOKED_AT", acts::LOOKED_AT),
        ("acts::WASTE", acts::WASTE),
        ("needs::CHARGES", needs::CHARGES),
        ("acts::ADVERBS", acts::ADVERBS),
    ];
    for (name, table) in rows {
        assert_eq!(twice(table.iter().copied()), [""; 0], "{name}");
    }
    assert_eq!(twice(of_pairs(calendar::VERBS_OF_EDGES)), [""; 0]);
    assert_eq!(twice(calendar::FEASTS.iter().map(|(name, ..)| *name)), [""; 0]);
}
