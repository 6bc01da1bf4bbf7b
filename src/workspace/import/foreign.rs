//! The catalogue of another site: nothing in it is merged by rule.
//!
//! Its entries come in under identifiers that derive from its own, so that they are found again at the
//! next import and never meet one of ours by accident. One that may be here already, under another
//! identifier, waits until a person has looked at both and said « the same » or « another one ». « The
//! same » takes over field by field what is empty here or was chosen; nothing of ours goes by it.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Workspace;
use super::super::compose::{document, encode, position, positions};
use super::super::private::without_private;
use super::compare::compare;
use super::{Draft, Mode, Plan, adopt, initiative};
use crate::domain::catalogue::Catalogue;
use crate::domain::change::{Delta, Path, difference, value_at};
use crate::domain::duplicates::{Duplicates, Features, Reason};
use crate::domain::id::Id;
use crate::domain::value::{Object, Value};
use crate::format::v1;

/// The catalogue of another site, ready to be decided on.
#[derive(Debug, Clone)]
pub struct Foreign {
    adopted: Catalogue,
    /// The entries that may be here already, in the order of the file.
    pub likely: Vec<Likely>,
}

/// An entry of the other site that may be here already.
#[derive(Debug, Clone)]
pub struct Likely {
    /// Its identifier here, if it is another one.
    id: Id,
    /// Whether a person has called it the same as the first of [`Likely::alike`] before.
    pub known: bool,
    /// Its title.
    pub title: String,
    /// Its commune; may be empty.
    pub commune: String,
    /// The entries here that it may be, the likeliest first; never empty.
    pub alike: Vec<Alike>,
}

/// An entry here that one of the other site may be.
#[derive(Debug, Clone)]
pub struct Alike {
    /// Which one.
    pub id: Id,
    /// Its title.
    pub title: String,
    /// Its commune; may be empty.
    pub commune: String,
    /// Why they may be the same; nothing where only a person has said so.
    pub reasons: Vec<Reason>,
    /// What the other one says otherwise: what stands here, and what stands there.
    pub fields: Vec<(Path, Delta)>,
}

/// What a person has said of an entry that may be here already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// It is the one at this place among those that it may be, and these of its fields are taken over.
    Same(usize, Vec<Path>),
    /// It is another one.
    Another,
}

/// The fields that are each site's own: where it was told, and whether it is shown.
const OWN_FIELDS: [&str; 2] = ["source", "status"];

impl Alike {
    /// The fields that are empty here: what « the same » takes over unless a person says otherwise.
    #[must_use]
    pub fn empty_here(&self) -> Vec<Path> {
        let empty = self.fields.iter().filter(|(_, delta)| delta.before.is_blank());
        empty.map(|(path, _)| path.clone()).collect()
    }
}

impl Foreign {
    /// Takes a catalogue of another site under identifiers of its own, and finds what may be here
    /// already. What was imported before is not asked about again; what a person has called `same` is
    /// answered so, until they say otherwise.
    #[must_use]
    pub fn of(workspace: &Workspace, incoming: &Catalogue, same: &BTreeMap<Id, Id>) -> Self {
        let adopted = adopt::adopted(incoming, &workspace.shown);
        let shown = &workspace.shown;
        let known = positions(shown);
        let touched: BTreeSet<&Id> = workspace.changes.iter().map(|change| &change.target.id).collect();
        let duplicates = Duplicates::among(shown.initiatives.iter().map(Features::of));
        let mut likely = Vec::new();
        for entry in &adopted.initiatives {
            if known.contains_key(&initiative(&entry.id)) || touched.contains(&entry.id) {
                continue;
            }
            let theirs = without_private(v1::encode_initiative(entry));
            let mut found: Vec<(usize, Vec<Reason>)> = Vec::new();
            let said = same.get(&entry.id).and_then(|ours| known.get(&initiative(ours)));
            found.extend(said.map(|place| (*place, Vec::new())));
            for likeness in duplicates.of(&Features::of(entry)) {
                match found.first_mut().filter(|(place, _)| *place == likeness.place) {
                    Some((_, reasons)) => *reasons = likeness.reasons,
                    None => found.push((likeness.place, likeness.reasons)),
                }
            }
            let alike = found.into_iter().map(|(place, reasons)| {
                let ours = &shown.initiatives[place];
                Alike {
                    id: ours.id.clone(),
                    title: ours.title.clone(),
                    commune: ours.place.commune.clone(),
                    reasons,
                    fields: offered(workspace, &without_private(v1::encode_initiative(ours)), &theirs),
                }
            });
            let alike: Vec<Alike> = alike.collect();
            if !alike.is_empty() {
                likely.push(Likely {
                    id: entry.id.clone(),
                    known: said.is_some(),
                    title: entry.title.clone(),
                    commune: entry.place.commune.clone(),
                    alike,
                });
            }
        }
        Self { adopted, likely }
    }

