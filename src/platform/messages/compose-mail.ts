import { type MessageBlock, messageBlocks, type Piece, paragraphsOf } from './message-blocks.ts'

/** What a mail says, as its reader's program may choose to show it. */
export type ComposedMail = { readonly text: string; readonly html: string }

type Said = { readonly subject: string; readonly text: string; readonly partnershipName: string }

/**
 * Both forms of a mail, from its plain paragraphs. Links show where they lead. There is nothing in it that is fetched, so that nobody
 * learns whether it was opened.
 */
export function composeMail({ subject, text, partnershipName }: Said): ComposedMail {
  const footer = `Sent by Trellis for ${partnershipName}.`
  return {
    text: `${paragraphsOf(text).join('\n\n')}\n\n-- \n${footer}\n`,
    html: page(subject, messageBlocks(text).map(block).join('\n'), escaped(footer)),
  }
}

const STYLES = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 24px 16px; background: #ffffff; color: #1d1a20; font: 18px/1.5 Arial, Helvetica, sans-serif; }
.letter { max-width: 36em; margin: 0 auto; }
h1 { font-size: 24px; line-height: 1.25; margin: 0 0 20px; }
p, ul { margin: 0 0 20px; }
a { color: #4a2545; overflow-wrap: anywhere; }
.from { border-top: 1px solid #b1b4b6; padding-top: 16px; font-size: 16px; color: #505a5f; }
@media (prefers-color-scheme: dark) {
  body { background: #1d1a20; color: #f3f2f1; }
  a { color: #e0b8da; }
  .from { border-color: #6f777b; color: #cecece; }
}`

function page(subject: string, body: string, footer: string): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(subject)}</title>
<style>${STYLES}
</style>
</head>
<body>
<main class="letter">
<h1>${escaped(subject)}</h1>
${body}
<p class="from">${footer}</p>
</main>
</body>
</html>
`
}

function block({ kind, lines }: MessageBlock): string {
  if (kind === 'paragraph') return `<p>${lines.map(linked).join('<br>\n')}</p>`
  return `<ul>\n${lines.map((line) => `<li>${linked(line)}</li>`).join('\n')}\n</ul>`
}

function linked(line: readonly Piece[]): string {
  return line
    .map(({ text, isLink }) => (isLink ? `<a href="${escaped(text)}">${escaped(text)}</a>` : escaped(text)))
    .join('')
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
])

function escaped(words: string): string {
  return words.replaceAll(/[&<>"']/g, (letter) => ENTITIES.get(letter) ?? letter)
}
