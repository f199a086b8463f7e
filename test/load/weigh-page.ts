import type { KeepAliveClient } from './keep-alive-client.ts'

/** What a page and the files it names weigh as sent, in words; fonts apart, since they come once and the page does not wait. */
export async function weighPage(client: KeepAliveClient, path: string): Promise<string> {
  const page = await client.get(path)
  const files = [...page.text().matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].flatMap(([, file]) => file ?? [])
  let without = page.bytes
  let fonts = 0
  for (const file of new Set(files)) {
    const { bytes } = await client.get(file)
    if (file.endsWith('.woff2')) fonts += bytes
    else without += bytes
  }
  return `${kilobytes(page.bytes)} alone, ${kilobytes(without)} with styles, script and mark, fonts ${kilobytes(fonts)}`
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
