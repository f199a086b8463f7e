import type { FastifyRequest } from 'fastify'
import { type Form, NO_FORM, type UploadedFile } from './form.ts'
import { asUnreadable } from './unreadable-form.ts'

/** Reads a form's fields and, where the route takes files, its files; files without a name were not chosen. */
export async function readForm(request: FastifyRequest, filesUpTo?: number): Promise<Form> {
  if (request.method !== 'POST') return NO_FORM
  if (filesUpTo !== undefined && request.isMultipart()) {
    return readMultipart(request, filesUpTo).catch((problem: unknown) => {
      throw asUnreadable(problem)
    })
  }
  if (typeof request.body !== 'object' || request.body === null) return NO_FORM
  const fields: Record<string, string[]> = Object.create(null)
  for (const [name, value] of Object.entries(request.body)) fields[name] = [value].flat().map(String)
  return { fields, files: {}, tooLarge: null }
}

/** A form takes one file to a field; a few more are taken in so that it can say so. */
const MOST_FILES = 5

async function readMultipart(request: FastifyRequest, filesUpTo: number): Promise<Form> {
  const fields: Record<string, string[]> = Object.create(null)
  const files: Record<string, UploadedFile> = Object.create(null)
  let tooLarge: string | null = null
  let several: string | undefined
  const limits = { fileSize: filesUpTo, files: MOST_FILES, fields: 50, fieldSize: 200_000 }
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') {
      const values = fields[part.fieldname] ?? []
      values.push(String(part.value))
      fields[part.fieldname] = values
      continue
    }
    const content = await part.toBuffer()
    if (part.filename && files[part.fieldname]) several = part.fieldname
    else if (part.file.truncated) tooLarge = part.fieldname
    else if (part.filename) files[part.fieldname] = { name: nameOf(part.filename), type: plain(part.mimetype), content }
  }
  return { fields, files, tooLarge, ...(several !== undefined && { several }) }
}

/** A file's name without control characters, the last 200 characters of it, so that its ending stays. */
function nameOf(given: string): string {
  return plain(given).slice(-200).toWellFormed() || 'file'
}

function plain(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '')
}
