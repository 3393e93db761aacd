import { channelNamed } from '../../catalog/index.js'
import type { MonitorDefinition } from '../../model/index.js'
import type { MessageHandle } from '../../query/index.js'
import { memo } from './memo.js'
import { type PlacedPart, partsOf } from './message-parts.js'

/** A handle in a monitor's message or escalation message, with the state changes for which it is told. */
export interface PlacedHandle extends PlacedPart {
  readonly part: MessageHandle
}

/** Everybody whom the monitor tells. Handles in the name reach nobody. */
export const handlesOf = memo((definition: MonitorDefinition): readonly PlacedHandle[] =>
  partsOf(definition).filter(isPlacedHandle),
)

function isPlacedHandle(placed: PlacedPart): placed is PlacedHandle {
  return placed.part.kind === 'message-handle' && placed.template.field !== 'name'
}

/** True for a handle that wakes somebody up. */
export function isPager(handle: MessageHandle): boolean {
  return channelNamed(handle.channel)?.pages === true
}
