/** All keys at a glance, over whatever is on the screen. */
import { Modal } from "@mantine/core";

import { TextLink } from "../components/TextLink";
import { KeyTable } from "../features/help/lookup";
import { useWords } from "../strings/text";

/** The keys, as the admin set them. */
export function CheatSheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { text } = useWords();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={text("keys-cheat-sheet")}
      closeButtonProps={{ "aria-label": text("action-close") }}
    >
      <div className="stack wide">
        <KeyTable />
        <p className="small muted">
          <TextLink to="/settings" search={{ section: "shortcuts" }} onClick={onClose}>
            {text("action-settings")}
          </TextLink>
        </p>
      </div>
    </Modal>
  );
}
