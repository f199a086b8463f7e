import { h } from 'preact'
import { GALLERY_ANSWERS, GalleryPage } from '../../src/design/gallery/gallery.page.tsx'
import { renderPage } from '../../src/design/index.ts'
import { servePage } from './serve-page.ts'
import { takePicture } from './take-picture.ts'

// Run by hand: `node --import tsx test/support/picture-gallery.ts FOLDER` takes the gallery's pictures to look at.
const folder = process.argv[2] ?? 'dist/pictures'
const { url, close } = await servePage(() => renderPage(h(GalleryPage, {})), GALLERY_ANSWERS)
for (const width of [1280, 390]) {
  const complaints = await takePicture(url, `${folder}/gallery-${width}.png`, { width })
  for (const complaint of complaints) console.log(`${width} px: ${complaint}`)
}
await close()
