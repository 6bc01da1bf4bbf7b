//! What a person's changes have become: to send, sent, published, not kept.
//!
//! Nothing of it is stored as such. A record of what was handed over is compared with the edition and
//! with the changes that still stand, so that every device that holds the same comes to the same.

use std::collections::BTreeMap;

use super::Workspace;
use super::records::retain;
use crate::domain::change::{Change, Path, Target, value_at};
use crate::domain::date::{Date, Timestamp};
use crate::domain::id::Id;
use crate::domain::order;
use crate::domain::sent::{Channel, Sent, SentItem};
use crate::domain::value::{Object, Value};
use crate::format::json;

/// How many days a person is told that something was published, or that a report was handed over: a
/// season, in which a weekly press release has come out a dozen times.
pub const KEPT_DAYS: i32 = 90;

/// One thing that a person has changed, as it may leave the device.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// The thing.
    pub target: Target,
    /// When it was last changed.
    pub at: Timestamp,
    /// What may be sent of it, in the order of its making. Empty where all of it stays here: a draft,
    /// a private contact.
    pub changes: Vec<Change>,
    /// Where it stands.
    pub standing: Standing,
}

/// Where a proposal stands.
#[derive(Debug, Clone, PartialEq)]
pub enum Standing {
    /// It may not leave the device.
    Stays,
    /// It has not been sent.
    ToSend,
    /// It was sent, and changed again since.
    ToSendAnew,
    /// It was sent, and no edition has it yet.
    Sent(Way),
    /// It was sent, and the editor did not keep it.
    Refused(Way),
}

/// When something was handed over, and which way.
#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    /// When.
    pub at: Timestamp,
    /// Which way.
    pub by: Channel,
}

/// What became of something that was handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// No edition has it yet.
    Waiting,
    /// The edition says what was asked for.
    Published,
    /// The person has said that the editor did not keep it.
    Refused,
    /// The person has taken it back, or written something else since.
    Gone,
}

impl Proposal {
    /// Whether it is to be sent, for the first time or anew.
    #[must_use]
    pub fn is_to_send(&self) -> bool {
        matches!(self.standing, Standing::ToSend | Standing::ToSendAnew)
    }
}

impl Workspace {
    /// Everything that a person has changed and that is not published, the latest changed first.
    #[must_use]
    pub fn proposals(&self, sent: &[Sent]) -> Vec<Proposal> {
        let handed_over = handed_over(sent);
        let mut sendable = self.sendable();
        // Stable, so that the changes of one thing stay in the order of their making.
        order::sort_by(&mut sendable, |one, two| one.target.cmp(&two.target));
        let targets = self.pending_targets().into_iter();
        let of = |target: &Target| -> Vec<Change> {
            let start = sendable.partition_point(|change| change.target < *target);
            let changes = sendable[start..].iter();
            changes
                .take_while(|change| change.target == *target)
                .cloned()
                .collect()
        };
        targets
            .map(|(target, at)| {
                let changes = of(target);
                Proposal {
                    standing: standing(&changes, &handed_over),
                    target: target.clone(),
                    at: at.clone(),
                    changes,
                }
            })
            .collect()
    }

    /// What became of something that was handed over.
    #[must_use]
    pub fn fate(&self, item: &SentItem) -> Fate {
        if self.says(item) {
            return Fate::Published;
        }
        let pending = self.pending_of(&item.target);
        let stands = item.report || pending.iter().any(|change| item.changes.contains(&change.id));
        match (stands, item.refused) {
            (false, _) => Fate::Gone,
            (true, true) => Fate::Refused,
            (true, false) => Fate::Waiting,
        }
    }

    /// The records that are otherwise once what nobody looks for any more is taken out of them: after
    /// [`KEPT_DAYS`], whatever stands on no change here.
    #[must_use]
    pub fn aged_out(&self, sent: &[Sent], today: Date) -> Vec<Sent> {
        retain(sent, |sent, item| {
            let old = sent.at.date().days_until(today) > KEPT_DAYS;
            let stands = matches!(self.fate(item), Fate::Waiting | Fate::Refused);
            !old || stands && !item.report
        })
    }

