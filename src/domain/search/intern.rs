//! Giving each distinct text a number, without an allocation per text.

/// Distinct texts, numbered in the order in which they came.
#[derive(Debug, Clone, Default)]
pub(super) struct Interner {
    /// All texts, one after another.
    text: String,
    /// Where each text ends.
    ends: Vec<u32>,
    /// Open addressing: the number of a text plus one, or zero. Its length is a power of two.
    table: Vec<u32>,
}

impl Interner {
    /// How many texts there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// A text by its number.
    pub(super) fn get(&self, number: u32) -> &str {
        let number = number as usize;
        let start = number
            .checked_sub(1)
            .map_or(0, |before| self.ends[before] as usize);
        &self.text[start..self.ends[number] as usize]
    }

    /// The number of a text, if it has one.
    pub(super) fn find(&self, text: &str) -> Option<u32> {
        if self.table.is_empty() {
            return None;
        }
        self.table[self.slot(text)].checked_sub(1)
    }

    /// The number of a text, and whether it is new.
    pub(super) fn add(&mut self, text: &str) -> (u32, bool) {
        // At most half full, so that a run of taken slots stays short.
        if self.table.len() <= 2 * self.ends.len() {
            self.grow();
        }
        let slot = self.slot(text);
        if let Some(number) = self.table[slot].checked_sub(1) {
            return (number, false);
        }
        self.text.push_str(text);
        self.ends.push(offset(self.text.len()));
        self.table[slot] = offset(self.ends.len());
        (offset(self.ends.len() - 1), true)
    }

    /// The slot that holds a text or would take it.
    fn slot(&self, text: &str) -> usize {
        let mask = self.table.len() - 1;
        let mut slot = hash(text) as usize & mask;
        while let Some(number) = self.table[slot].checked_sub(1) {
            if self.get(number) == text {
                break;
            }
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        let length = (self.table.len() * 2).max(64);
        self.table.clear();
        self.table.resize(length, 0);
        for number in 0..self.ends.len() {
            let slot = self.slot(self.get(offset(number)));
            self.table[slot] = offset(number + 1);
        }
    }
}

/// FNV-1a over 32 bits, with its high bits mixed into the low ones that choose a slot.
fn hash(text: &str) -> u32 {
    let mut hash: u32 = 0x811c_9dc5;
    for byte in text.as_bytes() {
        hash = (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    }
    hash ^ (hash >> 15)
}

/// An offset into an index. Its texts are bounded by the reader of catalogues to far less than 4
/// GiB, the whole memory that WebAssembly can address.
#[allow(clippy::cast_possible_truncation, reason = "see above")]
pub(super) const fn offset(value: usize) -> u32 {
    value as u32
}

/// The offset in the lower half of a sorting key, whose upper half decides first.
#[allow(clippy::cast_possible_truncation, reason = "the lower half is what is wanted")]
pub(super) const fn lower_half(key: u64) -> usize {
    key as u32 as usize
}

#[cfg(test)]
mod tests {
    use super::Interner;

    #[test]
    fn equal_texts_share_a_number_whatever_their_number() {
        let mut interner = Interner::default();
        assert_eq!(interner.find("mot"), None);
        for round in 0..2 {
            for number in 0..1000 {
                assert_eq!(interner.add(&format!("mot{number}")), (number, round == 0));
            }
        }
        assert_eq!(interner.len(), 1000);
        assert_eq!(interner.get(0), "mot0");
        assert_eq!(interner.get(999), "mot999");
        assert_eq!(interner.find("mot512"), Some(512));
        assert_eq!(interner.find("mot1000"), None);
        assert_eq!(interner.add(""), (1000, true));
        assert_eq!(interner.find(""), Some(1000));
    }
}
