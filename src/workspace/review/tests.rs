//! Laws of the inbox: what is decided, what comes of it, what is asked again.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Act, Filed, Inbox, Item, Left, Pick, Prepared, Sign, Standing, Verdict};
use crate::domain::catalogue::{Catalogue, RemovalReason, Removed};
use crate::domain::change::{Change, ChangeSet, Delta, Path, Target, TargetKind};
use crate::domain::contact::PrivateContacts;
use crate::domain::date::{Date, Timestamp};
use crate::domain::decision::{NumberCheck, Outcome, Reason};
use crate::domain::id::Id;
use crate::domain::initiative::Initiative;
use crate::domain::site::Site;
use crate::domain::value::{Object, Value};
use crate::format::contribution::Contribution;
use crate::format::publish::publishable;
use crate::format::{json, v1};
use crate::workspace::{Stamp, Workspace};

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

fn path(text: &str) -> Path {
    Path::parse(text).unwrap()
}

pub(super) fn time(day: u8) -> Timestamp {
    Timestamp::parse(&format!("2026-01-{day:02}T00:00:00Z")).unwrap()
}

fn edition(titles: &[(&str, &str)]) -> Catalogue {
    let mut edition = Catalogue::new(Site::new(id("site")));
    let initiative = |(name, title): &(&str, &str)| Initiative::new(id(name), (*title).to_owned());
    edition.initiatives = titles.iter().map(initiative).collect();
    edition
}

pub(super) fn workspace(titles: &[(&str, &str)]) -> Workspace {
    Workspace::published(Arc::new(edition(titles)))
}

/// A change of `x` by a sender; each field from what the edition of [`workspace`] says.
pub(super) fn change(name: &str, target: &str, fields: &[(&str, Value, Value)]) -> Change {
    let delta = |(name, before, after): &(&str, Value, Value)| {
        let (before, after) = (before.clone(), after.clone());
        (path(name), Delta { before, after })
    };
    Change {
        id: id(name),
        author: id("sender"),
        at: time(1),
        target: Target {
            kind: TargetKind::Initiative,
            id: id(target),
        },
        fields: fields.iter().map(delta).collect(),
        replaces: Vec::new(),
        batch: Some(id("their-batch")),
    }
}

pub(super) fn retitled(name: &str, target: &str, before: &str, after: &str) -> Change {
    change(name, target, &[("title", before.into(), after.into())])
}

pub(super) fn contribution(name: &str, changes: Vec<Change>) -> Contribution {
    Contribution {
        id: id(name),
        site: id("site"),
        base: None,
        created_at: time(1),
        author: id("sender"),
        message: "Voici.".to_owned(),
        reply_to: "Jeanne Exemple, jeanne@exemple.fr".to_owned(),
        changes,
        extra: Object::new(),
    }
}

pub(super) fn inbox(contributions: Vec<Contribution>) -> Inbox {
    let contributions = contributions.into_iter();
    let filed = contributions.map(|contribution| Filed::new(time(2), contribution));
    Inbox::new(filed, [])
}

/// Stamps with identifiers that no sender and no earlier decision uses.
fn stamps(inbox: &Inbox) -> impl FnMut() -> Stamp {
    let (act, mut count) = (inbox.log.len(), 0);
    move || {
        count += 1;
        Stamp {
            id: id(&format!("editor-{act}-{count}")),
            author: id("editor"),
            at: time(3),
            batch: None,
        }
    }
}

pub(super) fn items(inbox: &Inbox, workspace: &Workspace) -> Vec<Item> {
    let groups = inbox.groups(workspace).into_iter();
    groups
        .flat_map(|group| group.parts)
        .flat_map(|part| part.items)
        .collect()
}

pub(super) fn pick(change: &str, field: &str) -> Pick {
    Pick {
        change: id(change),
        path: path(field),
    }
}

pub(super) fn all(inbox: &Inbox, workspace: &Workspace) -> Vec<Pick> {
    let items = items(inbox, workspace).into_iter();
    items
        .map(|item| Pick {
            change: item.change,
            path: item.path,
        })
        .collect()
}

/// Decides and follows, as the application does once it has written.
pub(super) fn decide(
    inbox: &mut Inbox,
    workspace: &mut Workspace,
    picks: &[Pick],
    verdict: &Verdict,
) -> Prepared {
    let prepared = inbox.decide(workspace, picks, verdict, stamps(inbox));
    workspace.insert_anew(prepared.act.changes.iter().cloned());
    inbox.apply(&prepared.act);
    prepared
}

