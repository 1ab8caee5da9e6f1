/** Whether playground.css shows one pane below the other, as on a telephone. */
export function isNarrow(): boolean {
  return matchMedia("(max-width: 760px)").matches;
}
