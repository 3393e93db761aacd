import { type Account, readHandles, type UntoldFamily } from '../../account/index.js'
import { type LintConfig, type LiveFacts, namedHandlesOf, readConfig } from '../../lint/index.js'
import type { Json, Resource } from '../../model/index.js'
import type { ProjectProblem } from '../../project/index.js'

const rule = 'live/handle-unknown'

/** What was read about the handles in the messages of an account. */
export interface HandlesKnown {
  readonly handles?: NonNullable<LiveFacts['handles']>
  readonly problems: readonly ProjectProblem[]
}

/** Asks the account about the handles that its monitors name; about nothing where the rule is off. */
export async function readKnownHandles(
  account: Account,
  resources: readonly Resource[],
  given: LintConfig,
): Promise<HandlesKnown> {
  const { config } = readConfig(given)
  const layers = [config.rules, ...(config.overrides ?? []).map(override => override.rules)]
  const settings = layers.map(layer => layer?.[rule]).filter(setting => setting !== undefined)
  const isOff = settings.length > 0 && settings.every(setting => severityOf(setting) === 'off')
  if (isOff) return { problems: [] }
  const slackWorkspaces = settings.flatMap(workspacesIn)
  const { families, untold } = await readHandles(account, wantedIn(resources), { slackWorkspaces })
  return { handles: families, problems: untold.length === 0 ? [] : [unknownFamilies(untold)] }
}

type Setting = NonNullable<LintConfig['rules']>[string]

function severityOf(setting: Setting): string {
  return typeof setting === 'string' ? setting : setting[0]
}

/** Options are checked later, with the rules: what is not a list of texts is left to that. */
function workspacesIn(setting: Setting): readonly string[] {
  const names: Json | undefined = typeof setting === 'string' ? undefined : setting[1].slackWorkspaces
  return Array.isArray(names) ? names.filter(name => typeof name === 'string') : []
}

function wantedIn(resources: readonly Resource[]): Map<string, Set<string>> {
  const wanted = new Map<string, Set<string>>()
  for (const { kind, definition } of resources) {
    if (kind !== 'monitor') continue
    for (const { family, name } of namedHandlesOf(definition)) {
      const names = wanted.get(family)
      if (names === undefined) wanted.set(family, new Set([name]))
      else names.add(name)
    }
  }
  return wanted
}

function unknownFamilies(untold: readonly UntoldFamily[]): ProjectProblem {
  const reasons = untold.map(({ label, error }) => {
    const reason = error.messages.join(' ') || error.code
    return `${label} (${reason.replace(/\.$/, '')})`
  })
  return {
    code: 'account/handles-unknown',
    severity: 'info',
    message: `The account does not tell its ${reasons.join(', ')}.`,
    hint: `So ${rule} says nothing about such handles. The application key needs the scopes of these reads, such as \`teams_read\`, \`user_access_read\` and \`integrations_read\`.`,
  }
}
