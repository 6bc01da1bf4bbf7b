//! What becomes of the things that a number counts: they leave, are lent, mended, received.

use super::around::{Around, VERB_AFTER};
use crate::communique::read::marks::{Body, Mark, begins_at, within};
use crate::communique::read::tables::acts::{Act, CALAMITIES, LOOKED_AT, WASTE};
use crate::communique::read::tables::calendar::DAYS;
use crate::communique::read::tables::organisers::KINDS;
use crate::domain::initiative::OrganiserKind;

/// How many words behind the unit a comma may stand with a participle of leaving behind it.
const FAR_LEFT: usize = 5;

/// What stands before a participle that is a verb of the sentence.
const AUXILIARIES: &[&str] = &[
    "sont", "etes", "sommes", "furent", "mais", "puis", "dans", "plus", "alors", "depuis",
];

impl Around<'_> {
    /// « 780 visières, remises à l’hôpital »: what was made has left.
    pub(super) fn has_left(&self, mark: &Mark<Act>) -> bool {
        let words = &self.scope.text.words;
        // « 7 000 attaches en plastique, données aux couturières »
        // « …, tous partis vers »
        let all = matches!(
            words.fold_before(mark.words.start, 1),
            "tous" | "toutes" | "ensuite"
        );
        let comma = mark.words.start.wrapping_sub(1 + usize::from(all));
        // « 90 repas en sont sortis, servis par »
        let told = |at: usize| within(&self.scope.text.marks.acts, &(at..at + 1)).first();
        let plain = |at: usize| words.is_letters(at) && told(at).is_none_or(|act| act.value == Act::Make);
        let close = (self.end..self.end + FAR_LEFT).contains(&comma)
            && words.is_sign(comma, ',')
            && (self.end..comma).all(plain);
        let next = words.fold(mark.words.end);
        let to = matches!(
            next,
            "a" | "au"
                | "aux"
                | "chez"
                | "dans"
                | "pour"
                | "par"
                | "gratuitement"
                | "ensuite"
                | "vers"
                | "en"
        ) || DAYS.contains(&next);
        // « vendus à prix coûtant » are sold where they are made, and what was gathered stays what was gathered.
        let sold = words.fold(mark.words.start).starts_with("vend");
        let gathered = || {
            let before = within(&self.scope.text.marks.acts, &(self.sentence.start..self.start));
            before.last().is_some_and(|mark| mark.value == Act::Collect)
        };
        let close = close && !sold && (comma == self.end || !gathered());
        close && to && mark.value == Act::Give && words.fold(mark.words.end - 1).ends_with(['s', 'e'])
    }

    /// « remis à des familles suivies par le CCAS 215 paires »: a participle that tells more of a noun, and nothing of
    /// what is counted.
    pub(super) fn is_attached(&self, mark: &Mark<Act>) -> bool {
        let words = &self.scope.text.words;
        let at = mark.words.start;
        let before = words.fold_before(at, 1);
        mark.words.len() == 1
            && at > self.sentence.start
            && (words.is_participle(at)
                || ["is", "ies", "us", "ues"]
                    .iter()
                    .any(|end| words.fold(at).ends_with(end)))
            && words.is_letters(at - 1)
            && before.ends_with('s')
            && words.fold(at).ends_with('s')
            && !AUXILIARIES.contains(&before)
    }

    /// « L’hôpital a reçu 320 visières »: what somebody else receives was handed out.
    pub(super) fn is_received_elsewhere(&self) -> bool {
        let text = self.scope.text;
        let before = within(&text.marks.acts, &(self.sentence.start..self.start));
        let Some(verb) = before.last().filter(|mark| mark.value == Act::Receive) else {
            return false;
        };
        let subject = self.sentence.start..verb.words.start;
        let public = |body: &Body| {
            let kind = |kind: &usize| KINDS.get(*kind) == Some(&OrganiserKind::PublicBody);
            matches!(body, Body::Actor(at, _) if kind(at))
        };
        let bodies = within(&text.marks.bodies, &subject);
        bodies.last().is_some_and(|body| public(&body.value)) && before.len() == 1
    }

    /// « répare les fauteuils roulants : 38 fauteuils sont repartis »: what was mended goes back to its owner.
    pub(super) fn is_repaired(&self) -> bool {
        let words = &self.scope.text.words;
        let back = (self.end..self.until(false, 4)).any(|at| words.fold(at).starts_with("repart"));
        let line = self.scope.lines.iter().find(|line| line.contains(&self.start));
        let before = line.map_or(self.sentence.start, |line| line.start)..self.start;
        let mended = |mark: &Mark<Act>| matches!(mark.value, Act::Work | Act::Restore);
        self.own && back && within(&self.scope.text.marks.acts, &before).iter().any(mended)
    }

    /// « a distribué 200 brumisateurs »: what lasts is handed out as well where the verb says so outright.
    pub(super) fn is_handed_out(&self) -> bool {
        let acts = within(&self.scope.text.marks.acts, &(self.sentence.start..self.start));
        let last = acts
            .last()
            .map_or("", |mark| self.scope.text.words.fold(mark.words.start));
        last.starts_with("distribu") || last.starts_with("redistribu")
    }

    /// « un véhicule à quatre roues »: what a thing is like.
    pub(super) fn is_trait(&self) -> bool {
        let words = &self.scope.text.words;
        let at = self.start.wrapping_sub(1);
        let few = self.own && self.end <= self.start + 3 && !words.is_digits(self.start);
        few && words.fold(at) == "a"
            && words.is_letters(at.wrapping_sub(1))
            && !begins_at(&self.scope.text.marks.acts, at.wrapping_sub(1))
    }

    /// « ont imprimé 1 250 visières et les ont envoyées »: what was made is given then.
    pub(super) fn is_given_then(&self) -> bool {
        let words = &self.scope.text.words;
        let given = within(
            &self.scope.text.marks.acts,
            &(self.end..self.until(false, VERB_AFTER)),
        );
        // « qu’il remettra aux équipes »: it has not left yet.
        let to_come = |at: usize| {
            ["era", "eront", "ra", "ront"]
                .iter()
                .any(|end| words.fold(at).ends_with(end))
        };
        let now = |mark: &&Mark<Act>| mark.value == Act::Give && !to_come(mark.words.start);
        // « …, et les vendent à prix coûtant »
        let sold = |mark: &&Mark<Act>| words.fold(mark.words.start).starts_with("vend");
        given.iter().filter(now).filter(|mark| !sold(mark)).any(|mark| {
            // « 180 plateaux que livrent des agents », « 400 masques, qu’elle distribue »
            let at = mark.words.start;
            let whom = |back: usize| matches!(words.fold_before(at, back), "que" | "qu'");
            if whom(1)
                || whom(2) && matches!(words.fold_before(at, 1), "elle" | "il" | "ils" | "elles" | "on")
            {
                return true;
            }
            let auxiliary = matches!(words.fold_before(mark.words.start, 1), "a" | "ont");
            let them = words.fold_before(mark.words.start, 1 + usize::from(auxiliary));
            matches!(them, "les" | "l'")
        })
    }

    /// « 90 bâches, qu’elle prête », « 200 livres à emprunter ».
    pub(super) fn is_lent(&self) -> bool {
        let words = &self.scope.text.words;
        let lent = within(
            &self.scope.text.marks.acts,
            &(self.end..self.until(false, VERB_AFTER)),
        );
        lent.iter().filter(|mark| mark.value == Act::Lend).any(|mark| {
            let behind = mark.words.start.checked_sub(2).filter(|at| *at >= self.end);
            let relative = behind.is_some_and(|at| matches!(words.fold(at), "qu'" | "que"));
            relative || words.fold(mark.words.start) == "a" && words.fold(mark.words.start + 1) == "emprunter"
        })
    }

    /// « 220 déjà livrées », « 1 900 masques sont prêts », « 48 ordinateurs ont été remis ».
    pub(super) fn is_participle(&self, mark: &Mark<Act>) -> bool {
        let words = &self.scope.text.words;
        let word = words.fold(mark.words.start);
        let last = words.fold(mark.words.end - 1);
        let shaped = |word: &str| word.ends_with(['s', 'x']) || word.ends_with("ee") || word.ends_with("ees");
        // A sign or « qui » between them begins another thought.
        let apart = (self.end..mark.words.start)
            .any(|at| matches!(words.fold(at), "," | ";" | ":" | "(" | "et" | "pour" | "afin"));
        // « 240 paquets ; ils seront portés aux résidents » tells of another day.
        let ended = (self.end..mark.words.start).any(|at| matches!(words.fold(at), ";" | "."));
        if words.is_capital(mark.words.start) || ended {
            return false;
        }
        if self.is_still_to_be(mark) {
            return false;
        }
        let mut between = self.end..mark.words.start;
        let been = between
            .clone()
            .any(|at| matches!(words.fold(at), "ete" | "sont" | "etaient" | "seront" | "est"));
        let been = been || !between.is_empty() && between.all(|at| words.fold(at) == "deja");
        let next = mark.words.start <= self.end + 1;
        // « la remise en état de 17 logements a été achevée »: what is many wants its plural.
        let many = self.own
            && self.end > 0
            && (self.start..self.end).any(|at| words.is_letters(at) && words.fold(at).ends_with(['s', 'x']));
        if many && !last.ends_with(['s', 'x']) {
            return false;
        }
        shaped(last) && (!apart || been) && (been || next) || word == "prets" || word == "pretes"
    }

    /// « sont partis », « ont été livrés »: a participle right behind its auxiliary, in the clause of the number.
    pub(super) fn is_finite_passive(&self, mark: &Mark<Act>) -> bool {
        let words = &self.scope.text.words;
        let mut at = mark.words.start;
        while at > self.end && matches!(words.fold(at - 1), "deja" | "ainsi" | "aussi" | "tous" | "toutes") {
            at -= 1;
        }
        let been = at > self.end
            && (words.fold(mark.words.start) == "ete"
                || matches!(words.fold(at - 1), "ete" | "sont" | "etaient"));
        let ended = (self.end..mark.words.start)
            .any(|at| matches!(words.fold(at), ";" | "." | ":" | "(" | "qui" | "et" | "dont"));
        been && !ended
            && !self.is_still_to_be(mark)
            && mark.words.start > self.end
            && [mark.words.start, mark.words.end - 1]
                .iter()
                .any(|at| words.fold(*at).ends_with(['s', 'x']))
    }

    /// « attendent d’être distribués », « prêts à être livrés »: what has not been done yet.
    pub(super) fn is_still_to_be(&self, mark: &Mark<Act>) -> bool {
        let words = &self.scope.text.words;
        let close = mark.words.start.saturating_sub(2).max(self.end)..mark.words.start;
        close.into_iter().any(|at| words.fold(at) == "etre")
    }

    /// « 400 sacs nettoyés et distribués »: what is done last.
    pub(super) fn is_then_given(&self, mark: &Mark<Act>) -> bool {
        let words = &self.scope.text.words;
        let next = within(
            &self.scope.text.marks.acts,
            &(mark.words.end + 1..mark.words.end + 2),
        );
        words.fold(mark.words.end) == "et"
            && next.first().is_some_and(|next| {
                next.value == Act::Give && words.fold(next.words.end - 1).ends_with(['s', 'x'])
            })
    }

    /// « 9 400 sont déjà chez les soignants »: where things are by now.
    pub(super) fn is_there(&self) -> bool {
        let words = &self.scope.text.words;
        let small = |at: &usize| {
            matches!(
                words.fold(*at),
                "sont" | "deja" | "maintenant" | "desormais" | "ainsi" | "aujourd'" | "hui"
            )
        };
        // « 700 d’entre eux sont déjà au dos d’un écolier »
        let those = words.fold(self.end) == "d'" && words.fold(self.end + 1) == "entre";
        let from = self.end + if those { 3 } else { 0 };
        let at = (from..from + 4).find(|at| !small(at)).unwrap_or(self.end);
        let there =
            matches!(words.fold(at), "chez" | "aux") || words.fold(at) == "au" && words.fold(at + 1) == "dos";
        at > from && there && !words.is_digits(at + 1)
    }

    /// « 2 tonnes de déchets », « 80 mètres cubes de boue »
    pub(super) fn is_waste(&self) -> bool {
        let words = &self.scope.text.words;
        (self.start..self.end + 3).any(|at| {
            let bare = words.fold(at).trim_end_matches(['s', 'x']);
            matches!(words.fold_before(at, 1), "de" | "d'") && WASTE.contains(&bare)
        })
    }

    /// « avec huit citernes », « 38 tracteurs mobilisés »: what helpers bring along.
    pub(super) fn is_brought_along(&self) -> bool {
        let words = &self.scope.text.words;
        let engaged = within(&self.scope.text.marks.acts, &(self.end..self.end + 1)).first();
        let engaged = engaged.is_some_and(|mark| {
            let word = words.fold(mark.words.start);
            mark.value == Act::Team && (word.starts_with("mobilis") || word.starts_with("engage"))
        });
        engaged || words.fold_before(self.start, 1) == "avec"
    }

    /// « 76 logements contrôlés »: what is looked at and not given.
    pub(super) fn is_looked_at(&self) -> bool {
        let words = &self.scope.text.words;
        (self.end..self.end + 3).any(|at| LOOKED_AT.iter().any(|stem| words.fold(at).starts_with(stem)))
            && within(&self.scope.text.marks.acts, &(self.end..self.end + 3))
                .first()
                .is_some_and(|mark| self.is_participle(mark))
    }

    /// « la vente a rapporté 1 900 euros »: what came in.
    pub(super) fn is_income(&self) -> bool {
        let words = &self.scope.text.words;
        let close = self.start.saturating_sub(4)..self.start;
        let held =
            words.fold(self.end) == "sont" && (self.end..self.end + 4).any(|at| words.fold(at) == "dans");
        held || close.into_iter().any(|at| words.fold(at).starts_with("rapport"))
    }

    /// « a versé 2 000 euros aux sinistrés »: what went out.
    pub(super) fn is_paid(&self) -> bool {
        let words = &self.scope.text.words;
        let close = self.start.saturating_sub(3).max(self.before)..self.start;
        close.into_iter().any(|at| {
            let verb = words.fold(at);
            verb.starts_with("vers") && verb != "vers" || verb.starts_with("revers")
        })
    }

    /// « lave les tenues »: what looks like a participle and is a noun behind its article.
    pub(super) fn is_noun(&self, mark: &Mark<Act>) -> bool {
        let words = &self.scope.text.words;
        let at = mark.words.start;
        let determined = matches!(
            words.fold_before(at, 1),
            "les" | "des" | "leurs" | "ses" | "ces" | "nos" | "vos" | "aux"
        );
        at > self.sentence.start && mark.words.len() == 1 && determined && words.fold(at).ends_with('s')
    }

    /// « 820 repas servis aux aînés »: what was made has been handed to somebody.
    pub(super) fn is_handed_over(&self, mark: &Mark<Act>) -> bool {
        let words = &self.scope.text.words;
        mark.value == Act::Give
            && matches!(words.fold(mark.words.end), "a" | "au" | "aux" | "chez")
            && !words.is_digits(mark.words.end + 1)
            && !words.fold(mark.words.start).starts_with("vend")
    }

    /// « ont sauvé 76 téléphones », « 18 000 plants sauvés »
    pub(super) fn is_saved(&self) -> bool {
        let words = &self.scope.text.words;
        let close = self.start.saturating_sub(4).max(self.before)..self.end + 4;
        within(&self.scope.text.marks.acts, &close).iter().any(|mark| {
            let verb = words.fold(mark.words.start);
            mark.value == Act::Help && (verb.starts_with("sauv") || verb.starts_with("depann"))
        })
    }

    /// « 52 cours sont nettoyées »: something is done to what is counted.
    pub(super) fn is_worked_on(&self) -> bool {
        let behind = self.end..self.until(false, 4);
        let acts = within(&self.scope.text.marks.acts, &behind);
        acts.first()
            .is_some_and(|mark| matches!(mark.value, Act::Work | Act::Restore) && self.is_participle(mark))
    }

    /// Whether the unit is one word, and no « de what » behind it.
    pub(super) fn is_bare(&self) -> bool {
        let words = &self.scope.text.words;
        self.own && !(self.start..self.end).any(|at| matches!(words.fold(at), "de" | "d'"))
    }

    /// « remis à neuf 143 vélos, tous donnés à », « 318 machines équipent les écoles »: what was mended serves others.
    pub(super) fn goes_out(&self) -> bool {
        let words = &self.scope.text.words;
        let behind = self.end..self.until(false, VERB_AFTER);
        let given = within(&self.scope.text.marks.acts, &behind)
            .iter()
            .any(|mark| matches!(mark.value, Act::Give | Act::Provide | Act::Lend));
        given || behind.into_iter().any(|at| words.fold(at).starts_with("equip"))
    }

    /// « la crue a noyé 40 maisons »: what nature does is done for nobody.
    pub(super) fn is_calamity(&self) -> bool {
        let words = &self.scope.text.words;
        let close = self.start.saturating_sub(5).max(self.before)..self.start;
        close.into_iter().any(|at| {
            CALAMITIES.contains(&words.fold(at))
                && matches!(words.fold_before(at, 1), "la" | "le" | "l'" | "les")
                && !matches!(
                    words.fold_before(at, 2),
                    "de" | "par" | "dans" | "contre" | "a" | "sous"
                )
                && matches!(words.fold(at + 1), "a" | "ont" | "avait" | "avaient")
        })
    }
}
