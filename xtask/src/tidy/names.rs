//! Names that no file may hold: where packages happen to come from, and where things lie on one machine.

use super::SourceFile;

/// Hosts of package registries, cut in two so that this file does not name them itself. Set-up uses the ordinary
/// clients, which know their own.
const HOSTS: [(&str, &str); 8] = [
    ("registry.npm", "js.org"),
    ("registry.yarn", "pkg.com"),
    ("static.crates", ".io"),
    ("index.crates", ".io"),
    ("deb.debian", ".org"),
    ("files.python", "hosted.org"),
    ("pypi", ".org"),
    ("proxy.go", "lang.org"),
];

/// Folders of one machine, cut in two for the same reason.
const FOLDERS: [(&str, &str); 3] = [("/ro", "ot/"), ("/wo", "rk/"), ("/ho", "me/")];

/// What stands beside the clone on some machines only.
const BESIDE: (&str, &str) = ("../sh", "ared");

pub(super) fn check(file: &SourceFile) -> Vec<String> {
    let mut broken = Vec::new();
    for (number, line) in file.text.lines().enumerate() {
        let place = || format!("{}:{}", file.path, number + 1);
        for (start, end) in HOSTS {
            if line.contains(&[start, end].concat()) {
                broken.push(format!("{}: names the host of a package registry", place()));
            }
        }
        for (start, end) in FOLDERS {
            if has_path(line, &[start, end].concat()) {
                broken.push(format!("{}: holds a path of one machine", place()));
            }
        }
        if line.contains(&[BESIDE.0, BESIDE.1].concat()) && !may_look_beside(&file.path) {
            broken.push(format!(
                "{}: only tests and scripts may look beside the clone",
                place()
            ));
        }
    }
    if file.path.ends_with("package-lock.json") && file.text.contains("\"resolved\"") {
        broken.push(format!(
            "{}: make it anew with `npm install --omit-lockfile-registry-resolved`",
            file.path
        ));
    }
    broken
}

/// Whether an absolute path begins here, rather than the middle of another one or of an address.
fn has_path(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(at, _)| {
        !line[..at]
            .chars()
            .next_back()
            .is_some_and(|before| before.is_alphanumeric() || "._-}/~>".contains(before))
    })
}

fn may_look_beside(path: &str) -> bool {
    path.starts_with("tests/") || path.starts_with(".ci/") || path.contains("tests")
}

#[cfg(test)]
mod tests {
    use super::super::file;
    use super::*;

    #[test]
    fn hosts_machine_paths_and_lock_addresses_are_found() {
        for text in [
            ["https://registry.npm", "js.org/x"].concat(),
            ["cp \"/wo", "rk/x\""].concat(),
            ["see ../sh", "ared/a"].concat(),
        ] {
            assert_eq!(check(&file("README.md", &text)).len(), 1, "{text}");
        }
        assert_eq!(check(&file("x/package-lock.json", "\"resolved\": \"\"")).len(), 1);
    }

    #[test]
    fn addresses_and_tests_may_hold_the_same_letters() {
        for (path, text) in [
            ("README.md", ["https://example.org/ho", "me/"].concat()),
            ("README.md", ["target/wo", "rk/"].concat()),
            ("tests/seed.rs", ["../sh", "ared/seed"].concat()),
        ] {
            assert_eq!(check(&file(path, &text)), [""; 0], "{text}");
        }
    }
}
