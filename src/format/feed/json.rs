//! What is new, as JSON Feed.

use super::super::json;
use super::super::outgoing::{Outgoing, plain_text};
use super::super::v1::Writer;
use super::{instant, newest};
use crate::domain::date::{Date, Timestamp};
use crate::domain::initiative::Initiative;
use crate::domain::value::{Object, Value};

/// The newest entries as a JSON feed, made at an instant.
#[must_use]
pub fn write(outgoing: &Outgoing, now: &Timestamp) -> String {
    let site = &outgoing.catalogue.site;
    let mut author = Writer::new();
    author.text("name", outgoing.publisher_name());
    if let Some(page) = outgoing.publisher_page() {
        author.text("url", page.as_str());
    }
    let mut feed = Writer::new();
    feed.text("version", "https://jsonfeed.org/version/1.1");
    feed.text("title", outgoing.title());
    feed.text("home_page_url", outgoing.address);
    feed.text("language", &site.lang);
    feed.put("authors", Value::List(vec![author.finish(&Object::new()).into()]));
    feed.list("items", &newest(outgoing, now), |(day, initiative)| {
        item(outgoing, initiative, *day).into()
    });
    json::write_pretty(&feed.finish(&Object::new()).into())
}

fn item(outgoing: &Outgoing, initiative: &Initiative, day: Date) -> Object {
    let mut item = Writer::new();
    item.text("id", &["urn:uuid:", &outgoing.uuid(Some(initiative))].concat());
    item.text("url", &outgoing.page(initiative));
    if let Some(source) = &initiative.source.url {
        item.text("external_url", source.as_str());
    }
    item.text("title", &initiative.title);
    // An item must have a content, be it empty.
    item.text("content_text", &plain_text(initiative));
    item.text_if_any("summary", &initiative.summary);
    item.text("date_modified", &instant(day));
    let theme = outgoing.theme(initiative);
    let tags: Vec<&str> = [theme]
        .into_iter()
        .filter(|theme| !theme.is_empty())
        .chain(initiative.tags.iter().map(String::as_str))
        .collect();
    item.list("tags", &tags, |tag| Value::text(tag));
    item.finish(&Object::new())
}
