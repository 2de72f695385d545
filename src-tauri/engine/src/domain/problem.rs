//! Problems: failures grouped by cause, and the rules of when one opens, what disproves it and what can be done about it. Pure.
//!
//! A problem is a code and what it is about. Whatever still fails has an open one; it closes itself when what it is about works again.

use super::Code;
use super::named::named;

named! {
    /// What a problem is about.
    pub enum AboutKind {
        /// A channel: what its platform sends us.
        Channel = "channel",
        /// A destination: what we send.
        Destination = "destination",
        /// The relay's own listener.
        Relay = "relay",
        /// The disk the data folder is on.
        Disk = "disk",
        /// The key that seals secrets.
        Key = "key",
        /// A link.
        Link = "link",
        /// The public address.
        PublicAddress = "publicAddress",
        /// This computer's clock.
        Clock = "clock",
        /// A bulk send.
        Bulk = "bulk",
        /// Catching up with what a channel missed.
        CatchUp = "catchUp",
    }
}

named! {
    /// How a problem stands.
    pub enum ProblemState {
        /// It needs somebody.
        Open = "open",
        /// Somebody knows; it still fails.
        Acknowledged = "acknowledged",
        /// It is over.
        Solved = "solved",
    }
}

/// What a problem is about: the kind, and which of them. Of what there is only one of, the number is nought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct About {
    /// The kind.
    pub kind: AboutKind,
    /// Which.
    pub id: u64,
}

impl About {
    /// The only one of its kind.
    #[must_use]
    pub const fn only(kind: AboutKind) -> Self {
        Self { kind, id: 0 }
    }
}

/// How far a try got that ended in that code: 0 cannot be told, 1 the host's name, 2 its port, 3 its certificate, 4 an answer.
const fn reached(code: Code) -> u8 {
    match code {
        Code::Net04 => 1,
        Code::Net05 => 2,
        Code::Tls01 | Code::Tls02 | Code::Tls03 => 3,
        Code::Auth01
        | Code::Auth02
        | Code::Auth04
        | Code::Auth05
        | Code::Http01
        | Code::Http02
        | Code::Http03
        | Code::Rate01
        | Code::Plat01
        | Code::Plat02 => 4,
        _ => 0,
    }
}

/// Whether a try that ended in `seen` shows that what `open` says is true no longer.
#[must_use]
pub const fn disproves(seen: Code, open: Code) -> bool {
    let (seen, open) = (reached(seen), reached(open));
    open > 0 && open < seen
}

/// Of one message alone: another message that arrives says nothing about it. It is over when none is left that failed like that.
#[must_use]
pub const fn is_of_messages(code: Code) -> bool {
    code.is_rejection() || matches!(code, Code::Id05 | Code::File01 | Code::File02)
}

/// Whether a request that was kept for this reason is a problem. A browser that looks around and a channel turned off by choice are none.
#[must_use]
pub const fn is_intake_problem(code: Code) -> bool {
    matches!(
        code,
        Code::Auth03
            | Code::Net03
            | Code::Id04
            | Code::Time01
            | Code::Data01
            | Code::Size01
            | Code::Time02
            | Code::Loop01
    )
}

/// A request kept for this reason waits for a decision: the problem is over when none is left that can be processed.
#[must_use]
pub const fn is_of_kept_requests(code: Code) -> bool {
    matches!(code, Code::Auth03 | Code::Net03 | Code::Id04 | Code::Time01)
}

