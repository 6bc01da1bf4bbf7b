//! Whether a number is only aimed at, and whether one without a unit is told of at all.

use std::ops::Range;

use super::around::Around;
use crate::communique::read::marks::{Mark, within};
use crate::communique::read::tables::acts::Act;
use crate::communique::read::words::Words;

impl Around<'_> {
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
        // « vont être distribués », « devraient être livrés »
        let to_be = within(acts, &(self.end..self.until(false, 6)))
            .iter()
            .any(|mark| {
                let close = mark.words.start.saturating_sub(3).max(self.end)..mark.words.start;
                self.is_still_to_be(mark)
                    && close
                        .into_iter()
                        .any(|at| matches!(words.fold(at), "vont" | "va" | "doivent" | "doit"))
            });
        if to_be {
            return true;
        }
        // An infinitive that is put off: nothing of it is done yet.
        let all = within(acts, &(self.before..self.start));
        let governing = all.iter().rev().find(|mark| !matches!(mark.value, Act::Team));
        let Some(governing) = governing else { return false };
        // « donnera 300 places »
        let verb = words.fold(governing.words.start);
        if [
            "era", "eront", "ira", "iront", "erait", "eraient", "irait", "iraient",
        ]
        .iter()
        .any(|end| verb.ends_with(end))
        {
            return true;
        }
        let infinitive = ["er", "ir", "re"]
            .iter()
            .any(|end| words.fold(governing.words.start).ends_with(end));
        let from = governing.words.start.saturating_sub(3).max(self.sentence.start);
        // « allume le four pour cuire le pain : 60 miches »: a colon begins another thought.
        if (governing.words.end..self.start).any(|at| words.is_sign(at, ':')) {
            return false;
        }
        let off = within(&self.scope.text.marks.not_yet, &(from..governing.words.start));
        let put_off = off.last().is_some_and(|mark| {
            // « pour acheminer 8 000 masques » tells of what is done, « afin de coudre » of what will be.
            words.fold(mark.words.start) != "pour" || governing.value == Act::Make
        });
        infinitive && put_off
    }

    /// « 3 000 promis », « 500 sont prévus ».
    pub(super) fn is_promised(&self) -> bool {
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

    /// « 12 000 à ce jour », « 53 pour l’instant »
    fn is_to_date(&self) -> bool {
        let words = &self.scope.text.words;
        let next = |ahead: usize| words.fold(self.end + ahead);
        match next(0) {
            "a" => matches!(next(1), "ce" | "cette" | "present") && next(2) != "prix",
            "pour" => matches!(next(1), "l'" | "le") && matches!(next(2), "instant" | "moment"),
            "jusqu'" => matches!(next(1), "ici" | "a" | "alors" | "aujourd'"),
            _ => false,
        }
    }

    /// « des colis : 320 en décembre », « un total de … : 61 330 »: a number behind a colon, with nothing to count behind it.
    fn is_listed(&self) -> bool {
        let words = &self.scope.text.words;
        let when = matches!(
            words.fold(self.end),
            "en" | "depuis"
                | "a"
                | "au"
                | "ce"
                | "cette"
                | "deja"
                | "jusqu'"
                | "pour"
                | "."
                | "!"
                | ","
                | ";"
        ) || self.end >= self.sentence.end;
        let sum = (2..=3).any(|back| {
            matches!(
                words.fold_before(self.start, back),
                "total" | "bilan" | "resultat" | "compteur" | "score"
            )
        });
        let acted = !within(&self.scope.text.marks.acts, &(self.sentence.start..self.start)).is_empty();
        words.is_sign(self.start.wrapping_sub(1), ':') && when && (sum || acted)
    }

    /// « dont 9 400 sont déjà chez les soignants », « 700 d’entre eux », « 9 200 sur 14 000 sont partis », « 17 y sont passés »
    fn is_part(&self) -> bool {
        let words = &self.scope.text.words;
        let next = |ahead: usize| words.fold(self.end + ahead);
        let those = next(0) == "d'" && next(1) == "entre";
        let of_more = next(0) == "sur" && self.next == self.end + 1;
        let finite = matches!(next(0), "sont" | "ont" | "etaient" | "seront")
            || next(0) == "y" && matches!(next(1), "sont" | "ont" | "viennent" | "logent" | "dorment");
        // « il en a huit », « on en est à 1 650 »
        let from = self.start.saturating_sub(5).max(self.before);
        let has = (from..self.start).any(|at| {
            words.fold(at) == "en"
                && matches!(
                    words.fold(at + 1),
                    "a" | "ont" | "avait" | "avaient" | "est" | "etaient" | "sont"
                )
        });
        those || of_more || finite || has
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
        let said = said || tallied || self.is_to_date() || self.is_listed() || self.is_part();
        let number = words.fold_before(self.start, 1) == "de" && words.fold_before(self.start, 2) == "nombre";
        let them = number || counts_them(words, self.start) || is_aside(words, &(self.start..self.end));
        // « par deux », « à deux »
        let paired = matches!(words.fold_before(self.start, 1), "par" | "a") && !words.is_digits(self.start);
        !paired && (before || after || said || them || self.is_target())
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
    // « …, une centaine. »
    let ends = words.is_sign(end, ',') || words.is_sign(end, '.') && !words.is_digits(number.start);
    if words.is_sign(number.start.wrapping_sub(1), ',') && ends {
        return !words.is_capital(number.start.wrapping_sub(2));
    }
    let counted = matches!(words.fold(end), "a" | "au" | "en" | "aujourd'" | ")" | ",");
    let date = words.fold(end) == "en" && words.fold(end + 1) != "tout";
    words.is_sign(number.start.wrapping_sub(1), '(') && counted && !date
}
