//! People who are counted: those who do something, and those whom it is done for.

use super::around::Around;
use super::told::counts_them;
use crate::communique::read::marks::{Mark, begins_at, within};
use crate::communique::read::tables::acts::{ADVERBS, Act, GOT, SENT, SIZED, TO_USE, USES, VOLUNTARY};
use crate::communique::read::tables::units::{ANIMALS, Unit, is_occupation};
use crate::domain::initiative::MeasureKind;

impl Around<'_> {
    pub(super) fn helpers(&self) -> (MeasureKind, bool) {
        if self.is_object() || self.use_it() || self.got_it() || self.is_shared_with() {
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
        if self.use_it() || self.got_it() || self.is_shared_with() {
            return (MeasureKind::Beneficiaries, true);
        }
        if self.is_promised() || self.is_put_off() {
            return (MeasureKind::Target, true);
        }
        if self.is_sent() || self.offer_themselves() {
            return (MeasureKind::Volunteers, true);
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
        if self.use_it() || self.got_it() || self.is_shared_with() {
            return (MeasureKind::Beneficiaries, true);
        }
        if self.is_promised() || self.is_put_off() {
            return (MeasureKind::Target, true);
        }
        if self.is_with() || self.are_they() || self.is_sent() {
            return (MeasureKind::Volunteers, true);
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
        if by || self.offer_themselves() || self.is_team() || self.is_joined() {
            return (MeasureKind::Volunteers, true);
        }
        (MeasureKind::Beneficiaries, false)
    }

    /// « 25 jeunes volontaires », « une dizaine de parents accompagnateurs », « 215 inscrits » where volunteers are told of.
    fn offer_themselves(&self) -> bool {
        let text = self.scope.text;
        let words = &text.words;
        let free = |at: usize| VOLUNTARY.iter().any(|start| words.fold(at).starts_with(start));
        // The next cell of a table tells of others.
        let cell = self
            .scope
            .text
            .said(self.end.saturating_sub(1)..self.end + 1)
            .contains('\t');
        let of = matches!(words.fold(self.end), "de" | "des" | "d'" | "du");
        let worker = !cell
            && words.is_letters(self.end)
            && words.fold(self.end).ends_with('s')
            && !begins_at(&text.marks.acts, self.end)
            && (text.tables.units.find(words, self.end).map(|(_, unit)| unit) == Some(Unit::Helpers)
                || is_occupation(words.fold(self.end))
                    && !words.fold(self.end).trim_end_matches('s').ends_with("ien"));
        if !of && !cell && (self.end..self.end + 2).any(free) || self.own && worker {
            return true;
        }
        let listed = ["inscrit", "participant"]
            .iter()
            .any(|noun| words.fold(self.start + 1).starts_with(noun));
        let line = self.scope.lines.iter().find(|line| line.contains(&self.start));
        let from = line.map_or(self.sentence.start, |line| line.start);
        // « 83 participants » where something is cleaned or planted.
        let mended = || {
            let acts = within(&text.marks.acts, &(from..self.sentence.end));
            acts.iter().any(|mark| mark.value == Act::Work)
        };
        listed && ((from..self.start).any(free) || mended())
    }

    /// « a dépêché trente élèves »: who is sent to help.
    fn is_sent(&self) -> bool {
        let words = &self.scope.text.words;
        let close = self.start.saturating_sub(3).max(self.before)..self.start;
        close
            .into_iter()
            .any(|at| SENT.iter().any(|stem| words.fold(at).starts_with(stem)))
    }

    /// « partage son puits avec 120 foyers »: those who get their part.
    fn is_shared_with(&self) -> bool {
        let words = &self.scope.text.words;
        let with = words.fold_before(self.start, 1) == "avec";
        let close = self.start.saturating_sub(7).max(self.before)..self.start;
        with && close.into_iter().any(|at| words.fold(at).starts_with("partag"))
    }

    /// « 40 commerçants ont reçu leur macaron », « 145 personnes ont suivi un cours », not « ont reçu 30 familles ».
    fn got_it(&self) -> bool {
        let words = &self.scope.text.words;
        if VOLUNTARY
            .iter()
            .any(|start| words.fold(self.end.saturating_sub(1)).starts_with(start))
        {
            return false;
        }
        let small = |at: &usize| ADVERBS.contains(&words.fold(*at)) || matches!(words.fold(*at), "y" | "en");
        let has = |at: &usize| matches!(words.fold(*at), "ont" | "avaient" | "auront");
        let mut behind = (self.end..self.end + 4).take_while(|at| words.is_letters(*at));
        let Some(has) = behind.find(has) else {
            return false;
        };
        let Some(verb) = (has + 1..has + 3).find(|at| !small(at)) else {
            return false;
        };
        // « ont pu être dépistés »
        let could = words.fold(verb) == "pu" && words.fold(verb + 1) == "etre";
        let got = could || GOT.iter().any(|stem| words.fold(verb).starts_with(stem));
        let people = self.next < verb + 4 && self.next < self.sentence.end;
        got && !people
    }

    /// « nous espérons y accueillir 40 personnes »: who is not helped yet.
    fn is_put_off(&self) -> bool {
        let text = self.scope.text;
        let words = &text.words;
        let close = self.start.saturating_sub(4).max(self.before)..self.start;
        let helped = within(&text.marks.acts, &close).iter().rev().find(|mark| {
            matches!(mark.value, Act::Help | Act::Receive)
                && words.fold(mark.words.start).ends_with(['r', 'e'])
        });
        let Some(verb) = helped.filter(|mark| {
            let word = words.fold(mark.words.start);
            ["er", "ir", "re"].iter().any(|end| word.ends_with(end))
        }) else {
            return false;
        };
        let from = verb.words.start.saturating_sub(4).max(self.sentence.start);
        let off = within(&text.marks.not_yet, &(from..verb.words.start));
        off.last()
            .is_some_and(|mark| words.fold(mark.words.start) != "pour")
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

    /// « un établissement de 520 élèves »: how big a body is.
    pub(super) fn is_size(&self) -> bool {
        let words = &self.scope.text.words;
        matches!(words.fold_before(self.start, 1), "de" | "d'")
            && SIZED.contains(&words.fold_before(self.start, 2))
            && matches!(
                words.fold_before(self.start, 3),
                "un" | "une" | "cet" | "cette" | "ce" | "petite" | "petit"
            )
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
    pub(super) fn is_given_to(&self) -> bool {
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
                && !(mark.words.end..self.start)
                    .any(|at| matches!(words.fold(at), "de" | "d'" | "," | "par" | ":" | ";" | "."))
        });
        let received = within(acts, &(self.end..self.until(false, 6)))
            .first()
            .is_some_and(|mark| matches!(mark.value, Act::Help | Act::Receive) && self.is_participle(mark));
        helped || received
    }

    /// « 38 retraités l’empruntent », « 33 adultes les suivent », « ils sont 112 à en profiter »: they use what others offer.
    fn use_it(&self) -> bool {
        let words = &self.scope.text.words;
        // « à en profiter », « à s’y retrouver »
        let small = |at: &usize| {
            matches!(
                words.fold(*at),
                "y" | "en" | "s'" | "se" | "l'" | "les" | "le" | "la"
            )
        };
        if words.fold(self.end) == "a"
            && let Some(verb) = (self.end + 1..self.end + 4).find(|at| !small(at))
            && TO_USE.contains(&words.fold(verb))
        {
            return true;
        }
        let close = self.end..self.until(false, 5);
        let mut close = close.take_while(|at| words.is_letters(*at) && words.fold(*at) != "et");
        let verb = close.find(|at| USES.contains(&words.fold(*at)));
        let before = |verb: usize| words.fold_before(verb, 1);
        verb.is_some_and(|at| match words.fold(at) {
            // « jouent sous les fenêtres », « jouent pour les résidents » do it for others.
            "jouent" => matches!(before(at), "y" | "en"),
            // « apprennent aux retraités à … »
            "apprennent" => !matches!(words.fold(at + 1), "aux" | "leur"),
            "retrouvent" | "pressent" | "rendent" | "reunissent" | "croisent" | "reposent" | "abritent" => {
                matches!(before(at), "y" | "s'" | "se")
            }
            "assistent" | "viennent" | "passent" | "trouvent" => before(at) == "y",
            // « logent chacune un jeune »
            "logent" => !matches!(
                words.fold(at + 1),
                "un" | "une" | "des" | "chacun" | "chacune" | "les"
            ),
            _ => true,
        })
    }
}
