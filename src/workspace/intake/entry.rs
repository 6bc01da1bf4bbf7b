//! One draft of an initiative, with where each of its values stands in the source.

use crate::communique::read::{DraftRead, Found, Span};
use crate::domain::contact::{Contact, Means};
use crate::domain::date::Date;
use crate::domain::draft::{Draft, Field, Row};
use crate::domain::duplicates::Features;
use crate::domain::id::Id;
use crate::domain::initiative::{Initiative, Measure, Need, NeedState, Organiser};
use crate::domain::value::Object;

use super::NewId;

/// One draft of an initiative.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The identifier that the initiative gets.
    pub id: Id,
    /// Where the source tells of it.
    pub spans: Vec<Span>,
    /// The section of the release that it stands in.
    pub section: Option<usize>,
    /// The form as it was read.
    pub opened: Draft,
    /// The form as the person has left it.
    pub typed: Draft,
    /// Where its values stand in the source.
    pub marks: Vec<Mark>,
    /// What a person has said of the initiatives that it may be.
    pub answer: Option<Answer>,
}

/// What a person has said of the initiatives that an entry may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// It is another one.
    Another,
    /// It is this one, which the entry brings up to date.
    Same(Id),
}

/// A value that was read, with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Which value.
    pub fact: Fact,
    /// Where the source says it.
    pub span: Span,
    /// Whether the source says it outright.
    pub sure: bool,
    /// Whether a person has looked at it and found it right.
    pub checked: bool,
}

/// Which value of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// The commune where it works.
    Commune,
    /// The wider area.
    Area,
    /// A commune that it serves, by its name.
    Served(String),
    /// Who carries it.
    Organiser,
    /// The first day.
    Start,
    /// The last day.
    End,
    /// What two dates cannot say.
    When,
    /// Whom it is for.
    Audience,
    /// Hours, cost, conditions.
    Practical,
    /// A quantity, by its row.
    Measure(Id),
    /// A need, by its row.
    Need(Id),
    /// A contact, by its row.
    Contact(Id),
    /// A person's name, which stands in no field.
    Person(String),
}

/// What kind of value it is: what the source is marked with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FactKind {
    /// A place.
    Place,
    /// Who carries it.
    Organiser,
    /// A quantity.
    Measure,
    /// A need.
    Need,
    /// A contact.
    Contact,
    /// When, for whom and how.
    Terms,
    /// A person's name.
    Person,
}

impl FactKind {
    /// Every kind, in the order of the legend.
    pub const ALL: [Self; 7] = [
        Self::Place,
        Self::Organiser,
        Self::Measure,
        Self::Need,
        Self::Contact,
        Self::Terms,
        Self::Person,
    ];
}

impl Fact {
    /// Its kind.
    #[must_use]
    pub const fn kind(&self) -> FactKind {
        match self {
            Self::Commune | Self::Area | Self::Served(_) => FactKind::Place,
            Self::Organiser => FactKind::Organiser,
            Self::Start | Self::End | Self::When | Self::Audience | Self::Practical => FactKind::Terms,
            Self::Measure(_) => FactKind::Measure,
            Self::Need(_) => FactKind::Need,
            Self::Contact(_) => FactKind::Contact,
            Self::Person(_) => FactKind::Person,
        }
    }

    /// The field outside the rows that holds it.
    const fn field(&self) -> Option<Field> {
        Some(match self {
            Self::Commune => Field::Commune,
            Self::Area => Field::Area,
            Self::Organiser => Field::OrganiserName,
            Self::Start => Field::Start,
            Self::End => Field::End,
            Self::When => Field::PeriodNote,
            Self::Audience => Field::Audience,
            Self::Practical => Field::Practical,
            Self::Served(_) | Self::Measure(_) | Self::Need(_) | Self::Contact(_) | Self::Person(_) => {
                return None;
            }
        })
    }
}

