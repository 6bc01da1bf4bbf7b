//! A static server that knows only files, as the plainest host does: no rewriting, no application behind it.
//!
//! It listens on loopback only. The browser tests start it with a base path of their own and read its log.

mod files;
mod mime;
mod request;

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::io::Write as _;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::hash;
use files::Found;
use request::Request;

/// What to serve, and where.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder whose files are served.
    pub folder: PathBuf,
    /// The path under which it is served; begins and ends with a slash, as `/asso/solidaire/`.
    pub base: String,
    /// The port on loopback; 0 takes a free one.
    pub port: u16,
    /// Whether compressible files are sent compressed to those who accept it.
    pub gzip: bool,
    /// Whether the body of an answer 404 is the folder's `404.html`, as hosts of project pages do.
    pub not_found_page: bool,
    /// For how many seconds caches may use a file without asking again; 0 lets them ask each time.
    pub max_age: u32,
    /// Paths below the base that are answered with a redirect to another address, as a network does that wants its
    /// visitors to sign in first.
    pub redirects: Vec<(String, String)>,
    /// Paths below the base whose requests are taken and never answered, as where the network is too weak.
    pub silent: Vec<String>,
    /// Paths below the base whose answers stop in the middle, without an end.
    pub stalled: Vec<String>,
}

impl Options {
    /// Serves `folder` under `/asso/solidaire/` on a free port, uncompressed, with plain answers 404.
    #[must_use]
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: folder.into(),
            base: "/asso/solidaire/".into(),
            port: 0,
            gzip: false,
            not_found_page: false,
            max_age: 0,
            redirects: Vec::new(),
            silent: Vec::new(),
            stalled: Vec::new(),
        }
    }
}

/// One answered request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// `GET`, `HEAD` or what else was asked.
    pub method: String,
    /// The path with its query, as it was asked.
    pub target: String,
    /// The HTTP status of the answer.
    pub status: u16,
    /// The bytes of the answer's body.
    pub bytes: usize,
}

/// A running server; it stops when it is dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    listener: Option<JoinHandle<()>>,
}

struct Shared {
    options: Options,
    stopped: AtomicBool,
    log: Mutex<Vec<Answered>>,
    /// Compressed bodies by the hash of the plain ones.
    compressed: Mutex<HashMap<String, Vec<u8>>>,
}

impl std::fmt::Debug for Shared {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Shared")
            .field("options", &self.options)
            .finish_non_exhaustive()
    }
}

impl Server {
    /// Starts to serve.
    ///
    /// # Errors
    /// When the folder is none, the base has another form, or the port is taken.
    pub fn start(options: Options) -> Result<Self> {
        ensure!(
            options.folder.is_dir(),
            "{} is no folder to serve",
            options.folder.display()
        );
        ensure!(
            options.base.starts_with('/') && options.base.ends_with('/') && !options.base.contains("//"),
            "the base `{}` must begin and end with one slash",
            options.base
        );
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port))
            .with_context(|| format!("listening on port {}", options.port))?;
        let address = listener
            .local_addr()
            .context("the server listens on no address")?;
        let shared = Arc::new(Shared {
            options,
            stopped: AtomicBool::new(false),
            log: Mutex::default(),
            compressed: Mutex::default(),
        });
        let listener = std::thread::spawn({
            let shared = Arc::clone(&shared);
            move || shared.listen(&listener)
        });
        Ok(Self {
            address,
            shared,
            listener: Some(listener),
        })
    }

    /// The scheme, host and port, without a slash at the end.
    #[must_use]
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The address of the app's first page.
    #[must_use]
    pub fn address(&self) -> String {
        format!("{}{}", self.origin(), self.shared.options.base)
    }

    /// What was answered since the start or since [`Self::clear_log`], in order.
    #[must_use]
    pub fn log(&self) -> Vec<Answered> {
        locked(&self.shared.log).clone()
    }

    /// Forgets what was answered so far.
    pub fn clear_log(&self) {
        locked(&self.shared.log).clear();
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        if let Some(listener) = self.listener.take() {
            // The listener only ends by a panic, which has been printed.
            let _ = listener.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.stopped.store(true, Ordering::SeqCst);
        // The listener sleeps until somebody comes.
        let _woken = TcpStream::connect(self.address);
        if let Some(listener) = self.listener.take() {
            let _ = listener.join();
        }
    }
}

/// A worker that panicked leaves nothing half-done in the log or the cache.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// An answer before it is sent.
struct Answer {
    status: u16,
    body: Vec<u8>,
    headers: Vec<(&'static str, String)>,
}

impl Shared {
    /// One thread for each connection, one request on each: a browser opens connections that it
    /// leaves idle, and none of them may hold up another.
    fn listen(self: &Arc<Self>, listener: &TcpListener) {
        for stream in listener.incoming() {
            if self.stopped.load(Ordering::SeqCst) {
                return;
            }
            let Ok(stream) = stream else { continue };
            let shared = Arc::clone(self);
            std::thread::spawn(move || shared.serve(&stream));
        }
    }

    fn serve(&self, mut stream: &TcpStream) {
        // A connection that says nothing or goes away is the browser's right.
        let Ok(Some(request)) = Request::read(stream) else {
            return;
        };
        if self.stopped.load(Ordering::SeqCst) {
            // It came over a connection that was opened before.
            return;
        }
        if self.is_among(&self.options.silent, &request.target) {
            self.wait_with(stream);
            return;
        }
        let stalls = self.is_among(&self.options.stalled, &request.target);
        let answer = self.decide(&request);
        let body = if request.method == "HEAD" {
            &[][..]
        } else {
            &answer.body
        };
        let body = if stalls { &body[..body.len() / 2] } else { body };
        locked(&self.log).push(Answered {
            method: request.method,
            target: request.target,
            status: answer.status,
            bytes: body.len(),
        });
        let _sent = head(&answer).and_then(|head| {
            stream.write_all(&head)?;
            stream.write_all(body)
        });
        if stalls {
            self.wait_with(stream);
        }
    }

