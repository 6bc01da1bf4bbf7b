//! Short names for what the program imports from its script.
//!
//! wasm-bindgen names each import after what it calls and adds a hash of sixteen digits, which no compression shortens:
//! some 250 names, once in the wasm file and once in the script. Both are written here with the same short names.

use std::borrow::Cow;

use anyhow::{Context, Result, ensure};

use crate::wasm_file::{HEADER, number, sections, write};

/// The module under which the script hands its functions to the program.
const SCRIPT: &[u8] = b"./solidaire_bg.js";

/// The section of the imports.
const IMPORTS: u8 = 2;

/// The program and its script with short names for what they share.
pub(super) fn shorten(wasm: &[u8], script: &str) -> Result<(Vec<u8>, String)> {
    let sections = sections(wasm).context("no wasm file, or a torn one")?;
    let mut short = wasm[..HEADER].to_vec();
    let mut script = script.to_owned();
    for (kind, content) in sections {
        let content = match kind {
            IMPORTS => renamed(content, &mut script)?.into(),
            _ => Cow::Borrowed(content),
        };
        short.push(kind);
        write(content.len(), &mut short);
        short.extend_from_slice(&content);
    }
    Ok((short, script))
}

/// The imports with short names, which the script then has too.
fn renamed(section: &[u8], script: &mut String) -> Result<Vec<u8>> {
    let mut reader = Reader {
        bytes: section,
        at: 0,
    };
    let count = reader.number()?;
    let mut short = Vec::with_capacity(section.len());
    write(count, &mut short);
    let mut named = 0;
    for _ in 0..count {
        let module = reader.name()?;
        let name = std::str::from_utf8(reader.name()?)?;
        let what = reader.description()?;
        let own = if module == SCRIPT {
            named += 1;
            let own = letters(named - 1);
            let (key, short_key) = (format!("\n        {name}: "), format!("\n        {own}: "));
            let times = script.matches(&key).count();
            ensure!(times == 1, "the script has {name} {times} times instead of once");
            *script = script.replacen(&key, &short_key, 1);
            own
        } else {
            name.to_owned()
        };
        for text in [module, own.as_bytes()] {
            write(text.len(), &mut short);
            short.extend(text);
        }
        short.extend(what);
    }
    ensure!(named > 0, "the program imports nothing of its script");
    Ok(short)
}

/// A name for a number: `a`, `b`, …, `z`, `ba`, …
fn letters(mut number: usize) -> String {
    let mut name = Vec::new();
    loop {
        name.push(b'a' + u8::try_from(number % 26).unwrap_or_default());
        number /= 26;
        if number == 0 {
            break;
        }
    }
    name.iter().rev().map(|byte| char::from(*byte)).collect()
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn number(&mut self) -> Result<usize> {
        let rest = self.bytes.get(self.at..).context("the imports end early")?;
        let (value, length) = number(rest).context("the imports hold no number where one stands")?;
        self.at += length;
        Ok(value)
    }

    fn take(&mut self, length: usize) -> Result<&'a [u8]> {
        let end = self.at + length;
        let taken = self.bytes.get(self.at..end).context("the imports end early")?;
        self.at = end;
        Ok(taken)
    }

    fn name(&mut self) -> Result<&'a [u8]> {
        let length = self.number()?;
        self.take(length)
    }

    /// What is imported, as it is written: a function, a table, a memory or a global.
    fn description(&mut self) -> Result<&'a [u8]> {
        let start = self.at;
        match self.take(1)?[0] {
            0 => {
                self.number()?;
            }
            1 => {
                self.take(1)?;
                self.limits()?;
            }
            2 => self.limits()?,
            3 => {
                self.take(2)?;
            }
            kind => anyhow::bail!("an import of the unknown kind {kind}"),
        }
        Ok(&self.bytes[start..self.at])
    }

    fn limits(&mut self) -> Result<()> {
        let flags = self.take(1)?[0];
        self.number()?;
        if flags & 1 == 1 {
            self.number()?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn import(module: &[u8], name: &[u8], what: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        for text in [module, name] {
            write(text.len(), &mut bytes);
            bytes.extend(text);
        }
        bytes.extend(what);
        bytes
    }

    fn program(imports: &[Vec<u8>]) -> Vec<u8> {
        let mut section = vec![u8::try_from(imports.len()).unwrap()];
        section.extend(imports.concat());
        let mut wasm = b"\0asm\x01\0\0\0\x01\x01\0".to_vec();
        wasm.push(IMPORTS);
        write(section.len(), &mut wasm);
        wasm.extend(section);
        wasm.extend([10, 2, 7, 7]);
        wasm
    }

    #[test]
    fn both_sides_get_the_same_short_names() {
        let memory = import(b"env", b"memory", &[2, 1, 1, 9]);
        let long = [
            import(SCRIPT, b"__wbg_log_0123456789abcdef", &[0, 5]),
            memory.clone(),
            import(SCRIPT, b"__wbg_now_fedcba9876543210", &[0, 0x85, 1]),
        ];
        let script =
            "{\n        __wbg_now_fedcba9876543210: () => 1,\n        __wbg_log_0123456789abcdef: log,\n}";
        let (wasm, script) = shorten(&program(&long), script).unwrap();
        let short = [
            import(SCRIPT, b"a", &[0, 5]),
            memory,
            import(SCRIPT, b"b", &[0, 0x85, 1]),
        ];
        assert_eq!(wasm, program(&short));
        assert_eq!(script, "{\n        b: () => 1,\n        a: log,\n}");
    }

    #[test]
    fn a_script_that_lacks_an_import_is_refused() {
        let wasm = program(&[import(SCRIPT, b"__wbg_log_0123456789abcdef", &[0, 5])]);
        assert!(shorten(&wasm, "{}").is_err());
        assert!(
            shorten(
                &wasm[..wasm.len() - 1],
                "{\n        __wbg_log_0123456789abcdef: log,\n}"
            )
            .is_err()
        );
    }

    #[test]
    fn every_number_has_a_name_of_its_own() {
        let names: std::collections::BTreeSet<String> = (0..2000).map(letters).collect();
        assert_eq!(names.len(), 2000);
        assert_eq!(
            (letters(0), letters(25), letters(26)),
            ("a".into(), "z".into(), "ba".into())
        );
    }
}
