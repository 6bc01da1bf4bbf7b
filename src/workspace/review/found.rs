//! What is in a file or in a pasted text: proposals, as links or whole. The content tells, never a name.
//!
//! A link comes through messengers and mail programs, which quote it with `>`, break it into lines and
//! put a full stop behind it. Where its end is not certain, each way to read it is a [`Link`] candidate,
//! the longest first: a deflated text is read whole or not at all, so the right one tells itself.

use super::super::import::{Content, Incoming};
use crate::domain::text::is_invisible;
use crate::format::contribution::Contribution;
use crate::format::json;
use crate::format::link::MAX_LETTERS;
use crate::format::refusal::{Format, Refusal};
use crate::format::warning::Reading;

/// The links that are taken out of one text at most: a long evening of a group.
pub(super) const LINKS: usize = 500;

/// The letters of one link at most; it may not be longer than what its reader takes anyway.
const LETTERS: usize = MAX_LETTERS + 1;

/// How far before a fragment its page is looked for, in characters: a long address.
const LOOK_BACK: usize = 400;

/// A link of a text: the fragments that it may carry, the likeliest first.
pub type Link = Vec<String>;

/// What is in a file or in a pasted text.
#[derive(Debug, Clone)]
pub enum Found {
    /// A proposal, whole.
    Whole(Box<Reading<Contribution>>),
    /// Links, and whether there were more than are taken.
    Links(Vec<Link>, bool),
    /// Another file of this application, which has its own way in.
    Other(Format),
    /// Nothing of ours; why it cannot be read as a file of ours.
    Nothing(Refusal),
}

/// Tells what is in a file or in a pasted text.
#[must_use]
pub fn find(bytes: &[u8]) -> Found {
    let refusal = match Incoming::read(bytes) {
        Ok(Incoming {
            content, warnings, ..
        }) => {
            return match content {
                Content::Contribution(value) => Found::Whole(Box::new(Reading { value, warnings })),
                Content::Catalogue(_) => Found::Other(Format::Catalogue),
                Content::Backup(_) => Found::Other(Format::Backup),
                Content::Handover(_) => Found::Other(Format::Handover),
            };
        }
        Err(refusal) => refusal,
    };
    let Ok(text) = json::decode(bytes) else {
        return Found::Nothing(refusal);
    };
    let (links, more) = links(text);
    if !links.is_empty() {
        return Found::Links(links, more);
    }
    match embedded(text) {
        Some(Ok(reading)) => Found::Whole(Box::new(reading)),
        // The message around the proposal is no fault: what is wrong is within it.
        Some(Err(refusal)) => Found::Nothing(refusal),
        None => Found::Nothing(refusal),
    }
}

/// A proposal as JSON with a message around it.
fn embedded(text: &str) -> Option<Result<Reading<Contribution>, Refusal>> {
    let (start, end) = (text.find('{')?, text.rfind('}')?);
    let inside = text.get(start..=end)?;
    inside
        .contains(Format::Contribution.name())
        .then(|| crate::format::contribution::read_contribution_text(inside))
}

/// The links of a text, and whether there were more than are taken.
fn links(text: &str) -> (Vec<Link>, bool) {
    const MARK: &str = "#p=";
    let mut links: Vec<Link> = Vec::new();
    let mut told = 0;
    for (at, _) in text.match_indices(MARK) {
        if at < told || !stands_in_a_link(&text[..at]) {
            continue;
        }
        if links.len() == LINKS {
            return (links, true);
        }
        let rest = &text[at + MARK.len()..];
        let (letters, length) = candidates(rest);
        told = at + MARK.len() + length;
        let link: Link = letters
            .into_iter()
            .map(|letters| ["p=", &letters].concat())
            .collect();
        // The same message is often quoted below its answer.
        if !link.is_empty() && !links.contains(&link) {
            links.push(link);
        }
    }
    (links, false)
}

/// Whether what stands before a fragment is an address of the page that takes it: `…/relire`, with or
/// without a slash, a file name or a query that a messenger put behind it.
fn stands_in_a_link(before: &str) -> bool {
    let near = before.char_indices().rev().take(LOOK_BACK);
    let word = near.take_while(|(_, c)| !c.is_whitespace()).last();
    word.is_some_and(|(start, _)| before[start..].contains("relire"))
}

