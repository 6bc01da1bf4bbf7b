//! The first stage for a web page: its text, with headings, items and the frame around it marked.
//!
//! Nothing is rendered or run; this only tells text from tags. What a link leads to is added after its
//! words, so that an address that the page does not show is found too.

mod entities;

use entities::decode;

use super::normalise::{FRAME, HEADING, ITEM, character, place};
use super::span::{Sourced, Span};

/// Elements that hold no text of the page.
const HIDDEN: [&str; 7] = [
    "script", "style", "noscript", "template", "svg", "iframe", "object",
];
/// Elements that surround the text.
const FRAMES: [&str; 7] = ["nav", "footer", "aside", "title", "button", "form", "thead"];
/// What the name of a `div` says that surrounds the text.
const FRAME_NAMES: [&str; 9] = [
    "menu",
    "nav",
    "footer",
    "cookie",
    "sidebar",
    "breadcrumb",
    "share",
    "pied",
    "partage",
];
/// Elements that begin a line.
const LINES: [&str; 32] = [
    "p",
    "div",
    "br",
    "li",
    "ul",
    "ol",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "thead",
    "tr",
    "section",
    "article",
    "header",
    "main",
    "table",
    "blockquote",
    "dd",
    "dt",
    "figure",
    "figcaption",
    "hr",
    "body",
    "pre",
    "details",
    "summary",
    "caption",
    "address",
    "dl",
];
/// The longest name of a list's part, and of a page that a menu leads to, in characters.
const LONGEST_NAME: usize = 90;

/// The text of a page, and the stretches of the source that are not text.
pub(super) fn page(source: &str) -> (Sourced, Vec<Span>) {
    let mut reader = Reader {
        source,
        at: 0,
        to: Sourced::default(),
        tags: Vec::new(),
        frames: 0,
        divs: Vec::new(),
        link: None,
        item: None,
        led_away: false,
        term: false,
        absent: Absent::default(),
    };
    reader.run();
    (reader.to, reader.tags)
}

/// Whether a text is a web page rather than words.
pub(super) fn is_page(source: &str) -> bool {
    let head: String = source.chars().take(4000).collect::<String>().to_ascii_lowercase();
    let begins = head.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
    begins.starts_with("<!doctype html")
        || begins.starts_with("<html")
        || (begins.starts_with('<')
            && ["</p>", "</div>", "</h1>", "</h2>", "</li>", "<body", "<br"]
                .iter()
                .any(|tag| head.contains(tag)))
}

struct Reader<'a> {
    source: &'a str,
    at: usize,
    to: Sourced,
    tags: Vec<Span>,
    frames: usize,
    /// For each open `div`, whether it surrounds the text.
    divs: Vec<bool>,
    /// Where the words of the open link begin in the text, and its address in the source.
    link: Option<(usize, Span)>,
    /// Where the mark of the open item stands.
    item: Option<usize>,
    /// Whether a link within the site holds all of the open item.
    led_away: bool,
    /// Whether a term ended and what is said of it has not begun.
    term: bool,
    absent: Absent,
}

/// What is known to come no more, so that a page of unfinished tags is not searched to its end again
/// and again.
#[derive(Default)]
struct Absent {
    bracket: bool,
    comment: bool,
    quotes: [bool; 2],
}

