/** Whether a host, as an address or a setting writes it, is the very machine that asks: its name for itself, or a loopback address. */
export function isThisMachine(host: string): boolean {
  return /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[?::1\]?)$/i.test(host)
}
