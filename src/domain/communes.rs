//! The communes that a list of initiatives tells of.

use super::code::Insee;
use super::initiative::Initiative;
use super::order;
use super::text::fold;

/// Every commune in which one of them works or which one serves, once, by name. Where they spell it
/// differently, the last spelling stands.
#[must_use]
pub fn communes<'a>(initiatives: impl IntoIterator<Item = &'a Initiative>) -> Vec<(&'a Insee, &'a str)> {
    let mut named: Vec<(&Insee, &str)> = Vec::new();
    for initiative in initiatives {
        let own = (&initiative.place.insee, &initiative.place.commune);
        let served = initiative.served.iter();
        let served = served.map(|served| (&served.insee, &served.commune));
        let places = served.chain([own]);
        named.extend(places.filter_map(|(insee, name)| Some((insee.as_ref()?, name.as_str()))));
    }
    order::sort_by(&mut named, |(one, _), (two, _)| one.cmp(two));
    named.dedup_by(|later, kept| {
        let same = later.0 == kept.0;
        if same {
            kept.1 = later.1;
        }
        same
    });
    let mut folded: Vec<(String, &Insee, &str)> = named
        .into_iter()
        .map(|(insee, name)| (fold(name), insee, name))
        .collect();
    order::sort_by(&mut folded, |one, two| (&one.0, one.1).cmp(&(&two.0, two.1)));
    folded.into_iter().map(|(_, insee, name)| (insee, name)).collect()
}

/// What initiatives call a commune, if one of them tells of it: as [`communes`] does.
#[must_use]
pub fn name_of<'a>(initiatives: &'a [Initiative], code: &Insee) -> Option<&'a str> {
    initiatives.iter().rev().find_map(|initiative| {
        let own = (&initiative.place.insee, &initiative.place.commune);
        let served = initiative.served.iter().rev();
        let served = served.map(|served| (&served.insee, &served.commune));
        let mut places = [own].into_iter().chain(served);
        let found = places.find(|(insee, _)| insee.as_ref() == Some(code));
        found.map(|(_, name)| name.as_str())
    })
}

#[cfg(test)]
mod tests {
    use super::{communes, name_of};
    use crate::domain::code::Insee;
    use crate::domain::id::Id;
    use crate::domain::initiative::{Initiative, Served};

    fn at(name: &str, code: Option<&str>) -> Initiative {
        let mut it = Initiative::new(Id::derived(&[name]), name.to_owned());
        it.place.commune = name.to_owned();
        it.place.insee = code.and_then(Insee::parse);
        it
    }

    #[test]
    fn places_and_served_communes_stand_once_by_name() {
        let mut lens = at("LENS", Some("62498"));
        lens.served = vec![Served {
            insee: Insee::parse("62065"),
            commune: "Avion".to_owned(),
            ..Served::default()
        }];
        let all = [
            lens,
            at("Lens", Some("62498")),
            at("Étaples", Some("62318")),
            at("Ailleurs", None),
        ];
        let found = communes(&all);
        let names: Vec<&str> = found.iter().map(|(_, name)| *name).collect();
        assert_eq!(names, ["Avion", "Étaples", "Lens"]);
        for (code, name) in found {
            assert_eq!(name_of(&all, code), Some(name));
        }
        assert_eq!(name_of(&all, &Insee::parse("62548").unwrap()), None);
    }
}
