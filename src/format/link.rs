//! A contribution as the fragment of a link: `#p=<base64url of the deflated JSON>`.
//!
//! A fragment never reaches a server, so the link carries the proposal past every host. This module
//! is the pure part: the wire text, the letters and their reading. Deflating is the browser's work,
//! and inflating is bounded there by [`MAX_TEXT`], since fifty bytes can claim to be fifty thousand.
//!
//! A link comes out of a messenger: cut off, followed by a full stop, or written by someone who means
//! harm. What is read from it passes the same checks as a file.

use super::contribution::{Contribution, read_contribution_text, write_contribution};
use super::json::{self, JsonError, JsonErrorKind};
use super::refusal::Refusal;
use super::warning::Reading;
use crate::domain::value::{Object, Value};

/// What stands before the letters in a fragment.
const NAME: &str = "p=";

/// How long a link may be that any messenger carries, in characters: with the words around it, it stays
/// within the dozen SMS of 153 characters that phones join to one, and within the 2,083 characters at
/// which some mail programs cut an address off.
pub const EASY: usize = 1_500;

/// How long a link may be that share sheets and the clipboard carry whole, in characters. Messengers
/// take more, but fold a longer message, and mail programs begin to break it.
pub const LONGEST: usize = 8_000;

/// The letters that are read at most: eight times what is ever written. More is no proposal.
pub const MAX_LETTERS: usize = 8 * LONGEST;

/// The bytes that a fragment may inflate to: the changes of an evening's work. A proposal of this size
/// is sent as a file, long before its link is [`LONGEST`].
pub const MAX_TEXT: usize = 1024 * 1024;

/// Why a link carries no proposal that can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkError {
    /// The fragment is something else.
    NoProposal,
    /// Its end is missing or a part of it is changed, as messengers do that cut long messages.
    Damaged,
    /// It is longer than any proposal in a link, or claims to inflate to more.
    TooLarge,
    /// It could be taken apart, but what is in it is no proposal, or of a newer version.
    Refused(Refusal),
    /// The browser cannot inflate; it is older than any that is supported.
    OldBrowser,
}

/// The text that is deflated: the contribution's JSON without spaces and without empty fields that
/// mean the same when they are absent.
#[must_use]
pub fn wire_text(contribution: &Contribution) -> String {
    let mut document = match without_nulls(write_contribution(contribution)) {
        Value::Object(document) => document,
        other => return json::write(&other),
    };
    for name in ["message", "reply_to"] {
        omit_empty(&mut document, name);
    }
    if let Some(Value::List(changes)) = document.take("changes") {
        let compact = changes.into_iter().map(|change| match change {
            Value::Object(mut change) => {
                omit_empty(&mut change, "replaces");
                change.into()
            }
            other => other,
        });
        document.set("changes", Value::List(compact.collect()));
    }
    json::write(&document.into())
}

fn omit_empty(object: &mut Object, name: &str) {
    let empty = match object.get(name) {
        None => true,
        Some(Value::Text(text)) => text.is_empty(),
        Some(Value::List(list)) => list.is_empty(),
        Some(_) => false,
    };
    if empty {
        object.take(name);
    }
}

/// The same tree: an absent field and a null one mean the same.
fn without_nulls(value: Value) -> Value {
    match value {
        Value::List(list) => Value::List(list.into_iter().map(without_nulls).collect()),
        Value::Object(object) => {
            let present = object.into_iter().filter(|(_, value)| !value.is_null());
            Value::Object(
                present
                    .map(|(name, value)| (name, without_nulls(value)))
                    .collect(),
            )
        }
        plain => plain,
    }
}

/// The fragment of a link, without its `#`, of a deflated wire text.
#[must_use]
pub fn fragment(deflated: &[u8]) -> String {
    let mut fragment = String::with_capacity(NAME.len() + deflated.len().div_ceil(3) * 4);
    fragment.push_str(NAME);
    encode(deflated, &mut fragment);
    fragment
}

