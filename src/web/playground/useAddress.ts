import { useEffect, useEffectEvent, useRef } from "react";
import { readShareLink, writeShareLink } from "./shareLink.js";
import { useActiveTab } from "./useActiveTab.js";
import { useOpenQuery } from "./useOpenQuery.js";

const DELAY_MS = 400;

/** Keeps the shown query in the address, and opens the query of a link that is pasted into the address. */
export function useAddress(): void {
  const { query, variables } = useActiveTab();
  const opened = useRef(writeShareLink({ query, variables }));
  const openQuery = useOpenQuery();

  useEffect(() => {
    const hash = writeShareLink({ query, variables });
    // A visitor who has changed nothing keeps the plain address.
    if (hash === opened.current) return undefined;
    const timer = setTimeout(() => {
      opened.current = "";
      history.replaceState(history.state, "", hash === "" ? location.pathname + location.search : hash);
    }, DELAY_MS);
    return () => clearTimeout(timer);
  }, [query, variables]);

  const follow = useEffectEvent(() => {
    const shared = readShareLink(location.hash);
    if (shared !== null) openQuery?.(shared);
  });
  useEffect(() => {
    const onHashChange = () => follow();
    addEventListener("hashchange", onHashChange);
    return () => removeEventListener("hashchange", onHashChange);
  }, []);
}
