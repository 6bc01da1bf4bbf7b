//! Controls by role and name in a browser whose driver shows no tree of them: what the elements and
//! their attributes say, as the rules for accessible names have it. Chromium's own tree is asked where
//! there is one, so that a mistake here cannot hide one of the application.

use anyhow::{Context, Result};
use serde_json::json;

use crate::Page;
use crate::page::{Control, Node, plain};

/// Finds the elements of a role that are shown, keeps them for [`TAKE`] and returns their names.
const FIND: &str = r"
    const selectors = {
        alert: '[role=alert]', article: 'article', button: 'button, summary, [role=button], input[type=submit]',
        checkbox: 'input[type=checkbox]:not([role])', combobox: 'select:not([multiple]):not([size]), [role=combobox]',
        dialog: 'dialog[open], [role=dialog]', heading: 'h1, h2, h3, h4, h5, h6', link: 'a[href]',
        listbox: '[role=listbox]', option: 'option, [role=option]', progressbar: 'progress, [role=progressbar]',
        group: 'fieldset, [role=group]', image: 'img, [role=img]', radio: 'input[type=radio]',
        searchbox: 'input[type=search]:not([role])', status: '[role=status], output', switch: '[role=switch]',
        textbox: 'textarea, input:not([type]):not([role]), input[type=text]:not([role]), '
            + 'input[type=email], input[type=tel], input[type=url]',
    };
    const words = (element) => {
        let text = '';
        for (const node of element.childNodes) {
            if (node.nodeType === Node.TEXT_NODE) text += node.data;
            if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute('aria-hidden') === 'true') continue;
            if (!node.checkVisibility({ visibilityProperty: true })) continue;
            const inline = getComputedStyle(node).display.startsWith('inline');
            text += inline ? words(node) : ' ' + words(node) + ' ';
        }
        return text;
    };
    const name = (element) => {
        const by = (element.getAttribute('aria-labelledby') || '').split(/\s+/);
        const parts = by.map((id) => document.getElementById(id)).filter(Boolean);
        if (parts.length) return parts.map((part) => part.textContent).join(' ');
        if (element.getAttribute('aria-label')) return element.getAttribute('aria-label');
        if (element.labels?.length) return [...element.labels].map(words).join(' ');
        return words(element) || element.value || element.title || '';
    };
    const shown = (element) => element.checkVisibility({ visibilityProperty: true })
        && !element.closest('[aria-hidden=true], [inert]')
        && (!document.querySelector('dialog:modal') || element.closest('dialog:modal'));
    window.testsControls = [...document.querySelectorAll(selectors[arguments[0]])].filter(shown);
    return window.testsControls.map(name)";

/// One of the elements that were found.
pub(crate) const TAKE: &str = "return window.testsControls[arguments[0]]";

impl Page {
    /// Every control of a role that is shown.
    pub(crate) async fn controls_by_attributes(&self, role: &str) -> Result<Vec<Control>> {
        let names = self.script_with(FIND, vec![json!(role)]).await?;
        let names = names.as_array().context("no list of names")?.iter().enumerate();
        let control = |(place, name): (usize, &serde_json::Value)| Control {
            name: plain(name.as_str().unwrap_or("")),
            node: Node::Found(place),
        };
        Ok(names.map(control).collect())
    }
}
