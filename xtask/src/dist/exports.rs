//! What the program offers to scripts and nobody calls.
//!
//! Leptos depends on `wasm-streams` for functions of a server, which this application has none of. The classes that it
//! exports, and whatever only they reach, would be in every first visit. The program's half goes with wasm-opt.

use anyhow::{Result, ensure};

/// How the names of those classes begin in the script.
const CLASSES: &str = "IntoUnderlying";

/// Names of the program's exports that belong to those classes, as wasm-opt matches them.
pub(super) const UNUSED: &str = "*intounderlying*";

/// The script without those classes.
pub(super) fn drop_unused(script: &str) -> Result<String> {
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
        !dropping && !kept.to_lowercase().contains(UNUSED.trim_matches('*')),
        "the script still speaks of {CLASSES}"
    );
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

    #[test]
    fn the_classes_go_and_nothing_else() {
        let script = drop_unused(SCRIPT).unwrap();
        assert_eq!(script, "\nexport function begin() {}\nconst OTHER = 1;\n");
    }

    #[test]
    fn a_script_that_has_more_of_them_is_refused() {
        let more = [SCRIPT, "wasm.intounderlyingsink_close();\n"].concat();
        assert!(drop_unused(&more).is_err());
        assert!(drop_unused("export class IntoUnderlyingSink {\n").is_err());
    }
}
