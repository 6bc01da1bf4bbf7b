//! E-mail addresses and links.

use std::ops::Range;

use super::{Mark, Taken};
use crate::communique::read::tables::labels::{DOMAINS, GLUED, SOCIAL};
use crate::communique::read::words::Words;
use crate::domain::contact::Means;
use crate::domain::email::Email;
use crate::domain::link::Link;

/// How long a stretch without blanks is at most in which addresses are looked for.
const LONGEST: usize = 2000;

/// What is written for the sign of an address.
const SPELLED: [&str; 6] = ["(at)", "[at]", "(a)", "[a]", "(arobase)", "[arobase]"];

/// Finds them. Their words are taken.
pub(super) fn addresses(text: &str, words: &Words, taken: &mut Taken) -> Vec<Mark<Means>> {
    let mut found = Vec::new();
    for range in chunks(text) {
        let chunk = &text[range.clone()];
        let mut from = 0;
        while let Some((address, means)) = next(chunk, from) {
            from = address.end;
            let marked = words.within(&(range.start + address.start..range.start + address.end));
            taken.take(&marked);
            found.push(Mark {
                words: marked,
                value: means,
            });
        }
    }
    found
}

/// The stretches without blanks that an address may stand in.
fn chunks(text: &str) -> Vec<Range<usize>> {
    let blank = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '«' | '»' | '"' | '“' | '”' | '|');
    let listing = |c: char| matches!(c, ',' | ';');
    let mut found = Vec::new();
    for chunk in pieces(text, 0..text.len(), blank) {
        if chunk.len() <= LONGEST {
            found.push(chunk);
        } else {
            found.extend(
                pieces(text, chunk, listing)
                    .into_iter()
                    .filter(|piece| piece.len() <= LONGEST),
            );
        }
    }
    found
}

/// The pieces of a stretch between characters of a kind.
fn pieces(text: &str, range: Range<usize>, parts: fn(char) -> bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = range.start;
    for (sign, matched) in text[range.clone()].match_indices(parts) {
        if at < range.start + sign {
            found.push(at..range.start + sign);
        }
        at = range.start + sign + matched.len();
    }
    if at < range.end {
        found.push(at..range.end);
    }
    found
}

/// The next address in a chunk without blanks.
fn next(chunk: &str, from: usize) -> Option<(Range<usize>, Means)> {
    // Only ASCII changes its case here, so that places stay.
    let lower = chunk.to_ascii_lowercase();
    let mut at = from;
    while at < chunk.len() {
        let rest = &lower[at..];
        let link = ["http://", "https://", "www."]
            .iter()
            .filter_map(|start| rest.find(start))
            .min();
        let sign = rest.find('@');
        let is_link = |link: usize| sign.is_none_or(|sign| link < sign || rest[..sign].contains("://"));
        if let Some(link) = link.filter(|link| is_link(*link)) {
            let start = at + link;
            let range = start..start + link_length(&chunk[start..]);
            if let Some(means) = web(&chunk[range.clone()]) {
                return Some((range, means));
            }
            at = start + 4;
        } else if let Some(sign) = sign {
            let found = email(chunk, at, at + sign);
            if found.is_some() {
                return found;
            }
            at += sign + 1;
        } else {
            return spelled(chunk, at).or_else(|| if from == 0 { bare(chunk) } else { None });
        }
    }
    None
}

/// « mairie(at)ville.fr », against those who gather addresses.
fn spelled(chunk: &str, from: usize) -> Option<(Range<usize>, Means)> {
    let (sign, length) = SPELLED
        .iter()
        .find_map(|sign| Some((from + chunk[from..].find(sign)?, sign.len())))?;
    let written = [&chunk[from..sign], "@", &chunk[sign + length..]].concat();
    let (range, means) = email(&written, 0, sign - from)?;
    Some((from + range.start..from + range.end + length - 1, means))
}

fn web(address: &str) -> Option<Means> {
    let link = Link::from_typed(address)?;
    let display = link.display().to_ascii_lowercase();
    let host = display.split(['/', '?', '#']).next().unwrap_or_default();
    // An address that lost its host, as in « https://suite ».
    if !host.contains('.') {
        return None;
    }
    let social = SOCIAL.iter().any(|known| {
        host.strip_suffix(known)
            .is_some_and(|before| before.is_empty() || before.ends_with('.'))
    });
    Some(if social {
        Means::Social(link)
    } else {
        Means::Web(link)
    })
}

/// The length of a link, without the sentence's signs and without a word glued to it.
fn link_length(rest: &str) -> usize {
    let mut link = rest;
    // A second address glued to the first.
    if let Some(second) = link[4..].find("http://").or_else(|| link[4..].find("https://")) {
        link = &link[..second + 4];
    }
    loop {
        let trimmed = link.trim_end_matches([
            '.', ',', ';', ':', '!', '?', '…', ']', '\'', '’', '*', '-', '•', '–', '—',
        ]);
        let trimmed = match trimmed.strip_suffix(')') {
            Some(inside) if trimmed.matches(')').count() > trimmed.matches('(').count() => inside,
            _ => trimmed,
        };
        if trimmed.len() == link.len() {
            break;
        }
        link = trimmed;
    }
    // « https://a.fr) », « (https://a.fr), puis » and Markdown's « [a](https://a.fr) ».
    if let Some(end) = link.find(')').filter(|end| !link[..*end].contains('(')) {
        link = &link[..end];
    }
    unglued(link).len()
}