/// The letters that a link may carry, the longest first, and how much of the text they take up at most.
fn candidates(rest: &str) -> (Vec<String>, usize) {
    let mut lines = Lines { rest, at: 0 };
    let Some(first) = lines.letters() else {
        return (Vec::new(), 0);
    };
    let mut pieces = vec![first];
    let mut length = first.len();
    // Lines that were broken are all equally long but the last one. A line that is longer, or that
    // holds anything but letters, is none of the link's.
    let mut width = None;
    while lines.ends_line() && length <= LETTERS {
        let Some(line) = lines.next_line() else { break };
        if width.is_some_and(|width| line.len() > width) {
            break;
        }
        pieces.push(line);
        length += line.len();
        if width.is_some_and(|width| line.len() < width) {
            break;
        }
        width = Some(line.len());
    }
    let mut candidates: Vec<String> = Vec::new();
    // The last line may be the first word of what the person wrote below; so may the one before it,
    // where they wrote one word a line. More than that is not tried: it is nobody's message.
    for dropped in 0..3 {
        let kept = pieces.len().saturating_sub(dropped).max(1);
        let joined = pieces[..kept].concat();
        if !joined.is_empty() && !candidates.contains(&joined) {
            candidates.push(joined);
        }
    }
    if !candidates.iter().any(|known| known == pieces[0]) && !pieces[0].is_empty() {
        candidates.push(pieces[0].to_owned());
    }
    (candidates, lines.at)
}

/// A text that is read letter by letter, over the line breaks that a mail program made.
struct Lines<'a> {
    rest: &'a str,
    at: usize,
}

impl<'a> Lines<'a> {
    /// The letters from here on this line.
    fn letters(&mut self) -> Option<&'a str> {
        let tail = self.rest.get(self.at..)?;
        let end = tail.find(|c: char| !is_letter(c)).unwrap_or(tail.len());
        self.at += end;
        Some(&tail[..end])
    }

    /// Whether the line ends here, but for blanks and the mark of a broken line.
    fn ends_line(&self) -> bool {
        let tail = &self.rest[self.at..];
        let tail = tail.strip_prefix('=').unwrap_or(tail);
        let blank = tail.find(|c: char| !is_soft_blank(c)).unwrap_or(tail.len());
        tail[blank..].starts_with(['\n', '\r'])
    }

    /// The next line, where it holds nothing but letters behind the marks of quoting. A full stop or a
    /// bracket ends it.
    fn next_line(&mut self) -> Option<&'a str> {
        let tail = self.rest.get(self.at..)?;
        let broken = tail.find(['\n', '\r'])?;
        let mut start = self.at + broken + 1;
        if tail[broken..].starts_with("\r\n") {
            start += 1;
        }
        let line = self.rest.get(start..)?;
        let quoted = line
            .find(|c: char| c != '>' && !is_soft_blank(c))
            .unwrap_or(line.len());
        let mut ahead = Lines {
            rest: self.rest,
            at: start + quoted,
        };
        let letters = ahead.letters().filter(|letters| !letters.is_empty())?;
        let after = self.rest.get(ahead.at..)?.chars().next();
        // A word followed by another word is a sentence and not a link.
        let ends =
            ahead.ends_line() || after.is_none_or(|c| matches!(c, '.' | ',' | ')' | '>' | ']' | '"' | '»'));
        ends.then(|| {
            self.at = ahead.at;
            letters
        })
    }
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_')
}

fn is_soft_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}') || is_invisible(c)
}

#[cfg(test)]
mod tests {
    use super::{Found, LINKS, find, links};
    use crate::format::refusal::Format;

    const HEAD: &str = "https://exemple.fr/asso/relire#p=";

    fn found(text: &str) -> Vec<Vec<String>> {
        links(text).0
    }

    /// Whether a link's candidates hold these letters, at the given place.
    fn candidate(text: &str, link: usize) -> Vec<String> {
        let link = found(text).into_iter().nth(link).unwrap_or_default();
        link.into_iter()
            .map(|fragment| fragment.replacen("p=", "", 1))
            .collect()
    }

