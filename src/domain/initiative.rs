//! An initiative: one entry of the catalogue.

use super::amount::Amount;
use super::code::{Insee, Postcode};
use super::contact::Contact;
use super::date::Date;
use super::id::Id;
use super::link::Link;
use super::point::Point;
use super::value::{Object, Value};
use super::vocabulary::vocabulary;

/// One entry of the catalogue: who does what for whom, where, and how they are reached.
#[derive(Debug, Clone, PartialEq)]
pub struct Initiative {
    /// Names the initiative in links and changes, for ever.
    pub id: Id,
    /// What it is, in a few words; never empty.
    pub title: String,
    /// What it does, in a few sentences; may be empty.
    pub summary: String,
    /// The theme it stands under. The theme may be missing from the catalogue.
    pub theme: Option<Id>,
    /// Free words to find it by.
    pub tags: Vec<String>,
    /// Who carries it.
    pub organiser: Organiser,
    /// Where it works.
    pub place: Place,
    /// Communes that it serves besides its own.
    pub served: Vec<Served>,
    /// Whom it is for; may be empty.
    pub audience: String,
    /// When it runs.
    pub period: Period,
    /// Hours, cost, conditions, what to bring; may be empty.
    pub practical: String,
    /// Quantities.
    pub measures: Vec<Measure>,
    /// What it asks for.
    pub needs: Vec<Need>,
    /// How it is reached.
    pub contacts: Vec<Contact>,
    /// Where the information comes from.
    pub source: Source,
    /// Texts in other languages: language code → field name → text.
    pub translations: Object,
    /// Whether it is shown to everyone.
    pub status: Status,
    /// The day on which someone last checked that it is true.
    pub verified_on: Option<Date>,
    /// Fields that this version does not know.
    pub extra: Object,
}

/// Who carries an initiative.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Organiser {
    /// The name; may be empty.
    pub name: String,
    /// What kind of body it is.
    pub kind: Option<OrganiserKind>,
    /// Whether an individual agreed to be named. Nobody else needs to.
    pub consent: Option<bool>,
    /// Fields that this version does not know.
    pub extra: Object,
}

impl Organiser {
    /// Whether this is one person who has not agreed to be named. No answer is a no.
    #[must_use]
    pub fn is_unnamed(&self) -> bool {
        self.kind == Some(OrganiserKind::Individual) && self.consent != Some(true)
    }
}

/// What may be published of an organiser that is one person who has not agreed to be named: that it is
/// one, and nothing else. Nothing for any other, who may be published whole.
#[must_use]
pub fn without_name(organiser: &Object) -> Option<Object> {
    let individual = organiser.text("kind") == Some(OrganiserKind::Individual.code());
    let agreed = organiser.get("consent") == Some(&Value::Bool(true));
    (individual && !agreed).then(|| {
        let mut nameless = Object::new();
        nameless.set("name", "");
        nameless.set("kind", OrganiserKind::Individual.code());
        if let Some(consent) = organiser.get("consent") {
            nameless.set("consent", consent.clone());
        }
        nameless
    })
}

vocabulary! {
    /// What kind of body carries an initiative.
    OrganiserKind {
        /// A town.
        Commune = "commune",
        /// An association.
        Association = "association",
        /// People who act together without a legal form.
        Collective = "collective",
        /// A company.
        Company = "company",
        /// A foundation.
        Foundation = "foundation",
        /// One person, named only with their consent.
        Individual = "individual",
        /// A public body other than a town.
        PublicBody = "public_body",
    }
}

/// Where an initiative works. Any part may be missing; a commune that is in no gazetteer has a name
/// and no code.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Place {
    /// The commune's name; may be empty.
    pub commune: String,
    /// The commune's INSEE code.
    pub insee: Option<Insee>,
    /// The postcode.
    pub postcode: Option<Postcode>,
    /// A wider area (« Calaisis »); may be empty.
    pub area: String,
    /// Latitude in degrees, WGS 84.
    pub lat: Option<f64>,
    /// Longitude in degrees, WGS 84.
    pub lon: Option<f64>,
    /// Fields that this version does not know.
    pub extra: Object,
}

impl Place {
    /// What tells its commune from others: the code, or else the name. Nothing where no commune is named.
    #[must_use]
    pub fn commune_key(&self) -> Option<&str> {
        let code = self.insee.as_ref().map(Insee::as_str);
        (!self.commune.is_empty()).then(|| code.unwrap_or(&self.commune))
    }

    /// The place itself, where both numbers are given and are on the globe.
    #[must_use]
    pub fn point(&self) -> Option<Point> {
        Point::new(self.lat?, self.lon?)
    }

    /// « Mazingarbe (62670) », « Ferques, Boulonnais »: as far as it says.
    #[must_use]
    pub fn line(&self) -> String {
        let mut line = self.commune.clone();
        if let Some(postcode) = &self.postcode {
            line = [line.as_str(), " (", postcode.as_str(), ")"].concat();
        }
        match (line.is_empty(), self.area.is_empty()) {
            (_, true) => line,
            (true, false) => self.area.clone(),
            (false, false) => [line.as_str(), ", ", &self.area].concat(),
        }
    }
}

