/** A part of the page that is made only when it changes. */
export interface Block {
  /** All that it is made from: as long as this stays, everything that is there stays, and its focus with it. */
  readonly key: string
  /** Its listeners must be on what it stands in: the element may come to hold what a later block makes. */
  readonly make: () => HTMLElement
  /** Blocks of their own inside the made element, in the first element that a selector finds. */
  readonly inside?: { readonly at: string; readonly blocks: readonly Block[] }
}

const keys = new WeakMap<Element, string>()

/** Makes the children of an element those of the blocks; between any two that are made there may be a pause. */
export function* place(parent: Element, blocks: readonly Block[]): Generator<void> {
  for (const [index, block] of blocks.entries()) {
    let child = parent.children[index]
    if (child === undefined || keys.get(child) !== block.key) {
      const made = block.make()
      if (child === undefined) parent.append(made)
      child = child === undefined ? made : renewed(child, made)
      keys.set(child, block.key)
      yield
    }
    const inner = block.inside && child.querySelector(block.inside.at)
    if (block.inside && inner) yield* place(inner, block.inside.blocks)
  }
  while (parent.children.length > blocks.length) parent.lastElementChild!.remove()
}

/**
 * The element with what was made instead of what it held. It is the same one where it can be: the browser remembers how
 * high it was, so that what is out of sight need not be laid out again and nothing below it moves.
 */
function renewed(child: Element, made: HTMLElement): Element {
  if (!(child instanceof HTMLElement) || child.tagName !== made.tagName) {
    child.replaceWith(made)
    return made
  }
  const names = new Set(made.getAttributeNames())
  for (const name of child.getAttributeNames()) if (!names.has(name)) child.removeAttribute(name)
  for (const name of names) {
    // The page's policy allows no style as text.
    if (name === 'style') child.style.cssText = made.style.cssText
    else if (child.getAttribute(name) !== made.getAttribute(name))
      child.setAttribute(name, made.getAttribute(name)!)
  }
  child.replaceChildren(...made.childNodes)
  return child
}
