//! The edition in the running application: which one is shown, and what becomes of one that arrives.
//!
//! What every start needs, reading the file and showing it where nothing is odd, stands in
//! [`load`](super::load), what is kept of it in [`kept`](super::kept). Everything here belongs to the
//! second module: asking for a newer one, and the odd cases, whose rules are those of
//! [`EditionName::arrives`].
//!
//! Invariant:
//! - An edition is applied at once; a form that is open keeps what was typed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use js_sys::ArrayBuffer;
use leptos::prelude::*;

use super::kept::kept_catalogue;
use super::load::{CATALOGUE, Failure, Read, parse};
use super::{App, Keeping, Store};
use crate::browser::fetch;
use crate::domain::catalogue::Catalogue;
use crate::domain::edition::{Arrival, EditionName};
use crate::domain::id::Id;
use crate::format::backup::{Backup, write_backup};
use crate::format::{json, limits, v1};
use crate::storage::key::Key;
use crate::storage::port::{Denied, Storage, WriteError};
use crate::storage::{removal, sites};
use crate::workspace::Workspace;
use crate::workspace::arrival::News;

/// How what is shown stands to what the site publishes.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Standing {
    /// It is what the site publishes, as far as anybody knows.
    #[default]
    Live,
    /// It is the kept edition: the site's file could not be had, or not be read.
    Kept(Failure),
    /// It is the kept edition: the site's file is this earlier one.
    Ahead(EditionName),
    /// It is the site's file, though this device has seen this later one, whose bytes it lacks.
    Behind(EditionName),
    /// It is one of two editions that were published apart; this is the other.
    Apart(EditionName),
    /// It is the kept edition: the address serves another site, and there is no room to set aside what
    /// is local.
    Stuck,
}

/// What the application knows of the edition beside the catalogue itself.
#[derive(Clone, Copy)]
pub struct Watched {
    /// How what is shown stands to what the site publishes.
    pub standing: RwSignal<Standing>,
    /// How it stood before the file could not be had.
    stood: RwSignal<Standing>,
    /// How many sites have local changes waiting here, since their address serves another one now.
    pub waiting: RwSignal<usize>,
    /// What tells of it, once the second module has brought it.
    pub banners: RwSignal<Option<fn() -> AnyView>>,
    /// Draws the banners of those who have changed something, and of a newer version. The second module
    /// brings this.
    pub reminders: RwSignal<Option<fn() -> AnyView>>,
    /// What is to begin once the first edition is shown, until it does.
    pub(super) begin: StoredValue<Option<fn(App)>>,
    pub(super) is_followed: StoredValue<bool>,
    /// What the host called the file that was read last.
    pub(super) tag: StoredValue<String>,
    /// The bytes of what is shown, until they are kept.
    pub(super) bytes: StoredValue<Option<ArrayBuffer>, LocalStorage>,
}

impl Watched {
    pub(super) fn new() -> Self {
        Self {
            standing: RwSignal::new(Standing::Live),
            stood: RwSignal::new(Standing::Live),
            waiting: RwSignal::new(0),
            banners: RwSignal::new(None),
            reminders: RwSignal::new(None),
            begin: StoredValue::new(None),
            is_followed: StoredValue::new(false),
            tag: StoredValue::new(String::new()),
            bytes: StoredValue::new_local(None),
        }
    }
}

impl App {
    /// Begins something once an edition is shown, now or when it is: the first time that it is asked
    /// for.
    pub fn begin_when_shown(self, begin: fn(App)) {
        if !self.edition.is_followed.get_value() {
            self.edition.is_followed.set_value(true);
            self.edition.begin.set_value(Some(begin));
            self.begin_if_shown();
        }
    }

    pub(super) fn begin_if_shown(self) {
        if self.workspace.with_untracked(Option::is_none) {
            return;
        }
        let begin = self.edition.begin.get_value();
        self.edition.begin.set_value(None);
        if let Some(begin) = begin {
            begin(self);
        }
    }

