//! The shipped catalogue says what the press release of 30 April 2020 reported, in our own words.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use solidaire::domain::catalogue::Catalogue;
use solidaire::domain::communique::CommuniqueStatus;
use solidaire::domain::initiative::{Initiative, MeasureKind};
use solidaire::domain::text::fold;
use solidaire::domain::totals::totals;
use solidaire::domain::value::Value;
use solidaire::format::publish::publishable;
use solidaire::format::{edition, json, v1};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn text() -> String {
    fs::read_to_string(root().join("public/catalogue.json")).unwrap()
}

fn catalogue() -> Catalogue {
    let reading = v1::read_catalogue_text(&text()).unwrap();
    assert_eq!(reading.warnings.list(), []);
    reading.value
}

/// The text of the press release, where it is at hand: it is third-party text and not of the project.
fn press_release() -> Option<String> {
    let path = root().join("../shared/seed/communique-07.txt");
    let text = fs::read_to_string(&path).ok();
    if text.is_none() {
        eprintln!("skipped: {} is not there", path.display());
    }
    text
}

/// One line of the table of facts.
struct Facts {
    commune: &'static str,
    insee: &'static str,
    area: &'static str,
    theme: &'static str,
    organiser: &'static str,
    measures: &'static [(&'static str, f64, &'static str, bool)],
    contacts: &'static [(&'static str, &'static str)],
    needs: &'static [&'static str],
    served: &'static [(&'static str, &'static str)],
}

const NOTHING: Facts = Facts {
    commune: "",
    insee: "",
    area: "",
    theme: "protection",
    organiser: "",
    measures: &[],
    contacts: &[],
    needs: &[],
    served: &[],
};

const TABLE: [Facts; 8] = [
    Facts {
        commune: "Marck",
        insee: "62548",
        organiser: "commune",
        measures: &[
            ("produced", 1600.0, "masques", false),
            ("target", 11000.0, "masques", false),
            ("volunteers", 62.0, "couturières", false),
        ],
        contacts: &[("social", "https://fr-fr.facebook.com/ville.marck")],
        ..NOTHING
    },
    Facts {
        commune: "Guemps",
        insee: "62393",
        organiser: "collective",
        measures: &[("target", 1200.0, "masques", false)],
        contacts: &[("social", "https://www.facebook.com/groups/275110659329756/")],
        ..NOTHING
    },
    Facts {
        commune: "Ferques",
        insee: "62329",
        area: "Boulonnais",
        organiser: "collective",
        measures: &[
            ("produced", 1500.0, "masques", false),
            ("volunteers", 20.0, "bénévoles", true),
        ],
        ..NOTHING
    },
    Facts {
        commune: "Mazingarbe",
        insee: "62563",
        organiser: "commune",
        measures: &[("target", 8500.0, "masques", false)],
        contacts: &[("email", "csmazingarbe@orange.fr"), ("phone", "0321727800")],
        served: &[("62065", "Avion"), ("62033", "Annay")],
        ..NOTHING
    },
    Facts {
        area: "Calaisis",
        organiser: "collective",
        measures: &[
            ("produced", 2000.0, "visières", false),
            ("volunteers", 15.0, "bénévoles", true),
        ],
        needs: &["money", "materials"],
        ..NOTHING
    },
    Facts {
        area: "Lensois",
        theme: "confinement",
        organiser: "association",
        measures: &[("other", 2.0, "concours", false)],
        contacts: &[
            ("social", "https://www.facebook.com/events/510431006572191/"),
            ("web", "http://www.planete-sciences.org/robot/"),
        ],
        ..NOTHING
    },
    Facts {
        commune: "Calais",
        insee: "62193",
        theme: "apprendre",
        organiser: "foundation",
        measures: &[("provided", 20.0, "ordinateurs", false)],
        contacts: &[("web", "https://www.fondationface.org/face-cote-dopale/")],
        ..NOTHING
    },
    Facts {
        commune: "Haisnes",
        insee: "62401",
        theme: "apprendre",
        organiser: "association",
        measures: &[("provided", 8.0, "ordinateurs", false)],
        contacts: &[("social", "https://fr-fr.facebook.com/haisnes/")],
        ..NOTHING
    },
];

#[test]
fn every_initiative_says_what_the_table_says() {
    let catalogue = catalogue();
    assert_eq!(catalogue.initiatives.len(), TABLE.len());
    for (one, facts) in catalogue.initiatives.iter().zip(&TABLE) {
        let title = &one.title;
        let place = &one.place;
        assert_eq!(place.commune, facts.commune, "{title}");
        assert_eq!(
            place.insee.as_ref().map_or("", |code| code.as_str()),
            facts.insee,
            "{title}"
        );
        assert_eq!(place.area, facts.area, "{title}");
        assert_eq!(one.theme.as_ref().unwrap().as_str(), facts.theme, "{title}");
        assert_eq!(
            one.organiser.kind.as_ref().unwrap().code(),
            facts.organiser,
            "{title}"
        );
        let measures: Vec<_> = one
            .measures
            .iter()
            .map(|it| (it.kind.code(), it.value.get(), it.unit.as_str(), it.approximate))
            .collect();
        assert_eq!(measures, facts.measures, "{title}");
        let contacts: Vec<_> = one
            .contacts
            .iter()
            .map(|it| (it.means.kind(), it.means.value()))
            .collect();
        assert_eq!(contacts, facts.contacts, "{title}");
        let needs: Vec<_> = one.needs.iter().map(|it| it.kind.code()).collect();
        assert_eq!(needs, facts.needs, "{title}");
        let served: Vec<_> = one
            .served
            .iter()
            .map(|it| (it.insee.as_ref().unwrap().as_str(), it.commune.as_str()))
            .collect();
        assert_eq!(served, facts.served, "{title}");
    }
}

