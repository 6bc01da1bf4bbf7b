//! The words around a number: what they make of it.

use std::ops::Range;

use crate::communique::read::facts::Scope;
use crate::communique::read::marks::{Mark, begins_at, within};
use crate::communique::read::tables::acts::Act;
use crate::communique::read::tables::units::Unit;
use crate::communique::read::words::Words;
use crate::domain::initiative::MeasureKind;

/// How many words after its unit a verb still speaks of a number.
pub(super) const VERB_AFTER: usize = 9;

/// How many words after its unit the verb of its clause may stand.
const FINITE_AFTER: usize = 14;

/// Adverbs between an auxiliary and a number.
const SMALL_BEFORE: &[&str] = &["encore", "plus", "moins", "toutes", "tous", "toute", "tout"];

/// What a verb makes of things. Without one, things that people make are made, others are handed out.
fn goods(unit: Option<Unit>, act: Option<Act>) -> (MeasureKind, bool) {
    match act {
        Some(Act::Make) => (MeasureKind::Produced, true),
        Some(Act::Install) if unit == Some(Unit::Measure) => (MeasureKind::Distributed, false),
        Some(Act::Lend | Act::Install) => (MeasureKind::Provided, true),
        Some(Act::Give | Act::Provide) => (MeasureKind::Distributed, true),
        Some(Act::Collect | Act::Receive | Act::Work | Act::Restore) => (MeasureKind::Other, true),
        _ if unit == Some(Unit::Made) => (MeasureKind::Produced, false),
        _ if unit == Some(Unit::Goods) => (MeasureKind::Distributed, false),
        _ => (MeasureKind::Other, false),
    }
}

/// The words around a number.
pub(super) struct Around<'a> {
    pub(super) scope: &'a Scope<'a>,
    pub(super) sentence: &'a Range<usize>,
    /// Where the last number ended.
    pub(super) before: usize,
    pub(super) start: usize,
    /// After the number and its unit.
    pub(super) end: usize,
    /// Where the next number begins.
    pub(super) next: usize,
    pub(super) first: bool,
    /// Whether its unit stands right behind it.
    pub(super) own: bool,
    /// What kind of thing it counts.
    pub(super) unit: Option<Unit>,
}

