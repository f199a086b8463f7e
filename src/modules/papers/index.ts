export type { Paper, PaperBlock, PaperCell, PaperRating, PaperRatingBar, PaperRatingKey, PaperTable } from './paper.ts'
export { renderPdf } from './render-pdf.ts'
