//! What holds of the inbox whatever waits in it and whatever stands here.

use proptest::prelude::*;

use super::Pick;
use super::tests::{
    ACCEPT, all, change, contribution, decide, inbox, items, pick, retitled, shown, time, undo, workspace,
};
use crate::domain::value::Value;

#[test]
fn a_forged_copy_of_an_accepted_change_alters_nothing_of_it() {
    let mut workspace = workspace(&[("x", "Masques"), ("y", "Visières")]);
    let mut inbox = inbox(vec![contribution(
        "c",
        vec![retitled("a", "x", "Masques", "Masques lavables")],
    )]);
    decide(&mut inbox, &mut workspace, &[pick("a", "title")], &ACCEPT);
    let forged = [
        ("title", "Masques".into(), "Arnaque".into()),
        ("audience", "".into(), "Tous".into()),
    ];
    let elsewhere = [("audience", "".into(), "Personne".into())];
    for (name, target, fields) in [("d", "x", &forged[..]), ("e", "y", &elsewhere[..])] {
        let copy = contribution(name, vec![change("a", target, fields)]);
        inbox.file(inbox.receive(&workspace, vec![copy], &time(4)).filed);
        let picks = all(&inbox, &workspace);
        decide(&mut inbox, &mut workspace, &picks, &ACCEPT);
    }
    assert_eq!(shown(&workspace, "x").title, "Masques lavables");
    assert_eq!(shown(&workspace, "x").audience, "Tous");
    assert_eq!(shown(&workspace, "y").title, "Visières");
}

fn a_title() -> impl Strategy<Value = String> {
    prop_oneof![Just("Masques"), Just("Un"), Just("Deux"), Just("Trois")].prop_map(str::to_owned)
}

proptest! {
    /// Accepting a field shows what was proposed, leaves no question about it and is taken back without
    /// a trace.
    #[test]
    fn accepting_shows_what_was_proposed_and_is_taken_back(
        published in a_title(),
        own in proptest::option::of(a_title()),
        proposed in proptest::collection::vec((a_title(), a_title()), 1..4),
    ) {
        let mut workspace = workspace(&[("x", &published)]);
        if let Some(own) = own {
            workspace.insert([retitled("own", "x", &published, &own)]);
        }
        let sent = proposed.iter().enumerate().map(|(n, (before, after))| {
            contribution(&format!("c{n}"), vec![retitled(&format!("a{n}"), "x", before, after)])
        });
        let mut inbox = inbox(sent.collect());
        while let Some(item) = items(&inbox, &workspace).into_iter().next() {
            let (inbox_before, before) = (inbox.clone(), workspace.clone());
            let pick = Pick { change: item.change.clone(), path: item.path.clone() };
            let prepared = decide(&mut inbox, &mut workspace, &[pick], &ACCEPT);
            prop_assert_eq!(Value::text(&shown(&workspace, "x").title), item.proposed);
            prop_assert_eq!(workspace.conflicts().count(), 0);
            let (mut undone_inbox, mut undone) = (inbox.clone(), workspace.clone());
            undo(&mut undone_inbox, &mut undone, &prepared.act);
            prop_assert_eq!(undone.changes(), before.changes());
            prop_assert_eq!(&undone.shown().initiatives, &before.shown().initiatives);
            prop_assert_eq!(undone_inbox, inbox_before);
        }
    }
}
