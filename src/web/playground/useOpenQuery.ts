import { useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { Kind, parse, type DocumentNode } from "graphql";
import { useCallback } from "react";
import type { SharedQuery } from "./shareLink.js";

/** Opens a query in a tab: the one that has it already, an empty one, or a new one. Null until the editors are there. */
export function useOpenQuery(): ((shared: SharedQuery) => void) | null {
  const actions = useGraphiQLActions();
  const { tabs, activeTabIndex, queryEditor, variableEditor, responseEditor } = useGraphiQL((state) => ({
    tabs: state.tabs,
    activeTabIndex: state.activeTabIndex,
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
    responseEditor: state.responseEditor,
  }));

  const open = useCallback(
    ({ query, variables }: SharedQuery) => {
      const same = tabs.findIndex((tab) => tab.query === query && (tab.variables ?? "") === variables);
      const isEmpty = (queryEditor?.getValue() ?? "").trim() === "";
      if (same !== -1 && same !== activeTabIndex) actions.changeTab(same);
      else if (same === -1 && !isEmpty) actions.addTab();
      queryEditor?.setValue(query);
      variableEditor?.setValue(variables);
      const facts = operationFacts(query);
      // GraphiQL would find these only some moments after the edit, too late for a run that follows at once.
      actions.setOperationFacts(facts);
      actions.updateActiveTabValues({ query, variables, operationName: facts.operationName ?? null });
    },
    [tabs, activeTabIndex, queryEditor, variableEditor, actions],
  );
  return queryEditor === undefined || variableEditor === undefined || responseEditor === undefined
    ? null
    : open;
}

type OperationFacts = Parameters<ReturnType<typeof useGraphiQLActions>["setOperationFacts"]>[0];

function operationFacts(query: string): OperationFacts {
  let documentAST: DocumentNode;
  try {
    documentAST = parse(query);
  } catch {
    return {};
  }
  const operations = documentAST.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const operationName = operations[0]?.name?.value;
  return { documentAST, operations, ...(operationName === undefined ? {} : { operationName }) };
}
