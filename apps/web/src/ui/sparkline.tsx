/** A small line of values beside a number; it decorates what the number's page tells, so screen readers skip it. */
export function Sparkline({ values, width = 132, height = 36 }: { values: readonly number[]; width?: number; height?: number }) {
  if (values.length < 2) return null;
  const top = Math.max(1, ...values);
  const places = values.map((value, at) => [4 + (at / (values.length - 1)) * (width - 8), height - 4 - (value / top) * (height - 8)] as const);
  const [lastX, lastY] = places.at(-1)!;
  return (
    <svg width={width} height={height} aria-hidden style={{ color: 'var(--mantine-color-anil-7)', flexShrink: 0 }}>
      <path d={places.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')} fill="none" stroke="currentColor" strokeWidth={2} strokeLinejoin="round" />
      <circle cx={lastX} cy={lastY} r={3.5} fill="currentColor" />
    </svg>
  );
}
