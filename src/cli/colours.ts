import picocolors from 'picocolors'

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

/** Colours for a stream that is a terminal, or none. */
export function coloursFor(enabled: boolean): Colours {
  const colours = picocolors.createColors(enabled)
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
export function wantsColour(
  environment: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  if (environment.NO_COLOR) return false
  if (environment.FORCE_COLOR && environment.FORCE_COLOR !== '0') return true
  return isTerminal && environment.TERM !== 'dumb'
}