pub(super) fn undo(inbox: &mut Inbox, workspace: &mut Workspace, act: &Act) {
    let back = act.reversal(inbox, workspace.changes());
    workspace.exchange(back.changes.iter().cloned(), &back.forget);
    inbox.take_back(&back);
}

pub(super) const ACCEPT: Verdict = Verdict::Accept(BTreeMap::new());

fn refuse() -> Verdict {
    Verdict::Refuse(Reason::Unverified, "Personne ne répond.".to_owned())
}

pub(super) fn shown<'a>(workspace: &'a Workspace, name: &str) -> &'a Initiative {
    workspace.shown().initiative(&id(name)).unwrap()
}

#[test]
fn accepting_puts_the_senders_change_under_its_own_name_and_nothing_of_the_sender() {
    let mut workspace = workspace(&[("x", "Masques")]);
    let mut inbox = inbox(vec![contribution(
        "c",
        vec![retitled("a", "x", "Masques", "Masques lavables")],
    )]);
    let picks = all(&inbox, &workspace);
    let prepared = decide(&mut inbox, &mut workspace, &picks, &ACCEPT);
    assert_eq!(prepared.fields, 1);
    assert_eq!(shown(&workspace, "x").title, "Masques lavables");
    let kept = workspace.changes().get(&id("a")).unwrap();
    assert_eq!((&kept.author, &kept.batch), (&id("sender"), &None));
    let exported = json::write(&v1::write_catalogue(&publishable(workspace.shown())));
    assert!(exported.contains("lavables") && !exported.contains("Jeanne") && !exported.contains("jeanne"));
    let [decision] = inbox.log()[..] else { panic!() };
    assert_eq!(
        (&decision.outcome, decision.reply_to.as_str()),
        (&Outcome::Accepted, "Jeanne Exemple, jeanne@exemple.fr")
    );
    assert_eq!(inbox.waiting(), 0, "nothing is left of it");
    // The next edition says it, and the sender's own phone finds its change done.
    let next = Workspace::new(
        Arc::new(publishable(workspace.shown())),
        ChangeSet::from_iter([retitled("a", "x", "Masques", "Masques lavables")]),
        PrivateContacts::new(),
    );
    assert_eq!(next.pending_count(), 0);
}

#[test]
fn a_change_is_accepted_field_by_field_under_one_name() {
    let mut workspace = workspace(&[("x", "Masques")]);
    let fields = [
        ("title", "Masques".into(), "Masques lavables".into()),
        ("summary", "".into(), "Cousus à Marck.".into()),
        ("audience", "".into(), "Tous".into()),
    ];
    let mut inbox = inbox(vec![contribution("c", vec![change("a", "x", &fields)])]);
    decide(&mut inbox, &mut workspace, &[pick("a", "summary")], &ACCEPT);
    assert_eq!(shown(&workspace, "x").title, "Masques");
    assert_eq!(shown(&workspace, "x").summary, "Cousus à Marck.");
    assert_eq!(items(&inbox, &workspace).len(), 2);
    decide(&mut inbox, &mut workspace, &[pick("a", "title")], &ACCEPT);
    assert_eq!(shown(&workspace, "x").title, "Masques lavables");
    assert_eq!(shown(&workspace, "x").summary, "Cousus à Marck.");
    assert_eq!(workspace.changes().len(), 1);
    assert_eq!(inbox.waiting(), 1);
    decide(&mut inbox, &mut workspace, &[pick("a", "audience")], &refuse());
    assert_eq!(shown(&workspace, "x").audience, "");
    assert_eq!(inbox.waiting(), 0);
    assert_eq!(inbox.log().len(), 3);
}

