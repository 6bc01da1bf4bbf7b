mod rows;

use std::sync::Arc;

use super::{Incoming, Mode, Plan, plan, plan_contribution};
use crate::domain::catalogue::{Catalogue, RemovalReason, Removed};
use crate::domain::change::{Change, Target, TargetKind};
use crate::domain::communique::{Communique, CommuniqueStatus};
use crate::domain::contact::{Contact, Means};
use crate::domain::date::Timestamp;
use crate::domain::id::Id;
use crate::domain::initiative::Initiative;
use crate::domain::site::Site;
use crate::domain::theme::Theme;
use crate::domain::value::{Object, Value};
use crate::format::contribution::Contribution;
use crate::format::json;
use crate::format::refusal::{Format, Refusal};
use crate::format::v1::write_catalogue;
use crate::workspace::{Origin, Stamp, Workspace};

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

fn at() -> Timestamp {
    Timestamp::parse("2026-01-01T00:00:00Z").unwrap()
}

fn entry(name: &str, title: &str) -> Initiative {
    Initiative::new(id(name), title.to_owned())
}

fn catalogue(site: &str, entries: &[(&str, &str)]) -> Catalogue {
    let mut catalogue = Catalogue::new(Site::new(id(site)));
    catalogue.initiatives = entries.iter().map(|(name, title)| entry(name, title)).collect();
    catalogue
}

fn edition() -> Catalogue {
    catalogue("site", &[("a", "Un"), ("b", "Deux"), ("c", "Trois")])
}

fn here() -> Workspace {
    Workspace::published(Arc::new(edition()))
}

fn stamp(name: &str) -> Stamp {
    Stamp {
        id: id(name),
        author: id("device"),
        at: at(),
        batch: None,
    }
}

/// Saves a title as the form does.
fn retitle(workspace: &mut Workspace, name: &str, title: &str, change: &str) {
    let mut initiative = workspace.shown().initiative(&id(name)).unwrap().clone();
    initiative.title = title.to_owned();
    let change = workspace.prepare_initiative(&initiative, stamp(change)).unwrap();
    workspace.insert([change]);
}

fn apply(workspace: &mut Workspace, plan: Plan, batch: &str) -> Vec<Change> {
    let dropped = plan.dropped.clone();
    let mut number = 0;
    let changes = plan.changes(&id(batch), || {
        number += 1;
        stamp(&format!("{batch}-{number}"))
    });
    workspace.insert(changes.clone());
    workspace.remove(&dropped);
    changes
}

fn counts(plan: &Plan) -> [usize; 4] {
    [
        plan.new.len(),
        plan.changed.len(),
        plan.identical,
        plan.refused.len(),
    ]
}

fn title<'a>(workspace: &'a Workspace, name: &str) -> &'a str {
    &workspace.shown().initiative(&id(name)).unwrap().title
}

#[test]
fn what_is_here_already_writes_nothing() {
    for mode in [Mode::Join, Mode::Replace] {
        let plan = plan(&here(), &edition(), mode);
        assert_eq!(counts(&plan), [0, 0, 3, 0]);
        assert!(plan.is_empty());
    }
}

#[test]
fn new_and_changed_ones_come_in_and_what_the_file_lacks_stays() {
    for mode in [Mode::Join, Mode::Replace] {
        let mut workspace = here();
        let mut file = catalogue("site", &[("a", "Un"), ("b", "Deux corrigé"), ("d", "Quatre")]);
        file.themes.push(Theme {
            id: id("t"),
            label: [("fr".to_owned(), Value::text("Prêts"))].into_iter().collect(),
            extra: Object::new(),
        });
        file.initiatives[2].theme = Some(id("t"));
        let first = plan(&workspace, &file, mode);
        assert_eq!(counts(&first), [1, 1, 1, 0]);
        assert_eq!(
            (first.new, first.changed),
            (vec!["Quatre".to_owned()], vec!["Deux corrigé".to_owned()])
        );
        assert_eq!(first.themes, 1);
        let first = plan(&workspace, &file, mode);
        let written = apply(&mut workspace, first, "lot");
        assert!(written.iter().all(|change| change.batch == Some(id("lot"))));
        assert_eq!(title(&workspace, "b"), "Deux corrigé");
        assert_eq!(title(&workspace, "c"), "Trois");
        assert_eq!(workspace.shown().initiative(&id("d")), Some(&file.initiatives[2]));
        assert_eq!(workspace.shown().themes, file.themes);
        assert_eq!(workspace.origin(&id("d")), Origin::Local);
        assert_eq!(workspace.conflicts().count(), 0);
        let again = plan(&workspace, &file, mode);
        assert_eq!(counts(&again), [0, 0, 3, 0], "the same file twice");
        if mode == Mode::Join {
            assert!(again.is_empty());
        }
    }
}

