//! Quantities: what the words around a number make of it.

use std::ops::Range;

use super::Scope;
use crate::communique::read::marks::{Mark, Number, within};
use crate::communique::read::reading::MeasureRead;
use crate::communique::read::span::Found;
use crate::communique::read::tables::acts::Act;
use crate::communique::read::tables::units::Unit;
use crate::communique::read::words::index::Index;
use crate::domain::initiative::MeasureKind;

/// How far before a number its unit may have been named.
const UNIT_BEFORE: usize = 30;

/// How many words after its unit a verb still speaks of a number.
const VERB_AFTER: usize = 9;

/// Every quantity but those that are asked for.
pub(super) fn measures(scope: &Scope, asked: &[Range<usize>]) -> Vec<Found<MeasureRead>> {
    let mut found: Vec<Found<MeasureRead>> = Vec::new();
    for sentence in &scope.sentences {
        let numbers = within(&scope.text.marks.numbers, sentence);
        for (nth, mark) in numbers.iter().enumerate() {
            if asked.iter().any(|range| range.contains(&mark.words.start)) {
                continue;
            }
            let Some(counted) = counted(scope, &scope.text.tables.units, mark, sentence) else {
                continue;
            };
            let around = Around {
                scope,
                sentence,
                before: nth
                    .checked_sub(1)
                    .map_or(sentence.start, |last| numbers[last].words.end),
                start: mark.words.start,
                end: mark
                    .words
                    .end
                    .max(if counted.own { counted.words.end } else { 0 }),
                next: numbers.get(nth + 1).map_or(sentence.end, |next| next.words.start),
                first: nth == 0,
                own: counted.own,
                unit_is_thing: counted.unit == Some(Unit::Thing),
            };
            if !counted.own && !around.is_told() {
                continue;
            }
            let Some((kind, sure)) = around.kind(counted.unit) else {
                continue;
            };
            let measure = MeasureRead {
                kind,
                value: mark.value.value,
                unit: scope.text.said(counted.words.clone()).to_lowercase(),
                approximate: mark.value.approximate,
                as_of: None,
            };
            let same = |known: &Found<MeasureRead>| {
                known.value.kind == measure.kind && known.value.value == measure.value
            };
            if found.iter().any(same) {
                continue;
            }
            let words = if counted.own {
                mark.words.start..counted.words.end
            } else {
                mark.words.clone()
            };
            found.push(scope.text.found(measure, words, sure && counted.own));
        }
    }
    found
}

/// What a number counts.
struct Counted {
    words: Range<usize>,
    unit: Option<Unit>,
    /// Whether the unit stands right after the number.
    own: bool,
}

fn counted(
    scope: &Scope,
    units: &Index<Unit>,
    mark: &Mark<Number>,
    sentence: &Range<usize>,
) -> Option<Counted> {
    if let Some((words, unit)) = &mark.value.unit {
        return Some(Counted {
            words: words.clone(),
            unit: *unit,
            own: true,
        });
    }
    // « 1 600 masques pour un objectif de 11 000 »: the unit that was named before.
    let words = &scope.text.words;
    let line = scope
        .lines
        .iter()
        .find(|line| line.contains(&mark.words.start))
        .unwrap_or(sentence);
    let from = mark.words.start.saturating_sub(UNIT_BEFORE).max(line.start);
    // « cent soixante volontaires … on en attend 250 »
    let of_them = (1..=3).any(|back| words.fold_before(mark.words.start, back) == "en");
    let find = |at: usize, usable: fn(Unit) -> bool| {
        let (end, unit) = units.find(words, at)?;
        usable(unit).then_some(Counted {
            words: at..end,
            unit: Some(unit),
            own: false,
        })
    };
    let named = |at: usize| {
        find(at, |unit| {
            matches!(unit, Unit::Goods | Unit::Made | Unit::Equipment | Unit::Measure)
        })
    };
    let people = |at: usize| {
        find(at, |unit| {
            matches!(unit, Unit::Helpers | Unit::Helped | Unit::People)
        })
    };
    // « 38 000 € sur les 90 000 espérés » counts money.
    let close = mark.words.start.saturating_sub(8).max(line.start)..mark.words.start;
    if close.into_iter().any(|at| words.is_sign(at, '€')) {
        return None;
    }
    let free = |at: &usize| !words.is_capital(*at) && plural(words.fold(*at)) && !words.is_participle(*at);
    // « par lots de 10 »: what a container holds.
    let of = matches!(words.fold_before(mark.words.start, 1), "de" | "d'");
    let container = units.find(words, mark.words.start.saturating_sub(2));
    if of && container.is_some_and(|(_, unit)| unit != Unit::None) {
        return None;
    }
    let things = (from..mark.words.start).rev().filter(free).find_map(named);
    let before = things.or_else(|| {
        let counted = (from..mark.words.start).rev().filter(free);
        counted.filter(|_| of_them).find_map(people)
    });
    // « les bérets ont du cœur : la fabrique en a donné 850 »
    let before = before.or_else(|| {
        let of_several =
            |at: usize| matches!(words.fold_before(at, 1), "les" | "des" | "ses" | "leurs" | "de");
        let noun = |at: &usize| words.is_letters(*at) && of_several(*at) && units.find(words, *at).is_none();
        let mut nouns = (from..mark.words.start).rev().filter(free).filter(noun);
        let at = nouns.next().filter(|_| of_them)?;
        Some(Counted {
            words: at..at + 1,
            unit: None,
            own: false,
        })
    });
    before.or_else(|| {
        let until = sentence.end.min(mark.words.end + UNIT_BEFORE / 3);
        (mark.words.end..until).filter(free).find_map(named)
    })
}

