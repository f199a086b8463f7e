import { Page, PageHeading } from '../index.ts'
import { ChartExamples } from './chart-examples.tsx'
import { DataExamples } from './data-examples.tsx'
import { FormExamples } from './form-examples.tsx'
import { TextExamples } from './text-examples.tsx'

/** What the page's islands ask for, and hear. */
export const GALLERY_ANSWERS = {
  '/progress': { label: 'Reading report.docx', fraction: 0.61, detail: 'Line 500 of 812' },
} as const

/** Every component on one page, with kind and unkind words: looked at, measured and tested. */
export function GalleryPage() {
  return (
    <Page
      title="Gallery of components"
      visitor={{
        name: 'Amina Okafor',
        partnership: 'Marlbridge Children and Young People’s Partnership',
        signOutUrl: '/sign-out',
      }}
      navigation={[
        { text: 'This week', href: '/' },
        { text: 'Plans', href: '/plans', current: true },
        { text: 'What is due', href: '/due' },
        { text: 'Papers', href: '/papers' },
        { text: 'People', href: '/people' },
      ]}
      breadcrumbs={[
        { text: 'Plans', href: '/plans' },
        { text: 'Delivery plan 2014 to 2015', href: '/plans/1' },
        { text: 'Gallery' },
      ]}
      flash={{ kind: 'done', title: 'Your update was sent to the chair of the lead group' }}
      footerLinks={[{ text: 'How this site meets accessibility rules', href: '/accessibility' }]}
      wide
    >
      <PageHeading caption="Delivery plan 2014 to 2015">Six reports are overdue and 27 are due by March</PageHeading>
      <TextExamples />
      <ChartExamples />
      <DataExamples />
      <FormExamples />
    </Page>
  )
}