    /// Does with a file, or with the lack of one, what the rules of arrival say. Gives what the edition
    /// says otherwise than the one that was shown, where one takes the place of another.
    pub(super) async fn judge(self, fetched: Result<Read, Failure>) -> Option<News> {
        match fetched {
            Ok(read) => self.arrive(read).await,
            Err(failure) => {
                self.fall_back(failure).await;
                None
            }
        }
    }

    /// Asks for the file past every copy and shows what has changed. Gives the news of an edition that
    /// takes the place of another.
    pub async fn check(self) -> Option<News> {
        if self.workspace.with_untracked(Option::is_none) {
            // The first one has not arrived, or could not be had.
            if self.failure.with_untracked(Option::is_some) {
                self.load();
            }
            return None;
        }
        let known = self.edition.tag.get_value();
        match fetch::fresh(CATALOGUE, limits::FILE_BYTES, &known).await {
            Ok(None) => {
                self.found_again();
                None
            }
            Ok(Some(file)) => self.judge(parse(file)).await,
            Err(error) => self.judge(Err(Failure::Fetch(error))).await,
        }
    }

    /// Shows what the site publishes, though it is earlier than what this device has seen: the person
    /// has asked for it.
    pub async fn take_live(self) {
        match fetch::fresh(CATALOGUE, limits::FILE_BYTES, "").await {
            Ok(Some(file)) => match parse(file) {
                Ok(read) => self.show_live(read, Standing::Live).await,
                Err(failure) => self.lose_file(failure),
            },
            // Without a known name there is always an answer.
            Ok(None) => {}
            Err(error) => self.lose_file(Failure::Fetch(error)),
        }
    }

    /// Whether an edition that is shown from now on is the latest that this device knows of. What another
    /// one has taken, one that was published before or apart from it may lack.
    pub(super) fn is_latest(self, edition: &Catalogue) -> bool {
        let is_earlier = |standing| matches!(standing, Standing::Behind(_) | Standing::Apart(_));
        !is_earlier(self.standing_of_file()) && !is_earlier(self.noted_standing(&EditionName::of(edition)))
    }

    /// How an edition stood when it was noted: one of two that were published apart goes on being told of.
    fn noted_standing(self, name: &EditionName) -> Standing {
        let kept = self.kept_edition().filter(|kept| kept.name.id == name.id);
        kept.and_then(|kept| kept.apart)
            .map_or(Standing::Live, Standing::Apart)
    }

    /// Tells at a start what was noted of the edition that is shown.
    pub fn recall_standing(self) {
        let is_live = |standing: &Standing| *standing == Standing::Live;
        if let Some(shown) = self
            .shown_edition()
            .filter(|_| self.edition.standing.with_untracked(is_live))
        {
            self.edition
                .standing
                .set(self.noted_standing(&EditionName::of(&shown)));
        }
    }

    /// The file could not be had, or not be read, while an edition is shown.
    fn lose_file(self, failure: Failure) {
        self.edition.stood.set(self.standing_of_file());
        self.edition.standing.set(Standing::Kept(failure));
    }

    /// The file is the one that was read last: what was told of a failure since then is over, and what was
    /// odd about that file is as odd as before.
    fn found_again(self) {
        let stood = self.standing_of_file();
        if self
            .edition
            .standing
            .with_untracked(|standing| *standing != stood)
        {
            self.edition.standing.set(stood);
        }
    }

    /// How what is shown stands to the file that was read last, whether it can still be had or not.
    pub(super) fn standing_of_file(self) -> Standing {
        match self.edition.standing.get_untracked() {
            Standing::Kept(_) => self.edition.stood.get_untracked(),
            standing => standing,
        }
    }

    async fn arrive(self, read: Read) -> Option<News> {
        let name = EditionName::of(&read.catalogue);
        let shown = self.shown_edition();
        let kept = self.kept_edition().map(|kept| kept.name);
        // Where nothing can be noted, what is shown is all that is known.
        let known = kept.or_else(|| shown.as_deref().map(EditionName::of));
        match (name.arrives(known.as_ref()), known) {
            (Arrival::OtherSite, Some(known)) => self.change_site(read, &known.site).await,
            (Arrival::Older, Some(known)) => self.stay(read, known, Standing::Ahead(name)).await,
            (Arrival::ApartEarlier, Some(known)) => self.stay(read, known, Standing::Apart(name)).await,
            (arrival, Some(known)) => self.follow_on(read, known, arrival).await,
            (_, None) => self.show_live(read, Standing::Live).await,
        }
        let (before, after) = (shown?, self.shown_edition()?);
        let news = News::between(&before, &after);
        (before.edition.id != after.edition.id && before.site.id == after.site.id).then_some(news)
    }

