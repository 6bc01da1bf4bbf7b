//! How a word that may ask for something is meant.

use std::ops::Range;

use super::{Scope, counts, leads};
use crate::communique::read::marks::{Mark, within};
use crate::communique::read::tables::calendar::DAYS;
use crate::communique::read::tables::labels::FIELDS;
use crate::communique::read::tables::needs::{ASKING_COLUMNS, Asks, CHARGES};
use crate::communique::read::tables::units::Unit;
use crate::communique::read::words::Words;
use crate::domain::text::fold;

/// How an asking word is meant: « recherché » asks for what stands before it, « a collecté » for nothing.
pub(super) fn meant(scope: &Scope, mark: &Mark<Asks>, sentence: &Range<usize>) -> Option<Asks> {
    let words = &scope.text.words;
    let next = words.fold(mark.words.end);
    // « l’association Bienvenue »
    if words.is_capital(mark.words.start)
        && words.is_letters(mark.words.start.wrapping_sub(1))
        // Where all is written in capitals, a capital begins no name.
        && !words.is_capital(mark.words.start.wrapping_sub(1))
    {
        return None;
    }
    if is_denied(words, mark) || is_of_others(scope, mark) || is_had(scope, mark) {
        return None;
    }
    if is_noun_of_search(words, mark) || is_answered(words, mark) || is_over(words, mark, sentence) {
        return None;
    }
    match mark.value {
        // « demande aux habitants de signaler les coupures » asks for a deed.
        Asks::Before
            if words.fold(mark.words.start).starts_with("demand") && matches!(next, "a" | "aux" | "au") =>
        {
            None
        }
        Asks::Label => {
            let at = mark.words.start;
            let labelled = [':', '|', '-']
                .iter()
                .any(|sign| words.is_sign(at.wrapping_sub(1), *sign));
            let opens = at <= sentence.start + 1 || labelled;
            // « Don de vaisselle » in a line tells what is done; « Dons de vaisselle » more often asks.
            let one = words.fold(at) == "don" && (labelled || in_form(words, sentence));
            (opens && !one && !counts(scope, mark.words.end) && !is_given(scope, mark.words.end))
                .then_some(Asks::Before)
        }
        Asks::Lack => lacking(scope, mark, sentence),
        // « commence à manquer de farine »
        Asks::After if words.fold(mark.words.end - 1) == "manquer" && matches!(next, "de" | "d'") => {
            Some(Asks::Before)
        }
        Asks::After if is_charge(words, mark, sentence) => None,
        // « une pompe manque encore »
        Asks::Before
            if words.fold(mark.words.start).starts_with("manqu") && !leads(scope, mark.words.end) =>
        {
            Some(Asks::After)
        }
        // « Les élèves viennent les chercher » fetch what was told of.
        Asks::Before
            if words.fold(mark.words.start) == "chercher"
                && matches!(
                    words.fold_before(mark.words.start, 1),
                    "les" | "le" | "la" | "l'" | "vous" | "nous" | "en"
                ) =>
        {
            None
        }
        // « cartographie les besoins sur un site »
        Asks::Before
            if words.fold(mark.words.start) == "besoins"
                && matches!(
                    words.fold_before(mark.words.start, 1),
                    "les" | "aux" | "leurs" | "ces" | "des"
                )
                && matches!(next, "des" | "du" | "sur" | "de" | "en" | "et" | "." | ",") =>
        {
            None
        }
        // « La cagnotte a atteint 12 000 euros » tells of what came in.
        Asks::Gift if is_raised(words, mark, sentence) => None,
        Asks::Nothing => None,
        Asks::Direct => directly(scope, mark, sentence),
        Asks::Collects if counts(scope, mark.words.end) || is_from_somebody(words, mark) => None,
        // « La dernière collecte a réuni 97 donneurs » names one, « collecte gratuitement le lait » is a service.
        Asks::Collects if is_noun(words, mark) || next == "gratuitement" => None,
        Asks::Before | Asks::Collects => unless_done(words, mark),
        // « Sont attendus des gants »
        Asks::After if mark.words.start == sentence.start && leads(scope, mark.words.end) => {
            Some(Asks::Before)
        }
        how => Some(how),
    }
}

/// « il manque de fil », « les gants manquent »: what is lacking stands behind where it begins like an object.
fn lacking(scope: &Scope, mark: &Mark<Asks>, sentence: &Range<usize>) -> Option<Asks> {
    let words = &scope.text.words;
    let at = mark.words.start;
    let next = words.fold(mark.words.end);
    // « des habitués qui ne le manqueraient pour rien au monde »
    let misses = matches!(words.fold_before(at, 1), "le" | "la" | "les" | "l'" | "ne")
        && matches!(words.fold_before(at, 2), "ne" | "n'" | "pas" | "jamais");
    if next == "pas" || misses {
        return None;
    }
    // « Les porteurs manquent le jeudi »
    let when = matches!(next, "le" | "la") && is_time(words, mark.words.end + 1);
    // « Manquent draps et serviettes »
    let behind = at == sentence.start || next == ":" || leads(scope, mark.words.end);
    Some(if behind && !when {
        Asks::Before
    } else {
        Asks::After
    })
}

