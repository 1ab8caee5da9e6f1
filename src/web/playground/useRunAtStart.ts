import { useGraphiQLActions } from "@graphiql/react";
import { useEffect, useRef } from "react";
import { readsOnly } from "./readsOnly.js";
import type { SharedQuery } from "./shareLink.js";
import { useOpenQuery } from "./useOpenQuery.js";

/** Runs a query once, as soon as the editors are there; nothing that a link could bring runs unless it only reads. */
export function useRunAtStart(start: SharedQuery | null): void {
  const actions = useGraphiQLActions();
  const openQuery = useOpenQuery();
  const isDone = useRef(false);

  useEffect(() => {
    if (isDone.current || start === null || openQuery === null) return;
    isDone.current = true;
    if (!readsOnly(start.query)) return;
    openQuery(start);
    void actions.run();
  }, [start, openQuery, actions]);
}
