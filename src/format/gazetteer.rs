//! Reading the gazetteer of a department, `communes/<department>.json`.
//!
//! `cargo xtask gazetteer` writes the file and documents its shape. It is part of the application
//! and no person edits it, so it is read strictly: one row that does not fit means that this is not
//! the file, and half a gazetteer would let people believe that their commune does not exist.

use crate::domain::code::{Department, Insee, Postcode};
use crate::domain::gazetteer::{Attribution, Commune, Gazetteer, Ring};
use crate::domain::link::Link;
use crate::domain::point::Point;
use crate::domain::value::{Object, Value};

use super::refusal::{Format, Refusal, VERSION};

/// What the file carries under `format`.
const FORMAT: &str = "solidaire-communes";

/// The columns of a commune, in their order.
const COLUMNS: [&str; 8] = [
    "insee",
    "name",
    "postcodes",
    "population",
    "epci",
    "lat",
    "lon",
    "names",
];

/// Reads a department's gazetteer.
///
/// # Errors
/// Where the document is something else, is of a newer version, or holds a value that does not fit:
/// its place.
pub fn read(document: &Value) -> Result<Gazetteer, Refusal> {
    let root = document
        .as_object()
        .filter(|root| root.text("format") == Some(FORMAT));
    let root = root.ok_or_else(|| Refusal::OtherFormat(Format::of(document)))?;
    match root.get("version") {
        Some(Value::Int(VERSION)) => {}
        Some(Value::Int(version)) if *version > VERSION => return Err(Refusal::NewerVersion(*version)),
        _ => return Err(unusable("version")),
    }
    let columns = list(root, "columns")?.iter().map(Value::as_text);
    if !columns.eq(COLUMNS.map(Some)) {
        return Err(unusable("columns"));
    }
    let department = root.text("department").and_then(Department::parse);
    let epci = each(root, "epci", |pair| match pair.as_list()? {
        [siren, name] => siren.as_text().and(name.as_text()),
        _ => None,
    })?;
    // Files of before have no outline.
    let outline = match root.get("outline") {
        None => Vec::new(),
        Some(_) => each(root, "outline", ring)?,
    };
    let gazetteer = Gazetteer::new(
        department.ok_or_else(|| unusable("department"))?,
        root.text("name").ok_or_else(|| unusable("name"))?.to_owned(),
        each(root, "sources", attribution)?,
        each(root, "communes", |row| commune(row, &epci))?,
    );
    Ok(gazetteer.with_outline(outline))
}

/// A closed line: its corners in thousandths of a degree, and its stretches of coast.
fn ring(ring: &Value) -> Option<Ring> {
    let [corners, coast] = ring.as_list()? else {
        return None;
    };
    let numbers = corners.as_list()?.iter().map(Value::as_number);
    let numbers: Vec<f64> = numbers.collect::<Option<_>>()?;
    let (pairs, []) = numbers.as_chunks::<2>() else {
        return None;
    };
    let corner = |[lon, lat]: &[f64; 2]| Point::new(lat / 1000.0, lon / 1000.0);
    let corners: Vec<Point> = pairs.iter().map(corner).collect::<Option<_>>()?;
    let stretch = |stretch: &Value| {
        let [first, last] = stretch.as_list()? else {
            return None;
        };
        // No number that this machine can count to is the place of no corner: the reader names the line.
        let place = |value: &Value| usize::try_from(whole(value)?).ok();
        let (first, last) = (place(first)?, place(last)?);
        (first < last && last <= corners.len()).then_some((first, last))
    };
    let coast = coast.as_list()?.iter().map(stretch).collect::<Option<_>>()?;
    Some(Ring { corners, coast })
}

fn attribution(source: &Value) -> Option<Attribution> {
    let source = source.as_object()?;
    Some(Attribution {
        name: source.text("name")?.to_owned(),
        licence: source.text("licence")?.to_owned(),
        url: match source.get("url") {
            None => None,
            Some(url) => Some(url.as_text().and_then(Link::parse)?),
        },
    })
}

