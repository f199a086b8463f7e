/** Opens the filters where there is room, for browsers whose styles cannot. */
export function openFilters(): void {
  if (CSS.supports('selector(::details-content)')) return
  if (!matchMedia('(min-width: 641px)').matches) return
  for (const panel of document.querySelectorAll('details.trellis-filters')) panel.setAttribute('open', '')
}