    /// The edition that is shown, as it was published.
    pub(super) fn shown_edition(self) -> Option<Arc<Catalogue>> {
        self.with_workspace_untracked(Workspace::shared_edition)
    }

    /// Shows a file that has arrived in the place of the edition that is known.
    async fn follow_on(self, read: Read, known: EditionName, arrival: Arrival) {
        let standing = match arrival {
            Arrival::ApartLater => {
                self.keep_other(&known, &read.catalogue).await;
                Standing::Apart(known)
            }
            Arrival::Same => self.noted_standing(&known),
            _ => Standing::Live,
        };
        self.show_live(read, standing).await;
    }

    /// Shows a file that has arrived, and keeps it.
    async fn show_live(self, read: Read, standing: Standing) {
        let is_apart = matches!(standing, Standing::Apart(_));
        self.edition.standing.set(standing);
        self.take(read).await;
        // Where nothing local lies on top, nothing was prepared; an inbox or a draft may be here still.
        self.with_workspace_untracked(|workspace| self.honour_requests(workspace.edition()));
        // A note of an edition that is not to be shown any more would hold against this one.
        self.keep_edition().await;
        if !is_apart {
            self.drop_other().await;
        }
    }

    /// Goes on with the kept edition, since the file is not to take its place. Where the browser may
    /// have given an old copy, it is asked once more.
    async fn stay(self, read: Read, known: EditionName, standing: Standing) {
        if let Ok(Some(file)) = fetch::fresh(CATALOGUE, limits::FILE_BYTES, &read.file.tag).await
            && let Ok(again) = parse(file)
            && let arrival = EditionName::of(&again.catalogue).arrives(Some(&known))
            && arrival.is_shown()
            && arrival != Arrival::OtherSite
        {
            return self.follow_on(again, known, arrival).await;
        }
        let is_shown = |edition: &Catalogue| edition.edition.id == known.id;
        if self.shown_edition().is_some_and(|shown| is_shown(&shown)) {
            self.edition.tag.set_value(read.file.tag);
            self.edition.standing.set(standing);
        } else if let Some(kept) = kept_catalogue().await.filter(is_shown) {
            self.edition.tag.set_value(read.file.tag);
            self.edition.standing.set(standing);
            self.show(Arc::new(kept)).await;
        } else {
            self.edition.standing.set(Standing::Behind(known));
            self.take(read).await;
        }
    }

    /// Another site is served at this address: what is local waits under the old one's identifier.
    async fn change_site(self, read: Read, old: &Id) {
        if self.with_store(|store| sites::set_aside(store, old)).is_err() {
            return self.go_without_room().await;
        }
        // Noted before anything of the new site comes back, so that a crash now mixes no two sites. The
        // bytes follow, once the page is drawn.
        let name = EditionName::of(&read.catalogue);
        let noted = self.note(name, String::new());
        self.reload_hidden();
        if noted.is_err() {
            self.keeping.set(Keeping::Nowhere);
        }
        self.show_live(read, Standing::Live).await;
    }

    /// What is local cannot be set aside: it must not be mixed with another site's catalogue.
    async fn go_without_room(self) {
        self.edition.standing.set(Standing::Stuck);
        if self.workspace.with_untracked(Option::is_some) {
            return;
        }
        match kept_catalogue().await {
            Some(kept) => self.show(Arc::new(kept)).await,
            None => self.failure.set(Some(Failure::Full)),
        }
    }

