//! The open needs of all initiatives: those that press first, then the nearest.

use super::code::Insee;
use super::date::Date;
use super::initiative::{Initiative, Need, NeedKind};
use super::near::Nearness;
use super::order;
use super::search::Filter;

/// A need that stands, told by where it is found.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenNeed {
    /// The position of the initiative that has it.
    pub initiative: usize,
    /// Its position among the initiative's needs.
    pub need: usize,
    /// What kind of help is asked for.
    pub kind: NeedKind,
    /// How near the initiative is to the person, where that is known.
    pub near: Option<Nearness>,
}

/// Which needs are asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wanted {
    /// Of one kind.
    pub kind: Option<NeedKind>,
    /// Of initiatives that work in a commune, serve it or work in an area that holds it.
    pub commune: Option<Insee>,
}

impl Wanted {
    /// The initiatives that have such needs, of any kind.
    #[must_use]
    pub fn filter(&self) -> Filter {
        Filter {
            open_needs: true,
            commune: self.commune.clone(),
            ..Filter::default()
        }
    }
}

/// The needs of some initiatives that stand on a day, told by their positions: the one that ends first,
/// first; those without a last day after them, the nearest first; equals in the order of the positions.
///
/// # Panics
/// If a position is beyond the initiatives.
#[must_use]
pub fn open_needs(
    initiatives: &[Initiative],
    positions: impl IntoIterator<Item = usize>,
    today: Date,
    near: impl Fn(&Initiative) -> Option<Nearness>,
) -> Vec<OpenNeed> {
    let mut open = Vec::new();
    for position in positions {
        let initiative = &initiatives[position];
        if initiative.is_ended(today) {
            continue;
        }
        let near = near(initiative);
        let needs = initiative.needs.iter().enumerate();
        open.extend(
            needs
                .filter(|(_, need)| need.is_open(today))
                .map(|(place, need)| {
                    let found = OpenNeed {
                        initiative: position,
                        need: place,
                        kind: need.kind.clone(),
                        near,
                    };
                    (need.until, found)
                }),
        );
    }
    // What is not known comes after what is.
    let rank =
        |(until, open): &(Option<Date>, OpenNeed)| (until.is_none(), *until, open.near.is_none(), open.near);
    order::sort_by(&mut open, |one, two| rank(one).cmp(&rank(two)));
    open.into_iter().map(|(_, open)| open).collect()
}

impl OpenNeed {
    /// Who has it, and what it is; nothing where the initiatives are others than those it was found in.
    #[must_use]
    pub fn of<'a>(&self, initiatives: &'a [Initiative]) -> Option<(&'a Initiative, &'a Need)> {
        let initiative = initiatives.get(self.initiative)?;
        Some((initiative, initiative.needs.get(self.need)?))
    }
}

#[cfg(test)]
mod tests {
    use super::open_needs;
    use crate::domain::date::Date;
    use crate::domain::id::Id;
    use crate::domain::initiative::{Initiative, Need, NeedKind, NeedState, Status};
    use crate::domain::near::Nearness;
    use crate::domain::value::Object;

    fn asks(title: &str, kind: NeedKind, until: Option<&str>) -> Initiative {
        let mut it = Initiative::new(Id::derived(&[title]), title.to_owned());
        it.needs.push(Need {
            id: Id::derived(&["need", title]),
            kind,
            what: title.to_owned(),
            quantity: None,
            until: until.map(|day| Date::parse(day).unwrap()),
            state: NeedState::Open,
            extra: Object::new(),
        });
        it
    }

    fn today() -> Date {
        Date::parse("2020-05-01").unwrap()
    }

    #[test]
    fn what_ends_first_comes_first_then_the_nearest() {
        let mut over = asks("terminé", NeedKind::Money, None);
        over.status = Status::Archived;
        let all = [
            asks("loin", NeedKind::Money, None),
            asks("sans lieu", NeedKind::Money, None),
            asks("tout près", NeedKind::Money, None),
            asks("plus tard", NeedKind::Money, Some("2020-06-01")),
            asks("bientôt", NeedKind::Money, Some("2020-05-02")),
            asks("passé", NeedKind::Money, Some("2020-04-30")),
            over,
        ];
        let near = |it: &Initiative| match it.title.as_str() {
            "tout près" => Some(Nearness::Here),
            "loin" => Some(Nearness::Away {
                metres: 9000,
                approximate: false,
            }),
            _ => None,
        };
        let found = open_needs(&all, 0..all.len(), today(), near);
        let order: Vec<&str> = found
            .iter()
            .filter_map(|open| open.of(&all))
            .map(|(_, need)| need.what.as_str())
            .collect();
        assert_eq!(order, ["bientôt", "plus tard", "tout près", "loin", "sans lieu"]);
        let some = open_needs(&all, [1, 0], today(), |_| None);
        let places: Vec<usize> = some.iter().map(|open| open.initiative).collect();
        assert_eq!(
            places,
            [1, 0],
            "equals keep the order in which they are asked for"
        );
        assert!(some[0].of(&[]).is_none());
    }
}
