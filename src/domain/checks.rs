//! Which initiatives an editor should ask whether they are still true.

use super::date::Date;
use super::initiative::{Initiative, Status};
use super::order;

/// What is shown to everyone and not over: what was never checked first, then what was checked longest
/// ago.
#[must_use]
pub fn to_check<'a>(
    initiatives: impl IntoIterator<Item = &'a Initiative>,
    today: Date,
) -> Vec<&'a Initiative> {
    let initiatives = initiatives.into_iter();
    let mut open: Vec<&Initiative> = initiatives
        .filter(|initiative| initiative.status != Status::Draft && !initiative.is_ended(today))
        .collect();
    // No day comes before every day.
    order::sort_by(&mut open, |one, two| one.verified_on.cmp(&two.verified_on));
    open
}

#[cfg(test)]
mod tests {
    use super::to_check;
    use crate::domain::date::Date;
    use crate::domain::id::Id;
    use crate::domain::initiative::{Initiative, Status};

    #[test]
    fn what_was_never_or_longest_ago_checked_comes_first() {
        let of = |title: &str, checked: Option<&str>, status| {
            let mut it = Initiative::new(Id::derived(&[title]), title.to_owned());
            it.verified_on = checked.map(|day| Date::parse(day).unwrap());
            it.status = status;
            it
        };
        let all = [
            of("hier", Some("2020-04-30"), Status::Published),
            of("jamais", None, Status::Published),
            of("mars", Some("2020-03-01"), Status::Published),
            of("finie", None, Status::Archived),
            of("brouillon", None, Status::Draft),
        ];
        let order: Vec<&str> = to_check(&all, Date::parse("2020-05-01").unwrap())
            .iter()
            .map(|initiative| initiative.title.as_str())
            .collect();
        assert_eq!(order, ["jamais", "mars", "hier"]);
    }
}
