//! Proposals as they arrive: as a link, as a file, by somebody who means well or not.

use serde_json::{Value, json};
use solidaire::domain::id::Id;
use solidaire::format::contribution::{Contribution, read_contribution};
use solidaire::format::{json as format, link};

/// The site of the example that is shipped.
pub const SITE: &str = "qxwanxdwh6gzzx2c68yv8ms1n";

/// A proposal that its test fills: its identifier, its sender, and its changes as `(target, fields)`,
/// each field `(path, before, after)`.
#[must_use]
pub fn proposal(name: &str, sender: &str, changes: &[(&str, &[(&str, Value, Value)])]) -> Value {
    let change = |(number, (target, fields)): (usize, &(&str, &[(&str, Value, Value)]))| {
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
    ["#", &link::fragment(&stored(text.as_bytes()))].concat()
}

/// Bytes as a deflated stream without any compression (RFC 1951, 3.2.4): what inflates reads it.
fn stored(bytes: &[u8]) -> Vec<u8> {
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