#[test]
fn the_words_that_people_search_for_are_there() {
    let catalogue = catalogue();
    let said = |one: &Initiative| {
        let words = [
            &one.title,
            &one.summary,
            &one.organiser.name,
            &one.audience,
            &one.practical,
        ];
        fold(&words.map(String::as_str).join(" "))
    };
    let words: [&[&str]; 8] = [
        &["lavables", "fournitures", "benevoles"],
        &["habitante", "couturieres"],
        &["petites mains", "1 800", "une semaine", "elastiques", "dons"],
        &["salle des fetes", "avion", "annay-sous-lens"],
        &["imprimeurs de coeur", "3d", "filament", "dons"],
        &[
            "planete sciences hauts-de-france",
            "trukiroulent",
            "programmation",
            "chez soi",
        ],
        &["face cote d'opale", "exclusion", "familles"],
        &["ordissimos", "cite de la ville", "souris", "sacoches", "afnic"],
    ];
    for (one, words) in catalogue.initiatives.iter().zip(words) {
        let said = said(one);
        for word in words {
            assert!(said.contains(word), "{word} in {said}");
        }
    }
}

#[test]
fn three_thousand_one_hundred_masks_and_no_promise_among_them() {
    let catalogue = catalogue();
    let totals = totals(&catalogue.initiatives);
    let sums: Vec<_> = totals
        .iter()
        .map(|it| (it.kind.code(), it.unit.as_str(), it.value))
        .collect();
    assert_eq!(
        sums,
        [
            ("produced", "masques", 3100.0),
            ("produced", "visières", 2000.0),
            ("provided", "ordinateurs", 28.0)
        ]
    );
    let promised: f64 = catalogue
        .initiatives
        .iter()
        .filter_map(|one| one.latest(&MeasureKind::Target, Some("masques")))
        .map(|measure| measure.value.get())
        .sum();
    assert!((promised - 20_700.0).abs() < f64::EPSILON);
}

#[test]
fn three_themes_in_both_languages_and_the_release_itself() {
    let catalogue = catalogue();
    let names: Vec<_> = catalogue
        .themes
        .iter()
        .map(|theme| (theme.name("fr"), theme.name("en")))
        .collect();
    assert_eq!(
        names,
        [
            ("Mesures de protection", "Protective measures"),
            ("Personnes confinées", "People confined at home"),
            ("Continuité pédagogique", "Learning continuity")
        ]
    );
    let [release] = &catalogue.communiques[..] else {
        panic!("there is one press release")
    };
    assert_eq!(release.number, Some(7));
    assert_eq!(release.date.unwrap().to_string(), "2020-04-30");
    assert_eq!(
        (release.place.as_str(), &release.status),
        ("Arras", &CommuniqueStatus::Final)
    );
    assert!(!release.series.is_empty() && !release.lead.is_empty() && !release.closing.is_empty());
    // Each theme is a section, and each initiative an item of its own theme's section, once.
    let mut told = Vec::new();
    for (section, theme) in release.sections.iter().zip(&catalogue.themes) {
        assert_eq!(section.theme.as_ref(), Some(&theme.id));
        for item in &section.items {
            let one = catalogue.initiative(item.initiative.as_ref().unwrap()).unwrap();
            assert_eq!(one.theme, section.theme);
            assert!(!item.text.is_empty());
            told.push(&one.id);
        }
    }
    let all: Vec<_> = catalogue.initiatives.iter().map(|one| &one.id).collect();
    assert_eq!(told, all);
}

#[test]
fn it_is_of_april_2020_and_says_so_everywhere() {
    let catalogue = catalogue();
    let day = "2020-04-30";
    assert_eq!(catalogue.edition.number, 1);
    assert_eq!(
        catalogue
            .edition
            .published_at
            .as_ref()
            .unwrap()
            .date()
            .to_string(),
        day
    );
    assert_eq!(
        catalogue.edition.id,
        edition::content_id(&catalogue),
        "the identifier is a hash of the content"
    );
    for one in &catalogue.initiatives {
        assert_eq!(one.verified_on.unwrap().to_string(), day);
        assert_eq!(one.source.communique.as_ref(), Some(&catalogue.communiques[0].id));
        assert!(
            one.measures
                .iter()
                .all(|measure| measure.as_of.unwrap().to_string() == day)
        );
        assert!(one.needs.iter().all(|need| need.until.is_none()));
    }
}

