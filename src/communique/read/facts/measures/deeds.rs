//! What is done to the things that a number counts: the verb that speaks of it.

use super::around::{Around, VERB_AFTER};
use crate::communique::read::marks::{Mark, within};
use crate::communique::read::tables::acts::{ADVERBS, Act, LEAVES};
use crate::communique::read::tables::units::Unit;

/// How many words after its unit the verb of its clause may stand.
const FINITE_AFTER: usize = 14;

impl Around<'_> {
    /// The act that speaks of the number: a participle right after it, else the verb before it.
    pub(super) fn act(&self) -> Option<Act> {
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
        let near_next = |sign: &str| (self.end..self.next).any(|at| words.fold(at) == sign);
        // « 41 000 masques sur 65 000 ont été glissés »
        let of_more = self.next <= self.end + 4 && near_next("sur");
        let joined = self.next <= self.end + 3 && ["et", ",", "+"].into_iter().any(near_next);
        let both = joined || of_more;
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
        // « a fabriqué 2 400 masques vendus 3,50 € », « a remis 90 sacs bien garnis »: the verb tells more than the
        // participle beside.
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
        let adverb = |at: usize| ADVERBS.contains(&words.fold(at));
        let beside = self.own
            && passive.is_some_and(|mark| {
                let like = (self.end..mark.words.start).all(adverb);
                like && !self.is_handed_over(mark)
            });
        let made = passive.is_some_and(|mark| mark.value == Act::Make);
        let verb = last
            .filter(governs)
            .filter(|mark| made || matches!(mark.value, Act::Make | Act::Work));
        let near = verb.filter(|_| beside).or(passive).or(last);
        if near.is_some_and(|mark| self.is_then_given(mark)) || self.is_there() {
            return Some(Act::Give);
        }
        let near = near.map(|mark| self.meant_by(mark));
        let behind = || {
            let mark = after.iter().find(done)?;
            // « 700 masques attendent d’être distribués » are made so far.
            let waits = self.is_still_to_be(mark) && matches!(self.unit, Some(Unit::Made | Unit::Goods));
            Some(if waits { Act::Make } else { mark.value })
        };
        near.or_else(behind).or_else(|| self.act_before())
    }

    /// What a verb makes of things that are not made: those that come out of the workshop, or with which one is done, were
    /// mended or are lent, as was told before.
    fn meant_by(&self, mark: &Mark<Act>) -> Act {
        let words = &self.scope.text.words;
        let verb = words.fold(mark.words.start);
        let ends = LEAVES.iter().any(|stem| verb.starts_with(stem));
        let lasting = matches!(self.unit, Some(Unit::Equipment | Unit::Thing) | None);
        if mark.value == Act::Make && ends && lasting {
            let ready = verb.starts_with("pret") || verb.starts_with("sont");
            let known = ready && self.unit == Some(Unit::Equipment);
            // « prête des poêles : 14 poêles sont sortis du hangar »
            let before = within(&self.scope.text.marks.acts, &(self.sentence.start..self.start));
            let mut told = before.iter().rev().map(|mark| mark.value);
            let told = told.find(|act| !matches!(act, Act::Aim | Act::Team | Act::Other));
            return told.or_else(|| self.act_before()).unwrap_or(if known {
                Act::Provide
            } else {
                mark.value
            });
        }
        // « 14 tonnes de vivres transportées »: things are brought to somebody, people are helped.
        if mark.value == Act::Help && verb.starts_with("transport") {
            return Act::Give;
        }
        // « met 300 livres à disposition », « a mis 90 bocaux en conserve »: what stands behind says how.
        if mark.value == Act::Other && (verb.starts_with("met") || verb.starts_with("mis")) {
            let behind = within(
                &self.scope.text.marks.acts,
                &(self.end..self.until(false, VERB_AFTER)),
            );
            let how = behind
                .iter()
                .find(|mark| matches!(words.fold(mark.words.start), "a" | "en"));
            return how.map_or(mark.value, |mark| mark.value);
        }
        mark.value
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
    pub(super) fn act_before(&self) -> Option<Act> {
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
}
