import { type FileKindKey, fileKind } from './file-kinds.ts'

/** Windows gives these names to its devices, with any ending. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i
const LONGEST = 200

/**
 * A file's name that is only a name: no folders, no control characters, and none of those that turn the order of letters
 * round, by which `gpj.exe` reads as `exe.jpg`.
 *
 * @returns 1 to 200 characters; the ending stays when a long name is cut
 */
export function safeFileName(given: string): string {
  const plain = given
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu, '')
    .split(/[/\\]/)
    .at(-1)
    ?.trim()
    .replace(/^\.+/, '')
    .replace(/[. ]+$/, '')
  const name = plain || 'file'
  return (DEVICES.test(name) ? `_${name}` : name).slice(-LONGEST).toWellFormed()
}

/** The name a file is handed out under: what it is decides what it ends in, so that no program goes out as one. */
export function downloadName(name: string, key: FileKindKey | null): string {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase()
  const endings = key ? fileKind(key).endings : ['bin']
  return ending !== undefined && endings.includes(ending) ? name : `${name}.${endings[0]}`
}
