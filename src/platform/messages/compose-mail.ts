/** What a mail says, as its reader's program may choose to show it. */
export type ComposedMail = { readonly text: string; readonly html: string }

type Said = { readonly subject: string; readonly text: string; readonly partnershipName: string }

/**
 * Both forms of a mail, from its plain paragraphs. Paragraphs stand apart by a blank line; a paragraph whose lines all begin with
 * `- ` is a list; addresses that begin with http become links that show where they lead. There is nothing in it that is fetched, so
 * that nobody learns whether it was opened.
 */
export function composeMail({ subject, text, partnershipName }: Said): ComposedMail {
  const footer = `Sent by Trellis for ${partnershipName}.`
  const paragraphs = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '')
  return {
    text: `${paragraphs.join('\n\n')}\n\n-- \n${footer}\n`,
    html: page(subject, paragraphs.map(block).join('\n'), escaped(footer)),
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

function block(paragraph: string): string {
  const lines = paragraph.split('\n').map((line) => line.trim())
  if (!lines.every((line) => line.startsWith('- '))) return `<p>${lines.map(linked).join('<br>\n')}</p>`
  return `<ul>\n${lines.map((line) => `<li>${linked(line.slice(2))}</li>`).join('\n')}\n</ul>`
}

const ADDRESS = /(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/

/** Words with their addresses as links; the odd pieces of a split by one group are what the group found. */
function linked(line: string): string {
  return line
    .split(ADDRESS)
    .map((piece, at) => (at % 2 === 1 ? `<a href="${escaped(piece)}">${escaped(piece)}</a>` : escaped(piece)))
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
