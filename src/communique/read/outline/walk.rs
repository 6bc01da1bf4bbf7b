//! Which block, and which sentence of it, begins an initiative, goes on about one or tells of none.

use std::ops::Range;

use super::onward::{self, first_place, goes_on, is_planned, points_back};
use super::signs::{self, Signs};
use super::{Item, Outline, Role, sentences};
use crate::communique::read::Text;
use crate::communique::read::blocks::Marker;
use crate::communique::read::marks::within;
use crate::communique::read::tables::places::Nearness;
use crate::domain::code::Insee;

/// How many items without an empty line between them show how a list is set.
const CLOSED_LIST: usize = 3;

/// How many places of an item are remembered.
const MOST_PLACES: usize = 12;

/// How early in a sentence a place tells that it is told of elsewhere.
const ELSEWHERE: usize = 8;

/// What is remembered of the last item.
#[derive(Default)]
struct Last {
    /// Whether it says that something is done.
    told: bool,
    /// Its places, in the order of its words.
    places: Vec<Insee>,
    /// Its first body.
    body: Option<String>,
    /// Whether it names a wider area.
    wide: bool,
}

/// The way through the blocks of the body, one after the other: which initiative each tells of.
pub(super) struct Walk<'a> {
    text: &'a Text<'a>,
    signs: &'a Signs,
    pub(super) outline: Outline,
    section: Option<usize>,
    /// The bullet of the section's items.
    marker: Option<Marker>,
    /// Whether the last item may go on.
    pub(super) open: bool,
    last: Last,
    /// Whether the last item stands below a line that says where.
    placed: bool,
    /// The field that the form began with whose lines are read.
    field: Option<String>,
}

impl<'a> Walk<'a> {
    /// The way's beginning.
    pub(super) fn new(text: &'a Text<'a>, signs: &'a Signs) -> Self {
        Self {
            text,
            signs,
            outline: Outline {
                roles: vec![Role::Lead; text.blocks.list.len()],
                ..Outline::default()
            },
            section: None,
            marker: None,
            open: false,
            last: Last::default(),
            placed: false,
            field: None,
        }
    }

    /// What a block of the body is.
    pub(super) fn block(&mut self, at: usize) {
        let block = &self.text.blocks.list[at];
        let words = self.text.words.within(&block.range);
        let sign = &self.signs.list[at];
        if sign.place {
            self.begin();
            self.placed = true;
            self.attach(at, words);
            return;
        }
        if sign.title {
            self.begin();
            self.placed = true;
            self.outline.roles[at] = Role::Item;
            if let Some(item) = self.outline.items.last_mut() {
                item.heading = Some(at);
                item.blocks.push(at);
            }
            return;
        }
        let elsewhere = sign.evidence && signs::opens_with_place(self.text, &words) && self.differs(&words);
        // Below a line that says where, what looks like a heading is the title of what is told.
        let bare = || {
            self.outline
                .items
                .last()
                .is_some_and(|item| item.blocks.len() < 2)
        };
        if self.placed && self.open && (!sign.heading || sign.plain_heading && bare()) && !elsewhere {
            self.attach(at, words);
            return;
        }
        if sign.heading {
            self.placed = false;
            let section = self.outline.sections;
            self.outline.sections += 1;
            self.section = Some(section);
            self.marker = None;
            self.open = false;
            self.outline.roles[at] = Role::Heading(section);
            return;
        }
        if self.signs.list[at].field {
            self.fill(at, words);
            return;
        }
        self.field = None;
        if self.signs.list[at].contact {
            self.attach(at, words);
            return;
        }
        if sign.point && self.open {
            self.attach(at, words);
            return;
        }
        if block.marker.is_some() && !sign.marked {
            self.open = false;
            self.outline.roles[at] = self.intro();
            return;
        }
        if let Some(marker) = block.marker {
            // One list may have several bullets where several hands wrote it.
            let nested = self.open && self.marker.is_some_and(|own| own != marker) && !elsewhere;
            // « 👉 On continue jusqu’au 30 » below a paragraph.
            let onward =
                self.open && self.marker.is_none() && goes_on(self.text, &words) && !self.differs(&words);
            if nested || onward {
                self.attach(at, words);
                return;
            }
            self.marker = self.marker.or(Some(marker));
            self.open = false;
            self.run(at, words, true);
            return;
        }
        if self.signs.list[at].bulleted {
            let another = self.signs.list[at].evidence
                && !goes_on(self.text, &words)
                && self.marker.is_some()
                && self.differs(&words)
                && !self.is_titled(at);
            if !self.open || !another {
                if self.open && self.closes_list(at) {
                    self.open = false;
                    self.outline.roles[at] = Role::Loose;
                } else if self.open {
                    self.attach(at, words);
                } else {
                    self.outline.roles[at] = self.intro();
                }
                return;
            }
        }
        self.run(at, words, false);
    }

