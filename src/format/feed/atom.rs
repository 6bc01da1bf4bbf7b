//! What is new, as Atom.

use super::super::outgoing::{Outgoing, plain_text};
use super::super::xml::escape;
use super::{instant, newest};
use crate::domain::date::{Date, Timestamp};
use crate::domain::initiative::Initiative;

/// The newest entries as an Atom feed, made at an instant.
#[must_use]
pub fn write(outgoing: &Outgoing, now: &Timestamp) -> String {
    let entries = newest(outgoing, now);
    let site = &outgoing.catalogue.site;
    let updated = entries
        .first()
        .map_or_else(|| now.as_str().to_owned(), |(day, _)| instant(*day));
    let mut feed = Xml(String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"));
    feed.open(
        "feed",
        &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", &site.lang)],
    );
    feed.element("id", &["urn:uuid:", &outgoing.uuid(None)].concat());
    feed.element("title", outgoing.title());
    feed.element("updated", &updated);
    feed.open("author", &[]);
    feed.element("name", outgoing.publisher_name());
    if let Some(page) = outgoing.publisher_page() {
        feed.element("uri", page.as_str());
    }
    feed.close("author");
    feed.empty(
        "link",
        &[
            ("rel", "alternate"),
            ("type", "text/html"),
            ("href", outgoing.address),
        ],
    );
    feed.element("generator", "Solidaire");
    for (day, initiative) in entries {
        entry(&mut feed, outgoing, initiative, day);
    }
    feed.close("feed");
    feed.0
}

fn entry(feed: &mut Xml, outgoing: &Outgoing, initiative: &Initiative, day: Date) {
    feed.open("entry", &[]);
    feed.element("id", &["urn:uuid:", &outgoing.uuid(Some(initiative))].concat());
    feed.element("title", &initiative.title);
    feed.element("updated", &instant(day));
    let page = outgoing.page(initiative);
    feed.empty(
        "link",
        &[("rel", "alternate"), ("type", "text/html"), ("href", &page)],
    );
    if let Some(source) = &initiative.source.url {
        feed.empty("link", &[("rel", "via"), ("href", source.as_str())]);
    }
    let theme = outgoing.theme(initiative);
    if let (Some(id), false) = (&initiative.theme, theme.is_empty()) {
        feed.empty("category", &[("term", id.as_str()), ("label", theme)]);
    }
    if !initiative.summary.is_empty() {
        feed.element("summary", &initiative.summary);
    }
    let text = plain_text(initiative);
    if !text.is_empty() {
        feed.element("content", &text);
    }
    feed.close("entry");
}

/// Elements one after another. Texts without a type are plain in Atom.
struct Xml(String);

impl Xml {
    fn tag(&mut self, name: &str, attributes: &[(&str, &str)], end: &str) {
        self.0.extend(["<", name]);
        for (name, value) in attributes {
            self.0.extend([" ", name, "=\"", &escape(value), "\""]);
        }
        self.0.push_str(end);
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes, ">\n");
    }

    fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes, "/>\n");
    }

    fn close(&mut self, name: &str) {
        self.0.extend(["</", name, ">\n"]);
    }

    fn element(&mut self, name: &str, text: &str) {
        self.tag(name, &[], ">");
        self.0.push_str(&escape(text));
        self.close(name);
    }
}
