import type { Child } from '../child.ts'
import { classNames } from '../class-names.ts'
import { Notice, type NoticeKind } from '../text/notice.tsx'
import { assetsInUse } from './assets-in-use.ts'
import { Bar, type Visitor } from './bar.tsx'
import { Footer } from './footer.tsx'
import { type Crumb, type LinkTo, Navigation, type NavigationItem, WayBack } from './navigation.tsx'

/** What happened since the last page: shown once, above the heading. */
export type Flash = { readonly kind: NoticeKind; readonly title: string; readonly body?: Child }

export type PageProps = {
  /** the words of the browser's tab; the page's own h1 is its `PageHeading` */
  readonly title: string
  readonly lang?: string
  readonly visitor?: Visitor | null | undefined
  readonly navigation?: readonly NavigationItem[]
  readonly back?: LinkTo | undefined
  readonly breadcrumbs?: readonly Crumb[]
  readonly flash?: Flash | null | undefined
  /** for tables: uses the whole width of a large screen */
  readonly wide?: boolean
  /** puts "Problem: " before the title, so that a screen reader says so first */
  readonly hasProblems?: boolean
  readonly footerLinks?: readonly LinkTo[]
  /** a page that leads nowhere else, for somebody of this partnership who did not sign in */
  readonly aloneIn?: string
  readonly children: Child
}

/** A whole document. Its children go into `<main>` and begin with one `PageHeading`. */
export function Page(props: PageProps) {
  const {
    title,
    lang = 'en',
    visitor,
    navigation = [],
    flash,
    wide,
    hasProblems,
    footerLinks = [],
    aloneIn,
    children,
  } = props
  return (
    <html lang={lang} class="govuk-template trellis">
      <Head title={`${hasProblems ? 'Problem: ' : ''}${title} – ${visitor?.partnership ?? aloneIn ?? 'Trellis'}`} />
      <body class="govuk-template__body">
        <a href="#main" class="govuk-skip-link">
          Skip to the main content
        </a>
        <Bar visitor={visitor ?? null} wide={wide ?? false} aloneIn={aloneIn} />
        <Navigation items={navigation} wide={wide ?? false} />
        <div class={classNames('govuk-width-container', 'trellis-width', wide && 'trellis-width--wide')}>
          <WayBack back={props.back} breadcrumbs={props.breadcrumbs ?? []} />
          <main class="govuk-main-wrapper trellis-main" id="main" tabIndex={-1}>
            {flash && (
              <Notice kind={flash.kind} title={flash.title}>
                {flash.body}
              </Notice>
            )}
            {children}
          </main>
        </div>
        <Footer links={footerLinks} wide={wide ?? false} />
      </body>
    </html>
  )
}

function Head({ title }: { readonly title: string }) {
  const assets = assetsInUse()
  return (
    <head>
      <meta charset="utf-8" />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="theme-color" content="#4a2545" />
      <link rel="icon" href={assets.iconUrl} type="image/svg+xml" />
      {assets.fontUrls.map((url) => (
        <link rel="preload" href={url} as="font" type="font/woff2" crossorigin="anonymous" />
      ))}
      <link rel="stylesheet" href={assets.cssUrl} />
      <script type="module" src={assets.scriptUrl} />
    </head>
  )
}
