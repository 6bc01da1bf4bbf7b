//! The sections of a wasm file.

use anyhow::{Context, Result};

use crate::leb::{number, write};

/// The file with another content in the sections of a kind.
pub(super) fn replace(
    wasm: &[u8],
    kind: u8,
    mut with: impl FnMut(&[u8]) -> Result<Vec<u8>>,
) -> Result<Vec<u8>> {
    let mut file = wasm.get(..8).context("no wasm file")?.to_vec();
    let mut at = 8;
    while at < wasm.len() {
        let (size, length) = number(&wasm[at + 1..]).context("a section without a size")?;
        let start = at + 1 + length;
        let content = wasm.get(start..start + size).context("a torn section")?;
        file.push(wasm[at]);
        if wasm[at] == kind {
            let content = with(content)?;
            write(content.len(), &mut file);
            file.extend(content);
        } else {
            write(size, &mut file);
            file.extend(content);
        }
        at = start + size;
    }
    Ok(file)
}

/// Reads a section's content from its beginning.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    pub(super) const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    pub(super) fn number(&mut self) -> Result<usize> {
        let rest = self.bytes.get(self.at..).context("a section ends early")?;
        let (value, length) = number(rest).context("a section holds no number where one stands")?;
        self.at += length;
        Ok(value)
    }

    pub(super) fn take(&mut self, length: usize) -> Result<&'a [u8]> {
        let end = self.at + length;
        let taken = self.bytes.get(self.at..end).context("a section ends early")?;
        self.at = end;
        Ok(taken)
    }

    pub(super) fn name(&mut self) -> Result<&'a [u8]> {
        let length = self.number()?;
        self.take(length)
    }

    /// What is imported, as it is written: a function, a table, a memory or a global.
    pub(super) fn description(&mut self) -> Result<&'a [u8]> {
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
