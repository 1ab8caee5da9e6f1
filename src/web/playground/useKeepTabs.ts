import { useGraphiQL } from "@graphiql/react";
import { useEffect, useEffectEvent } from "react";

/**
 * Stores the tabs when the visitor leaves. GraphiQL stores a query after 100 ms and its tab only after 500: one who leaves in
 * between would come back to a third tab, that of the query which no stored tab has.
 */
export function useKeepTabs(): void {
  const tabs = useGraphiQL((state) => state.tabs);
  const activeTabIndex = useGraphiQL((state) => state.activeTabIndex);

  const keep = useEffectEvent(() => {
    const stored = tabs.map((tab) => ({ ...tab, hash: null, headers: null, response: null }));
    const active = tabs[activeTabIndex];
    try {
      localStorage.setItem("graphiql:tabState", JSON.stringify({ tabs: stored, activeTabIndex }));
      localStorage.setItem("graphiql:query", active?.query ?? "");
      localStorage.setItem("graphiql:variables", active?.variables ?? "");
    } catch {
      // The browser forbids storage, or it is full: the next visit begins anew.
    }
  });
  useEffect(() => {
    const onPageHide = () => keep();
    addEventListener("pagehide", onPageHide);
    return () => removeEventListener("pagehide", onPageHide);
  }, []);
}
