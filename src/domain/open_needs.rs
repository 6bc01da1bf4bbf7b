//! The open needs of all initiatives: those that press first, then the nearest.

use super::code::Insee;
use super::date::Date;
use super::initiative::{Initiative, Need, NeedKind, Status};
use super::near::Nearness;
use super::order;

/// A need that stands, with who has it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OpenNeed<'a> {
    /// Who has it.
    pub initiative: &'a Initiative,
    /// What is needed.
    pub need: &'a Need,
    /// How near it is to the person, where that is known.
    pub near: Option<Nearness>,
}

/// Which needs are asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wanted {
    /// Of one kind.
    pub kind: Option<NeedKind>,
    /// Of initiatives that work in a commune or serve it.
    pub commune: Option<Insee>,
}

impl Wanted {
    /// Whether a need is asked for.
    #[must_use]
    pub fn holds(&self, open: &OpenNeed) -> bool {
        let of_kind = self.kind.as_ref().is_none_or(|kind| open.need.kind == *kind);
        of_kind && self.commune.as_ref().is_none_or(|commune| open.is_in(commune))
    }
}

impl OpenNeed<'_> {
    /// Whether its initiative works in a commune or serves it.
    #[must_use]
    pub fn is_in(&self, commune: &Insee) -> bool {
        let served = self
            .initiative
            .served
            .iter()
            .filter_map(|served| served.insee.as_ref());
        let own = self.initiative.place.insee.iter();
        own.chain(served).any(|other| other == commune)
    }
}

/// The needs that stand on a day: the one that ends first, first; those without a last day after them,
/// the nearest first; equals in the order of the initiatives. Drafts ask for nothing yet.
#[must_use]
pub fn open_needs<'a>(
    initiatives: impl IntoIterator<Item = &'a Initiative>,
    today: Date,
    near: impl Fn(&Initiative) -> Option<Nearness>,
) -> Vec<OpenNeed<'a>> {
    let mut open = Vec::new();
    for initiative in initiatives {
        if initiative.status == Status::Draft {
            continue;
        }
        let mut needs = initiative.open_needs(today).peekable();
        if needs.peek().is_some() {
            let near = near(initiative);
            open.extend(needs.map(|need| OpenNeed {
                initiative,
                need,
                near,
            }));
        }
    }
    // What is not known comes after what is.
    let rank = |open: &OpenNeed| {
        (
            open.need.until.is_none(),
            open.need.until,
            open.near.is_none(),
            open.near,
        )
    };
    order::sort_by(&mut open, |one, two| rank(one).cmp(&rank(two)));
    open
}

#[cfg(test)]
mod tests {
    use super::{Wanted, open_needs};
    use crate::domain::code::Insee;
    use crate::domain::date::Date;
    use crate::domain::id::Id;
    use crate::domain::initiative::{Initiative, Need, NeedKind, NeedState, Served, Status};
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
        let mut draft = asks("brouillon", NeedKind::Money, None);
        draft.status = Status::Draft;
        let all = [
            asks("loin", NeedKind::Money, None),
            asks("sans lieu", NeedKind::Money, None),
            asks("tout près", NeedKind::Money, None),
            asks("plus tard", NeedKind::Money, Some("2020-06-01")),
            asks("bientôt", NeedKind::Money, Some("2020-05-02")),
            asks("passé", NeedKind::Money, Some("2020-04-30")),
            draft,
        ];
        let near = |it: &Initiative| match it.title.as_str() {
            "tout près" => Some(Nearness::Here),
            "loin" => Some(Nearness::Away {
                metres: 9000,
                approximate: false,
            }),
            _ => None,
        };
        let order: Vec<&str> = open_needs(&all, today(), near)
            .iter()
            .map(|open| open.need.what.as_str())
            .collect();
        assert_eq!(order, ["bientôt", "plus tard", "tout près", "loin", "sans lieu"]);
    }

    #[test]
    fn a_kind_and_a_commune_narrow_what_is_asked_for() {
        let lens = Insee::parse("62498").unwrap();
        let mut there = asks("là", NeedKind::Money, None);
        there.place.insee = Some(lens.clone());
        let mut serves = asks("aussi", NeedKind::Volunteers, None);
        serves.served.push(Served {
            insee: Some(lens.clone()),
            ..Served::default()
        });
        let all = [there, serves, asks("ailleurs", NeedKind::Money, None)];
        let open = open_needs(&all, today(), |_| None);
        let found = |wanted: Wanted| open.iter().filter(|open| wanted.holds(open)).count();
        assert_eq!(found(Wanted::default()), 3);
        let (kind, commune) = (Some(NeedKind::Money), Some(lens));
        assert_eq!(
            found(Wanted {
                kind: kind.clone(),
                commune: None
            }),
            2
        );
        assert_eq!(
            found(Wanted {
                kind: None,
                commune: commune.clone()
            }),
            2
        );
        assert_eq!(found(Wanted { kind, commune }), 1);
    }
}
