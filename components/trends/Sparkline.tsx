/** A few numbers as a line of the height of a word; says nothing that stands not beside it. */
export function Sparkline({ values }: { values: readonly number[] }) {
  const most = Math.max(1, ...values);
  const points = values.map((value, at) => `${at},${most - value}`).join(' ');
  return (
    <svg
      class="sparkline"
      aria-hidden="true"
      viewBox={`0 0 ${Math.max(1, values.length - 1)} ${most}`}
      preserveAspectRatio="none"
    >
      <polyline points={points} />
    </svg>
  );
}