/// Whether a fragment, with or without its `#`, says that it carries a proposal.
#[must_use]
pub fn is_proposal(fragment: &str) -> bool {
    letters(fragment).is_some()
}

/// The deflated bytes that a fragment carries, with or without its `#`.
///
/// # Errors
/// [`LinkError::NoProposal`], [`LinkError::Damaged`] or [`LinkError::TooLarge`].
pub fn deflated(fragment: &str) -> Result<Vec<u8>, LinkError> {
    let letters = letters(fragment).ok_or(LinkError::NoProposal)?;
    if letters.len() > MAX_LETTERS {
        return Err(LinkError::TooLarge);
    }
    decode(letters)
        .filter(|bytes| !bytes.is_empty())
        .ok_or(LinkError::Damaged)
}

/// The contribution of an inflated wire text.
///
/// # Errors
/// [`LinkError::Damaged`], [`LinkError::TooLarge`] or [`LinkError::Refused`].
pub fn contribution(inflated: &[u8]) -> Result<Reading<Contribution>, LinkError> {
    if inflated.len() > MAX_TEXT {
        return Err(LinkError::TooLarge);
    }
    // Not the file reader's decoding, which tells of pictures and archives: nobody chose this file.
    let text = std::str::from_utf8(inflated).map_err(|_| LinkError::Damaged)?;
    read_contribution_text(text).map_err(|refusal| match refusal {
        Refusal::Json(JsonError {
            kind: JsonErrorKind::TooDeep | JsonErrorKind::TooMany | JsonErrorKind::DuplicateName(_),
            ..
        }) => LinkError::Refused(refusal),
        Refusal::Json(_) => LinkError::Damaged,
        _ => LinkError::Refused(refusal),
    })
}

/// Every fragment that carries a proposal in a text, in its order: a pasted message, or a whole
/// conversation. Each stops at the first character that no link of ours has, so that a full stop or a
/// bracket after it does no harm.
pub fn fragments_in(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices("#p=").map(|(at, _)| {
        let found = &text[at + 1..];
        let end = found[NAME.len()..].find(|c: char| !c.is_ascii() || value(c as u8).is_none());
        &found[..end.map_or(found.len(), |end| NAME.len() + end)]
    })
}

fn letters(fragment: &str) -> Option<&str> {
    fragment.strip_prefix('#').unwrap_or(fragment).strip_prefix(NAME)
}

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Base64url without padding (RFC 4648, section 5): the letters that no messenger takes for the end of
/// a link.
pub(super) fn encode(bytes: &[u8], to: &mut String) {
    for chunk in bytes.chunks(3) {
        let mut bits = 0_usize;
        for place in 0..3 {
            bits = bits << 8 | usize::from(chunk.get(place).copied().unwrap_or(0));
        }
        for place in 0..=chunk.len() {
            to.push(char::from(LETTERS[bits >> (18 - 6 * place) & 63]));
        }
    }
}

/// The bytes of letters; nothing where one is foreign, or where the last one carries bits of a byte
/// that is not there: the same bytes are never written in two ways.
pub(super) fn decode(letters: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(letters.len() / 4 * 3 + 2);
    for chunk in letters.as_bytes().chunks(4) {
        let mut bits = 0_u32;
        for place in 0..4 {
            let value = chunk.get(place).map_or(Some(0), |letter| value(*letter))?;
            bits = bits << 6 | u32::from(value);
        }
        let [_, all @ ..] = bits.to_be_bytes();
        let (whole, rest) = all.split_at_checked(chunk.len().checked_sub(1).filter(|whole| *whole > 0)?)?;
        if rest.iter().any(|byte| *byte != 0) {
            return None;
        }
        bytes.extend_from_slice(whole);
    }
    Some(bytes)
}