    /// The answers that were given before, in the order of [`Foreign::likely`].
    #[must_use]
    pub fn known_answers(&self) -> Vec<Option<Answer>> {
        let known = |likely: &Likely| {
            likely
                .known
                .then(|| Answer::Same(0, likely.alike[0].empty_here()))
        };
        self.likely.iter().map(known).collect()
    }

    /// What is to be remembered of answers: each entry of the other site with the one of ours that it is,
    /// or none where that was said before and is not so.
    #[must_use]
    pub fn to_remember(&self, answers: &[Option<Answer>]) -> Vec<(Id, Option<Id>)> {
        let told = self
            .likely
            .iter()
            .zip(answers)
            .filter_map(|(likely, answer)| match answer {
                Some(Answer::Same(which, _)) => {
                    let ours = likely.alike.get(*which)?;
                    Some((likely.id.clone(), Some(ours.id.clone())))
                }
                Some(Answer::Another) if likely.known => Some((likely.id.clone(), None)),
                _ => None,
            });
        told.collect()
    }

    /// What the catalogue would change here with these answers, in the order of [`Foreign::likely`]. An
    /// entry without one is left out and told.
    #[must_use]
    pub fn plan(&self, workspace: &Workspace, answers: &[Option<Answer>]) -> Plan {
        let mut adopted = self.adopted.clone();
        let mut elsewhere: BTreeMap<&Id, Option<Id>> = BTreeMap::new();
        let mut undecided = Vec::new();
        let mut same = Vec::new();
        for (place, likely) in self.likely.iter().enumerate() {
            match answers.get(place).and_then(Option::as_ref) {
                Some(Answer::Another) => {}
                Some(Answer::Same(which, taken)) if *which < likely.alike.len() => {
                    let alike = &likely.alike[*which];
                    elsewhere.insert(&likely.id, Some(alike.id.clone()));
                    same.push((alike, taken));
                }
                _ => {
                    elsewhere.insert(&likely.id, None);
                    undecided.push(likely.title.clone());
                }
            }
        }
        adopted
            .initiatives
            .retain(|entry| !elsewhere.contains_key(&entry.id));
        let sections = adopted.communiques.iter_mut();
        let items = sections.flat_map(|release| &mut release.sections);
        for item in items.flat_map(|section| &mut section.items) {
            let other = item.initiative.as_ref().and_then(|id| elsewhere.get(id));
            if let Some(other) = other.cloned() {
                item.initiative = other;
            }
        }
        drop_unused_themes(&mut adopted);
        let mut plan = compare(workspace, &adopted, Mode::Join);
        plan.other_site = true;
        plan.undecided = undecided;
        for (alike, taken) in same {
            take_over(workspace, alike, taken, &mut plan);
        }
        plan
    }
}

/// What the other entry offers: each field that it fills otherwise, without what is each site's own,
/// without a theme that is not one of ours and without items that are here already under another
/// identifier.
fn offered(workspace: &Workspace, ours: &Object, theirs: &Object) -> Vec<(Path, Delta)> {
    let themes = &workspace.shown.themes;
    let is_ours = |theme: &Value| {
        themes
            .iter()
            .any(|known| Some(known.id.as_str()) == theme.as_text())
    };
    let mut fields = difference(ours, theirs);
    fields.retain(|(path, delta)| {
        let (field, item) = path.parts();
        let here = || ours.get(field).and_then(Value::as_list).unwrap_or(&[]);
        let is_here = item.is_some() && here().iter().any(|own| is_same_item(own, &delta.after));
        let theme = field != "theme" || is_ours(&delta.after);
        !delta.after.is_blank() && !OWN_FIELDS.contains(&field) && !is_here && theme
    });
    fields
}

/// Whether two items say the same, whatever their identifiers.
fn is_same_item(one: &Value, two: &Value) -> bool {
    let nameless = |item: &Value| {
        let mut item = item.as_object()?.clone();
        item.take("id");
        Some(item)
    };
    nameless(one) == nameless(two)
}