impl Reader<'_> {
    fn run(&mut self) {
        while let Some(c) = self.source[self.at..].chars().next() {
            match c {
                '<' if self.is_tag() => self.tag(),
                '&' => self.entity(),
                c => {
                    let place = place(self.at, c);
                    self.at += c.len_utf8();
                    self.add(if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c }, place);
                }
            }
        }
    }

    /// Adds a character; the first of a line in the frame is marked.
    fn add(&mut self, c: char, place: (u32, u32)) {
        let line_begins = self.to.text().is_empty() || self.to.text().ends_with('\n');
        if line_begins && (c == ' ' || c == '\u{a0}') {
            return;
        }
        if line_begins && self.frames > 0 {
            self.to.push(FRAME, (place.0, place.0));
        }
        if c != ' ' || !self.to.text().ends_with(' ') {
            character(&mut self.to, c, place);
        }
    }

    fn is_tag(&self) -> bool {
        let next = self.source[self.at + 1..].chars().next();
        next.is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?'))
    }

    fn tag(&mut self) {
        let start = self.at;
        let rest = &self.source[start..];
        let Some(length) = self.absent.tag_length(rest) else {
            // It never ends: no tag, and nothing of the text goes with it.
            self.at += 1;
            self.add('<', place(start, '<'));
            return;
        };
        let tag = &rest[..length];
        self.at += length;
        let inner = tag.trim_start_matches('<').trim_end_matches('>');
        let (closing, inner) = match inner.strip_prefix('/') {
            Some(inner) => (true, inner),
            None => (false, inner),
        };
        let name_length = inner
            .find(|c: char| !c.is_ascii_alphanumeric())
            .unwrap_or(inner.len());
        let name = inner[..name_length].to_ascii_lowercase();
        if !closing && HIDDEN.contains(&name.as_str()) {
            self.skip_content(&name);
        }
        self.tags.push(Span { start, end: self.at });
        match (name.as_str(), closing) {
            ("ul" | "ol", false) => self.part(),
            ("li", true) => self.leave(),
            _ => {}
        }
        if name == "dt" && closing {
            self.term = true;
        } else if name == "dd" && !closing && std::mem::take(&mut self.term) {
            // What is said of a term stands on its line, as behind a label.
            let at = u32::try_from(start).unwrap_or(u32::MAX);
            for sign in [' ', ':', ' '] {
                self.add(sign, (at, at));
            }
        } else if LINES.contains(&name.as_str()) || FRAMES.contains(&name.as_str()) {
            self.new_line(&name, closing, start);
            if name == "div" {
                self.division(closing, tag);
            }
        } else if matches!(name.as_str(), "td" | "th") {
            let end = u32::try_from(start).unwrap_or(u32::MAX);
            self.add(' ', (end, end));
            // Two cells are two things.
            let ends = self.to.text().trim_end_matches(' ');
            if !closing && !ends.is_empty() && !ends.ends_with(['\n', '|', ITEM, FRAME]) {
                self.add('|', (end, end));
                self.add(' ', (end, end));
            }
        } else if name == "a" {
            self.anchor(closing, start, tag);
        }
    }

    /// The words of the open item.
    fn item_words(&self) -> Option<(usize, &str)> {
        let at = self.item?;
        let words = self.to.text().get(at + ITEM.len_utf8()..)?.trim();
        let short =
            !words.is_empty() && words.len() <= 4 * LONGEST_NAME && words.chars().count() <= LONGEST_NAME;
        (short && !words.contains('\n')).then_some((at, words))
    }

    /// A list within an item: the item's words are the heading of that part.
    fn part(&mut self) {
        let named = self
            .item_words()
            .filter(|(_, words)| !words.ends_with(['.', ';', '!', ',']))
            .map(|(at, _)| at);
        if let Some(at) = named {
            self.to.replace_mark(at, ITEM, HEADING[2]);
        }
        self.item = None;
    }

    /// The end of an item: one that is nothing but a link to another page of the site belongs to a menu.
    fn leave(&mut self) {
        if let Some((at, _)) = self.item_words().filter(|_| self.led_away) {
            self.to.replace_mark(at, ITEM, FRAME);
        }
        self.item = None;
    }

    /// Follows a `div`, which surrounds the text where its name says so.
    fn division(&mut self, closing: bool, tag: &str) {
        if closing {
            if self.divs.pop() == Some(true) {
                self.frames = self.frames.saturating_sub(1);
            }
            return;
        }
        let names = |name| attribute(tag, name).map(|(at, length)| tag[at..at + length].to_ascii_lowercase());
        let framing = |name: &String| FRAME_NAMES.iter().any(|frame| name.contains(frame));
        let frame = names("id").is_some_and(|name| framing(&name))
            || names("class").is_some_and(|name| framing(&name));
        self.divs.push(frame);
        self.frames += usize::from(frame);
    }

    /// Leaves out what stands between a hidden element's tags.
    fn skip_content(&mut self, name: &str) {
        let end = ["</", name].concat();
        let rest = &self.source.as_bytes()[self.at..];
        let found = rest
            .windows(end.len())
            .position(|window| window.eq_ignore_ascii_case(end.as_bytes()));
        self.at += found.unwrap_or(rest.len());
    }

    fn new_line(&mut self, name: &str, closing: bool, start: usize) {
        let at = u32::try_from(start).unwrap_or(u32::MAX);
        let inline = matches!(name, "br" | "li" | "tr" | "dt");
        let ends = self.to.text();
        let wanted = if inline { 1 } else { 2 };
        let there = ends.len() - ends.trim_end_matches('\n').len();
        let missing = if ends.is_empty() {
            0
        } else {
            wanted.max(there) - there
        };
        for _ in 0..missing {
            self.to.push('\n', (at, at));
        }
        if FRAMES.contains(&name) {
            self.frames = if closing {
                self.frames.saturating_sub(1)
            } else {
                self.frames + 1
            };
        } else if !closing && self.frames == 0 {
            let level = name
                .strip_prefix('h')
                .and_then(|level| level.parse::<usize>().ok());
            if let Some(mark) = level.and_then(|level| HEADING.get(level.wrapping_sub(1))) {
                self.to.push(*mark, (at, at));
            } else if matches!(name, "li" | "dt") {
                self.item = Some(self.to.text().len());
                self.led_away = false;
                self.to.push(ITEM, (at, at));
            }
        }
    }

    /// Where a link's words do not show its address, the address follows them.
    fn anchor(&mut self, closing: bool, start: usize, tag: &str) {
        if !closing {
            self.link = attribute(tag, "href").map(|(offset, length)| {
                let address = Span {
                    start: start + offset,
                    end: start + offset + length,
                };
                (self.to.text().len(), address)
            });
            return;
        }
        let Some((begins, address)) = self.link.take() else {
            return;
        };
        if self.frames > 0 {
            return;
        }
        let written = &self.source[address.start..address.end];
        let whole = self.item.is_some_and(|item| item + ITEM.len_utf8() == begins);
        self.led_away = whole && written.starts_with('/') && !written.starts_with("//");
        let lower = written.to_ascii_lowercase();
        let skipped = match lower.split_once(':') {
            Some(("http" | "https", _)) => 0,
            Some(("mailto", _)) => 7,
            Some(("tel", _)) => 4,
            _ => return,
        };
        let shown = written[skipped..].split('?').next().filter(|_| skipped == 7);
        let shown = shown.unwrap_or(&written[skipped..]);
        let words = self.to.text().get(begins..).unwrap_or_default();
        let bare = |text: &str| {
            let text = text.trim().trim_end_matches('/');
            let text = text.split_once("://").map_or(text, |(_, rest)| rest);
            text.strip_prefix("www.").unwrap_or(text).to_owned()
        };
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let same = if skipped == 4 {
            let (shown, words) = (digits(shown), digits(words));
            !words.is_empty() && shown.ends_with(&words[words.len().saturating_sub(9)..])
        } else {
            bare(words) == bare(shown)
        };
        if same {
            return;
        }
        let here = u32::try_from(address.start).unwrap_or(u32::MAX);
        self.to.push(' ', (here, here));
        let from = address.start + skipped;
        let shown = shown.to_owned();
        for (offset, c) in shown.replace("&amp;", "&    ").char_indices() {
            if !c.is_whitespace() {
                character(&mut self.to, c, place(from + offset, c));
            }
        }
        self.to.push(' ', (here, here));
    }

    fn entity(&mut self) {
        let rest = &self.source[self.at..];
        // The longest name known is eight letters; past that it is an ordinary ampersand.
        let end = rest.bytes().take(12).position(|byte| byte == b';');
        let decoded = end.and_then(|end| Some((end, decode(rest.get(1..end)?)?)));
        let (length, c) = decoded.map_or((1, '&'), |(end, c)| (end + 1, c));
        let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let place = (number(self.at), number(self.at + length));
        self.at += length;
        self.add(c, place);
    }
}

