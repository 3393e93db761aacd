import {
  AliasNotFoundError,
  type ApplicationText,
  ArgumentParseError,
  ArgumentScannerError,
  EnumValidationError,
  FlagNotFoundError,
  text_en,
  UnexpectedFlagError,
  UnexpectedPositionalError,
  UnsatisfiedFlagError,
  UnsatisfiedPositionalError,
} from '@stricli/core'

/** By the classes themselves: the kit's own table goes by their names, which are others in the built command. */
function sentenceFor(error: ArgumentScannerError): string {
  if (error instanceof FlagNotFoundError) {
    const { input, corrections } = error
    const meant = corrections.length === 0 ? '' : ` Did you mean \`--${corrections.join('` or `--')}\`?`
    return `There is no flag \`--${input}\`.${meant}`
  }
  if (error instanceof AliasNotFoundError) return `There is no flag \`-${error.input}\`.`
  if (error instanceof ArgumentParseError) {
    const { externalFlagNameOrPlaceholder: name, exception } = error
    return `\`${name}\`: ${exception instanceof Error ? exception.message : String(exception)}.`
  }
  if (error instanceof EnumValidationError)
    return `\`--${error.externalFlagName}\` takes ${error.values.join(', ')}, not \`${error.input}\`.`
  if (error instanceof UnexpectedPositionalError)
    return `There is nothing to do with \`${error.input}\` here.`
  if (error instanceof UnsatisfiedPositionalError) return `${error.placeholder} is missing.`
  if (error instanceof UnsatisfiedFlagError)
    return `\`--${error.externalFlagName}\` is missing, or its value.`
  if (error instanceof UnexpectedFlagError)
    return `\`--${error.externalFlagName}\` stands twice; \`${error.input}\` is one too many.`
  return error.message
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
      ? `${sentenceFor(thrown)} See \`--help\` of the command.`
      : String(thrown),
  // A throw is a bug or a broken disk, never a normal failure; those are printed by the commands themselves.
  exceptionWhileRunningCommand: thrown =>
    `Something went wrong inside dogma: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
  commandErrorResult: error => error.message,
}