#[test]
fn a_full_entry_comes_in_as_it_is() {
    let text = include_str!("../../../public/catalogue.json");
    let file = crate::format::v1::read_catalogue_text(text).unwrap().value;
    let empty = Catalogue::new(file.site.clone());
    let mut workspace = Workspace::published(Arc::new(empty));
    let first = plan(&workspace, &file, Mode::Join);
    assert_eq!(first.new.len(), file.initiatives.len());
    assert_eq!(
        (first.themes, first.communiques),
        (file.themes.len(), file.communiques.len())
    );
    apply(&mut workspace, first, "lot");
    assert_eq!(workspace.shown().initiatives, file.initiatives);
    assert_eq!(workspace.shown().communiques, file.communiques);
    assert_eq!(workspace.shown().themes, file.themes);
}

#[test]
fn joining_asks_where_the_person_wrote_something_else_and_loses_neither() {
    let mut workspace = here();
    retitle(&mut workspace, "b", "Le mien", "z-mine");
    let file = catalogue("site", &[("b", "Le leur")]);
    let first = plan(&workspace, &file, Mode::Join);
    assert_eq!((first.changed.len(), first.questions), (1, 1));
    apply(&mut workspace, first, "lot");
    let conflict = workspace.conflicts().next().unwrap();
    let sides: Vec<_> = conflict
        .wanted
        .iter()
        .filter_map(|(_, value)| value.as_text())
        .collect();
    assert_eq!(sides, ["Le leur", "Le mien"]);
    let again = plan(&workspace, &file, Mode::Join);
    assert_eq!(counts(&again), [0, 0, 1, 0], "and it is asked once");
    assert!(again.is_empty());
}

#[test]
fn joining_a_file_that_says_what_is_published_leaves_my_change() {
    let mut workspace = here();
    retitle(&mut workspace, "b", "Le mien", "mine");
    let plan = plan(&workspace, &edition(), Mode::Join);
    assert_eq!(counts(&plan), [0, 0, 2, 0]);
    assert_eq!(plan.kept, ["Deux"], "under the title that the file gives it");
    assert!(plan.is_empty());
}

#[test]
fn a_newer_file_follows_an_older_one_without_a_question() {
    let mut workspace = here();
    for (batch, title) in [("one", "Version 1"), ("two", "Version 2"), ("three", "Version 3")] {
        let file = catalogue("site", &[("n", title), ("b", title)]);
        let next = plan(&workspace, &file, Mode::Join);
        assert_eq!(next.questions, 0);
        apply(&mut workspace, next, batch);
        assert_eq!(self::title(&workspace, "n"), title);
        assert_eq!(self::title(&workspace, "b"), title);
    }
    assert_eq!(workspace.conflicts().count(), 0);
}

#[test]
fn joining_does_not_bring_back_what_the_person_took_out() {
    let mut workspace = here();
    let target = Target {
        kind: TargetKind::Initiative,
        id: id("b"),
    };
    let removal = workspace
        .prepare_removal(target, &RemovalReason::Ended, stamp("gone"))
        .unwrap();
    workspace.insert([removal]);
    let joined = plan(&workspace, &edition(), Mode::Join);
    assert_eq!((joined.kept.len(), joined.is_empty()), (1, true));
    let replaced = plan(&workspace, &edition(), Mode::Replace);
    assert_eq!(replaced.dropped, [id("gone")]);
    apply(&mut workspace, replaced, "lot");
    assert_eq!(title(&workspace, "b"), "Deux");
}

