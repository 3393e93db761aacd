/** A part of the page that is made only when it changes. */
export interface Block {
  /** All that it is made from: as long as this stays, the element that is there stays, and its focus with it. */
  readonly key: string
  readonly make: () => Element
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
      keys.set(made, block.key)
      if (child === undefined) parent.append(made)
      else child.replaceWith(made)
      child = made
      yield
    }
    const inner = block.inside && child.querySelector(block.inside.at)
    if (block.inside && inner) yield* place(inner, block.inside.blocks)
  }
  while (parent.children.length > blocks.length) parent.lastElementChild!.remove()
}
