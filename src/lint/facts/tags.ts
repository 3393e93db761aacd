import type { Resource } from '../../model/index.js'

/** The tags of a resource that are texts. */
export function tagsOf(resource: Resource): readonly string[] {
  const { tags } = resource.definition
  return Array.isArray(tags) ? tags.filter(tag => typeof tag === 'string') : []
}

/** True when the resource carries the tag, or any tag of that key when only a key is asked for. */
export function hasTag(resource: Resource, wanted: string): boolean {
  return tagsOf(resource).some(tag => tag === wanted || tag.startsWith(`${wanted}:`))
}
