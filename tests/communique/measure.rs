//! How much of what is in a release was read, and how much of what was read is in it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use solidaire::communique::read::{ContactRead, DraftRead, Found, Reading, Span};
use solidaire::domain::date::Date;
use solidaire::domain::text::fold;
use solidaire::domain::value::{Object, Value};

use super::fixture::{Fixture, texts};

/// What is counted of one field.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Count {
    /// In the release.
    pub(crate) expected: usize,
    /// Read.
    pub(crate) read: usize,
    /// Read and in the release.
    pub(crate) right: usize,
    /// Read, and nowhere in the words that it is said to come from.
    pub(crate) invented: usize,
}

impl Count {
    fn add(&mut self, other: Self) {
        self.expected += other.expected;
        self.read += other.read;
        self.right += other.right;
        self.invented += other.invented;
    }

    /// How much of what was read is right.
    #[allow(clippy::cast_precision_loss, reason = "counts of a few hundred")]
    pub(crate) fn precision(&self) -> f64 {
        if self.read == 0 {
            1.0
        } else {
            self.right as f64 / self.read as f64
        }
    }

    /// How much of what is there was read.
    #[allow(clippy::cast_precision_loss, reason = "counts of a few hundred")]
    pub(crate) fn recall(&self) -> f64 {
        if self.expected == 0 {
            1.0
        } else {
            self.right as f64 / self.expected as f64
        }
    }
}

/// The figures of several releases.
#[derive(Debug, Default)]
pub(crate) struct Measure {
    pub(crate) fields: BTreeMap<&'static str, Count>,
    /// Releases, and those of which every initiative was found and none made up.
    pub(crate) releases: usize,
    pub(crate) whole: usize,
    /// What went wrong, in words, for whoever writes rules.
    pub(crate) notes: Vec<String>,
}

