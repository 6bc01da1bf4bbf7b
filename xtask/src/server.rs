//! A static server that knows only files, as the plainest host does: no rewriting, no application behind it.
//!
//! It listens on loopback only. The browser tests start it with a base path of their own and read its log.

mod files;
mod mime;

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::io::{Cursor, Write as _};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

use anyhow::{Context, Result, anyhow, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;
use tiny_http::{Header, Request, Response};

use crate::hash;
use files::Found;

/// Browsers open six connections at a time.
const WORKERS: usize = 6;

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
    workers: Vec<JoinHandle<()>>,
}

struct Shared {
    http: tiny_http::Server,
    options: Options,
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
        let http = tiny_http::Server::http((Ipv4Addr::LOCALHOST, options.port))
            .map_err(|error| anyhow!("cannot listen on port {}: {error}", options.port))?;
        let address = http
            .server_addr()
            .to_ip()
            .context("the server listens on no address")?;
        let shared = Arc::new(Shared {
            http,
            options,
            log: Mutex::default(),
            compressed: Mutex::default(),
        });
        let workers = (0..WORKERS).map(|_| {
            let shared = Arc::clone(&shared);
            // `recv` ends with an error once the server is dropped.
            std::thread::spawn(move || {
                while let Ok(request) = shared.http.recv() {
                    shared.answer(request);
                }
            })
        });
        let workers = workers.collect();
        Ok(Self {
            address,
            shared,
            workers,
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
        for worker in self.workers.drain(..) {
            // A worker only ends by a panic, which has been printed.
            let _ = worker.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        for _ in &self.workers {
            self.shared.http.unblock();
        }
        for worker in self.workers.drain(..) {
            let _ = worker.join();
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
    fn answer(&self, request: Request) {
        let answer = self.decide(&request);
        let mut response = Response::new(
            answer.status.into(),
            Vec::new(),
            Cursor::new(answer.body.as_slice()),
            Some(answer.body.len()),
            None,
        )
        .with_chunked_threshold(usize::MAX);
        for (name, value) in &answer.headers {
            match Header::from_bytes(*name, value.as_bytes()) {
                Ok(header) => response.add_header(header),
                Err(()) => eprintln!("cannot send the header {name}: {value}"),
            }
        }
        let answered = Answered {
            method: request.method().to_string(),
            target: request.url().to_owned(),
            status: answer.status,
            bytes: if *request.method() == tiny_http::Method::Head {
                0
            } else {
                answer.body.len()
            },
        };
        locked(&self.log).push(answered);
        // The browser may have gone away meanwhile, which is its right.
        let _ = request.respond(response);
    }

    fn decide(&self, request: &Request) -> Answer {
        if !matches!(request.method(), tiny_http::Method::Get | tiny_http::Method::Head) {
            return Answer {
                status: 405,
                body: Vec::new(),
                headers: vec![("Allow", "GET, HEAD".into())],
            };
        }
        match files::find(&self.options.folder, &self.options.base, request.url()) {
            Found::File(path) => match std::fs::read(&path) {
                Ok(body) => self.file(request, &path, body),
                Err(error) => text(500, &format!("{}: {error}", path.display())),
            },
            Found::Redirect(location) => Answer {
                status: 301,
                body: Vec::new(),
                headers: vec![("Location", location)],
            },
            Found::Nothing => self.not_found(),
        }
    }

    fn file(&self, request: &Request, path: &std::path::Path, body: Vec<u8>) -> Answer {
        let (kind, compressible) = mime::of(path);
        let hash = hash::short(&body);
        let tag = format!("\"{hash}\"");
        let headers = vec![
            ("ETag", tag.clone()),
            ("Cache-Control", "no-cache".into()),
            ("Vary", "Accept-Encoding".into()),
        ];
        if header(request, "If-None-Match").is_some_and(|known| names_tag(known, &tag)) {
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
        let accepts = header(request, "Accept-Encoding").is_some_and(|accepted| accepted.contains("gzip"));
        if self.options.gzip && compressible && accepts {
            answer.body = match self.compress(hash, &answer.body) {
                Ok(compressed) => compressed,
                Err(error) => return text(500, &format!("compressing {}: {error}", path.display())),
            };
            answer.headers.push(("Content-Encoding", "gzip".into()));
        }
        answer
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

fn text(status: u16, message: &str) -> Answer {
    Answer {
        status,
        body: message.into(),
        headers: vec![("Content-Type", "text/plain; charset=utf-8".into())],
    }
}

fn header<'a>(request: &'a Request, name: &'static str) -> Option<&'a str> {
    request
        .headers()
        .iter()
        .find(|header| header.field.equiv(name))
        .map(|header| header.value.as_str())
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
