/** Views of the log: a few that come with the program, and those that were saved under a name. */
import { ActionIcon, Button, Menu, Modal, TextInput } from "@mantine/core";
import { useState } from "react";

import { useCommand, useSettings } from "../../app/queries";
import type { TrafficSearch } from "../../app/router";
import { useUndo } from "../../app/undo";
import type { TrafficView } from "../../backend";
import { Icon } from "../../components/icons";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import css from "../conversations/conversations.module.css";
import { same, searchOf, shippedViews, viewOf } from "./views";

/** The menu of views. */
export function TrafficViews({
  search,
  onChoose,
}: {
  search: TrafficSearch;
  onChoose: (search: TrafficSearch) => void;
}) {
  const { text } = useWords();
  const saved = useSettings().data?.trafficViews ?? [];
  const update = useCommand("settings.update", ["settings"]);
  const offerUndo = useUndo();
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState("");
  const shipped = shippedViews.map(({ id, search: of }) => ({ id, name: text(`traffic-view-${id}`), search: of }));
  const own = saved.map((view) => ({ id: `own-${view.name}`, name: view.name, search: searchOf(view), view }));
  const current = [...own, ...shipped].find((view) => same(view.search, search));
  const put = (trafficViews: TrafficView[], done: () => void) => update.mutate({ trafficViews }, { onSuccess: done });
  const remove = (view: TrafficView) =>
    put(
      saved.filter((one) => one.name !== view.name),
      () =>
        offerUndo({
          done: { kind: "view-deleted", params: { name: view.name } },
          reverse: () => update.mutateAsync({ trafficViews: saved }),
        }),
    );
  const typed = name.trim();
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
            put([...saved.filter((view) => view.name !== typed), viewOf(typed, search)], () => {
              setNaming(false);
              setName("");
            });
          }}
        >
          <TextInput
            label={text("views-name")}
            description={text("views-save.meaning")}
            value={name}
            autoComplete="off"
            maxLength={80}
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {update.error && <TroubleNote trouble={update.error} />}
          <div className="row">
            <Button type="submit" disabled={typed === ""} loading={update.isPending}>
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
