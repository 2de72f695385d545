//! What a certificate says, for a person who is to trust it. Pure.

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use sha2::{Digest as _, Sha256};
use x509_parser::extensions::GeneralName;
use x509_parser::prelude::{FromDer as _, X509Certificate};

use crate::domain::Timestamp;
use crate::schema::CertificateSeen;

/// What a certificate in PEM says; none when it cannot be read.
pub(super) fn seen(pem: &str) -> Option<CertificateSeen> {
    let der = CertificateDer::from_pem_slice(pem.as_bytes()).ok()?;
    let (_, certificate) = X509Certificate::from_der(&der).ok()?;
    let alternatives = certificate.subject_alternative_name().ok().flatten();
    let names =
        alternatives.map(|it| it.value.general_names.iter().filter_map(name).collect()).unwrap_or_default();
    let at = |time: x509_parser::time::ASN1Time| Timestamp(time.timestamp().saturating_mul(1_000));
    Some(CertificateSeen {
        subject: certificate.subject().to_string(),
        issuer: certificate.issuer().to_string(),
        names,
        not_before: at(certificate.validity().not_before),
        not_after: at(certificate.validity().not_after),
        fingerprint: Sha256::digest(&der)
            .iter()
            .map(|byte| format!("{byte:02X}"))
            .collect::<Vec<_>>()
            .join(":"),
    })
}

fn name(name: &GeneralName<'_>) -> Option<String> {
    match name {
        GeneralName::DNSName(name) => Some((*name).to_owned()),
        GeneralName::IPAddress([a, b, c, d]) => Some(format!("{a}.{b}.{c}.{d}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_certificate_tells_for_whom_it_is_and_until_when() {
        let key = rcgen::KeyPair::generate().unwrap();
        let names = vec!["crm.example.com".to_owned(), "127.0.0.1".to_owned()];
        let mut params = rcgen::CertificateParams::new(names).unwrap();
        params.not_after = rcgen::date_time_ymd(2031, 2, 3);
        let pem = params.self_signed(&key).unwrap().pem();
        let seen = seen(&pem).expect("readable");
        assert_eq!(seen.names, ["crm.example.com", "127.0.0.1"]);
        assert_eq!(seen.not_after, Timestamp(1_927_843_200_000));
        assert_eq!(seen.fingerprint.len(), 32 * 3 - 1);
        assert_eq!(seen.subject, seen.issuer, "it is signed by itself");
        assert!(super::seen("no certificate").is_none());
    }
}
