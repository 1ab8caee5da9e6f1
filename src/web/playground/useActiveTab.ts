import { useGraphiQL } from "@graphiql/react";

/** The texts of the tab that is shown. */
export interface ActiveTab {
  title: string;
  query: string;
  variables: string;
  response: string;
}

/** Follows the tab that is shown. */
export function useActiveTab(): ActiveTab {
  return useGraphiQL(({ tabs, activeTabIndex }) => {
    const tab = tabs[activeTabIndex];
    return {
      title: tab?.operationName ?? "",
      query: tab?.query ?? "",
      variables: tab?.variables ?? "",
      response: tab?.response ?? "",
    };
  });
}
