/** Something that is asked before it is done, over everything else. */
import { Modal, type ModalProps } from "@mantine/core";
import type { ReactNode } from "react";

import { useWords } from "../strings/text";

/** The question, for as long as it is drawn: what will happen, and the buttons that answer. */
export function Question({
  title,
  size,
  onClose,
  children,
}: {
  title: string;
  size?: NonNullable<ModalProps["size"]>;
  onClose: () => void;
  children: ReactNode;
}) {
  const { text } = useWords();
  return (
    <Modal
      closeButtonProps={{ "aria-label": text("action-close") }}
      opened
      {...(size === undefined ? {} : { size })}
      onClose={onClose}
      title={title}
    >
      <div className="stack wide">{children}</div>
    </Modal>
  );
}
