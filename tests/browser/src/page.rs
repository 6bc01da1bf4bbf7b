//! What is on the screen, found as a person finds it: by role and name.

use std::fmt;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use thirtyfour::{WebDriver, WebElement};

use crate::roles::TAKE;
use crate::visit::keep_picture;
use crate::{Browser, Engine, Profile, Site};

/// How long something may take to appear on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// How often one looks.
const GLANCE: Duration = Duration::from_millis(60);

/// The name of a control, or a part of it.
#[derive(Debug, Clone, Copy)]
pub enum Name<'a> {
    /// The whole name.
    Is(&'a str),
    /// How the name begins.
    Begins(&'a str),
    /// Something that the name holds.
    Holds(&'a str),
}

impl<'a> From<&'a str> for Name<'a> {
    fn from(name: &'a str) -> Self {
        Self::Is(name)
    }
}

impl fmt::Display for Name<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Is(name) => write!(formatter, "« {name} »"),
            Self::Begins(name) => write!(formatter, "« {name}… »"),
            Self::Holds(name) => write!(formatter, "« …{name}… »"),
        }
    }
}

impl Name<'_> {
    pub(crate) fn fits(self, other: &str) -> bool {
        let other = plain(other);
        match self {
            Self::Is(name) => other == plain(name),
            Self::Begins(name) => other.starts_with(&plain(name)),
            Self::Holds(name) => other.contains(&plain(name)),
        }
    }
}

/// A text without what typography adds to it: one kind of space, one at a time.
#[must_use]
pub fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

/// A control of the accessibility tree.
#[derive(Debug, Clone)]
pub struct Control {
    /// Its accessible name.
    pub name: String,
    pub(crate) node: Node,
}

/// How the element of a control is found again.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Node {
    /// Chromium's number.
    Numbered(i64),
    /// The place among the elements that were found last.
    Found(usize),
}

/// A site in a browser.
#[derive(Debug)]
pub struct Page {
    /// The site.
    pub site: Site,
    /// What the browser keeps.
    pub profile: Profile,
    /// None only while it is being restarted.
    browser: Option<Browser>,
}

