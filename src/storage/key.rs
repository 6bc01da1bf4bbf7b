//! Every key of the application, in one place.

use crate::domain::id::Id;

/// A key, without the prefix.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// The version of the storage's layout.
    Layout,
    /// The identifier of this device, the author of its changes.
    Device,
    /// The identifier of another device of the same person, whose backup was restored here: its changes
    /// are theirs too.
    Former(Id),
    /// A change.
    Change(Id),
    /// The commit of a batch: how many changes it has.
    Batch(Id),
    /// Several keys that are being written at once: see [`super::journal`].
    Journal(Id),
    /// How far a journal had come when a start found it unfinished.
    Mark(Id),
    /// An initiative that is hidden on this device.
    Hidden(Id),
    /// A private value: an initiative and one of its items.
    Private(Id, Id),
    /// The passage of a press release that an initiative was read from: the initiative, and the passage's own
    /// identifier. As private as the values.
    Excerpt(Id, Id),
    /// A form that is being filled; none for a new initiative.
    Draft(Option<Id>),
    /// A request to the association that is being written.
    Request,
    /// A press release that is being read in and checked.
    Intake(Id),
    /// What was handed over to an editor: a contribution.
    Sent(Id),
    /// The name and the call-back that a sender wanted to find again.
    Sender,
    /// A contribution that waits in the editor's inbox.
    Inbox(Id),
    /// A decision about a part of a contribution.
    Log(Id),
    /// When the last backup was made.
    BackedUp,
    /// The day on which the person put the reminder to send or back up off.
    PutOff,
    /// Which entry of ours a person has called the same as one of another site.
    Same(Id),
    /// The day on which the person was offered to put the application on the home screen.
    InstallOffered,
    /// What was last saved to be published.
    Publication,
    /// A setting.
    Setting(Setting),
    /// A text that could not be read, under a number.
    Aside(Id),
    /// Which edition this device has kept; its bytes lie in the browser's cache of files.
    Edition,
    /// An initiative whose values were erased because a person asked for it.
    Erased(Id),
    /// A key of another site that this address served before, with its text.
    SetAside(Id, Box<str>),
    /// A key of a version that this one does not know: backed up and erased with the others.
    Other(Box<str>),
}

/// A setting of this device. `rescue.js` reads the first three before the application starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Setting {
    /// The language of the interface: `fr`, `en`.
    Lang,
    /// Light or dark: `light`, `dark`; absent, the device decides.
    Theme,
    /// The text size: `large`, `larger`; absent, the usual one.
    TextSize,
    /// Whether the editor's tools are shown: `yes`.
    Editor,
    /// The commune that distances are counted from: its INSEE code; absent, none was chosen.
    Commune,
}

impl Setting {
    /// Every setting.
    pub const ALL: [Self; 5] = [
        Self::Lang,
        Self::Theme,
        Self::TextSize,
        Self::Editor,
        Self::Commune,
    ];

    const fn name(self) -> &'static str {
        match self {
            Self::Lang => "lang",
            Self::Theme => "theme",
            Self::TextSize => "text_size",
            Self::Editor => "editor",
            Self::Commune => "commune",
        }
    }
}

impl Key {
    /// Whether it keeps what somebody is still writing.
    #[must_use]
    pub const fn is_draft(&self) -> bool {
        matches!(self, Self::Draft(_) | Self::Request | Self::Intake(_))
    }

    /// Whether it is of one tab alone: what is being written there, or how that tab is set. Nothing of it is
    /// on top of the edition, so no other tab merges anew because of it.
    #[must_use]
    pub const fn is_of_one_tab(&self) -> bool {
        self.is_draft() || matches!(self, Self::Setting(_))
    }

