//! The server is asked as a browser asks it, over a socket.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use super::*;

/// A folder with a few files, removed when it is dropped.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("solidaire-server-{name}-{}", std::process::id()));
        fs::create_dir_all(path.join("site/initiative")).unwrap();
        fs::write(path.join("secret.txt"), "secret").unwrap();
        fs::write(path.join("site/index.html"), "home").unwrap();
        fs::write(path.join("site/404.html"), "lost").unwrap();
        fs::write(path.join("site/initiative/index.html"), "one").unwrap();
        fs::write(path.join("site/app.wasm"), vec![7; 4096]).unwrap();
        Self(path)
    }

    fn serve(&self, change: impl FnOnce(&mut Options)) -> Server {
        let mut options = Options::new(self.0.join("site"));
        change(&mut options);
        Server::start(options).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).unwrap();
    }
}

/// Sends the request line and headers; returns the head of the answer in lower case, and its body.
fn ask(server: &Server, line: &str, headers: &str) -> (String, Vec<u8>) {
    let mut stream = TcpStream::connect(server.address).unwrap();
    write!(
        stream,
        "{line} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n"
    )
    .unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let cut = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
    (
        String::from_utf8(answer[..cut].to_vec()).unwrap().to_lowercase(),
        answer[cut + 4..].to_vec(),
    )
}

fn status(head: &str) -> u16 {
    head.split(' ').nth(1).unwrap().parse().unwrap()
}

#[test]
fn files_and_folders_are_answered_with_their_type() {
    let folder = Folder::new("types");
    let server = folder.serve(|_| ());
    for (path, body, kind) in [
        ("/asso/solidaire/", "home", "text/html; charset=utf-8"),
        (
            "/asso/solidaire/initiative/?id=x",
            "one",
            "text/html; charset=utf-8",
        ),
        ("/asso/solidaire/index.html", "home", "text/html; charset=utf-8"),
    ] {
        let (head, got) = ask(&server, &format!("GET {path}"), "");
        assert_eq!((status(&head), got.as_slice()), (200, body.as_bytes()), "{path}");
        assert!(head.contains(&format!("content-type: {kind}")), "{head}");
    }
    assert!(
        ask(&server, "GET /asso/solidaire/app.wasm", "")
            .0
            .contains("content-type: application/wasm")
    );
}

#[test]
fn a_folder_without_its_slash_redirects_and_keeps_the_query() {
    let folder = Folder::new("slash");
    let server = folder.serve(|_| ());
    let (head, _) = ask(&server, "GET /asso/solidaire/initiative?id=a%20b", "");
    assert_eq!(status(&head), 301);
    assert!(
        head.contains("location: /asso/solidaire/initiative/?id=a%20b"),
        "{head}"
    );
    assert!(
        ask(&server, "GET /asso/solidaire", "")
            .0
            .contains("location: /asso/solidaire/")
    );
}

#[test]
fn nothing_outside_the_folder_is_served() {
    let folder = Folder::new("outside");
    std::os::unix::fs::symlink(folder.0.join("secret.txt"), folder.0.join("site/link.txt")).unwrap();
    let server = folder.serve(|_| ());
    for path in [
        "/secret.txt",
        "/",
        "/asso/solidaire/../secret.txt",
        "/asso/solidaire/%2e%2e/secret.txt",
        "/asso/solidaire/..%2fsecret.txt",
        "/asso/solidaire/initiative/../../secret.txt",
        "/asso/solidaire//etc/passwd",
        "/asso/solidaire/%00",
        "/asso/solidaire/link.txt",
        "/asso/solidaire/app.wasm/",
        "/asso/solidaire/none",
    ] {
        let (head, body) = ask(&server, &format!("GET {path}"), "");
        assert_eq!(status(&head), 404, "{path}");
        assert_eq!(body, b"Not found", "{path}");
    }
}

#[test]
fn a_known_tag_is_answered_without_a_body() {
    let folder = Folder::new("tag");
    let server = folder.serve(|_| ());
    let (head, _) = ask(&server, "GET /asso/solidaire/app.wasm", "");
    assert!(head.contains("cache-control: no-cache"));
    let tag = head.lines().find_map(|line| line.strip_prefix("etag: ")).unwrap();
    let (again, body) = ask(
        &server,
        "GET /asso/solidaire/app.wasm",
        &format!("If-None-Match: \"x\", W/{tag}\r\n"),
    );
    assert_eq!((status(&again), body.len()), (304, 0));
    assert_eq!(
        status(
            &ask(
                &server,
                "GET /asso/solidaire/app.wasm",
                "If-None-Match: \"x\"\r\n"
            )
            .0
        ),
        200
    );
}

#[test]
fn gzip_is_sent_only_where_it_is_switched_on_and_accepted() {
    let folder = Folder::new("gzip");
    let plain = folder.serve(|_| ());
    let accept = "Accept-Encoding: gzip, br\r\n";
    assert_eq!(ask(&plain, "GET /asso/solidaire/app.wasm", accept).1.len(), 4096);
    let server = folder.serve(|options| options.gzip = true);
    assert_eq!(ask(&server, "GET /asso/solidaire/app.wasm", "").1.len(), 4096);
    let (head, body) = ask(&server, "GET /asso/solidaire/app.wasm", accept);
    assert!(head.contains("content-encoding: gzip"));
    let mut unpacked = Vec::new();
    flate2::read::GzDecoder::new(body.as_slice())
        .read_to_end(&mut unpacked)
        .unwrap();
    assert_eq!(unpacked, vec![7; 4096]);
}

#[test]
fn head_has_no_body_and_other_methods_are_refused() {
    let folder = Folder::new("head");
    let server = folder.serve(|_| ());
    let (head, body) = ask(&server, "HEAD /asso/solidaire/app.wasm", "");
    assert_eq!((status(&head), body.len()), (200, 0));
    assert!(head.contains("content-length: 4096"), "{head}");
    assert_eq!(
        status(&ask(&server, "DELETE /asso/solidaire/app.wasm", "").0),
        405
    );
}

#[test]
fn the_log_tells_what_was_asked_and_can_be_cleared() {
    let folder = Folder::new("log");
    let server = folder.serve(|options| options.not_found_page = true);
    ask(&server, "GET /asso/solidaire/?q=a", "");
    let (_, lost) = ask(&server, "GET /asso/solidaire/a/b", "");
    assert_eq!(lost, b"lost");
    let seen: Vec<_> = server
        .log()
        .into_iter()
        .map(|one| (one.target, one.status, one.bytes))
        .collect();
    assert_eq!(
        seen,
        [
            ("/asso/solidaire/?q=a".into(), 200, 4),
            ("/asso/solidaire/a/b".into(), 404, 4)
        ]
    );
    server.clear_log();
    assert!(server.log().is_empty());
}

#[test]
fn a_missing_folder_and_a_crooked_base_are_refused() {
    let folder = Folder::new("refused");
    assert!(Server::start(Options::new(folder.0.join("none"))).is_err());
    for base in ["asso/", "/asso", "//"] {
        let options = Options {
            base: base.into(),
            ..Options::new(folder.0.join("site"))
        };
        assert!(Server::start(options).is_err(), "{base}");
    }
}