fn commune(row: &Value, groups: &[&str]) -> Option<Commune> {
    let [insee, name, postcodes, population, epci, lat, lon, names] = row.as_list()? else {
        return None;
    };
    let texts = |list: &Value| -> Option<Vec<String>> {
        let texts = list.as_list()?.iter();
        texts.map(|text| text.as_text().map(str::to_owned)).collect()
    };
    let postcodes = postcodes.as_list()?.iter();
    Some(Commune {
        insee: Insee::parse(insee.as_text()?)?,
        name: name.as_text().filter(|name| !name.is_empty())?.to_owned(),
        postcodes: postcodes
            .map(|code| Postcode::parse(code.as_text()?))
            .collect::<Option<_>>()?,
        population: match population {
            Value::Null => None,
            population => Some(whole(population)?),
        },
        epci: match epci {
            Value::Null => None,
            // No position that this machine can count to, no group: the reader names the row.
            epci => Some((*groups.get(usize::try_from(whole(epci)?).ok()?)?).to_owned()),
        },
        point: match (lat, lon) {
            (Value::Null, Value::Null) => None,
            (lat, lon) => Some(Point::new(lat.as_number()?, lon.as_number()?)?),
        },
        names: texts(names)?,
    })
}

/// A whole number that is not negative.
fn whole(value: &Value) -> Option<u32> {
    match value {
        // What does not fit is refused as any other value is.
        Value::Int(number) => u32::try_from(*number).ok(),
        _ => None,
    }
}

/// The items of a field's list, each read; the first that cannot be is named.
fn each<'a, T>(
    root: &'a Object,
    field: &str,
    read: impl Fn(&'a Value) -> Option<T>,
) -> Result<Vec<T>, Refusal> {
    let items = list(root, field)?.iter().enumerate();
    let read = |(index, item): (usize, _)| {
        let place = || Refusal::Unusable([field, "[", &index.to_string(), "]"].concat());
        read(item).ok_or_else(place)
    };
    items.map(read).collect()
}

fn list<'a>(root: &'a Object, field: &str) -> Result<&'a [Value], Refusal> {
    root.get(field)
        .and_then(Value::as_list)
        .ok_or_else(|| unusable(field))
}

