//! Which certificates are believed: what the system believes, and for one destination what its admin chose to.
//!
//! A refusal carries the certificate out with it, so that the admin can look at it and trust it by a click.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, ring};
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{CertificateError, ClientConfig, DigitallySignedStruct, OtherError, SignatureScheme};
use rustls_platform_verifier::Verifier;

use crate::domain::Code;

/// A certificate was not believed.
#[derive(Debug)]
pub(crate) struct Refused {
    /// Expired, another name, or unknown.
    pub code: Code,
    /// The server's own certificate, in DER.
    pub certificate: Bytes,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "certificate refused ({})", self.code)
    }
}

impl std::error::Error for Refused {}

/// The certificate a server has shown last and that was believed, in DER.
#[derive(Clone, Debug, Default)]
pub(crate) struct Seen(Arc<Mutex<Option<Bytes>>>);

impl Seen {
    /// It; none before the first.
    pub(crate) fn get(&self) -> Option<Bytes> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn set(&self, certificate: &[u8]) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(Bytes::copy_from_slice(certificate));
    }
}

/// The TLS settings for one destination. `trusted` is the PEM of what its admin chose to trust; what is believed is noted in `seen`. Reads
/// the system's certificates from disk, so it belongs on a thread that may block.
pub(crate) fn settings(trusted: Option<&str>, seen: Seen) -> Result<ClientConfig, rustls::Error> {
    let provider = Arc::new(ring::default_provider());
    let chosen: Vec<CertificateDer<'static>> = trusted
        .map(|pem| CertificateDer::pem_slice_iter(pem.as_bytes()).filter_map(Result::ok).collect())
        .unwrap_or_default();
    // What cannot serve as a root can still be the very certificate the server shows.
    let system = Verifier::new_with_extra_roots(chosen.clone(), Arc::clone(&provider))
        .or_else(|_| Verifier::new(Arc::clone(&provider)));
    let system = match system {
        Ok(system) => Some(system),
        Err(cause) => {
            tracing::warn!(%cause, "The system's certificates cannot be read: only chosen ones are trusted.");
            None
        }
    };
    let verifier = Trust { system, chosen, seen, provider: Arc::clone(&provider) };
    let mut config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(verifier))
        .with_no_client_auth();
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(config)
}

/// The system's judgement, with the admin's exceptions.
#[derive(Debug)]
struct Trust {
    system: Option<Verifier>,
    chosen: Vec<CertificateDer<'static>>,
    seen: Seen,
    provider: Arc<CryptoProvider>,
}

impl ServerCertVerifier for Trust {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        if self.chosen.iter().any(|chosen| chosen == end_entity) {
            self.seen.set(end_entity);
            return Ok(ServerCertVerified::assertion());
        }
        let judged = match &self.system {
            Some(system) => {
                system.verify_server_cert(end_entity, intermediates, server_name, ocsp_response, now)
            }
            None => Err(rustls::Error::InvalidCertificate(CertificateError::UnknownIssuer)),
        };
        judged.inspect(|_| self.seen.set(end_entity)).map_err(|error| {
            let certificate = Bytes::copy_from_slice(end_entity);
            rustls::Error::Other(OtherError(Arc::new(Refused { code: code(&error), certificate })))
        })
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        rustls::crypto::verify_tls12_signature(message, cert, dss, algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        rustls::crypto::verify_tls13_signature(message, cert, dss, algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}

fn code(error: &rustls::Error) -> Code {
    match error {
        rustls::Error::InvalidCertificate(
            CertificateError::Expired
            | CertificateError::ExpiredContext { .. }
            | CertificateError::NotValidYet
            | CertificateError::NotValidYetContext { .. },
        ) => Code::Tls01,
        rustls::Error::InvalidCertificate(
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. },
        ) => Code::Tls02,
        _ => Code::Tls03,
    }
}