    /// Whether the heading right above a block names who or where: « Le club d’échecs » over « Il donne des leçons ».
    fn is_named_above(&self, at: usize) -> bool {
        let above = at.checked_sub(1).filter(|_| !self.text.blocks.list[at].gap);
        above.is_some_and(|above| {
            let words = self.text.words.within(&self.text.blocks.list[above].range);
            let of_page = self.text.blocks.list[above].heading.is_some();
            let plain = of_page || self.signs.list[above].plain_heading;
            matches!(self.outline.roles[above], Role::Heading(_)) && plain && signs::named(self.text, &words)
        })
    }

    /// Whether all that the last item has is its title, right above a block: « B. Un internat rouvert ».
    fn is_titled(&self, at: usize) -> bool {
        let blocks = &self.text.blocks.list;
        let item = self.outline.items.last().filter(|item| item.blocks.len() == 1);
        item.is_some_and(|item| {
            let title = item.blocks[0];
            let words = self.text.words.within(&blocks[title].range);
            let said = signs::said(self.text, title).trim_end();
            let marks = &self.text.marks;
            title + 1 == at
                && !blocks[at].gap
                && !said.ends_with(['.', '!', ';'])
                && within(&marks.places, &words).is_empty()
                && within(&marks.numbers, &words).is_empty()
                && within(&marks.contacts, &words).is_empty()
        })
    }

    /// Whether a paragraph apart comes after a list each of whose items is one paragraph: it belongs to none of them.
    fn closes_list(&self, at: usize) -> bool {
        let blocks = &self.text.blocks.list;
        let items = self.outline.items.iter().rev().take(CLOSED_LIST);
        let single = |item: &Item| item.section == self.section && item.blocks.len() == 1;
        let marked = |item: &Item| item.blocks.iter().all(|at| blocks[*at].marker.is_some());
        let apart = |item: &Item| item.blocks.iter().any(|at| !blocks[*at].gap);
        let list: Vec<&Item> = items.collect();
        list.len() == CLOSED_LIST
            && list.iter().all(|item| single(item) && marked(item))
            && list.iter().take(CLOSED_LIST - 1).all(|item| apart(item))
            && blocks[at].gap
            && !goes_on(self.text, &self.text.words.within(&blocks[at].range))
    }

    /// A line of a form: another form begins with the field that the last one began with.
    fn fill(&mut self, at: usize, words: Range<usize>) {
        // The line above a form is its title and no field.
        let field = signs::field(self.text, at).unwrap_or_default();
        let titled = self.field.as_ref().is_some_and(String::is_empty);
        if !titled && (field.is_empty() || self.field.as_ref().is_none_or(|first| *first == field)) {
            self.begin();
            self.field = Some(field);
        } else if titled {
            self.field = Some(field);
        }
        self.attach(at, words);
    }

    fn intro(&self) -> Role {
        match self.section {
            Some(section)
                if self
                    .outline
                    .items
                    .last()
                    .is_none_or(|item| item.section != Some(section)) =>
            {
                Role::Intro(section)
            }
            None if self.outline.items.is_empty() => Role::Lead,
            _ => Role::Loose,
        }
    }

    fn attach(&mut self, at: usize, words: Range<usize>) {
        if self.open {
            self.note(&words);
        }
        if let Some(item) = self.outline.items.last_mut().filter(|_| self.open) {
            item.parts.push(words);
            item.blocks.push(at);
            self.outline.roles[at] = Role::Item;
        } else {
            self.outline.roles[at] = Role::Loose;
        }
    }