    /// Whether the edition says what was asked for. Words alone ask for nothing that could be known
    /// again; an entry that is taken out is out, whatever the reason.
    fn says(&self, item: &SentItem) -> bool {
        if item.paths.is_empty() {
            return false;
        }
        let place = super::compose::position(&self.edition, &item.target);
        let Some(document) = self.published_document(&item.target, place) else {
            return false;
        };
        let removal = item.paths.iter().any(|path| path.as_str() == Path::REMOVED);
        if removal {
            return document.get(Path::REMOVED).is_some();
        }
        wanted(item.paths.iter().map(|path| (path, value_at(&document, path)))) == item.wanted
    }

    /// The item of a report in words alone.
    #[must_use]
    pub fn words_about(&self, target: &Target) -> SentItem {
        SentItem {
            target: target.clone(),
            // The site and its themes have none; the screen names those.
            title: self.title_of(target).unwrap_or_default().to_owned(),
            changes: Vec::new(),
            paths: Vec::new(),
            wanted: wanted(std::iter::empty()),
            report: true,
            refused: false,
        }
    }

    /// The items of a record: what changes of this device ask for, thing by thing.
    #[must_use]
    pub fn sent_items(&self, changes: &[Change], report: bool) -> Vec<SentItem> {
        let mut items: Vec<SentItem> = Vec::new();
        let mut asked: Vec<Object> = Vec::new();
        for change in changes {
            let known = items.iter().position(|item| item.target == change.target);
            let place = known.unwrap_or_else(|| {
                items.push(SentItem {
                    report,
                    ..self.words_about(&change.target)
                });
                asked.push(Object::new());
                items.len() - 1
            });
            let item = &mut items[place];
            if !report {
                item.changes.push(change.id.clone());
            }
            for (path, delta) in &change.fields {
                if !item.paths.contains(path) {
                    item.paths.push(path.clone());
                }
                // Under the whole path, so that items of lists need no list here.
                asked[place].set(path.as_str(), delta.after.clone());
            }
        }
        for (item, asked) in items.iter_mut().zip(&asked) {
            const NOTHING: &Value = &Value::Null;
            let value = |path: &Path| asked.get(path.as_str()).unwrap_or(NOTHING);
            item.wanted = wanted(item.paths.iter().map(|path| (path, value(path))));
        }
        items
    }
}

/// Each change that was handed over: its latest record, and whether it was refused there.
fn handed_over(sent: &[Sent]) -> BTreeMap<&Id, (&Sent, bool)> {
    let mut known: BTreeMap<&Id, (&Sent, bool)> = BTreeMap::new();
    for record in sent {
        for item in &record.items {
            for change in &item.changes {
                let earlier = known.get(change).is_some_and(|(other, _)| other.at > record.at);
                if !earlier {
                    known.insert(change, (record, item.refused));
                }
            }
        }
    }
    known
}

/// Where the changes of one thing stand. The latest record decides.
fn standing(changes: &[Change], handed_over: &BTreeMap<&Id, (&Sent, bool)>) -> Standing {
    let known: Vec<_> = changes
        .iter()
        .filter_map(|change| handed_over.get(&change.id))
        .collect();
    let Some((latest, refused)) = known.iter().max_by_key(|(sent, _)| &sent.at) else {
        return if changes.is_empty() {
            Standing::Stays
        } else {
            Standing::ToSend
        };
    };
    let way = Way {
        at: latest.at.clone(),
        by: latest.by.clone(),
    };
    match (known.len() == changes.len(), refused) {
        (false, _) => Standing::ToSendAnew,
        (true, false) => Standing::Sent(way),
        (true, true) => Standing::Refused(way),
    }
}

/// A digest of values at paths.
fn wanted<'a>(values: impl Iterator<Item = (&'a Path, &'a Value)>) -> Id {
    let parts: Vec<String> = values
        .flat_map(|(path, value)| [path.as_str().to_owned(), json::canonical(value)])
        .collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    Id::derived(&parts)
}

#[cfg(test)]
mod tests {
    use super::{Fate, Standing};
    use crate::domain::catalogue::{Catalogue, RemovalReason, Removed};
    use crate::domain::change::{Target, TargetKind};
    use crate::domain::date::{Date, Timestamp};
    use crate::domain::id::Id;
    use crate::domain::initiative::{Initiative, Status};
    use crate::domain::sent::{Channel, Sent};
    use crate::domain::site::Site;
    use crate::domain::value::Object;
    use crate::workspace::records::{refused, without};
    use crate::workspace::{Stamp, Workspace};
    use std::sync::Arc;

