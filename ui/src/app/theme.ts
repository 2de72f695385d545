/** The look in Mantine's terms. Colours of states, which Mantine has no notion of, are variables in styles.css. */
import { createTheme, type MantineColorsTuple } from "@mantine/core";

/** The one accent: the primary action and the selection. */
const indigo: MantineColorsTuple = [
  "#eef0ff",
  "#dfe2ff",
  "#bdc2fb",
  "#9aa1f5",
  "#7b83ef",
  "#646be6",
  "#4f55dc",
  "#4147c6",
  "#363ba6",
  "#2c3087",
];

/** Greys with a hint of blue, for the light theme. */
const gray: MantineColorsTuple = [
  "#f7f8fa",
  "#f0f2f5",
  "#e5e8ee",
  "#d9dde5",
  "#c3c9d4",
  "#a5adbb",
  "#7d8697",
  "#566072",
  "#343c4b",
  "#1b2130",
];

/** The same for the dark theme: text first, the page's ground at 7. The ground is at about 12 % lightness, raised things lighter. */
const dark: MantineColorsTuple = [
  "#e4e7ed",
  "#c9ced9",
  "#a0a8b8",
  "#7a8394",
  "#3f4551",
  "#333945",
  "#272c35",
  "#1b1f26",
  "#171a20",
  "#131519",
];

/** What cannot be taken back: white words on it can be read in both themes. */
const red: MantineColorsTuple = [
  "#fdeaea",
  "#fbd3d4",
  "#f3a6a9",
  "#ec797d",
  "#e04e53",
  "#cf343a",
  "#c0262d",
  "#a81f26",
  "#8c191f",
  "#6f1318",
];

/** Buttons are 32 px high, compact ones 26 px. */
const buttonSizes = (compact: boolean) => ({
  root: {
    "--button-height": compact ? "26px" : "32px",
    "--button-padding-x": compact ? "8px" : "12px",
    "--button-fz": compact ? "12px" : "13.5px",
  },
});

export const theme = createTheme({
  colors: { indigo, gray, dark, red },
  primaryColor: "indigo",
  primaryShade: { light: 6, dark: 6 },
  defaultRadius: "md",
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  fontFamilyMonospace: '"JetBrains Mono Variable", ui-monospace, monospace',
  fontSizes: { xs: "12px", sm: "13.5px", md: "13.5px", lg: "15px", xl: "20px" },
  lineHeights: { xs: "1.45", sm: "1.45", md: "1.45", lg: "1.4", xl: "1.3" },
  spacing: { xs: "4px", sm: "8px", md: "16px", lg: "24px", xl: "32px" },
  radius: { xs: "3px", sm: "4px", md: "6px", lg: "10px", xl: "16px" },
  headings: { fontWeight: "600" },
  respectReducedMotion: true,
  cursorType: "pointer",
  shadows: { xs: "none", sm: "none", md: "none", lg: "none", xl: "none" },
  components: {
    Button: {
      vars: (_theme: unknown, props: { size?: unknown }) => buttonSizes(String(props.size).startsWith("compact")),
    },
    InputWrapper: {
      vars: () => ({
        label: {},
        error: { "--input-error-size": "12px" },
        description: { "--input-description-size": "12px" },
      }),
    },
    Input: { vars: () => ({ wrapper: { "--input-height": "32px", "--input-fz": "13.5px" } }) },
    ActionIcon: { defaultProps: { variant: "subtle", color: "gray", size: 28 } },
    Modal: {
      defaultProps: { centered: true, transitionProps: { duration: 120 }, overlayProps: { backgroundOpacity: 0.4 } },
    },
    Tooltip: {
      defaultProps: { openDelay: 300, withArrow: true, multiline: true, maw: 320, transitionProps: { duration: 120 } },
    },
    // Focus goes to the first entry: a place for it before them would be a part of the menu that is no entry.
    Menu: {
      defaultProps: { transitionProps: { duration: 120 }, withinPortal: true, withInitialFocusPlaceholder: false },
    },
  },
});