#[test]
fn replacing_leaves_the_edition_and_the_file() {
    let mut workspace = here();
    retitle(&mut workspace, "a", "Un corrigé", "one");
    retitle(&mut workspace, "b", "Le mien", "two");
    retitle(&mut workspace, "b", "Le mien encore", "three");
    retitle(&mut workspace, "c", "Comme dans le fichier", "four");
    let file = catalogue("site", &[("b", "Le leur"), ("c", "Comme dans le fichier")]);
    let replaced = plan(&workspace, &file, Mode::Replace);
    assert_eq!(counts(&replaced), [0, 1, 1, 0]);
    let place = |name: &str| replaced.dropped.iter().position(|known| *known == id(name));
    assert!(
        place("two") < place("three"),
        "what is replaced goes before what replaces it"
    );
    assert_eq!(place("four"), None, "what the file says too stays");
    apply(&mut workspace, replaced, "lot");
    assert_eq!(title(&workspace, "a"), "Un");
    assert_eq!(title(&workspace, "b"), "Le leur");
    assert_eq!(title(&workspace, "c"), "Comme dans le fichier");
    assert_eq!(workspace.conflicts().count(), 0);
}

#[test]
fn what_the_site_took_out_does_not_come_back() {
    let mut published = edition();
    let gone = published.initiatives.remove(1);
    published.removed.push(Removed {
        id: gone.id,
        at: None,
        reason: RemovalReason::Request,
        extra: Object::new(),
    });
    let workspace = Workspace::published(Arc::new(published));
    for mode in [Mode::Join, Mode::Replace] {
        let plan = plan(&workspace, &edition(), mode);
        assert_eq!(counts(&plan), [0, 0, 2, 1]);
        assert!(plan.is_empty());
    }
}

#[test]
fn what_the_file_took_out_goes_unless_i_changed_it() {
    let file = |reason: RemovalReason| {
        let mut file = catalogue("site", &[("a", "Un")]);
        file.removed = ["b", "not-here"]
            .map(|name| Removed {
                id: id(name),
                at: None,
                reason: reason.clone(),
                extra: Object::new(),
            })
            .into();
        file
    };
    let mut workspace = here();
    let first = plan(&workspace, &file(RemovalReason::Ended), Mode::Join);
    assert_eq!(first.removed, ["Deux"]);
    apply(&mut workspace, first, "lot");
    assert!(workspace.shown().initiative(&id("b")).is_none());
    assert!(plan(&workspace, &file(RemovalReason::Ended), Mode::Join).is_empty());

    let mut workspace = here();
    retitle(&mut workspace, "b", "Le mien", "mine");
    let ended = plan(&workspace, &file(RemovalReason::Ended), Mode::Join);
    assert_eq!((ended.kept.len(), ended.removed.len()), (1, 0));
    for (reason, mode) in [
        (RemovalReason::Request, Mode::Join),
        (RemovalReason::Ended, Mode::Replace),
    ] {
        let mut workspace = workspace.clone();
        let goes = plan(&workspace, &file(reason), mode);
        assert_eq!(goes.removed.len(), 1);
        apply(&mut workspace, goes, "lot");
        assert!(workspace.shown().initiative(&id("b")).is_none());
    }
}

#[test]
fn the_entries_of_another_site_come_in_beside_ours() {
    let mut workspace = here();
    let mut file = catalogue("other", &[("a", "Ailleurs")]);
    file.communiques.push(Communique {
        id: id("c7"),
        series: String::new(),
        letterhead: String::new(),
        number: Some(7),
        date: None,
        place: String::new(),
        title: "Le septième".to_owned(),
        lead: String::new(),
        sections: Vec::new(),
        closing: String::new(),
        signatory: String::new(),
        press_contact: String::new(),
        status: CommuniqueStatus::Final,
        extra: Object::new(),
    });
    file.initiatives[0].source.communique = Some(id("c7"));
    "Un autre site".clone_into(&mut file.site.title);
    let first = plan(&workspace, &file, Mode::Join);
    assert!(first.other_site);
    assert_eq!(counts(&first), [1, 0, 0, 0]);
    apply(&mut workspace, first, "lot");
    assert_eq!(title(&workspace, "a"), "Un", "ours is another entry");
    assert_eq!(workspace.shown().initiatives.len(), 4);
    assert_eq!(workspace.shown().site, edition().site);
    let taken = &workspace.shown().initiatives[3];
    let told = taken.source.communique.as_ref().unwrap();
    assert_eq!(workspace.shown().communique(told).unwrap().title, "Le septième");
    let again = plan(&workspace, &file, Mode::Join);
    assert_eq!(counts(&again), [0, 0, 1, 0]);
    assert!(again.is_empty());
}