    fn id(text: &str) -> Id {
        Id::parse(text).unwrap()
    }

    fn target() -> Target {
        Target {
            kind: TargetKind::Initiative,
            id: id("x"),
        }
    }

    fn stamp(name: &str, day: u8) -> Stamp {
        Stamp {
            id: id(name),
            author: id("device"),
            at: Timestamp::parse(&format!("2026-01-{day:02}T00:00:00Z")).unwrap(),
            batch: None,
        }
    }

    fn edition() -> Catalogue {
        let mut edition = Catalogue::new(Site::new(id("site")));
        let mut initiative = Initiative::new(id("x"), "Masques".to_owned());
        "Cousus".clone_into(&mut initiative.summary);
        edition.initiatives.push(initiative);
        edition
    }

    fn workspace() -> Workspace {
        Workspace::published(Arc::new(edition()))
    }

    fn edit(workspace: &mut Workspace, name: &str, day: u8, edit: impl Fn(&mut Initiative)) {
        let mut initiative = workspace.shown().initiatives[0].clone();
        edit(&mut initiative);
        let change = workspace
            .prepare_initiative(&initiative, stamp(name, day))
            .unwrap();
        workspace.insert([change]);
    }

    /// Everything that may be sent, as it is recorded once it is handed over.
    fn hand_over(workspace: &Workspace, name: &str, day: u8) -> Sent {
        Sent {
            id: id(name),
            at: stamp("x", day).at,
            by: Channel::Email,
            items: workspace.sent_items(&workspace.sendable(), false),
        }
    }

    fn standing(workspace: &Workspace, sent: &[Sent]) -> Standing {
        workspace.proposals(sent)[0].standing.clone()
    }

    #[test]
    fn a_change_is_to_send_then_sent_then_to_send_anew() {
        let mut workspace = workspace();
        edit(&mut workspace, "c1", 1, |it| {
            it.title.push_str(" lavables");
            it.summary.push_str(" main");
        });
        assert_eq!(standing(&workspace, &[]), Standing::ToSend);
        let sent = vec![hand_over(&workspace, "s1", 2)];
        assert!(matches!(standing(&workspace, &sent), Standing::Sent(way) if way.by == Channel::Email));
        edit(&mut workspace, "c2", 3, |it| it.title.push('s'));
        assert_eq!(standing(&workspace, &sent), Standing::ToSendAnew);
        // The first one still says the summary, so both travel.
        assert_eq!(workspace.proposals(&sent)[0].changes.len(), 2);
        let again = hand_over(&workspace, "s2", 4);
        let sent = [sent, vec![again]].concat();
        assert!(matches!(standing(&workspace, &sent), Standing::Sent(way) if way.at == stamp("x", 4).at));
    }

    #[test]
    fn what_is_superseded_whole_is_neither_sent_nor_published() {
        let mut workspace = workspace();
        edit(&mut workspace, "c1", 1, |it| "Autre".clone_into(&mut it.title));
        let sent = hand_over(&workspace, "s1", 2);
        assert_eq!(workspace.fate(&sent.items[0]), Fate::Waiting);
        edit(&mut workspace, "c2", 3, |it| "Encore".clone_into(&mut it.title));
        assert_eq!(
            standing(&workspace, std::slice::from_ref(&sent)),
            Standing::ToSend
        );
        assert_eq!(workspace.fate(&sent.items[0]), Fate::Gone);
    }

