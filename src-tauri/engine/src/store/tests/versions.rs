//! A folder of an earlier version, with data, is brought to this one and loses nothing.

use super::*;

/// Puts a database back to its first version: what that one knew of what is there.
fn back_to_first(path: &std::path::Path, script: &str) {
    let old = path.with_extension("old");
    let db = Connection::open(&old).unwrap();
    db.execute_batch(script).unwrap();
    db.execute("ATTACH ?1 AS new", [path.to_string_lossy()]).unwrap();
    let names = |sql: &str| -> Vec<String> {
        let mut select = db.prepare(sql).unwrap();
        let rows = select.query_map([], |row| row.get(0)).unwrap();
        rows.collect::<std::result::Result<_, _>>().unwrap()
    };
    for table in names("SELECT name FROM main.sqlite_schema WHERE type = 'table'") {
        let columns = names(&format!("SELECT name FROM pragma_table_info('{table}', 'main')")).join(", ");
        db.execute_batch(&format!(
            "DELETE FROM main.{table}; INSERT INTO main.{table} ({columns}) SELECT {columns} FROM new.{table}"
        ))
        .unwrap();
    }
    db.pragma_update(None, "user_version", 1).unwrap();
    db.execute_batch("DETACH new").unwrap();
    drop(db);
    for end in ["", "-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(end);
        std::fs::remove_file(&name).ok();
    }
    std::fs::rename(&old, path).unwrap();
}

#[tokio::test]
async fn a_folder_of_the_first_version_comes_along_with_all_it_holds() {
    let Bench { folder, store, channel, destination } = bench().await;
    let mut in_chat = event("12", "m1", "done");
    in_chat.conversation.as_mut().unwrap().chat = Some("s-1".to_owned());
    let done = store.accept(arrival(Some(channel), vec![in_chat.clone()])).await.unwrap();
    store.record(tried(done.due[0].delivery, None, Verdict::Delivered)).await.unwrap();
    let again = store.accept(arrival(Some(channel), vec![event("c2", "m2", "again")])).await.unwrap().due[0];
    let soon = Clock.now().plus_ms(60_000);
    store.record(tried(again.delivery, Some(Code::Http02), Verdict::Again(soon))).await.unwrap();
    let waits = store.accept(arrival(Some(channel), vec![event("c3", "m3", "waits")])).await.unwrap();
    store.set_stopped(destination, Some(Code::Auth04), Some(soon)).await.unwrap();
    let before = store.traffic(TrafficQuery::default()).await.unwrap().rows;
    store.close().await;
    back_to_first(&folder.path().join("journal.db"), include_str!("../migrations/journal_1.sql"));
    back_to_first(&folder.path().join("settings.db"), include_str!("../migrations/settings_1.sql"));

    let store = Store::open(folder.path(), options(), Clock).await.unwrap();
    for copy in ["journal.db.v1.bak", "settings.db.v1.bak"] {
        assert!(folder.path().join(copy).exists(), "{copy} was not made");
    }
    let stopped = store.destinations().await.unwrap();
    assert_eq!((stopped.len(), stopped[0].id, stopped[0].role), (1, destination, Role::Endpoint));
    assert_eq!((stopped[0].stopped, stopped[0].probe_at), (Some(Code::Auth04), Some(soon)));
    assert_eq!(store.traffic(TrafficQuery::default()).await.unwrap().rows, before, "the log is as it was");
    assert_eq!(before[0].result, State::OnHold, "what waits is on hold, as before");
    assert_eq!(store.waiting(destination).await.unwrap(), 2);
    assert_eq!(store.channels().await.unwrap(), [super::channel(channel, "First")]);
    let job = store.job(again.delivery).await.unwrap().unwrap();
    assert_eq!((job.made, job.due, job.event.message.unwrap().text.as_str()), (1, soon, "again"));
    assert_eq!((job.role, job.event.echo, job.event.origin), (Role::Endpoint, None, None));
    assert_eq!(store.delivery(done.due[0].delivery).await.unwrap().unwrap().attempts.len(), 1);

    // It goes on where it was: lanes, repeats, the conversation under its chat once it is heard of again.
    store.set_stopped(destination, None, None).await.unwrap();
    assert_eq!(store.due(destination, Clock.now(), 10, &[]).await.unwrap(), waits.due);
    store.record(tried(waits.due[0].delivery, None, Verdict::Delivered)).await.unwrap();
    let repeat = store.accept(arrival(Some(channel), vec![in_chat.clone()])).await.unwrap();
    assert_eq!(repeat.row.skipped, Some(SkipReason::Duplicate));
    assert!(store.conversation_of_chat(channel, "s-1").await.unwrap().is_none());
    in_chat.identity.as_mut().unwrap().key = "m4".to_owned();
    store.accept(arrival(Some(channel), vec![in_chat])).await.unwrap();
    assert_eq!(store.conversation_of_chat(channel, "s-1").await.unwrap().unwrap().key, "12");
    assert!(store.links().await.unwrap().is_empty());
    // Tables that refer to each other still do.
    let broken = store.read(|reader| Ok(reader.db.prepare("PRAGMA foreign_key_check")?.exists([])?));
    assert!(!broken.await.unwrap());
    let new = store.accept(arrival(Some(channel), vec![event("c2", "m5", "after it")])).await.unwrap();
    assert!(new.due.is_empty(), "its chat has one that is tried again");
    store.close().await;
}
