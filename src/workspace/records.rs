//! What is taken out of the records of what was handed over, or noted in them, without a look at what
//! became of it.

use crate::domain::change::Target;
use crate::domain::id::Id;
use crate::domain::sent::{Sent, SentItem};

/// The records without what was asked about one thing: it was not sent after all. Gives the records
/// that are otherwise then.
#[must_use]
pub fn without(sent: &[Sent], target: &Target) -> Vec<Sent> {
    retain(sent, |_, item| item.target != *target)
}

/// The records without what one of them reported or asked about a thing; whatever else was handed over about
/// the same thing stays. Gives the record that is otherwise then.
#[must_use]
pub fn without_report(sent: &[Sent], record: &Id, target: &Target) -> Vec<Sent> {
    retain(sent, |sent, item| {
        sent.id != *record || !item.report || item.target != *target
    })
}

/// The records without the items that are not to be kept. Gives the records that are otherwise then.
pub fn retain(sent: &[Sent], keep: impl Fn(&Sent, &SentItem) -> bool) -> Vec<Sent> {
    changed(sent, |record| {
        let whole = record.clone();
        record.items.retain(|item| keep(&whole, item));
    })
}

/// The records in which what was asked about one thing is refused, or not after all. Gives the records
/// that are otherwise then.
#[must_use]
pub fn refused(sent: &[Sent], target: &Target, refused: bool) -> Vec<Sent> {
    changed(sent, |sent| {
        for item in sent.items.iter_mut().filter(|item| item.target == *target) {
            item.refused = refused;
        }
    })
}

fn changed(sent: &[Sent], change: impl Fn(&mut Sent)) -> Vec<Sent> {
    let otherwise = sent.iter().filter_map(|old| {
        let mut new = old.clone();
        change(&mut new);
        (new != *old).then_some(new)
    });
    otherwise.collect()
}

#[cfg(test)]
mod tests {
    use super::without_report;
    use crate::domain::change::{Target, TargetKind};
    use crate::domain::date::Timestamp;
    use crate::domain::id::Id;
    use crate::domain::sent::{Channel, Sent, SentItem};

    fn id(text: &str) -> Id {
        Id::parse(text).unwrap()
    }

    fn site() -> Target {
        Target {
            kind: TargetKind::Site,
            id: id("site"),
        }
    }

    fn sent(name: &str, report: bool) -> Sent {
        Sent {
            id: id(name),
            at: Timestamp::parse("2026-01-02T00:00:00Z").unwrap(),
            by: Channel::Copy,
            items: vec![SentItem {
                target: site(),
                title: name.to_owned(),
                changes: Vec::new(),
                paths: Vec::new(),
                wanted: id("w"),
                report,
                refused: false,
            }],
        }
    }

    #[test]
    fn one_request_is_forgotten_and_what_else_was_asked_about_the_same_stays() {
        let all = [sent("s1", false), sent("r1", true), sent("r2", true)];
        let changed = without_report(&all, &id("r1"), &site());
        assert_eq!(changed.len(), 1);
        assert!(changed[0].id == id("r1") && changed[0].items.is_empty());
        assert!(without_report(&all, &id("s1"), &site()).is_empty());
    }
}
