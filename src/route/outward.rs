//! Addresses that hand a text to another application of the device. Nothing is requested by them: a
//! person taps one, and the other application opens with the text in it. Their schemes and hosts are written
//! here; nothing of a catalogue stands in them but numbers that were checked and texts that were encoded.

use super::encode_into;
use crate::domain::email::Email;
use crate::domain::going::Goal;
use crate::domain::phone::Phone;

/// The messenger of that name with a text, for the person to choose who gets it.
#[must_use]
pub fn whatsapp(text: &str) -> String {
    let mut address = "https://wa.me/?text=".to_owned();
    encode_into(text, &mut address);
    address
}

/// A text message, to a number if one is known.
///
/// RFC 5724 asks for `?body=`; iOS wants `&body=`. Both read the two marks together.
#[must_use]
pub fn sms(to: Option<&Phone>, text: &str) -> String {
    let mut address = ["sms:", to.map_or("", Phone::as_str), "?&body="].concat();
    encode_into(text, &mut address);
    address
}

/// An e-mail with a subject and a text, to an address if one is known.
#[must_use]
pub fn email(to: Option<&Email>, subject: &str, text: &str) -> String {
    let mut address = "mailto:".to_owned();
    if let Some((local, domain)) = to.and_then(|to| to.as_str().split_once('@')) {
        encode_into(local, &mut address);
        address.push('@');
        encode_into(domain, &mut address);
    }
    address.push_str("?subject=");
    encode_into(subject, &mut address);
    address.push_str("&body=");
    // RFC 6068: a line ends as in the e-mail itself.
    encode_into(&text.replace('\n', "\r\n"), &mut address);
    address
}

/// Which maps a device opens.
///
/// No address opens them everywhere. `geo:` (RFC 5870) is Android's, which asks the person which of their map
/// applications is meant, one without a network or a tracker if they have it; no other system answers to it, most
/// without a word. Apple's devices open their own application at an address of maps.apple.com, without asking that
/// site. What is left are desks without a map application, for which a page of OpenStreetMap does, which asks for no
/// account. What a browser calls itself is read for nothing else, and a wrong guess costs a tap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Maps {
    /// Those that the person has installed.
    Device,
    /// Apple's.
    Apple,
    /// A page of OpenStreetMap.
    Web,
}

impl Maps {
    /// The maps of a device, by what its browser calls itself.
    #[must_use]
    pub fn of(user_agent: &str) -> Self {
        let is = |names: &[&str]| names.iter().any(|name| user_agent.contains(name));
        if is(&["Android"]) {
            Self::Device
        } else if is(&["iPhone", "iPad", "iPod", "Macintosh"]) {
            Self::Apple
        } else {
            Self::Web
        }
    }
}

/// The way to a place, from wherever the person is, which the maps know and this application does not.
#[must_use]
pub fn way(maps: Maps, goal: &Goal) -> String {
    // A metre, as closely as anybody knows.
    let point = goal
        .point
        .map(|point| format!("{:.5},{:.5}", point.lat(), point.lon()));
    let (address, value) = match (maps, &point) {
        (Maps::Device, Some(point)) => (["geo:", point, "?q="].concat(), point),
        (Maps::Device, None) => ("geo:0,0?q=".to_owned(), &goal.words),
        (Maps::Apple, point) => (
            "https://maps.apple.com/?daddr=".to_owned(),
            point.as_ref().unwrap_or(&goal.words),
        ),
        (Maps::Web, Some(point)) => ("https://www.openstreetmap.org/directions?to=".to_owned(), point),
        (Maps::Web, None) => (
            "https://www.openstreetmap.org/search?query=".to_owned(),
            &goal.words,
        ),
    };
    let mut address = address;
    encode_into(value, &mut address);
    address
}

#[cfg(test)]
mod tests {
    use super::{Maps, email, sms, way, whatsapp};
    use crate::domain::email::Email;
    use crate::domain::going::Goal;
    use crate::domain::phone::Phone;
    use crate::domain::point::Point;

    #[test]
    fn each_device_opens_the_maps_that_it_has() {
        for (agent, maps) in [
            (
                "Mozilla/5.0 (Linux; Android 13; SM-A136B) Chrome/120",
                Maps::Device,
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X)",
                Maps::Apple,
            ),
            // A tablet of Apple's says that it is a desk.
            ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", Maps::Apple),
            ("Mozilla/5.0 (Windows NT 10.0; Win64; x64)", Maps::Web),
            ("", Maps::Web),
        ] {
            assert_eq!(Maps::of(agent), maps, "{agent}");
        }
    }

    #[test]
    fn a_way_holds_checked_numbers_or_encoded_words() {
        let words = Goal {
            point: None,
            words: "1 rue\n&to=x#?, 62730 Marck".to_owned(),
        };
        let encoded = "1%20rue%0A%26to%3Dx%23%3F%2C%2062730%20Marck";
        let point = Goal {
            point: Point::new(50.946_301_2, -1.5),
            ..words.clone()
        };
        for (maps, of_point, of_words) in [
            (
                Maps::Device,
                "geo:50.94630,-1.50000?q=50.94630%2C-1.50000",
                "geo:0,0?q=",
            ),
            (
                Maps::Apple,
                "https://maps.apple.com/?daddr=50.94630%2C-1.50000",
                "https://maps.apple.com/?daddr=",
            ),
            (
                Maps::Web,
                "https://www.openstreetmap.org/directions?to=50.94630%2C-1.50000",
                "https://www.openstreetmap.org/search?query=",
            ),
        ] {
            assert_eq!(way(maps, &point), of_point);
            assert_eq!(way(maps, &words), [of_words, encoded].concat());
        }
    }

    #[test]
    fn nothing_of_a_text_ends_an_address_or_adds_to_it() {
        let text = "Là & là ?\n100 % #1 + \"2\" https://exemple.fr/relire#p=A-_b";
        let encoded = "L%C3%A0%20%26%20l%C3%A0%20%3F%0A100%20%25%20%231%20%2B%20%222%22%20\
                       https%3A%2F%2Fexemple.fr%2Frelire%23p%3DA-_b";
        assert_eq!(whatsapp(text), format!("https://wa.me/?text={encoded}"));
        let phone = Phone::parse("06 12 34 56 78").unwrap();
        assert_eq!(sms(Some(&phone), text), format!("sms:0612345678?&body={encoded}"));
        assert_eq!(sms(None, "a"), "sms:?&body=a");
    }

    #[test]
    fn an_email_keeps_its_lines_and_gains_no_headers() {
        let to = Email::parse("a.b+c?&x@exemple.fr");
        assert_eq!(to, None, "no address holds what ends it");
        let to = Email::parse("a.b+c=d@exemple.fr").unwrap();
        assert_eq!(
            email(Some(&to), "Un & deux", "a\nb"),
            "mailto:a.b%2Bc%3Dd@exemple.fr?subject=Un%20%26%20deux&body=a%0D%0Ab"
        );
        assert_eq!(email(None, "", ""), "mailto:?subject=&body=");
    }
}