#[test]
fn what_moved_meanwhile_is_told_and_accepting_it_asks_nobody_again() {
    let mut workspace = workspace(&[("x", "Masques en tissu")]);
    let mut mine = shown(&workspace, "x").clone();
    mine.title = "Masques cousus".to_owned();
    let own = workspace
        .prepare_initiative(&mine, stamps(&Inbox::default())())
        .unwrap();
    workspace.insert([Change {
        id: id("mine"),
        ..own
    }]);
    let mut inbox = inbox(vec![contribution(
        "c",
        vec![retitled("a", "x", "Masques", "Masques lavables")],
    )]);
    let [item] = &items(&inbox, &workspace)[..] else {
        panic!()
    };
    assert!(item.moved());
    assert_eq!(item.seen, "Masques".into());
    assert_eq!(item.now, "Masques cousus".into());
    let before = workspace.clone();
    let prepared = decide(&mut inbox, &mut workspace, &[pick("a", "title")], &ACCEPT);
    assert_eq!(workspace.conflicts().count(), 0);
    assert_eq!(shown(&workspace, "x").title, "Masques lavables");
    assert!(workspace.changes().get(&id("a")).is_some());
    undo(&mut inbox, &mut workspace, &prepared.act);
    assert_eq!(workspace.changes(), before.changes());
    assert_eq!(shown(&workspace, "x").title, "Masques cousus");
    assert_eq!(items(&inbox, &workspace).len(), 1);
    assert!(inbox.log().is_empty());
}

#[test]
fn what_is_edited_stands_in_place_of_the_senders_change_wherever_that_comes_from() {
    let mut workspace = workspace(&[("x", "Masques")]);
    let sent = retitled("a", "x", "Masques", "MASQUES GRATUITS");
    let mut inbox = inbox(vec![contribution("c", vec![sent.clone()])]);
    let verdict = Verdict::Edit("Masques gratuits".into(), None);
    decide(&mut inbox, &mut workspace, &[pick("a", "title")], &verdict);
    assert_eq!(shown(&workspace, "x").title, "Masques gratuits");
    assert_eq!(inbox.log()[0].outcome, Outcome::Edited);
    assert!(inbox.log()[0].made.is_some());
    workspace.insert([sent]);
    assert_eq!(shown(&workspace, "x").title, "Masques gratuits");
    assert_eq!(workspace.conflicts().count(), 0);
}

#[test]
fn what_is_refused_is_not_inserted_and_not_asked_again() {
    let mut workspace = workspace(&[("x", "Masques")]);
    let sent = contribution("c", vec![retitled("a", "x", "Masques", "Arnaque")]);
    let mut inbox = inbox(vec![sent.clone()]);
    decide(&mut inbox, &mut workspace, &[pick("a", "title")], &refuse());
    assert!(workspace.changes().is_empty());
    assert_eq!(inbox.log()[0].note, "Personne ne répond.");
    let again = inbox.receive(&workspace, vec![sent.clone()], &time(4));
    assert_eq!((again.received, again.treated, again.filed.len()), (1, 1, 0));
    // The same change in another contribution is no news either; what is new in it is.
    let more = vec![sent.changes[0].clone(), retitled("b", "x", "Masques", "Autre")];
    let again = inbox.receive(&workspace, vec![contribution("d", more)], &time(4));
    assert_eq!((again.treated, again.filed.len()), (0, 1));
    inbox.file(again.filed);
    assert_eq!(items(&inbox, &workspace).len(), 1);
}

#[test]
fn twelve_came_in_and_one_was_treated() {
    let titles: Vec<(String, String)> = (0..12).map(|n| (format!("x{n}"), format!("Titre {n}"))).collect();
    let titles: Vec<(&str, &str)> = titles
        .iter()
        .map(|(id, title)| (id.as_str(), title.as_str()))
        .collect();
    let mut workspace = workspace(&titles);
    let one = |n: usize| {
        let (target, title) = titles[n];
        contribution(
            &format!("c{n}"),
            vec![retitled(&format!("a{n}"), target, title, "Mieux")],
        )
    };
    let mut inbox = inbox(vec![one(3)]);
    decide(&mut inbox, &mut workspace, &[pick("a3", "title")], &ACCEPT);
    let mut others: Vec<Contribution> = (0..12).map(one).collect();
    let receipt = inbox.receive(&workspace, others.clone(), &time(4));
    assert_eq!(
        (
            receipt.received,
            receipt.treated,
            receipt.waiting,
            receipt.filed.len()
        ),
        (12, 1, 0, 11)
    );
    inbox.file(receipt.filed);
    others.push(Contribution {
        site: id("other"),
        ..one(0)
    });
    let again = inbox.receive(&workspace, others, &time(5));
    assert_eq!((again.treated, again.waiting, again.elsewhere), (1, 11, 1));
    assert_eq!(inbox.groups(&workspace).len(), 11);
}