impl Around<'_> {
    /// What the number means, and whether words say so outright. Nothing where it means nothing here.
    pub(super) fn kind(&self, unit: Option<Unit>) -> Option<(MeasureKind, bool)> {
        let act = self.act();
        match unit {
            Some(Unit::Helped | Unit::People) if self.are_stricken() => None,
            Some(Unit::Goods | Unit::Made | Unit::Measure) if self.is_share() => None,
            Some(Unit::Helpers) => Some(self.helpers()),
            Some(Unit::Helped) => Some(self.helped()),
            Some(Unit::People) => Some(self.people()),
            // « 52 cours sont nettoyées »
            Some(Unit::None) if self.own && self.is_worked_on() => Some((MeasureKind::Other, true)),
            Some(Unit::None) => None,
            _ if self.is_repeated() || self.befell() => None,
            // « Trois maisons ont cédé »: it is they who act.
            Some(Unit::Thing)
                if self.first && self.start <= self.sentence.start + 2 && self.acts_itself() =>
            {
                None
            }
            Some(Unit::Equipment | Unit::Goods | Unit::Made) if self.is_lent() => {
                Some((MeasureKind::Provided, true))
            }
            Some(Unit::Thing) if self.is_known() || self.is_within() => None,
            Some(Unit::Thing) if self.is_target() => Some((MeasureKind::Target, true)),
            Some(Unit::Thing)
                if matches!(act, Some(Act::Provide | Act::Install | Act::Lend)) && !self.is_silent() =>
            {
                Some((MeasureKind::Provided, true))
            }
            // « 74 trajets depuis le 18 janvier ! » has no verb.
            Some(Unit::Thing) => {
                let told = act.is_some() || self.is_done_somehow();
                let stated = self.is_stated() || self.first && self.start <= self.sentence.start + 2;
                (told || stated).then_some((MeasureKind::Other, told))
            }
            Some(Unit::Measure) if self.is_held() => None,
            // « 54 bacs ont été installés »: the container itself.
            Some(Unit::Measure) if act == Some(Act::Install) && self.is_bare() => {
                Some((MeasureKind::Provided, true))
            }
            _ if self.is_target() => Some((MeasureKind::Target, true)),
            Some(Unit::Equipment) if self.is_repaired() => Some((MeasureKind::Other, true)),
            Some(Unit::Equipment | Unit::Goods | Unit::Made) if self.is_saved() => {
                Some((MeasureKind::Other, true))
            }
            Some(Unit::Equipment) if self.is_handed_out() => Some((MeasureKind::Distributed, true)),
            Some(Unit::Equipment) => Some(match act {
                Some(Act::Make) => (MeasureKind::Produced, true),
                Some(Act::Restore) if self.goes_out() => (MeasureKind::Provided, true),
                Some(Act::Collect | Act::Work | Act::Restore) => (MeasureKind::Other, true),
                Some(_) => (MeasureKind::Provided, true),
                None => (MeasureKind::Provided, false),
            }),
            Some(Unit::Goods | Unit::Measure | Unit::Made)
                if self.is_given_then() || self.is_received_elsewhere() =>
            {
                Some((MeasureKind::Distributed, true))
            }
            Some(Unit::Goods | Unit::Measure | Unit::Made) => Some(goods(unit, act)),
            Some(Unit::Extent) => Some(match act {
                Some(Act::Give) => (MeasureKind::Distributed, true),
                _ => (MeasureKind::Other, act.is_some()),
            }),
            // « un véhicule à quatre roues »
            None if self.is_trait() => None,
            // A noun that the table does not know is believed where a verb says what is done.
            // « deux campings ont ouvert »: it is they who act.
            None if self.acts_itself() => None,
            None if self.is_done_somehow() => Some((MeasureKind::Other, false)),
            // « une cinquantaine de pèlerins ont été nourris »
            None if act == Some(Act::Help) && self.is_helped_directly() => {
                Some((MeasureKind::Beneficiaries, false))
            }
            None if matches!(act, Some(Act::Provide | Act::Install | Act::Lend)) => {
                Some((MeasureKind::Provided, false))
            }
            None if act.is_none_or(|act| matches!(act, Act::Other | Act::Help | Act::Team)) => {
                self.is_stated().then_some((MeasureKind::Other, false))
            }
            None => match act? {
                Act::Make
                | Act::Give
                | Act::Lend
                | Act::Provide
                | Act::Install
                | Act::Collect
                | Act::Receive
                | Act::Restore
                | Act::Work => {
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
            // « six citernes souples de 10 000 litres »
            let adjective = |at: usize| {
                words.is_letters(at) && within(&self.scope.text.marks.acts, &(at..at + 1)).is_empty()
            };
            unit.is_some_and(|(unit, _)| unit.end < self.start && (unit.end..self.start - 1).all(adjective))
        });
        // « par bidons de 5 litres »
        let by = words.fold_before(self.start, 3) == "par" || words.fold_before(self.start, 3) == "en";
        if of && (several || by && noun.ends_with('s')) {
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

    /// « ont désensablé 19 caves »: a participle that no table knows, right before a number.
    fn is_done_somehow(&self) -> bool {
        let words = &self.scope.text.words;
        let participle = self.start.wrapping_sub(1);
        matches!(words.fold_before(self.start, 2), "a" | "ont")
            && words.is_letters(participle)
            && words.fold(participle).ends_with(['e', 'i', 'u', 's', 't'])
            && !SMALL_BEFORE.contains(&words.fold(participle))
            && !begins_at(&self.scope.text.marks.acts, participle)
    }

    /// « trois régates annulées », « a retourné onze cabanes »: nobody did it for others.
    fn befell(&self) -> bool {
        let text = self.scope.text;
        let befalls = |at: usize| text.tables.befalls.find(&text.words, at).is_some();
        let before = matches!(text.words.fold_before(self.start, 2), "a" | "ont") && befalls(self.start - 1);
        let acted = !within(&text.marks.acts, &(self.sentence.start..self.start)).is_empty();
        if self.is_calamity() {
            return true;
        }
        before || self.own && befalls(self.end) && !acted
    }

    /// Whether the sentence says nothing of what is done.
    fn is_silent(&self) -> bool {
        within(&self.scope.text.marks.acts, self.sentence).is_empty()
    }

    /// « trois maraudes par semaine »: how often something happens.
    fn is_repeated(&self) -> bool {
        self.is_rate() && self.unit == Some(Unit::Thing)
    }

    /// « deux masques par habitant », « un litre à chacun »: what each one gets.
    fn is_share(&self) -> bool {
        let words = &self.scope.text.words;
        let next = words.fold(self.end + 1);
        let each = matches!(
            next,
            "personne"
                | "habitant"
                | "foyer"
                | "famille"
                | "enfant"
                | "eleve"
                | "menage"
                | "tete"
                | "resident"
        );
        let few = !words.is_digits(self.start) || words.fold(self.start).len() == 1;
        match words.fold(self.end) {
            _ if !few => false,
            "par" => each,
            "a" => matches!(next, "chacun" | "chacune" | "chaque"),
            "pour" => matches!(next, "chaque" | "chacun"),
            "chacun" | "chacune" => true,
            _ => false,
        }
    }

    /// « 250 masques par jour ».
    pub(super) fn is_rate(&self) -> bool {
        let words = &self.scope.text.words;
        matches!(words.fold(self.end), "par" | "chaque")
            && matches!(
                words.fold(self.end + 1),
                "jour" | "semaine" | "mois" | "an" | "soir" | "nuit"
            )
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
            "dans" | "chez" | "entre" | "en" | "pendant" | "durant" | "lors"
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
                    | Act::Install
                    | Act::Lend
                    | Act::Collect
                    | Act::Receive
                    | Act::Work
                    | Act::Help
                    | Act::Restore
                    | Act::Other
            )
        };
        // « 75 boissons et une trentaine de couvertures sont distribuées »: one verb for both.
        let words = &self.scope.text.words;
        let both =
            self.next <= self.end + 3 && (self.end..self.next).any(|at| matches!(words.fold(at), "et" | ","));
        let after = within(acts, &(self.end..self.until(both, VERB_AFTER)));
        let told_after = || after.iter().filter(done).filter(|mark| !self.is_noun(mark));
        // « 185 cartables garnis sont partis », « 50 stères, sciés par eux, ont été livrés »: the verb behind the auxiliary.
        let far = within(acts, &(self.end..self.until(both, FINITE_AFTER)));
        let passive = far
            .iter()
            .filter(done)
            .find(|mark| self.is_finite_passive(mark))
            .or_else(|| told_after().find(|mark| self.is_participle(mark) || self.has_left(mark)));
        let before = within(acts, &(self.sentence.start..self.start));
        let told = before
            .iter()
            .rev()
            .filter(done)
            .filter(|mark| !self.is_noun(mark));
        let last = told
            .clone()
            .find(|mark| !self.is_attached(mark))
            .or(told.clone().next());
        // « a fabriqué 2 400 masques vendus 3,50 € »: the verb tells more than the participle beside.
        let governs = |mark: &&Mark<Act>| {
            let apart = |at: usize| {
                [';', ':', '.', '(', '|']
                    .iter()
                    .any(|sign| words.is_sign(at, *sign))
            };
            // « imprime des valves pour le CHU, 350 pièces livrées »
            let listed = words.is_sign(self.start.wrapping_sub(1), ',');
            mark.words.start >= self.before && !listed && !(mark.words.end..self.start).any(apart)
        };
        let made = last
            .filter(governs)
            .filter(|mark| matches!(mark.value, Act::Make | Act::Work));
        let beside = self.own
            && passive.is_some_and(|mark| mark.words.start == self.end && !self.is_handed_over(mark));
        let near = made.filter(|_| beside).or(passive).or(last);
        near.map(|mark| mark.value)
            .or_else(|| after.iter().find(done).map(|mark| mark.value))
            .or_else(|| self.act_before())
    }

    /// How far behind a number a verb may stand that speaks of it: within so many words, and up to the next number, or
    /// beyond that where both share it.
    pub(super) fn until(&self, shared: bool, reach: usize) -> usize {
        let near = if shared {
            self.next + reach
        } else {
            self.next.min(self.end + reach)
        };
        near.min(self.sentence.end)
    }

    /// « Collecte de jouets par l’association. 317 jouets au compteur. »: what the line said before.
    fn act_before(&self) -> Option<Act> {
        let line = self.scope.lines.iter().find(|line| line.contains(&self.start))?;
        let before = within(&self.scope.text.marks.acts, &(line.start..self.sentence.start));
        let told = |act: &Act| !matches!(act, Act::Aim | Act::Team | Act::Other);
        before
            .iter()
            .rev()
            .take(VERB_AFTER)
            .map(|mark| mark.value)
            .find(told)
    }

    /// « un objectif de 11 000 », « sur les 3 000 promis », « afin de distribuer 1 200 ».
    pub(super) fn is_target(&self) -> bool {
        let words = &self.scope.text.words;
        let acts = &self.scope.text.marks.acts;
        // « Lait d’ici : 700 litres » is a name.
        let bare = |mark: &Mark<Act>| {
            let end = mark.words.end;
            words.fold(end - 1) == "ici" && !words.is_letters(end) && !words.is_digits(end)
        };
        let aims = |range: Range<usize>| {
            within(acts, &range)
                .iter()
                .any(|mark| mark.value == Act::Aim && !bare(mark))
        };
        // « … pour coudre des bouillottes : 80 depuis Noël » tells of what is done.
        let so_far = words.fold(self.end) == "depuis" || self.is_to_date();
        if so_far && words.is_sign(self.start.wrapping_sub(1), ':') {
            return false;
        }
        let close = self.start.saturating_sub(5).max(self.before);
        if aims(close..self.start) || self.is_promised() {
            return true;
        }
        // « 27 bornes d’ici au 10 juillet »
        if words.fold(self.end) == "d'" && words.fold(self.end + 1) == "ici" {
            return true;
        }
        // « 150 sacs seront distribués »
        let after = self.end..self.next.min(self.end + 3).min(self.sentence.end);
        let mut after = after.take_while(|at| words.is_letters(*at));
        if after.any(|at| {
            matches!(
                words.fold(at),
                "seront" | "sera" | "auront" | "aura" | "devraient" | "partiront" | "iront" | "rejoindront"
            )
        }) {
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

    /// « 12 000 à ce jour »
    fn is_to_date(&self) -> bool {
        let words = &self.scope.text.words;
        words.fold(self.end) == "a" && words.fold(self.end + 1) == "ce" && words.fold(self.end + 2) == "jour"
    }

    /// Whether words right beside a number without a unit say what is done: « en a donné 19 ».
    pub(super) fn is_told(&self) -> bool {
        let acts = &self.scope.text.marks.acts;
        let close = self.start.saturating_sub(4).max(self.before)..self.start;
        let before = within(acts, &close)
            .iter()
            .any(|mark| !matches!(mark.value, Act::Team | Act::Other));
        let after = within(acts, &(self.end..self.until(false, 4)))
            .iter()
            .any(|mark| self.is_participle(mark));
        // « (déjà 275) », « soit 13 000 »
        let words = &self.scope.text.words;
        let counted =
            words.fold(self.end) == "au" && matches!(words.fold(self.end + 1), "compteur" | "total");
        let said = counted || matches!(words.fold_before(self.start, 1), "deja" | "soit");
        // « on en compte 58 », and not « les habitants de cette commune (qui en compte 900) »
        let verb = words.fold_before(self.start, 1);
        let tallied = words.fold_before(self.start, 2) == "en"
            && words.fold_before(self.start, 3) != "qui"
            && ["compte", "recense", "denombre", "totalise"]
                .iter()
                .any(|stem| verb.starts_with(stem));
        let said = said || tallied || self.is_to_date();
        let number = words.fold_before(self.start, 1) == "de" && words.fold_before(self.start, 2) == "nombre";
        let them = number || counts_them(words, self.start) || is_aside(words, &(self.start..self.end));
        before || after || said || them || self.is_target()
    }
}

/// « Ils sont 41 à manier la tronçonneuse »: those who were named.
pub(super) fn counts_them(words: &Words, start: usize) -> bool {
    matches!(
        words.fold_before(start, 1),
        "sont" | "sommes" | "etaient" | "etions" | "seront"
    ) && matches!(words.fold_before(start, 2), "ils" | "elles" | "nous" | "ce")
}

/// « des parrains (27 à ce jour) », « les bénévoles, une cinquantaine, ont arrosé »
pub(super) fn is_aside(words: &Words, number: &Range<usize>) -> bool {
    let end = number.end;
    if words.is_sign(number.start.wrapping_sub(1), ',') && words.is_sign(end, ',') {
        return !words.is_capital(number.start.wrapping_sub(2));
    }
    let counted = matches!(words.fold(end), "a" | "au" | "en" | "aujourd'" | ")" | ",");
    let date = words.fold(end) == "en" && words.fold(end + 1) != "tout";
    words.is_sign(number.start.wrapping_sub(1), '(') && counted && !date
}
