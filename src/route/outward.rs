//! Addresses that hand a text to another application of the device. Nothing is requested by them: a
//! person taps one, and the other application opens with the text in it.

use super::encode_into;
use crate::domain::email::Email;
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

#[cfg(test)]
mod tests {
    use super::{email, sms, whatsapp};
    use crate::domain::email::Email;
    use crate::domain::phone::Phone;

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
