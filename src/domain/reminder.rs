//! When a person is reminded that what they did stands on one device alone.

use super::date::{Date, Timestamp};

/// From how many changes on they are many.
pub const MANY: usize = 10;

/// From how many days on they are old: after as many without a visit, some browsers erase.
pub const OLD_DAYS: i32 = 7;

/// For how many days a reminder that was put off stays away.
pub const PUT_OFF_DAYS: i32 = 3;

/// Why a person is reminded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reminder {
    /// So many changes are neither sent nor in a backup.
    Many(usize),
    /// So many are not, the oldest of them for so many days.
    Old(usize, i32),
}

/// Whether a person is to be reminded on a day. `unsent` are the times of the changes that were not
/// sent; those from before the last backup are in it.
#[must_use]
pub fn reminder<'a>(
    today: Date,
    unsent: impl Iterator<Item = &'a Timestamp>,
    backed_up: Option<&Timestamp>,
    put_off: Option<Date>,
) -> Option<Reminder> {
    // A clock that was once ahead must not silence the reminder until it is caught up with.
    let backed_up = backed_up.filter(|at| at.date().days_until(today) >= -1);
    let put_off = put_off.map(|day| day.days_until(today));
    if put_off.is_some_and(|days| (-1..PUT_OFF_DAYS).contains(&days)) {
        return None;
    }
    let waiting: Vec<&Timestamp> = unsent
        .filter(|at| backed_up.is_none_or(|backed_up| *at > backed_up))
        .collect();
    let oldest = waiting.iter().min()?.date().days_until(today);
    if oldest >= OLD_DAYS {
        Some(Reminder::Old(waiting.len(), oldest))
    } else {
        (waiting.len() >= MANY).then_some(Reminder::Many(waiting.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::{MANY, Reminder, reminder};
    use crate::domain::date::{Date, Timestamp};

    fn at(day: &str) -> Timestamp {
        Timestamp::parse(&[day, "T12:00:00Z"].concat()).unwrap()
    }

    fn on(
        day: &str,
        unsent: &[Timestamp],
        backed_up: Option<&str>,
        put_off: Option<&str>,
    ) -> Option<Reminder> {
        let backed_up = backed_up.map(at);
        let put_off = put_off.and_then(Date::parse);
        reminder(
            Date::parse(day).unwrap(),
            unsent.iter(),
            backed_up.as_ref(),
            put_off,
        )
    }

    #[test]
    fn many_or_old_changes_remind_and_a_backup_or_a_sending_ends_it() {
        let few = [at("2026-03-01"), at("2026-03-02")];
        assert_eq!(on("2026-03-07", &few, None, None), None);
        assert_eq!(on("2026-03-08", &few, None, None), Some(Reminder::Old(2, 7)));
        assert_eq!(on("2026-03-08", &few, Some("2026-03-01"), None), None);
        assert_eq!(
            on("2026-03-09", &few, Some("2026-03-01"), None),
            Some(Reminder::Old(1, 7))
        );
        assert_eq!(on("2026-03-30", &few, Some("2026-03-02"), None), None);
        let many = vec![at("2026-03-01"); MANY];
        assert_eq!(on("2026-03-01", &many, None, None), Some(Reminder::Many(MANY)));
        assert_eq!(on("2026-03-01", &many[1..], None, None), None);
        assert_eq!(on("2026-03-01", &[], None, None), None);
    }

    #[test]
    fn what_is_put_off_comes_back_also_after_a_clock_that_was_ahead() {
        let old = [at("2026-03-01")];
        assert_eq!(on("2026-03-20", &old, None, Some("2026-03-18")), None);
        assert_eq!(
            on("2026-03-21", &old, None, Some("2026-03-18")),
            Some(Reminder::Old(1, 20))
        );
        assert_eq!(
            on("2026-03-20", &old, None, Some("2036-01-01")),
            Some(Reminder::Old(1, 19))
        );
        assert_eq!(
            on("2026-03-20", &old, Some("2036-01-01"), None),
            Some(Reminder::Old(1, 19))
        );
    }
}
