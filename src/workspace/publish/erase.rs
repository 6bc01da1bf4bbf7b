//! Taking out of the next edition what a person asked to have removed.
//!
//! The entry goes with the removal, and [`publishable`](crate::format::publish::publishable) blanks the
//! items of the press releases that are linked to it. What is left is done here: items that tell of it
//! without a link, and the person's name, telephone and addresses in any other text of a release. A
//! final release is frozen otherwise; a person's request goes before that.

use std::collections::BTreeSet;

use super::texts::{self, Place};
use crate::domain::catalogue::{Catalogue, RemovalReason};
use crate::domain::communique::{Communique, Item};
use crate::domain::contact::{Contact, Means};
use crate::domain::id::Id;
use crate::domain::initiative::{Initiative, OrganiserKind};
use crate::domain::mention::Mentions;
use crate::domain::text::fold;

/// What stands in place of a name or number that a person asked to have taken out.
pub const GONE: &str = "[…]";

/// What was done for those who asked.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Erasure {
    /// The entries that are gone, by identifier.
    pub entries: Vec<Id>,
    /// How many items of press releases are blank now.
    pub items: usize,
    /// How many names, numbers and addresses were taken out of other texts of releases.
    pub words: usize,
    /// Where something of theirs still stands: only a person can rewrite the text of another entry.
    pub left: Vec<Place>,
}

/// Erases from `next` what is known of those who asked to be removed, and tells what it did. `known`
/// are the states of their entries that this device or the edition online has.
pub(super) fn erase(next: &mut Catalogue, known: &[&Initiative]) -> Erasure {
    let requested: BTreeSet<&Id> = next
        .removed
        .iter()
        .filter(|removed| removed.reason == RemovalReason::Request)
        .map(|removed| &removed.id)
        .collect();
    let known: Vec<&Initiative> = known
        .iter()
        .copied()
        .filter(|entry| requested.contains(&entry.id))
        .collect();
    let mut erasure = Erasure {
        entries: requested.iter().map(|id| (*id).clone()).collect(),
        ..Erasure::default()
    };
    if known.is_empty() {
        return erasure;
    }
    let mentions = private_words(&known, next);
    let titles: BTreeSet<String> = known.iter().map(|entry| fold(&entry.title)).collect();
    for release in &mut next.communiques {
        let items = release.sections.iter_mut().flat_map(|section| &mut section.items);
        for item in items {
            if item.initiative.is_none() && !item.withdrawn && titles.contains(&fold(&item.title)) {
                *item = Item::blank();
                erasure.items += 1;
            }
        }
        erasure.words += strike_release(release, &mentions);
    }
    texts::each(next, |place, _, text| {
        if !mentions.find(text).is_empty() {
            let place = place();
            if !erasure.left.contains(&place) {
                erasure.left.push(place);
            }
        }
    });
    erasure
}

/// What tells of the person: the name, unless it is that of a body, and the ways to reach them. What
/// another entry shows as its own is not theirs alone and stays.
fn private_words(known: &[&Initiative], next: &Catalogue) -> Mentions {
    let shown: BTreeSet<&str> = next
        .initiatives
        .iter()
        .flat_map(|entry| {
            let contacts = entry.contacts.iter().map(|contact| contact.means.value());
            contacts.chain([entry.organiser.name.as_str()])
        })
        .collect();
    let mut mentions = Mentions::default();
    for entry in known {
        let organiser = &entry.organiser;
        let person = matches!(organiser.kind, None | Some(OrganiserKind::Individual));
        // A name of one word would take out of the releases everyone who bears it.
        let full = organiser.name.split_whitespace().count() > 1;
        if person && full && !shown.contains(organiser.name.as_str()) {
            mentions.add(&organiser.name);
        }
        let contacts = entry.contacts.iter();
        for contact in contacts.filter(|contact| !shown.contains(contact.means.value())) {
            add_contact(&mut mentions, contact);
        }
    }
    mentions
}

fn add_contact(mentions: &mut Mentions, contact: &Contact) {
    match &contact.means {
        Means::Phone(phone) => mentions.add_phone(phone),
        Means::Web(link) | Means::Social(link) => mentions.add(link.display()),
        means => mentions.add(means.value()),
    };
}

fn strike_release(release: &mut Communique, mentions: &Mentions) -> usize {
    let mut texts = vec![
        &mut release.letterhead,
        &mut release.title,
        &mut release.lead,
        &mut release.closing,
        &mut release.signatory,
        &mut release.press_contact,
    ];
    for section in &mut release.sections {
        texts.push(&mut section.heading);
        texts.push(&mut section.intro);
        for item in &mut section.items {
            texts.push(&mut item.title);
            texts.push(&mut item.text);
        }
    }
    texts.into_iter().map(|text| strike(text, mentions)).sum()
}

/// Takes every mention out of a text; how many there were.
fn strike(text: &mut String, mentions: &Mentions) -> usize {
    let found = mentions.find(text);
    for mention in found.iter().rev() {
        text.replace_range(mention.at.clone(), GONE);
    }
    found.len()
}