/// A commune that an initiative serves besides its own.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Served {
    /// The INSEE code.
    pub insee: Option<Insee>,
    /// The name.
    pub commune: String,
    /// Fields that this version does not know.
    pub extra: Object,
}

/// When an initiative runs.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Period {
    /// The first day.
    pub start: Option<Date>,
    /// The last day.
    pub end: Option<Date>,
    /// What two dates cannot say (« tous les mardis »); may be empty.
    pub note: String,
    /// Fields that this version does not know.
    pub extra: Object,
}

/// A quantity, cumulative at its date.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// Names the measure within its initiative.
    pub id: Id,
    /// What the quantity means.
    pub kind: MeasureKind,
    /// How many.
    pub value: Amount,
    /// Of what (« masques »); may be empty.
    pub unit: String,
    /// Whether the source says « about ».
    pub approximate: bool,
    /// The day on which it was so.
    pub as_of: Option<Date>,
    /// Fields that this version does not know.
    pub extra: Object,
}

vocabulary! {
    /// What a quantity means.
    MeasureKind {
        /// Made so far.
        Produced = "produced",
        /// Aimed at: a promise, never added to what was made.
        Target = "target",
        /// Handed out so far.
        Distributed = "distributed",
        /// Lent or given equipment.
        Provided = "provided",
        /// People who take part.
        Volunteers = "volunteers",
        /// People who are helped.
        Beneficiaries = "beneficiaries",
        /// Anything else, told by its unit.
        Other = "other",
    }
}

/// What an initiative asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct Need {
    /// Names the need within its initiative.
    pub id: Id,
    /// What kind of help it is.
    pub kind: NeedKind,
    /// What exactly, in a few words.
    pub what: String,
    /// How much.
    pub quantity: Option<Amount>,
    /// The last day on which it helps.
    pub until: Option<Date>,
    /// Whether it still stands.
    pub state: NeedState,
    /// Fields that this version does not know.
    pub extra: Object,
}

impl Need {
    /// Whether it still stands on a day.
    #[must_use]
    pub fn is_open(&self, today: Date) -> bool {
        self.state == NeedState::Open && self.until.is_none_or(|until| today <= until)
    }
}

vocabulary! {
    /// What kind of help is asked for.
    NeedKind {
        /// Things to use up: fabric, filament, food.
        Materials = "materials",
        /// Money.
        Money = "money",
        /// People who give time.
        Volunteers = "volunteers",
        /// Things to lend or give: printers, computers.
        Equipment = "equipment",
        /// Anything else.
        Other = "other",
    }
}

vocabulary! {
    /// Whether a need still stands.
    NeedState {
        /// It does.
        Open = "open",
        /// It has been answered.
        Met = "met",
        /// Nothing more for now.
        Paused = "paused",
    }
}

/// Where the information comes from.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Source {
    /// The press release that told of it.
    pub communique: Option<Id>,
    /// A page that tells of it.
    pub url: Option<Link>,
    /// Fields that this version does not know.
    pub extra: Object,
}

vocabulary! {
    /// Whether an initiative is shown to everyone.
    Status {
        /// It is.
        Published = "published",
        /// It is over and kept to be looked up.
        Archived = "archived",
        /// Not yet: an editor is still at it, and it is never exported.
        Draft = "draft",
    }
}

impl Initiative {
    /// An initiative with a title and nothing else.
    #[must_use]
    pub fn new(id: Id, title: String) -> Self {
        Self {
            id,
            title,
            summary: String::new(),
            theme: None,
            tags: Vec::new(),
            organiser: Organiser::default(),
            place: Place::default(),
            served: Vec::new(),
            audience: String::new(),
            period: Period::default(),
            practical: String::new(),
            measures: Vec::new(),
            needs: Vec::new(),
            contacts: Vec::new(),
            source: Source::default(),
            translations: Object::new(),
            status: Status::Published,
            verified_on: None,
            extra: Object::new(),
        }
    }

    /// Whether it is over on a day: archived, or past its last day.
    #[must_use]
    pub fn is_ended(&self, today: Date) -> bool {
        self.status == Status::Archived || self.period.end.is_some_and(|end| end < today)
    }

    /// Whether its last check is more days ago than the site allows, if it has said how many. One that
    /// was never checked has no check that could be old.
    #[must_use]
    pub fn is_stale(&self, today: Date, allowed: Option<u32>) -> bool {
        self.verified_on
            .zip(allowed)
            .is_some_and(|(checked, allowed)| i64::from(checked.days_until(today)) > i64::from(allowed))
    }

    /// The latest day up to the present one of which it tells: checked, begun or counted.
    #[must_use]
    pub fn news(&self, today: Date) -> Option<Date> {
        let counted = self.measures.iter().filter_map(|measure| measure.as_of);
        let days = counted.chain(self.verified_on).chain(self.period.start);
        days.filter(|day| *day <= today).max()
    }

