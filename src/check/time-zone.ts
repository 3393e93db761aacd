import { zoneAbbreviations } from '../catalog/index.js'

/** What is wrong with the name of a time zone, as the sentences of a finding; nothing for a name of the IANA database. */
export function timeZoneProblem(
  name: string,
): { readonly message: string; readonly hint: string } | undefined {
  const isShort = Object.hasOwn(zoneAbbreviations, name.toUpperCase())
  if (!isShort && isKnown(name)) return undefined
  const meant = zoneAbbreviations[name.toUpperCase()]
  return {
    message: `\`${name}\` is ${isShort ? 'an abbreviation and no name of a time zone' : 'not a time zone'}.`,
    hint: `Write ${meant === undefined ? 'one like `Asia/Tokyo` or `UTC`' : `\`${meant}\``}.`,
  }
}

const known = new Map<string, boolean>()

/** What is known is kept, because asking is slow. */
function isKnown(name: string): boolean {
  let answer = known.get(name)
  if (answer === undefined) {
    answer = canFormatIn(name)
    known.set(name, answer)
  }
  return answer
}

function canFormatIn(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
    return true
  } catch {
    return false
  }
}
