/** What is known about one `.name(…)` after the source of a query. */
export interface StepFacts {
  readonly arguments: { readonly min: number; readonly max?: number }
  /** A query of this kind is refused without it. */
  readonly needed?: true
  /** The sources that have it; all of its grammar when absent. */
  readonly sources?: readonly string[]
}

/** Steps of a query by its grammar, in the order in which Datadog writes them. https://docs.datadoghq.com/api/latest/monitors/#create-a-monitor */
export const querySteps = {
  'service-check': {
    over: { arguments: { min: 1 } },
    exclude: { arguments: { min: 1 } },
    by: { arguments: { min: 1 } },
    last: { arguments: { min: 1, max: 1 }, needed: true },
    // Exactly one of the two stands at the end.
    count_by_status: { arguments: { min: 0, max: 0 } },
    pct_by_status: { arguments: { min: 0, max: 0 } },
  },
  event: {
    // Traces are searched in several: `.index("trace-search", "djm-search")`.
    index: { arguments: { min: 1 } },
    indexes: { arguments: { min: 1 } },
    // Error tracking: what kind of application, then which issues.
    source: { arguments: { min: 1, max: 1 } },
    new: { arguments: { min: 0, max: 0 } },
    impact: { arguments: { min: 0, max: 0 } },
    // Live processes: the tags.
    over: { arguments: { min: 1 }, sources: ['processes'] },
    rollup: { arguments: { min: 1, max: 2 }, needed: true },
    by: { arguments: { min: 1 } },
    last: { arguments: { min: 1, max: 1 } },
    current: { arguments: { min: 1, max: 1 } },
  },
  formula: {
    rollup: { arguments: { min: 1, max: 2 } },
    by: { arguments: { min: 1 } },
    last: { arguments: { min: 1, max: 1 } },
    current: { arguments: { min: 1, max: 1 } },
    // Cloud cost monitors.
    anomaly: { arguments: { min: 0 } },
    forecast: { arguments: { min: 0 } },
    change: { arguments: { min: 1, max: 2 } },
  },
  slo: {
    over: { arguments: { min: 1, max: 1 }, needed: true },
    long_window: { arguments: { min: 1, max: 1 } },
    short_window: { arguments: { min: 1, max: 1 } },
  },
} as const satisfies Record<string, Record<string, StepFacts>>

export type SteppedLanguage = keyof typeof querySteps

/** The facts of a step, or undefined for one that the grammar does not have. */
export function stepNamed(language: SteppedLanguage, name: string): StepFacts | undefined {
  const steps: Readonly<Record<string, StepFacts>> = querySteps[language]
  return Object.hasOwn(steps, name) ? steps[name] : undefined
}

/** The names of a grammar's steps in the order in which Datadog writes them; of one source, if it is given. */
export function stepNames(language: SteppedLanguage, source?: string): readonly string[] {
  const names = Object.keys(querySteps[language])
  if (source === undefined) return names
  return names.filter(name => stepNamed(language, name)?.sources?.includes(source) !== false)
}
