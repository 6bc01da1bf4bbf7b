//! Cutting one entry in two, joining two, dropping one, taking up what was left over.

use super::{Entry, Intake, Mark, NewId};
use crate::communique::read::{DraftRead, Span};
use crate::domain::code::Insee;
use crate::domain::date::Date;
use crate::domain::draft::{Draft, Field, Row};
use crate::domain::id::Id;
use crate::domain::initiative::Served;
use crate::domain::text::clean_line;

/// Where an entry can be cut: before a sentence or a line of its source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cut {
    /// The byte of the source that the second half begins with.
    pub at: usize,
    /// How the second half begins.
    pub text: String,
}

/// How many characters of a sentence are told.
const TOLD: usize = 90;

/// How many are looked at for that: blanks and hidden signs are left out.
const LOOKED_AT: usize = 8 * TOLD;

/// Reads stretches of the source anew, as one initiative of a release of this day.
pub type Reread<'a> = &'a dyn Fn(&[Span], Option<Date>) -> DraftRead;

impl Intake {
    /// Where an entry can be cut in two.
    #[must_use]
    pub fn cuts(&self, place: usize) -> Vec<Cut> {
        let Some(entry) = self.entries.get(place) else {
            return Vec::new();
        };
        let mut cuts = Vec::new();
        for (nth, span) in entry.spans.iter().enumerate() {
            let Some(text) = self.source.get(span.start..span.end) else {
                continue;
            };
            // Every further stretch is a place to cut too.
            let starts = std::iter::once(0).filter(|_| nth > 0).chain(starts(text));
            cuts.extend(starts.map(|start| Cut {
                at: span.start + start,
                text: told(&text[start..]),
            }));
        }
        cuts.retain(|cut| !cut.text.is_empty());
        cuts
    }

    /// Cuts an entry in two before a byte of its source. What a person typed stays with the half that it
    /// came from; what came from no place stays with the first.
    pub fn split(&mut self, place: usize, at: usize, reread: Reread, new: NewId) {
        let Some(entry) = self.entries.get(place).cloned() else {
            return;
        };
        let (before, after) = cut(&entry.spans, at);
        if before.is_empty() || after.is_empty() {
            return;
        }
        let theme = || Id::parse(entry.typed.text(&Field::Theme));
        let date = self.release.date;
        let mut first = self.entry(&reread(&before, date), theme(), &entry.marks, new);
        let mut second = self.entry(&reread(&after, date), theme(), &entry.marks, new);
        first.id.clone_from(&entry.id);
        for half in [&mut first, &mut second] {
            half.section = entry.section;
            carry_rows(half, &entry);
        }
        carry_rest(&mut first, &entry);
        self.entries.splice(place..=place, [first, second]);
    }

    /// Joins an entry with the next one. Every row of both stays; the texts of both stand one after the
    /// other.
    pub fn join(&mut self, place: usize) {
        if place + 1 >= self.entries.len() {
            return;
        }
        let second = self.entries.remove(place + 1);
        let first = &mut self.entries[place];
        join_drafts(&mut first.opened, &second.opened);
        join_drafts(&mut first.typed, &second.typed);
        first.spans.extend(second.spans);
        let known = std::mem::take(&mut first.marks);
        first.marks = known
            .into_iter()
            .chain(second.marks)
            .fold(Vec::new(), |mut marks, mark: Mark| {
                if !marks.iter().any(|known: &Mark| known.fact == mark.fact) {
                    marks.push(mark);
                }
                marks
            });
        first.answer = first.answer.take().or(second.answer);
    }

    /// Takes an entry out: its source is left over.
    pub fn drop_entry(&mut self, place: usize) {
        if place < self.entries.len() {
            let entry = self.entries.remove(place);
            self.leave(&entry.spans);
        }
    }

    /// Puts an entry back that was taken out, where it stood, unless its source is no longer left over.
    pub fn put_back(&mut self, entry: Entry) {
        let is_left = |span: &Span| self.left.iter().any(|left| left.span == *span);
        if self.place_of(&entry.id).is_some() || !entry.spans.iter().all(is_left) {
            return;
        }
        self.left.retain(|left| !entry.spans.contains(&left.span));
        let start = |entry: &Entry| entry.spans.first().map(|span| span.start);
        let before = |own: &&Entry| start(own) < start(&entry);
        let place = self.entries.iter().take_while(before).count();
        self.entries.insert(place, entry);
    }

    /// Makes an entry of what was left over, where it stands in the source. Gives its place.
    pub fn take_up(&mut self, left: usize, reread: Reread, new: NewId) -> Option<usize> {
        if left >= self.left.len() {
            return None;
        }
        let span = self.left.remove(left).span;
        let before = |entry: &&Entry| entry.spans.first().is_some_and(|own| own.start < span.start);
        let place = self.entries.iter().take_while(before).count();
        let neighbour = place.checked_sub(1).and_then(|place| self.entries.get(place));
        let section = neighbour.and_then(|entry| entry.section);
        let theme = neighbour.and_then(|entry| Id::parse(entry.typed.text(&Field::Theme)));
        let mut entry = self.entry(&reread(&[span], self.release.date), theme, &[], new);
        entry.spans = vec![span];
        entry.section = section;
        self.entries.insert(place, entry);
        Some(place)
    }
}