impl Measure {
    /// Measures releases.
    pub(crate) fn of<'a>(fixtures: impl IntoIterator<Item = &'a Fixture>) -> Self {
        let mut measure = Self::default();
        for fixture in fixtures {
            measure.add(fixture, &fixture.read());
        }
        measure
    }

    /// All fields of the drafts and of the release together.
    pub(crate) fn total(&self) -> Count {
        let mut total = Count::default();
        for count in self.fields.values() {
            total.add(*count);
        }
        total
    }

    /// The table.
    pub(crate) fn table(&self) -> String {
        let mut table =
            String::from("| field | in the text | read | right | precision | recall | invented |\n");
        table.push_str("| --- | --- | --- | --- | --- | --- | --- |\n");
        let total = self.total();
        let rows = self.fields.iter().map(|(name, count)| (*name, count));
        for (name, count) in rows.chain([("all", &total)]) {
            let Count {
                expected,
                read,
                right,
                invented,
            } = count;
            let (precision, recall) = (count.precision(), count.recall());
            writeln!(
                table,
                "| {name} | {expected} | {read} | {right} | {precision:.3} | {recall:.3} | {invented} |"
            )
            .expect("a text can be written to");
        }
        writeln!(
            table,
            "\n{} of {} releases: every initiative found, none made up.",
            self.whole, self.releases
        )
        .expect("a text can be written to");
        table
    }

    fn add(&mut self, fixture: &Fixture, reading: &Reading) {
        self.release(fixture, reading);
        let expected = fixture.drafts();
        let mut free: Vec<Option<&DraftRead>> = reading.drafts.iter().map(Some).collect();
        let mut pairs = Vec::new();
        for wanted in &expected {
            let at = wanted
                .text("at")
                .and_then(|quotation| fixture.place_of(quotation));
            let within = |span: &Span| at.is_some_and(|at| (span.start..span.end).contains(&at));
            let holds =
                |draft: &&mut Option<&DraftRead>| draft.is_some_and(|draft| draft.spans.iter().any(within));
            let found = free.iter_mut().find(holds).and_then(Option::take);
            if found.is_none() {
                self.note(
                    fixture,
                    &format!("missed: {}", wanted.text("at").unwrap_or_default()),
                );
            }
            pairs.push((*wanted, found));
        }
        let extra: Vec<&DraftRead> = free.into_iter().flatten().collect();
        for draft in &extra {
            let said = draft
                .spans
                .first()
                .map_or("", |span| &fixture.source[span.start..span.end]);
            self.note(fixture, &format!("too much: {said}"));
        }
        let right = pairs.iter().filter(|(_, found)| found.is_some()).count();
        self.count("initiatives", expected.len(), reading.drafts.len(), right);
        self.releases += 1;
        self.whole += usize::from(right == expected.len() && extra.is_empty());
        for (wanted, found) in pairs {
            let nothing = DraftRead::default();
            self.draft(fixture, reading, wanted, found.unwrap_or(&nothing));
        }
        for draft in extra {
            self.draft(fixture, reading, &Object::new(), draft);
        }
    }

    fn release(&mut self, fixture: &Fixture, reading: &Reading) {
        let nothing = Object::new();
        let wanted = fixture
            .expected
            .get("release")
            .and_then(Value::as_object)
            .unwrap_or(&nothing);
        let read = &reading.release;
        let number = wanted.get("number").map(|number| match number {
            Value::Int(number) => number.to_string(),
            other => format!("{other:?}"),
        });
        self.one(
            fixture,
            "release number",
            number,
            read.number.as_ref().map(|found| found.value.to_string()),
        );
        let date = |date: Date| date.to_string();
        self.one(
            fixture,
            "release date",
            wanted.text("date").map(str::to_owned),
            read.date.as_ref().map(|found| date(found.value)),
        );
        self.one(
            fixture,
            "release place",
            wanted.text("place").map(fold),
            read.place.as_ref().map(|found| fold(&found.value)),
        );
        let bare = |heading: &str| {
            fold(heading)
                .trim_matches(|c: char| !c.is_alphanumeric())
                .to_owned()
        };
        let expected: Vec<String> = texts(&fixture.expected, "sections")
            .into_iter()
            .map(bare)
            .collect();
        let sections = read
            .sections
            .iter()
            .map(|section| bare(&section.heading.value))
            .collect();
        self.several(fixture, "sections", expected, sections);
    }

    fn draft(&mut self, fixture: &Fixture, reading: &Reading, wanted: &Object, read: &DraftRead) {
        let one = |field: &str| wanted.text(field).map(str::to_owned);
        self.one(
            fixture,
            "commune",
            one("commune").map(|name| fold(&name)),
            read.place.as_ref().map(|found| fold(&found.value.commune)),
        );
        let served = read
            .served
            .iter()
            .map(|found| fold(&found.value.commune))
            .collect();
        self.several(
            fixture,
            "served",
            texts(wanted, "served").into_iter().map(fold).collect(),
            served,
        );
        self.one(
            fixture,
            "area",
            one("area"),
            read.area.as_ref().map(|found| found.value.clone()),
        );
        let organiser = read.organiser.as_ref().map(|found| &found.value);
        let kind = organiser.and_then(|organiser| organiser.kind.as_ref());
        // A kind that the expectation leaves open may be anything.
        if wanted.text("organiser").is_some() || wanted.text("at").is_none() {
            self.one(
                fixture,
                "organiser",
                one("organiser"),
                kind.map(|kind| kind.code().to_owned()),
            );
        }
        if let Some(name) = wanted.text("name") {
            let name = fold(name);
            let said = organiser
                .map(|organiser| fold(&organiser.name))
                .filter(|said| !said.is_empty());
            let said = said.map(|said| {
                let alike = said.contains(&name) || name.contains(&said) && said.len() * 2 >= name.len();
                if alike { name.clone() } else { said }
            });
            self.one(fixture, "organiser's name", Some(name), said);
        }
        let section = |place: usize| {
            reading
                .release
                .sections
                .get(place)
                .map(|section| fold(&section.heading.value))
        };
        let expected = match wanted.get("section") {
            Some(Value::Int(place)) => {
                let sections = texts(&fixture.expected, "sections");
                usize::try_from(*place)
                    .ok()
                    .and_then(|place| sections.get(place))
                    .map(|heading| fold(heading))
            }
            _ => None,
        };
        let bare = |heading: String| heading.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        self.one(
            fixture,
            "section",
            expected.map(bare),
            read.section.and_then(section).map(bare),
        );
        self.measures(fixture, wanted, read);
        let needs = read
            .needs
            .iter()
            .map(|found| found.value.kind.code().to_owned())
            .collect();
        let expected = texts(wanted, "needs").into_iter().map(str::to_owned).collect();
        self.several(fixture, "needs", expected, needs);
        self.contacts(fixture, wanted, read);
        self.people(fixture, wanted, read);
        if wanted.text("start").is_some() || wanted.text("end").is_some() {
            self.one(
                fixture,
                "start",
                one("start"),
                read.start.as_ref().map(|found| found.value.to_string()),
            );
            self.one(
                fixture,
                "end",
                one("end"),
                read.end.as_ref().map(|found| found.value.to_string()),
            );
        }
    }

    fn people(&mut self, fixture: &Fixture, wanted: &Object, read: &DraftRead) {
        let bare = |name: &str| {
            let folded = fold(name);
            let titles = ["mme ", "mlle ", "m. ", "dr ", "docteur ", "madame ", "monsieur "];
            let bare = titles
                .iter()
                .find_map(|title| folded.strip_prefix(title).map(str::to_owned));
            bare.unwrap_or(folded)
        };
        let people = read.people.iter().map(|found| bare(&found.value)).collect();
        self.several(
            fixture,
            "people",
            texts(wanted, "people").into_iter().map(bare).collect(),
            people,
        );
    }

    fn measures(&mut self, fixture: &Fixture, wanted: &Object, read: &DraftRead) {
        let read_as: Vec<String> = read
            .measures
            .iter()
            .map(|found| {
                let about = if found.value.approximate { "~" } else { "" };
                let value = found.value.value.plain();
                if !says_number(&fixture.source, found.span, &value) {
                    self.invented(fixture, "measures", &value);
                }
                [
                    found.value.kind.code(),
                    " ",
                    about,
                    &value,
                    " ",
                    &noun(&found.value.unit),
                ]
                .concat()
            })
            .collect();
        let expected = texts(wanted, "measures").into_iter().map(|measure| {
            let mut parts = measure.splitn(3, ' ');
            let (kind, value) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
            [kind, " ", value, " ", &noun(parts.next().unwrap_or_default())].concat()
        });
        self.several(fixture, "measures", expected.collect(), read_as);
    }

    fn contacts(&mut self, fixture: &Fixture, wanted: &Object, read: &DraftRead) {
        // Where one goes to is written on letters and in lines; the expectations leave it out.
        let addresses = |found: &&Found<ContactRead>| found.value.means.kind() != "address";
        let read_as: Vec<String> = read
            .contacts
            .iter()
            .filter(addresses)
            .map(|found| {
                let means = &found.value.means;
                if !says_contact(&fixture.source, found.span, means.value()) {
                    self.invented(fixture, "contacts", means.value());
                }
                [means.kind(), " ", means.value().trim_end_matches('/')].concat()
            })
            .collect();
        let expected = texts(wanted, "contacts")
            .into_iter()
            .map(|contact| contact.trim_end_matches('/').to_owned());
        self.several(fixture, "contacts", expected.collect(), read_as);
    }

    fn one(
        &mut self,
        fixture: &Fixture,
        field: &'static str,
        expected: Option<String>,
        read: Option<String>,
    ) {
        self.several(
            fixture,
            field,
            expected.into_iter().collect(),
            read.into_iter().collect(),
        );
    }

    fn several(&mut self, fixture: &Fixture, field: &'static str, expected: Vec<String>, read: Vec<String>) {
        let (wanted, found) = (expected.len(), read.len());
        let mut missing = expected;
        let mut wrong = Vec::new();
        for value in read {
            match missing.iter().position(|wanted| *wanted == value) {
                Some(place) => drop(missing.remove(place)),
                None => wrong.push(value),
            }
        }
        let right = wanted - missing.len();
        if !missing.is_empty() || !wrong.is_empty() {
            self.note(fixture, &format!("{field}: missing {missing:?}, wrong {wrong:?}"));
        }
        self.count(field, wanted, found, right);
    }

    fn count(&mut self, field: &'static str, expected: usize, read: usize, right: usize) {
        let count = self.fields.entry(field).or_default();
        count.expected += expected;
        count.read += read;
        count.right += right;
    }

    fn invented(&mut self, fixture: &Fixture, field: &'static str, value: &str) {
        self.note(fixture, &format!("{field}: invented {value}"));
        self.fields.entry(field).or_default().invented += 1;
    }

    fn note(&mut self, fixture: &Fixture, note: &str) {
        self.notes.push([&fixture.name, ": ", note].concat());
    }
}