/// « voudrait un traîneau », « attend des bras »: what follows at once, unless it is known, counted or nobody waits for it.
fn directly(scope: &Scope, mark: &Mark<Asks>, sentence: &Range<usize>) -> Option<Asks> {
    let words = &scope.text.words;
    let next = words.fold(mark.words.end);
    let verb = words.fold(mark.words.start);
    let waits = verb.starts_with("attend");
    // « deux mille plants attendent les jardiniers »: things ask for nobody.
    if waits && of_things(scope, mark, sentence) {
        return None;
    }
    // « un piano attend les voyageurs », « on attend les élastiques »: of what is known, only things are wanted.
    let known = matches!(next, "les" | "la" | "le" | "l'");
    if waits && known && !words.fold(mark.words.end + 1).starts_with("don") {
        return Some(Asks::Collects);
    }
    // « espère 5 tonnes de produits secs » aims at a number.
    if (waits || verb.starts_with("esper")) && counts_things(scope, mark.words.end) {
        return None;
    }
    (leads(scope, mark.words.end) && !matches!(next, "de" | "d'" | "que")).then_some(Asks::Direct)
}

/// « cherche », « collecte », unless it is done: « a collecté »; a participle alone asks for what stands before it.
fn unless_done(words: &Words, mark: &Mark<Asks>) -> Option<Asks> {
    let verb = if mark.value == Asks::Collects {
        mark.words.start
    } else {
        mark.words.end - 1
    };
    // « Restes de pelotes acceptés avec joie »
    let gladly = words.fold(mark.words.start + 1) == "avec";
    let participle = words.is_participle(if gladly { mark.words.start } else { verb });
    let done = (1..=2).any(|back| {
        matches!(
            words.fold_before(mark.words.start, back),
            "a" | "ont" | "avait" | "avaient" | "ete"
        )
    });
    match (participle, done) {
        (false, _) => Some(mark.value),
        (true, false) if mark.value == Asks::Before => Some(Asks::After),
        (true, _) => None,
    }
}

/// « le jeudi », « la semaine », « le matin »
fn is_time(words: &Words, at: usize) -> bool {
    DAYS.contains(&words.fold(at))
        || matches!(
            words.fold(at),
            "matin" | "soir" | "semaine" | "nuit" | "journee" | "midi"
        )
}

/// « Une caution de 15 euros est demandée »: what those who come pay or show.
fn is_charge(words: &Words, mark: &Mark<Asks>, sentence: &Range<usize>) -> bool {
    let before = sentence.start.max(mark.words.start.saturating_sub(8))..mark.words.start;
    let mut before = before
        .rev()
        .take_while(|at| words.is_letters(*at) || words.is_digits(*at));
    before.any(|at| CHARGES.contains(&words.fold(at)))
}

/// Whether « collecte » is a noun without what is gathered: « la dernière collecte, salle des fêtes ».
fn is_noun(words: &Words, mark: &Mark<Asks>) -> bool {
    let at = mark.words.start;
    let before = words.fold_before(at, 1);
    let named = matches!(
        before,
        "la" | "une" | "cette" | "sa" | "leur" | "notre" | "derniere" | "prochaine" | "premiere"
    );
    mark.words.len() == 1 && words.fold(at) == "collecte" && named
}

/// « collecte des bouteilles auprès de ses élèves »: those who give are found.
fn is_from_somebody(words: &Words, mark: &Mark<Asks>) -> bool {
    let mut behind = (mark.words.end..mark.words.end + 8).take_while(|at| words.is_letters(*at));
    behind.any(|at| words.fold(at) == "aupres")
}

/// Whether counted things stand right before a verb, as its subject.
fn of_things(scope: &Scope, mark: &Mark<Asks>, sentence: &Range<usize>) -> bool {
    let numbers = within(&scope.text.marks.numbers, &(sentence.start..mark.words.start));
    let subject = numbers.last().and_then(|number| number.value.unit.as_ref());
    subject.is_some_and(|(unit, kind)| {
        let things = matches!(
            kind,
            Some(Unit::Goods | Unit::Made | Unit::Equipment | Unit::Measure) | None
        );
        let plain =
            |at: usize| scope.text.words.is_letters(at) && !matches!(scope.text.words.fold(at), "et" | "qui");
        things && unit.end + 4 > mark.words.start && (unit.end..mark.words.start).all(plain)
    })
}

