/** A secret in a form: masked, shown for half a minute when asked, copied, replaced. Pasting is always allowed. */
import { ActionIcon, Button, PasswordInput, TextInput, Tooltip } from "@mantine/core";
import { useEffect, useState, type ReactNode } from "react";

import { CopyIcon } from "../../components/CopyButton";
import { Icon } from "../../components/icons";
import { useWords } from "../../strings/text";
import { cleanSecret, isMasked } from "./form";
import css from "./channels.module.css";

/** How long a secret stays readable, in ms. */
export const SHOWN = 30_000;

/** A secret of a form. Without `reveal` it can only be replaced. */
export function SecretField({
  label,
  description,
  value,
  before,
  onChange,
  reveal,
  make,
  onReplace,
  error,
}: {
  label: string;
  description?: ReactNode;
  /** What the form holds: the mask, or what was typed. */
  value: string;
  /** What the channel holds: the mask, or nothing. */
  before: string;
  onChange: (value: string) => void;
  reveal?: () => Promise<string>;
  /** Makes a new secret, where the admin tells it to the platform. */
  make?: () => string;
  /** Replaces it, where that is not typed but asked for. */
  onReplace?: () => void;
  error?: ReactNode;
}) {
  const { text } = useWords();
  const [shown, setShown] = useState<string>();
  const [cleaned, setCleaned] = useState(false);
  const kept = isMasked(value);

  useEffect(() => {
    if (shown === undefined) return;
    const timer = setTimeout(() => setShown(undefined), SHOWN);
    return () => clearTimeout(timer);
  }, [shown]);

  if (kept)
    return (
      <TextInput
        label={label}
        description={description}
        error={error}
        readOnly
        value={shown ?? value}
        classNames={{ input: css.secret ?? "" }}
        rightSectionWidth={reveal ? 148 : 84}
        rightSection={
          <span className={css.secretTools}>
            {reveal && (
              <>
                <Tooltip label={text(shown === undefined ? "secret-reveal" : "secret-hide")}>
                  <ActionIcon
                    aria-label={text(shown === undefined ? "secret-reveal" : "secret-hide")}
                    onClick={() => {
                      if (shown !== undefined) setShown(undefined);
                      else void reveal().then(setShown, () => setShown(undefined));
                    }}
                  >
                    <Icon name={shown === undefined ? "eye" : "hidden"} />
                  </ActionIcon>
                </Tooltip>
                <CopyIcon label={text("secret-copy", { what: label })} get={reveal} />
              </>
            )}
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => {
                setShown(undefined);
                if (onReplace) onReplace();
                else onChange("");
              }}
            >
              {text("secret-replace")}
            </Button>
          </span>
        }
      />
    );
  return (
    <PasswordInput
      label={label}
      description={cleaned ? text("secret-cleaned") : description}
      error={error}
      value={value}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={() => {
        const clean = cleanSecret(value);
        setCleaned(clean.cleaned);
        if (clean.cleaned) onChange(clean.value);
      }}
      visibilityToggleIcon={({ reveal: readable }) => <Icon name={readable ? "hidden" : "eye"} />}
      visibilityToggleButtonProps={{ "aria-label": text("secret-reveal") }}
      inputContainer={(input) => (
        <div className="row">
          <div className="grow">{input}</div>
          {make && value === "" && (
            <Button variant="default" onClick={() => onChange(make())}>
              {text("secret-make")}
            </Button>
          )}
          {isMasked(before) && (
            <Button variant="default" onClick={() => onChange(before)}>
              {text("secret-keep")}
            </Button>
          )}
        </div>
      )}
    />
  );
}
