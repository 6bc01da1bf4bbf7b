//! A server for one page on loopback, to which the page sends what it measured.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

/// How long the page may take: a hundred times what it takes on a slow machine means that it hangs.
const PATIENCE: Duration = Duration::from_secs(300);

/// The longest table or failure that is taken.
const MAX_BODY: u64 = 64 * 1024;

/// A running server.
pub(super) struct Server {
    address: String,
    results: Receiver<Result<String, String>>,
}

impl Server {
    /// Serves a folder on a free port.
    pub(super) fn start(folder: PathBuf) -> Result<Self, String> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(|error| format!("loopback: {error}"))?;
        let port = listener
            .local_addr()
            .map_err(|error| format!("loopback: {error}"))?
            .port();
        let (sender, results) = channel();
        thread::spawn(move || {
            for stream in listener.incoming() {
                let answered = stream.and_then(|stream| answer(stream, &folder, &sender));
                if let Err(error) = answered {
                    eprintln!("bench: a request failed: {error}");
                }
            }
        });
        Ok(Self {
            address: format!("http://127.0.0.1:{port}/"),
            results,
        })
    }

    /// Where the page is.
    pub(super) fn address(&self) -> &str {
        &self.address
    }

    /// What the page sends.
    pub(super) fn wait_for_result(&self) -> Result<String, String> {
        let result = self.results.recv_timeout(PATIENCE);
        result.map_err(|error| format!("no result after {} s: {error}", PATIENCE.as_secs()))?
    }
}

fn answer(stream: TcpStream, folder: &Path, results: &Sender<Result<String, String>>) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream);
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let mut length = 0;
    loop {
        let mut header = String::new();
        if reader.read_line(&mut header)? == 0 || header.trim().is_empty() {
            break;
        }
        if let Some((name, value)) = header.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().map_err(std::io::Error::other)?;
        }
    }
    let mut words = request.split(' ');
    let (method, path) = (words.next(), words.next());
    let (status, kind, body) = match (method, path) {
        (Some("POST"), Some(path)) => {
            let mut body = String::new();
            reader
                .by_ref()
                .take(MAX_BODY.min(length))
                .read_to_string(&mut body)?;
            let result = if path == "/result" { Ok(body) } else { Err(body) };
            // The first result is the one that counts; whoever waited for it has gone by the second.
            let status = if results.send(result).is_ok() {
                "204 No Content"
            } else {
                "410 Gone"
            };
            (status, "text/plain", Vec::new())
        }
        (_, Some("/")) => ("200 OK", "text/html", fs::read(folder.join("index.html"))?),
        (_, Some("/page.js")) => ("200 OK", "text/javascript", fs::read(folder.join("page.js"))?),
        (_, Some("/page_bg.wasm")) => (
            "200 OK",
            "application/wasm",
            fs::read(folder.join("page_bg.wasm"))?,
        ),
        _ => ("404 Not Found", "text/plain", Vec::new()),
    };
    // A page that is isolated from all others is given a clock of 5 µs instead of 100.
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\
         Cross-Origin-Opener-Policy: same-origin\r\nCross-Origin-Embedder-Policy: require-corp\r\n\r\n",
        body.len()
    );
    let stream = reader.get_mut();
    stream.write_all(head.as_bytes())?;
    stream.write_all(&body)
}

#[cfg(test)]
mod tests {
    use std::env;
    use std::fs;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    use super::Server;

    fn exchange(server: &Server, request: &str) -> String {
        let address = server
            .address()
            .trim_start_matches("http://")
            .trim_end_matches('/');
        let mut stream = TcpStream::connect(address).expect("it listens");
        stream.write_all(request.as_bytes()).expect("it reads");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("it answers");
        answer
    }

    #[test]
    fn the_page_is_served_and_its_result_is_taken() {
        let folder = env::temp_dir().join(format!("solidaire-bench-test-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a temporary folder");
        fs::write(folder.join("index.html"), "<pre></pre>").expect("a temporary file");
        let server = Server::start(folder.clone()).expect("loopback");
        let page = exchange(&server, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        assert!(
            page.starts_with("HTTP/1.1 200 OK") && page.ends_with("<pre></pre>"),
            "{page}"
        );
        assert!(exchange(&server, "GET /../secret HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 404"));
        for (path, result) in [
            ("result", Ok("table".to_owned())),
            ("failure", Err("table".to_owned())),
        ] {
            let sent = exchange(
                &server,
                &format!("POST /{path} HTTP/1.1\r\ncontent-length: 5\r\n\r\ntable"),
            );
            assert!(sent.starts_with("HTTP/1.1 204"), "{sent}");
            assert_eq!(server.wait_for_result(), result);
        }
        fs::remove_dir_all(folder).expect("the temporary folder is there");
    }
}
