/** One answer of the scanner about a file, as kept. */
export type Scan = {
  readonly at: Temporal.Instant
  readonly outcome: 'clean' | 'found' | 'not-reached' | 'refused'
  readonly scanner: string | null
  readonly words: string | null
}

export type ScanState =
  /** no scanner is set, so nobody looked */
  | { readonly kind: 'not-scanned' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'clean'; readonly at: Temporal.Instant; readonly by: string }
  | { readonly kind: 'found'; readonly at: Temporal.Instant; readonly by: string; readonly what: string }
  /** asked in vain; it is asked again */
  | { readonly kind: 'not-reached'; readonly at: Temporal.Instant }

/**
 * How a file stands with the scanner.
 *
 * @param last  its last clean or found scan; without one its last try; null when there was none
 * @param hasScanner  whether this installation has a scanner now
 */
export function scanState(last: Scan | null, hasScanner: boolean): ScanState {
  if (last?.outcome === 'found') return { kind: 'found', at: last.at, by: last.scanner ?? '', what: last.words ?? '' }
  if (last?.outcome === 'clean') return { kind: 'clean', at: last.at, by: last.scanner ?? '' }
  if (!hasScanner) return { kind: 'not-scanned' }
  return last ? { kind: 'not-reached', at: last.at } : { kind: 'waiting' }
}

/** Whether a file may be opened: where a scanner is set, only what it found clean. */
export function mayOpen(state: ScanState): boolean {
  return state.kind === 'clean' || state.kind === 'not-scanned'
}

/** "ClamAV 1.4.3, signatures 27700"; what does not look so, as it is. */
export function scannerInWords(by: string): string {
  const [, version, signatures] = /^(ClamAV [\d.]+\S*?)\/(\d+)(?:\/|$)/.exec(by) ?? []
  return version && signatures ? `${version}, signatures ${signatures}` : by
}
