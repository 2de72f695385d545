//! The data folder: opened again, held by one process, copied, sealed, and without its key.

use bytes::Bytes;

use super::*;

#[tokio::test]
async fn everything_answered_is_there_after_a_start_and_ids_go_on() {
    let Bench { folder, store, channel, destination } = bench().await;
    let mut last = ExchangeId(0);
    for i in 0..20 {
        let stored =
            store.accept(arrival(Some(channel), vec![event("c1", &format!("m{i}"), "x")])).await.unwrap();
        assert!(stored.row.id > last);
        last = stored.row.id;
    }
    store.close().await;
    let store = Store::open(folder.path(), options(), Clock).await.unwrap();
    assert_eq!(store.waiting(destination).await.unwrap(), 20);
    assert_eq!(store.traffic(TrafficQuery::default()).await.unwrap().total, Some(20));
    let due = store.due(destination, Clock.now(), 10, &[]).await.unwrap();
    assert_eq!(store.job(due[0].delivery).await.unwrap().unwrap().event.message.unwrap().text, "x");
    assert!(store.new_id::<ExchangeId>() > last);
    assert!(store.gap().is_some());
}

#[tokio::test]
async fn a_second_process_is_refused() {
    let bench = bench().await;
    let error = Store::open(bench.folder.path(), options(), Clock).await.unwrap_err();
    assert_eq!(error.code, Code::Db01);
}

#[tokio::test]
async fn a_newer_version_is_refused_and_nothing_is_changed() {
    let Bench { folder, store, .. } = bench().await;
    store.close().await;
    let path = folder.path().join("journal.db");
    Connection::open(&path).unwrap().pragma_update(None, "user_version", 99).unwrap();
    let error = Store::open(folder.path(), options(), Clock).await.unwrap_err();
    assert_eq!(error.code, Code::Db04);
    let version: i64 =
        Connection::open(&path).unwrap().pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    assert_eq!(version, 99);
}

#[tokio::test]
async fn settings_are_copied_at_every_change() {
    let bench = bench().await;
    let settings = Settings { public_url: "https://relay.example.org".to_owned(), ..Settings::default() };
    bench.store.put_settings(settings.clone()).await.unwrap();
    let copy = Connection::open(bench.folder.path().join("settings.db.bak")).unwrap();
    assert_eq!(super::settings::get(&copy).unwrap(), settings);
    let names: String = copy.query_row("SELECT name FROM channels", [], |row| row.get(0)).unwrap();
    assert_eq!(names, "First");
}

#[tokio::test]
async fn nothing_secret_lies_open_on_the_disk() {
    let Bench { folder, store, channel, .. } = bench().await;
    let long = format!("{} the-hidden-part-of-the-words", "w".repeat(90));
    let mut arrival = arrival(Some(channel), vec![event("c1", "m1", &long)]);
    arrival.body = Bytes::from(format!("{{\"pubsub_token\":\"body-seeded-1618\",\"content\":\"{long}\"}}"));
    arrival.headers.push(("authorization".to_owned(), "Bearer header-seeded-1414".to_owned()));
    let due = store.accept(arrival).await.unwrap().due[0];
    let mut attempt = tried(due.delivery, None, Verdict::Delivered);
    attempt.body = Bytes::from_static(b"out-seeded-1732");
    attempt.headers.push(("x-key".to_owned(), "outheader-seeded-2236".to_owned()));
    attempt.url = "http://u:url-seeded-2645@127.0.0.1:9/".to_owned();
    store.record(attempt).await.unwrap();
    let mut refused = self::arrival(Some(channel), Vec::new());
    refused.kept = Some(Kept { code: Code::Auth03, can_process: true });
    refused.body = Bytes::from_static(b"{\"secret\":\"raw-seeded-3316\"}");
    store.accept(refused).await.unwrap();
    wait_until(async || store.find("Ada").await == 2).await;
    store.close().await;
    let all = raw_bytes(folder.path());
    for seeded in [
        "token-seeded-3141",
        "intake-seeded-2718",
        "body-seeded-1618",
        "header-seeded-1414",
        "out-seeded-1732",
        "outheader-seeded-2236",
        "url-seeded-2645",
        "raw-seeded-3316",
        "the-hidden-part",
    ] {
        assert!(!holds(&all, seeded), "{seeded} lies open");
    }
    assert!(holds(&all, "message_created"), "the test looks at the right files");
}

#[tokio::test]
async fn without_its_key_a_folder_opens_and_takes_nothing() {
    let Bench { folder, store, channel, .. } = bench().await;
    let first = store.accept(arrival(Some(channel), vec![event("c1", "m1", "one")])).await.unwrap().row.id;
    store.close().await;
    let key = folder.path().join("data.key");
    let right = std::fs::read(&key).unwrap();
    for (content, code) in
        [(None, Code::Key01), (Some("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="), Code::Key02)]
    {
        std::fs::remove_file(&key).unwrap();
        if let Some(content) = content {
            std::fs::write(&key, content).unwrap();
        }
        let store = Store::open(folder.path(), options(), Clock).await.unwrap();
        assert_eq!(store.key_status().error.map(|error| error.code), Some(code));
        assert_eq!(store.channels().await.unwrap()[0].name, "First");
        assert_eq!(
            store.traffic(TrafficQuery::default()).await.unwrap().rows[0].id,
            first,
            "the log's rows lie open"
        );
        let error = store.accept(arrival(Some(channel), vec![event("c1", "m2", "two")])).await.unwrap_err();
        assert_eq!(error.code, code);
        store.close().await;
        std::fs::write(&key, &right).unwrap();
    }
    let store = Store::open(folder.path(), options(), Clock).await.unwrap();
    assert!(store.key_status().error.is_none());
    assert!(store.exchange(first).await.unwrap().is_some());
}

#[tokio::test]
async fn names_are_taken_without_regard_to_case() {
    let bench = bench().await;
    let id = bench.store.new_id();
    assert_eq!(bench.store.put_channel(channel(id, "FIRST")).await.unwrap_err().code, Code::Name01);
    let kept = bench.store.channels().await.unwrap();
    assert_eq!(kept, [channel(bench.channel, "First")], "secrets come back as they were");
}