fn plural(word: &str) -> bool {
    word.ends_with(['s', 'x'])
}

/// What a verb makes of things. Without one, things that people make are made, others are handed out.
fn goods(unit: Option<Unit>, act: Option<Act>) -> (MeasureKind, bool) {
    match act {
        Some(Act::Make) => (MeasureKind::Produced, true),
        Some(Act::Give | Act::Provide) => (MeasureKind::Distributed, true),
        Some(Act::Collect | Act::Receive | Act::Work) => (MeasureKind::Other, true),
        _ if unit == Some(Unit::Made) => (MeasureKind::Produced, false),
        _ if unit == Some(Unit::Goods) => (MeasureKind::Distributed, false),
        _ => (MeasureKind::Other, false),
    }
}

/// The words around a number.
struct Around<'a> {
    scope: &'a Scope<'a>,
    sentence: &'a Range<usize>,
    /// Where the last number ended.
    before: usize,
    start: usize,
    /// After the number and its unit.
    end: usize,
    /// Where the next number begins.
    next: usize,
    first: bool,
    /// Whether its unit stands right behind it.
    own: bool,
    /// Whether it counts what is offered or done.
    unit_is_thing: bool,
}

impl Around<'_> {
    /// What the number means, and whether words say so outright. Nothing where it means nothing here.
    fn kind(&self, unit: Option<Unit>) -> Option<(MeasureKind, bool)> {
        let act = self.act();
        match unit {
            Some(Unit::Helpers) => Some(self.helpers()),
            Some(Unit::Helped) => Some(self.helped()),
            Some(Unit::People) => Some(self.people()),
            Some(Unit::None) => None,
            _ if self.is_repeated() => None,
            Some(Unit::Thing) if self.is_known() || self.is_within() => None,
            Some(Unit::Thing) if self.is_target() => Some((MeasureKind::Target, true)),
            Some(Unit::Thing) if act == Some(Act::Provide) => Some((MeasureKind::Provided, true)),
            // « 74 trajets depuis le 18 janvier ! » has no verb.
            Some(Unit::Thing) => {
                let told = act.is_some();
                (told || self.first && self.start <= self.sentence.start + 2)
                    .then_some((MeasureKind::Other, told))
            }
            Some(Unit::Measure) if self.is_held() => None,
            _ if self.is_target() => Some((MeasureKind::Target, true)),
            Some(Unit::Equipment) => Some(match act {
                Some(Act::Make) => (MeasureKind::Produced, true),
                Some(Act::Collect | Act::Work) => (MeasureKind::Other, true),
                Some(_) => (MeasureKind::Provided, true),
                None => (MeasureKind::Provided, false),
            }),
            Some(Unit::Goods | Unit::Measure | Unit::Made) => Some(goods(unit, act)),
            // A noun that the table does not know is believed where a verb says what is done.
            // « deux campings ont ouvert »: it is they who act.
            None if self.acts_itself() => None,
            None if act == Some(Act::Provide) => Some((MeasureKind::Provided, false)),
            None if act.is_none_or(|act| matches!(act, Act::Other | Act::Help | Act::Team)) => {
                self.is_stated().then_some((MeasureKind::Other, false))
            }
            None => match act? {
                Act::Make | Act::Give | Act::Provide | Act::Collect | Act::Receive | Act::Work => {
                    let (kind, _) = goods(unit, act);
                    Some((kind, false))
                }
                _ => None,
            },
        }
    }

    /// « une citerne de 10 000 litres »: what a container holds.
    fn is_held(&self) -> bool {
        let words = &self.scope.text.words;
        let noun = words.fold_before(self.start, 2);
        let of = matches!(words.fold_before(self.start, 1), "de" | "d'");
        let numbers = within(
            &self.scope.text.marks.numbers,
            &(self.start.saturating_sub(6)..self.start),
        );
        let several = numbers.iter().any(|mark| {
            let unit = mark.value.unit.as_ref();
            unit.is_some_and(|(unit, _)| unit.end + 1 == self.start)
        });
        if of && several {
            return true;
        }
        let counted = matches!(
            words.fold_before(self.start, 3),
            "un" | "une" | "des" | "la" | "le" | "les"
        );
        of && counted && !matches!(noun, "objectif" | "don" | "collecte" | "total" | "moyenne")
    }

    /// Whether a number stands by itself or right behind a verb: « : 1 926 clichés », « ont relu 210 pages ».
    fn is_stated(&self) -> bool {
        let words = &self.scope.text.words;
        let opens = self.start == self.sentence.start || words.is_sign(self.start - 1, ':');
        let close = self.start.saturating_sub(2).max(self.before)..self.start;
        opens || !within(&self.scope.text.marks.acts, &close).is_empty()
    }

    /// « trois maraudes par semaine »: how often something happens.
    fn is_repeated(&self) -> bool {
        let words = &self.scope.text.words;
        let per = matches!(words.fold(self.end), "par" | "chaque")
            && matches!(
                words.fold(self.end + 1),
                "jour" | "semaine" | "mois" | "an" | "soir" | "nuit"
            );
        per && self.unit_is_thing
    }

    /// « ses trois écoles »: which ones they are is known.
    fn is_known(&self) -> bool {
        let before = self.scope.text.words.fold_before(self.start, 1);
        matches!(before, "ses" | "leurs" | "ces" | "nos" | "les" | "des" | "aux")
    }

    /// « dans 7 écoles »: it says where.
    fn is_within(&self) -> bool {
        matches!(
            self.scope.text.words.fold_before(self.start, 1),
            "dans" | "chez" | "entre"
        )
    }

    /// The act that speaks of the number: a participle right after it, else the verb before it.
    fn act(&self) -> Option<Act> {
        let acts = &self.scope.text.marks.acts;
        let done = |mark: &&Mark<Act>| {
            matches!(
                mark.value,
                Act::Make
                    | Act::Give
                    | Act::Provide
                    | Act::Collect
                    | Act::Receive
                    | Act::Work
                    | Act::Help
                    | Act::Other
            )
        };
        // « 75 boissons et une trentaine de couvertures sont distribuées »: one verb for both.
        let words = &self.scope.text.words;
        let both =
            self.next <= self.end + 3 && (self.end..self.next).any(|at| matches!(words.fold(at), "et" | ","));
        let next = if both { self.next + VERB_AFTER } else { self.next };
        let until = next.min(self.sentence.end).min(self.end + 2 * VERB_AFTER);
        let until = if both {
            until
        } else {
            until.min(self.end + VERB_AFTER)
        };
        let after = within(acts, &(self.end..until));
        let passive = after.iter().filter(done).find(|mark| self.is_participle(mark));
        let before = within(acts, &(self.sentence.start..self.start));
        let last = before.iter().rev().find(done);
        // « a fabriqué 2 400 masques vendus 3,50 € »: the verb tells more than the participle beside.
        let made = last.filter(|mark| mark.words.start >= self.before && mark.value == Act::Make);
        let beside = self.own && passive.is_some_and(|mark| mark.words.start == self.end);
        let near = made.filter(|_| beside).or(passive).or(last);
        near.map(|mark| mark.value)
            .or_else(|| after.iter().find(done).map(|mark| mark.value))
    }

    /// « 220 déjà livrées », « 1 900 masques sont prêts », « 48 ordinateurs ont été remis ».
    fn is_participle(&self, mark: &Mark<Act>) -> bool {
        let words = &self.scope.text.words;
        let word = words.fold(mark.words.start);
        let last = words.fold(mark.words.end - 1);
        let shaped = |word: &str| word.ends_with(['s', 'x']) || word.ends_with("ee") || word.ends_with("ees");
        // A sign or « qui » between them begins another thought.
        let apart = (self.end..mark.words.start)
            .any(|at| matches!(words.fold(at), "," | ";" | ":" | "(" | "et" | "pour" | "afin"));
        if words.is_capital(mark.words.start) {
            return false;
        }
        let mut between = self.end..mark.words.start;
        let been = between
            .clone()
            .any(|at| matches!(words.fold(at), "ete" | "sont" | "etaient" | "seront" | "est"));
        let been = been || !between.is_empty() && between.all(|at| words.fold(at) == "deja");
        let next = mark.words.start <= self.end + 1;
        shaped(last) && (!apart || been) && (been || next) || word == "prets" || word == "pretes"
    }

    /// « un objectif de 11 000 », « sur les 3 000 promis », « afin de distribuer 1 200 ».
    fn is_target(&self) -> bool {
        let words = &self.scope.text.words;
        let acts = &self.scope.text.marks.acts;
        let aims = |range: Range<usize>| within(acts, &range).iter().any(|mark| mark.value == Act::Aim);
        let close = self.start.saturating_sub(5).max(self.before);
        if aims(close..self.start) || self.is_promised() {
            return true;
        }
        // « 150 sacs seront distribués »
        let after = self.end..self.next.min(self.end + 3).min(self.sentence.end);
        if after
            .into_iter()
            .any(|at| matches!(words.fold(at), "seront" | "sera" | "devraient"))
        {
            return true;
        }
        let before = |back: usize| words.fold_before(self.start, back);
        let of_more =
            before(1) == "sur" || matches!(before(1), "les" | "un" | "total") && matches!(before(2), "sur");
        if of_more && !self.first {
            return true;
        }
        // An infinitive that is put off: nothing of it is done yet.
        let all = within(acts, &(self.before..self.start));
        let governing = all.iter().rev().find(|mark| !matches!(mark.value, Act::Team));
        let Some(governing) = governing else { return false };
        // « donnera 300 places »
        let verb = words.fold(governing.words.start);
        if ["era", "eront", "ira", "iront"]
            .iter()
            .any(|end| verb.ends_with(end))
        {
            return true;
        }
        let infinitive = ["er", "ir", "re"]
            .iter()
            .any(|end| words.fold(governing.words.start).ends_with(end));
        let from = governing.words.start.saturating_sub(3).max(self.sentence.start);
        let off = within(&self.scope.text.marks.not_yet, &(from..governing.words.start));
        let put_off = off.last().is_some_and(|mark| {
            // « pour acheminer 8 000 masques » tells of what is done, « afin de coudre » of what will be.
            words.fold(mark.words.start) != "pour" || governing.value == Act::Make
        });
        infinitive && put_off
    }

    /// « 3 000 promis », « 500 sont prévus ».
    fn is_promised(&self) -> bool {
        let acts = within(
            &self.scope.text.marks.acts,
            &(self.end..self.next.min(self.end + 3)),
        );
        acts.iter().any(|mark| {
            let between = (self.end..mark.words.start).all(|at| self.scope.text.words.is_letters(at));
            let last = self.scope.text.words.fold(mark.words.end - 1);
            mark.value == Act::Aim && between && last.ends_with('s')
        })
    }

    /// « une équipe de 25 lycéens »
    fn is_team(&self) -> bool {
        let words = &self.scope.text.words;
        let of = matches!(words.fold_before(self.start, 1), "de" | "d'");
        of && matches!(
            words.fold_before(self.start, 2),
            "equipe" | "groupe" | "collectif" | "brigade" | "bande" | "reseau"
        )
    }

    /// Whether words right beside a number without a unit say what is done: « en a donné 19 ».
    fn is_told(&self) -> bool {
        let acts = &self.scope.text.marks.acts;
        let close = self.start.saturating_sub(4).max(self.before)..self.start;
        let before = within(acts, &close)
            .iter()
            .any(|mark| !matches!(mark.value, Act::Team | Act::Other));
        let until = self.next.min(self.sentence.end).min(self.end + 4);
        let after = within(acts, &(self.end..until))
            .iter()
            .any(|mark| self.is_participle(mark));
        before || after || self.is_target()
    }

    fn helpers(&self) -> (MeasureKind, bool) {
        if self.is_with() || self.acts_itself() {
            return (MeasureKind::Volunteers, true);
        }
        if self.is_given_to() || self.is_helped_directly() {
            return (MeasureKind::Beneficiaries, true);
        }
        if self.is_target() {
            return (MeasureKind::Target, true);
        }
        (MeasureKind::Volunteers, true)
    }

    fn helped(&self) -> (MeasureKind, bool) {
        let close = self.start.saturating_sub(5).max(self.before)..self.start;
        let aimed = within(&self.scope.text.marks.acts, &close).iter().any(|mark| {
            self.scope
                .text
                .words
                .fold(mark.words.start)
                .starts_with("objectif")
        });
        if aimed {
            return (MeasureKind::Target, true);
        }
        if self.is_team() {
            return (MeasureKind::Volunteers, true);
        }
        if self.acts_itself() && !self.is_helped_directly() {
            return (MeasureKind::Volunteers, false);
        }
        (MeasureKind::Beneficiaries, true)
    }

    fn people(&self) -> (MeasureKind, bool) {
        if self.is_with() {
            return (MeasureKind::Volunteers, true);
        }
        if self.acts_itself() && !self.is_helped_directly() {
            return (MeasureKind::Volunteers, false);
        }
        if self.is_given_to() || self.is_helped_directly() {
            return (MeasureKind::Beneficiaries, true);
        }
        let words = &self.scope.text.words;
        let close = self.start.saturating_sub(5).max(self.sentence.start)..self.start;
        let team = within(&self.scope.text.marks.acts, &close)
            .iter()
            .any(|mark| mark.value == Act::Team);
        let by = (1..=2).any(|back| {
            matches!(
                words.fold_before(self.start, back),
                "par" | "sommes" | "compose" | "composee"
            )
        });
        // « 25 jeunes volontaires »
        let volunteers = (self.end..self.end + 2).any(|at| {
            ["volontaire", "benevole", "salarie"]
                .iter()
                .any(|start| words.fold(at).starts_with(start))
        });
        if team || by || volunteers || self.is_team() {
            return (MeasureKind::Volunteers, true);
        }
        (MeasureKind::Beneficiaries, false)
    }

    /// « avec 13 jeunes », « par ses agents et 48 habitantes ».
    fn is_with(&self) -> bool {
        let words = &self.scope.text.words;
        let from = self.start.saturating_sub(5).max(self.before);
        let near = (from..self.start).rev().find(|at| {
            let word = words.fold(*at);
            matches!(word, "avec" | "par") || !words.is_letters(*at) || is_act(self.scope, *at)
        });
        near.is_some_and(|at| {
            let close = at + 3 >= self.start || words.fold(self.start - 1) == "et";
            close && matches!(words.fold(at), "avec" | "par")
        })
    }

    /// « à 30 commerçants », « pour 45 familles ».
    fn is_given_to(&self) -> bool {
        let words = &self.scope.text.words;
        let near = |back: usize| words.fold_before(self.start, back);
        let direct = matches!(near(1), "aux" | "pour" | "chez" | "vers" | "a");
        let article =
            matches!(near(1), "ses" | "les" | "leurs" | "des") && matches!(near(2), "a" | "pour" | "chez");
        let said = self.scope.text.said(self.start.saturating_sub(1)..self.start);
        direct && said != "a" || article
    }

    /// « aide 20 agriculteurs », « 64 habitants ont été reçus ».
    fn is_helped_directly(&self) -> bool {
        let acts = &self.scope.text.marks.acts;
        let words = &self.scope.text.words;
        let close = self.start.saturating_sub(4).max(self.before)..self.start;
        let helped = within(acts, &close).iter().any(|mark| {
            matches!(mark.value, Act::Help | Act::Receive)
                && !(mark.words.end..self.start).any(|at| matches!(words.fold(at), "de" | "d'" | "," | "par"))
        });
        let until = self.next.min(self.sentence.end).min(self.end + 6);
        let received = within(acts, &(self.end..until))
            .iter()
            .any(|mark| matches!(mark.value, Act::Help | Act::Receive) && self.is_participle(mark));
        helped || received
    }

    /// « une trentaine d’élèves cousent », « 41 jeunes en service civique ont rendu visite ».
    fn acts_itself(&self) -> bool {
        let words = &self.scope.text.words;
        let until = self.next.min(self.sentence.end).min(self.end + 8);
        let between = |at: usize| self.end..at;
        let acts = within(&self.scope.text.marks.acts, &(self.end..until));
        acts.iter().any(|mark| {
            let at = mark.words.start;
            let apart = between(at).any(|at| matches!(words.fold(at), "," | ";" | "." | ":" | "(" | "ete"));
            let word = words.fold(at);
            let active = word.ends_with("ent") || word.ends_with("ont") || word.ends_with("aient");
            let helped = between(at).any(|at| matches!(words.fold(at), "ont" | "avaient" | "auront"));
            // « 18 étudiants qui rendent visite »
            let who = between(at).any(|at| words.fold(at) == "qui");
            let near = at <= self.end + 5 || helped;
            near && !apart
                && match mark.value {
                    Act::Team => active || who || !self.is_given_to(),
                    Act::Receive | Act::Aim => false,
                    _ => active || helped || who,
                }
        })
    }
}

/// Whether a verb begins at a word.
fn is_act(scope: &Scope, at: usize) -> bool {
    within(&scope.text.marks.acts, &(at..at + 1))
        .iter()
        .any(|mark| mark.words.start == at)
}
