import {
  type ApplicationText,
  ArgumentScannerError,
  formatMessageForArgumentScannerError,
  text_en,
} from '@stricli/core'

const sentences: Parameters<typeof formatMessageForArgumentScannerError>[1] = {
  FlagNotFoundError: ({ input, corrections }) =>
    `There is no flag \`--${input}\`.${corrections.length === 0 ? '' : ` Did you mean \`--${corrections.join('` or `--')}\`?`}`,
  AliasNotFoundError: ({ input }) => `There is no flag \`-${input}\`.`,
  ArgumentParseError: ({ externalFlagNameOrPlaceholder, exception }) =>
    `\`${externalFlagNameOrPlaceholder}\`: ${exception instanceof Error ? exception.message : String(exception)}.`,
  EnumValidationError: ({ externalFlagName, input, values }) =>
    `\`--${externalFlagName}\` takes ${values.join(', ')}, not \`${input}\`.`,
  UnexpectedPositionalError: ({ input }) => `There is nothing to do with \`${input}\` here.`,
  UnsatisfiedPositionalError: ({ placeholder }) => `${placeholder} is missing.`,
  UnsatisfiedFlagError: ({ externalFlagName }) => `\`--${externalFlagName}\` is missing, or its value.`,
  UnexpectedFlagError: ({ externalFlagName, input }) =>
    `\`--${externalFlagName}\` stands twice; \`${input}\` is one too many.`,
}

/** What the command line says of its own; every sentence tells the way out. */
export const texts: ApplicationText = {
  ...text_en,
  noCommandRegisteredForInput: ({ input, corrections }) => {
    const close = corrections.join(' or ')
    return `There is no command \`${input}\`.${close ? ` Did you mean ${close}?` : ''} See \`dogma --help\`.`
  },
  exceptionWhileParsingArguments: thrown =>
    thrown instanceof ArgumentScannerError
      ? `${formatMessageForArgumentScannerError(thrown, sentences)} See \`--help\` of the command.`
      : String(thrown),
  // A throw is a bug or a broken disk, never a normal failure; those are printed by the commands themselves.
  exceptionWhileRunningCommand: thrown =>
    `Something went wrong inside dogma: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
  commandErrorResult: error => error.message,
}
