import type { ApplyEvent, ApplyResult } from '../../../apply/index.js'
import { visible } from '../../../diagnostic/index.js'
import type { Change, Plan } from '../../../plan/index.js'
import type { Colours } from '../../colours.js'
import { signs } from './text.js'

/** One line of the journal of a run. */
export function renderEvent(event: ApplyEvent): string {
  const name = `${signs[event.change.action]} ${visible(event.change.address)}`
  switch (event.kind) {
    case 'started':
      return ''
    case 'waiting':
      return `${name}: the answer was unclear, looking for the object before trying again\n`
    case 'done':
      return `${name}: done (${event.change.kind}/${visible(event.id)})\n`
    case 'failed':
      return `${name}: failed\n`
    case 'skipped':
      return `${name}: not tried\n`
  }
}

const stops: Readonly<Record<NonNullable<ApplyResult['stopped']>, string>> = {
  signal:
    'Stopped by you: what was under way was finished, nothing new was begun. Run the command again to go on.',
  'another-run':
    'Another run is applying to the same account, so this one stopped. Nothing was made twice; plan again when that one is done.',
}

/** How a run ended: what failed and why, what was not tried, and the counts. */
export function renderResult(result: ApplyResult, backup: string | undefined, colours: Colours): string {
  const failed = result.failed.map(({ change, failure }) => {
    const cause = failure.cause === undefined ? [] : [`  ${visible(failure.cause)}`]
    return [
      `${placeOf(change, colours)} · ${colours.error('failed')}`,
      `  Datadog says: ${visible(failure.message)}`,
      ...cause,
    ].join('\n')
  })
  const skipped = result.skipped.map(
    ({ change, because }) =>
      `${placeOf(change, colours)} · ${colours.warning('not tried')}\n  ${visible(because)}`,
  )
  const kept = backup === undefined ? [] : [`What was changed or deleted is kept as it was in ${backup}.`]
  const stopped = result.stopped === undefined ? [] : [stops[result.stopped]]
  const counts = `${result.done.length} done, ${result.failed.length} failed, ${result.skipped.length} not tried.`
  return `${[...failed, ...skipped, ...kept, ...stopped, counts].join('\n\n')}\n`
}

function placeOf({ address, origin }: Change, colours: Colours): string {
  const place = origin === undefined ? '' : `${visible(origin.file)}:${origin.line} · `
  return colours.strong(`${place}${visible(address)}`)
}

/** The same as data. */
export function applyData({ account, project }: Plan, result: ApplyResult, backup: string | undefined) {
  return { version: 1, account, project, ...(backup !== undefined && { backup }), ...result }
}