    /// A block that may tell of several initiatives, sentence after sentence.
    fn run(&mut self, at: usize, words: Range<usize>, listed: bool) {
        let sentences = sentences(self.text, &words);
        let mut any = false;
        let mut before: Option<Range<usize>> = None;
        for (nth, sentence) in sentences.iter().enumerate() {
            let first = nth == 0;
            // « Arras, le 30 avril 2020. » is the release's own.
            if first && !self.open && sentences.len() > 1 && signs::dates_release(self.text, sentence) {
                continue;
            }
            // Who is turned to within a paragraph is where it tells of.
            let turned = self.open && !first && signs::turns(self.text, sentence);
            let begins = if first && (listed || self.signs.list[at].labelled) {
                true
            } else if self.open
                && (first && signs::only_quotes(self.text, &words) || is_planned(self.text, sentence))
            {
                false
            } else if first && self.open && self.signs.single {
                signs::opens_with_place(self.text, sentence) && self.differs(&words)
                    || signs::names_other(self.text, &words, self.last.body.as_deref())
            } else if !self.open {
                // A sentence that sets the scene belongs to the initiative that the block tells of.
                (self.signs.list[at].evidence
                    && !self.signs.list[at].authority
                    && signs::named(self.text, sentence))
                    || signs::evidence(self.text, sentence)
                    || self.section.is_some() && signs::counts(self.text, sentence)
                    || first && self.is_named_above(at) && signs::says(self.text, sentence)
            } else if (goes_on(self.text, sentence) || points_back(self.text, sentence))
                && !signs::opens_with_place(self.text, sentence)
                && !(first && (self.is_gift_elsewhere(at, sentence) || self.is_told_elsewhere(at, sentence)))
            {
                false
            } else if first {
                signs::thanks_another(self.text, sentence)
                    || self.signs.list[at].evidence
                        && (self.differs(&words) || self.is_in_other_area(at, sentence))
                    || self.last.told && signs::names_subject(self.text, sentence) && self.is_new(sentence)
                    || signs::tells(self.text, sentence)
                        && signs::named(self.text, &words)
                        && !self.is_same(&words)
                        && self.signs.gap_before(self.text, at)
            } else if self.last.told && !listed && turned {
                true
            } else {
                signs::named(self.text, sentence)
                    && signs::says(self.text, sentence)
                    && self.differs(sentence)
                    && self.is_other(sentence)
                    // An item of a list tells of one initiative, unless it plainly goes elsewhere; and who
                    // acts is told after the scene was set.
                    && if listed {
                        signs::opens_with_place(self.text, sentence)
                    } else {
                        self.last.told && signs::introduces(self.text, sentence)
                    }
            };
            if begins {
                let places = if turned {
                    std::mem::take(&mut self.last.places)
                } else {
                    Vec::new()
                };
                self.begin();
                self.last.places = places;
            }
            if self.open {
                any = true;
                self.note(sentence);
                if let Some(item) = self.outline.items.last_mut() {
                    if let Some(lead) = before.take().filter(|_| begins) {
                        item.parts.push(lead);
                    }
                    match item.parts.last_mut() {
                        Some(last) if last.end == sentence.start => last.end = sentence.end,
                        _ => item.parts.push(sentence.clone()),
                    }
                    if item.blocks.last() != Some(&at) {
                        item.blocks.push(at);
                    }
                }
            } else {
                // What stands before the first initiative of the block is kept with it.
                before = Some(before.map_or(sentence.clone(), |lead| lead.start..sentence.end));
            }
        }
        if any {
            self.outline.roles[at] = Role::Item;
        } else {
            self.outline.roles[at] = self.intro();
        }
    }

    /// Begins an item.
    fn begin(&mut self) {
        self.outline.items.push(Item {
            section: self.section,
            ..Item::default()
        });
        self.open = true;
        self.last = Last::default();
    }

    /// Remembers what words say of the last item.
    fn note(&mut self, words: &Range<usize>) {
        self.last.told |= signs::tells(self.text, words);
        self.last.wide |= !within(&self.text.marks.areas, words).is_empty();
        let named = within(&self.text.marks.places, words).iter();
        let room = MOST_PLACES - self.last.places.len();
        self.last
            .places
            .extend(named.map(|mark| mark.value.insee.clone()).take(room));
        self.last.body = self
            .last
            .body
            .take()
            .or_else(|| signs::actor(self.text, std::slice::from_ref(words)));
    }

