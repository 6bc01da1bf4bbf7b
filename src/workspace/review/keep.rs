//! How long things are kept: what was left for later until it is decided, a sender's name, address and
//! message for six months.

use super::{Filed, Inbox};
use crate::domain::date::{Date, Timestamp};
use crate::domain::decision::Decision;
use crate::domain::id::Id;
use crate::domain::value::Object;
use crate::format::contribution::Contribution;

/// After how many months a sender's name and call-back address are forgotten.
pub const CALL_BACK_MONTHS: u16 = 6;

/// What is to be written so that nobody can be called back whose time is over.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Overdue {
    /// Contributions that still wait, without name, address and message.
    pub filed: Vec<Filed>,
    /// Decisions, without name, address and message.
    pub log: Vec<Decision>,
}

impl Overdue {
    /// Whether nobody's time is over.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.filed.is_empty() && self.log.is_empty()
    }
}

impl Inbox {
    /// The contributions that name one of some changes, with these left for later, or taken up again.
    #[must_use]
    pub fn put_off(&self, changes: &[Id], is_off: bool) -> Vec<Filed> {
        let waiting = self.filed.values().cloned();
        let marked = waiting.filter_map(|mut filed| {
            let own = filed.contribution.changes.iter().map(|change| &change.id);
            let mut moved = false;
            for id in own.filter(|id| changes.contains(id)) {
                moved |= if is_off {
                    filed.put_off.insert(id.clone())
                } else {
                    filed.put_off.remove(id)
                };
            }
            moved.then_some(filed)
        });
        marked.collect()
    }

    /// What is to be written so that nobody can be called back whose time is over.
    #[must_use]
    pub fn overdue(&self, today: Date) -> Overdue {
        let over = |received: &Timestamp| is_over(received.date(), today);
        let filed = self.filed.values().filter(|filed| over(&filed.received_at));
        let filed = filed.filter(|filed| !is_anonymous(&filed.contribution));
        let log = self
            .log
            .values()
            .filter(|entry| over(&entry.received_at) && !entry.is_anonymous());
        Overdue {
            filed: filed.cloned().map(without_sender).collect(),
            log: log.cloned().map(Decision::anonymous).collect(),
        }
    }

    /// Follows what was written.
    pub fn forget(&mut self, overdue: Overdue) {
        self.file(overdue.filed);
        let entries = overdue.log.into_iter();
        self.log.extend(entries.map(|entry| (entry.id.clone(), entry)));
    }
}

/// Whether six months have passed since a day: the same day of the month counts, and where the month
/// has no such day, the first one after it. A clock that went back to before the day says nothing.
fn is_over(received: Date, today: Date) -> bool {
    let months = |date: Date| i32::from(date.year()) * 12 + i32::from(date.month());
    let passed = months(today) - months(received) - i32::from(today.day() < received.day());
    passed >= i32::from(CALL_BACK_MONTHS)
}

fn is_anonymous(contribution: &Contribution) -> bool {
    contribution.reply_to.is_empty() && contribution.message.is_empty()
}

/// The message goes too, since people sign it, and so does what only a newer version can read.
fn without_sender(mut filed: Filed) -> Filed {
    filed.contribution.reply_to = String::new();
    filed.contribution.message = String::new();
    filed.contribution.extra = Object::new();
    filed
}

#[cfg(test)]
mod tests {
    use super::super::tests::{contribution, inbox, retitled, time, workspace};
    use super::super::{Filed, Inbox};
    use super::is_over;
    use crate::domain::date::Date;
    use crate::format::review::{read_filed, write_filed};

    #[test]
    fn what_was_left_for_later_stays_so_until_something_new_comes() {
        let workspace = workspace(&[("x", "Masques"), ("y", "Visières")]);
        let (a, b) = (
            retitled("a", "x", "Masques", "Masques lavables"),
            retitled("b", "y", "Visières", "Visières légères"),
        );
        let mut inbox = inbox(vec![contribution("c", vec![a, b])]);
        let later = |inbox: &Inbox| -> Vec<bool> {
            let groups = inbox.groups(&workspace);
            groups.iter().map(|group| group.put_off).collect()
        };
        let changes: Vec<_> = inbox.groups(&workspace)[0].changes().cloned().collect();
        let marked = inbox.put_off(&changes, true);
        // As the storage keeps it.
        inbox.file(marked.iter().filter_map(|filed| read_filed(&write_filed(filed))));
        assert_eq!(later(&inbox), [true, false]);
        assert_eq!(inbox.put_off(&changes, true), [], "it is so already");
        let again = inbox.put_off(&changes, false);
        let mut resumed = inbox.clone();
        resumed.file(again);
        assert_eq!(later(&resumed), [false, false]);
        let new = contribution("d", vec![retitled("e", "x", "Masques", "Masques pour tous")]);
        inbox.file([Filed::new(time(3), new)]);
        assert_eq!(later(&inbox), [false, false], "there is something new to decide");
    }

    #[test]
    fn six_months_are_counted_by_the_calendar() {
        let date = |text| Date::parse(text).unwrap();
        for (received, today, over) in [
            ("2026-01-15", "2026-07-14", false),
            ("2026-01-15", "2026-07-15", true),
            ("2026-08-31", "2027-02-28", false),
            ("2026-08-31", "2027-03-01", true),
            ("2025-11-02", "2026-05-02", true),
            ("2026-07-15", "2026-01-01", false),
            ("2020-01-01", "2026-01-01", true),
        ] {
            assert_eq!(is_over(date(received), date(today)), over, "{received} → {today}");
        }
    }
}
