/** How a view marks text; every function gives a text of the same characters, with or without colour around it. */
export interface Colours {
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
  readonly added: (text: string) => string
  readonly removed: (text: string) => string
  readonly changed: (text: string) => string
  readonly error: (text: string) => string
  readonly warning: (text: string) => string
  readonly info: (text: string) => string
}

const unchanged = (text: string): string => text

/** What is given where colour is not wanted. */
export const withoutColour: Colours = {
  strong: unchanged,
  faint: unchanged,
  added: unchanged,
  removed: unchanged,
  changed: unchanged,
  error: unchanged,
  warning: unchanged,
  info: unchanged,
}

/** Colours for a stream that is a terminal, or none. The library that has them looks at all streams as it loads, so only where they are wanted. */
export async function coloursFor(
  environment: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): Promise<Colours> {
  if (!wantsColour(environment, isTerminal)) return withoutColour
  const { default: picocolors } = await import('picocolors')
  const colours = picocolors.createColors(true)
  return {
    strong: colours.bold,
    faint: colours.dim,
    added: colours.green,
    removed: colours.red,
    changed: colours.yellow,
    error: colours.red,
    warning: colours.yellow,
    info: colours.cyan,
  }
}

/** `NO_COLOR` forbids colour, `FORCE_COLOR` asks for it, else a terminal decides. https://no-color.org */
function wantsColour(
  environment: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  if (environment.NO_COLOR) return false
  if (environment.FORCE_COLOR && environment.FORCE_COLOR !== '0') return true
  return isTerminal && environment.TERM !== 'dumb'
}
