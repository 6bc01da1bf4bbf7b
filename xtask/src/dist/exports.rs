//! What the program offers to scripts and nobody calls.
//!
//! Leptos depends on `wasm-streams` for functions of a server, which this application has none of. The classes that it
//! exports, and whatever only they reach, would be in every first visit.

use anyhow::{Result, ensure};

use super::sections::{self, Reader};
use crate::leb::write;

/// How the names of those classes begin, in the script and, in small letters, in the program.
const CLASSES: &str = "IntoUnderlying";

/// The section of the exports.
const EXPORTS: u8 = 7;

/// The program and its script without those classes.
pub(super) fn drop_unused(wasm: &[u8], script: &str) -> Result<(Vec<u8>, String)> {
    let small = CLASSES.to_lowercase();
    let wasm = sections::replace(wasm, EXPORTS, |content| without(content, &small))?;
    let mut kept = String::with_capacity(script.len());
    let mut dropping = false;
    for line in script.split_inclusive('\n') {
        let begins = |before: &str| {
            line.strip_prefix(before)
                .is_some_and(|name| name.starts_with(CLASSES))
        };
        // A class ends with how it is let go of, a registry with its last line.
        dropping |= begins("export class ") || begins("const ");
        if dropping {
            dropping =
                !(begins("if (Symbol.dispose) ") || line.starts_with("    : new FinalizationRegistry"));
        } else {
            kept.push_str(line);
        }
    }
    ensure!(
        !dropping && !kept.contains(CLASSES) && !kept.contains(&small),
        "the script still speaks of {CLASSES}"
    );
    Ok((wasm, kept))
}

/// The exports but those whose names hold a text.
fn without(section: &[u8], text: &str) -> Result<Vec<u8>> {
    let mut reader = Reader::new(section);
    let (mut count, mut rows) = (0, Vec::new());
    for _ in 0..reader.number()? {
        let name = reader.name()?;
        let kind = reader.take(1)?[0];
        let index = reader.number()?;
        if !std::str::from_utf8(name)?.contains(text) {
            count += 1;
            write(name.len(), &mut rows);
            rows.extend(name);
            rows.push(kind);
            write(index, &mut rows);
        }
    }
    let mut kept = Vec::with_capacity(section.len());
    write(count, &mut kept);
    kept.extend(rows);
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "export class IntoUnderlyingSink {
    free() {
        wasm.__wbg_intounderlyingsink_free(1, 0);
    }
}
if (Symbol.dispose) IntoUnderlyingSink.prototype[Symbol.dispose] = IntoUnderlyingSink.prototype.free;

export function begin() {}
const IntoUnderlyingSinkFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_intounderlyingsink_free(ptr, 1));
const OTHER = 1;
";

    fn program(names: &[&str]) -> Vec<u8> {
        let mut section = vec![u8::try_from(names.len()).unwrap()];
        for (index, name) in (1..).zip(names) {
            write(name.len(), &mut section);
            section.extend(name.bytes());
            section.extend([0, index]);
        }
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.push(EXPORTS);
        write(section.len(), &mut wasm);
        wasm.extend(section);
        wasm
    }

    #[test]
    fn the_classes_go_on_both_sides_and_nothing_else() {
        let wasm = program(&["main", "begin", "intounderlyingsink_close"]);
        let (wasm, script) = drop_unused(&wasm, SCRIPT).unwrap();
        assert_eq!(wasm, program(&["main", "begin"]));
        assert_eq!(script, "\nexport function begin() {}\nconst OTHER = 1;\n");
    }

    #[test]
    fn a_script_that_has_more_of_them_is_refused() {
        let more = [SCRIPT, "wasm.intounderlyingsink_close();\n"].concat();
        assert!(drop_unused(&program(&["main"]), &more).is_err());
        assert!(drop_unused(&program(&["main"]), "export class IntoUnderlyingSink {\n").is_err());
    }
}
