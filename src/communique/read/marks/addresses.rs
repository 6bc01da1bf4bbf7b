//! E-mail addresses and links.

use std::ops::Range;

use super::{Mark, Taken};
use crate::communique::read::tables::labels::{DOMAINS, GLUED, SOCIAL};
use crate::communique::read::words::Words;
use crate::domain::contact::Means;
use crate::domain::email::Email;
use crate::domain::link::Link;

/// Finds them. Their words are taken.
pub(super) fn addresses(text: &str, words: &Words, taken: &mut Taken) -> Vec<Mark<Means>> {
    let mut found = Vec::new();
    let mut at = 0;
    for chunk in
        text.split(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '«' | '»' | '"' | '“' | '”' | '|'))
    {
        // The sign that parts two chunks may be of several bytes.
        let start = at;
        at += chunk.len();
        at += text[at..].chars().next().map_or(0, char::len_utf8);
        let mut from = 0;
        while let Some((range, means)) = next(chunk, from) {
            from = range.end;
            let marked = words.within(&(start + range.start..start + range.end));
            taken.take(&marked);
            found.push(Mark {
                words: marked,
                value: means,
            });
        }
    }
    found
}

/// The next address in a chunk without blanks.
fn next(chunk: &str, from: usize) -> Option<(Range<usize>, Means)> {
    let rest = &chunk[from..];
    // Only ASCII changes its case here, so that places stay.
    let lower = rest.to_ascii_lowercase();
    let link = ["http://", "https://", "www."]
        .iter()
        .filter_map(|start| lower.find(start))
        .min();
    let at_sign = rest.find('@');
    match (link, at_sign) {
        (Some(link), at_sign) if at_sign.is_none_or(|at| link < at || lower[..at].contains("://")) => {
            let range = from + link..from + link + link_length(&rest[link..]);
            match web(&chunk[range.clone()]) {
                Some(means) => Some((range, means)),
                None => next(chunk, from + link + 4),
            }
        }
        (_, Some(at)) => email(chunk, from, from + at),
        _ if from == 0 => bare(chunk),
        _ => None,
    }
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
    match Email::parse(&chunk[range.clone()]) {
        Some(email) => Some((range, Means::Email(email))),
        None => next(chunk, at + 1),
    }
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
