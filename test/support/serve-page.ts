import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type AssetFile, buildAssets, useAssets } from '../../src/design/index.ts'

/** The policy the server sends: a page that breaks it breaks here first. */
export const STRICT_POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

export type ServedPage = { readonly url: string; readonly close: () => Promise<void> }

/** Serves one page, the real assets, and what the page's islands ask for, on a free port of this machine. */
export async function servePage(
  render: () => string,
  answers: Readonly<Record<string, unknown>> = {},
): Promise<ServedPage> {
  const assets = await buildAssets()
  useAssets(assets)
  const page: AssetFile = { body: Buffer.from(render()), type: 'text/html; charset=utf-8' }
  const server = createServer((request, response) => {
    const asked = request.url ?? ''
    const file = asked === '/' ? page : (assets.files.get(asked) ?? answer(answers[asked]))
    response.writeHead(file ? 200 : 404, {
      'content-type': file?.type ?? 'text/plain',
      'content-security-policy': STRICT_POLICY,
    })
    response.end(file?.body)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}

function answer(value: unknown): AssetFile | undefined {
  return value === undefined ? undefined : { body: Buffer.from(JSON.stringify(value)), type: 'application/json' }
}
