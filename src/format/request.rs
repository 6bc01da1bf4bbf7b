//! A request to the association that is being written, as it is kept on the device until it is sent, and the
//! words in which it travels: a contribution without a change, which an editor's device knows again by them.

use super::draft::Unreadable;
use super::json;
use super::v1::Writer;
use crate::domain::text::{clean_lines, length, whole_words};
use crate::domain::value::{Object, Value};
use crate::i18n::{Lang, Text};

/// What a person who found nothing asks for or offers, as they typed it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Request {
    /// Whether they offer help; else they look for it.
    pub offers: bool,
    /// What it is about.
    pub what: String,
    /// Where.
    pub place: String,
    /// How they can be answered.
    pub call_back: String,
}

impl Request {
    /// Whether nothing is typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let Self {
            offers: _,
            what,
            place,
            call_back,
        } = self;
        what.is_empty() && place.is_empty() && call_back.is_empty()
    }

    /// What an editor reads of it, without the call-back, which travels where it is forgotten after a time.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let about = |label: Text, what: &str| lang.about(lang.text(label), what);
        let place = clean_lines(&self.place);
        let mut lines = vec![
            lang.text(first_line(self.offers)).to_owned(),
            about(kind(self.offers), &clean_lines(&self.what)),
        ];
        if !place.is_empty() {
            lines.push(about(Text::RequestPlaceLabel, &place));
        }
        lines.join("\n")
    }

    /// The first words of what it is about, by which its writer knows it again.
    #[must_use]
    pub fn first_words(&self) -> String {
        let what = clean_lines(&self.what).replace('\n', " ");
        if length(&what) <= FIRST_WORDS {
            return what;
        }
        let begin: String = what.chars().take(FIRST_WORDS).collect();
        [whole_words(&begin).trim_end(), "\u{a0}…"].concat()
    }
}

/// How much of a request names it, in characters: a line on a small phone.
const FIRST_WORDS: usize = 60;

/// The first line of a request: that nothing of it is to be published.
const fn first_line(offers: bool) -> Text {
    if offers {
        Text::RequestOfferNotPublished
    } else {
        Text::RequestNotPublished
    }
}

/// How the two kinds of request are called where a person chooses.
#[must_use]
pub const fn kind(offers: bool) -> Text {
    if offers { Text::WaysOffer } else { Text::WaysSeek }
}

/// Whether a message is a request, and then whether it offers help, in whichever language its writer used. It
/// is known by its first two lines, since nothing else of a contribution may say so.
#[must_use]
pub fn offers(message: &str) -> Option<bool> {
    let (first, rest) = message.split_once('\n')?;
    Lang::ALL.into_iter().find_map(|lang| {
        let sides = [false, true];
        if !sides.iter().any(|offers| lang.text(first_line(*offers)) == first) {
            return None;
        }
        // An earlier version called an offer a request in its first line; the second one tells them apart.
        let begins = |offers: &bool| {
            let begin = lang.about(lang.text(kind(*offers)), "");
            rest.starts_with(begin.trim_end())
        };
        sides.into_iter().find(begins)
    })
}

/// Writes a request as a text.
#[must_use]
pub fn write_request(request: &Request) -> String {
    let mut to = Writer::new();
    to.put("offers", Value::Bool(request.offers));
    to.text("what", &request.what);
    to.text("place", &request.place);
    to.text("call_back", &request.call_back);
    json::write(&to.finish(&Object::new()).into())
}

/// Reads the text of a kept request.
///
/// # Errors
/// [`Unreadable`].
pub fn read_request(text: &str) -> Result<Request, Unreadable> {
    let document = json::parse(text).map_err(Unreadable::Json)?;
    let read = || {
        let kept = document.as_object()?;
        let text = |name| kept.text(name).map(str::to_owned);
        Some(Request {
            offers: kept.get("offers") == Some(&Value::Bool(true)),
            what: text("what")?,
            place: text("place")?,
            call_back: text("call_back")?,
        })
    };
    read().ok_or(Unreadable::Part("request"))
}

#[cfg(test)]
mod tests {
    use super::{FIRST_WORDS, Request, offers, read_request, write_request};
    use crate::i18n::{Lang, install_late};

    #[test]
    fn what_is_written_is_read_and_nothing_else_is() {
        let request = Request {
            offers: true,
            what: "un lit\nd’enfant \"\u{a0}".to_owned(),
            place: String::new(),
            call_back: "06 00 00 00 00".to_owned(),
        };
        assert_eq!(read_request(&write_request(&request)), Ok(request));
        assert_eq!(
            read_request(&write_request(&Request::default())),
            Ok(Request::default())
        );
        for other in ["", "[]", "{}", r#"{"what":1,"place":"","call_back":""}"#] {
            assert!(read_request(other).is_err(), "{other}");
        }
    }

    #[test]
    fn a_choice_alone_is_no_request() {
        let chosen = Request {
            offers: true,
            ..Request::default()
        };
        assert!(chosen.is_empty());
    }

    #[test]
    fn an_editor_knows_a_request_by_its_words_in_either_language() {
        install_late();
        for lang in Lang::ALL {
            for side in [false, true] {
                let request = Request {
                    offers: side,
                    what: "un lit\nd’enfant".to_owned(),
                    place: "Lens".to_owned(),
                    call_back: "06 00 00 00 00".to_owned(),
                };
                let message = request.message(lang);
                assert!(!message.contains("06 00"), "{message}");
                assert!(
                    message.contains("d’enfant") && message.contains("Lens"),
                    "{message}"
                );
                assert_eq!(offers(&message), Some(side), "{message}");
            }
        }
        // As an earlier version wrote an offer.
        let old = "Demande à l’association, à ne pas publier.\nJe peux aider\u{a0}: porter";
        assert_eq!(offers(old), Some(true));
        for other in [
            "",
            "Bonjour",
            "Je peux aider\u{a0}: porter",
            "Le numéro est faux\nJe peux aider\u{a0}: porter",
            "Demande à l’association, à ne pas publier.",
        ] {
            assert_eq!(offers(other), None, "{other}");
        }
    }

    #[test]
    fn a_long_request_is_named_by_its_first_words() {
        let named = |what: &str| {
            let what = what.to_owned();
            let request = Request {
                what,
                ..Request::default()
            };
            request.first_words()
        };
        assert_eq!(named(" un lit\nd’enfant "), "un lit d’enfant");
        let long = named(&"des couvertures et ".repeat(30));
        assert!(
            long.starts_with("des couvertures et des") && long.ends_with("\u{a0}…"),
            "{long}"
        );
        assert!(long.chars().count() <= FIRST_WORDS + 2, "{long}");
        assert_eq!(named(&"é".repeat(600)).chars().count(), FIRST_WORDS + 2);
    }
}