named! {
    /// Something that can be done about a problem.
    pub enum RemedyAction {
        /// Try now what waits.
        Retry = "retry",
        /// Send again what was given up.
        Resend = "resend",
        /// Look again whether it is over.
        CheckAgain = "checkAgain",
        /// Take the token that came for the right one, and accept what it came with.
        AcceptToken = "acceptToken",
        /// Accept what was refused and act on it.
        Process = "process",
        /// Leave it refused.
        KeepRefusing = "keepRefusing",
        /// Trust the certificate that was shown, at this server and for this channel only.
        Trust = "trust",
        /// Read the signing secret at the platform, and accept what it was signed with.
        ReadSecret = "readSecret",
        /// Type the signing secret, and accept what it was signed with.
        NewSecret = "newSecret",
        /// Go by the address they named.
        UseAddress = "useAddress",
        /// Listen at a port that is free.
        UseFreePort = "useFreePort",
        /// Wait longer for an answer.
        WaitLonger = "waitLonger",
        /// Send at half the speed.
        SendSlower = "sendSlower",
        /// Begin a new conversation with the contact.
        StartNew = "startNew",
        /// Leave out what was given up.
        Skip = "skip",
        /// Send the text without its files, which are named by their addresses.
        WithoutFiles = "withoutFiles",
        /// Delete the log older than seven days.
        FreeSpace = "freeSpace",
        /// Make a backup.
        BackUp = "backUp",
        /// Break the circle.
        BreakLoop = "breakLoop",
        /// Read the key again.
        Unlock = "unlock",
        /// Go by the system's proxy.
        SystemProxy = "systemProxy",
        /// Pause the channel.
        PauseChannel = "pauseChannel",
        /// Go on with a bulk send.
        ResumeBulk = "resumeBulk",
        /// Ask the platform again what was missed.
        CatchUp = "catchUp",
        /// The new address was pasted where it belongs.
        AddressGiven = "addressGiven",
        /// Nothing more is to be said of it.
        Dismiss = "dismiss",
        /// Paste another token.
        NewToken = "newToken",
        /// Type another address of the endpoint.
        EditAddress = "editAddress",
        /// Change how the endpoint is signed in to.
        EditSignIn = "editSignIn",
        /// Choose account and inbox.
        ChooseInbox = "chooseInbox",
        /// Choose another port.
        ChoosePort = "choosePort",
        /// Choose another folder for backups.
        ChooseFolder = "chooseFolder",
        /// Change the public address.
        EditPublicAddress = "editPublicAddress",
        /// Copy the new addresses of the channels.
        CopyAddresses = "copyAddresses",
        /// Look at the channel.
        OpenChannel = "openChannel",
        /// Look at the bulk send.
        OpenBulk = "openBulk",
        /// Look at what was sent and answered.
        ShowTraffic = "showTraffic",
        /// Copy a note for whoever can mend it.
        CopyNote = "copyNote",
        /// Copy a report for whoever helps.
        Report = "report",
    }
}

named! {
    /// How a remedy is done.
    pub enum RemedyKind {
        /// At once, by the engine.
        Run = "run",
        /// By the engine, once it was shown what it does.
        Confirm = "confirm",
        /// By the engine, with a value that is typed in place.
        Form = "form",
        /// On another screen.
        Place = "place",
        /// By copying a text.
        Copy = "copy",
    }
}

impl RemedyAction {
    /// How it is done.
    #[must_use]
    pub const fn kind(self) -> RemedyKind {
        match self {
            Self::AcceptToken
            | Self::Process
            | Self::KeepRefusing
            | Self::ReadSecret
            | Self::SendSlower
            | Self::Trust
            | Self::UseAddress
            | Self::UseFreePort
            | Self::Resend
            | Self::StartNew
            | Self::Skip
            | Self::WithoutFiles
            | Self::FreeSpace
            | Self::BreakLoop => RemedyKind::Confirm,
            Self::NewToken | Self::NewSecret | Self::EditAddress => RemedyKind::Form,
            Self::EditSignIn
            | Self::ChooseInbox
            | Self::ChoosePort
            | Self::ChooseFolder
            | Self::EditPublicAddress
            | Self::CopyAddresses
            | Self::OpenChannel
            | Self::OpenBulk
            | Self::ShowTraffic => RemedyKind::Place,
            Self::CopyNote | Self::Report => RemedyKind::Copy,
            _ => RemedyKind::Run,
        }
    }
}

