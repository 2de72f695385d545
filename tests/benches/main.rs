//! The numbers of the relay, each measured beside a baseline in the same run: `make bench`.
//!
//! The relay is the released `switchboard-server` in a process of its own, over real sockets on this computer; what it is compared with runs
//! on the same disk, gets the same bodies and is driven by the same client. Nothing here fails because of a number: the table says what
//! was reached, and a person judges.
//!
//! | argument | |
//! | --- | --- |
//! | `--quick` | a smoke run: little traffic, little stored |
//! | `--only WORD` | only the rows whose names contain the word |
//!
//! `SWITCHBOARD_BENCH_STORED` sets how many exchanges are stored for the rows that want many (1,000,000). They are made once through the
//! relay itself and kept beside the build.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a measurement that cannot be made ends its row with a panic, which is shown in the table"
)]

mod baseline;
mod bulk;
mod light;
mod listed;
mod load;
mod sink;
mod stored;
mod table;
mod throughput;

use std::time::Duration;

use table::Table;

/// How much is measured.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Size {
    /// How long a row keeps up its traffic.
    seconds: u64,
    /// Exchanges stored for the rows that want many.
    stored: u64,
    /// Single messages timed at light load.
    singles: usize,
}

impl Size {
    fn time(self) -> Duration {
        Duration::from_secs(self.seconds)
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [first, folder] = arguments.as_slice()
        && first == baseline::BARE_LOOP
    {
        return baseline::bare_loop(folder);
    }
    let quick = arguments.iter().any(|argument| argument == "--quick");
    let only =
        arguments.iter().skip_while(|argument| *argument != "--only").nth(1).cloned().unwrap_or_default();
    let stored = std::env::var("SWITCHBOARD_BENCH_STORED").ok().and_then(|text| text.parse().ok());
    let size = if quick {
        Size { seconds: 2, stored: stored.unwrap_or(20_000), singles: 40 }
    } else {
        Size { seconds: 30, stored: stored.unwrap_or(1_000_000), singles: 400 }
    };

    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    runtime.block_on(async {
        let mut table = Table::new(only);
        throughput::durable(&mut table, size).await;
        throughput::burst(&mut table, size).await;
        light::added_latency(&mut table, size).await;
        light::hanging_endpoint(&mut table, size).await;
        bulk::all(&mut table, size).await;
        listed::all(&mut table, size).await;
        stored::all(&mut table, size).await;
        table.print();
    });
}
