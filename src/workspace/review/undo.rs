//! Taking a decision back: what it did goes, and whatever was decided since, in another tab too, stays.

use super::{Act, Filed, Inbox};
use crate::domain::change::{Change, ChangeSet, Delta, Path};
use crate::domain::id::Id;

/// Everything that taking an act back writes and removes.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reversal {
    /// Changes to write, in place of what stands under their identifiers.
    pub changes: Vec<Change>,
    /// Changes to remove.
    pub forget: Vec<Id>,
    /// Lines of the log to remove.
    pub unlog: Vec<Id>,
    /// Contributions that have something to decide again and have left the inbox.
    pub file: Vec<Filed>,
}

impl Act {
    /// The changes that taking it back looks at.
    #[must_use]
    pub fn looked_at(&self) -> Vec<Id> {
        let changes = self.changes.iter().chain(&self.before);
        changes.map(|change| change.id.clone()).collect()
    }

    /// What takes it back. `now` holds its changes as they stand by now: of a change that says more or less
    /// than the act has written, only what the act has written is taken out.
    #[must_use]
    pub fn reversal(&self, inbox: &Inbox, now: &ChangeSet) -> Reversal {
        let mut back = Reversal {
            unlog: self.entries.iter().map(|entry| entry.id.clone()).collect(),
            ..Reversal::default()
        };
        for made in &self.changes {
            // One that is gone was taken back or published meanwhile.
            let Some(now) = now.get(&made.id) else { continue };
            let fields = self.without(made, now);
            if fields.is_empty() {
                back.forget.push(made.id.clone());
            } else {
                back.changes.push(Change {
                    fields,
                    ..now.clone()
                });
            }
        }
        for before in &self.before {
            let is_made = self.changes.iter().any(|made| made.id == before.id);
            let mut over = self.changes.iter();
            if !is_made && over.any(|made| made.replaces.contains(&before.id)) {
                back.changes.push(self.uncovered(before, now.get(&before.id)));
            }
        }
        let absent = |filed: &&Filed| inbox.filed(&filed.contribution.id).is_none();
        back.file = self.reopened.iter().filter(absent).cloned().collect();
        back
    }

    /// The fields of a change of the act as they are without it.
    fn without(&self, made: &Change, now: &Change) -> Vec<(Path, Delta)> {
        let before = self.before.iter().find(|before| before.id == made.id);
        let was = |path: &Path| before.and_then(|before| before.delta(path));
        let left = now.fields.iter().filter_map(|(path, delta)| {
            let left = if made.delta(path) == Some(delta) {
                was(path)?
            } else {
                delta
            };
            Some((path.clone(), left.clone()))
        });
        left.collect()
    }

    /// A change that the act stands in place of: what was let go of it since, as written over, is back.
    fn uncovered(&self, before: &Change, now: Option<&Change>) -> Change {
        let Some(now) = now else { return before.clone() };
        let mut whole = now.clone();
        let covered = |path: &Path| {
            let mut over = self.changes.iter();
            over.any(|made| made.replaces.contains(&before.id) && made.delta(path).is_some())
        };
        let missing = before.fields.iter();
        let missing = missing.filter(|(path, _)| now.delta(path).is_none() && covered(path));
        whole.fields.extend(missing.cloned());
        whole
    }
}

