/** What only the admin can decide about an exchange: to accept one that was put aside, to trust a certificate. */
import { Button, Modal, Select } from "@mantine/core";
import { useState } from "react";

import { useBackend } from "../../app/backend";
import { useCommand } from "../../app/queries";
import type { CertificateView, ChannelView, ExchangeDetail } from "../../backend";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import css from "./ExchangePane.module.css";

/** Accepts a request that was kept without being acted on. For one to an unknown address a channel is chosen first. */
export function Accept({ detail, channels }: { detail: ExchangeDetail; channels: readonly ChannelView[] }) {
  const { text } = useWords();
  const process = useCommand("traffic.process", ["exchange", "channels", "status"], "shown");
  const [chosen, setChosen] = useState<string | null>(null);
  const needsChannel = detail.row.channel === null;
  return (
    <div className={css.box}>
      <p>{text(needsChannel ? "accept-unclaimed" : "accept-refused")}</p>
      <div className="row wrap">
        {needsChannel && (
          <Select
            aria-label={text("accept-channel")}
            placeholder={text("accept-channel")}
            data={channels.map(({ id, name }) => ({ value: id, label: name }))}
            value={chosen}
            onChange={setChosen}
          />
        )}
        <Button
          disabled={needsChannel && chosen === null}
          loading={process.isPending}
          onClick={() => process.mutate({ id: detail.row.id, ...(chosen === null ? {} : { channel: chosen }) })}
        >
          {text("accept-button")}
        </Button>
      </div>
      {process.error && <TroubleNote trouble={process.error} />}
    </div>
  );
}

/** Trusts a certificate for the endpoint of one channel, after its fingerprint was compared. */
export function TrustCertificate({ certificate, detail }: { certificate: CertificateView; detail: ExchangeDetail }) {
  const { text } = useWords();
  const backend = useBackend();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const channel = detail.row.channel;
  const trust = useMutation({
    mutationFn: async (id: string) => {
      const { endpoint } = await backend.call("channel.get", { id });
      await backend.call("channel.update", { id, endpoint: { ...endpoint, trustedCertificate: certificate.pem } });
      const stopped = (await backend.call("destination.list", {})).filter((one) => one.channel === id);
      await Promise.all(stopped.map((one) => backend.call("destination.retry", { id: one.id })));
    },
    onSuccess: () => setAsking(false),
    onSettled: () => queries.invalidateQueries(),
  });
  if (channel === null) return null;
  return (
    <div className={css.box}>
      <p>{text("certificate-intro")}</p>
      <p className={`mono ${css.fingerprint}`}>{certificate.fingerprint}</p>
      <div>
        <Button variant="default" onClick={() => setAsking(true)}>
          {text("certificate-trust")}
        </Button>
      </div>
      <Modal
        closeButtonProps={{ "aria-label": text("action-close") }}
        opened={asking}
        onClose={() => setAsking(false)}
        title={text("certificate-confirm-title")}
      >
        <div className="stack wide">
          <p>{text("certificate-confirm")}</p>
          <p className={`mono ${css.fingerprint}`}>{certificate.fingerprint}</p>
          {trust.error && <TroubleNote trouble={trust.error} />}
          <div className="row">
            <Button loading={trust.isPending} onClick={() => trust.mutate(channel)}>
              {text("certificate-trust")}
            </Button>
            <Button variant="default" onClick={() => setAsking(false)}>
              {text("certificate-keep")}
            </Button>
          </div>
        </div>
      </Modal>
    </div>
  );
}