impl Entry {
    /// The entry of a draft that was read. Quantities get the day of the release. A row of a stretch
    /// that an earlier reading knew keeps its identifier.
    #[must_use]
    pub fn of(read: &DraftRead, theme: Option<Id>, date: Option<Date>, known: &[Mark], new: NewId) -> Self {
        let mut rows = Rows {
            known,
            marks: Vec::new(),
            new,
        };
        let mut made = Initiative::new((rows.new)(), read.title.clone());
        made.summary.clone_from(&read.summary);
        made.theme = theme;
        made.verified_on = date;
        if let Some(place) = &read.place {
            made.place = place.value.clone();
            rows.mark(Fact::Commune, place);
        }
        if let Some(area) = &read.area {
            made.place.area.clone_from(&area.value);
            rows.mark(Fact::Area, area);
        }
        for served in &read.served {
            rows.mark(Fact::Served(served.value.commune.clone()), served);
            made.served.push(served.value.clone());
        }
        if let Some(organiser) = &read.organiser {
            made.organiser = Organiser {
                name: organiser.value.name.clone(),
                kind: organiser.value.kind.clone(),
                ..Organiser::default()
            };
            rows.mark(Fact::Organiser, organiser);
        }
        for (fact, found, day) in [
            (Fact::Start, &read.start, &mut made.period.start),
            (Fact::End, &read.end, &mut made.period.end),
        ] {
            if let Some(found) = found {
                *day = Some(found.value);
                rows.mark(fact, found);
            }
        }
        for (fact, found, text) in [
            (Fact::When, &read.when, &mut made.period.note),
            (Fact::Audience, &read.audience, &mut made.audience),
            (Fact::Practical, &read.practical, &mut made.practical),
        ] {
            if let Some(found) = found {
                text.clone_from(&found.value);
                rows.mark(fact, found);
            }
        }
        rows.lists(read, date, &mut made);
        for person in &read.people {
            rows.mark(Fact::Person(person.value.clone()), person);
        }
        let typed = Draft::of(&made);
        Self {
            id: made.id,
            spans: read.spans.clone(),
            section: read.section,
            opened: typed.clone(),
            typed,
            marks: rows.marks,
            answer: None,
        }
    }

    /// Whether the form still has a value; a person's name stays until the entry goes.
    #[must_use]
    pub fn holds(&self, fact: &Fact) -> bool {
        has(&self.typed, fact)
    }

    /// The places of the values that the form still has.
    pub fn standing(&self) -> impl Iterator<Item = &Mark> {
        self.marks.iter().filter(|mark| self.holds(&mark.fact))
    }

    /// The values that are not certain, stand as they were read, and that nobody has found right.
    pub fn unchecked(&self) -> impl Iterator<Item = &Mark> {
        self.standing().filter(|mark| self.is_unchecked(mark))
    }

    /// Whether a value waits for a person to look at it.
    #[must_use]
    pub fn is_unchecked(&self, mark: &Mark) -> bool {
        !mark.sure && !mark.checked && same(&self.opened, &self.typed, &mark.fact)
    }

    /// The place of a value in the source.
    #[must_use]
    pub fn mark(&self, fact: &Fact) -> Option<&Mark> {
        self.marks.iter().find(|mark| mark.fact == *fact)
    }

    /// The names of people in its stretch of the source.
    pub fn people(&self) -> impl Iterator<Item = &str> {
        self.marks.iter().filter_map(|mark| match &mark.fact {
            Fact::Person(name) => Some(name.as_str()),
            _ => None,
        })
    }

    /// What is compared with the initiatives of the catalogue.
    #[must_use]
    pub fn features(&self) -> Features {
        let mut features = Features {
            title: self.typed.text(&Field::Title).to_owned(),
            commune: self.typed.text(&Field::Commune).to_owned(),
            area: self.typed.text(&Field::Area).to_owned(),
            organiser: self.typed.text(&Field::OrganiserName).to_owned(),
            ..Features::default()
        };
        let text = |row: &Row, field: &Field| row.fields.get(field).map_or("", String::as_str).to_owned();
        for row in &self.typed.contacts {
            match Means::parse(&text(row, &Field::Kind), &text(row, &Field::Value)) {
                Means::Phone(phone) => features.phones.push(phone),
                Means::Email(email) => features.emails.push(email),
                Means::Web(link) | Means::Social(link) => features.links.push(link),
                Means::Address(_) | Means::Plain { .. } => {}
            }
        }
        features
    }
}