#[test]
fn private_contacts_of_this_device_are_no_difference_and_those_of_a_file_stay_out() {
    let contact = |name: &str| Contact {
        id: id(name),
        means: Means::parse("phone", "0321999999"),
        label: String::new(),
        public: false,
        extra: Object::new(),
    };
    let mut workspace = here();
    workspace.set_private_of(&id("a"), vec![contact("mine")]);
    for mode in [Mode::Join, Mode::Replace] {
        let plan = plan(&workspace, &edition(), mode);
        assert_eq!(counts(&plan), [0, 0, 3, 0]);
        assert!(plan.is_empty());
    }
    let mut file = catalogue("site", &[("b", "Deux corrigé")]);
    file.initiatives[0].contacts = vec![contact("theirs")];
    let first = plan(&workspace, &file, Mode::Join);
    for change in apply(&mut workspace, first, "lot") {
        let text = json::write(&crate::format::change::encode_change(&change).into());
        assert!(text.contains("corrig") && !text.contains("0321999999"), "{text}");
    }
    assert_eq!(workspace.private_of(&id("a")), [contact("mine")]);
}

#[test]
fn a_contribution_comes_in_once() {
    let mut sender = here();
    retitle(&mut sender, "b", "Proposé", "p1");
    let made = sender
        .prepare_initiative(&entry("n", "Nouvelle"), stamp("p2"))
        .unwrap();
    sender.insert([made]);
    let mut label = Object::new();
    label.set("fr", "Prêts");
    let theme = Theme {
        id: id("t"),
        label,
        extra: Object::new(),
    };
    let target = Target {
        kind: TargetKind::Theme,
        id: id("t"),
    };
    let themed = sender.prepare(target, &crate::format::v1::encode_theme(&theme), stamp("p3"));
    sender.insert(themed);
    let mut contribution = Contribution {
        id: id("contribution"),
        site: id("site"),
        base: None,
        created_at: at(),
        author: id("device"),
        message: String::new(),
        reply_to: String::new(),
        changes: sender.changes().iter().cloned().collect(),
        extra: Object::new(),
    };
    let mut workspace = here();
    let first = plan_contribution(&workspace, &contribution);
    assert_eq!(
        (first.new.clone(), first.changed.clone()),
        (vec!["Nouvelle".to_owned()], vec!["Deux".to_owned()])
    );
    assert_eq!(first.themes, 1, "a theme is no initiative");
    apply(&mut workspace, first, "lot");
    assert_eq!(workspace.shown().themes, [theme]);
    assert_eq!(title(&workspace, "b"), "Proposé");
    assert_eq!(title(&workspace, "n"), "Nouvelle");
    let again = plan_contribution(&workspace, &contribution);
    assert_eq!(counts(&again), [0, 0, 2, 0]);
    assert!(again.is_empty());
    contribution.site = id("other");
    let elsewhere = plan_contribution(&here(), &contribution);
    assert!(elsewhere.other_site && elsewhere.is_empty());
}

#[test]
fn the_content_tells_what_a_file_is() {
    let text = json::write(&write_catalogue(&edition()));
    let incoming = Incoming::read(text.as_bytes()).unwrap();
    assert!(matches!(incoming.content, super::Content::Catalogue(read) if read == edition()));
    let broken = text.replace("\"Deux\"", "\"\"");
    assert_eq!(Incoming::read(broken.as_bytes()).unwrap().unreadable, 1);
    let foreign = Incoming::read(b"{\"format\":\"gpx\"}").unwrap_err();
    assert_eq!(
        foreign,
        Refusal::OtherFormat(Format::Foreign(Some("gpx".to_owned())))
    );
    assert!(matches!(Incoming::read(b"PK\x03\x04"), Err(Refusal::Json(_))));
}
