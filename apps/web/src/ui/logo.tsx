/** Tejido's mark: four threads of a weave. The name beside it is written by the caller. */
export function Logo({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden style={{ flexShrink: 0 }}>
      <rect width="24" height="24" rx="6" fill="var(--mantine-color-anil-7)" />
      <g fill="#fff">
        <rect x="4.5" y="6.4" width="6.2" height="3.4" rx="1" />
        <rect x="14" y="4.5" width="3.4" height="6.2" rx="1" />
        <rect x="6.6" y="13.3" width="3.4" height="6.2" rx="1" />
        <rect x="13.3" y="14.2" width="6.2" height="3.4" rx="1" />
      </g>
    </svg>
  );
}
