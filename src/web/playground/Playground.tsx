import { explorerPlugin } from "@graphiql/plugin-explorer";
import type { GraphiQLPlugin } from "@graphiql/react";
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL, HISTORY_PLUGIN } from "graphiql";
import { CopyLinkButton } from "./CopyLinkButton.js";
import { isNarrow } from "./isNarrow.js";
import { MitosMark } from "./MitosMark.js";
import { firstQuestion } from "./questions.js";
import { questionGalleryPlugin } from "./QuestionGallery.js";
import { ResultFooter } from "./ResultFooter.js";
import { readShareLink } from "./shareLink.js";
import { useAddress } from "./useAddress.js";
import { useEditorOptions } from "./useEditorOptions.js";
import { useKeepTabs } from "./useKeepTabs.js";
import { useRunAtStart } from "./useRunAtStart.js";
import { useScrollToTop } from "./useScrollToTop.js";

const fetcher = createGraphiQLFetcher({
  url: new URL("graphql", document.baseURI).href,
  enableIncrementalDelivery: false,
});
const plugins: GraphiQLPlugin[] = [
  questionGalleryPlugin,
  { ...explorerPlugin({ title: "Query builder" }), title: "Query builder" },
  HISTORY_PLUGIN,
];
const shared = readShareLink(location.hash);
const isFirst = isFirstVisit();
/** Opened and run; null where GraphiQL shows what was open on the last visit. */
const start = shared ?? (isFirst ? firstQuestion : null);
const initial = start === null ? {} : { initialQuery: start.query, initialVariables: start.variables };
const visible = shared === null && isFirst ? { visiblePlugin: questionGalleryPlugin } : {};

/** GraphiQL with the questions of this archive. */
export function Playground() {
  return (
    <GraphiQL
      fetcher={fetcher}
      plugins={plugins}
      defaultTabs={[start ?? firstQuestion]}
      defaultEditorToolsVisibility={isNarrow() ? false : "variables"}
      {...initial}
      {...visible}
    >
      <GraphiQL.Logo>
        <span className="mitos-logo">
          <MitosMark />
          Mitos
        </span>
      </GraphiQL.Logo>
      <GraphiQL.Toolbar>
        {({ prettify, merge, copy }) => (
          <>
            {prettify}
            {merge}
            {copy}
            <CopyLinkButton />
          </>
        )}
      </GraphiQL.Toolbar>
      <GraphiQL.Footer>
        <ResultFooter />
      </GraphiQL.Footer>
      <Effects />
    </GraphiQL>
  );
}

/** What needs GraphiQL's context and shows nothing. */
function Effects() {
  useAddress();
  useEditorOptions();
  useKeepTabs();
  useRunAtStart(start);
  useScrollToTop();
  return null;
}

/** Before GraphiQL has stored any tabs. */
function isFirstVisit(): boolean {
  try {
    return localStorage.getItem("graphiql:tabState") === null;
  } catch {
    // The browser forbids storage: every visit is the first.
    return true;
  }
}