#[test]
fn a_new_number_waits_for_a_call_or_a_word() {
    let phone =
        |value: &str| json::parse(&format!(r#"{{"id":"p","kind":"phone","value":"{value}"}}"#)).unwrap();
    let fields = [
        ("title", "Masques".into(), "Masques lavables".into()),
        ("contacts/p", Value::Null, phone("0612345678")),
    ];
    let mut workspace = workspace(&[("x", "Masques")]);
    let mut inbox = inbox(vec![contribution("c", vec![change("a", "x", &fields)])]);
    let picks = all(&inbox, &workspace);
    let prepared = decide(&mut inbox, &mut workspace, &picks, &ACCEPT);
    assert_eq!(prepared.left, [(pick("a", "contacts/p"), Left::Number)]);
    assert_eq!(shown(&workspace, "x").title, "Masques lavables");
    assert!(shown(&workspace, "x").contacts.is_empty());
    let edited = Verdict::Edit(phone("0699999999"), None);
    let prepared = decide(&mut inbox, &mut workspace, &[pick("a", "contacts/p")], &edited);
    assert_eq!(prepared.left.len(), 1, "an edited number is as new");
    let called = Verdict::Accept(BTreeMap::from([(pick("a", "contacts/p"), NumberCheck::Called)]));
    decide(&mut inbox, &mut workspace, &[pick("a", "contacts/p")], &called);
    assert_eq!(shown(&workspace, "x").contacts.len(), 1);
    let checks: Vec<_> = inbox
        .log()
        .iter()
        .filter_map(|entry| entry.check.clone())
        .collect();
    assert_eq!(checks, [NumberCheck::Called]);
}

#[test]
fn of_two_that_want_the_same_field_none_is_taken_unless_chosen() {
    let mut workspace = workspace(&[("x", "Masques")]);
    let mut inbox = inbox(vec![
        contribution("c", vec![retitled("a", "x", "Masques", "Un")]),
        contribution("d", vec![retitled("b", "x", "Masques", "Deux")]),
    ]);
    let picks = all(&inbox, &workspace);
    let prepared = decide(&mut inbox, &mut workspace, &picks, &ACCEPT);
    assert_eq!((prepared.fields, prepared.left.len()), (0, 2));
    assert!(prepared.act.is_empty());
    decide(&mut inbox, &mut workspace, &[pick("a", "title")], &ACCEPT);
    let [item] = &items(&inbox, &workspace)[..] else {
        panic!()
    };
    assert!(item.moved());
    decide(&mut inbox, &mut workspace, &[pick("b", "title")], &ACCEPT);
    assert_eq!(shown(&workspace, "x").title, "Deux");
    assert_eq!(workspace.conflicts().count(), 0);
}

#[test]
fn a_new_entry_comes_with_its_title_and_goes_with_it() {
    let fields = [
        ("title", Value::Null, "Visières".into()),
        ("summary", Value::Null, "Imprimées à Arras.".into()),
        ("audience", Value::Null, "Soignants".into()),
        // What is left empty is no question.
        ("practical", Value::Null, "".into()),
        ("tags", Value::Null, Value::List(Vec::new())),
    ];
    let mut workspace = workspace(&[]);
    let mut accepted = inbox(vec![contribution("c", vec![change("a", "y", &fields)])]);
    assert_eq!(accepted.groups(&workspace)[0].standing, Standing::New);
    assert_eq!(accepted.groups(&workspace)[0].title, "Visières");
    let mut refused = accepted.clone();
    let prepared = decide(&mut refused, &mut workspace, &[pick("a", "title")], &refuse());
    assert_eq!((prepared.fields, refused.waiting()), (3, 0));
    let prepared = decide(&mut accepted, &mut workspace, &[pick("a", "summary")], &ACCEPT);
    assert_eq!(prepared.fields, 2);
    assert_eq!(shown(&workspace, "y").title, "Visières");
    assert_eq!(items(&accepted, &workspace).len(), 1);
}

#[test]
fn what_was_taken_out_or_is_not_known_is_told_and_not_accepted() {
    let mut edition = edition(&[]);
    edition.removed.push(Removed {
        id: id("x"),
        at: None,
        reason: RemovalReason::Request,
        extra: Object::new(),
    });
    let mut workspace = Workspace::published(Arc::new(edition));
    let changes = vec![
        retitled("a", "x", "Masques", "Un"),
        retitled("b", "y", "Visières", "Deux"),
    ];
    let mut inbox = inbox(vec![contribution("c", changes)]);
    let standings: Vec<Standing> = inbox
        .groups(&workspace)
        .iter()
        .map(|group| group.standing)
        .collect();
    assert_eq!(standings, [Standing::Gone, Standing::Missing]);
    let picks = all(&inbox, &workspace);
    let prepared = decide(&mut inbox, &mut workspace, &picks, &ACCEPT);
    assert!(prepared.left.iter().all(|(_, why)| *why == Left::NoEntry));
    assert!(workspace.changes().is_empty());
    decide(&mut inbox, &mut workspace, &picks, &refuse());
    assert_eq!(inbox.waiting(), 0);
}

#[test]
fn one_sender_who_takes_out_several_entries_is_a_sign() {
    let gone = |name: &str, target: &str| {
        let mut reason = Object::new();
        reason.set("reason", "ended");
        change(name, target, &[("removed", Value::Null, reason.into())])
    };
    let workspace = workspace(&[("x", "Un"), ("y", "Deux")]);
    let one = inbox(vec![contribution("c", vec![gone("a", "x")])]);
    assert!(one.groups(&workspace)[0].parts[0].signs.is_empty());
    let two = inbox(vec![
        contribution("c", vec![gone("a", "x")]),
        contribution("d", vec![gone("b", "y")]),
    ]);
    let groups = two.groups(&workspace);
    let signs = groups.iter().map(|group| &group.parts[0].signs[..]);
    assert!(signs.into_iter().all(|signs| signs == [Sign::ManyRemovals(2)]));
}

#[test]
fn what_an_edition_says_is_put_away_and_remembered() {
    let mut inbox = inbox(vec![contribution(
        "c",
        vec![retitled("a", "x", "Masques", "Masques lavables")],
    )]);
    let later = workspace(&[("x", "Masques lavables")]);
    assert!(inbox.groups(&later).is_empty());
    let mut count = 0;
    let act = inbox.put_away(&later, &time(4), || {
        count += 1;
        id(&format!("log-{count}"))
    });
    inbox.apply(&act);
    assert_eq!(inbox.waiting(), 0);
    assert_eq!(inbox.log()[0].outcome, Outcome::Settled);
    let back = workspace(&[("x", "Masques")]);
    let sent = contribution("c", vec![retitled("a", "x", "Masques", "Masques lavables")]);
    assert_eq!(inbox.receive(&back, vec![sent], &time(5)).treated, 1);
}

#[test]
fn a_message_without_a_change_waits_until_it_was_read() {
    let workspace = workspace(&[("x", "Masques")]);
    let mut inbox = inbox(Vec::new());
    let letter = contribution("c", Vec::new());
    let receipt = inbox.receive(&workspace, vec![letter.clone()], &time(2));
    inbox.file(receipt.filed);
    assert_eq!((inbox.waiting(), inbox.messages().len()), (1, 1));
    assert!(inbox.put_away(&workspace, &time(3), || id("log")).is_empty());
    let act = inbox.close_message(&id("c"), stamps(&inbox)()).unwrap();
    inbox.apply(&act);
    assert_eq!((inbox.waiting(), inbox.log()[0].title.as_str()), (0, "Voici."));
    assert_eq!(inbox.receive(&workspace, vec![letter], &time(4)).treated, 1);
    let later = inbox.overdue(Date::parse("2027-01-01").unwrap());
    inbox.forget(later);
    assert_eq!(inbox.log()[0].title, "", "people sign their messages");
}

#[test]
fn nobody_can_be_called_back_after_six_months() {
    let mut workspace = workspace(&[("x", "Masques"), ("y", "Visières")]);
    let mut inbox = inbox(vec![
        contribution("c", vec![retitled("a", "x", "Masques", "Un")]),
        contribution("d", vec![retitled("b", "y", "Visières", "Deux")]),
    ]);
    decide(&mut inbox, &mut workspace, &[pick("a", "title")], &ACCEPT);
    let day = |text| Date::parse(text).unwrap();
    assert!(inbox.overdue(day("2026-07-01")).is_empty());
    let overdue = inbox.overdue(day("2026-07-02"));
    assert_eq!((overdue.filed.len(), overdue.log.len()), (1, 1));
    inbox.forget(overdue);
    assert!(inbox.overdue(day("2027-07-02")).is_empty());
    assert!(inbox.log()[0].is_anonymous());
    assert_eq!(inbox.log()[0].title, "Masques", "what was decided stays");
    let waiting = inbox.filed(&id("d")).unwrap();
    assert!(!format!("{waiting:?}").to_lowercase().contains("jeanne"));
}
