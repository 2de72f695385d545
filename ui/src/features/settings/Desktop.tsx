/** How the window behaves on this computer: closing, starting, notifications, graphics. Each changes at once. */
import { Button, Input, NativeSelect, SegmentedControl, Switch } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";

import { useBackend } from "../../app/backend";
import { useKeys } from "../../app/shortcuts";
import type { BackendError, Desktop as DesktopHost, DesktopState } from "../../backend";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { zooms } from "../desktop/zoom";
import { Group, Place, useEdit } from "./edit";
import css from "./settings.module.css";

/** The times offered for quiet hours, and those they begin with when they are switched on. */
const HALF_HOURS = Array.from({ length: 48 }, (_, half) => half * 30);
const NIGHT = { quietFrom: 22 * 60, quietTo: 7 * 60 };

/** The section. In a browser there is no window that any of it could be about. */
export function Desktop() {
  const { text } = useWords();
  const { desktop } = useBackend();
  return desktop ? <Window desktop={desktop} /> : <p className="muted">{text("desktop-browser")}</p>;
}

function Window({ desktop }: { desktop: DesktopHost }) {
  const { text, format } = useWords();
  const keys = useKeys();
  const { settings, atOnce } = useEdit();
  const queries = useQueryClient();
  const state = useQuery({ queryKey: ["desktop"], queryFn: () => desktop.state(), networkMode: "always" });
  const autostart = useMutation<DesktopState, BackendError, boolean>({
    mutationFn: (on) => desktop.setAutostart(on),
    networkMode: "always",
    onSuccess: (now) => queries.setQueryData(["desktop"], now),
  });
  return (
    <>
      <Group title={text("desktop-window")}>
        <Place name="field-close-to">
          <Choice
            field="close-to"
            values={["ask", "tray", "quit"]}
            value={settings.closeTo}
            choose={(closeTo) => atOnce({ closeTo })}
          >
            {state.data?.tray === false && <p className="muted">{text("desktop-no-tray")}</p>}
          </Choice>
        </Place>
        <Place name="field-zoom">
          <NativeSelect
            label={text("field-zoom")}
            description={text("field-zoom.help")}
            value={settings.zoom}
            onChange={(event) => atOnce({ zoom: Number(event.currentTarget.value) })}
            data={[...new Set([...zooms, settings.zoom])]
              .sort((a, b) => a - b)
              .map((zoom) => ({ value: String(zoom), label: format.share(zoom / 100) }))}
          />
        </Place>
        <Place name="field-safe-graphics">
          <OnOff
            name="field-safe-graphics"
            on={settings.safeGraphics}
            set={(safeGraphics) => atOnce({ safeGraphics })}
          />
        </Place>
      </Group>
      <Group title={text("desktop-quitting")}>
        <Place name="desktop-quit">
          <p className="muted">{text("desktop-quit.help")}</p>
          <Button variant="default" title={keys.hint(text("desktop-quit"), "quit")} onClick={() => keys.run("quit")}>
            {text("desktop-quit")}
          </Button>
        </Place>
      </Group>
      <Group title={text("desktop-starting")}>
        {autostart.error && <TroubleNote trouble={autostart.error} />}
        <Place name="desktop-autostart">
          <OnOff
            name="desktop-autostart"
            on={state.data?.autostart ?? false}
            disabled={!state.data || autostart.isPending}
            set={(on) => autostart.mutate(on)}
          />
        </Place>
        <Place name="field-start-hidden">
          <OnOff name="field-start-hidden" on={settings.startHidden} set={(startHidden) => atOnce({ startHidden })} />
        </Place>
      </Group>
      <Group title={text("desktop-telling")}>
        <Place name="field-notifications">
          <Choice
            field="notifications"
            values={["all", "problems", "none"]}
            value={settings.notifications}
            choose={(notifications) => atOnce({ notifications })}
          />
        </Place>
        <Place name="field-daily-digest">
          <OnOff
            name="field-daily-digest"
            on={settings.dailyDigest}
            disabled={settings.notifications === "none"}
            set={(dailyDigest) => atOnce({ dailyDigest })}
          />
        </Place>
        <Place name="desktop-quiet">
          <Quiet />
        </Place>
      </Group>
    </>
  );
}

function OnOff({
  name,
  on,
  disabled = false,
  set,
}: {
  name: string;
  on: boolean;
  disabled?: boolean;
  set: (on: boolean) => void;
}) {
  const { text } = useWords();
  return (
    <Switch
      label={text(name)}
      description={text(`${name}.help`)}
      checked={on}
      disabled={disabled}
      onChange={(event) => set(event.currentTarget.checked)}
    />
  );
}

function Quiet() {
  const { text } = useWords();
  const { settings, atOnce } = useEdit();
  const { quietFrom, quietTo } = settings;
  const on = quietFrom !== quietTo;
  const time = (field: "quietFrom" | "quietTo", key: string, other: number) => (
    <NativeSelect
      label={text(key)}
      value={String(settings[field])}
      // A time that was set elsewhere is offered too; the same as the other would switch the hours off.
      data={[...new Set([...HALF_HOURS, settings[field]])]
        .filter((minute) => minute !== other)
        .toSorted((a, b) => a - b)
        .map((minute) => ({ value: String(minute), label: clock(minute) }))}
      onChange={(event) => atOnce({ [field]: Number(event.currentTarget.value) })}
    />
  );
  return (
    <>
      <OnOff
        name="desktop-quiet"
        on={on}
        disabled={settings.notifications === "none"}
        set={(wanted) => atOnce(wanted ? NIGHT : { quietFrom: 0, quietTo: 0 })}
      />
      {on && (
        <div className="row" style={{ marginTop: 12 }}>
          {time("quietFrom", "field-quiet-from", quietTo)}
          {time("quietTo", "field-quiet-to", quietFrom)}
        </div>
      )}
    </>
  );
}

/** 22:30 */
const clock = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(":");

function Choice({
  field,
  values,
  value,
  choose,
  children,
}: {
  field: string;
  values: readonly string[];
  value: string;
  choose: (value: string) => void;
  children?: ReactNode;
}) {
  const { text } = useWords();
  const label = text(`field-${field}`);
  return (
    <Input.Wrapper
      labelElement="div"
      labelProps={{ style: { display: "block" } }}
      label={label}
      description={text(`field-${field}.help`)}
    >
      <div className={css.choice}>
        <SegmentedControl
          aria-label={label}
          value={value}
          onChange={choose}
          data={values.map((one) => ({ value: one, label: text(`${field}-${one}`) }))}
        />
      </div>
      {children}
    </Input.Wrapper>
  );
}
