//! Signs of a hoax: shown with their reasons, never a verdict. A person decides.
//!
//! What is looked at are the texts of a proposal against those that are shown now: an address that
//! leads elsewhere than all others of the entry, a number that costs, a text that shouts.

use crate::domain::change::Path;
use crate::domain::order;
use crate::domain::phone::Phone;
use crate::domain::value::{Object, Value};

/// From how many links on a text is full of them.
const MANY_LINKS: usize = 3;

/// From how many letters on a text can shout: a name in capitals does not.
const SHOUT: usize = 24;

/// One sign, with what it was seen by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sign {
    /// An address at this host, which no other address of the entry has.
    Elsewhere(String),
    /// Every contact of the entry would be another or gone.
    AllContacts,
    /// Calling this number costs more than a call.
    Premium(String),
    /// This number is in another country.
    Foreign(String),
    /// A text holds this many links.
    ManyLinks(usize),
    /// A text is in capitals.
    Capitals,
    /// The same device proposes to take out this many entries.
    ManyRemovals(usize),
    /// It touches the settings of the site.
    Settings,
}

/// What a proposal wants at one path.
pub(super) type Wish<'a> = (&'a Path, &'a Value);

/// The signs of what is proposed for one document, as it is shown now.
pub(super) fn signs(now: &Object, wishes: &[Wish<'_>]) -> Vec<Sign> {
    let mut known = Texts::default();
    known.read_object(now);
    let mut proposed = Texts::default();
    for (_, value) in wishes {
        proposed.read(value);
    }
    let mut signs = Vec::new();
    let known_hosts = hosts(&known);
    // An entry without any address has nothing to be compared with.
    if !known_hosts.is_empty() {
        for host in hosts(&proposed) {
            if !known_hosts.iter().any(|other| same_site(other, &host)) {
                add(&mut signs, Sign::Elsewhere(host));
            }
        }
    }
    for number in new_numbers(now, wishes)
        .into_iter()
        .chain(emergency_numbers(now, wishes))
    {
        let shown = number.display();
        if is_premium(&number) {
            add(&mut signs, Sign::Premium(shown));
        } else if is_foreign(&number) {
            add(&mut signs, Sign::Foreign(shown));
        }
    }
    if all_contacts(now, wishes) {
        signs.push(Sign::AllContacts);
    }
    for text in proposed.0.iter().filter(|text| !known.0.contains(text)) {
        let links = addresses(text).count();
        if links >= MANY_LINKS {
            add(&mut signs, Sign::ManyLinks(links));
        }
        if shouts(text) {
            add(&mut signs, Sign::Capitals);
        }
    }
    signs
}

fn add(signs: &mut Vec<Sign>, sign: Sign) {
    if !signs.contains(&sign) {
        signs.push(sign);
    }
}

/// The telephone numbers that a proposal brings and that are shown nowhere in the document now: in its
/// contacts and in the middle of its texts.
pub(super) fn new_numbers(now: &Object, wishes: &[Wish<'_>]) -> Vec<Phone> {
    let mut known = Texts::default();
    known.read_object(now);
    let known = numbers(&known);
    let mut new: Vec<Phone> = Vec::new();
    for (path, value) in wishes {
        let mut proposed = Texts::default();
        proposed.read(value);
        let mut found = numbers(&proposed);
        // A short number is one only where it is meant to be called: in a text it is any number.
        let contact = value.as_object().filter(|_| path.parts().0 == "contacts");
        let contact = contact.filter(|contact| contact.text("kind") == Some("phone"));
        found.extend(contact.and_then(|contact| Phone::parse(contact.text("value")?)));
        new.extend(found.into_iter().filter(|number| !known.contains(number)));
    }
    order::sort_by(&mut new, Ord::cmp);
    new.dedup();
    new.retain(|number| !now_has_short(now, number));
    new
}

/// The numbers that a proposal brings to be called in an emergency. The short ones are no new numbers to be
/// checked by a call: nobody calls 15 to see whether it answers.
fn emergency_numbers(now: &Object, wishes: &[Wish<'_>]) -> Vec<Phone> {
    const FIELD: &str = "emergency";
    let numbers = |value: &Value| -> Vec<Phone> {
        let entries = value.as_list().unwrap_or(&[]).iter();
        entries
            .filter_map(|entry| Phone::parse(entry.as_object()?.text("number")?))
            .collect()
    };
    let known = now.get(FIELD).map_or_else(Vec::new, numbers);
    let wishes = wishes.iter().filter(|(path, _)| path.as_str() == FIELD);
    let mut new: Vec<Phone> = wishes.flat_map(|(_, value)| numbers(value)).collect();
    new.retain(|number| !known.contains(number));
    new
}

/// Whether a short number is among the contacts that are shown now.
fn now_has_short(now: &Object, number: &Phone) -> bool {
    let contacts = now.get("contacts").and_then(Value::as_list).unwrap_or(&[]);
    contacts
        .iter()
        .filter_map(|contact| contact.as_object()?.text("value"))
        .any(|value| Phone::parse(value).as_ref() == Some(number))
}

/// Every text of a tree but its codes and identifiers.
#[derive(Default)]
struct Texts(Vec<String>);

impl Texts {
    fn read(&mut self, value: &Value) {
        match value {
            Value::Text(text) => self.0.push(text.clone()),
            Value::List(list) => list.iter().for_each(|value| self.read(value)),
            Value::Object(object) => self.read_object(object),
            _ => {}
        }
    }

    fn read_object(&mut self, object: &Object) {
        for (name, value) in object.iter() {
            if !matches!(
                name,
                "id" | "kind" | "theme" | "status" | "insee" | "postcode" | "communique"
            ) {
                self.read(value);
            }
        }
    }
}

/// The full telephone numbers in texts: French ones of ten digits, foreign ones with `+` or `00`.
fn numbers(texts: &Texts) -> Vec<Phone> {
    let mut numbers = Vec::new();
    for text in &texts.0 {
        let between =
            |c: char| c.is_whitespace() || matches!(c, '.' | '-' | '/' | '(' | ')' | '\u{2010}'..='\u{2015}');
        let runs = text.split(|c: char| !(c.is_ascii_digit() || c == '+' || between(c)));
        for run in runs {
            let digits = run.bytes().filter(u8::is_ascii_digit).count();
            if digits < 10 {
                continue;
            }
            match Phone::parse(run).filter(|phone| phone.as_str().len() >= 10) {
                Some(phone) => numbers.push(phone),
                None => numbers.extend(in_a_row(run)),
            }
        }
    }
    numbers
}

/// The numbers of a run of digits that is more than one number: « 2020 03 21 00 00 00 », or two
/// numbers one after another.
fn in_a_row(run: &str) -> Vec<Phone> {
    let bytes = run.as_bytes();
    let begins = |at: usize| {
        let free = at == 0 || !bytes[at - 1].is_ascii_digit() && bytes[at - 1] != b'+';
        free && (bytes[at] == b'+' || bytes[at] == b'0')
    };
    let mut found = Vec::new();
    for at in (0..bytes.len().min(400)).filter(|at| begins(*at)) {
        let wanted = if bytes[at] == b'+' { 11 } else { 10 };
        let mut digits = 0;
        let end = run[at..].find(|c: char| {
            digits += usize::from(c.is_ascii_digit());
            digits > wanted || digits == wanted && !c.is_ascii_digit()
        });
        let part = &run[at..end.map_or(run.len(), |end| at + end)];
        found.extend(Phone::parse(part).filter(|phone| phone.as_str().len() >= 10));
    }
    found
}

/// French numbers whose call costs more than a local one: 081, 082 and 089, and the directories.
fn is_premium(number: &Phone) -> bool {
    let digits = number.as_str();
    ["081", "082", "089"]
        .iter()
        .any(|start| digits.starts_with(start))
        || (digits.len() == 6 && digits.starts_with("118"))
        || (digits.len() == 4 && digits.starts_with("32"))
}

/// Numbers of another country than France, whose overseas codes are its own.
fn is_foreign(number: &Phone) -> bool {
    const OVERSEAS: [&str; 8] = ["+262", "+508", "+590", "+594", "+596", "+681", "+687", "+689"];
    number.as_str().starts_with('+') && !OVERSEAS.iter().any(|code| number.as_str().starts_with(code))
}

/// Whether at least two contacts are shown now and each would be another or gone.
fn all_contacts(now: &Object, wishes: &[Wish<'_>]) -> bool {
    let contacts = now.get("contacts").and_then(Value::as_list).unwrap_or(&[]);
    let touched = |contact: &&Value| {
        let Some(contact) = contact.as_object() else {
            return false;
        };
        wishes.iter().any(|(path, value)| {
            let (list, item) = path.parts();
            let wanted = value.as_object().and_then(|wanted| wanted.text("value"));
            list == "contacts" && item == contact.text("id") && wanted != contact.text("value")
        })
    };
    contacts.len() >= 2 && contacts.iter().filter(touched).count() == contacts.len()
}

/// The hosts of the links and e-mail addresses in texts, each once.
fn hosts(texts: &Texts) -> Vec<String> {
    let mut hosts = Vec::new();
    for host in texts.0.iter().flat_map(|text| addresses(text)) {
        if !hosts.contains(&host) {
            hosts.push(host);
        }
    }
    hosts
}

/// The hosts of the links and e-mail addresses in one text, as often as they stand there.
fn addresses(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | '<' | '>' | '«' | '»' | '"')
    })
    .filter_map(host_of)
}

/// The host of a word that is a link, an e-mail address or begins with `www.`.
fn host_of(word: &str) -> Option<String> {
    let lower = word.to_ascii_lowercase();
    let host = if let Some((scheme, rest)) = lower.split_once("://") {
        scheme
            .ends_with("http")
            .then_some(())
            .or(scheme.ends_with("https").then_some(()))?;
        // A user name before the host disguises it.
        let authority = rest.split(['/', '?', '#']).next()?;
        authority.rsplit('@').next()?
    } else if let Some((_, domain)) = lower.split_once('@') {
        domain
    } else if lower.starts_with("www.") {
        lower.split(['/', '?', '#']).next()?
    } else {
        return None;
    };
    let host = host.split(':').next()?.trim_end_matches(['.', '!', '?', ':']);
    let host = host.strip_prefix("www.").unwrap_or(host);
    (host.contains('.') && host.len() <= 253).then(|| host.to_owned())
}

/// Whether two hosts belong together: one is the other or a part of it. Two that share no more than
/// their ending (`gouv.fr`) do not.
fn same_site(one: &str, two: &str) -> bool {
    let within = |inner: &str, outer: &str| {
        inner
            .strip_suffix(outer)
            .is_some_and(|start| start.is_empty() || start.ends_with('.'))
    };
    within(one, two) || within(two, one)
}

/// Whether a text is mostly in capitals.
fn shouts(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    letters >= SHOUT && capitals * 10 >= letters * 7
}

#[cfg(test)]
mod tests {
    use super::{Sign, new_numbers, signs};
    use crate::domain::change::Path;
    use crate::domain::value::{Object, Value};
    use crate::format::json;

    fn object(text: &str) -> Object {
        json::parse(text).unwrap().as_object().unwrap().clone()
    }

    fn now() -> Object {
        object(
            r#"{"id":"x","title":"Masques","summary":"Appeler le 03 21 00 00 01.","source":{"url":"https://www.pas-de-calais.gouv.fr/a"},
            "contacts":[{"id":"a","kind":"phone","value":"0321000002"},{"id":"b","kind":"email","value":"asso@exemple.fr"},
            {"id":"c","kind":"phone","value":"115"}]}"#,
        )
    }

    fn told(wishes: &[(&str, &str)]) -> Vec<Sign> {
        let wishes: Vec<(Path, Value)> = wishes
            .iter()
            .map(|(path, value)| (Path::parse(path).unwrap(), json::parse(value).unwrap()))
            .collect();
        let wishes: Vec<_> = wishes.iter().map(|(path, value)| (path, value)).collect();
        signs(&now(), &wishes)
    }

    fn numbers(path: &str, value: &str) -> Vec<String> {
        let (path, value) = (Path::parse(path).unwrap(), json::parse(value).unwrap());
        let found = new_numbers(&now(), &[(&path, &value)]);
        found.iter().map(|phone| phone.as_str().to_owned()).collect()
    }

    #[test]
    fn a_number_that_is_shown_nowhere_is_new() {
        let contact = |value: &str| [r#"{"id":"z","kind":"phone","value":""#, value, r#""}"#].concat();
        let cases: [(&str, String, &[&str]); 11] = [
            ("contacts/z", contact("0321000002"), &[]),
            ("contacts/z", contact("0321000001"), &[]),
            ("contacts/z", contact("+33 3 21 00 00 09"), &["0321000009"]),
            ("contacts/z", contact("115"), &[]),
            ("contacts/z", contact("3919"), &["3919"]),
            ("contacts/z", contact("+32 470 12 34 56"), &["+32470123456"]),
            (
                "summary",
                r#""Nouveau : 06.12.34.56.78, merci""#.to_owned(),
                &["0612345678"],
            ),
            (
                "summary",
                r#""Appeler le 03 21 00 00 01 ou le 03 21 00 00 02""#.to_owned(),
                &[],
            ),
            (
                "summary",
                r#""De 2020 03 21 99 99 99""#.to_owned(),
                &["0321999999"],
            ),
            (
                "summary",
                r#""1 600 masques de 2020 à 2021, code 62730""#.to_owned(),
                &[],
            ),
            (
                "place",
                r#"{"commune":"Marck","insee":"62548","postcode":"62730"}"#.to_owned(),
                &[],
            ),
        ];
        for (path, value, expected) in cases {
            assert_eq!(numbers(path, &value), expected, "{value}");
        }
    }

    #[test]
    fn two_numbers_one_after_another_are_both_new() {
        assert_eq!(
            numbers("summary", r#""0611111111 / 0622222222""#),
            ["0611111111", "0622222222"]
        );
    }

    #[test]
    fn an_address_elsewhere_is_a_sign_and_one_of_the_same_site_is_none() {
        for same in [
            r#""Voir https://pas-de-calais.gouv.fr/autre""#,
            r#""Voir www.exemple.fr.""#,
            r#""Écrire à contact@dons.exemple.fr""#,
        ] {
            assert!(told(&[("summary", same)]).is_empty(), "{same}");
        }
        for (other, host) in [
            (r#""Payez sur https://exemple-fr.com/don""#, "exemple-fr.com"),
            (r#""https://exemple.fr@voleur.net/""#, "voleur.net"),
            (r#""contact@monexemple.fr""#, "monexemple.fr"),
            (r#""http://autre.gouv.fr""#, "autre.gouv.fr"),
        ] {
            assert_eq!(told(&[("summary", other)]), [Sign::Elsewhere(host.to_owned())]);
        }
    }

    #[test]
    fn numbers_that_cost_are_signs() {
        let contact = |value: &str| [r#"{"id":"a","kind":"phone","value":""#, value, r#""}"#].concat();
        assert_eq!(
            told(&[("contacts/a", &contact("0899 12 34 56"))]),
            [Sign::Premium("08\u{a0}99\u{a0}12\u{a0}34\u{a0}56".to_owned())]
        );
        assert_eq!(
            told(&[("contacts/a", &contact("+225 0707070707"))]),
            [Sign::Foreign("+2250707070707".to_owned())]
        );
        assert!(told(&[("contacts/a", &contact("+262 262 12 34 56"))]).is_empty());
        assert!(told(&[("contacts/a", &contact("0800 12 34 56"))]).is_empty());
        let emergency = r#"[{"number":"15","label":"Samu"},{"number":"3299","label":"aide"}]"#;
        assert_eq!(
            told(&[("emergency", emergency)]),
            [Sign::Premium("32\u{a0}99".to_owned())]
        );
        assert!(numbers("emergency", emergency).is_empty());
    }

    #[test]
    fn all_contacts_at_once_are_a_sign_and_all_but_one_are_not() {
        let phone = ("contacts/a", r#"{"id":"a","kind":"phone","value":"0321000009"}"#);
        let gone = ("contacts/b", "null");
        let short = ("contacts/c", "null");
        assert!(!told(&[phone, gone]).contains(&Sign::AllContacts));
        assert!(told(&[phone, gone, short]).contains(&Sign::AllContacts));
        let label = (
            "contacts/c",
            r#"{"id":"c","kind":"phone","value":"115","label":"Urgence"}"#,
        );
        assert!(!told(&[phone, gone, label]).contains(&Sign::AllContacts));
    }

    #[test]
    fn a_text_that_shouts_or_is_full_of_links_is_a_sign() {
        let shout = r#""APPELEZ VITE CE NUMÉRO MAINTENANT""#;
        assert_eq!(told(&[("summary", shout)]), [Sign::Capitals]);
        assert!(told(&[("title", r#""CCAS de Marck""#)]).is_empty());
        let links = r#""https://exemple.fr/a https://exemple.fr/b https://exemple.fr/c""#;
        assert_eq!(told(&[("summary", links)]), [Sign::ManyLinks(3)]);
    }
}
