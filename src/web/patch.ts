/**
 * Makes the children of an element those given, but keeps every one that is the same already: what stays is neither laid out
 * again, nor does it lose the focus. Listeners must follow from what the attributes say, as the old ones stay.
 */
export function patchChildren(parent: Element, wanted: readonly Node[]): void {
  const present = [...parent.childNodes]
  wanted.forEach((node, index) => {
    const old = present[index]
    if (old === undefined) parent.append(node)
    else patchNode(old, node)
  })
  for (const extra of present.slice(wanted.length)) extra.remove()
}

function patchNode(old: ChildNode, wanted: Node): void {
  if (old.isEqualNode(wanted)) return
  if (isContainer(old) && isContainer(wanted) && old.cloneNode().isEqualNode(wanted.cloneNode())) {
    patchChildren(old, [...wanted.childNodes])
  } else old.replaceWith(wanted)
}

/** Elements that only hold others; what has listeners of its own is replaced as a whole. */
function isContainer(node: Node): node is Element {
  return node instanceof Element && ['section', 'div', 'table', 'tbody', 'ul', 'dl'].includes(node.localName)
}
