//! Reading the head of a request.

use std::io::{self, Read};

/// The longest head that is read, in bytes: what common servers allow.
const MAX_HEAD: usize = 16 * 1024;

/// The most headers that are read.
const MAX_HEADERS: usize = 64;

/// The head of a request. None of the methods that are answered has a body.
#[derive(Debug)]
pub(super) struct Request {
    /// `GET`, `HEAD` or what else was asked.
    pub(super) method: String,
    /// The path with its query, as it was asked.
    pub(super) target: String,
    headers: Vec<(String, String)>,
}

impl Request {
    /// Reads a head; none where the connection closes without one.
    ///
    /// # Errors
    /// When the connection breaks, or sends what is no head.
    pub(super) fn read(mut stream: impl Read) -> io::Result<Option<Self>> {
        let mut bytes = Vec::new();
        let mut chunk = [0; 4096];
        loop {
            let read = stream.read(&mut chunk)?;
            if read == 0 {
                return Ok(None);
            }
            bytes.extend_from_slice(&chunk[..read]);
            let mut headers = [httparse::EMPTY_HEADER; MAX_HEADERS];
            let mut parsed = httparse::Request::new(&mut headers);
            let complete = parsed.parse(&bytes).map_err(io::Error::other)?.is_complete();
            if complete {
                return Ok(Some(Self {
                    method: parsed.method.unwrap_or("GET").to_owned(),
                    target: parsed.path.unwrap_or("/").to_owned(),
                    headers: parsed
                        .headers
                        .iter()
                        .map(|header| {
                            (
                                header.name.to_owned(),
                                String::from_utf8_lossy(header.value).into_owned(),
                            )
                        })
                        .collect(),
                }));
            }
            if bytes.len() > MAX_HEAD {
                return Err(io::Error::other("the head of the request is too long"));
            }
        }
    }

    /// The first header of a name.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let found = self
            .headers
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }
}
