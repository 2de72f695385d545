//! Files of messages: entered with them, waited for, let go of.

use serde_json::json;

use super::*;

fn new_file(id: FileId, channel: ChannelId, name: &str, place: FilePlace) -> NewFile {
    NewFile { id, channel, name: name.to_owned(), content_type: Some("image/png".to_owned()), place }
}

/// A customer's message with a file that is still to be fetched.
fn with_file(channel: ChannelId, id: FileId, key: &str) -> Arrival {
    let mut event = event("c1", key, "look");
    let url = "http://files-seeded-8081.example/a.png".to_owned();
    let file = File { id: Some(id), name: "a.png".to_owned(), url: url.clone(), ..File::default() };
    event.message.as_mut().unwrap().files = vec![file];
    let mut arrival = arrival(Some(channel), vec![event]);
    arrival.files = vec![new_file(id, channel, "a.png", FilePlace::There(url))];
    arrival
}

#[tokio::test]
async fn a_message_that_waits_for_its_file_is_due_when_that_is_there() {
    let bench = bench().await;
    let store = &bench.store;
    let channel = bench.another(elma365, "ELMA").await;
    let id: FileId = store.new_id();
    let mut arrival = with_file(channel, id, "m1");
    arrival.events[0].platform = true;
    arrival.events[0].skip = Some(SkipReason::OwnEcho);
    arrival.source = Source::Screen;
    let due = store.accept(arrival).await.unwrap().due[0];
    let job = store.job(due.delivery).await.unwrap().unwrap();
    assert!(matches!(&job.files[0].place, FilePlace::There(url) if url.contains("files-seeded-8081")));
    assert_eq!((job.files[0].content_type.as_str(), job.files[0].tries), ("image/png", 0));
    let later = Clock.now().plus_ms(60_000);
    store.postpone(due.delivery, later).await.unwrap();
    assert_eq!(store.files_to_fetch(10).await.unwrap().len(), 1);

    // A try that failed leaves it where it is.
    let url = FilePlace::There("http://files-seeded-8081.example/a.png".to_owned());
    assert!(store.set_file(id, url, 1).await.unwrap().is_empty());
    assert_eq!(store.files_to_fetch(10).await.unwrap()[0].tries, 1);
    let here = FilePlace::Here { digest: "d1".to_owned(), size: 5 };
    assert_eq!(store.set_file(id, here.clone(), 2).await.unwrap(), [due]);
    assert!(store.files_to_fetch(10).await.unwrap().is_empty());
    let job = store.job(due.delivery).await.unwrap().unwrap();
    assert_eq!((&job.files[0].place, job.due <= Clock.now()), (&here, true));
    // Nothing waits for it any more.
    assert!(store.set_file(id, FilePlace::Lost(Code::File01), 3).await.unwrap().is_empty());
    assert_eq!(store.files(&[id]).await.unwrap()[0].place, FilePlace::Lost(Code::File01));
}

#[tokio::test]
async fn a_failed_delivery_keeps_its_time_when_a_file_comes() {
    let bench = bench().await;
    let store = &bench.store;
    let channel = bench.another(elma365, "ELMA").await;
    let id: FileId = store.new_id();
    let mut arrival = with_file(channel, id, "m1");
    arrival.events[0].platform = true;
    let stored = store.accept(arrival).await.unwrap();
    let platform = bench.owed(stored.row.id).await[1].id;
    let again = Verdict::Again(Clock.now().plus_ms(60_000));
    store.record(called(platform, "message.send", json!({}), again)).await.unwrap();
    let here = FilePlace::Here { digest: "d1".to_owned(), size: 5 };
    assert!(store.set_file(id, here, 1).await.unwrap().is_empty());
}

#[tokio::test]
async fn files_are_entered_with_what_is_new_and_bytes_nobody_names_can_go() {
    let bench = bench().await;
    let store = &bench.store;
    let (first, second, third): (FileId, FileId, FileId) = (store.new_id(), store.new_id(), store.new_id());
    store.accept(with_file(bench.channel, first, "m1")).await.unwrap();
    store.accept(with_file(bench.channel, second, "m1")).await.unwrap();
    assert_eq!(store.files(&[first, second]).await.unwrap().len(), 1, "a repeat brings nothing");
    let here = FilePlace::Here { digest: "d3".to_owned(), size: 9 };
    store.put_file(new_file(third, bench.channel, "brought.pdf", here.clone())).await.unwrap();
    let known = store.files(&[third, first]).await.unwrap();
    assert_eq!((known[0].name.as_str(), &known[0].place), ("brought.pdf", &here));
    assert_eq!(known[1].id, first, "in the order asked for");

    let digests = ["d3", "d4"].map(str::to_owned).to_vec();
    assert_eq!(store.unused_files(digests.clone()).await.unwrap(), ["d4"]);
    store.delete_channel(bench.channel).await.unwrap();
    assert_eq!(store.unused_files(digests.clone()).await.unwrap(), digests);
}

#[tokio::test]
async fn names_and_addresses_of_files_do_not_lie_open() {
    let Bench { folder, store, channel, .. } = bench().await;
    store.accept(with_file(channel, store.new_id(), "m1")).await.unwrap();
    store.close().await;
    assert!(!holds(&raw_bytes(folder.path()), "files-seeded-8081"));
}

#[tokio::test]
async fn a_file_brought_in_before_stays_as_long_as_its_message_is_owed_and_is_lost_after_that() {
    let bench = bench().await;
    let store = &bench.store;
    let channel = bench.another(elma365, "ELMA").await;
    let id: FileId = store.new_id();
    let here = FilePlace::Here { digest: "d1".to_owned(), size: 5 };
    store.put_file(new_file(id, channel, "a.png", here.clone())).await.unwrap();
    let mut arrival = with_file(channel, id, "m1");
    arrival.files.clear();
    arrival.events[0].platform = true;
    arrival.events[0].skip = Some(SkipReason::OwnEcho);
    let due = store.accept(arrival).await.unwrap().due[0];
    let settings = Settings { keep_conversations_days: 7, ..Settings::default() };
    let later = Clock.now().plus_ms(31 * 24 * 60 * 60 * 1_000);
    let ages = crate::store::retention::Ages::new(&settings, later);
    crate::store::chores::retire_all(&Arc::downgrade(&store.0), ages).await.unwrap();
    assert_eq!(store.job(due.delivery).await.unwrap().unwrap().files[0].place, here);

    let forget = |tx: &mut writer::Tx<'_>| Ok(tx.db.execute("DELETE FROM files", [])?);
    store.0.writer.keep(forget).await.unwrap();
    let job = store.job(due.delivery).await.unwrap().unwrap();
    assert_eq!((&job.files[0].place, job.files[0].name.as_str()), (&FilePlace::Lost(Code::File01), "a.png"));
}
