/** Views of the log: a few that come with the program, and those that were saved under a name. */
import { ActionIcon, Button, Menu, Modal, TextInput } from "@mantine/core";
import { useState } from "react";

import { useSettings, useSettingsChange } from "../../app/queries";
import type { TrafficSearch } from "../../app/router";
import { useUndo } from "../../app/undo";
import type { TrafficView } from "../../backend";
import { Icon } from "../../components/icons";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import css from "../conversations/conversations.module.css";
import { isCounted, rangeText } from "./range";
import { same, searchOf, shippedViews, viewOf } from "./views";

const without = (views: readonly TrafficView[], name: string) => views.filter((view) => view.name !== name);

/** The menu of views. */
export function TrafficViews({
  search,
  onChoose,
}: {
  search: TrafficSearch;
  onChoose: (search: TrafficSearch) => void;
}) {
  const words = useWords();
  const { text } = words;
  const saved = useSettings().data?.trafficViews ?? [];
  const change = useSettingsChange();
  // Its question shows why it failed.
  const put = useSettingsChange(["settings"], "shown");
  const offerUndo = useUndo();
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState("");
  const shipped = shippedViews.map(({ id, search: of }) => ({ id, name: text(`traffic-view-${id}`), search: of }));
  const own = saved.map((view) => ({ id: `own-${view.name}`, name: view.name, search: searchOf(view), view }));
  const current = [...own, ...shipped].find((view) => same(view.search, search));
  const remove = (view: TrafficView) =>
    change.mutate(({ trafficViews }) => ({ trafficViews: without(trafficViews, view.name) }), {
      onSuccess: () =>
        offerUndo({
          done: { kind: "view-deleted", params: { name: view.name } },
          reverse: () =>
            change.mutateAsync(({ trafficViews }) => ({
              trafficViews: without(trafficViews, view.name).toSpliced(saved.indexOf(view), 0, view),
            })),
        }),
    });
  const typed = name.trim();
  const range = rangeText(words, search);
  return (
    <>
      <Menu position="bottom-end" width={280}>
        <Menu.Target>
          <Button variant="default" rightSection={<Icon name="down" size={12} />}>
            <span className={`clip ${css.viewName}`}>{current?.name ?? text("views-title")}</span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {shipped.map((view) => (
            <Menu.Item
              key={view.id}
              leftSection={<Icon name="check" visibility={view.id === current?.id ? "visible" : "hidden"} />}
              onClick={() => onChoose(view.search)}
            >
              {view.name}
            </Menu.Item>
          ))}
          {own.length > 0 && <Menu.Divider />}
          {own.map((view) => (
            <div key={view.id} className={css.view}>
              <Menu.Item
                leftSection={<Icon name="check" visibility={view.id === current?.id ? "visible" : "hidden"} />}
                onClick={() => onChoose(view.search)}
              >
                {view.name}
                <Days of={view.search} />
              </Menu.Item>
              <ActionIcon
                aria-label={text("views-delete", { name: view.name })}
                title={text("views-delete", { name: view.name })}
                onClick={() => remove(view.view)}
              >
                <Icon name="trash" />
              </ActionIcon>
            </div>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<Icon name="plus" />} onClick={() => setNaming(true)}>
            {text("views-save")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={naming}
        onClose={() => setNaming(false)}
        title={text("views-save-title")}
        closeButtonProps={{ "aria-label": text("action-close") }}
      >
        <form
          className="stack wide"
          onSubmit={(event) => {
            event.preventDefault();
            if (typed === "") return;
            put.mutate(
              ({ trafficViews }) => ({ trafficViews: [...without(trafficViews, typed), viewOf(typed, search)] }),
              {
                onSuccess() {
                  setNaming(false);
                  setName("");
                },
              },
            );
          }}
        >
          <TextInput
            label={text("views-name")}
            description={[
              text("views-save.meaning"),
              range && text(isCounted(search) ? "traffic-view-counted" : "traffic-view-fixed", { days: range }),
            ]
              .filter(Boolean)
              .join(" ")}
            value={name}
            autoComplete="off"
            maxLength={80}
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {put.error && <TroubleNote trouble={put.error} />}
          <div className="row">
            <Button type="submit" disabled={typed === ""} loading={put.isPending}>
              {text("views-save-button")}
            </Button>
            <Button variant="default" onClick={() => setNaming(false)}>
              {text("action-cancel")}
            </Button>
          </div>
        </form>
      </Modal>
    </>
  );
}

/** Below a view's name: of which days it is. */
function Days({ of }: { of: TrafficSearch }) {
  const days = rangeText(useWords(), of);
  return days === undefined ? null : <span className={`small muted ${css.viewDays}`}>{days}</span>;
}