/// Makes the rows of an entry and notes where their values stand.
struct Rows<'a> {
    known: &'a [Mark],
    marks: Vec<Mark>,
    new: NewId<'a>,
}

impl Rows<'_> {
    fn mark<T>(&mut self, fact: Fact, found: &Found<T>) {
        self.marks.push(Mark {
            fact,
            span: found.span,
            sure: found.sure,
            checked: false,
        });
    }

    /// Notes the place of a row, and gives the row's identifier.
    fn row<T>(&mut self, fact: fn(Id) -> Fact, found: &Found<T>) -> Id {
        let earlier = self.known.iter().find_map(|mark| {
            let id = mark.fact.row()?;
            let same = fact(id.clone()) == mark.fact && mark.span == found.span;
            let taken = self.marks.iter().any(|taken| taken.fact == mark.fact);
            (same && !taken).then(|| (id.clone(), mark.checked))
        });
        let (id, checked) = earlier.unwrap_or_else(|| ((self.new)(), false));
        self.mark(fact(id.clone()), found);
        if let Some(mark) = self.marks.last_mut() {
            mark.checked = checked;
        }
        id
    }

    fn lists(&mut self, read: &DraftRead, date: Option<Date>, made: &mut Initiative) {
        for found in &read.measures {
            made.measures.push(Measure {
                id: self.row(Fact::Measure, found),
                kind: found.value.kind.clone(),
                value: found.value.value,
                unit: found.value.unit.clone(),
                approximate: found.value.approximate,
                as_of: found.value.as_of.or(date),
                extra: Object::new(),
            });
        }
        for found in &read.needs {
            made.needs.push(Need {
                id: self.row(Fact::Need, found),
                kind: found.value.kind.clone(),
                what: found.value.what.clone(),
                quantity: found.value.quantity,
                until: found.value.until,
                state: NeedState::Open,
                extra: Object::new(),
            });
        }
        for found in &read.contacts {
            made.contacts.push(Contact {
                id: self.row(Fact::Contact, found),
                means: found.value.means.clone(),
                label: found.value.label.clone(),
                // How one person is reached is theirs to publish.
                public: !found.value.personal,
                extra: Object::new(),
            });
        }
    }
}

impl Fact {
    /// The row that holds it.
    #[must_use]
    pub const fn row(&self) -> Option<&Id> {
        match self {
            Self::Measure(id) | Self::Need(id) | Self::Contact(id) => Some(id),
            _ => None,
        }
    }
}

fn row_in<'a>(draft: &'a Draft, fact: &Fact) -> Option<&'a Row> {
    let (list, id) = match fact {
        Fact::Measure(id) => (&draft.measures, id),
        Fact::Need(id) => (&draft.needs, id),
        Fact::Contact(id) => (&draft.contacts, id),
        _ => return None,
    };
    list.iter().find(|row| row.id == *id)
}

fn has(draft: &Draft, fact: &Fact) -> bool {
    match fact {
        Fact::Person(_) => true,
        Fact::Served(name) => draft.served.iter().any(|served| served.commune == *name),
        // A kind alone (« collectif ») is a value too.
        Fact::Organiser => [Field::OrganiserName, Field::OrganiserKind]
            .iter()
            .any(|field| !draft.text(field).is_empty()),
        fact => match fact.field() {
            Some(field) => !draft.text(&field).is_empty(),
            None => row_in(draft, fact).is_some(),
        },
    }
}

fn same(one: &Draft, two: &Draft, fact: &Fact) -> bool {
    let field = |field: &Field| one.text(field) == two.text(field);
    match fact {
        Fact::Person(_) => true,
        Fact::Served(_) => has(one, fact) == has(two, fact),
        Fact::Organiser => field(&Field::OrganiserName) && field(&Field::OrganiserKind),
        fact => match fact.field() {
            Some(own) => field(&own),
            None => row_in(one, fact) == row_in(two, fact),
        },
    }
}
