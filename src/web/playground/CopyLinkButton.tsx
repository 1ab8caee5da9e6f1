import { ToolbarButton } from "@graphiql/react";
import { useEffect, useState } from "react";
import { writeShareLink } from "./shareLink.js";
import { useActiveTab } from "./useActiveTab.js";

const LABELS = {
  ready: "Copy link to this query",
  copied: "Link copied",
  refused: "The browser does not let a page copy here: the link is in the address bar",
};

/** Copies the address of the query that is shown, and says so. */
export function CopyLinkButton() {
  const { query, variables } = useActiveTab();
  const [state, setState] = useState<keyof typeof LABELS>("ready");

  useEffect(() => {
    if (state === "ready") return undefined;
    const timer = setTimeout(() => setState("ready"), 2500);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = async () => {
    const hash = writeShareLink({ query, variables });
    history.replaceState(history.state, "", hash === "" ? location.pathname + location.search : hash);
    try {
      // Not there on a page without TLS, except on the own machine.
      await navigator.clipboard.writeText(location.href);
      setState("copied");
    } catch {
      setState("refused");
    }
  };

  return (
    <>
      <ToolbarButton label={LABELS[state]} onClick={() => void copy()}>
        {state === "copied" ? <DoneIcon /> : <LinkIcon />}
      </ToolbarButton>
      <span role="status" className="mitos-hidden">
        {state === "ready" ? "" : LABELS[state]}
      </span>
    </>
  );
}

function LinkIcon() {
  return (
    <svg
      className="graphiql-toolbar-icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M10 14a4.2 4.2 0 0 0 6 0l3.2-3.2a4.2 4.2 0 0 0-6-6L11.8 6.2" />
      <path d="M14 10a4.2 4.2 0 0 0-6 0l-3.2 3.2a4.2 4.2 0 0 0 6 6l1.4-1.4" />
    </svg>
  );
}

function DoneIcon() {
  return (
    <svg
      className="graphiql-toolbar-icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="m5 12.5 4.5 4.5L19 7.5" />
    </svg>
  );
}