/// What decides which remedies a problem has.
#[derive(Clone, Copy, Debug, Default)]
pub struct Facts {
    /// What it is about is the channel's own endpoint, whose settings an admin can change.
    pub endpoint: bool,
    /// HTTP status of the last answer.
    pub status: Option<u16>,
    /// Another address is known.
    pub address: bool,
    /// A certificate was shown.
    pub certificate: bool,
    /// It can be trusted by choice: at the channel's own endpoint, or at its platform.
    pub trustable: bool,
    /// A token came that can be taken for the right one.
    pub token: bool,
    /// What came is signed, and the secret it is signed with can be typed.
    pub secret: bool,
    /// That secret can be read at the platform.
    pub readable: bool,
    /// Deliveries given up.
    pub failed: u64,
    /// Deliveries that wait.
    pub waiting: u64,
    /// Requests kept that can be processed.
    pub kept: u64,
    /// There is an exchange to look at.
    pub exchange: bool,
    /// No proxy is used, not even the system's.
    pub no_proxy: bool,
    /// It is slow enough already.
    pub slowest: bool,
    /// A try can be given more time.
    pub longer: bool,
    /// There is a port near that is free.
    pub port: bool,
    /// Its platform takes a message with links in place of its files.
    pub links: bool,
    /// It is over: only what was left behind can be seen to.
    pub solved: bool,
}

