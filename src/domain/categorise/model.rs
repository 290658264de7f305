//! The stored linear model: hashed features, one small weight per class.
//!
//! Read once, weights laid beside their hashes; an asset that does not fit is no model at all.

/// The asset made by `cargo run --example train_categoriser` from `training/*.txt`.
pub(super) static ASSET: &[u8] = include_bytes!("training/model.bin");

/// First bytes of an asset; the digit is its format.
pub(super) const MAGIC: &[u8; 8] = b"cutricm1";
/// Buckets of the index over the sorted hashes: the top bits of a hash.
const BUCKET_BITS: u32 = 15;

/// More than the classes of any table.
pub(super) const WIDE: usize = 16;

/// Both tables and the training sentences that they were made from.
#[derive(Debug, Default)]
pub(super) struct Model {
    /// [`super::train::corpus_hash`] of the sentences.
    pub(super) corpus: u64,
    /// Which kind.
    pub(super) kinds: Table,
    /// Which category.
    pub(super) categories: Table,
    /// Sorted hashes of word pairs of everyday talk.
    phrases: Vec<u32>,
}

/// Weights of one decision.
#[derive(Debug, Default)]
pub(super) struct Table {
    scale: f32,
    bias: Vec<f32>,
    /// By hash.
    features: Vec<Feature>,
    buckets: Vec<u32>,
    /// A bit for the low end of every hash: most n-grams of a text are not known, and that is told from a
    /// small part of memory.
    known: Vec<u64>,
}

/// A feature and its weights side by side: one look into memory finds both.
#[derive(Debug)]
struct Feature {
    hash: u32,
    /// By class; nothing beyond the last.
    weights: [i8; WIDE],
}

impl Model {
    /// Reads an asset; `None` if it is not one.
    pub(super) fn parse(asset: &'static [u8]) -> Option<Self> {
        let mut reader = Reader(asset);
        (reader.take(MAGIC.len())? == MAGIC).then_some(())?;
        let corpus = u64::from_le_bytes(reader.array()?);
        let kinds = Table::parse(&mut reader)?;
        let categories = Table::parse(&mut reader)?;
        let phrases = reader.hashes()?;
        Some(Self {
            corpus,
            kinds,
            categories,
            phrases,
        })
    }

    /// Whether a pair of neighbouring words is everyday talk; a name hardly ever is.
    pub(super) fn is_phrase(&self, pair: u32) -> bool {
        self.phrases.binary_search(&pair).is_ok()
    }
}

impl Table {
    fn parse(reader: &mut Reader) -> Option<Self> {
        let classes = usize::from(reader.array::<1>()?[0]);
        (1..=WIDE).contains(&classes).then_some(())?;
        let scale = f32::from_le_bytes(reader.array()?);
        let mut bias = Vec::with_capacity(classes);
        for _ in 0..classes {
            bias.push(f32::from_le_bytes(reader.array()?));
        }
        let hashes = reader.hashes()?;
        let rows = reader.take(hashes.len().checked_mul(classes)?)?;
        let features = hashes
            .iter()
            .zip(rows.chunks_exact(classes))
            .map(|(hash, row)| {
                let mut weights = [0; WIDE];
                for (weight, stored) in weights.iter_mut().zip(row) {
                    *weight = stored.cast_signed();
                }
                Feature {
                    hash: *hash,
                    weights,
                }
            })
            .collect();
        Some(Self {
            scale,
            bias,
            buckets: index(&hashes),
            known: known(&hashes),
            features,
        })
    }

    /// Scores before any feature is seen.
    pub(super) fn bias(&self) -> &[f32] {
        &self.bias
    }

    /// What one step of a stored weight is worth.
    pub(super) fn scale(&self) -> f32 {
        self.scale
    }

    /// Stored weights of a feature, one a class; nothing beyond the last class.
    pub(super) fn row(&self, hash: u32) -> Option<&[i8; WIDE]> {
        let (word, bit) = bit(hash);
        if self.known.get(word)? & bit == 0 {
            return None;
        }
        let bucket = usize::try_from(hash >> (32 - BUCKET_BITS)).ok()?;
        let from = usize::try_from(*self.buckets.get(bucket)?).ok()?;
        let to = usize::try_from(*self.buckets.get(bucket + 1)?).ok()?;
        let mut near = self.features.get(from..to)?.iter();
        near.find(|feature| feature.hash == hash)
            .map(|feature| &feature.weights)
    }

    /// Number of features with weights.
    pub(super) fn len(&self) -> usize {
        self.features.len()
    }
}

/// Bits that tell which hashes may be known.
const KNOWN_BITS: u32 = 20;

/// The word and the bit for the low end of a hash.
fn bit(hash: u32) -> (usize, u64) {
    let low = hash & ((1 << KNOWN_BITS) - 1);
    (low as usize / 64, 1 << (low % 64))
}

fn known(hashes: &[u32]) -> Vec<u64> {
    let mut known = vec![0; (1 << KNOWN_BITS) / 64];
    for hash in hashes {
        let (word, bit) = bit(*hash);
        known[word] |= bit;
    }
    known
}

/// Where each bucket of the sorted `hashes` begins, and where the last one ends.
fn index(hashes: &[u32]) -> Vec<u32> {
    (0..=1_u64 << BUCKET_BITS)
        .map(|bucket| {
            let first = bucket << (32 - BUCKET_BITS);
            let at = hashes.partition_point(|h| u64::from(*h) < first);
            u32::try_from(at).unwrap_or(u32::MAX)
        })
        .collect()
}

struct Reader(&'static [u8]);

impl Reader {
    fn take(&mut self, len: usize) -> Option<&'static [u8]> {
        let (head, rest) = self.0.split_at_checked(len)?;
        self.0 = rest;
        Some(head)
    }

    /// A count and as many hashes.
    fn hashes(&mut self) -> Option<Vec<u32>> {
        let len = usize::try_from(u32::from_le_bytes(self.array()?)).ok()?;
        let bytes = self.take(len.checked_mul(4)?)?;
        let hashes = bytes.chunks_exact(4);
        Some(
            hashes
                .map(|c| u32::from_le_bytes([c[0], c[1], c[2], c[3]]))
                .collect(),
        )
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take(N)?.try_into().ok()
    }
}
