const LONGEST = 80

/** The readable end of a dashboard's url: lower-case letters, digits and dashes of its title, cut at 80. */
export function slugOf(title: string): string {
  const plain = title
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .trim()
  return plain.replaceAll(' ', '-').slice(0, LONGEST).replace(/-+$/, '')
}
