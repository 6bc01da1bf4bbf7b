//! A host that sends one file without end.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use anyhow::Result;

/// Where nobody hangs up: more than any file may have, and more than lies on the way to a reader.
const MOST: u64 = 1 << 30;

/// Stands between a browser and a host: passes everything on, but one file, of which it sends blanks for
/// as long as somebody takes them.
#[derive(Debug)]
pub struct Endless {
    /// Its scheme, host and port.
    pub origin: String,
    sent: Arc<AtomicU64>,
}

impl Endless {
    /// Stands before a host (`http://127.0.0.1:8000`) until the tests end.
    ///
    /// # Errors
    /// When no port is free.
    pub fn before(host: &str, file: &'static str) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let origin = format!("http://{}", listener.local_addr()?);
        let host = host.trim_start_matches("http://").to_owned();
        let sent = Arc::new(AtomicU64::new(0));
        let counted = Arc::clone(&sent);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (host, sent) = (host.clone(), Arc::clone(&counted));
                // Whoever hangs up ends the answer, which is what this is for.
                thread::spawn(move || drop(answer(&stream, &host, file, &sent)));
            }
        });
        Ok(Self { origin, sent })
    }

    /// How many bytes of the file were taken so far.
    #[must_use]
    pub fn sent(&self) -> u64 {
        self.sent.load(Ordering::SeqCst)
    }
}

fn answer(mut stream: &TcpStream, host: &str, file: &str, sent: &AtomicU64) -> Result<()> {
    let mut head = String::new();
    let mut lines = BufReader::new(stream);
    while lines.read_line(&mut head)? > 2 {}
    let path = head.split(' ').nth(1).unwrap_or_default();
    if !path.split('?').next().unwrap_or_default().ends_with(file) {
        let mut behind = TcpStream::connect(host)?;
        behind.write_all(head.as_bytes())?;
        let mut whole = Vec::new();
        behind.read_to_end(&mut whole)?;
        return Ok(stream.write_all(&whole)?);
    }
    stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n{")?;
    let blanks = vec![b' '; 1 << 16];
    while sent.load(Ordering::SeqCst) < MOST {
        stream.write_all(&blanks)?;
        sent.fetch_add(blanks.len() as u64, Ordering::SeqCst);
    }
    Ok(())
}