const fn value(letter: u8) -> Option<u8> {
    match letter {
        b'A'..=b'Z' => Some(letter - b'A'),
        b'a'..=b'z' => Some(letter - b'a' + 26),
        b'0'..=b'9' => Some(letter - b'0' + 52),
        b'-' => Some(62),
        b'_' => Some(63),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{LinkError, MAX_LETTERS, MAX_TEXT, contribution, deflated, fragment, fragments_in};
    use crate::format::refusal::Refusal;

    #[test]
    fn bytes_are_written_as_the_standard_says() {
        // RFC 4648, section 10, and the two letters that differ from plain base64.
        for (bytes, letters) in [
            (&b"f"[..], "Zg"),
            (b"fo", "Zm8"),
            (b"foo", "Zm9v"),
            (b"foob", "Zm9vYg"),
            (b"fooba", "Zm9vYmE"),
            (b"foobar", "Zm9vYmFy"),
            (&[0xfb, 0xff, 0xfe], "-__-"),
        ] {
            let written = ["p=", letters].concat();
            assert_eq!(fragment(bytes), written);
            assert_eq!(deflated(&["#", &written].concat()).unwrap(), bytes);
        }
    }

    #[test]
    fn every_length_and_byte_comes_back() {
        let bytes: Vec<u8> = (0..=255).chain((0..=255).rev()).collect();
        for length in 1..bytes.len() {
            assert_eq!(deflated(&fragment(&bytes[..length])).unwrap(), &bytes[..length]);
        }
    }

    #[test]
    fn what_no_writer_of_ours_wrote_is_damaged() {
        for letters in [
            "", "A", "Zm9vY", "Zh", "Zm9", "Zg==", "Zm+v", "Zm/v", "Zm 9v", "Zm9v.", "é", "Zm%39",
        ] {
            assert_eq!(
                deflated(&["p=", letters].concat()),
                Err(LinkError::Damaged),
                "{letters}"
            );
        }
    }

    #[test]
    fn another_fragment_is_no_proposal() {
        for other in ["", "#", "#main", "p", "#q=Zg", "#P=Zg", "##p=Zg"] {
            assert_eq!(deflated(other), Err(LinkError::NoProposal), "{other}");
        }
    }

    #[test]
    fn what_is_longer_than_any_proposal_is_not_even_decoded() {
        let longest = ["p=", &"A".repeat(MAX_LETTERS)].concat();
        assert_eq!(deflated(&longest).unwrap().len(), MAX_LETTERS / 4 * 3);
        assert_eq!(deflated(&[&longest, "AAAA"].concat()), Err(LinkError::TooLarge));
        assert_eq!(contribution(&vec![b' '; MAX_TEXT + 1]), Err(LinkError::TooLarge));
    }

    #[test]
    fn each_failure_is_told_apart() {
        for damaged in [&b"{\"format\":\"solidaire-contri"[..], b"\xff\xfe", b"", b"{]"] {
            assert_eq!(contribution(damaged), Err(LinkError::Damaged));
        }
        let newer = br#"{"format":"solidaire-contribution","version":2}"#;
        assert_eq!(
            contribution(newer),
            Err(LinkError::Refused(Refusal::NewerVersion(2)))
        );
        let twice = br#"{"format":"solidaire-contribution","version":1,"id":"a","id":"b"}"#;
        assert!(matches!(
            contribution(twice),
            Err(LinkError::Refused(Refusal::Json(_)))
        ));
    }

    #[test]
    fn links_are_found_in_a_conversation() {
        let text = "Bonjour https://exemple.fr/relire#p=Zm9v.\n> https://exemple.fr/a/relire/#p=Zg) et #p=\n\
                    https://exemple.fr/relire#p=Zm8\u{a0}merci";
        let found: Vec<&str> = fragments_in(text).collect();
        assert_eq!(found, ["p=Zm9v", "p=Zg", "p=", "p=Zm8"]);
    }
}
