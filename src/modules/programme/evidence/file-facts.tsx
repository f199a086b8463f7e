import { Detail, Details } from '../../../design/index.ts'
import { longMoment } from '../../../kernel/day.ts'
import { fileSize, kindInWords, scanInWords } from '../../files/index.ts'
import type { Evidence } from './evidence.store.ts'

type Seen = { readonly file: Evidence }

/** "(Word document, 4 kB)" */
export function FileFacts({ file }: Seen) {
  return `(${kindInWords(file.kind)}, ${fileSize(file.bytes)})`
}

/** What a file is, who added it and when, what the scanner said of it, and the sum by which a copy can be held against it. */
export function FileProof({ file }: Seen) {
  return (
    <>
      <Detail>
        {kindInWords(file.kind)}, {fileSize(file.bytes)}, {file.addedBy}, {longMoment(file.addedAt)}
      </Detail>
      <Detail>{scanInWords(file.scan)}</Detail>
      <Details summary={<>Checksum of {file.name}</>}>
        <code class="trellis-words">{file.sha256}</code> (SHA-256)
      </Details>
    </>
  )
}
