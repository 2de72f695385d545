//! A test message there and back: a customer's message by the platform's API, and its webhook at our intake. Operators see it, so it is
//! made only when an admin asks for it, and what it left is taken away again, whatever became of it.

use std::time::Duration;

use tokio::sync::oneshot;

use super::chatwoot::Envoy;
use super::{Run, failed, noted, skipped};
use crate::domain::{Channel, ChatwootOptions, Code, Options};
use crate::error::Result;
use crate::platforms::chatwoot::setup::Test;
use crate::schema::{Check, Part};
use crate::secret::Secret;
use crate::strings;

const PART: Part = Part::Message;
/// Random bytes in the key of a test.
const KEY_BYTES: usize = 12;
/// How long its webhook is waited for. A server under load sends them late.
const PATIENCE: Duration = Duration::from_secs(30);

pub(super) async fn check(run: Run<'_>, channel: &Channel) -> bool {
    let brand = [("platform", channel.brand())];
    match &channel.options {
        Options::Chatwoot(options) => match (options.account_id, options.inbox_id) {
            (Some(account), Some(inbox)) if !channel.token.is_empty() => {
                there_and_back(run, channel, options, account, inbox).await
            }
            _ => run.found(skipped(PART, "message", "checkup-message-no-inbox", brand)),
        },
        // Whoever writes there waits for a person to answer.
        Options::Elma365(_) => run.found(skipped(PART, "message", "checkup-message-elma365", brand)),
        Options::Userlike(_) => run.found(skipped(PART, "message", "checkup-message-userlike", brand)),
    }
}

async fn there_and_back(
    run: Run<'_>,
    channel: &Channel,
    options: &ChatwootOptions,
    account: i64,
    inbox: i64,
) -> bool {
    let engine = run.engine;
    run.begins(PART, "sent");
    let mut envoy = match Envoy::new(engine, channel) {
        Ok(envoy) => envoy,
        Err(error) => return run.found(failed(PART, "sent", 0, error)),
    };
    let language = options.agents_language.as_deref().unwrap_or("en");
    let words = |key: &str| strings::text_in(language, key, &[].into());
    let test = Test::new(&Secret::random(KEY_BYTES), words("checkup-test-name"), words("checkup-test-text"));
    let mut arrives = engine.doctor().expect(&test.key);
    let watch = engine.clock.stopwatch();
    let mut left = Left { account, contact: None, conversation: None };
    let sent = send(run, &mut envoy, &test, inbox, &mut left).await;
    let mut well = run.found(match sent {
        Ok(()) => super::well(PART, "sent", watch.micros()),
        Err(error) => failed(PART, "sent", watch.micros(), error),
    });
    if well {
        run.begins(PART, "back");
        let check = back(run, &envoy, &mut arrives).await;
        well = run.found(check);
    }
    engine.doctor().forget(&test.key);
    if left.contact.is_some() {
        run.begins(PART, "cleaned");
        let watch = engine.clock.stopwatch();
        let cleaned = clean(run, &mut envoy, &left).await;
        let took = watch.micros();
        well &= run.found(match cleaned {
            Ok(true) => super::well(PART, "cleaned", took),
            Ok(false) => noted(PART, "cleaned", took, "checkup-message-resolved", []),
            Err(error) => failed(PART, "cleaned", took, error),
        });
    }
    well
}

/// What a test has made there.
struct Left {
    account: i64,
    contact: Option<i64>,
    conversation: Option<i64>,
}

async fn send(run: Run<'_>, envoy: &mut Envoy, test: &Test, inbox: i64, left: &mut Left) -> Result<()> {
    let (engine, account) = (run.engine, left.account);
    let heard = envoy.ask(engine, |caller| caller.create_contact(account, inbox, test)).await?;
    let contact = heard.reply().contact().ok_or_else(|| envoy.error(Code::Plat03))?;
    left.contact = Some(contact);
    let heard = envoy.ask(engine, |caller| caller.create_conversation(account, inbox, contact, test)).await?;
    let conversation = heard.reply().conversation().ok_or_else(|| envoy.error(Code::Plat03))?;
    left.conversation = Some(conversation);
    envoy.ask(engine, |caller| caller.create_message(account, conversation, test)).await?;
    Ok(())
}

/// Waits for the webhook of the message.
async fn back(run: Run<'_>, envoy: &Envoy, arrives: &mut oneshot::Receiver<()>) -> Check {
    let watch = run.engine.clock.stopwatch();
    tokio::select! {
        // The other end is held until it is forgotten.
        _ = arrives => super::well(PART, "back", watch.micros()),
        () = tokio::time::sleep(PATIENCE) => {
            let mut error = envoy.error(Code::Hook02);
            error.params.insert("seconds".to_owned(), PATIENCE.as_secs().to_string());
            failed(PART, "back", watch.micros(), crate::error::Error::filled(Code::Hook02, error.params))
        }
        () = run.stop.cancelled() => skipped(PART, "back", "checkup-stopped", []),
    }
}

/// Takes away what the test has made. False: only an administrator may delete, so its conversation was resolved instead.
async fn clean(run: Run<'_>, envoy: &mut Envoy, left: &Left) -> Result<bool> {
    let (engine, account) = (run.engine, left.account);
    if let Some(contact) = left.contact
        && envoy.ask(engine, |caller| caller.delete_contact(account, contact)).await.is_ok()
    {
        return Ok(true);
    }
    if let Some(conversation) = left.conversation {
        envoy.ask(engine, |caller| caller.resolve(account, conversation)).await?;
    }
    Ok(false)
}