impl Page {
    /// A browser without a page yet.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn open(site: Site, profile: Profile) -> Result<Self> {
        let browser = Some(Browser::start(&profile).await?);
        Ok(Self {
            site,
            profile,
            browser,
        })
    }

    /// The browser.
    ///
    /// # Panics
    /// After a restart that failed.
    #[must_use]
    pub fn browser(&self) -> &Browser {
        self.browser.as_ref().expect("a browser runs")
    }

    pub(crate) fn driver(&self) -> &WebDriver {
        &self.browser().driver
    }

    /// Ends the browser and the site.
    ///
    /// # Errors
    /// When the browser does not end well.
    pub async fn close(self) -> Result<()> {
        match self.browser {
            Some(browser) => browser.quit().await,
            None => Ok(()),
        }
    }

    /// Ends the browser and starts it anew on the same profile, as after a restart of the phone.
    ///
    /// # Errors
    /// When it does not end or start.
    pub async fn restart(&mut self) -> Result<()> {
        if let Some(browser) = self.browser.take() {
            browser.quit().await?;
        }
        self.browser = Some(Browser::start(&self.profile).await?);
        Ok(())
    }

    /// Ends the page at once, as a phone that needs the memory does: nothing in it hears of that.
    /// Then the browser starts anew on the same profile.
    ///
    /// # Errors
    /// When the browser does not start.
    pub async fn kill(&mut self) -> Result<()> {
        // The killed page cannot answer the command that kills it.
        let killing = self.browser().command("Page.crash", json!({}));
        let _answer = tokio::time::timeout(Duration::from_secs(5), killing).await;
        self.restart().await
    }

    /// Opens a page by what follows the base, and waits for its heading.
    ///
    /// # Errors
    /// When no heading appears.
    pub async fn go(&self, page: &str) -> Result<()> {
        self.driver().goto(self.site.address(page)).await?;
        self.ready().await
    }

    /// Opens a page by what follows the base, whatever comes of it.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn try_to_go(&self, page: &str) -> Result<()> {
        Ok(self.driver().goto(self.site.address(page)).await?)
    }

    /// Waits until the application has drawn its page: a heading, and nothing that is still awaited.
    ///
    /// # Errors
    /// When it does not.
    pub async fn ready(&self) -> Result<()> {
        let drawn = "return !!document.querySelector('main h1') && !document.querySelector('main .waiting')
            && !document.getElementById('app-loading')";
        self.until("the page to be drawn", async || {
            Ok(self.script(drawn).await? == json!(true))
        })
        .await
    }

    /// Loads the page anew.
    ///
    /// # Errors
    /// When no heading appears.
    pub async fn reload(&self) -> Result<()> {
        self.driver().refresh().await?;
        self.ready().await
    }

    /// Goes one step back in the history.
    ///
    /// # Errors
    /// When no heading appears.
    pub async fn back(&self) -> Result<()> {
        self.driver().back().await?;
        self.ready().await
    }

    /// What follows the base in the present address.
    ///
    /// # Errors
    /// When the page is outside the site.
    pub async fn address(&self) -> Result<String> {
        let url = self.driver().current_url().await?;
        let base = self.site.address("");
        let inside = url.as_str().strip_prefix(&base);
        Ok(inside
            .with_context(|| format!("{url} is outside {base}"))?
            .to_owned())
    }

    /// Makes sure of what follows the base in the present address.
    ///
    /// # Errors
    /// When it is another, with that one.
    pub async fn stands_at(&self, address: &str) -> Result<()> {
        let present = self.address().await?;
        ensure!(
            present == address,
            "the address is « {present} » and not « {address} »"
        );
        Ok(())
    }

    /// The title of the document.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn title(&self) -> Result<String> {
        Ok(plain(&self.driver().title().await?))
    }

    /// Runs a script in the page.
    ///
    /// # Errors
    /// What the script throws.
    pub async fn script(&self, script: &str) -> Result<Value> {
        self.script_with(script, Vec::new()).await
    }

    /// Runs a script that gives texts.
    ///
    /// # Errors
    /// When it fails, or gives anything else.
    pub async fn texts(&self, script: &str) -> Result<Vec<String>> {
        Ok(serde_json::from_value(self.script(script).await?)?)
    }

    /// Runs a script with arguments in the page.
    ///
    /// # Errors
    /// What the script throws.
    pub async fn script_with(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        Ok(self.driver().execute(script, arguments).await?.json().clone())
    }

    /// Waits for something to become true.
    ///
    /// # Errors
    /// When it does not in time; what the last look met.
    pub async fn until(&self, what: &str, mut look: impl AsyncFnMut() -> Result<bool>) -> Result<()> {
        let start = Instant::now();
        loop {
            let met = look().await;
            if matches!(met, Ok(true)) {
                return Ok(());
            }
            if start.elapsed() > PATIENCE {
                met?;
                bail!("waited {} s for {what}", PATIENCE.as_secs());
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// Every control of a role, in the order of the page.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn controls(&self, role: &str) -> Result<Vec<Control>> {
        if self.profile.engine() != Engine::Chromium {
            return self.controls_by_attributes(role).await;
        }
        let document = self
            .browser()
            .command("Runtime.evaluate", json!({ "expression": "document" }))
            .await?;
        let asked = json!({ "objectId": document["result"]["objectId"], "role": role });
        let answer = self.browser().command("Accessibility.queryAXTree", asked).await?;
        let nodes = answer["nodes"].as_array().context("no list of nodes")?;
        let seen = nodes.iter().filter(|node| node["ignored"] != json!(true));
        let controls = seen.filter_map(|node| {
            Some(Control {
                name: plain(node["name"]["value"].as_str().unwrap_or("")),
                node: Node::Numbered(node["backendDOMNodeId"].as_i64()?),
            })
        });
        Ok(controls.collect())
    }

    /// The names of every control of a role.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn names(&self, role: &str) -> Result<Vec<String>> {
        let controls = self.controls(role).await?;
        Ok(controls.into_iter().map(|control| control.name).collect())
    }

    /// Waits for the first control of a role and name.
    ///
    /// # Errors
    /// When there is none in time, with the names of those that there are.
    pub async fn find<'a>(&self, role: &str, name: impl Into<Name<'a>>) -> Result<WebElement> {
        let name = name.into();
        let start = Instant::now();
        loop {
            let controls = self.controls(role).await?;
            if let Some(control) = controls.iter().find(|control| name.fits(&control.name)) {
                // Drawn anew in between, it is looked for again.
                if let Ok(element) = self.element(control).await {
                    return Ok(element);
                }
            }
            if start.elapsed() > PATIENCE {
                let names: Vec<&str> = controls.iter().map(|control| control.name.as_str()).collect();
                bail!("no {role} {name} on the page; there are {names:?}");
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// Whether there is a control of a role and name now.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn has<'a>(&self, role: &str, name: impl Into<Name<'a>>) -> Result<bool> {
        let name = name.into();
        let controls = self.controls(role).await?;
        Ok(controls.iter().any(|control| name.fits(&control.name)))
    }

    /// Waits until no control of a role has a name.
    ///
    /// # Errors
    /// When there still is one.
    pub async fn gone<'a>(&self, role: &str, name: impl Into<Name<'a>>) -> Result<()> {
        let name = name.into();
        self.until(&format!("no {role} {name}"), async || {
            Ok(!self.has(role, name).await?)
        })
        .await
    }

    /// Presses a control, as with a finger.
    ///
    /// # Errors
    /// When there is none, or something covers it.
    pub async fn press<'a>(&self, role: &str, name: impl Into<Name<'a>>) -> Result<()> {
        let name = name.into();
        let element = self.find(role, name).await?;
        element.scroll_into_view().await?;
        element
            .click()
            .await
            .with_context(|| format!("pressing the {role} {name}"))
    }

    /// Types into a field, in place of what it holds.
    ///
    /// # Errors
    /// When there is none.
    pub async fn fill<'a>(&self, role: &str, name: impl Into<Name<'a>>, text: &str) -> Result<WebElement> {
        let element = self.find(role, name).await?;
        element.clear().await?;
        element.send_keys(text).await?;
        Ok(element)
    }

    /// Chooses an option of a list by its words.
    ///
    /// # Errors
    /// When there is no such list or option.
    pub async fn choose<'a>(&self, name: impl Into<Name<'a>>, option: &str) -> Result<()> {
        let list = self.find("combobox", name).await?;
        // Out from under whatever stays at the edge of the screen.
        list.scroll_into_view().await?;
        let script = "const wanted = arguments[1];
            const option = [...arguments[0].options].find((one) => one.label.replace(/\\s+/g, ' ').trim() === wanted);
            return option ? option.index : -1";
        let index = self
            .script_with(script, vec![list.to_json()?, json!(option)])
            .await?;
        let index = index.as_i64().context("no index")?;
        ensure!(index >= 0, "the list has no option « {option} »");
        let options = list.find_all(thirtyfour::By::Tag("option")).await?;
        Ok(options[usize::try_from(index)?].click().await?)
    }

    /// The element of a control.
    async fn element(&self, control: &Control) -> Result<WebElement> {
        let number = match control.node {
            Node::Numbered(number) => number,
            Node::Found(place) => {
                let taken = self.driver().execute(TAKE, vec![json!(place)]).await?;
                return Ok(taken.element()?);
            }
        };
        let node = json!({ "backendNodeId": number });
        let object = self.browser().command("DOM.resolveNode", node).await?;
        let keep = json!({
            "objectId": object["object"]["objectId"],
            "functionDeclaration": "function () { window.testsFound = this; }",
        });
        self.browser().command("Runtime.callFunctionOn", keep).await?;
        let take = "const found = window.testsFound; delete window.testsFound; return found";
        Ok(self.driver().execute(take, Vec::new()).await?.element()?)
    }

    /// The text that is on the screen.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn text(&self) -> Result<String> {
        let text = self.script("return document.body.innerText").await?;
        Ok(plain(text.as_str().unwrap_or_default()))
    }

    /// Waits for a text on the screen.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn says(&self, text: &str) -> Result<()> {
        let wanted = plain(text);
        self.until(&format!("the text « {text} »"), async || {
            Ok(self.text().await?.contains(&wanted))
        })
        .await
    }

    /// Waits until a text is announced: it stands in a region that screen readers follow.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn announces(&self, text: &str) -> Result<()> {
        let wanted = plain(text);
        let script = "return [...document.querySelectorAll('[role=status],[role=alert]')].map((one) => one.textContent)";
        self.until(&format!("« {text} » to be announced"), async || {
            let regions = self.script(script).await?;
            let mut regions = regions.as_array().into_iter().flatten();
            Ok(regions.any(|region| plain(region.as_str().unwrap_or("")).contains(&wanted)))
        })
        .await
    }

    /// Waits for the heading of the page.
    ///
    /// # Errors
    /// When it is another.
    pub async fn heading(&self, text: &str) -> Result<()> {
        let wanted = plain(text);
        self.until(&format!("the heading « {text} »"), async || {
            let heading = self
                .script("return document.querySelector('main h1')?.textContent")
                .await?;
            Ok(plain(heading.as_str().unwrap_or("")) == wanted)
        })
        .await
    }

    /// What is on the screen, for a test's failure.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn describe(&self) -> Result<String> {
        let address = self.driver().current_url().await?;
        let picture = keep_picture(&self.driver().screenshot_as_png().await?)?;
        let complaints = self.browser().complaints().await?.join("\n");
        let text = self.script("return document.body.innerText").await?;
        let text = text.as_str().unwrap_or_default();
        Ok(format!(
            "at {address}\npicture: {picture}\nconsole: {complaints}\nscreen:\n{text}"
        ))
    }
}