    #[test]
    fn an_edition_that_says_it_has_published_it_and_no_other() {
        let mut workspace = workspace();
        edit(&mut workspace, "c1", 1, |it| "Autre".clone_into(&mut it.title));
        let sent = hand_over(&workspace, "s1", 2);
        let arrives = |change: &dyn Fn(&mut Initiative)| {
            let mut next = edition();
            change(&mut next.initiatives[0]);
            let changes = workspace.changes().clone();
            Workspace::new(Arc::new(next), changes, std::collections::BTreeMap::new()).fate(&sent.items[0])
        };
        assert_eq!(arrives(&|_| ()), Fate::Waiting);
        assert_eq!(arrives(&|it| "Amendé".clone_into(&mut it.title)), Fate::Waiting);
        assert_eq!(arrives(&|it| "Autre".clone_into(&mut it.title)), Fate::Published);
        // Also once the change itself is forgotten.
        let mut next = edition();
        "Autre".clone_into(&mut next.initiatives[0].title);
        assert_eq!(
            Workspace::published(Arc::new(next)).fate(&sent.items[0]),
            Fate::Published
        );
        assert_eq!(
            Workspace::published(Arc::new(edition())).fate(&sent.items[0]),
            Fate::Gone
        );
    }

    #[test]
    fn a_new_entry_is_known_again_once_it_is_published() {
        let mut workspace = workspace();
        let mut new = Initiative::new(id("y"), "Soupe".to_owned());
        new.tags = vec!["repas".to_owned()];
        let change = workspace.prepare_initiative(&new, stamp("c1", 1)).unwrap();
        workspace.insert([change]);
        let sent = hand_over(&workspace, "s1", 2);
        let mut next = edition();
        next.initiatives.push(new);
        assert_eq!(
            Workspace::published(Arc::new(next)).fate(&sent.items[0]),
            Fate::Published
        );
    }

    #[test]
    fn a_report_waits_without_a_change_of_its_own_here() {
        let workspace = workspace();
        let end = workspace.report_end(&id("x"), stamp("c1", 1)).unwrap();
        let request = workspace.report_request(&id("x"), stamp("c2", 1)).unwrap();
        let end = &workspace.sent_items(&[end], true)[0];
        let request = &workspace.sent_items(&[request], true)[0];
        assert!(end.changes.is_empty() && end.title == "Masques");
        assert_eq!([workspace.fate(end), workspace.fate(request)], [Fate::Waiting; 2]);
        let mut next = edition();
        next.initiatives[0].status = Status::Archived;
        assert_eq!(Workspace::published(Arc::new(next)).fate(end), Fate::Published);
        let mut next = edition();
        next.initiatives.clear();
        next.removed.push(Removed {
            id: id("x"),
            at: None,
            reason: RemovalReason::Error,
            extra: Object::new(),
        });
        let next = Workspace::published(Arc::new(next));
        assert_eq!(
            next.fate(request),
            Fate::Published,
            "out is out, whatever the reason"
        );
    }

    #[test]
    fn what_stands_here_stays_recorded_and_the_rest_ages_out() {
        let mut workspace = workspace();
        edit(&mut workspace, "c1", 1, |it| "Autre".clone_into(&mut it.title));
        let end = workspace.report_end(&id("x"), stamp("c2", 1)).unwrap();
        let mut sent = hand_over(&workspace, "s1", 1);
        sent.items.extend(workspace.sent_items(&[end], true));
        let day = |text: &str| Date::parse(text).unwrap();
        let sent = [sent];
        assert!(workspace.aged_out(&sent, day("2026-04-01")).is_empty());
        let left = workspace.aged_out(&sent, day("2026-04-02"));
        assert_eq!(left.len(), 1);
        assert_eq!(left[0].items, sent[0].items[..1], "the change still stands");
        workspace.remove(&[id("c1")]);
        assert!(workspace.aged_out(&sent, day("2026-04-02"))[0].items.is_empty());
    }

    #[test]
    fn a_person_can_say_that_it_was_not_sent_or_not_kept() {
        let mut workspace = workspace();
        edit(&mut workspace, "c1", 1, |it| "Autre".clone_into(&mut it.title));
        let sent = vec![hand_over(&workspace, "s1", 2)];
        let not_kept = refused(&sent, &target(), true);
        assert!(matches!(standing(&workspace, &not_kept), Standing::Refused(_)));
        assert_eq!(workspace.fate(&not_kept[0].items[0]), Fate::Refused);
        assert_eq!(refused(&not_kept, &target(), false), sent);
        assert!(refused(&sent, &target(), false).is_empty(), "nothing to write");
        let none = without(&sent, &target());
        assert!(none[0].items.is_empty());
        assert_eq!(standing(&workspace, &none), Standing::ToSend);
    }
}
