/** Two crossing laths and a shoot. One colour (the text's), clear from 16 px. */
export function Mark() {
  return (
    <svg class="trellis-mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" stroke-linecap="round">
        <path d="M5 28 21 6M27 28 11 6" stroke-width="3.2" />
        <path d="M16 20.5V11" stroke-width="2.4" />
      </g>
      <path
        d="M16 12C16 7 12.5 4 7.5 4 7.5 9 11 12 16 12ZM16 12C16 8.5 18.5 6 22.5 6 22.5 9.5 20 12 16 12Z"
        fill="currentColor"
      />
    </svg>
  )
}
