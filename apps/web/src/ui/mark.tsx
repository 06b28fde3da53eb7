/** The woven hash: the sign of the product. */
export function Mark({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 26 26" aria-hidden="true">
      <rect width="26" height="26" rx="7" fill="var(--nila)" />
      <g stroke="var(--on-nila)" strokeWidth="2.6" strokeLinecap="round">
        <path d="M6 9.5h9.5M18.5 9.5H20M6 16.5h1.5M10.5 16.5H20" />
        <path d="M9 6v1.5M9 10.5V20M17 6v9.5M17 18.5V20" opacity=".72" />
      </g>
    </svg>
  );
}
