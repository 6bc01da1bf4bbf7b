//! The laws of what cannot be read as it stands: packed texts, and the files that hand an editor's work
//! over.

use std::collections::BTreeSet;

use solidaire::domain::date::Timestamp;
use solidaire::domain::id::Id;
use solidaire::domain::removal::mentions;
use solidaire::domain::value::Value;
use solidaire::format::handover::{Lock, ROUNDS, Sealed, read_handover, write_handover};
use solidaire::format::json;
use solidaire::format::packed::{legible, pack, unpack};
use solidaire::storage::memory::MemoryStorage;
use solidaire::storage::removal::honour;

use crate::laws::{everything_loads, id, parsed, read};

/// The first of the characters that carry fifteen bits each.
const FIRST: u16 = 0x3400;

/// More than any packed text of a storage says: a byte of it may stand for a piece of a hundred.
const MOST: usize = 11 * 1024 * 1024;

/// An input is taken as a packed text, as the bits of one, and as a text to pack.
pub(crate) fn packed(input: &[u8]) {
    let bits = input
        .chunks_exact(2)
        .map(|two| u16::from_be_bytes([two[0], two[1]]) >> 1);
    let of_bits = bits.filter_map(|bits| char::from_u32((FIRST + bits).into()));
    let of_bits: String = ['1'].into_iter().chain(of_bits).collect();
    let text = String::from_utf8_lossy(input);
    for packed in [&*of_bits, &text] {
        let told = legible(packed);
        assert!(told.len() <= MOST.max(packed.len() * 4), "it explodes");
        if let Some(unpacked) = unpack(packed) {
            assert!(unpacked.len() <= MOST, "it explodes");
            comes_back(&unpacked);
        }
        nothing_of_it_is_lost(packed);
    }
    // JSON, whoever writes it, holds no control character.
    comes_back(&text.replace(|character| character < ' ', " "));
}

/// A text that is packed is the same when it is unpacked, and nothing else can be made of it.
fn comes_back(text: &str) {
    let packed = pack(text);
    assert_eq!(unpack(&packed).as_deref(), Some(text));
    assert!(
        packed
            .chars()
            .all(|one| one.len_utf16() == 1 && !one.is_control())
    );
    assert!(packed.encode_utf16().count() <= 2 + text.len() * 8 / 15);
    if !text.is_empty() {
        assert_eq!(legible(&packed), text);
    }
    assert_eq!(unpack(&[&packed, "?"].concat()), None, "damage is noticed");
}

/// As a stored change it is loaded or set aside, and a person's request reaches what is in it.
fn nothing_of_it_is_lost(text: &str) {
    let storage = MemoryStorage::new();
    storage.plant("change/c1", text);
    everything_loads(&storage);
    let requested = BTreeSet::from([id("x")]);
    honour(&storage, requested.iter()).expect("nothing is denied");
    for (key, text) in storage.snapshot() {
        let told = legible(&text);
        // What can be read is judged by its shape: something of another kind may be called the same.
        assert!(
            json::parse(&told).is_ok() || !mentions(&told, &requested),
            "{key} still tells of it"
        );
    }
}

/// An input is taken as a file, and as what is sealed in one that is then damaged.
pub(crate) fn handover(input: &[u8]) {
    if let Some(sealed) = parsed(input).and_then(|document| read(read_handover(document))) {
        written_and_read(&sealed);
    }
    let mut bytes = input.iter().copied().cycle().take(28 + input.len());
    let mut next = || bytes.next().unwrap_or(0);
    let sealed = Sealed {
        created_at: Timestamp::parse("2026-11-23T05:31:00Z"),
        site: Id::parse("site"),
        lock: Lock {
            rounds: ROUNDS,
            salt: std::array::from_fn(|_| next()),
            nonce: std::array::from_fn(|_| next()),
        },
        data: input.to_vec(),
    };
    written_and_read(&sealed);
    let mut text = json::write(&write_handover(&sealed)).into_bytes();
    // One letter is another one: it is refused, or says the same.
    let place = input.iter().fold(0, |sum: usize, byte| {
        sum.wrapping_mul(31).wrapping_add((*byte).into())
    }) % text.len();
    text[place] = if text[place] == b'a' { b'b' } else { b'a' };
    if let Some(read) = parsed(&text).and_then(|document| read(read_handover(document))) {
        assert_eq!((read.lock, read.data), (sealed.lock, sealed.data));
    }
}

fn written_and_read(sealed: &Sealed) {
    let written: Value = write_handover(sealed);
    let text = json::write(&written);
    let document = json::parse(&text).expect("what was written is JSON");
    let again = read_handover(document).expect("what was written is read");
    assert!(again.warnings.is_empty(), "{:?}", again.warnings.list());
    assert_eq!(&again.value, sealed);
}