/// Takes the chosen fields of the other entry over into ours.
fn take_over(workspace: &Workspace, alike: &Alike, taken: &[Path], plan: &mut Plan) {
    let target = initiative(&alike.id);
    let place = position(&workspace.shown, &target);
    let Some(shown) = encode(&workspace.shown, &target, place) else {
        // It was taken out since the preview was made.
        plan.refused.push(alike.title.clone());
        return;
    };
    let published = document(&workspace.edition, &target, position(&workspace.edition, &target));
    let chosen = alike.fields.iter().filter(|(path, _)| taken.contains(path));
    let chosen = chosen.filter(|(path, delta)| *value_at(&shown, path) != delta.after);
    let fields: Vec<(Path, Delta)> = chosen
        .map(|(path, delta)| {
            let before = value_at(&published, path).clone();
            let after = delta.after.clone();
            (path.clone(), Delta { before, after })
        })
        .collect();
    if fields.is_empty() {
        plan.identical += 1;
        return;
    }
    let touches =
        |change: &&crate::domain::change::Change| fields.iter().any(|(path, _)| change.delta(path).is_some());
    let replaces = workspace.changes.of(&target).filter(touches);
    let replaces = replaces.map(|change| change.id.clone()).collect();
    plan.changed.push(alike.title.clone());
    plan.drafts.push(Draft {
        target,
        fields,
        replaces,
    });
}

/// Leaves out the themes that nothing comes with.
fn drop_unused_themes(adopted: &mut Catalogue) {
    let entries = adopted
        .initiatives
        .iter()
        .filter_map(|entry| entry.theme.as_ref());
    let sections = adopted.communiques.iter().flat_map(|release| &release.sections);
    let used: BTreeSet<Id> = entries
        .chain(sections.filter_map(|section| section.theme.as_ref()))
        .cloned()
        .collect();
    adopted.themes.retain(|theme| used.contains(&theme.id));
}

#[cfg(test)]
mod tests {
    use super::{Answer, Foreign};
    use crate::domain::catalogue::Catalogue;
    use crate::domain::change::Path;
    use crate::domain::date::Timestamp;
    use crate::domain::duplicates::Reason;
    use crate::domain::id::Id;
    use crate::format::v1;
    use crate::workspace::import::Plan;
    use crate::workspace::{Stamp, Workspace};
    use std::collections::BTreeMap;
    use std::sync::Arc;

    fn id(text: &str) -> Id {
        Id::parse(text).unwrap()
    }