    /// The needs that still stand on a day; one that is over needs nothing.
    pub fn open_needs(&self, today: Date) -> impl Iterator<Item = &Need> {
        let ended = self.is_ended(today);
        self.needs
            .iter()
            .filter(move |need| !ended && need.is_open(today))
    }

    /// A text in another language, if the editor gave one.
    #[must_use]
    pub fn translated(&self, lang: &str, field: &str) -> Option<&str> {
        let text = self.translations.get(lang)?.as_object()?.text(field)?;
        (!text.is_empty()).then_some(text)
    }

    /// What was made and what is aimed at, of one unit: the pair behind a progress bar. The latest
    /// measure of each kind counts.
    #[must_use]
    pub fn progress(&self) -> Option<(&Measure, &Measure)> {
        let target = self.latest(&MeasureKind::Target, None)?;
        let made = [
            MeasureKind::Produced,
            MeasureKind::Distributed,
            MeasureKind::Provided,
        ];
        let produced = made
            .iter()
            .find_map(|kind| self.latest(kind, Some(&target.unit)))?;
        (target.value.get() > 0.0).then_some((produced, target))
    }

    /// The latest measure of a kind, of one unit if it is given. Without dates, the last one.
    #[must_use]
    pub fn latest(&self, kind: &MeasureKind, unit: Option<&str>) -> Option<&Measure> {
        let wanted =
            |measure: &&Measure| measure.kind == *kind && unit.is_none_or(|unit| measure.unit == unit);
        self.measures
            .iter()
            .filter(wanted)
            .max_by_key(|measure| measure.as_of)
    }
}

#[cfg(test)]
mod tests {
    use super::{Initiative, Measure, MeasureKind, Need, NeedKind, NeedState, Status};
    use crate::domain::{amount::Amount, date::Date, id::Id, value::Object};

    fn measure(kind: MeasureKind, value: f64, unit: &str, as_of: Option<&str>) -> Measure {
        Measure {
            id: Id::derived(&[kind.code(), unit, as_of.unwrap_or("")]),
            kind,
            value: Amount::new(value).unwrap(),
            unit: unit.to_owned(),
            approximate: false,
            as_of: as_of.map(|date| Date::parse(date).unwrap()),
            extra: Object::new(),
        }
    }

    fn initiative() -> Initiative {
        Initiative::new(Id::parse("x").unwrap(), "Masques".to_owned())
    }

    #[test]
    fn progress_pairs_the_latest_of_one_unit() {
        let mut it = initiative();
        it.measures = vec![
            measure(MeasureKind::Produced, 1600.0, "masques", Some("2020-04-30")),
            measure(MeasureKind::Produced, 900.0, "masques", Some("2020-04-20")),
            measure(MeasureKind::Produced, 5.0, "visières", Some("2020-05-01")),
            measure(MeasureKind::Target, 11000.0, "masques", None),
        ];
        let (produced, target) = it.progress().expect("both are there");
        assert!((produced.value.get() - 1600.0).abs() < f64::EPSILON);
        assert!((target.value.get() - 11000.0).abs() < f64::EPSILON);
        it.measures.remove(3);
        assert!(it.progress().is_none());
    }

    #[test]
    fn a_check_is_old_after_the_days_that_the_site_allows() {
        let date = |text| Date::parse(text).unwrap();
        let mut it = initiative();
        assert!(!it.is_stale(date("2020-07-01"), Some(60)));
        it.verified_on = Some(date("2020-05-01"));
        assert!(!it.is_stale(date("2020-06-30"), Some(60)));
        assert!(it.is_stale(date("2020-07-01"), Some(60)));
        assert!(!it.is_stale(date("2020-07-01"), None), "the site has not said");
        assert!(!it.is_stale(date("2020-04-01"), Some(0)));
    }

    #[test]
    fn a_need_closes_after_its_day_and_with_its_initiative() {
        let today = Date::parse("2020-05-01").unwrap();
        let mut it = initiative();
        let need = |until: Option<&str>, state| Need {
            id: Id::parse("n").unwrap(),
            kind: NeedKind::Money,
            what: "dons".to_owned(),
            quantity: None,
            until: until.map(|date| Date::parse(date).unwrap()),
            state,
            extra: Object::new(),
        };
        it.needs = vec![
            need(None, NeedState::Open),
            need(Some("2020-05-01"), NeedState::Open),
            need(Some("2020-04-30"), NeedState::Open),
            need(None, NeedState::Paused),
        ];
        assert_eq!(it.open_needs(today).count(), 2);
        it.status = Status::Archived;
        assert_eq!(it.open_needs(today).count(), 0);
    }

    #[test]
    fn unknown_codes_are_kept() {
        assert_eq!(MeasureKind::from_code("lent").code(), "lent");
        assert_eq!(MeasureKind::from_code("target"), MeasureKind::Target);
        assert_eq!(MeasureKind::KNOWN.len(), 7);
    }
}
