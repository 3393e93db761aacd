import type { ExplainInput, ExplainOptions } from '../explain.js'
import type { ExplainedKind, Level } from '../explanation.js'
import type { MonitorContext } from '../monitor-context.js'
import { runsOf } from '../render/inline.js'
import type { Phrase } from '../sentences.js'
import { sayDiffIn } from '../words/diff/index.js'
import type { Lang } from '../words/say.js'
import type { DraftChange } from './change.js'
import { type DiffCode, type DiffPhrase, type DiffSentences, diffPhrase, topicOf } from './sentences.js'
import { type Subject, subjectOf } from './subject.js'
import { subjectChanges } from './subject-changes.js'

/** One statement about a difference: a stable code, its values, and the words. */
export interface DiffSentence {
  readonly code: DiffCode
  readonly values: object
  readonly text: string
}

/** One change in behaviour. */
export interface BehaviourChange {
  /** The field in which it stands: `query`, `options.renotify_interval`, `message`. */
  readonly place: string
  /** The query or widget inside the definition, where it has to be named. */
  readonly where?: DiffSentence
  readonly says: DiffSentence
}

/** What changes in behaviour between two definitions, in one language, as data. */
export interface ExplanationDiff {
  readonly version: 1
  readonly lang: Lang
  readonly level: Level
  readonly kind: ExplainedKind
  /** True when the two do the same. */
  readonly same: boolean
  readonly summary: DiffSentence
  /** Empty at the level `brief`. */
  readonly changes: readonly BehaviourChange[]
}

/**
 * Says what changes in behaviour between two definitions or queries of any kind. Never throws; what cannot be put into words
 * is said with both texts.
 *
 * @example
 * explainDiff('avg(last_5m):avg:load{*} > 80', 'avg(last_5m):avg:load{*} > 90', { lang: 'en' }).changes[0]?.says.text
 * // 'Alerts above 90 instead of 80.'
 */
export function explainDiff(
  before: ExplainInput,
  after: ExplainInput,
  { lang = 'en', level = 'normal', nameOf = () => undefined }: ExplainOptions = {},
): ExplanationDiff {
  const [was, is] = [subjectOf(before), subjectOf(after)]
  const context: MonitorContext = { inMonitor: true, names: new Map<string, Phrase>(), nameOf }
  const changes = subjectChanges(was, is, context)
  const say = sayDiffIn(lang)
  const sentence = (phrase: DiffPhrase): DiffSentence => ({ ...phrase, text: say(phrase) })
  return {
    version: 1,
    lang,
    level,
    kind: is.kind,
    same: !changes.some(isBehaviour),
    summary: sentence(summaryOf(was, is, changes)),
    changes:
      level === 'brief'
        ? []
        : changes.map(({ place, where, says }) => ({
            place,
            ...(where !== undefined && { where: sentence(where) }),
            says: sentence(says),
          })),
  }
}

/** Remarks on the comparison itself are no changes. */
function isBehaviour({ says }: DraftChange): boolean {
  return says.code !== 'diff/only-queries' && says.code !== 'diff/broken'
}

/** The title of a widget is not the name of the whole. */
function topicOfChange({ where, says }: DraftChange) {
  return where?.code === 'diff/where-widget' && says.code === 'diff/name' ? 'widgets' : topicOf(says)
}

function summaryOf(before: Subject, after: Subject, changes: readonly DraftChange[]): DiffPhrase {
  const said = changes.filter(isBehaviour)
  const broken = changes.flatMap(({ says }) =>
    says.code === 'diff/broken' ? [(says.values as DiffSentences['diff/broken']).side] : [],
  )
  if (said.length === 0) {
    if (JSON.stringify(before) === JSON.stringify(after)) return diffPhrase('diff/same', {})
    const [side] = broken
    return side === undefined
      ? diffPhrase('diff/only-spelling', {})
      : diffPhrase('diff/only-error', {
          side: new Set(broken).size > 1 ? 'both' : side,
          stored: after.kind === 'dashboard',
        })
  }
  return diffPhrase('diff/summary', { topics: [...new Set(said.map(topicOfChange))] })
}

/**
 * What the change of a monitor's query means, in English sentences without markup; none where the behaviour stays the same.
 *
 * @example
 * describeQueryChange('avg(last_5m):avg:load{*} > 80', 'avg(last_5m):avg:load{*} by {host} > 90', 'query alert')
 * // ['Alerts above 90 instead of 80.', 'Now one alert per host.']
 */
export function describeQueryChange(before: string, after: string, type: string): readonly string[] {
  const { changes } = explainDiff({ type, query: before }, { type, query: after }, { lang: 'en' })
  return changes.map(({ says }) =>
    runsOf(says.text)
      .map(run => run.text)
      .join(''),
  )
}