    /// Whether the body that words tell of is that of the last item, and no other place is named.
    fn is_same(&self, words: &Range<usize>) -> bool {
        let body = signs::actor(self.text, std::slice::from_ref(words));
        let same = body
            .zip(self.last.body.as_ref())
            .is_some_and(|(new, old)| old.starts_with(new.as_str()));
        same && first_place(self.text, words).is_none_or(|place| self.last.places.contains(&place))
    }

    /// Whether words tell of another place or body than the last item.
    fn differs(&self, words: &Range<usize>) -> bool {
        if self.outline.items.is_empty() {
            return true;
        }
        let place = first_place(self.text, words);
        let body = signs::actor(self.text, std::slice::from_ref(words));
        match (self.last.places.first(), place) {
            // « Les habitants de Hœnheim et de Bischheim … La mairie de Bischheim »
            (Some(old), Some(new)) if *old != new => return !self.last.places.contains(&new),
            (Some(old), Some(new)) if *old == new && body.is_none() => return false,
            // « … parcourt le Lévézou. À Decazeville, les habitants cuisinent »
            (None, Some(_))
                if self.last.wide && self.last.told && signs::opens_with_place(self.text, words) =>
            {
                return true;
            }
            _ => {}
        }
        match (&self.last.body, body) {
            // « L’association manque de vis » goes on about « l’association À hauteur de roue ».
            (Some(old), Some(new)) => {
                !old.starts_with(new.as_str())
                    && !onward::is_seated(self.text, words, self.last.places.is_empty(), old, &new)
            }
            _ => false,
        }
    }

    /// « Les habitants de Bischheim ne sont pas en reste »: a paragraph that begins with those of another place.
    fn is_told_elsewhere(&self, at: usize, sentence: &Range<usize>) -> bool {
        let first = sentence.start..sentence.end.min(sentence.start + ELSEWHERE);
        // « Et puis il y a ceux de Nexon »
        let those = first.clone().any(|at| {
            matches!(self.text.words.fold(at), "ceux" | "celles") && self.text.words.fold(at + 1) == "de"
        });
        let people = those
            || matches!(
                self.text.words.fold(sentence.start),
                "les" | "des" | "une" | "deux" | "trois" | "nous" | "nos" | "notre"
            );
        let place = within(&self.text.marks.places, &first).first();
        let place = place.filter(|mark| mark.value.nearness == Nearness::At);
        let elsewhere = place.is_some_and(|mark| !self.last.places.contains(&mark.value.insee));
        people && elsewhere && self.signs.gap_before(self.text, at)
    }

    /// « Sur Belle-Île, l’hiver isole »: a paragraph that begins with a wider area.
    fn is_in_other_area(&self, at: usize, sentence: &Range<usize>) -> bool {
        let first = sentence.start..sentence.end.min(sentence.start + 4);
        let area = within(&self.text.marks.areas, &first).first();
        area.is_some_and(|area| self.text.words.is_sign(area.words.end, ','))
            && self.signs.gap_before(self.text, at)
    }

    /// « Dons de couvertures : mairie d’Aime »: a paragraph that asks for another place.
    fn is_gift_elsewhere(&self, at: usize, sentence: &Range<usize>) -> bool {
        let place = first_place(self.text, sentence);
        let asks = within(&self.text.marks.asks, &(sentence.start..sentence.start + 1));
        self.signs.gap_before(self.text, at)
            && !asks.is_empty()
            && place.is_some()
            && place.as_ref() != self.last.places.first()
    }

    /// Whether a sentence tells of another body than the last item, or of one that the table does not know.
    fn is_new(&self, sentence: &Range<usize>) -> bool {
        let body = signs::actor(self.text, std::slice::from_ref(sentence));
        let place = first_place(self.text, sentence);
        signs::tells(self.text, sentence)
            && (body.is_none() || body != self.last.body)
            && (place.is_none() || place.as_ref() != self.last.places.first())
    }

    /// Whether a sentence within a paragraph names whom or where it tells of: « L’école a été relogée » does not.
    fn is_other(&self, sentence: &Range<usize>) -> bool {
        let first = sentence.start..sentence.end.min(sentence.start + 12);
        signs::opens_with_place(self.text, sentence) || signs::is_named(self.text, &first)
    }
}