impl Absent {
    /// The length of a tag or comment, minding quoted attributes.
    fn tag_length(&mut self, rest: &str) -> Option<usize> {
        if self.bracket {
            return None;
        }
        if rest.starts_with("<!--") && !self.comment {
            if let Some(end) = rest.find("-->") {
                return Some(end + 3);
            }
            self.comment = true;
        }
        let mut quote = None;
        for (at, byte) in rest.bytes().enumerate() {
            match (quote, byte) {
                (None, b'>') => return Some(at + 1),
                (None, b'"') if !self.quotes[0] => quote = Some(byte),
                (None, b'\'') if !self.quotes[1] => quote = Some(byte),
                (Some(open), byte) if open == byte => quote = None,
                _ => {}
            }
        }
        match quote {
            Some(open) => self.quotes[usize::from(open == b'\'')] = true,
            None => self.bracket = true,
        }
        // An attribute whose quote never ends: the tag ends at the next `>` all the same.
        let end = rest.find('>').map(|at| at + 1);
        self.bracket = end.is_none();
        end
    }
}

/// Where an attribute's value stands in a tag: offset and length.
fn attribute(tag: &str, name: &str) -> Option<(usize, usize)> {
    let lower = tag.to_ascii_lowercase();
    let at = lower.find(&[" ", name, "="].concat())? + name.len() + 2;
    let value = &tag[at..];
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
    match quote {
        Some(quote) => Some((at + 1, value[1..].find(quote)?)),
        None => Some((
            at,
            value
                .find(|c: char| c.is_whitespace() || c == '>')
                .unwrap_or(value.len()),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::{is_page, page};

    fn text(source: &str) -> String {
        page(source).0.text().to_owned()
    }

    #[test]
    fn tags_go_and_lines_stay() {
        for (source, expected) in [
            (
                "<p>Un &eacute;t&#233; &amp; <b>deux</b></p><p>trois</p>",
                "Un été & deux\n\ntrois\n\n",
            ),
            (
                "<h2>Titre</h2><ul><li>a<li>b</ul>",
                "\u{e002}Titre\n\n\u{e010}a\n\u{e010}b\n\n",
            ),
            ("<script>var a = '<p>';</script>x<!-- y -->z", "xz"),
            ("a < b &inconnu; c<br>d", "a < b &inconnu; c\nd"),
            ("<nav>Accueil</nav>x", "\u{e020}Accueil\n\nx"),
            (
                "<ul><li>Loger<ul><li>a</li></ul></li><li>Un texte.<ol><li>b</ol></ul>",
                "\u{e003}Loger\n\n\u{e010}a\n\n\u{e010}Un texte.\n\n\u{e010}b\n\n",
            ),
            (
                "<li><a href='/sport'>Sport</a></li><li>Voir <a href='/b'>b</a></li>",
                "\u{e020}Sport\n\u{e010}Voir b\n",
            ),
            ("a <b title='>'>c</b>", "a c"),
            ("a <p", "a <p"),
            ("<p title=\"x>y", "y"),
            ("<p title=\"x>y<b title=\"z>w", "w"),
        ] {
            assert_eq!(text(source), expected, "{source}");
        }
    }

    #[test]
    fn an_address_that_the_page_hides_follows_its_words() {
        for (source, expected) in [
            (
                "<a href=\"https://a.fr/?b&amp;c\">le site</a>",
                "le site https://a.fr/?b&c ",
            ),
            ("<a href='https://www.a.fr/'>a.fr</a>", "a.fr"),
            ("<a href=\"mailto:a@b.fr?subject=x\">écrire</a>", "écrire a@b.fr "),
            (
                "<a href=\"tel:+33321000000\">03 21 00 00 00</a>",
                "03 21 00 00 00",
            ),
            ("<a href=\"/ici\">ici</a><a href=\"javascript:x\">x</a>", "icix"),
        ] {
            assert_eq!(text(source), expected, "{source}");
        }
    }

    #[test]
    fn a_page_is_told_from_words() {
        assert!(is_page("\u{feff}<!DOCTYPE html><p>x"));
        assert!(is_page("<div>\n<p>x</p>"));
        assert!(!is_page("< 3 masques"));
        assert!(!is_page("Arras, le 3 mai"));
    }
}