impl Inbox {
    /// Follows an act that was taken back.
    pub fn take_back(&mut self, back: &Reversal) {
        for entry in &back.unlog {
            self.log.remove(entry);
        }
        self.file(back.file.iter().cloned());
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{
        ACCEPT, change, contribution, decide, inbox, items, pick, retitled, shown, undo, workspace,
    };
    use super::super::{Inbox, Verdict};
    use crate::domain::id::Id;
    use crate::domain::value::Value;
    use crate::workspace::Workspace;

    fn id(text: &str) -> Id {
        Id::parse(text).unwrap()
    }

    /// One change of two fields that waits.
    fn two_fields() -> (Workspace, Inbox) {
        let fields = [
            ("title", "Masques".into(), "Masques lavables".into()),
            ("summary", "".into(), "Cousus à Marck.".into()),
        ];
        let filed = contribution("c", vec![change("a", "x", &fields)]);
        (workspace(&[("x", "Masques")]), inbox(vec![filed]))
    }

    #[test]
    fn what_another_tab_has_accepted_of_the_same_change_since_stays() {
        let (mut workspace, mut inbox) = two_fields();
        let first = decide(&mut inbox, &mut workspace, &[pick("a", "title")], &ACCEPT);
        decide(&mut inbox, &mut workspace, &[pick("a", "summary")], &ACCEPT);
        assert_eq!(inbox.waiting(), 0);
        undo(&mut inbox, &mut workspace, &first.act);
        assert_eq!(shown(&workspace, "x").title, "Masques");
        assert_eq!(shown(&workspace, "x").summary, "Cousus à Marck.");
        let [open] = &items(&inbox, &workspace)[..] else {
            panic!("the title is to be decided again")
        };
        assert_eq!(open.path.as_str(), "title");
        assert_eq!(inbox.log().len(), 1);
    }

    #[test]
    fn what_another_tab_has_refused_since_does_not_keep_the_rest_from_being_decided_again() {
        let (mut workspace, mut inbox) = two_fields();
        let first = decide(&mut inbox, &mut workspace, &[pick("a", "title")], &ACCEPT);
        let refuse = Verdict::Refuse(crate::domain::decision::Reason::Unverified, String::new());
        decide(&mut inbox, &mut workspace, &[pick("a", "summary")], &refuse);
        undo(&mut inbox, &mut workspace, &first.act);
        assert!(workspace.changes().is_empty());
        let open: Vec<_> = items(&inbox, &workspace)
            .into_iter()
            .map(|item| item.path)
            .collect();
        assert_eq!(open.len(), 1);
        assert_eq!(open[0].as_str(), "title");
    }

    #[test]
    fn the_earlier_of_two_decisions_is_taken_back_and_then_the_later_one() {
        let (mut workspace, mut inbox) = two_fields();
        let (empty, full) = (workspace.clone(), inbox.clone());
        let first = decide(&mut inbox, &mut workspace, &[pick("a", "title")], &ACCEPT);
        let second = decide(&mut inbox, &mut workspace, &[pick("a", "summary")], &ACCEPT);
        undo(&mut inbox, &mut workspace, &first.act);
        undo(&mut inbox, &mut workspace, &second.act);
        assert_eq!(workspace.changes(), empty.changes());
        assert_eq!(inbox, full);
    }

    #[test]
    fn another_change_of_the_same_entry_stays_as_another_tab_has_left_it() {
        let (mut workspace, mut inbox) = two_fields();
        inbox.file([super::Filed::new(
            super::super::tests::time(2),
            contribution(
                "d",
                vec![change("b", "x", &[("audience", "".into(), "Tous".into())])],
            ),
        )]);
        decide(&mut inbox, &mut workspace, &[pick("a", "title")], &ACCEPT);
        let act = decide(&mut inbox, &mut workspace, &[pick("b", "audience")], &ACCEPT).act;
        decide(&mut inbox, &mut workspace, &[pick("a", "summary")], &ACCEPT);
        undo(&mut inbox, &mut workspace, &act);
        assert_eq!(shown(&workspace, "x").audience, "");
        assert_eq!(shown(&workspace, "x").summary, "Cousus à Marck.");
        assert_eq!(shown(&workspace, "x").title, "Masques lavables");
        // What was taken back there does not come back by what is taken back here.
        workspace.remove(&[id("a")]);
        undo(&mut inbox, &mut workspace, &act);
        assert!(workspace.changes().is_empty());
    }

    #[test]
    fn what_an_answer_had_written_over_is_back_though_it_was_let_go_of_since() {
        let mut workspace = workspace(&[("x", "Masques")]);
        workspace.insert([retitled("own", "x", "Masques", "Masques cousus")]);
        let sent = contribution("c", vec![retitled("a", "x", "Masques", "Masques lavables")]);
        let mut inbox = inbox(vec![sent]);
        let before = workspace.clone();
        let act = decide(&mut inbox, &mut workspace, &[pick("a", "title")], &ACCEPT).act;
        assert_eq!(
            Value::text(&shown(&workspace, "x").title),
            "Masques lavables".into()
        );
        workspace.remove(&[id("own")]);
        undo(&mut inbox, &mut workspace, &act);
        assert_eq!(workspace.changes(), before.changes());
    }
}
