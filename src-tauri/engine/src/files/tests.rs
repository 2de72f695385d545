//! Keeping and reading back, over a real data folder.

use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};

use futures_util::TryStreamExt as _;
use futures_util::stream::{iter, once};

use super::*;
use crate::clock::Clock;
use crate::domain::ChannelId;
use crate::store::OpenOptions;

struct Place {
    files: Files,
    store: Store,
    folder: tempfile::TempDir,
}

async fn open(folder: tempfile::TempDir) -> Place {
    let options = OpenOptions { key_file: true, ..OpenOptions::default() };
    let store = Store::open(folder.path(), options, Clock).await.unwrap();
    Place { files: Files::open(folder.path(), &store).unwrap(), store, folder }
}

async fn place() -> Place {
    open(tempfile::tempdir().unwrap()).await
}

impl Place {
    async fn keep(&self, content: &[u8]) -> FilePlace {
        let pieces: Vec<_> = content.chunks(10_000).map(|part| Ok(Bytes::copy_from_slice(part))).collect();
        self.files.keep(iter(pieces).boxed()).await.unwrap()
    }

    async fn read(&self, place: &FilePlace) -> Result<Vec<u8>> {
        let pieces: Vec<Bytes> = self.files.read(&stored(place.clone())).await?.try_collect().await?;
        assert!(pieces.iter().all(|piece| piece.len() <= PIECE), "a piece is too large");
        Ok(pieces.concat())
    }

    fn on_disk(&self) -> Vec<PathBuf> {
        fs::read_dir(self.folder.path().join("files")).unwrap().map(|entry| entry.unwrap().path()).collect()
    }
}

fn stored(place: FilePlace) -> StoredFile {
    StoredFile {
        id: FileId(1),
        channel: ChannelId(1),
        name: "a.bin".to_owned(),
        content_type: "application/octet-stream".to_owned(),
        place,
        tries: 0,
        at: Timestamp(0),
    }
}

fn content(length: usize) -> Vec<u8> {
    (0..length).map(|i| u8::try_from(i * 31 % 251).unwrap()).collect()
}

#[tokio::test]
async fn what_was_kept_is_read_back_whatever_its_length() {
    let place = place().await;
    for length in [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE] {
        let content = content(length);
        let kept = place.keep(&content).await;
        assert!(matches!(&kept, FilePlace::Here { size, .. } if *size == length as u64), "{kept:?}");
        assert_eq!(place.read(&kept).await.unwrap(), content, "{length} bytes");
    }
}

#[tokio::test]
async fn the_same_content_is_there_once_and_lies_sealed_under_a_name_that_tells_nothing() {
    let place = place().await;
    let content = b"attachment at dawn ".repeat(10_000);
    let (first, second) = (place.keep(&content).await, place.keep(&content).await);
    assert_eq!(first, second);
    let on_disk = place.on_disk();
    assert_eq!(on_disk.len(), 1, "{on_disk:?}");
    let sealed = fs::read(&on_disk[0]).unwrap();
    assert!(!sealed.windows(10).any(|part| part == b"attachment"), "it lies open");
    let unkeyed = blake3::hash(&content).to_hex();
    assert!(!on_disk[0].ends_with(unkeyed.as_str()), "whoever has the file could tell that we have it");
}

#[tokio::test]
async fn it_is_still_there_after_a_new_start_and_what_was_half_written_is_not() {
    let Place { files, store, folder } = place().await;
    let kept = files.keep(once(async { Ok(Bytes::from_static(b"hello")) }).boxed()).await.unwrap();
    fs::write(folder.path().join("files/half.part"), b"half").unwrap();
    store.close().await;
    let place = open(folder).await;
    assert_eq!(place.read(&kept).await.unwrap(), b"hello");
    assert_eq!(place.on_disk().len(), 1);
}

#[tokio::test]
async fn a_file_that_was_cut_reordered_swapped_or_changed_is_told_from_a_whole_one() {
    let place = place().await;
    let kept = place.keep(&content(3 * PIECE)).await;
    let FilePlace::Here { digest, .. } = &kept else { panic!("it is here") };
    let path = place.folder.path().join("files").join(digest);
    let whole = fs::read(&path).unwrap();
    let (head, sealed) = (whole.len() - 3 * (PIECE + 16), PIECE + 16);
    let part = |i: usize| &whole[head + i * sealed..head + (i + 1) * sealed];
    let swapped = [&whole[..head], part(1), part(0), part(2)].concat();
    let mut changed = whole.clone();
    changed[head + 5] ^= 1;
    for (what, bytes) in [
        ("without its last piece", &whole[..head + 2 * sealed]),
        ("cut in the midst of a piece", &whole[..whole.len() - 5]),
        ("reordered", &swapped),
        ("changed", &changed),
        ("empty", &[]),
    ] {
        fs::write(&path, bytes).unwrap();
        assert_eq!(place.read(&kept).await.unwrap_err().code, Code::Db02, "{what}");
    }
    // The size the store has for it may be gone as well: the pieces themselves say that the last is missing.
    fs::write(&path, &whole[..head + 2 * sealed]).unwrap();
    let shorter = FilePlace::Here { digest: digest.clone(), size: 2 * PIECE as u64 };
    assert_eq!(place.read(&shorter).await.unwrap_err().code, Code::Db02);

    let other = place.keep(&content(3 * PIECE - 1)).await;
    let FilePlace::Here { digest: another, .. } = &other else { panic!("it is here") };
    fs::rename(place.folder.path().join("files").join(another), &path).unwrap();
    let in_its_place = FilePlace::Here { digest: digest.clone(), size: 3 * PIECE as u64 - 1 };
    assert_eq!(place.read(&in_its_place).await.unwrap_err().code, Code::Db02, "another file's content");
    fs::remove_file(&path).unwrap();
    assert_eq!(place.read(&kept).await.unwrap_err().code, Code::File01, "gone");
}

