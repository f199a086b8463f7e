const START = /(?:^|\r?\n\r?\n)From \S{1,320}[ \t]+(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[ ,][^\r\n]{0,80}\r?\n/g

/** The mails of a file: one, or those of a mailbox in which a line "From … Mon Nov 30 …" stands before each. */
export function splitMails(content: Buffer): readonly Buffer[] {
  const text = content.toString('latin1')
  const starts = [...text.matchAll(START)]
  if (starts[0]?.index !== 0) return content.length === 0 ? [] : [content]
  return starts.map((start, at) => content.subarray(start.index + start[0].length, starts[at + 1]?.index))
}
