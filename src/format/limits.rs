//! How large things may be. Past a limit is an error that names the place: nothing hangs, nothing is
//! cut in silence.
//!
//! A file comes from anywhere, and is read on a three-year-old phone.

/// The bytes of a file: 20,000 initiatives at 3 kB each, as a file that people compare line by line
/// writes them.
pub const FILE_BYTES: usize = 64 * 1024 * 1024;

/// How deep values may lie in each other. The format itself needs eight levels; the rest is for
/// fields of newer versions. Bounded, so that no file exhausts the stack.
pub const DEPTH: usize = 32;

/// The values in a file. 20,000 initiatives of a hundred values each; bounded, since a value takes
/// twenty times the memory of the two bytes that write it.
pub const VALUES: usize = 2_000_000;

/// The fields of one object. A backup has one per stored change; nothing else comes near.
pub const FIELDS: usize = 50_000;

/// The fields of one object that this version does not know. More are no newer version, and those of
/// an entry must fit into a change beside its lists.
pub const UNKNOWN_FIELDS: usize = 200;

/// How deep values may lie in a field that this version does not know. It lies three levels deeper in
/// a contribution than in a catalogue, and must not pass [`DEPTH`] there.
pub const UNKNOWN_DEPTH: usize = 16;

/// The initiatives of a catalogue: twice the largest that search and lists are measured with.
pub const INITIATIVES: usize = 20_000;

/// The press releases of a catalogue: one a day for five years.
pub const COMMUNIQUES: usize = 2_000;

/// The themes of a catalogue: more could not be chosen from.
pub const THEMES: usize = 200;

/// The numbers to call in an emergency: more could not be taken in by a glance.
pub const EMERGENCY: usize = crate::domain::site_lines::MAX_EMERGENCY;

/// The entries that were taken out: they stay for ever, so there may be more than initiatives.
pub const REMOVED: usize = 50_000;

/// The items of a list within one entry: measures, needs, contacts, communes served, tags. The
/// largest department has 890 communes, and one initiative may serve them all.
pub const ITEMS: usize = 1_000;

/// The columns of a table: six times those that this application writes.
pub const COLUMNS: usize = 200;

/// The characters of a text on one line: titles, names, units, labels. What the form allows.
pub const LINE: usize = crate::domain::text::MAX_LINE;

/// The characters of a text of several paragraphs. What the form allows.
pub const PARAGRAPHS: usize = crate::domain::text::MAX_TEXT;

/// The characters of a link or of what stands in its place.
pub const LINK: usize = crate::domain::link::Link::MAX_BYTES;

/// The paths of one change: a new entry whose lists are all full.
pub const CHANGE_FIELDS: usize = 4_000;

/// The changes that one change replaces, and those that travel in one contribution: a long evening's
/// work, sent as a file.
pub const CHANGES: usize = 5_000;

/// The warnings that are kept; more are counted. Nobody reads a thousand.
pub const WARNINGS: usize = 1_000;
