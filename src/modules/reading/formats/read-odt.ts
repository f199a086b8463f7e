import { refuseFile } from '../refusal.ts'
import type { FormatReader } from './format-reader.ts'

export const readOdt: FormatReader = async (name) =>
  refuseFile(
    'format-not-known',
    name,
    'is an OpenDocument text, which Trellis does not read yet. Save it as Word (.docx), CSV or plain text and choose that.',
  )