/// An address without the word that a lost line's end glued to it.
fn unglued(address: &str) -> &str {
    let tail = address.rfind(|c: char| c.is_uppercase());
    let cut = tail.filter(|tail| {
        GLUED.contains(&&address[*tail..])
            && address[..*tail].ends_with(|c: char| c.is_alphanumeric() || c == '/')
    });
    cut.map_or(address, |cut| &address[..cut])
}

fn email(chunk: &str, from: usize, at: usize) -> Option<(Range<usize>, Means)> {
    let in_local = |c: char| c.is_ascii_alphanumeric() || "._%+-éèêëàâîïôûùç".contains(c);
    let local = &chunk[from..at];
    let start = from
        + local.rfind(|c: char| !in_local(c)).map_or(0, |sign| {
            sign + local[sign..].chars().next().map_or(1, char::len_utf8)
        });
    let domain = &chunk[at + 1..];
    let end = domain
        .find(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '-')))
        .unwrap_or(domain.len());
    let mut domain = domain[..end].trim_end_matches(['.', '-']);
    // A capital after the last dot begins a glued word.
    if let Some(dot) = domain.rfind('.')
        && let Some(capital) = domain[dot + 1..]
            .find(char::is_uppercase)
            .filter(|capital| *capital > 1)
    {
        domain = &domain[..dot + 1 + capital];
    }
    let domain = unglued(domain);
    let range = start..at + 1 + domain.len();
    let address = &chunk[range.clone()];
    // What is written in capitals alone is meant in small letters.
    let email = if address.contains(char::is_lowercase) {
        Email::parse(address)
    } else {
        Email::parse(&address.to_lowercase())
    };
    email.map(|email| (range, Means::Email(email)))
}

/// An address without `www.`, such as « ville.fr/aide ».
fn bare(chunk: &str) -> Option<(Range<usize>, Means)> {
    let start = chunk.find(|c: char| c.is_alphanumeric())?;
    let length = link_length_bare(&chunk[start..]);
    let address = &chunk[start..start + length];
    let host = address.split(['/', '?', '#']).next().unwrap_or_default();
    let (name, domain) = host.rsplit_once('.')?;
    let harmless = host
        .chars()
        .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-'));
    let named = name.len() > 2 && name.contains(|c: char| c.is_ascii_lowercase()) && !name.contains("..");
    if !harmless || !named || !DOMAINS.contains(&domain) {
        return None;
    }
    web(address).map(|means| (start..start + length, means))
}

fn link_length_bare(rest: &str) -> usize {
    if rest.len() < 5 {
        return rest.len();
    }
    let trimmed = rest.trim_end_matches(['.', ',', ';', ':', '!', '?', '…', ')', ']', '\'', '’']);
    trimmed.len()
}

#[cfg(test)]
mod tests {
    use super::super::Taken;
    use super::addresses;
    use crate::communique::read::words::Words;

    fn found(text: &str) -> Vec<String> {
        let words = Words::of(text);
        let mut taken = Taken(vec![false; words.len()]);
        let marks = addresses(text, &words, &mut taken);
        marks
            .iter()
            .map(|mark| format!("{} {}", mark.value.kind(), mark.value.value()))
            .collect()
    }

    #[test]
    fn addresses_are_found_however_they_are_glued() {
        for (text, expected) in [
            ("écrire à a.b@c-d.fr.", "email a.b@c-d.fr"),
            ("Contact:a@b.frLe comité", "email a@b.fr"),
            ("mail : <a@b.example>", "email a@b.example"),
            (
                "https://www.facebook.com/ville-",
                "social https://www.facebook.com/ville",
            ),
            ("(https://a.fr/b_(c))", "web https://a.fr/b_(c)"),
            ("http://www.a.frContact", "web http://www.a.fr"),
            ("https://a.fr/marckPlus d’infos", "web https://a.fr/marck"),
            ("[les jardins](https://a.example).", "web https://a.example"),
            ("Web : velo63.fr ;", "web https://velo63.fr"),
            ("Contact : rh(at)a-b.fr.", "email rh@a-b.fr"),
            ("S’INSCRIRE : AIDE@TOUL.FR", "email aide@toul.fr"),
            ("www.a-b.fr/c,", "web https://www.a-b.fr/c"),
            (
                "https://fr-fr.facebook.com/v/",
                "social https://fr-fr.facebook.com/v/",
            ),
        ] {
            assert_eq!(found(text), [expected], "{text}");
        }
    }

    #[test]
    fn what_is_no_address_stays_words() {
        for text in [
            "etc.Le",
            "M.Dupont",
            "1.850",
            "c’est fini.la suite",
            "a @ b",
            "https://",
            "@ville",
            "10.30",
            "n.b.",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
