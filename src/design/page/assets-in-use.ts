/** The addresses a page links to. The real ones carry a hash; these stand in until `useAssets` is called. */
export type AssetUrls = {
  readonly cssUrl: string
  readonly scriptUrl: string
  readonly iconUrl: string
  /** fonts worth fetching before the styles ask for them */
  readonly fontUrls: readonly string[]
}

let inUse: AssetUrls = {
  cssUrl: '/assets/trellis.css',
  scriptUrl: '/assets/trellis.js',
  iconUrl: '/assets/mark.svg',
  fontUrls: [],
}

/** Called once, where the server is put together; every page rendered afterwards links to these. */
export function useAssets(assets: AssetUrls): void {
  inUse = assets
}

export function assetsInUse(): AssetUrls {
  return inUse
}
