import { useGraphiQL } from "@graphiql/react";
import { useEffect } from "react";

/** Shows each plugin from its beginning: GraphiQL scrolls all of them in one element. */
export function useScrollToTop(): void {
  const title = useGraphiQL(({ visiblePlugin }) => visiblePlugin?.title);

  useEffect(() => {
    document.querySelector(".graphiql-plugin")?.scrollTo(0, 0);
  }, [title]);
}
