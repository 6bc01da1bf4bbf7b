//! Whether people who are counted do something themselves.

use super::around::Around;
use crate::communique::read::marks::{Mark, begins_at, within};
use crate::communique::read::tables::acts::{Act, LIVED, NOT_DOING, SERVES};
use crate::communique::read::tables::units::Unit;

impl Around<'_> {
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

    /// Where a sentence goes on behind what is put in between two commas: « , recrutés par la mairie, ».
    fn aside(&self) -> Option<usize> {
        let words = &self.scope.text.words;
        let opens = (self.end..self.end + 6).find(|at| words.is_sign(*at, ','))?;
        let closes = (opens + 2..opens + 9).find(|at| words.is_sign(*at, ','))?;
        let verb = |mark: &Mark<Act>| {
            let word = words.fold(mark.words.start);
            word.ends_with("ent") || word.ends_with("ont")
        };
        let plain = (self.end..opens).all(|at| words.is_letters(at));
        let acts = within(&self.scope.text.marks.acts, &(opens..closes));
        let inside = (opens + 1..closes).all(|at| words.is_letters(at)) && !acts.iter().any(verb);
        (plain && inside && closes < self.next).then_some(closes + 1)
    }

    /// « une trentaine d’élèves cousent », « 41 jeunes en service civique ont rendu visite ».
    pub(super) fn acts_itself(&self) -> bool {
        let words = &self.scope.text.words;
        if self.acts_somehow() || self.did_somehow() {
            return true;
        }
        let who = (self.end..self.end + 8).any(|at| words.fold(at) == "qui");
        // « quarante lycéens, recrutés par la mairie, téléphonent »
        let aside = self.aside();
        let from = aside.unwrap_or(self.end);
        let reach = if who { 14 } else { 8 + from - self.end };
        // « soixante étudiants et professeurs de l’université dégagent »
        let long = matches!(words.fold(self.end), "de" | "du" | "des" | "d'" | "en" | "et");
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
            let opens = if at >= from { from } else { self.end };
            let apart = (opens..pronoun)
                .any(|at| matches!(words.fold(at), "," | ";" | "." | ":" | "(" | "que" | "qu'"))
                || between(at).any(|at| matches!(words.fold(at), "ete" | "etre"));
            let word = words.fold(at);
            let active = word.ends_with("ent") || word.ends_with("ont") || word.ends_with("aient");
            let helped = between(at).any(|at| matches!(words.fold(at), "ont" | "avaient" | "auront"));
            // « formées aux gestes qui sauvent » tells of the gestures.
            let others = between(pronoun).any(|at| matches!(words.fold(at), "a" | "aux"));
            // « 18 étudiants qui rendent visite »
            let who = !others
                && between(at)
                    .any(|at| words.fold(at) == "qui" && !matches!(words.fold(at + 1), "se" | "s'" | "en"));
            let near = at <= from + if long { 8 } else { 5 } || helped || pair && at <= self.next + 5;
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
                    // « 45 enfants ont fait leurs devoirs », not « ont proposé une chambre »
                    Act::Other if self.unit == Some(Unit::Helped) => {
                        (active || helped) && SERVES.iter().any(|stem| word.starts_with(stem))
                    }
                    // « 75 pousse-seringues sont prêts »
                    _ if word == "sont" => false,
                    _ => active || helped || who,
                }
        })
    }
}
