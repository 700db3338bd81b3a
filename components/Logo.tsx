/** A spore print: dots thrown outwards in a ring, one of them in our colour. */
export function Logo() {
  const dots = Array.from({ length: 8 }, (_, index) => {
    const angle = (index / 8) * 2 * Math.PI;
    return { x: 12 + 8 * Math.sin(angle), y: 12 - 8 * Math.cos(angle) };
  });
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {dots.map(({ x, y }, index) => (
        <circle
          key={index}
          cx={x.toFixed(2)}
          cy={y.toFixed(2)}
          r="2.2"
          fill={index === 1 ? "var(--accent)" : "currentColor"}
          opacity={index === 1 ? 1 : 0.28 + 0.08 * index}
        />
      ))}
      <circle cx="12" cy="12" r="2.6" fill="currentColor" />
    </svg>
  );
}
