import { createTheme, Badge, Button, Card, Drawer, Input, Modal, Paper, Table, TextInput, Textarea, Select, Tooltip, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

// Indigo, the dye of the region's looms: the one accent. Status colours are used only beside a word and a shape.
const anil: MantineColorsTuple = [
  '#eef1fb', '#dbe1f4', '#b4c0e9', '#8b9ddf', '#687fd6', '#526cd1', '#4662cf', '#3751b2', '#2f48a0', '#243d8e',
];
// A grey with a breath of the accent, so that borders and quiet text belong to it.
const gray: MantineColorsTuple = [
  '#f8f9fb', '#f1f3f6', '#e7eaef', '#d9dde5', '#c3c9d4', '#a3abb9', '#6f7888', '#505969', '#333b49', '#1b212c',
];

const field = { defaultProps: { size: 'sm' } };

export const theme = createTheme({
  primaryColor: 'anil',
  primaryShade: 7,
  colors: { anil, gray },
  black: '#1b212c',
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.3' },
      h2: { fontSize: '1.125rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  defaultRadius: 'md',
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '16px' },
  shadows: { xs: '0 1px 2px rgb(27 33 44 / 5%)', sm: '0 2px 8px rgb(27 33 44 / 7%)', md: '0 8px 28px rgb(27 33 44 / 12%)' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Badge: Badge.extend({ defaultProps: { variant: 'light', radius: 'sm' }, styles: { root: { textTransform: 'none', fontWeight: 550, minWidth: 'max-content' } } }),
    Button: Button.extend({ defaultProps: { size: 'sm' }, styles: { root: { flexShrink: 0, maxWidth: '100%' }, label: { fontWeight: 550 } } }),
    Card: Card.extend({ defaultProps: { withBorder: true, padding: 'lg', radius: 'lg' } }),
    Paper: Paper.extend({ defaultProps: { radius: 'lg' } }),
    Drawer: Drawer.extend({ defaultProps: { position: 'right', size: 'lg', overlayProps: { backgroundOpacity: 0.25 } } }),
    Modal: Modal.extend({ defaultProps: { centered: true, radius: 'lg', overlayProps: { backgroundOpacity: 0.25 } } }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 'xs', horizontalSpacing: 'sm' } }),
    // What explains a field stands under it, so that fields beside each other keep one line.
    InputWrapper: Input.Wrapper.extend({ defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } }),
    TextInput: TextInput.extend(field),
    Textarea: Textarea.extend(field),
    Select: Select.extend(field),
    Tooltip: Tooltip.extend({ defaultProps: { withArrow: true, openDelay: 300 } }),
  },
});

/** Small text that Mantine draws too faint for WCAG AA: messages under fields, and placeholders. */
export const legible: CSSVariablesResolver = () => ({
  variables: {},
  light: { '--mantine-color-error': '#b42318', '--mantine-color-placeholder': '#6f7888' },
  dark: {},
});
