/** Views of the list that were saved under a name: chosen, saved, renamed, deleted. */
import { ActionIcon, Button, Menu, Modal, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { useBackend } from "../../app/backend";
import { useCommand } from "../../app/queries";
import { useUndo } from "../../app/undo";
import type { SavedView } from "../../backend";
import { Icon } from "../../components/icons";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import css from "./conversations.module.css";
import type { Order } from "./list";

const same = (a: Order, b: Order) =>
  a.sort === b.sort &&
  a.ascending === b.ascending &&
  JSON.stringify(Object.entries(a.filter).toSorted()) === JSON.stringify(Object.entries(b.filter).toSorted());

/** The menu of views. */
export function Views({ order, onChoose }: { order: Order; onChoose: (view: SavedView) => void }) {
  const { text } = useWords();
  const backend = useBackend();
  const views = useQuery({ queryKey: ["views"], queryFn: () => backend.call("view.list", {}), networkMode: "always" });
  const remove = useCommand("view.delete", ["views"]);
  const offerUndo = useUndo();
  const put = useCommand("view.put", ["views"]);
  const [naming, setNaming] = useState<{ view: SavedView | undefined }>();
  const current = views.data?.find((view) => same(view, order));

  const onDelete = (view: SavedView) =>
    remove.mutate(
      { id: view.id },
      {
        onSuccess() {
          const { name, filter, sort, ascending } = view;
          offerUndo({
            done: { kind: "view-deleted", params: { name } },
            reverse: () => put.mutateAsync({ name, filter, sort, ascending }),
          });
        },
      },
    );

  return (
    <>
      <Menu position="bottom-end" width={280}>
        <Menu.Target>
          <Button variant="default" rightSection={<Icon name="down" size={12} />}>
            <span className={`clip ${css.viewName}`}>{current?.name ?? text("views-title")}</span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.data?.length === 0 && <Menu.Label>{text("views-empty")}</Menu.Label>}
          {views.error && <Menu.Label>{text("views-failed")}</Menu.Label>}
          {views.data?.map((view) => (
            <div key={view.id} className={css.view}>
              <Menu.Item
                leftSection={<Icon name="check" visibility={view === current ? "visible" : "hidden"} />}
                onClick={() => onChoose(view)}
              >
                {view.name}
              </Menu.Item>
              <ActionIcon
                aria-label={text("views-rename", { name: view.name })}
                title={text("views-rename", { name: view.name })}
                onClick={() => setNaming({ view })}
              >
                <Icon name="pencil" />
              </ActionIcon>
              <ActionIcon
                aria-label={text("views-delete", { name: view.name })}
                title={text("views-delete", { name: view.name })}
                onClick={() => onDelete(view)}
              >
                <Icon name="trash" />
              </ActionIcon>
            </div>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<Icon name="plus" />} onClick={() => setNaming({ view: undefined })}>
            {text("views-save")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {naming && <Naming key={naming.view?.id} view={naming.view} order={order} onClose={() => setNaming(undefined)} />}
    </>
  );
}

/** Asks for the name of a view; without one to rename, what is shown is saved under it. */
function Naming({ view, order, onClose }: { view: SavedView | undefined; order: Order; onClose: () => void }) {
  const { text } = useWords();
  const put = useCommand("view.put", ["views"], "shown");
  const [name, setName] = useState(view?.name ?? "");
  const typed = name.trim();
  return (
    <Modal
      opened
      onClose={onClose}
      title={text(view ? "views-rename-title" : "views-save-title")}
      closeButtonProps={{ "aria-label": text("action-close") }}
    >
      <form
        className="stack wide"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed !== "") put.mutate({ ...(view ?? order), name: typed }, { onSuccess: onClose });
        }}
      >
        <TextInput
          label={text("views-name")}
          description={view ? undefined : text("views-save.meaning")}
          value={name}
          autoComplete="off"
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {put.error && <TroubleNote trouble={put.error} />}
        <div className="row">
          <Button type="submit" disabled={typed === ""} loading={put.isPending}>
            {text(view ? "views-rename-button" : "views-save-button")}
          </Button>
          <Button variant="default" onClick={onClose}>
            {text("action-cancel")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
