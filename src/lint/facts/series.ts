import type { JsonPath, MonitorDefinition } from '../../model/index.js'
import type { Series } from '../../query/index.js'
import { expressionsOf } from './expressions.js'
import { memo } from './memo.js'
import { nodesOfKind } from './nodes.js'

/** A series selector of a monitor; its spans are offsets in the string at `path`. */
export interface PlacedSeries {
  readonly series: Series
  readonly path: JsonPath
}

/** Every series selector of a monitor's query and of its formula's queries. */
export const seriesOf = memo((definition: MonitorDefinition): readonly PlacedSeries[] =>
  expressionsOf(definition).flatMap(({ expression, path }) =>
    nodesOfKind(expression, 'series').map(series => ({ series, path })),
  ),
)
