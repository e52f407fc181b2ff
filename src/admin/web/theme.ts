import { type CSSVariablesResolver, createTheme, Notification } from '@mantine/core';
import { shellWords } from '../../texts/panel/shell.ts';

export const theme = createTheme({
  primaryColor: 'teal',
  // White words stand on it in both.
  primaryShade: { light: 9, dark: 9 },
  autoContrast: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Notification: Notification.extend({
      defaultProps: { closeButtonProps: { 'aria-label': shellWords.close } },
    }),
  },
});

/** Where the library's ninth shade is still too light to be read on its own tint (WCAG 2.2, 1.4.3: 4.5 to 1). */
const darker: Readonly<Record<string, string>> = {
  teal: '#066649',
  green: '#1e6b2e',
  lime: '#3f6b00',
  yellow: '#7a4b00',
  orange: '#a03d00',
};

/** Colours of words that anybody can read, in light and dark. */
export const readable: CSSVariablesResolver = ({ colors }) => {
  const light: Record<string, string> = {
    '--mantine-color-dimmed': '#565d64',
    '--mantine-color-placeholder': '#686f76',
    '--mantine-color-error': '#b02525',
    '--mantine-color-anchor': '#066649',
  };
  const dark: Record<string, string> = {
    '--mantine-color-dimmed': '#a9afb5',
    '--mantine-color-placeholder': '#959ba1',
    '--mantine-color-error': '#ff8787',
    '--mantine-color-anchor': '#63e6be',
  };
  for (const [name, shades] of Object.entries(colors)) {
    for (const use of ['light-color', 'outline', 'text']) {
      light[`--mantine-color-${name}-${use}`] = darker[name] ?? shades?.[9] ?? '#000';
      dark[`--mantine-color-${name}-${use}`] = shades?.[3] ?? '#fff';
    }
  }
  return { variables: {}, light, dark };
};
