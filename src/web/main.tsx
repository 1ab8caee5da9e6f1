import "graphiql/setup-workers/vite";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Playground } from "./playground/Playground.js";
import "graphiql/style.css";
import "@graphiql/plugin-explorer/style.css";
import "./playground/playground.css";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root.");
createRoot(root).render(
  <StrictMode>
    <Playground />
  </StrictMode>,
);
