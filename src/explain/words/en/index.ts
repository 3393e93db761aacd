import { together, type Words } from '../words.js'
import { advice } from './advice.js'
import { algorithmArguments } from './arguments.js'
import { basics } from './basics.js'
import { cautions } from './cautions.js'
import { dashboard } from './dashboard.js'
import { definition } from './definition.js'
import { diagnostic } from './diagnostic.js'
import { headings } from './headings.js'
import { labels } from './labels.js'
import { message } from './message.js'
import { metric } from './metric.js'
import { monitor } from './monitor.js'
import { options } from './options.js'
import { slo } from './slo.js'
import { summary } from './summary.js'
import { timeline } from './timeline.js'

/** All English sentences; a missing one does not compile. */
export const en: Words = together(
  summary,
  basics,
  metric,
  algorithmArguments,
  monitor,
  timeline,
  definition,
  options,
  cautions,
  advice,
  slo,
  dashboard,
  message,
  labels,
  headings,
  diagnostic,
)