/// Stretches before a byte and from it on.
fn cut(spans: &[Span], at: usize) -> (Vec<Span>, Vec<Span>) {
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for span in spans {
        if span.start < at {
            let end = span.end.min(at);
            before.push(Span { end, ..*span });
        }
        if span.end > at {
            let start = span.start.max(at);
            after.push(Span { start, ..*span });
        }
    }
    (before, after)
}

/// Where sentences and marked lines begin within a text, but for its own beginning.
fn starts(text: &str) -> impl Iterator<Item = usize> + '_ {
    let mut ended = false;
    let mut fresh_line = false;
    text.char_indices().filter_map(move |(at, c)| {
        if c == '\n' {
            fresh_line = true;
            return None;
        }
        if c.is_whitespace() {
            return None;
        }
        let follows_blank = text[..at].chars().next_back().is_some_and(char::is_whitespace);
        let marked = fresh_line && matches!(c, '-' | '•' | '–' | '—' | '*' | '·' | '▪');
        let sentence = ended && follows_blank && !c.is_lowercase() && !matches!(c, '»' | '"' | ')');
        fresh_line = false;
        ended = matches!(c, '.' | '!' | '?' | '…') || (ended && matches!(c, '»' | '"' | ')'));
        (at > 0 && (marked || sentence)).then_some(at)
    })
}

/// How a stretch begins, on one line.
fn told(text: &str) -> String {
    // Only as much is cleaned as can be told: a long text has many places to cut.
    let head = text
        .char_indices()
        .nth(LOOKED_AT)
        .map_or(text, |(end, _)| &text[..end]);
    let mut told: String = clean_line(head).chars().take(TOLD).collect();
    if text.chars().nth(TOLD).is_some() {
        told.push('…');
    }
    told
}

/// Gives rows that a half shares with the whole what a person made of them.
fn carry_rows(half: &mut Entry, whole: &Entry) {
    for list in [measures as Pick, needs, contacts] {
        let (opened, typed) = (pick(&whole.opened, list), pick(&whole.typed, list));
        let is_known = |row: &Row| opened.iter().any(|known| known.id == row.id);
        list(&mut half.typed).retain_mut(|row| match typed.iter().find(|own| own.id == row.id) {
            Some(own) => {
                row.clone_from(own);
                true
            }
            // What the person took out does not come back.
            None => !is_known(row),
        });
    }
}

/// Gives the first half what the person typed outside of what was read.
fn carry_rest(first: &mut Entry, whole: &Entry) {
    for list in [measures as Pick, needs, contacts] {
        let (opened, typed) = (pick(&whole.opened, list), pick(&whole.typed, list));
        let added = typed
            .iter()
            .filter(|row| opened.iter().all(|known| known.id != row.id));
        list(&mut first.typed).extend(added.cloned());
    }
    let fields = whole.typed.fields.keys().chain(whole.opened.fields.keys());
    for field in fields {
        let (typed, opened) = (whole.typed.fields.get(field), whole.opened.fields.get(field));
        match typed {
            _ if typed == opened => {}
            Some(text) => drop(first.typed.fields.insert(field.clone(), text.clone())),
            None => drop(first.typed.fields.remove(field)),
        }
    }
    if whole.typed.served != whole.opened.served {
        first.typed.served.clone_from(&whole.typed.served);
    }
}

/// Adds a second draft to a first one. What belongs together (a commune and its code, a name and its kind)
/// is taken together or not at all; another commune becomes one that is served.
fn join_drafts(first: &mut Draft, second: &Draft) {
    for list in [measures as Pick, needs, contacts] {
        let rows = pick(second, list);
        list(first).extend(rows.iter().cloned());
    }
    let own = first.text(&Field::Commune).to_owned();
    let other = second.text(&Field::Commune);
    let mut served = second.served.clone();
    if !own.is_empty() && !other.is_empty() && own != other {
        served.push(Served {
            insee: Insee::parse(second.text(&Field::Insee)),
            commune: other.to_owned(),
            ..Served::default()
        });
    }
    for served in served {
        if served.commune != own && !first.served.contains(&served) {
            first.served.push(served);
        }
    }
    let groups = [
        [Field::Commune, Field::Insee, Field::Postcode].as_slice(),
        &[Field::OrganiserName, Field::OrganiserKind, Field::Consent],
        &[Field::Start, Field::End],
    ];
    let grouped = |field: &Field| groups.iter().find(|group| group.contains(field));
    let blank: Vec<Field> = second
        .fields
        .keys()
        .filter(|field| {
            let group = grouped(field).copied().unwrap_or(std::slice::from_ref(field));
            group.iter().all(|field| first.text(field).is_empty())
        })
        .cloned()
        .collect();
    for (field, text) in &second.fields {
        if blank.contains(field) {
            first.fields.insert(field.clone(), text.clone());
        } else if matches!(field, Field::Summary | Field::Practical) && first.text(field) != text {
            let both = [first.text(field), "\n", text].concat();
            first.fields.insert(field.clone(), both);
        }
    }
}

type Pick = fn(&mut Draft) -> &mut Vec<Row>;

fn measures(draft: &mut Draft) -> &mut Vec<Row> {
    &mut draft.measures
}

fn needs(draft: &mut Draft) -> &mut Vec<Row> {
    &mut draft.needs
}

fn contacts(draft: &mut Draft) -> &mut Vec<Row> {
    &mut draft.contacts
}

fn pick(draft: &Draft, list: Pick) -> Vec<Row> {
    std::mem::take(list(&mut draft.clone()))
}
