import type { SVGProps } from "react";

/** A thread that winds up from one knot to the next; the same drawing as favicon.svg. */
export function MitosMark(props: SVGProps<SVGSVGElement>) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      {...props}
    >
      <path d="M4.5 19.5V9a3.5 3.5 0 0 1 7 0v6a3.5 3.5 0 0 0 7 0V4.5" />
      <circle cx="4.5" cy="19.5" r="1.7" fill="currentColor" />
      <circle cx="18.5" cy="4.5" r="1.7" fill="currentColor" />
    </svg>
  );
}
