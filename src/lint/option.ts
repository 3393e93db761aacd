/** An option of a rule: what it is for, and its value when nothing is configured; the value's type is the option's type. */
export interface RuleOption {
  readonly description: string
  readonly default: OptionValue
}

export type OptionValue = string | number | boolean | readonly string[]

export type OptionTable = Readonly<Record<string, RuleOption>>

/** The values that a rule reads: configured, or the defaults. */
export type OptionValues<O extends OptionTable> = { readonly [N in keyof O]: Widened<O[N]['default']> }

type Widened<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends boolean
      ? boolean
      : readonly string[]