/// The first word of a unit, in the singular.
fn noun(unit: &str) -> String {
    let folded = fold(unit);
    let word = folded.split(' ').next().unwrap_or_default();
    word.trim_end_matches(['s', 'x']).to_owned()
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Whether the words of a span hold a number: its digits, or words of numbers where it has none.
fn says_number(source: &str, span: Span, value: &str) -> bool {
    let said = &without_markup(&source[span.start..span.end]);
    let written = digits(said);
    let significant = digits(value);
    let significant = significant.trim_end_matches('0');
    if written.is_empty() {
        const WORDS: [&str; 13] = [
            "deux", "trois", "quatre", "cinq", "si", "sept", "huit", "neuf", "di", "aine", "ill", "ze",
            "ante",
        ];
        let folded = fold(said);
        return WORDS.iter().any(|word| folded.contains(word))
            || folded.contains("vingt")
            || folded.contains("ent");
    }
    // « 1/2 tonne »
    let half = value == "0.5" && said.contains("1/2");
    half || written.contains(significant) && !significant.is_empty()
}

/// A stretch of a web page without its tags, its comments and its entities.
fn without_markup(said: &str) -> String {
    let said = said.replace("&amp;", "&");
    let mut text = String::new();
    let mut rest = said.as_str();
    while let Some(start) = rest.find(['<', '&']) {
        text.push_str(&rest[..start]);
        let end = if rest[start..].starts_with('<') { '>' } else { ';' };
        let close = rest[start..].find(end).filter(|close| end == '>' || *close < 9);
        rest = close.map_or(&rest[start + 1..], |close| &rest[start + close + 1..]);
    }
    text + rest
}

/// Whether the words of a span hold an address.
fn says_contact(source: &str, span: Span, value: &str) -> bool {
    let said = without_markup(&source[span.start..span.end]);
    let bare = |text: &str| -> String {
        let text = text.to_lowercase().replace("(at)", "@");
        text.chars().filter(|c| c.is_alphanumeric()).collect()
    };
    let (said, value) = (bare(&said), bare(value));
    let value = value
        .strip_prefix("https")
        .or_else(|| value.strip_prefix("http"))
        .unwrap_or(&value)
        .to_owned();
    // « +33 3 … » is written with a nought.
    said.contains(&value) || value.strip_prefix('0').is_some_and(|rest| said.contains(rest))
}