    /// The key as text.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Layout => "layout".to_owned(),
            Self::Device => "device".to_owned(),
            Self::Former(id) => ["former/", id.as_str()].concat(),
            Self::Change(id) => ["change/", id.as_str()].concat(),
            Self::Batch(id) => ["batch/", id.as_str()].concat(),
            Self::Journal(id) => ["journal/", id.as_str()].concat(),
            Self::Mark(id) => ["mark/", id.as_str()].concat(),
            Self::Hidden(id) => ["hidden/", id.as_str()].concat(),
            Self::Private(initiative, item) => ["private/", initiative.as_str(), "/", item.as_str()].concat(),
            Self::Excerpt(initiative, id) => ["excerpt/", initiative.as_str(), "/", id.as_str()].concat(),
            Self::Draft(id) => ["draft/", id.as_ref().map_or("", Id::as_str)].concat(),
            Self::Request => "request".to_owned(),
            Self::Intake(id) => ["intake/", id.as_str()].concat(),
            Self::Sent(id) => ["sent/", id.as_str()].concat(),
            Self::Sender => "sender".to_owned(),
            Self::Inbox(id) => ["inbox/", id.as_str()].concat(),
            Self::Log(id) => ["log/", id.as_str()].concat(),
            Self::BackedUp => "backed-up".to_owned(),
            Self::PutOff => "put-off".to_owned(),
            Self::Same(id) => ["same/", id.as_str()].concat(),
            Self::InstallOffered => "install-offered".to_owned(),
            Self::Publication => "publication".to_owned(),
            Self::Setting(setting) => ["setting/", setting.name()].concat(),
            Self::Aside(id) => ["aside/", id.as_str()].concat(),
            Self::Edition => "edition".to_owned(),
            Self::Erased(id) => ["erased/", id.as_str()].concat(),
            Self::SetAside(site, key) => ["site/", site.as_str(), "/", key].concat(),
            Self::Other(text) => text.to_string(),
        }
    }

    /// The key of a text that stands in the storage, also one that this version does not know.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self::parse(text).unwrap_or_else(|| Self::Other(text.into()))
    }

    /// The key of a text, if it is one of the application's.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let Some((kind, rest)) = text.split_once('/') else {
            return match text {
                "layout" => Some(Self::Layout),
                "device" => Some(Self::Device),
                "backed-up" => Some(Self::BackedUp),
                "put-off" => Some(Self::PutOff),
                "install-offered" => Some(Self::InstallOffered),
                "sender" => Some(Self::Sender),
                "request" => Some(Self::Request),
                "edition" => Some(Self::Edition),
                "publication" => Some(Self::Publication),
                _ => None,
            };
        };
        match kind {
            "former" => Id::parse(rest).map(Self::Former),
            "change" => Id::parse(rest).map(Self::Change),
            "batch" => Id::parse(rest).map(Self::Batch),
            "journal" => Id::parse(rest).map(Self::Journal),
            "mark" => Id::parse(rest).map(Self::Mark),
            "hidden" => Id::parse(rest).map(Self::Hidden),
            "private" | "excerpt" => {
                let (initiative, item) = rest.split_once('/')?;
                let of = if kind == "private" {
                    Self::Private
                } else {
                    Self::Excerpt
                };
                Some(of(Id::parse(initiative)?, Id::parse(item)?))
            }
            "draft" if rest.is_empty() => Some(Self::Draft(None)),
            "draft" => Some(Self::Draft(Some(Id::parse(rest)?))),
            "intake" => Id::parse(rest).map(Self::Intake),
            "sent" => Id::parse(rest).map(Self::Sent),
            "inbox" => Id::parse(rest).map(Self::Inbox),
            "log" => Id::parse(rest).map(Self::Log),
            "same" => Id::parse(rest).map(Self::Same),
            "setting" => Setting::ALL
                .into_iter()
                .find(|setting| setting.name() == rest)
                .map(Self::Setting),
            "aside" => Id::parse(rest).map(Self::Aside),
            "erased" => Id::parse(rest).map(Self::Erased),
            "site" => {
                let (site, key) = rest.split_once('/')?;
                (!key.is_empty()).then_some(())?;
                Some(Self::SetAside(Id::parse(site)?, key.into()))
            }
            _ => None,
        }
    }
}

/// The name of the browser's cache of files that holds the kept edition, from the application's base
/// path: caches are shared among all applications of an origin, as the storage is.
#[must_use]
pub fn edition_cache(base_path: &str) -> String {
    [&prefix(base_path), "edition"].concat()
}

/// The prefix of every key, from the application's base path (`/`, `/asso/solidaire/`).
///
/// The path is closed by a colon, and a colon inside it is escaped, so that the keys of `/a/` are
/// never a beginning of those of `/a/b/`.
#[must_use]
pub fn prefix(base_path: &str) -> String {
    ["solidaire:", &base_path.replace(':', "%3A"), ":"].concat()
}

#[cfg(test)]
mod tests {
    use super::{Key, Setting, prefix};
    use crate::domain::id::Id;

    #[test]
    fn every_key_is_read_back() {
        let id = |text: &str| Id::parse(text).unwrap();
        let mut keys = vec![
            Key::Layout,
            Key::Device,
            Key::Former(id("a")),
            Key::BackedUp,
            Key::PutOff,
            Key::InstallOffered,
            Key::Change(id("a")),
            Key::Batch(id("a")),
            Key::Journal(id("a")),
            Key::Mark(id("a")),
            Key::Hidden(id("a")),
            Key::Private(id("a"), id("b")),
            Key::Excerpt(id("a"), id("b")),
            Key::Draft(None),
            Key::Draft(Some(id("a"))),
            Key::Request,
            Key::Intake(id("a")),
            Key::Sent(id("a")),
            Key::Sender,
            Key::Inbox(id("a")),
            Key::Log(id("a")),
            Key::Same(id("a")),
            Key::Publication,
            Key::Aside(id("a")),
            Key::Edition,
            Key::Erased(id("a")),
            Key::SetAside(id("a"), "change/b".into()),
            Key::SetAside(id("a"), "draft/".into()),
        ];
        keys.extend(Setting::ALL.map(Key::Setting));
        for key in keys {
            assert_eq!(Key::parse(&key.text()), Some(key));
        }
        for foreign in [
            "",
            "change",
            "change/",
            "change/A",
            "other/a",
            "setting/x",
            "private/a",
            "excerpt/a",
            "site/a",
            "site/a/",
        ] {
            assert_eq!(Key::parse(foreign), None, "{foreign}");
            assert_eq!(Key::of(foreign).text(), foreign);
        }
    }

    #[test]
    fn what_is_being_written_is_of_one_tab_and_what_is_shown_of_all() {
        for (name, of_one) in [
            ("draft/", true),
            ("draft/a", true),
            ("request", true),
            ("intake/a", true),
            ("setting/lang", true),
            ("change/a", false),
            ("hidden/a", false),
            ("inbox/a", false),
            ("later/thing", false),
        ] {
            assert_eq!(Key::of(name).is_of_one_tab(), of_one, "{name}");
        }
    }

    #[test]
    fn two_sites_of_one_origin_share_no_beginning() {
        let paths = ["/", "/a/", "/a/b/", "/a:b/", "/a:/b/"];
        for one in paths {
            for two in paths.into_iter().filter(|two| *two != one) {
                assert!(!prefix(two).starts_with(&prefix(one)), "{one} {two}");
            }
        }
    }
}
