//! What holds of the inbox whatever waits in it and whatever stands here.

use proptest::prelude::*;

use super::Pick;
use super::tests::{ACCEPT, contribution, decide, inbox, items, retitled, shown, undo, workspace};
use crate::domain::value::Value;

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
