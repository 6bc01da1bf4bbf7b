//! Proposals as they arrive: as a link, as a file, by somebody who means well or not.

use anyhow::{Context, Result};
use serde_json::{Value, json};
use solidaire::domain::id::Id;
use solidaire::format::contribution::{Contribution, read_contribution};
use solidaire::format::{json as format, link};

use crate::Page;
use crate::forms::prefix;
use crate::site::dist;

/// The site of the example that is shipped.
pub const SITE: &str = "qxwanxdwh6gzzx2c68yv8ms1n";

/// An initiative that is published.
pub const MARCK: &str = "yb0madryf213n5pejryfdba2f";
/// Its title, with its no-break space.
pub const MARCK_TITLE: &str = "Marck\u{a0}: masques lavables cousus par des bénévoles";

/// The identifiers and titles of what is published.
///
/// # Errors
/// When it cannot be read.
pub fn published() -> Result<Vec<(String, String)>> {
    let path = dist()?.join("catalogue.json");
    let catalogue: Value = serde_json::from_slice(&std::fs::read(path)?)?;
    let entries = catalogue["initiatives"].as_array().context("no initiatives")?;
    let text = |one: &Value, name: &str| one[name].as_str().unwrap_or_default().to_owned();
    Ok(entries
        .iter()
        .map(|one| (text(one, "id"), text(one, "title")))
        .collect())
}

/// A proposal of another title.
#[must_use]
pub fn retitle(name: &str, target: &str, before: &str, after: &str) -> Value {
    let fields = [("title", json!(before), json!(after))];
    proposal(name, "Jeanne, jeanne@exemple.fr", &[(target, &fields)])
}

/// A message with a link as a person gets it.
#[must_use]
pub fn message(page: &Page, proposal: &Value) -> String {
    [
        "Bonjour !\n",
        &page.site.address("relire"),
        &fragment(proposal),
        "\nMerci.",
    ]
    .concat()
}

/// Opens the inbox as an editor.
///
/// # Errors
/// When the browser does not answer.
pub async fn to_inbox(page: &Page) -> Result<()> {
    page.become_editor().await?;
    page.go("relire").await
}

/// Pastes a conversation and has it read.
///
/// # Errors
/// When the browser does not answer.
pub async fn paste(page: &Page, text: &str) -> Result<()> {
    // Typing a long text key by key takes a driver minutes.
    let area = page.find("textbox", "Coller une conversation").await?;
    let script = "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', { bubbles: true }))";
    page.script_with(script, vec![area.to_json()?, json!(text)])
        .await?;
    page.press("button", "Lire ce qui est collé").await
}

/// How many keys of a kind are stored.
///
/// # Errors
/// When the browser does not answer.
pub async fn stored(page: &Page, kind: &str) -> Result<usize> {
    let begin = [prefix().as_str(), kind, "/"].concat();
    Ok(page
        .stored()
        .await?
        .keys()
        .filter(|key| key.starts_with(&begin))
        .count())
}

/// What a change sets at a path: from what, to what.
pub type Field<'a> = (&'a str, Value, Value);

/// A proposal that its test fills: its identifier, its sender, and its changes as `(target, fields)`,
/// each field `(path, before, after)`.
#[must_use]
pub fn proposal(name: &str, sender: &str, changes: &[(&str, &[Field<'_>])]) -> Value {
    let change = |(number, (target, fields)): (usize, &(&str, &[Field<'_>]))| {
        let fields: serde_json::Map<String, Value> = fields
            .iter()
            .map(|(path, before, after)| ((*path).to_owned(), json!({ "before": before, "after": after })))
            .collect();
        json!({
            "id": format!("{name}-{number}"), "author": "sender", "at": "2026-01-01T00:00:00Z",
            "target": { "kind": "initiative", "id": target }, "fields": fields, "replaces": [],
        })
    };
    json!({
        "format": "solidaire-contribution", "version": 1, "id": name, "site": SITE, "base": null,
        "created_at": "2026-01-01T00:00:00Z", "author": "sender", "message": "Bonjour, voici du nouveau.",
        "reply_to": sender, "changes": changes.iter().enumerate().map(change).collect::<Vec<_>>(),
    })
}

/// The fragment of a link that carries a proposal, with its `#`.
///
/// # Panics
/// Where the proposal is none.
#[must_use]
pub fn fragment(proposal: &Value) -> String {
    let document = format::parse(&proposal.to_string()).expect("the test writes JSON");
    let contribution: Contribution = read_contribution(document)
        .expect("the test writes a proposal")
        .value;
    assert!(Id::parse(contribution.id.as_str()).is_some());
    let text = link::wire_text(&contribution);
    ["#", &link::fragment(&uncompressed(text.as_bytes()))].concat()
}

/// Bytes as a deflated stream without any compression (RFC 1951, 3.2.4): what inflates reads it.
fn uncompressed(bytes: &[u8]) -> Vec<u8> {
    let mut stream = Vec::new();
    let mut blocks = bytes.chunks(0xffff).peekable();
    while let Some(block) = blocks.next() {
        let length = u16::try_from(block.len()).expect("a block is that short");
        stream.push(u8::from(blocks.peek().is_none()));
        stream.extend(length.to_le_bytes());
        stream.extend((!length).to_le_bytes());
        stream.extend(block);
    }
    stream
}