/// Whether one of the lines is a form's field for what is asked for: « Besoins : … ».
pub(super) fn has_asking_field(scope: &Scope) -> bool {
    let asking = |field: String| ASKING_COLUMNS.contains(&field.as_str());
    scope
        .lines
        .iter()
        .filter_map(|line| field_of(scope, line))
        .any(asking)
}

/// The field whose line this is.
pub(super) fn field_of(scope: &Scope, line: &Range<usize>) -> Option<String> {
    let (name, _) = scope.text.said(line.clone()).split_once(':')?;
    let name = fold(name.trim());
    (FIELDS.contains(&name.as_str()) || ASKING_COLUMNS.contains(&name.as_str())).then_some(name)
}

/// Whether a sentence is the line of a form, which names what it tells of: « Action : don de couvertures ».
fn in_form(words: &Words, sentence: &Range<usize>) -> bool {
    (sentence.start..sentence.end.min(sentence.start + 3)).any(|at| words.is_sign(at, ':'))
}

/// « dans leurs recherches », « la demande est forte »: a noun, and nothing that is asked for.
fn is_noun_of_search(words: &Words, mark: &Mark<Asks>) -> bool {
    let word = words.fold(mark.words.start);
    let search = ["recherche", "recherches", "demande", "demandes"].contains(&word);
    let determined = [
        "la", "les", "leur", "leurs", "sa", "ses", "une", "des", "cette", "ces", "nos", "notre", "vos",
        "toute", "aux",
    ];
    mark.words.len() == 1
        && search
        && determined.contains(&words.fold_before(mark.words.start, 1))
        && !words.is_participle(mark.words.start)
        && !words.is_sign(mark.words.end, ':')
}

/// « La collecte de vêtements est suspendue »: nothing is asked for any more.
fn is_over(words: &Words, mark: &Mark<Asks>, sentence: &Range<usize>) -> bool {
    let ended = [
        "suspendu",
        "interromp",
        "terminee",
        "termine",
        "close",
        "annule",
        "acheve",
        "entendu",
        "comble",
        "couvert",
    ];
    let behind = mark.words.end..sentence.end.min(mark.words.end + 8);
    // « Les dons de vivres ne sont plus nécessaires »
    let denied = behind.clone().any(|at| {
        matches!(words.fold(at), "ne" | "n'")
            && matches!(
                words.fold(at + 1),
                "sont" | "est" | "seront" | "sera" | "peuvent" | "peut"
            )
            && matches!(words.fold(at + 2), "plus" | "pas")
    });
    if denied && mark.value == Asks::Label {
        return true;
    }
    let mut said = behind.filter(|at| matches!(words.fold(*at), "est" | "sont" | "ete"));
    said.any(|at| (at + 1..at + 4).any(|at| ended.iter().any(|stem| words.fold(at).starts_with(stem))))
}

/// Whether a number stands at a word and counts things rather than people.
fn counts_things(scope: &Scope, at: usize) -> bool {
    let number = within(&scope.text.marks.numbers, &(at..at + 2)).first();
    let unit = number.and_then(|number| number.value.unit.as_ref());
    let things = [Unit::Goods, Unit::Made, Unit::Measure, Unit::Extent];
    unit.is_some_and(|(_, unit)| unit.is_some_and(|unit| things.contains(&unit)))
}

/// « Suite à un appel aux dons, … »: what was asked for has come.
fn is_answered(words: &Words, mark: &Mark<Asks>) -> bool {
    let called = words.fold(mark.words.start).starts_with("appel");
    let since = [
        "suite",
        "apres",
        "grace",
        "repondu",
        "repondent",
        "repondant",
        "lors",
    ];
    called && (1..=4).any(|back| since.contains(&words.fold_before(mark.words.start, back)))
}

/// « Une cagnotte ouverte par des étudiants a réuni 900 euros », « 3 000 euros sont dans la cagnotte »
fn is_raised(words: &Words, mark: &Mark<Asks>, sentence: &Range<usize>) -> bool {
    let last = mark.words.end - 1;
    let mut behind = (last + 1..sentence.end.min(last + 10))
        .take_while(|at| words.is_letters(*at) || words.is_sign(*at, ','));
    let held = words.fold(last) == "cagnotte" && words.fold_before(mark.words.start, 2) == "dans";
    held || behind.any(|at| is_done(words, at))
}

/// « a permis », « a atteint », « s’élève à »: a verb of what a gift has come to.
fn is_done(words: &Words, at: usize) -> bool {
    let come = [
        "perm", "attein", "rapport", "reuni", "recolt", "depass", "servi", "financ",
    ];
    let past = words.fold(at) == "a" && come.iter().any(|stem| words.fold(at + 1).starts_with(stem));
    past || words.fold(at) == "s'" && words.fold(at + 1).starts_with("eleve")
}

