//! The tags of a page. Reads what this project writes: every attribute is quoted, or has no value.

use std::collections::BTreeMap;

/// One start tag, with the text up to the next tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tag {
    pub(super) name: String,
    pub(super) attributes: BTreeMap<String, String>,
    pub(super) text: String,
}

impl Tag {
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }
}

/// The start tags in order; comments and end tags are left out.
pub(super) fn tags(page: &str) -> Vec<Tag> {
    let mut found = Vec::new();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        rest = &rest[at..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let end = end_of_tag(rest);
        let (inside, after) = (&rest[1..end], &rest[(end + 1).min(rest.len())..]);
        if inside.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            let (name, attributes) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
            found.push(Tag {
                name: name.to_ascii_lowercase(),
                attributes: attributes_of(attributes),
                text: after.split('<').next().unwrap_or_default().to_owned(),
            });
        }
        rest = after;
    }
    found
}

/// Where the tag ends: at the first `>` outside quotes.
fn end_of_tag(tag: &str) -> usize {
    let mut quoted = false;
    for (at, letter) in tag.char_indices() {
        match letter {
            '"' => quoted = !quoted,
            '>' if !quoted => return at,
            _ => {}
        }
    }
    tag.len()
}

fn attributes_of(text: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let end = rest
            .find(|letter: char| letter == '=' || letter.is_whitespace())
            .unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let (value, after) = match after.strip_prefix("=\"") {
            Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
            None => ("", after.trim_start_matches('=')),
        };
        if !name.is_empty() {
            found.insert(name.to_ascii_lowercase(), value.to_owned());
        }
        rest = after.trim_start();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_with_their_attributes_and_text() {
        let found = tags("<!-- <b> --><A href=\"x?a>b\" defer>go</A><script>run()</script>");
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].name.as_str(), found[0].text.as_str()), ("a", "go"));
        assert_eq!(found[0].attribute("href"), Some("x?a>b"));
        assert_eq!(found[0].attribute("defer"), Some(""));
        assert_eq!(
            (found[1].name.as_str(), found[1].text.as_str()),
            ("script", "run()")
        );
    }
}
