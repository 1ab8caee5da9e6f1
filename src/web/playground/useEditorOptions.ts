import { useGraphiQL } from "@graphiql/react";
import { useEffect } from "react";

/** Sets what GraphiQL leaves to Monaco: long lines wrap, and Greek and Cyrillic letters are no suspicious Latin ones. */
export function useEditorOptions(): void {
  const { queryEditor, variableEditor, responseEditor } = useGraphiQL((state) => ({
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
    responseEditor: state.responseEditor,
  }));

  useEffect(() => {
    for (const editor of [queryEditor, variableEditor, responseEditor]) {
      editor?.updateOptions({ wordWrap: "on", unicodeHighlight: { ambiguousCharacters: false } });
    }
  }, [queryEditor, variableEditor, responseEditor]);
}
