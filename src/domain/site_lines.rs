//! The settings of a site that a form holds as lines: its wider areas, the numbers to call in an emergency.

use super::code::Insee;
use super::draft::ProblemKind;
use super::phone::Phone;
use super::site::EmergencyNumber;
use super::site_draft::SiteProblem;
use super::text::{MAX_LINE, length};
use super::value::{Object, Value};

/// How many numbers there may be to call in an emergency.
pub const MAX_EMERGENCY: usize = 20;

/// `115 : sans-abri`.
pub(super) fn emergency_line(emergency: &EmergencyNumber) -> String {
    let number = emergency.number.display();
    if emergency.label.is_empty() {
        number
    } else {
        [&number, " : ", &emergency.label].concat()
    }
}

/// The numbers of the lines, each with what it is for: a number alone helps nobody. Whatever else the file
/// says of a number that stays is kept.
pub(super) fn emergency(text: &str, before: &[EmergencyNumber]) -> Result<Vec<EmergencyNumber>, SiteProblem> {
    let mut numbers = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let refused = || SiteProblem::Emergency(line.to_owned());
        let (number, label) = line.split_once(':').ok_or_else(refused)?;
        let (number, label) = (Phone::parse(number).ok_or_else(refused)?, label.trim());
        if label.is_empty() {
            return Err(refused());
        }
        if length(label) > MAX_LINE {
            return Err(SiteProblem::Kind(ProblemKind::TooLong(MAX_LINE)));
        }
        let known = before.iter().find(|known| known.number == number);
        numbers.push(EmergencyNumber {
            number,
            label: label.to_owned(),
            extra: known.map(|known| known.extra.clone()).unwrap_or_default(),
        });
    }
    if numbers.len() > MAX_EMERGENCY {
        return Err(SiteProblem::ManyNumbers);
    }
    Ok(numbers)
}

/// `Calaisis : 62193 62548`.
pub(super) fn area_line(area: &Object) -> String {
    let codes = area.get("communes").and_then(Value::as_list).unwrap_or_default();
    let codes: Vec<&str> = codes.iter().filter_map(Value::as_text).collect();
    let name = area.text("name").unwrap_or_default();
    if codes.is_empty() {
        name.to_owned()
    } else {
        [name, " : ", &codes.join(" ")].concat()
    }
}

/// The areas of the lines. Whatever else the file says of an area that keeps its name stays.
pub(super) fn areas(text: &str, before: &[Value]) -> Result<Vec<Value>, SiteProblem> {
    let mut areas = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (name, codes) = line.split_once(':').unwrap_or((line, ""));
        let name = name.trim();
        let mut communes = Vec::new();
        for code in codes
            .split([' ', ',', ';', '\u{a0}'])
            .filter(|code| !code.is_empty())
        {
            let code = Insee::parse(code).ok_or_else(|| SiteProblem::Area(line.to_owned()))?;
            communes.push(Value::text(code.as_str()));
        }
        if name.is_empty() {
            return Err(SiteProblem::Area(line.to_owned()));
        }
        let mut known = before.iter().filter_map(Value::as_object);
        let known = known.find(|area| area.text("name") == Some(name));
        let mut area = known.cloned().unwrap_or_default();
        area.set("name", name);
        area.set("communes", Value::List(communes));
        areas.push(Value::Object(area));
    }
    Ok(areas)
}

#[cfg(test)]
mod tests {
    use super::MAX_EMERGENCY;
    use crate::domain::draft::ProblemKind;
    use crate::domain::id::Id;
    use crate::domain::phone::Phone;
    use crate::domain::site::{EmergencyNumber, Site};
    use crate::domain::site_draft::{SiteDraft, SiteField, SiteProblem};
    use crate::domain::text::MAX_LINE;
    use crate::domain::value::{Object, Value};

    fn site() -> Site {
        let mut site = Site::new(Id::parse("s").unwrap());
        site.title = "Entraide".to_owned();
        site
    }

    fn typed(site: &Site, text: &str) -> Result<Vec<EmergencyNumber>, SiteProblem> {
        let mut draft = SiteDraft::of(site);
        draft.set(SiteField::Emergency, text.to_owned());
        let checked = draft.check(site);
        checked.map(|site| site.emergency).map_err(|mut problems| {
            assert_eq!(problems.len(), 1);
            problems.remove(0).1
        })
    }

    #[test]
    fn numbers_are_lines_and_keep_what_else_is_said_of_them() {
        let mut before = site();
        let mut extra = Object::new();
        extra.set("hours", "jour et nuit");
        before.emergency = vec![EmergencyNumber {
            number: Phone::parse("3919").unwrap(),
            label: "violences".to_owned(),
            extra: extra.clone(),
        }];
        let shown = "39\u{a0}19 : violences";
        assert_eq!(SiteDraft::of(&before).get(SiteField::Emergency), shown);
        let after = typed(
            &before,
            "112 : urgences : partout\n\n 3919\u{a0}: violences faites aux femmes ",
        )
        .unwrap();
        let told: Vec<_> = after
            .iter()
            .map(|one| (one.number.as_str(), &*one.label, &one.extra))
            .collect();
        let none = Object::new();
        assert_eq!(
            told,
            [
                ("112", "urgences : partout", &none),
                ("3919", "violences faites aux femmes", &extra)
            ]
        );
        assert_eq!(typed(&before, " "), Ok(Vec::new()));
    }

    #[test]
    fn a_line_that_is_no_number_with_what_it_is_for_is_told() {
        for line in ["115", "115 :", "sans-abri : 115", "1 : moi", "03 21 : mairie"] {
            let refused = SiteProblem::Emergency(line.to_owned());
            assert_eq!(typed(&site(), &["15 : Samu\n", line].concat()), Err(refused));
        }
        let long = ["15 : ", &"a".repeat(MAX_LINE + 1)].concat();
        assert_eq!(
            typed(&site(), &long),
            Err(SiteProblem::Kind(ProblemKind::TooLong(MAX_LINE)))
        );
        let many = |count: usize| typed(&site(), &"15 : Samu\n".repeat(count));
        assert_eq!(many(MAX_EMERGENCY).unwrap().len(), MAX_EMERGENCY);
        assert_eq!(many(MAX_EMERGENCY + 1), Err(SiteProblem::ManyNumbers));
    }

    #[test]
    fn areas_are_lines_and_keep_what_else_is_said_of_them() {
        let mut before = site();
        let mut area = Object::new();
        area.set("name", "Calaisis");
        area.set("population", Value::Int(100_000));
        before.areas = vec![Value::Object(area)];
        let mut draft = SiteDraft::of(&before);
        assert_eq!(draft.get(SiteField::Areas), "Calaisis");
        draft.set(
            SiteField::Areas,
            "Calaisis : 62193, 62548\n\nAudomarois".to_owned(),
        );
        let after = draft.check(&before).unwrap();
        assert_eq!(
            SiteDraft::of(&after).get(SiteField::Areas),
            "Calaisis : 62193 62548\nAudomarois"
        );
        let first = after.areas[0].as_object().unwrap();
        assert_eq!(first.get("population"), Some(&Value::Int(100_000)));
    }
}
