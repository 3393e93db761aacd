import type { Account } from '../../account/index.js'
import { type LintConfig, lint, type RuleSettings, readConfig, rules } from '../../lint/index.js'
import { addressOf, type Resource } from '../../model/index.js'
import type { ProjectProblem } from '../../project/index.js'
import type { LiveObject } from '../../wire/index.js'
import { withAssets } from '../import/assets.js'

/** Rules that ask whether a monitor has assets, which listings never show. */
const aboutAssets: ReadonlySet<string> = new Set(['message/no-runbook'])

/** What was read one by one, and what was in the way. */
export interface ReadAssets {
  readonly objects: readonly LiveObject[]
  readonly problems: readonly ProjectProblem[]
}

/**
 * The monitors of which a rule would say that they have no runbook, with their assets. Each costs a request, so no other
 * monitor is read, and none where no such rule is on.
 */
export async function readAssetsInDoubt(
  account: Pick<Account, 'name' | 'get'>,
  listed: readonly LiveObject[],
  resources: readonly Resource[],
  config: LintConfig,
  today: string,
): Promise<ReadAssets> {
  const doubted = new Set(
    lint(resources, onlyAboutAssets(config), { today })
      .filter(({ rule }) => aboutAssets.has(rule))
      .map(({ resource }) => resource),
  )
  const ids = new Set(resources.filter(each => doubted.has(addressOf(each))).map(({ key }) => key))
  const monitors = listed.filter(({ kind, id }) => kind === 'monitor' && ids.has(id))
  return withAssets(account, monitors, () => {})
}

function onlyAboutAssets(given: LintConfig): LintConfig {
  const { extends: set, rules: settings = {}, overrides = [] } = readConfig(given).config
  const others = rules.filter(({ id }) => !aboutAssets.has(id)).map(({ id }) => [id, 'off'] as const)
  return {
    ...(set !== undefined && { extends: set }),
    rules: { ...aboutAssetsIn(settings), ...Object.fromEntries(others) },
    overrides: overrides.map(override => ({ ...override, rules: aboutAssetsIn(override.rules) })),
  }
}

function aboutAssetsIn(settings: RuleSettings): RuleSettings {
  return Object.fromEntries(Object.entries(settings).filter(([id]) => aboutAssets.has(id)))
}
