//! What leaves a device by other applications: caught on its way, and unpacked by libraries that the
//! application does not use.

use std::fs;
use std::io::Read as _;

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use solidaire::format::contribution::Contribution;
use solidaire::format::link;

use crate::{Page, Site};

/// Gives a catalogue a publisher with an e-mail address and this telephone number, which may be empty.
pub fn published_by_somebody(catalogue: &mut Value, phone: &str) {
    catalogue["site"]["publisher"] = json!({
        "name": "Entraide Exemple", "email": "contact@entraide.example", "phone": phone, "url": "",
    });
}

/// A site whose publisher can be reached.
///
/// # Errors
/// When the page or its content is not as it should be.
pub fn reachable() -> Result<Site> {
    let site = Site::of_a_copy()?;
    let path = site.folder()?.join("catalogue.json");
    let mut catalogue: Value = serde_json::from_str(&fs::read_to_string(&path)?)?;
    published_by_somebody(&mut catalogue, "06 12 34 56 78");
    fs::write(&path, catalogue.to_string())?;
    Ok(site)
}

/// A text as a messenger gets it: what follows a name in an address, decoded.
///
/// # Errors
/// When the page or its content is not as it should be.
pub fn decoded(address: &str, name: &str) -> Result<String> {
    let (_, after) = address
        .split_once(name)
        .with_context(|| format!("no {name} in {address}"))?;
    let encoded = after.split('&').next().unwrap_or(after).as_bytes();
    let mut bytes = Vec::new();
    let mut place = 0;
    while place < encoded.len() {
        if encoded[place] == b'%' {
            let hex = std::str::from_utf8(&encoded[place + 1..place + 3])?;
            bytes.push(u8::from_str_radix(hex, 16)?);
            place += 3;
        } else {
            bytes.push(encoded[place]);
            place += 1;
        }
    }
    Ok(String::from_utf8(bytes)?)
}

/// The link in a message.
///
/// # Errors
/// When the page or its content is not as it should be.
pub fn link_in(message: &str) -> Result<&str> {
    let last = message.lines().last().unwrap_or_default();
    ensure!(last.starts_with("http"), "no link at the end of « {message} »");
    Ok(last)
}

/// The contribution that a link carries, unpacked by a library that the application does not use.
///
/// # Errors
/// When the page or its content is not as it should be.
pub fn carried(page: &Page, link: &str) -> Result<Contribution> {
    let begin = page.site.address("relire#p=");
    let letters = link
        .strip_prefix(&begin)
        .with_context(|| format!("{link} does not begin with {begin}"))?;
    let mut text = String::new();
    flate2::read::DeflateDecoder::new(URL_SAFE_NO_PAD.decode(letters)?.as_slice())
        .read_to_string(&mut text)?;
    let reading =
        link::contribution(text.as_bytes()).map_err(|error| anyhow::anyhow!("{error:?} in {text}"))?;
    ensure!(reading.warnings.is_empty(), "{:?}", reading.warnings);
    Ok(reading.value)
}

/// Where a link leads.
///
/// # Errors
/// When there is none.
pub async fn address_of(page: &Page, name: &str) -> Result<String> {
    let link = page.find("link", name).await?;
    link.attr("href").await?.context("no address")
}

/// The message that a messenger would get.
///
/// # Errors
/// When the page or its content is not as it should be.
pub async fn whatsapp(page: &Page) -> Result<String> {
    decoded(&address_of(page, "WhatsApp").await?, "?text=")
}

/// Puts a clipboard and a share sheet in the page's way that keep what they get: headless browsers have
/// neither. The sheet answers with `answer`.
///
/// # Errors
/// When the page or its content is not as it should be.
pub async fn take_what_leaves(page: &Page, answer: &str) -> Result<()> {
    let script = format!(
        "globalThis.taken = [];
        const keep = (data) => {{ globalThis.taken.push(data); }};
        Object.defineProperty(navigator, 'clipboard', {{ configurable: true, value: {{ writeText: async (text) => keep(text) }} }});
        Object.defineProperty(navigator, 'share', {{ configurable: true, value: async (data) => {{
            if (data.files) data = {{ name: data.files[0].name, type: data.files[0].type, text: await data.files[0].text() }};
            keep(data);
            {answer}
        }} }});
        Object.defineProperty(navigator, 'canShare', {{ configurable: true, value: (data) => !data.files || data.files.every((file) => file.name.endsWith('.txt')) }});"
    );
    page.script(&script).await?;
    Ok(())
}

/// What left last.
///
/// # Errors
/// When nothing does.
pub async fn taken(page: &Page) -> Result<Value> {
    let mut last = Value::Null;
    page.until("something to leave", async || {
        last = page.script("return globalThis.taken.at(-1)").await?;
        Ok(!last.is_null())
    })
    .await?;
    Ok(last)
}
