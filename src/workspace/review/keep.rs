//! How long a sender can be called back: name, address and message go after six months.

use super::{Filed, Inbox};
use crate::domain::date::{Date, Timestamp};
use crate::domain::decision::Decision;
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
    use super::is_over;
    use crate::domain::date::Date;

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
