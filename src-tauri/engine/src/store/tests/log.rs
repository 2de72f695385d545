//! The log: found by words, turned page by page, and what nobody claimed of it.

use super::*;

#[tokio::test]
async fn words_are_found_whatever_is_typed_and_go_with_their_channel() {
    let bench = bench().await;
    let (store, channel) = (&bench.store, Some(bench.channel));
    store.accept(arrival(channel, vec![event("c1", "m1", "Das schöne Wetter heute")])).await.unwrap();
    store.accept(arrival(channel, vec![event("c2", "m2", "Привет, мир")])).await.unwrap();
    wait_until(async || store.find("привет").await == 1).await;
    assert_eq!(store.find("schone wett").await, 1);
    assert_eq!(store.find("Ada").await, 2);
    for hostile in ["\"", "' OR 1=1 --", "AND", "wetter\" OR \"", "NEAR(", "*", "\0", "text : x", "%", "🙂"]
    {
        store.find(hostile).await;
    }
    assert_eq!(store.find("wetter OR hallo").await, 0, "their words are words, not a query");
    store.delete_channel(bench.channel).await.unwrap();
    assert_eq!(store.find("Ada").await, 0);
    assert!(store.destinations().await.unwrap().is_empty());
    let left = store.read(|reader| {
        let count = |table: &str| -> i64 {
            reader.db.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap()
        };
        let tables = "bodies exchanges events seen contacts conversations sessions messages destinations lanes deliveries attempts tallies";
        Ok(tables.split(' ').filter(|table| count(table) > 0).map(str::to_owned).collect::<Vec<_>>())
    });
    assert_eq!(left.await.unwrap(), Vec::<String>::new(), "tables that still hold something of it");
    assert_eq!(store.traffic(TrafficQuery::default()).await.unwrap().total, Some(0));
}

#[tokio::test]
async fn pages_follow_each_other_by_key_under_any_filter() {
    let bench = bench().await;
    let store = &bench.store;
    let second: ChannelId = store.new_id();
    store.put_channel(channel(second, "Second")).await.unwrap();
    for i in 0..25 {
        let to = if i % 5 == 0 { second } else { bench.channel };
        store.accept(arrival(Some(to), vec![event("c1", &format!("m{i}"), "x")])).await.unwrap();
    }
    let mut refused = arrival(Some(second), Vec::new());
    refused.kept = Some(Kept { code: Code::Auth03, can_process: true });
    let refused = store.accept(refused).await.unwrap().row.id;
    let walk = async |filter: TrafficFilter, forward: bool| {
        let mut query = TrafficQuery { limit: Some(4), filter, ..TrafficQuery::default() };
        query.after = forward.then_some(ExchangeId(0));
        let mut all = Vec::new();
        loop {
            let page = store.traffic(query.clone()).await.unwrap();
            let mut ids: Vec<_> = page.rows.iter().map(|row| row.id).collect();
            assert!(ids.is_sorted_by(|a, b| a > b), "newest first on every page");
            if forward {
                ids.reverse();
            }
            all.extend(ids);
            let Some(next) = page.next else { return all };
            *(if forward { &mut query.after } else { &mut query.before }) = Some(next);
        }
    };
    let of_second = TrafficFilter { channel: Some(second), ..TrafficFilter::default() };
    let backward = walk(of_second.clone(), false).await;
    assert_eq!(backward.len(), 6);
    let mut forward = walk(of_second, true).await;
    forward.reverse();
    assert_eq!(backward, forward);
    assert_eq!(walk(TrafficFilter::default(), false).await.len(), 26);
    let of_state = TrafficFilter { state: Some(State::Refused), ..TrafficFilter::default() };
    assert_eq!(walk(of_state, false).await, [refused]);
    let of_direction = TrafficFilter { direction: Some(Direction::Out), ..TrafficFilter::default() };
    assert!(walk(of_direction, false).await.is_empty());
    let since = TrafficFilter { from: Some(Clock.now().plus_ms(60_000)), ..TrafficFilter::default() };
    assert!(walk(since, false).await.is_empty());
}

#[tokio::test]
async fn requests_nobody_claims_are_kept_to_the_last_thousand_and_can_be_processed() {
    let bench = bench().await;
    let store = &bench.store;
    let mut last = None;
    for _ in 0..1_010 {
        let mut unclaimed = arrival(None, Vec::new());
        unclaimed.kept = Some(Kept { code: Code::Net03, can_process: true });
        last = Some(store.accept(unclaimed).await.unwrap().row.id);
    }
    let last = last.unwrap();
    assert_eq!(store.counts(Timestamp(0)).await.unwrap().2, 1_000);
    let kept = store.kept(last).await.unwrap().unwrap();
    assert_eq!((kept.kept.can_process, kept.body.is_empty()), (true, false));
    let processed =
        store.process(last, arrival(Some(bench.channel), vec![event("c1", "m1", "hello")])).await.unwrap();
    assert_eq!((processed.row.id, processed.row.result), (last, State::Received));
    assert_eq!(processed.due.len(), 1);
    assert_eq!(store.counts(Timestamp(0)).await.unwrap().2, 999);
    assert!(store.kept(last).await.unwrap().is_none_or(|kept| !kept.kept.can_process));
    let again = store.process(last, arrival(Some(bench.channel), Vec::new())).await.unwrap_err();
    assert_eq!(again.code, Code::Id05);
}