/// « don de meubles aux sinistrés »: what is given and not asked for.
fn is_given(scope: &Scope, from: usize) -> bool {
    let words = &scope.text.words;
    (from..from + 5).any(|at| {
        let unit = scope.text.tables.units.find(words, at + 1).map(|(_, unit)| unit);
        words.fold(at) == "aux" && matches!(unit, Some(Unit::Helped | Unit::People))
    })
}

/// Whether a number without a unit stands right before a word: « sur les 20 000 attendues ».
fn ends_number(scope: &Scope, at: usize) -> bool {
    let close = within(&scope.text.marks.numbers, &(at.saturating_sub(4)..at));
    close.last().is_some_and(|number| number.words.end == at)
}

/// Whether a number with its unit stands right before a word.
fn is_counted(scope: &Scope, at: usize) -> bool {
    let close = within(&scope.text.marks.numbers, &(at.saturating_sub(5)..at));
    let unit = close.last().and_then(|number| number.value.unit.as_ref());
    unit.is_some_and(|(unit, _)| unit.end == at)
}

/// Whether a clause only says why: « car l’essence », « parce que le pain ».
fn explains(words: &Words, at: usize) -> bool {
    (1..=4).any(|back| {
        matches!(
            words.fold_before(at, back),
            "car" | "parce" | "puisque" | "quand" | "lorsque"
        )
    })
}

/// « N’apportez plus de jouets »: « ne » right before, and what denies right behind.
fn is_denied(words: &Words, mark: &Mark<Asks>) -> bool {
    let before = words.fold_before(mark.words.start, 1);
    let pronoun = matches!(
        before,
        "en" | "lui" | "leur" | "y" | "nous" | "vous" | "la" | "le" | "les"
    );
    let ne = words.fold_before(mark.words.start, 1 + usize::from(pronoun));
    // « Il ne lui manque plus que le fil »
    let but = matches!(words.fold(mark.words.end + 1), "que" | "qu'");
    matches!(ne, "n'" | "ne")
        && !but
        && matches!(
            words.fold(mark.words.end),
            "plus" | "pas" | "rien" | "aucun" | "aucune" | "ni" | "jamais" | "guere" | "personne"
        )
}

/// « les familles qui cherchent un logement », « ceux qui demandent l’asile »: those who are helped look for it.
fn is_of_others(scope: &Scope, mark: &Mark<Asks>) -> bool {
    let words = &scope.text.words;
    let who = mark.words.start.wrapping_sub(1);
    // « les habitants qui souhaitent donner un coup de main »
    if words.fold(who) != "qui" || mark.value == Asks::Hands {
        return false;
    }
    let noun = who.wrapping_sub(1);
    let unit = scope.text.tables.units.find(words, noun).map(|(_, unit)| unit);
    let people = matches!(unit, Some(Unit::Helped | Unit::People));
    people && words.fold(noun).ends_with('s')
        || matches!(words.fold(noun), "ceux" | "celles" | "celui" | "celle")
}

/// « a recruté 34 médiateurs », « 150 cuves espérées », « à pied, car l’essence manque »: what one has, hopes for, or only
/// gives as a reason.
fn is_had(scope: &Scope, mark: &Mark<Asks>) -> bool {
    let words = &scope.text.words;
    let at = mark.words.start;
    let verb = words.fold(at);
    match mark.value {
        // « offre l’usage de cinq chalets », not « aurait l’usage d’un four »
        Asks::Before if verb == "l'" => {
            let has = |back: usize| {
                let word = words.fold_before(at, back);
                word.starts_with("aurai")
                    || word.starts_with("trouverai")
                    || matches!(word, "a" | "ont" | "avons")
            };
            !(1..=3).any(has)
        }
        // « attendus » of what is counted is what is aimed at.
        Asks::After if matches!(verb, "attendus" | "attendues") => {
            is_counted(scope, at) || ends_number(scope, at)
        }
        Asks::Hands => verb.starts_with("recrut") && words.is_participle(at),
        Asks::After => verb.starts_with("esper") && is_counted(scope, at),
        Asks::Lack => explains(words, at),
        // « Les sinistrés n’ont plus de chauffage »
        Asks::Known if verb == "n'" => {
            let before = at.saturating_sub(6)..at;
            let units = &scope.text.tables.units;
            before.into_iter().any(|at| {
                matches!(units.find(words, at), Some((_, Unit::Helped | Unit::People)))
                    || matches!(words.fold(at), "qui" | "quand" | "lorsque" | "si")
            })
        }
        _ => false,
    }
}
