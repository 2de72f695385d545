/** A platform's server with a certificate this computer does not know: what it says, to be compared and then trusted for this channel. */
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";

import { useBackend } from "../../app/backend";
import type { SetupLook } from "../../backend";
import { Facts } from "../../components/Remedy";
import { useWords } from "../../strings/text";
import css from "./setup.module.css";

/** The certificate and the button. Nothing where none is shown any more. */
export function TrustServer({ look, onTrust }: { look: SetupLook; onTrust: (pem: string) => void }) {
  const { text, format } = useWords();
  const backend = useBackend();
  // The token is no part of the key: what is cached is not to know it.
  const shown = useQuery({
    queryKey: ["setup-certificate", look.channel, look.preset, look.apiUrl],
    queryFn: () => backend.call("setup.certificate", look),
    gcTime: 0,
    staleTime: 0,
    networkMode: "always",
  }).data;
  if (!shown) return null;
  const { seen, pem } = shown;
  return (
    <section className={css.certificate} aria-label={text("setup-certificate-title")}>
      <h3>{text("setup-certificate-title")}</h3>
      <p>{text("setup-certificate-compare")}</p>
      <Facts
        rows={[
          ["problem-certificate-subject", [seen.subject, ...seen.names].filter(Boolean).join(", ")],
          ["problem-certificate-issuer", seen.issuer],
          ["problem-certificate-until", format.exact(seen.notAfter)],
          ["problem-certificate-fingerprint", <span className={`mono ${css.fingerprint}`}>{seen.fingerprint}</span>],
        ]}
      />
      <div>
        <Button variant="default" onClick={() => onTrust(pem)}>
          {text("certificate-trust")}
        </Button>
      </div>
    </section>
  );
}
