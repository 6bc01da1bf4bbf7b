//! The words around a number: what they make of it.

use std::ops::Range;

use crate::communique::read::facts::Scope;
use crate::communique::read::marks::{begins_at, within};
use crate::communique::read::tables::acts::Act;
use crate::communique::read::tables::units::Unit;
use crate::domain::initiative::MeasureKind;

/// How many words after its unit a verb still speaks of a number.
pub(super) const VERB_AFTER: usize = 9;

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
            Some(Unit::Helped | Unit::People) if self.are_stricken() || self.is_size() => None,
            Some(Unit::Goods | Unit::Made | Unit::Measure) if self.is_share() => None,
            Some(Unit::Helpers) => Some(self.helpers()),
            Some(Unit::Helped) => Some(self.helped()),
            Some(Unit::People) => Some(self.people()),
            // « 52 cours sont nettoyées »
            Some(Unit::None) if self.own && self.is_worked_on() => Some((MeasureKind::Other, true)),
            Some(Unit::None) => None,
            _ if self.is_repeated() || self.befell() || self.is_far() => None,
            // « Trois maisons ont cédé »: it is they who act.
            Some(Unit::Thing)
                if self.first && self.start <= self.sentence.start + 2 && self.acts_itself() =>
            {
                None
            }
            Some(Unit::Equipment | Unit::Goods | Unit::Made) if self.is_lent() => {
                Some((MeasureKind::Provided, true))
            }
            Some(Unit::Thing) | None if self.is_known() => None,
            Some(Unit::Thing) | None if self.is_within() => None,
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
            // « sorti 80 mètres cubes de boue »: nobody makes waste, and nobody is given it.
            Some(Unit::Measure) if self.is_waste() => Some((MeasureKind::Other, true)),
            Some(Unit::Equipment) if self.is_brought_along() => Some((MeasureKind::Provided, true)),
            Some(Unit::Equipment) if self.is_looked_at() => Some((MeasureKind::Other, true)),
            Some(Unit::Equipment) if self.is_repaired() => Some((MeasureKind::Other, true)),
            Some(Unit::Equipment | Unit::Goods | Unit::Made) | None if self.is_saved() => {
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
                _ if self.is_paid() => (MeasureKind::Distributed, true),
                Some(Act::Give) if !self.is_income() => (MeasureKind::Distributed, true),
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
        let opens = self.start == self.sentence.start
            || [':', ';'].iter().any(|sign| words.is_sign(self.start - 1, *sign));
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

    /// « trois maraudes par semaine »: how often something happens, not how much of it (« 61 trajets par semaine »).
    fn is_repeated(&self) -> bool {
        self.is_rate() && self.unit == Some(Unit::Thing) && self.is_few()
    }

    /// Whether the number is a small one.
    fn is_few(&self) -> bool {
        let words = &self.scope.text.words;
        let about = (self.start..self.start + 3).any(|at| words.fold(at).ends_with("aine"));
        !about && (!words.is_digits(self.start) || words.fold(self.start).len() == 1)
    }

    /// « à deux mètres de sa voisine », « sur trente mètres »: how far away.
    fn is_far(&self) -> bool {
        let words = &self.scope.text.words;
        (self.start..self.end).any(|at| words.fold(at).starts_with("metre"))
            && matches!(
                words.fold_before(self.start, 1),
                "a" | "sur" | "de" | "par" | "tous"
            )
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
        match words.fold(self.end) {
            _ if !self.is_few() => false,
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
}