/// What can be done about a problem, the primary first. Never empty.
#[must_use]
pub fn remedies(code: Code, about: AboutKind, facts: Facts) -> Vec<RemedyAction> {
    use RemedyAction as R;
    let own = |endpoint: R, other: R| if facts.endpoint { endpoint } else { other };
    let look = if facts.exchange { R::ShowTraffic } else { R::Report };
    let mut all = match (code, about) {
        (_, AboutKind::Bulk) => vec![R::ResumeBulk, R::OpenBulk],
        (_, AboutKind::CatchUp) if code != Code::Auth01 => vec![R::CatchUp, R::OpenChannel],
        (Code::Auth01, _) => vec![R::NewToken, R::CheckAgain, R::CopyNote],
        // Both headers have been tried: only whoever runs the server can help.
        (Code::Auth02, _) => vec![R::CopyNote, R::CheckAgain],
        (Code::Auth03, _) if facts.kept > 0 && facts.readable => {
            vec![R::ReadSecret, R::NewSecret, R::Process, R::KeepRefusing]
        }
        (Code::Auth03, _) if facts.kept > 0 && facts.secret => {
            vec![R::NewSecret, R::Process, R::KeepRefusing]
        }
        (Code::Auth03, _) if facts.token => vec![R::AcceptToken, R::KeepRefusing],
        (Code::Auth03, _) if facts.kept > 0 => vec![R::Process, R::KeepRefusing],
        (Code::Auth03 | Code::Data01, _) => vec![look, R::OpenChannel],
        (Code::Auth04, _) => vec![own(R::EditSignIn, R::Retry), R::CheckAgain, R::CopyNote],
        (Code::Auth05, _) => vec![R::CheckAgain, R::NewToken, R::CopyNote],
        (Code::Url01 | Code::Url02 | Code::Url03, _) => vec![own(R::EditAddress, R::OpenChannel)],
        (Code::Net01, _) => vec![R::CheckAgain, R::EditPublicAddress],
        (Code::Net02, _) => vec![R::CopyAddresses, R::AddressGiven, R::EditPublicAddress],
        (Code::Net03, _) if facts.kept > 0 => vec![R::Process, R::KeepRefusing],
        (Code::Id04, AboutKind::Channel) if facts.kept > 0 => vec![R::Process, R::KeepRefusing],
        (Code::Time01, AboutKind::Channel) if facts.kept > 0 => vec![R::Process, R::KeepRefusing],
        (Code::Net03, _) => vec![look],
        (Code::Net04, _) => vec![R::CheckAgain, own(R::EditAddress, R::OpenChannel)],
        (Code::Net05, _) => vec![R::Retry, own(R::EditAddress, R::OpenChannel), R::CopyNote],
        (Code::Net06, _) if facts.longer => vec![R::Retry, own(R::WaitLonger, R::OpenChannel), R::CopyNote],
        (Code::Net06, _) => vec![R::Retry, own(R::EditAddress, R::OpenChannel), R::CopyNote],
        (Code::Net07, _) if facts.no_proxy => vec![R::SystemProxy, R::Retry, R::CopyNote],
        (Code::Net07, _) => vec![R::Retry, R::CopyNote],
        (Code::Tls01, _) => vec![R::CheckAgain, R::CopyNote],
        (Code::Tls02, _) if facts.endpoint && facts.address => {
            vec![R::UseAddress, R::EditAddress, R::CopyNote]
        }
        (Code::Tls02, _) => vec![own(R::EditAddress, R::CheckAgain), R::CopyNote],
        (Code::Tls03, _) if facts.trustable && facts.certificate => {
            vec![R::Trust, R::CheckAgain, R::CopyNote]
        }
        (Code::Tls03, _) => vec![R::CheckAgain, R::CopyNote],
        (Code::Http01, _) if facts.endpoint && matches!(facts.status, Some(404 | 405 | 410)) => {
            vec![R::EditAddress, R::Retry, look]
        }
        (Code::Http03, _) if facts.endpoint && facts.address => vec![R::UseAddress, R::EditAddress, look],
        (Code::Http01 | Code::Http03 | Code::Plat01, _) => {
            vec![look, own(R::EditAddress, R::OpenChannel), R::CopyNote]
        }
        (Code::Http02, _) => vec![R::Retry, R::PauseChannel, R::CopyNote],
        (Code::Plat02, _) => vec![R::Retry, R::CopyNote],
        (Code::Rate01, _) if facts.slowest => vec![R::Retry],
        (Code::Rate01, _) => vec![R::SendSlower, R::Retry],
        (Code::Time01 | Code::Fw01, _) => vec![R::CheckAgain, R::CopyNote],
        (Code::Size01, AboutKind::Channel) => vec![look],
        (Code::Size01, _) if facts.failed > 0 && facts.links => vec![R::WithoutFiles],
        (Code::Size01, AboutKind::Destination) => vec![look, R::CopyNote],
        (Code::Key01, _) => vec![R::Unlock, R::Report],
        (Code::Key02, _) => vec![R::Unlock, R::Report],
        (Code::Port01, _) if facts.port => vec![R::UseFreePort, R::ChoosePort, R::CheckAgain],
        (Code::Port01, _) => vec![R::ChoosePort, R::CheckAgain],
        (Code::Id01 | Code::Id02, _) => vec![R::ChooseInbox, R::CheckAgain],
        (Code::Id03, _) if facts.failed > 0 => vec![R::StartNew],
        (Code::Id04 | Code::Link04, _) => vec![R::OpenChannel, R::CheckAgain],
        (Code::Db03, _) => vec![R::FreeSpace, R::CheckAgain],
        (Code::Back06, _) => vec![R::BackUp, R::ChooseFolder, R::Report],
        (Code::Loop01, AboutKind::Link) => vec![R::BreakLoop],
        (Code::Loop01, _) => vec![own(R::EditAddress, R::OpenChannel)],
        (_, AboutKind::Link) => vec![R::OpenChannel, R::CheckAgain],
        (_, AboutKind::Destination) => vec![R::Retry, look],
        (
            _,
            AboutKind::Relay | AboutKind::Disk | AboutKind::Key | AboutKind::Clock | AboutKind::PublicAddress,
        ) => {
            vec![R::CheckAgain, R::Report]
        }
        (_, AboutKind::Channel | AboutKind::CatchUp) => vec![look, R::OpenChannel],
    };
    if about == AboutKind::Destination && facts.failed > 0 {
        // Nothing waits that could be tried: what was given up is what there is to send.
        let first = all.first() == Some(&R::Retry) && facts.waiting == 0;
        all.insert(if first { 0 } else { all.len().min(1) }, R::Resend);
        all.push(R::Skip);
    }
    if facts.solved {
        all.retain(|action| {
            matches!(action, R::Resend | R::Skip | R::Process | R::KeepRefusing | R::ShowTraffic)
        });
        if all.is_empty() {
            all.push(R::Report);
        }
        return all;
    }
    if about == AboutKind::Channel && !all.contains(&R::KeepRefusing) {
        all.push(R::Dismiss);
    }
    if facts.exchange && !all.contains(&R::ShowTraffic) {
        all.push(R::ShowTraffic);
    }
    let mut seen = Vec::new();
    all.retain(|action| {
        let new = !seen.contains(action);
        seen.push(*action);
        new
    });
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_shows_that_somebody_is_there_and_nothing_more() {
        for gone in [Code::Net04, Code::Net05, Code::Tls01, Code::Tls03] {
            assert!(disproves(Code::Http02, gone), "{gone}");
            assert!(!disproves(Code::Net04, gone), "{gone}");
        }
        assert!(disproves(Code::Net05, Code::Net04));
        assert!(!disproves(Code::Net06, Code::Net05), "a time-out shows nothing");
        assert!(!disproves(Code::Http02, Code::Auth04) && !disproves(Code::Auth04, Code::Http02));
        assert!(!disproves(Code::Http02, Code::Net06), "slow and failing may take turns");
    }

    #[test]
    fn every_code_has_something_to_be_done_about_whatever_it_is_about() {
        for code in Code::ALL {
            for about in AboutKind::ALL {
                for (failed, kept, endpoint, solved) in
                    [(0, 0, false, false), (2, 0, true, false), (0, 3, true, false), (0, 0, false, true)]
                {
                    let facts = Facts { failed, kept, endpoint, solved, ..Facts::default() };
                    let all = remedies(*code, *about, facts);
                    assert!(!all.is_empty(), "{code} about {about}");
                    let mut once = all.clone();
                    once.sort();
                    once.dedup();
                    assert_eq!(once.len(), all.len(), "{code} about {about}: {all:?}");
                }
            }
        }
    }

    #[test]
    fn what_was_given_up_can_be_sent_again_or_left() {
        let facts = Facts { failed: 3, endpoint: true, status: Some(404), ..Facts::default() };
        let all = remedies(Code::Http01, AboutKind::Destination, facts);
        assert_eq!(all[..2], [RemedyAction::EditAddress, RemedyAction::Resend]);
        assert!(all.contains(&RemedyAction::Skip));
        let over = remedies(Code::Http02, AboutKind::Destination, Facts { failed: 3, solved: true, ..facts });
        assert_eq!(over, [RemedyAction::Resend, RemedyAction::Skip]);
    }

    #[test]
    fn where_nothing_waits_what_was_given_up_is_what_there_is_to_send() {
        let first = |waiting| {
            let facts = Facts { failed: 3, waiting, ..Facts::default() };
            remedies(Code::Http02, AboutKind::Destination, facts)[0]
        };
        assert_eq!((first(0), first(2)), (RemedyAction::Resend, RemedyAction::Retry));
    }

    #[test]
    fn nothing_is_offered_that_cannot_be_done() {
        let has = |code, facts, action| remedies(code, AboutKind::Destination, facts).contains(&action);
        let large = Facts { failed: 1, endpoint: true, ..Facts::default() };
        assert!(!has(Code::Size01, large, RemedyAction::WithoutFiles), "an endpoint gets no links");
        assert!(has(Code::Size01, Facts { links: true, ..large }, RemedyAction::WithoutFiles));
        assert!(!has(Code::Net06, large, RemedyAction::WaitLonger), "nobody waits longer than that");
        assert!(has(Code::Net06, Facts { longer: true, ..large }, RemedyAction::WaitLonger));
        let port = remedies(Code::Port01, AboutKind::Relay, Facts::default());
        assert_eq!(port[0], RemedyAction::ChoosePort);
        let signed = Facts { kept: 2, secret: true, readable: true, ..Facts::default() };
        let all = remedies(Code::Auth03, AboutKind::Channel, signed);
        assert_eq!(all[0], RemedyAction::ReadSecret);
        let typed = remedies(Code::Auth03, AboutKind::Channel, Facts { readable: false, ..signed });
        assert_eq!(typed[0], RemedyAction::NewSecret);
    }
}