#[test]
fn the_site_is_whole_and_ready_to_publish() {
    let catalogue = catalogue();
    let site = &catalogue.site;
    assert_eq!(
        (site.title.as_str(), site.lang.as_str()),
        ("Pas-de-Calais solidaire", "fr")
    );
    assert_eq!(site.department.as_ref().unwrap().as_str(), "62");
    assert_eq!(
        site.engage_url.as_ref().unwrap().as_str(),
        "https://covid19.reserve-civique.gouv.fr/"
    );
    assert_eq!(publishable(&catalogue), catalogue, "nothing in it is private");
    assert_eq!(
        json::write_pretty(&v1::write_catalogue(&catalogue)),
        text(),
        "written as an editor's export is"
    );
    for one in &catalogue.initiatives {
        for field in ["title", "summary"] {
            assert!(one.translated("en", field).is_some(), "{field} of {}", one.title);
        }
        assert_eq!(one.id.as_str().len(), 25, "125 random bits");
    }
    let areas: BTreeSet<_> = site
        .areas
        .iter()
        .map(|area| area.as_object().unwrap().text("name").unwrap())
        .collect();
    for one in catalogue
        .initiatives
        .iter()
        .filter(|one| !one.place.area.is_empty())
    {
        assert!(areas.contains(one.place.area.as_str()), "{}", one.place.area);
    }
}

/// Every text of a document, with its place.
fn texts(value: &Value, place: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Text(text) => found.push((place.to_owned(), text.clone())),
        Value::List(list) => list.iter().for_each(|value| texts(value, place, found)),
        Value::Object(object) => {
            for (name, value) in object.iter() {
                texts(value, &format!("{place}/{name}"), found);
            }
        }
        _ => {}
    }
}

fn words(text: &str) -> Vec<String> {
    let words = fold(text);
    words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_address_of_the_release_is_in_the_catalogue() {
    let Some(release) = press_release() else { return };
    let text = text();
    let mut addresses: Vec<&str> = release
        .split_whitespace()
        .filter(|word| word.starts_with("http") || word.contains('@'))
        .collect();
    addresses.sort_unstable();
    assert_eq!(
        addresses.len(),
        8,
        "seven links and an e-mail address: {addresses:?}"
    );
    for address in addresses {
        assert!(text.contains(&format!("\"{address}\"")), "{address}");
    }
    assert!(release.contains("03 21 72 78 00") && text.contains("\"0321727800\""));
}

#[test]
fn every_figure_of_the_release_is_in_the_catalogue() {
    let Some(release) = press_release() else { return };
    let mut found = Vec::new();
    texts(&json::parse(&text()).unwrap(), "", &mut found);
    let said = fold(
        &found
            .iter()
            .map(|(_, text)| text.as_str())
            .collect::<Vec<_>>()
            .join(" "),
    );
    let release = fold(&release);
    for (written, ours) in [
        ("1 600", "1 600"),
        ("11 000", "11 000"),
        ("62", "62"),
        ("1200", "1 200"),
        ("1 500", "1 500"),
        ("1800", "1 800"),
        ("8 500", "8 500"),
        ("2000", "2 000"),
        ("11 mai", "11 mai"),
        ("20 ordinateurs", "20 ordinateurs"),
        ("8 \n\nordinateurs", "8 ordinateurs"),
        ("vingtaine", "vingtaine"),
        ("quinzaine", "quinzaine"),
    ] {
        assert!(release.contains(&fold(written)), "the release says {written}");
        assert!(said.contains(ours), "we say {ours}");
    }
}

#[test]
fn no_sentence_is_copied_from_the_release() {
    /// More words than any name or figure of the release has.
    const RUN: usize = 9;
    let Some(release) = press_release() else { return };
    let theirs = words(&release);
    let theirs: BTreeSet<&[String]> = theirs.windows(RUN).collect();
    let mut found = Vec::new();
    texts(&json::parse(&text()).unwrap(), "", &mut found);
    for (place, text) in found.iter().filter(|(_, text)| !text.starts_with("http")) {
        let ours = words(text);
        let copied = ours.windows(RUN).find(|run| theirs.contains(run));
        assert_eq!(copied, None, "{place}");
    }
    assert!(theirs.len() > 500, "the release was read whole");
}

#[test]
fn nobody_is_named() {
    // The folded names of the two private people and of the official whom the release names are kept
    // out of this file too: the release itself tells them, by what stands around them.
    let Some(release) = press_release() else { return };
    let release = release.split_whitespace().collect::<Vec<_>>().join(" ");
    let between = |before: &str, after: &str| {
        let (_, rest) = release.split_once(before).unwrap();
        rest.split_once(after).unwrap().0.trim().to_owned()
    };
    let names = [
        between("une habitante,", ", a mobilisé"),
        between("Son directeur,", ", a ainsi"),
        between("(EPI).", ", préfet"),
    ];
    let folded = fold(&text());
    for name in names {
        let family = fold(name.split(' ').next_back().unwrap());
        assert!(family.len() > 3 && !folded.contains(&family), "a person is named");
    }
}