fn unusable(place: &str) -> Refusal {
    Refusal::Unusable(place.to_owned())
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::domain::code::{Department, Insee};
    use crate::domain::point::Point;
    use crate::domain::value::Value;
    use crate::format::json;
    use crate::format::refusal::{Format, Refusal};

    const FILE: &str = r#"{"format":"solidaire-communes","version":1,"department":"62","name":"Pas-de-Calais",
        "sources":[{"name":"GeoNames","licence":"CC BY 4.0","url":"https://www.geonames.org/"}],
        "epci":[["200033579","CA d'Hénin-Carvin"],["246200364","CA de Lens - Liévin"]],
        "outline":[[[1595,50373,2063,51014,3000,50000],[[1,3]]]],
        "columns":["insee","name","postcodes","population","epci","lat","lon","names"],
        "communes":[["62033","Annay",["62880"],4571,1,50.46303,2.88122,["Annay-sous-Lens"]],
        ["62001","Ablain",[],null,null,null,null,[]]]}"#;

    fn parsed(text: &str) -> Value {
        json::parse(text).expect(text)
    }

    #[test]
    fn a_department_is_read_whole() {
        let gazetteer = read(&parsed(FILE)).expect("it fits");
        assert_eq!(gazetteer.department(), &Department::parse("62").unwrap());
        assert_eq!(gazetteer.name(), "Pas-de-Calais");
        assert_eq!(gazetteer.sources()[0].licence, "CC BY 4.0");
        let annay = gazetteer
            .by_insee(&Insee::parse("62033").unwrap())
            .expect("it is there");
        assert_eq!(annay.names, ["Annay-sous-Lens"]);
        assert_eq!(annay.epci.as_deref(), Some("CA de Lens - Liévin"));
        assert_eq!(annay.population, Some(4571));
        assert!((annay.point.unwrap().lat() - 50.46303).abs() < 1e-9);
        let ablain = gazetteer.find_exact("ablain")[0];
        assert_eq!(
            (&ablain.epci, ablain.point, ablain.population),
            (&None, None, None)
        );
        assert_eq!(gazetteer.communes().len(), 2);
        let [outline] = gazetteer.outline() else {
            panic!("{:?}", gazetteer.outline());
        };
        assert_eq!(outline.corners[1], Point::new(51.014, 2.063).unwrap());
        assert_eq!((outline.corners.len(), &outline.coast[..]), (3, &[(1, 3)][..]));
    }

    #[test]
    fn a_file_of_before_has_no_outline() {
        let line = "\"outline\":[[[1595,50373,2063,51014,3000,50000],[[1,3]]]],";
        let gazetteer = read(&parsed(&FILE.replacen(line, "", 1))).expect("it fits");
        assert_eq!(gazetteer.outline(), []);
    }

    #[test]
    fn a_file_of_another_shape_is_refused_with_its_place() {
        for (good, bad, place) in [
            ("\"62033\"", "\"6203\"", "communes[0]"),
            ("4571", "-1", "communes[0]"),
            ("4571", "4571.5", "communes[0]"),
            (",1,50.46303", ",2,50.46303", "communes[0]"),
            ("50.46303", "null", "communes[0]"),
            ("50.46303", "150.46303", "communes[0]"),
            ("[\"62880\"]", "[62880]", "communes[0]"),
            ("\"Ablain\"", "\"\"", "communes[1]"),
            ("\"lat\",\"lon\"", "\"lon\",\"lat\"", "columns"),
            ("\"246200364\",", "", "epci[1]"),
            ("https://", "javascript:", "sources[0]"),
            ("1595,", "", "outline[0]"),
            ("50373", "950373", "outline[0]"),
            ("[1,3]", "[1,4]", "outline[0]"),
            ("[1,3]", "[1,1]", "outline[0]"),
            ("\"department\":\"62\"", "\"department\":\"6\"", "department"),
            ("\"communes\"", "\"comunes\"", "communes"),
            ("\"version\":1", "\"version\":\"1\"", "version"),
        ] {
            assert!(FILE.contains(good), "{good}");
            let refused = read(&parsed(&FILE.replacen(good, bad, 1)));
            assert_eq!(refused, Err(Refusal::Unusable(place.to_owned())), "{bad}");
        }
        let newer = FILE.replace("\"version\":1", "\"version\":2");
        assert_eq!(read(&parsed(&newer)), Err(Refusal::NewerVersion(2)));
        let other = Refusal::OtherFormat(Format::Foreign(None));
        assert_eq!(read(&parsed("[]")), Err(other));
    }

    #[test]
    fn the_shipped_department_is_read_and_answers_as_people_ask() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/public/communes");
        for file in std::fs::read_dir(folder).expect("it is committed") {
            let path = file.expect("it is listed").path();
            if path.file_stem().is_some_and(|stem| stem == "index") {
                continue;
            }
            let text = std::fs::read_to_string(&path).expect("it is text");
            let gazetteer =
                read(&parsed(&text)).unwrap_or_else(|refusal| panic!("{}: {refusal:?}", path.display()));
            assert!(!gazetteer.communes().is_empty(), "{}", path.display());
            if gazetteer.department().as_str() == "62" {
                let first = |typed| {
                    gazetteer
                        .suggest(typed, 8)
                        .first()
                        .map(|commune| commune.name.as_str())
                };
                assert_eq!(first("annay sous lens"), Some("Annay"));
                assert_eq!(first("calai"), Some("Calais"));
                assert_eq!(first("st omer"), Some("Saint-Omer"));
                assert_eq!(first("62670"), Some("Mazingarbe"));
            }
        }
    }
}