/// Bytes that are counted while they are alive.
struct Counted(Vec<u8>, Arc<AtomicUsize>);

impl AsRef<[u8]> for Counted {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.1.fetch_sub(self.0.len(), Ordering::SeqCst);
    }
}

#[tokio::test]
async fn the_largest_file_passes_in_small_pieces_and_one_byte_more_is_refused() {
    const PART: usize = 16 * 1024;
    let place = place().await;
    let (alive, most) = (Arc::new(AtomicUsize::new(0)), AtomicUsize::new(0));
    let parts = usize::try_from(FILE_LIMIT).unwrap() / PART;
    let stream = iter(0..parts).map(|i| {
        let now = alive.fetch_add(PART, Ordering::SeqCst) + PART;
        most.fetch_max(now, Ordering::SeqCst);
        let bytes = vec![u8::try_from(i % 256).unwrap(); PART];
        Ok(Bytes::from_owner(Counted(bytes, Arc::clone(&alive))))
    });
    let kept = place.files.keep(stream.boxed()).await.unwrap();
    assert_eq!(alive.load(Ordering::SeqCst), 0);
    assert!(most.load(Ordering::SeqCst) <= 2 * PIECE, "{most:?} bytes of it were held at once");

    let mut pieces = place.files.read(&stored(kept)).await.unwrap();
    let mut read = 0_u64;
    while let Some(piece) = pieces.try_next().await.unwrap() {
        assert!(piece.len() <= PIECE);
        assert_eq!(usize::from(piece[0]), usize::try_from(read).unwrap() / PART % 256);
        read += piece.len() as u64;
    }
    assert_eq!(read, FILE_LIMIT);

    let more = vec![0; usize::try_from(FILE_LIMIT).unwrap() + 1];
    let more = iter([Ok(Bytes::from_static(b"")), Ok(Bytes::from(more))]);
    assert_eq!(place.files.keep(more.boxed()).await.unwrap_err().code, Code::Size01);
    assert_eq!(place.on_disk().len(), 1, "nothing is left of what was refused");
}

#[tokio::test]
async fn a_stream_that_breaks_off_leaves_nothing_behind() {
    let place = place().await;
    let broken = iter([Ok(Bytes::from_static(b"beginning")), Err(Error::new(Code::Net07))]);
    assert_eq!(place.files.keep(broken.boxed()).await.unwrap_err().code, Code::Net07);
    assert!(place.on_disk().is_empty(), "{:?}", place.on_disk());
}

#[tokio::test]
async fn without_the_data_key_everything_says_so() {
    let Place { store, folder, .. } = place().await;
    store.close().await;
    fs::remove_file(folder.path().join("data.key")).unwrap();
    let place = open(folder).await;
    let refused = place.files.keep(iter([Ok(Bytes::from_static(b"x"))]).boxed()).await.unwrap_err();
    assert_eq!(refused.code, Code::Key01);
    let here = FilePlace::Here { digest: "0".repeat(64), size: 1 };
    assert_eq!(place.read(&here).await.unwrap_err().code, Code::Key01);
    assert_eq!(place.files.url("", FileId(1), "a", 1, Timestamp(0)).unwrap_err().code, Code::Key01);
}

#[tokio::test]
async fn what_nothing_names_any_more_goes_unless_it_was_just_written() {
    const LATER: Timestamp = Timestamp(i64::MAX);
    let place = place().await;
    let (named, unnamed) = (place.keep(b"named").await, place.keep(b"unnamed").await);
    let file = NewFile {
        id: FileId(7),
        channel: ChannelId(1),
        name: "a".to_owned(),
        content_type: None,
        place: named.clone(),
    };
    place.store.put_file(file).await.unwrap();
    assert_eq!(place.files.remove_unused(&place.store, Clock.now()).await.unwrap(), 0, "just written");
    assert_eq!(place.files.remove_unused(&place.store, LATER).await.unwrap(), 1);
    assert_eq!(place.read(&named).await.unwrap(), b"named");
    assert_eq!(place.read(&unnamed).await.unwrap_err().code, Code::File01);
}
