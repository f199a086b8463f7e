/** Overdue is striped as well as dark, so that it stands out without any colour. */
export function OverduePattern({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="trellis-due__stripe-ground" width="6" height="6" />
        <rect class="trellis-due__stripe" width="2" height="6" />
      </pattern>
    </defs>
  )
}
