//! A catalogue that nobody wrote: varied French prose about real communes, the same on every run.

use solidaire::domain::amount::Amount;
use solidaire::domain::catalogue::Catalogue;
use solidaire::domain::contact::{Contact, Means};
use solidaire::domain::date::Date;
use solidaire::domain::gazetteer::{Commune, Gazetteer};
use solidaire::domain::id::Id;
use solidaire::domain::initiative::{
    Initiative, Measure, MeasureKind, Need, NeedKind, NeedState, OrganiserKind, Served, Status,
};
use solidaire::domain::site::Site;
use solidaire::domain::theme::Theme;
use solidaire::domain::value::Object;
use solidaire::format;

use crate::random::Random;
use crate::tables::{self, Activity};

/// The communes of the Pas-de-Calais, as the application ships them.
const COMMUNES: &str = include_str!("../../../public/communes/62.json");

/// The gazetteer of the Pas-de-Calais.
///
/// # Panics
/// If the file that the application ships cannot be read; its own tests say why.
#[must_use]
pub fn gazetteer() -> Gazetteer {
    let document = format::json::parse(COMMUNES).expect("the shipped gazetteer is JSON");
    format::gazetteer::read(&document).expect("the shipped gazetteer has its shape")
}

/// A catalogue of so many initiatives. A larger one begins with the initiatives of a smaller one.
///
/// # Panics
/// As [`gazetteer`] does.
#[must_use]
pub fn catalogue(initiatives: usize) -> Catalogue {
    let mut catalogue = Catalogue::new(Site::new(id("site", 0)));
    "Catalogue d’essai".clone_into(&mut catalogue.site.title);
    catalogue.site.department = Some(gazetteer().department().clone());
    catalogue.edition.number = 1;
    for (theme, fr, en) in tables::THEMES {
        let mut label = Object::new();
        label.set("fr", fr);
        label.set("en", en);
        catalogue.themes.push(Theme {
            id: Id::parse(theme).expect("themes of the tables have good identifiers"),
            label,
            extra: Object::new(),
        });
    }
    let gazetteer = gazetteer();
    // The bigger a commune, the more happens there.
    let mut communes: Vec<&Commune> = gazetteer.communes().iter().collect();
    communes.sort_by_key(|commune| (u32::MAX - commune.population.unwrap_or(0), &commune.insee));
    catalogue.initiatives = (0..initiatives)
        .map(|number| initiative(number, &communes))
        .collect();
    catalogue
}

fn initiative(number: usize, communes: &[&Commune]) -> Initiative {
    let mut random = Random::new(number as u64);
    let activity = &tables::ACTIVITIES[random.below(tables::ACTIVITIES.len())];
    let commune = *random.pick_early(communes);
    let surname = surname(&mut random);
    let title = title(&mut random, activity, commune, &surname);
    let mut it = Initiative::new(id("initiative", number), title);
    it.summary = summary(&mut random, activity);
    it.theme = Id::parse(activity.theme);
    it.tags = activity.tags.iter().map(|&tag| tag.to_owned()).collect();
    it.organiser.name = organiser(&mut random, commune, &surname);
    it.organiser.kind = Some(OrganiserKind::KNOWN[random.below(OrganiserKind::KNOWN.len())].clone());
    it.place.commune.clone_from(&commune.name);
    it.place.insee = Some(commune.insee.clone());
    it.place.postcode = commune.postcodes.first().cloned();
    if random.percent(20) {
        random.pick(tables::AREAS).clone_into(&mut it.place.area);
    }
    for _ in 0..random.below(3) {
        let served = *random.pick_early(communes);
        it.served.push(Served {
            insee: Some(served.insee.clone()),
            commune: served.name.clone(),
            extra: Object::new(),
        });
    }
    random.pick(tables::AUDIENCES).clone_into(&mut it.audience);
    random.pick(tables::TIMES).clone_into(&mut it.practical);
    it.period.start = Some(day(&mut random, 2024));
    if random.percent(25) {
        it.period.end = Some(day(&mut random, 2026));
    }
    it.measures = measures(&mut random, number, activity);
    it.needs = needs(&mut random, number, activity);
    it.contacts = contacts(&mut random, number, &surname);
    it.verified_on = random.percent(60).then(|| day(&mut random, 2026));
    if random.percent(5) {
        it.status = Status::Archived;
    }
    it
}

fn title(random: &mut Random, activity: &Activity, commune: &Commune, surname: &str) -> String {
    let what = random.pick(activity.titles);
    match random.below(6) {
        0 => what.to_owned(),
        1 | 2 => format!("{what} à {}", commune.name),
        3 => format!("{what} « {} {surname} »", random.pick(tables::FIRST_NAMES)),
        4 => format!("{what} pour {}", random.pick(tables::AUDIENCES)),
        _ => format!(
            "{} {surname} : {}",
            random.pick(tables::ORGANISERS),
            lower_first(what)
        ),
    }
}

fn organiser(random: &mut Random, commune: &Commune, surname: &str) -> String {
    let kind = random.pick(tables::ORGANISERS);
    match random.below(4) {
        0 => format!("Ville de {}", commune.name),
        1 => format!("{kind} {}", commune.name),
        2 => format!("{kind} {surname}"),
        _ => format!("{kind} {} {surname}", random.pick(tables::FIRST_NAMES)),
    }
}

