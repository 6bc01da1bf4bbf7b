//! A request to the association that is being written, as it is kept on the device until it is sent.

use super::draft::Unreadable;
use super::json;
use super::v1::Writer;
use crate::domain::value::{Object, Value};

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
    use super::{Request, read_request, write_request};

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
}
