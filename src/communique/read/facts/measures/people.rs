//! People who are counted: those who do something, and those whom it is done for.

use super::around::{Around, counts_them};
use crate::communique::read::marks::{Mark, begins_at, within};
use crate::communique::read::tables::acts::{Act, LIVED, NOT_DOING, USES};
use crate::communique::read::tables::units::{ANIMALS, Unit};
use crate::domain::initiative::MeasureKind;

impl Around<'_> {
    pub(super) fn helpers(&self) -> (MeasureKind, bool) {
        if self.is_object() {
            return (MeasureKind::Beneficiaries, true);
        }
        if self.use_it() {
            return (MeasureKind::Beneficiaries, true);
        }
        if self.is_with() || self.is_joined() || self.acts_itself() || self.are_they() {
            return (MeasureKind::Volunteers, true);
        }
        // « ont tourné à 28 bénévoles » gives them nothing.
        let before = within(&self.scope.text.marks.acts, &(self.sentence.start..self.start));
        let given = before
            .iter()
            .any(|mark| !matches!(mark.value, Act::Team | Act::Aim | Act::Other));
        if self.is_given_to() && given || self.is_helped_directly() {
            return (MeasureKind::Beneficiaries, true);
        }
        if self.is_target() {
            return (MeasureKind::Target, true);
        }
        (MeasureKind::Volunteers, true)
    }

    pub(super) fn helped(&self) -> (MeasureKind, bool) {
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
        // « nourrir 90 chevaux »: no animal lends a hand.
        if self.are_animals() {
            return (MeasureKind::Beneficiaries, true);
        }
        if self.is_team() || self.are_they() || (self.is_with() || self.is_joined()) && !self.is_given_to() {
            return (MeasureKind::Volunteers, true);
        }
        if self.acts_itself() && !self.is_helped_directly() {
            return (MeasureKind::Volunteers, false);
        }
        (MeasureKind::Beneficiaries, true)
    }

    pub(super) fn people(&self) -> (MeasureKind, bool) {
        if self.is_with() || self.are_they() {
            return (MeasureKind::Volunteers, true);
        }
        if self.use_it() {
            return (MeasureKind::Beneficiaries, true);
        }
        if self.acts_itself() && !self.is_helped_directly() {
            return (MeasureKind::Volunteers, false);
        }
        if self.is_given_to() || self.is_helped_directly() {
            return (MeasureKind::Beneficiaries, true);
        }
        let words = &self.scope.text.words;
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
        if by || volunteers || self.is_team() || self.is_joined() {
            return (MeasureKind::Volunteers, true);
        }
        (MeasureKind::Beneficiaries, false)
    }

    /// « loge gratuitement 11 techniciens », « forme huit stagiaires »: those whom a verb right before has as its object.
    fn is_object(&self) -> bool {
        let words = &self.scope.text.words;
        let close = self.start.saturating_sub(3).max(self.before)..self.start;
        let acts = within(&self.scope.text.marks.acts, &close);
        let adverb = |at: usize| {
            words.fold(at).ends_with("ment") || matches!(words.fold(at), "deja" | "aussi" | "ainsi")
        };
        acts.last().is_some_and(|mark| {
            let verb = words.fold(mark.words.start);
            let taught = mark.value == Act::Other && verb.starts_with("form") && verb != "forment";
            let before = words.fold(mark.words.start.wrapping_sub(1));
            let helped = mark.value == Act::Help && !matches!(before, "avec" | "de" | "d'" | "par" | "l'");
            (taught || helped) && mark.words.len() == 1 && (mark.words.end..self.start).all(adverb)
        })
    }

    /// « 1 500 foyers sont privés d’électricité »: people whom something befalls, and for whom nobody does anything.
    pub(super) fn are_stricken(&self) -> bool {
        let text = self.scope.text;
        let words = &text.words;
        let verb = matches!(
            words.fold(self.end),
            "sont" | "restent" | "demeurent" | "etaient" | "restaient"
        );
        let small = |at: usize| {
            matches!(
                words.fold(at),
                "toujours" | "encore" | "ainsi" | "actuellement" | "desormais"
            )
        };
        let at = (self.end + 1..self.end + 4)
            .find(|at| !small(*at))
            .unwrap_or(self.end);
        verb && (text.tables.befalls.find(words, at).is_some() || words.fold(at) == "sans")
    }

    /// Whether animals are counted.
    fn are_animals(&self) -> bool {
        let words = &self.scope.text.words;
        (self.start..self.end).any(|at| ANIMALS.contains(&words.fold(at).trim_end_matches(['s', 'x'])))
    }

    /// « Elles sont 34 »: those who do what was told.
    fn are_they(&self) -> bool {
        let words = &self.scope.text.words;
        counts_them(words, self.start) && !words.fold_before(self.start, 1).starts_with('e')
    }

    /// « grâce à trente habitants », « mobilise 12 élèves ».
    fn is_joined(&self) -> bool {
        let close = self.start.saturating_sub(5).max(self.sentence.start)..self.start;
        let acts = within(&self.scope.text.marks.acts, &close);
        let words = &self.scope.text.words;
        let gathers = |mark: &Mark<Act>| {
            let verb = words.fold(mark.words.start);
            mark.value == Act::Collect && ["reuni", "rassembl"].iter().any(|stem| verb.starts_with(stem))
        };
        // « Grâce à eux, 110 vaches », « se sont proposés pour nourrir 90 chevaux »: another verb stands between.
        let owed = |at: usize| {
            words.is_sign(at, ',')
                && matches!(
                    words.fold_before(at, 1),
                    "eux" | "elle" | "elles" | "lui" | "cela" | "ca"
                )
        };
        acts.last().is_some_and(|mark| {
            (mark.value == Act::Team || gathers(mark)) && !(mark.words.end..self.start).any(owed)
        })
    }

    /// « avec 13 jeunes », « par ses agents et 48 habitantes ».
    fn is_with(&self) -> bool {
        let words = &self.scope.text.words;
        let from = self.start.saturating_sub(5).max(self.before);
        let near = (from..self.start).rev().find(|at| {
            let word = words.fold(*at);
            // « par semaine à une quinzaine de parents »
            let other = matches!(word, "a" | "au" | "aux" | "pour" | "chez");
            other && *at + 2 >= self.start
                || matches!(word, "avec" | "par")
                || !words.is_letters(*at)
                || begins_at(&self.scope.text.marks.acts, *at)
        });
        near.is_some_and(|at| {
            let close = at + 3 >= self.start || words.fold(self.start - 1) == "et";
            close && matches!(words.fold(at), "avec" | "par")
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

    /// « à 30 commerçants », « pour 45 familles ».
    fn is_given_to(&self) -> bool {
        let words = &self.scope.text.words;
        let near = |back: usize| words.fold_before(self.start, back);
        let direct = matches!(near(1), "aux" | "pour" | "chez" | "vers" | "a");
        let article =
            matches!(near(1), "ses" | "les" | "leurs" | "des") && matches!(near(2), "a" | "pour" | "chez");
        let said = self.scope.text.said(self.start.saturating_sub(1)..self.start);
        let thanks = near(2) == "grace";
        direct && said != "a" && !thanks || article
    }

    /// « aide 20 agriculteurs », « 64 habitants ont été reçus ».
    pub(super) fn is_helped_directly(&self) -> bool {
        let acts = &self.scope.text.marks.acts;
        let words = &self.scope.text.words;
        let close = self.start.saturating_sub(4).max(self.before)..self.start;
        let helped = within(acts, &close).iter().any(|mark| {
            matches!(mark.value, Act::Help | Act::Receive)
                && !(mark.words.end..self.start).any(|at| matches!(words.fold(at), "de" | "d'" | "," | "par"))
        });
        let received = within(acts, &(self.end..self.until(false, 6)))
            .first()
            .is_some_and(|mark| matches!(mark.value, Act::Help | Act::Receive) && self.is_participle(mark));
        helped || received
    }

    /// « 38 retraités l’empruntent », « 33 adultes les suivent »: they use what others offer.
    fn use_it(&self) -> bool {
        let words = &self.scope.text.words;
        let close = self.end..self.until(false, 5);
        let mut close = close.take_while(|at| words.is_letters(*at) && words.fold(*at) != "et");
        let verb = close.find(|at| USES.contains(&words.fold(*at)));
        // « jouent sous les fenêtres », « jouent pour les résidents » do it for others.
        verb.is_some_and(|at| words.fold(at) != "jouent" || matches!(words.fold(at - 1), "y" | "en"))
    }

    /// « une quinzaine d’étudiants y entourent 52 collégiens »: a verb that no table knows.
    fn acts_somehow(&self) -> bool {
        let words = &self.scope.text.words;
        let small = |at: &usize| matches!(words.fold(*at), "y" | "en" | "les" | "leur" | "se" | "s'" | "lui");
        let Some(verb) = (self.end..self.end + 3).find(|at| !small(at)) else {
            return false;
        };
        let word = words.fold(verb);
        let known =
            begins_at(&self.scope.text.marks.acts, verb) || begins_at(&self.scope.text.marks.asks, verb);
        verb < self.sentence.end
            && self.unit == Some(Unit::People)
            && words.is_letters(verb)
            && !words.is_capital(verb)
            && !known
            && word.len() > 5
            && word.ends_with("ent")
            && !word.ends_with("ment")
            && !NOT_DOING.contains(&word)
    }

    /// « 120 lycéens ont sonné chez 1 900 personnes »: a participle that no table knows.
    fn did_somehow(&self) -> bool {
        let words = &self.scope.text.words;
        let participle = self.end + 1;
        let word = words.fold(participle);
        words.fold(self.end) == "ont"
            && words.is_letters(participle)
            && words.is_participle(participle)
            && !begins_at(&self.scope.text.marks.acts, participle)
            && !LIVED.iter().any(|start| word.starts_with(start))
    }

    /// « une trentaine d’élèves cousent », « 41 jeunes en service civique ont rendu visite ».
    pub(super) fn acts_itself(&self) -> bool {
        let words = &self.scope.text.words;
        if self.acts_somehow() || self.did_somehow() {
            return true;
        }
        let who = (self.end..self.end + 8).any(|at| words.fold(at) == "qui");
        let reach = if who { 14 } else { 8 };
        // « quinze pompiers et douze architectes font le tour »: one verb for both.
        let pair = self.next > self.end
            && self.next <= self.end + reach
            && words.fold(self.next - 1) == "et"
            && (self.end..self.next).all(|at| words.is_letters(at));
        let between = |at: usize| self.end..at;
        let acts = within(&self.scope.text.marks.acts, &(self.end..self.until(pair, reach)));
        acts.iter().any(|mark| {
            let at = mark.words.start;
            // « qui, cette fois, ont livré »
            let pronoun = between(at).find(|at| words.fold(*at) == "qui").unwrap_or(at);
            let apart = between(pronoun).any(|at| matches!(words.fold(at), "," | ";" | "." | ":" | "("))
                || between(at).any(|at| words.fold(at) == "ete");
            let word = words.fold(at);
            let active = word.ends_with("ent") || word.ends_with("ont") || word.ends_with("aient");
            let helped = between(at).any(|at| matches!(words.fold(at), "ont" | "avaient" | "auront"));
            // « formées aux gestes qui sauvent » tells of the gestures.
            let others = between(pronoun).any(|at| matches!(words.fold(at), "a" | "aux"));
            // « 18 étudiants qui rendent visite »
            let who = !others
                && between(at)
                    .any(|at| words.fold(at) == "qui" && !matches!(words.fold(at + 1), "se" | "s'" | "en"));
            let near = at <= self.end + 5 || helped || pair && at <= self.next + 5;
            // « 84 foyers s’y servent », « y passent leurs après-midi »
            let there = between(at).any(|at| words.fold(at) == "y");
            let own = there && NOT_DOING.contains(&word)
                || between(at).any(|at| matches!(words.fold(at), "s'" | "se"))
                    && (mark.value == Act::Give || there && !matches!(mark.value, Act::Team | Act::Other));
            near && !apart
                && !own
                && match mark.value {
                    // « 320 foyers inscrits » are helped.
                    Act::Team
                        if at == self.end && mark.words.len() == 1 && self.unit == Some(Unit::Helped) =>
                    {
                        active || who
                    }
                    // « 30 foyers se chauffent grâce à l’association »
                    Act::Team if word == "grace" => false,
                    // « Trente élèves y sont inscrits »
                    Act::Team if self.unit == Some(Unit::Helped) && word.starts_with("inscri") => {
                        active || who
                    }
                    Act::Team => active || who || !self.is_given_to(),
                    // « des éleveurs ont recueilli 340 brebis »
                    Act::Receive => {
                        helped
                            && word.starts_with("recueilli")
                            && at + 1 == self.next.min(at + 1)
                            && self.next > at
                    }
                    Act::Aim => false,
                    // « 45 enfants ont fait leurs devoirs »
                    Act::Other if self.unit == Some(Unit::Helped) => false,
                    _ => active || helped || who,
                }
        })
    }
}
