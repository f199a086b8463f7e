/** Two crossing laths and a shoot. One colour (the text's), clear from 16 px. */
export function Mark() {
  return (
    <svg class="trellis-mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" stroke-linecap="round">
        <path d="M4 28.5 28 13.5M28 28.5 4 13.5" stroke-width="3" />
        <path d="M16 21V13" stroke-width="2.4" />
      </g>
      <path
        d="M16 13C16 6.5 12.5 3 6.5 2.5 6.5 9 10 13 16 13ZM16 15C16 9.5 19 6.5 24.5 6 24.5 11.5 21.5 15 16 15Z"
        fill="currentColor"
      />
    </svg>
  )
}