    /// The file could not be had, or not be read: the last good one stays.
    async fn fall_back(self, failure: Failure) {
        if self.workspace.with_untracked(Option::is_some) {
            self.lose_file(failure);
            return;
        }
        let site = self.kept_edition().map(|kept| kept.name.site);
        match kept_catalogue()
            .await
            .filter(|kept| Some(&kept.site.id) == site.as_ref())
        {
            Some(kept) => {
                self.edition.standing.set(Standing::Kept(failure));
                self.show(Arc::new(kept)).await;
            }
            None => self.failure.set(Some(failure)),
        }
    }

    /// Does what must be done before anything local is laid on top of an edition: what waits for its
    /// site comes back, what persons asked to have removed is erased, and what was erased before is
    /// taken out of it.
    pub(super) fn prepare_for(self, edition: Arc<Catalogue>) -> Arc<Catalogue> {
        // What does not fit waits on, and is told among what waits.
        let _returned = self.with_store(|store| sites::bring_back(store, &edition.site.id));
        self.honour_requests(&edition);
        // A storage that refuses brings nothing back.
        let waiting = self.with_store(sites::waiting).unwrap_or_default();
        self.edition.waiting.set(waiting.len());
        self.withhold_erased(edition)
    }

    /// An edition without what was erased here, which another tab may have done just now.
    pub(super) fn withhold_erased(self, edition: Arc<Catalogue>) -> Arc<Catalogue> {
        let erased = self.erased();
        let requested: Vec<&Id> = edition.requested().collect();
        let mut missing = erased.iter().filter(|id| !requested.contains(id)).peekable();
        if missing.peek().is_none() {
            return edition;
        }
        let mut withheld = Catalogue::clone(&edition);
        v1::withhold(&mut withheld, missing);
        Arc::new(withheld)
    }

    /// What waits for other sites that this address served before.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn waiting_sites(self) -> Result<BTreeMap<Id, Vec<(String, String)>>, Denied> {
        self.with_store(sites::waiting)
    }

    /// What waits for a site, as a backup to be restored there.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn waiting_backup(self, site: &Id) -> Result<String, Denied> {
        // What was erased meanwhile, by another tab, is an empty backup.
        let entries = self.waiting_sites()?.remove(site).unwrap_or_default();
        let backup = Backup {
            site: Some(site.clone()),
            ..self.backup_of(entries)
        };
        Ok(json::write_pretty(&write_backup(&backup)))
    }

    /// Forgets what waits for a site.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn forget_waiting(self, site: &Id) -> Result<(), WriteError> {
        self.with_store(|store| sites::forget(store, site))?;
        self.edition
            .waiting
            .update(|waiting| *waiting = waiting.saturating_sub(1));
        Ok(())
    }

    /// Erases what is kept here of the entries that persons asked to have removed.
    pub fn honour_requests(self, edition: &Catalogue) {
        match self.with_store(|store| removal::honour(store, edition.requested())) {
            Ok(erased) if !erased.is_empty() => {
                // What it would bring back is gone for good.
                self.notices.close();
                self.renew_other();
                self.reload_hidden();
                // So is what an open page shows of the inbox, which lies beside the workspace.
                self.workspace.notify();
            }
            // Where it could not be done whole, nothing marks it as done: the next start does it.
            Ok(_) | Err(_) => {}
        }
    }

    /// The entries whose values were erased here at a person's request.
    pub(super) fn erased(self) -> BTreeSet<Id> {
        // A storage that refuses brings nothing back.
        self.with_store(removal::erased).unwrap_or_default()
    }

    /// Whether an entry's values were erased here at a person's request.
    #[must_use]
    pub fn is_erased(self, id: &Id) -> bool {
        let mark = self.with_store(|store| store.read(&Key::Erased(id.clone())));
        mark.is_ok_and(|mark| mark.is_some())
    }
}

/// Whether an edition holds something that was erased here, so that it must be taken out first.
pub(super) fn brings_back_erased(store: &Store, edition: &Catalogue) -> Result<bool, Denied> {
    Ok(store.keys()?.iter().any(|key| match Key::parse(key) {
        Some(Key::Erased(id)) => !edition.requested().any(|requested| *requested == id),
        _ => false,
    }))
}