    fn catalogue(site: &str, initiatives: &str) -> Catalogue {
        let text = format!(
            r#"{{"format":"solidaire-catalogue","version":1,"site":{{"id":"{site}"}},
                "themes":[{{"id":"t-{site}","label":{{"fr":"Protéger"}}}},{{"id":"u-{site}","label":{{"fr":"Autre {site}"}}}}],
                "initiatives":[{initiatives}],
                "communiques":[{{"id":"n1","title":"N° 1","sections":[{{"items":[
                    {{"initiative":"a","title":"Un","text":"Un."}}]}}]}}]}}"#
        );
        v1::read_catalogue_text(&text).unwrap().value
    }

    fn here() -> Workspace {
        let ours = r#"{"id":"ours","title":"Confection de masques","summary":"La nôtre","place":{"commune":"Marck"},
            "contacts":[{"id":"p","kind":"phone","value":"0321000001"}]},
            {"id":"b","title":"Repas","place":{"commune":"Lens"}}"#;
        Workspace::published(Arc::new(catalogue("here", ours)))
    }

    fn theirs() -> Catalogue {
        let theirs = r#"{"id":"a","title":"Masques : confection","summary":"La leur","audience":"Soignants",
            "theme":"t-there","place":{"commune":"Marck"},"status":"archived",
            "contacts":[{"id":"q","kind":"phone","value":"03 21 00 00 01"},{"id":"r","kind":"web","value":"https://leur.example"}]},
            {"id":"ours","title":"Tout autre chose","theme":"u-there","place":{"commune":"Calais"}}"#;
        catalogue("there", theirs)
    }

    fn apply(workspace: &mut Workspace, plan: Plan) {
        let mut number = 0;
        let changes = plan.changes(&id("lot"), || {
            number += 1;
            Stamp {
                id: id(&format!("c{number}")),
                author: id("device"),
                at: Timestamp::parse("2026-03-01T10:00:00Z").unwrap(),
                batch: None,
            }
        });
        workspace.insert(changes);
    }

    #[test]
    fn what_may_be_here_already_is_asked_with_its_reasons_and_left_out_until_answered() {
        let own = here();
        let foreign = Foreign::of(&own, &theirs(), &BTreeMap::new());
        assert_eq!(foreign.likely.len(), 1);
        let alike = &foreign.likely[0].alike[0];
        assert_eq!((alike.id.as_str(), alike.reasons.len()), ("ours", 2));
        assert!(matches!(alike.reasons[0], Reason::Phone(_)));
        let names: Vec<_> = alike.fields.iter().map(|(path, _)| path.parts().0).collect();
        assert_eq!(names, ["title", "summary", "theme", "audience", "contacts"]);

        let plan = foreign.plan(&own, &[]);
        assert!(plan.other_site);
        assert_eq!(plan.undecided, ["Masques : confection"]);
        assert_eq!(
            plan.new,
            ["Tout autre chose"],
            "an identifier of theirs is none of ours"
        );
        let mut after = own.clone();
        apply(&mut after, plan);
        assert_eq!(
            after.shown().initiative(&id("ours")).unwrap().title,
            "Confection de masques"
        );
        let release = after.shown().communiques.last().unwrap();
        assert_eq!(
            release.sections[0].items[0].initiative, None,
            "no link leads nowhere"
        );
    }

    #[test]
    fn the_same_takes_over_what_is_empty_or_chosen_and_nothing_else() {
        let own = here();
        let foreign = Foreign::of(&own, &theirs(), &BTreeMap::new());
        let alike = &foreign.likely[0].alike[0];
        let mut taken = alike.empty_here();
        taken.push(Path::parse("summary").unwrap());
        let plan = foreign.plan(&own, &[Some(Answer::Same(0, taken))]);
        assert_eq!(plan.changed, ["Confection de masques"]);
        assert!(plan.undecided.is_empty());
        let mut after = own.clone();
        apply(&mut after, plan);
        let entry = after.shown().initiative(&id("ours")).unwrap();
        assert_eq!(
            entry.title, "Confection de masques",
            "ours stays where it was not chosen"
        );
        assert_eq!(
            (entry.summary.as_str(), entry.audience.as_str()),
            ("La leur", "Soignants")
        );
        assert_eq!(
            entry.theme,
            Some(id("t-here")),
            "a theme that is named alike is ours"
        );
        assert_eq!(entry.contacts.len(), 2, "the number was here already");
        assert_eq!(entry.status, crate::domain::initiative::Status::Published);
        let release = after.shown().communiques.last().unwrap();
        assert_eq!(release.sections[0].items[0].initiative, Some(id("ours")));
    }

    #[test]
    fn another_one_comes_in_under_its_own_identifier_and_is_found_again() {
        let own = here();
        let foreign = Foreign::of(&own, &theirs(), &BTreeMap::new());
        let plan = foreign.plan(&own, &[Some(Answer::Another)]);
        assert_eq!(plan.new.len(), 2);
        assert_eq!(plan.themes, 1, "the other theme is ours already");
        let mut after = own.clone();
        apply(&mut after, plan);
        assert_eq!(after.shown().initiatives.len(), 4);
        let again = Foreign::of(&after, &theirs(), &BTreeMap::new());
        assert!(again.likely.is_empty(), "it is not asked about again");
        let plan = again.plan(&after, &[]);
        assert!(plan.is_empty() && plan.identical == 2);
    }

    #[test]
    fn what_was_called_the_same_is_answered_so_until_it_is_called_another() {
        let mut own = here();
        let first = Foreign::of(&own, &theirs(), &BTreeMap::new());
        let same = [Some(Answer::Same(0, Vec::new()))];
        let remembered = first.to_remember(&same);
        assert_eq!(first.known_answers(), [None]);
        // Here it is called otherwise by now, has another number and stands elsewhere.
        let mut edition = own.edition().clone();
        edition.initiatives[0].title = "Tout autrement".to_owned();
        edition.initiatives[0].contacts.clear();
        own = Workspace::published(Arc::new(edition));
        assert!(Foreign::of(&own, &theirs(), &BTreeMap::new()).likely.is_empty());
        let known: BTreeMap<_, _> = remembered
            .into_iter()
            .map(|(theirs, ours)| (theirs, ours.unwrap()))
            .collect();
        let again = Foreign::of(&own, &theirs(), &known);
        assert_eq!(again.likely[0].alike[0].id, id("ours"));
        let answers = again.known_answers();
        let plan = again.plan(&own, &answers);
        assert_eq!(
            plan.changed,
            ["Tout autrement"],
            "what is empty here is taken over"
        );
        let theirs_id = known.keys().next().unwrap().clone();
        assert_eq!(
            again.to_remember(&[Some(Answer::Another)]),
            [(theirs_id.clone(), None)]
        );
        // Where ours was taken out, it is asked as if nothing had been said.
        let gone = BTreeMap::from([(theirs_id, id("gone"))]);
        assert!(Foreign::of(&own, &theirs(), &gone).likely.is_empty());
    }
}
