import type { Child } from '../child.ts'

export type NoticeKind = 'information' | 'warning' | 'done'
type NoticeProps = { readonly kind: NoticeKind; readonly title: string; readonly children?: Child }

const SAID_FIRST = { information: 'Note', warning: 'Warning', done: 'Done' } as const

/** Something the reader must know before going on. The kind is said in words, not by colour alone. */
export function Notice({ kind, title, children }: NoticeProps) {
  return (
    <div class={`trellis-notice trellis-notice--${kind}`} role={kind === 'information' ? 'note' : 'alert'}>
      <p class="trellis-notice__title">
        <span class="trellis-notice__kind">{SAID_FIRST[kind]}</span> {title}
      </p>
      {children && <div class="trellis-notice__body">{children}</div>}
    </div>
  )
}
