//! Stored first, then answered: told by the system calls the relay makes.

use serde_json::json;
use switchboard_tests::platforms::chatwoot_message;
use switchboard_tests::relay::Start;

/// Whether this machine lets one process watch another.
fn can_trace() -> Result<(), String> {
    let tried = std::process::Command::new("strace").args(["-qq", "-e", "trace=none", "true"]).output();
    match tried {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => Err(String::from_utf8_lossy(&output.stderr).into_owned()),
        Err(error) => Err(error.to_string()),
    }
}

#[tokio::test]
async fn a_message_is_on_the_disk_before_it_is_answered() {
    if let Err(why) = can_trace() {
        eprintln!("skipped: system calls cannot be watched here: {why}");
        return;
    }
    let mut start = Start::default();
    let trace = start.folder.path().join("trace");
    let calls = "trace=fdatasync,fsync,write,writev,sendto,sendmsg,pwrite64";
    start.under = ["strace", "-D", "-f", "-y", "-s", "64", "-e", calls, "-o", trace.to_str().unwrap()]
        .map(str::to_owned)
        .to_vec();
    let relay = start.start().await;
    let channel = relay.channel(json!({ "name": "Traced", "platform": "chatwoot" })).await;

    // The tracer runs beside (`-D`), so that the relay stays this test's child and ends with it.
    // One after the other, so that each answer must have a sync of its own before it.
    let from = std::fs::read_to_string(&trace).unwrap().len();
    for id in 0..5 {
        assert_eq!(relay.http.post(&channel.intake, chatwoot_message(id, "a", "Durable")).await.status, 200);
    }
    let answered = |text: &str| text[from..].matches("HTTP/1.1 200").count();
    let text = switchboard_tests::eventually("the trace has all answers", async || {
        std::fs::read_to_string(&trace).ok().filter(|text| answered(text) >= 5)
    })
    .await;

    // strace writes a call that another thread interrupts in two lines; it has returned when its result is there.
    let (mut written, mut synced, mut answers) = (false, false, 0);
    for line in text[from..].lines() {
        let result = line.rsplit_once(" = ").map(|(_, result)| result);
        if line.contains("journal.db-wal") && line.contains("pwrite64(") {
            (written, synced) = (true, false);
        } else if line.contains("journal.db-wal")
            && (line.contains("fdatasync(") || line.contains("fsync("))
            && result == Some("0")
        {
            synced = written;
        } else if line.contains("sync resumed") && result == Some("0") {
            // Only the writer's own sync can be under way: checkpoints come later and sync other files.
            synced = written;
        } else if line.contains("HTTP/1.1 200") {
            assert!(synced, "answered before the journal was on the disk:\n{}", &text[from..]);
            (written, synced, answers) = (false, false, answers + 1);
        }
    }
    assert!(answers >= 5, "{}", &text[from..]);
}