    /// Says nothing until the server stops or the browser goes away.
    fn wait_with(&self, stream: &TcpStream) {
        let _waits_no_longer = stream.set_nonblocking(true);
        while !self.stopped.load(Ordering::SeqCst) && !matches!(stream.peek(&mut [0]), Ok(0)) {
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    fn decide(&self, request: &Request) -> Answer {
        if !matches!(request.method.as_str(), "GET" | "HEAD") {
            return Answer {
                status: 405,
                body: Vec::new(),
                headers: vec![("Allow", "GET, HEAD".into())],
            };
        }
        if let Some(location) = self.elsewhere(&request.target) {
            return redirect(302, location);
        }
        match files::find(&self.options.folder, &self.options.base, &request.target) {
            Found::File(path) => match std::fs::read(&path) {
                Ok(body) => self.file(request, &path, body),
                Err(error) => text(500, &format!("{}: {error}", path.display())),
            },
            Found::Redirect(location) => redirect(301, location),
            Found::Nothing => self.not_found(),
        }
    }

    fn is_among(&self, paths: &[String], target: &str) -> bool {
        let path = self.below(target);
        path.is_some_and(|path| paths.iter().any(|one| one == path))
    }

    /// Where a request is sent instead of being answered.
    fn elsewhere(&self, target: &str) -> Option<String> {
        let path = self.below(target)?;
        let redirects = &self.options.redirects;
        let (_, location) = redirects.iter().find(|(from, _)| from == path)?;
        Some(location.clone())
    }

    /// The path of a target below the base, without its query.
    fn below<'a>(&self, target: &'a str) -> Option<&'a str> {
        target.strip_prefix(&self.options.base)?.split('?').next()
    }

    fn file(&self, request: &Request, path: &std::path::Path, body: Vec<u8>) -> Answer {
        let (kind, compressible) = mime::of(path);
        let hash = hash::short(&body);
        let tag = format!("\"{hash}\"");
        let headers = vec![
            ("ETag", tag.clone()),
            ("Cache-Control", self.caching()),
            ("Vary", "Accept-Encoding".into()),
        ];
        if request
            .header("If-None-Match")
            .is_some_and(|known| names_tag(known, &tag))
        {
            return Answer {
                status: 304,
                body: Vec::new(),
                headers,
            };
        }
        let mut answer = Answer {
            status: 200,
            body,
            headers,
        };
        answer.headers.push(("Content-Type", kind.into()));
        let accepts = request
            .header("Accept-Encoding")
            .is_some_and(|accepted| accepted.contains("gzip"));
        if self.options.gzip && compressible && accepts {
            answer.body = match self.compress(hash, &answer.body) {
                Ok(compressed) => compressed,
                Err(error) => return text(500, &format!("compressing {}: {error}", path.display())),
            };
            answer.headers.push(("Content-Encoding", "gzip".into()));
        }
        answer
    }

    fn caching(&self) -> String {
        match self.options.max_age {
            0 => "no-cache".into(),
            seconds => format!("max-age={seconds}"),
        }
    }

    fn compress(&self, hash: String, body: &[u8]) -> std::io::Result<Vec<u8>> {
        match locked(&self.compressed).entry(hash) {
            Entry::Occupied(known) => Ok(known.get().clone()),
            Entry::Vacant(free) => Ok(free.insert(gzip(body)?).clone()),
        }
    }

    fn not_found(&self) -> Answer {
        let page = self.options.folder.join("404.html");
        match std::fs::read(page) {
            Ok(body) if self.options.not_found_page => Answer {
                status: 404,
                body,
                headers: vec![("Content-Type", mime::HTML.into())],
            },
            _ => text(404, "Not found"),
        }
    }
}

fn redirect(status: u16, location: String) -> Answer {
    Answer {
        status,
        body: Vec::new(),
        headers: vec![("Location", location)],
    }
}

fn text(status: u16, message: &str) -> Answer {
    Answer {
        status,
        body: message.into(),
        headers: vec![("Content-Type", "text/plain; charset=utf-8".into())],
    }
}

/// What stands before an answer's body.
fn head(answer: &Answer) -> std::io::Result<Vec<u8>> {
    let mut head = Vec::new();
    write!(head, "HTTP/1.1 {} {}\r\n", answer.status, reason(answer.status))?;
    for (name, value) in &answer.headers {
        write!(head, "{name}: {value}\r\n")?;
    }
    write!(
        head,
        "Content-Length: {}\r\nConnection: close\r\n\r\n",
        answer.body.len()
    )?;
    Ok(head)
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        301 => "Moved Permanently",
        302 => "Found",
        304 => "Not Modified",
        404 => "Not Found",
        405 => "Method Not Allowed",
        _ => "Internal Server Error",
    }
}

fn names_tag(known: &str, tag: &str) -> bool {
    known
        .split(',')
        .map(str::trim)
        .any(|one| one == "*" || one.trim_start_matches("W/") == tag)
}

/// The bytes as a host sends them compressed.
///
/// # Errors
/// None is known, since it writes to memory; it is passed on rather than hidden.
pub fn gzip(body: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::new(6));
    encoder.write_all(body)?;
    encoder.finish()
}

#[cfg(test)]
mod tests;
