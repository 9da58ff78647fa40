// Control characters; marks that turn the direction of writing, so that `exe.pdf` may stand for `fdp.exe`; marks
// that nobody sees.
const UNSEEN = /[\p{Cc}\u061C\u200B-\u200F\u2028\u2029\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/gu

/** What a name that somebody gave a file reads like: no path, and no marks that make it read as another one. */
export function plainName(name: string): string {
  return name.replace(UNSEEN, '').split(/[/\\]/).at(-1)!
}
