import { Tag } from '../../design/index.ts'
import { longMoment } from '../../kernel/day.ts'
import type { FileId } from '../../kernel/id.ts'
import { mayOpen, type ScanState, scannerInWords } from './scan-state.ts'

/** How a file stands with the virus scanner, in a sentence. */
export function scanInWords(state: ScanState): string {
  switch (state.kind) {
    case 'not-scanned':
      return 'Not scanned for viruses: no scanner is set up here'
    case 'waiting':
      return 'Waits for the virus scanner'
    case 'clean':
      return `No virus found, ${longMoment(state.at)}, by ${scannerInWords(state.by)}`
    case 'found':
      return `The virus scanner found ${state.what} on ${longMoment(state.at)}. The file is kept away from everybody`
    case 'not-reached':
      return `The virus scanner could not be asked, ${longMoment(state.at)}. It is asked again by itself`
  }
}

/** A file's name: a link when it may be opened, and otherwise why not. */
export function FileName({
  file,
}: {
  readonly file: { readonly fileId: FileId; readonly name: string; readonly scan: ScanState }
}) {
  if (mayOpen(file.scan)) return <a href={`/files/${file.fileId}`}>{file.name}</a>
  return (
    <>
      {file.name}{' '}
      <Tag tone={file.scan.kind === 'found' ? 'strong' : 'plain'}>
        {file.scan.kind === 'found' ? 'Kept away' : 'Not yet'}
      </Tag>
    </>
  )
}
