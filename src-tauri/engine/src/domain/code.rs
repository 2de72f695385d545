//! Every kind of trouble Switchboard can tell an admin about. The codes are stable: help pages, tests and exports name them.

use super::named::named;

named! {
    /// A stable code. Its sentence and its hint stand in the strings catalogue under `error-` and the code in lower case.
    pub enum Code {
        /// The platform refuses our token.
        Auth01 = "AUTH-01",
        /// The platform's server removes part of our sign-in.
        Auth02 = "AUTH-02",
        /// A request showed another token or signature than the one saved.
        Auth03 = "AUTH-03",
        /// The endpoint refuses our sign-in.
        Auth04 = "AUTH-04",
        /// The token works but may not see what is needed.
        Auth05 = "AUTH-05",
        /// The caller of the console showed no token or a wrong one.
        Auth06 = "AUTH-06",
        /// The address has no scheme.
        Url01 = "URL-01",
        /// The address exists only inside the network.
        Url02 = "URL-02",
        /// The text is no address at all.
        Url03 = "URL-03",
        /// The relay cannot be reached from the Internet.
        Net01 = "NET-01",
        /// The public address changed.
        Net02 = "NET-02",
        /// A request came to an address no channel has.
        Net03 = "NET-03",
        /// The host name is not known.
        Net04 = "NET-04",
        /// Nothing answers on that port.
        Net05 = "NET-05",
        /// No answer in time.
        Net06 = "NET-06",
        /// The connection was cut.
        Net07 = "NET-07",
        /// The certificate has expired or is not yet good.
        Tls01 = "TLS-01",
        /// The certificate names another host.
        Tls02 = "TLS-02",
        /// The certificate's issuer is not known here.
        Tls03 = "TLS-03",
        /// The endpoint did not accept the message.
        Http01 = "HTTP-01",
        /// The endpoint has trouble of its own.
        Http02 = "HTTP-02",
        /// The endpoint redirects, or answers without what was asked.
        Http03 = "HTTP-03",
        /// The method is not one this address takes.
        Http04 = "HTTP-04",
        /// Slow down.
        Rate01 = "RATE-01",
        /// More is waiting to be written than fits; the sender is told to come back.
        Rate02 = "RATE-02",
        /// A clock is off.
        Time01 = "TIME-01",
        /// The sender took too long to send.
        Time02 = "TIME-02",
        /// Too large.
        Size01 = "SIZE-01",
        /// The keychain cannot be opened.
        Key01 = "KEY-01",
        /// The key is not the one this data was sealed with.
        Key02 = "KEY-02",
        /// The port is taken.
        Port01 = "PORT-01",
        /// Account or inbox missing.
        Id01 = "ID-01",
        /// The inbox is not an API inbox.
        Id02 = "ID-02",
        /// The conversation or contact is gone.
        Id03 = "ID-03",
        /// A request names another channel id than the one learned.
        Id04 = "ID-04",
        /// What was asked for does not exist here.
        Id05 = "ID-05",
        /// The data folder is in use.
        Db01 = "DB-01",
        /// The data is damaged.
        Db02 = "DB-02",
        /// The disk is full.
        Db03 = "DB-03",
        /// The data was written by a newer version.
        Db04 = "DB-04",
        /// The password does not open the file.
        Back01 = "BACK-01",
        /// The file is damaged, or none of ours.
        Back02 = "BACK-02",
        /// The file was made by a newer version.
        Back03 = "BACK-03",
        /// The backup does not hold the key to its data.
        Back04 = "BACK-04",
        /// The folder for backups cannot be written to.
        Back05 = "BACK-05",
        /// The backup of the day could not be made.
        Back06 = "BACK-06",
        /// Something blocks the relay on this computer.
        Fw01 = "FW-01",
        /// The request cannot be read.
        Data01 = "DATA-01",
        /// A field is missing or cannot be read.
        Data02 = "DATA-02",
        /// Messages go in a circle.
        Loop01 = "LOOP-01",
        /// This platform cannot be on that side of a link.
        Link01 = "LINK-01",
        /// This platform can only be copied from.
        Link02 = "LINK-02",
        /// These channels are joined already.
        Link03 = "LINK-03",
        /// The platform has not connected the channel, or has disconnected it.
        Link04 = "LINK-04",
        /// The platform has no such thing as this kind of request.
        Kind01 = "KIND-01",
        /// A conversation is of the very channel it is to be sent to.
        Send01 = "SEND-01",
        /// Conversations of this channel can only be sent at once.
        Send02 = "SEND-02",
        /// A file could not be fetched.
        File01 = "FILE-01",
        /// A file lies at an address inside the network, which nobody allowed.
        File02 = "FILE-02",
        /// The platform did not accept what we sent.
        Plat01 = "PLAT-01",
        /// The platform has trouble of its own.
        Plat02 = "PLAT-02",
        /// No such platform answers at that address.
        Plat03 = "PLAT-03",
        /// The platform sends what it has to tell to another address than ours.
        Hook01 = "HOOK-01",
        /// The platform told nothing in time.
        Hook02 = "HOOK-02",
        /// The name is taken.
        Name01 = "NAME-01",
        /// The name is missing.
        Name02 = "NAME-02",
        /// The channel is turned off.
        Off01 = "OFF-01",
        /// Something unexpected.
        App01 = "APP-01",
    }
}

impl Code {
    /// The endpoint will not have this one message: it is tried again by the short schedule, and others are not held up.
    #[must_use]
    pub const fn is_rejection(self) -> bool {
        matches!(
            self,
            Self::Http01
                | Self::Http03
                | Self::Plat01
                | Self::Id02
                | Self::Id03
                | Self::Kind01
                | Self::Size01
        )
    }
}
