import {
  type ApplicationText,
  ArgumentScannerError,
  formatMessageForArgumentScannerError,
  text_en,
} from '@stricli/core'

/** What the command line says of its own; every sentence tells the way out. */
export const texts: ApplicationText = {
  ...text_en,
  noCommandRegisteredForInput: ({ input, corrections }) => {
    const close = corrections.map(correction => `\`${correction}\``).join(' or ')
    return `There is no command \`${input}\`.${close ? ` Did you mean ${close}?` : ''} See \`dogma --help\`.`
  },
  exceptionWhileParsingArguments: thrown =>
    thrown instanceof ArgumentScannerError
      ? `${formatMessageForArgumentScannerError(thrown, {})}. See \`--help\` of the command.`
      : String(thrown),
  // A throw is a bug or a broken disk, never a normal failure; those are printed by the commands themselves.
  exceptionWhileRunningCommand: thrown =>
    `Something went wrong inside dogma: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
  commandErrorResult: error => error.message,
}
