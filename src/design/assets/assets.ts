import type { AssetUrls } from '../page/assets-in-use.ts'

export type AssetFile = { readonly body: Buffer; readonly type: string }

/** Everything a page fetches after itself, each under an address that changes when it does: keep them for ever. */
export type Assets = AssetUrls & { readonly files: ReadonlyMap<string, AssetFile> }