    #[test]
    fn links_are_found_wherever_a_messenger_put_them() {
        let cases: &[(&str, &[&str])] = &[
            ("https://exemple.fr/relire#p=Zm9v", &["Zm9v"]),
            ("Voir https://exemple.fr/a/relire/#p=Zm9v. Merci", &["Zm9v"]),
            ("(https://exemple.fr/relire#p=Zm9v)", &["Zm9v"]),
            ("<https://exemple.fr/relire#p=Zm9v>", &["Zm9v"]),
            (
                "https://exemple.fr/relire/index.html?utm=x#p=Zm-_9v\u{200b}",
                &["Zm-_9v"],
            ),
            ("exemple.fr/relire#p=Zm9v\nMerci d’avance", &["Zm9v"]),
            ("exemple.fr/relire#p=Zm9v\n\nMerci", &["Zm9v"]),
            ("exemple.fr/relire#p=", &[]),
            ("exemple.fr/autre#p=Zm9v", &[]),
            ("#p=Zm9v", &[]),
        ];
        for (text, letters) in cases {
            assert_eq!(candidate(text, 0), *letters, "{text:?}");
        }
    }

    #[test]
    fn a_link_that_was_broken_into_lines_is_joined() {
        let letters = "AbCdEfGh0123456789";
        for quote in ["", "> ", ">> ", "  ", "\u{a0}> > "] {
            for end in ["", ".", ")", "\n", "\nMerci beaucoup", "\r\n\r\nJeanne"] {
                for line in ["\n", "\r\n", "=\n", " \n"] {
                    let broken = [
                        HEAD, "AbC", line, quote, "dEfGh0", line, quote, "123456", line, quote, "789", end,
                    ];
                    let candidates = candidate(&broken.concat(), 0);
                    assert!(
                        candidates.contains(&letters.to_owned()),
                        "{broken:?}: {candidates:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn a_word_below_a_link_may_be_its_end_and_may_not() {
        let text = [HEAD, "AbCdEf\nMerci\n"].concat();
        assert_eq!(candidate(&text, 0), ["AbCdEfMerci", "AbCdEf"]);
        let text = [HEAD, "AbCdEf\nghijkl\nmn\nMerci"].concat();
        assert!(candidate(&text, 0).contains(&"AbCdEfghijklmn".to_owned()));
    }

    #[test]
    fn a_conversation_gives_every_link_once() {
        let mut text = String::new();
        for number in 0..12 {
            text.push_str(
                &[
                    "[12:0",
                    &number.to_string(),
                    "] Jeanne : une proposition ",
                    HEAD,
                    "AbC",
                    &number.to_string(),
                    " !\n",
                ]
                .concat(),
            );
        }
        text.push_str(&["> ", HEAD, "AbC3 \n"].concat());
        assert_eq!(found(&text).len(), 12);
        let many: String = (0..=LINKS)
            .map(|number| [HEAD, "Ab", &number.to_string(), ".\n"].concat())
            .collect();
        let (taken, more) = links(&many);
        assert_eq!((taken.len(), more), (LINKS, true));
    }

    #[test]
    fn a_text_without_end_is_read_in_one_pass() {
        let hostile = ["relire#p=", &"a\n".repeat(200_000)].concat();
        assert!(found(&hostile).len() == 1);
        let hostile = "relire#p=\n".repeat(50_000);
        assert!(found(&hostile).len() <= 1);
    }

    #[test]
    fn the_content_tells_and_not_the_name() {
        let contribution = r#"{"format":"solidaire-contribution","version":1,"id":"c","site":"s",
            "created_at":"2026-01-01T00:00:00Z","author":"d","changes":[]}"#;
        assert!(matches!(find(contribution.as_bytes()), Found::Whole(_)));
        let message = ["Bonjour {à tous},\n\n", contribution, "\n\nMerci"].concat();
        assert!(
            matches!(find(message.as_bytes()), Found::Nothing(_)),
            "a brace of the message begins it"
        );
        let message = ["Bonjour,\n\n", contribution, "\n\nMerci"].concat();
        assert!(matches!(find(message.as_bytes()), Found::Whole(_)));
        let catalogue = br#"{"format":"solidaire-catalogue","version":1,"site":{"id":"s"}}"#;
        assert!(matches!(find(catalogue), Found::Other(Format::Catalogue)));
        for nothing in [&b"Bonjour"[..], b"", b"\xff\xfe", b"{}", b"PK\x03\x04"] {
            assert!(matches!(find(nothing), Found::Nothing(_)));
        }
    }
}
