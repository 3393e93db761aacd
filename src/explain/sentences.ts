import type {
  AdviceSentences,
  CautionSentences,
  OptionSentences,
  TimelineSentences,
} from './sentences/definition.js'
import type { ArgumentSentences, MetricSentences, ValueSentences } from './sentences/metric.js'
import type { MonitorSentences, SummarySentences } from './sentences/monitor.js'
import type {
  BasicsSentences,
  DashboardSentences,
  DiagnosticSentences,
  LabelSentences,
  MessageSentences,
  SloSentences,
} from './sentences/resource.js'

/** Every sentence that an explanation can hold: its code and the values it needs. The words are in `words/`. */
export interface SentenceValues
  extends ValueSentences<Phrase>,
    MetricSentences<Phrase>,
    ArgumentSentences,
    MonitorSentences<Phrase>,
    SummarySentences<Phrase>,
    TimelineSentences<Phrase>,
    OptionSentences,
    CautionSentences,
    AdviceSentences,
    SloSentences<Phrase>,
    DashboardSentences<Phrase>,
    MessageSentences,
    BasicsSentences,
    LabelSentences,
    DiagnosticSentences {}

/** The stable name of one sentence, for example `part/scope`. */
export type Code = keyof SentenceValues

/** Something to say, before any language: a code and its values. Made by `phrase`, which checks that they belong together. */
export type Phrase = { readonly code: Code; readonly values: object }

/** Makes a phrase; the values must be those of its code. */
export function phrase<C extends Code>(code: C, values: SentenceValues[C]): Phrase {
  return { code, values: values as object }
}