/// One to three sentences: a subject, one or two acts, and some of for whom, where, when and how, in
/// any order.
fn summary(random: &mut Random, activity: &Activity) -> String {
    let mut text = random.pick(tables::SUBJECTS).to_owned();
    let act = random.below(activity.acts.len());
    text.push(' ');
    text.push_str(activity.acts[act]);
    if random.percent(40) && activity.acts.len() > 1 {
        text.push_str(" et ");
        text.push_str(activity.acts[(act + 1) % activity.acts.len()]);
    }
    let mut details = [
        format!("pour {}", random.pick(tables::AUDIENCES)),
        venue(random),
        random.pick(tables::TIMES).to_owned(),
        random.pick(tables::MANNERS).to_owned(),
    ];
    for last in (1..details.len()).rev() {
        details.swap(last, random.below(last + 1));
    }
    for detail in &details[..=random.below(3)] {
        text.push_str(if random.percent(30) { ", " } else { " " });
        text.push_str(detail);
    }
    text.push('.');
    for _ in 0..random.below(3) {
        text.push(' ');
        text.push_str(random.pick(tables::SEQUELS));
        if random.percent(30) {
            text.push_str(", ");
            text.push_str(random.pick(tables::MANNERS));
        }
        text.push('.');
    }
    text
}

/// A place of the village, or a building that bears someone's name.
fn venue(random: &mut Random) -> String {
    if random.percent(60) {
        return random.pick(tables::VENUES).to_owned();
    }
    let building = random.pick(tables::BUILDINGS);
    let (first_name, surname) = (random.pick(tables::FIRST_NAMES), surname(random));
    format!("{building} {first_name}-{surname}")
}

fn measures(random: &mut Random, number: usize, activity: &Activity) -> Vec<Measure> {
    let kinds = [
        MeasureKind::Produced,
        MeasureKind::Target,
        MeasureKind::Volunteers,
    ];
    let mut measures = Vec::new();
    for kind in &kinds[..random.below(kinds.len() + 1)] {
        let volunteers = *kind == MeasureKind::Volunteers;
        let count = u32::try_from(random.below(if volunteers { 80 } else { 9000 }) + 1);
        measures.push(Measure {
            id: id(kind.code(), number),
            kind: kind.clone(),
            value: Amount::new(f64::from(count.expect("it is small"))).expect("it is a count"),
            unit: if volunteers { "bénévoles" } else { activity.unit }.to_owned(),
            approximate: random.percent(40),
            as_of: Some(day(random, 2026)),
            extra: Object::new(),
        });
    }
    measures
}

fn needs(random: &mut Random, number: usize, activity: &Activity) -> Vec<Need> {
    let states = [
        NeedState::Open,
        NeedState::Open,
        NeedState::Met,
        NeedState::Paused,
    ];
    if !random.percent(60) {
        return Vec::new();
    }
    vec![Need {
        id: id("need", number),
        kind: NeedKind::KNOWN[random.below(NeedKind::KNOWN.len())].clone(),
        what: random.pick(activity.needs).to_owned(),
        quantity: None,
        until: random.percent(20).then(|| day(random, 2026)),
        state: states[random.below(states.len())].clone(),
        extra: Object::new(),
    }]
}

/// Numbers and addresses that belong to nobody: the range that is kept for fiction, a reserved domain.
fn contacts(random: &mut Random, number: usize, surname: &str) -> Vec<Contact> {
    let phone = format!("03 53 01 {:02} {:02}", random.below(100), random.below(100));
    let mail = format!("contact@{}.example", solidaire::domain::text::fold(surname));
    let mut contacts = Vec::new();
    for (kind, value) in [("phone", phone), ("email", mail)] {
        if random.percent(70) {
            contacts.push(Contact {
                id: id(kind, number),
                means: Means::parse(kind, &value),
                label: String::new(),
                public: true,
                extra: Object::new(),
            });
        }
    }
    contacts
}

fn surname(random: &mut Random) -> String {
    let start = random.pick(tables::SURNAME_STARTS);
    let middle = random.pick(tables::SURNAME_MIDDLES);
    let end = random.pick(tables::SURNAME_ENDS);
    [start, middle, end].concat()
}

fn day(random: &mut Random, year: u16) -> Date {
    let (month, day) = (random.below(12) + 1, random.below(28) + 1);
    let small = |number: usize| u8::try_from(number).expect("months and days are small");
    Date::new(year, small(month), small(day)).expect("every month has 28 days")
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(char::to_lowercase);
    first.into_iter().flatten().chain(chars).collect()
}

fn id(kind: &str, number: usize) -> Id {
    Id::derived(&["bench", kind, &number.to_string()])
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::catalogue;

    #[test]
    fn a_size_has_one_catalogue_which_a_larger_one_begins_with() {
        let (small, large) = (catalogue(100), catalogue(300));
        assert_eq!(small, catalogue(100));
        assert_eq!(small.initiatives, large.initiatives[..100]);
    }

    #[test]
    fn the_prose_is_varied() {
        let catalogue = catalogue(2000);
        let distinct = |text: fn(&solidaire::domain::initiative::Initiative) -> &str| {
            catalogue
                .initiatives
                .iter()
                .map(text)
                .collect::<BTreeSet<_>>()
                .len()
        };
        assert!(distinct(|it| &it.title) > 1500, "{}", distinct(|it| &it.title));
        assert!(distinct(|it| &it.summary) > 1990);
        assert!(distinct(|it| &it.place.commune) > 300);
        let words: BTreeSet<String> = catalogue
            .initiatives
            .iter()
            .flat_map(|it| [&it.title, &it.summary, &it.organiser.name])
            .flat_map(|text| text.split_whitespace().map(str::to_lowercase))
            .collect();
        assert!(words.len() > 3000, "{}", words.len());
    }
}
