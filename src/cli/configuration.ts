import type { PartialApplicationConfiguration } from '@stricli/core'
import { texts } from './texts.js'
import { version } from './version.js'

/** How every command line of dogma is read and documented. */
export const configuration: PartialApplicationConfiguration = {
  name: 'dogma',
  versionInfo: { currentVersion: version },
  scanner: { caseStyle: 'allow-kebab-for-camel', allowArgumentEscapeSequence: true },
  documentation: { caseStyle: 'convert-camel-to-kebab', disableAnsiColor: true, useAliasInUsageLine: false },
  localization: { text: texts },
}
