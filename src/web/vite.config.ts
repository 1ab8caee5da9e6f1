import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";

export default defineConfig({
  // Relative addresses work under any path of a reverse proxy.
  base: "./",
  build: {
    outDir: "../../dist/web",
    emptyOutDir: true,
    target: "es2022",
    // Monaco is one large chunk, loaded once and cached under a hashed name.
    chunkSizeWarningLimit: 6000,
    // What the server's policy for images and fonts need not allow.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: "es" },
  plugins: [fontsAsFiles(), modestExplorer(), editorPreloaded(), policyAsFile()],
});

/** GraphiQL's stylesheet holds its fonts in base64; as files, a browser loads the few alphabets that it needs. */
function fontsAsFiles(): Plugin {
  return {
    name: "fonts-as-files",
    apply: "build",
    enforce: "pre",
    transform(code, id) {
      if (!/\.css($|\?)/u.test(id) || !code.includes("url(data:font/")) return null;
      return code.replace(
        /url\(data:font\/(\w+)(?:;charset=[\w-]+)?;base64,([\w+/=]+)\)/gu,
        (_, format: string, data: string) => {
          const source = Buffer.from(data, "base64");
          const name = createHash("sha256").update(source).digest("hex").slice(0, 12);
          const file = this.emitFile({ type: "asset", name: `${name}.${format}`, source });
          return `url(__VITE_ASSET__${file}__)`;
        },
      );
    },
  };
}

/**
 * The query builder has no input for lists; it shows them without, and need not call that an error. Its other inputs
 * take the focus from whoever has it as soon as they are there, which on a telephone opens the keyboard.
 */
function modestExplorer(): Plugin {
  const replacements = [
    ["console.error('arg mismatch", "console.debug('arg mismatch"],
    ["!(activeElement instanceof HTMLTextAreaElement)", "activeElement === document.body"],
  ] as const;
  return {
    name: "modest-explorer",
    transform(code, id) {
      if (!id.includes("/graphiql-explorer/dist/Explorer.js")) return null;
      const changed = replacements.reduce((text, [from, to]) => {
        if (!text.includes(from)) this.error(`graphiql-explorer no longer has: ${from}`);
        return text.replaceAll(from, to);
      }, code);
      return { code: changed, map: null };
    },
  };
}

/** The editor is imported by a script; a browser told of it beforehand loads both at once. */
function editorPreloaded(): Plugin {
  return {
    name: "editor-preloaded",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (_html, { bundle = {} }) =>
        Object.values(bundle).flatMap((file) => {
          if (file.type !== "chunk" || !/^(?:monaco-editor|mouseTarget)$/u.test(file.name)) return [];
          const attrs = { rel: "modulepreload", crossorigin: true, href: `./${file.fileName}` };
          return [{ tag: "link", attrs, injectTo: "head" as const }];
        }),
    },
  };
}

/** The package carries dist only, and the server reads the policy there. */
function policyAsFile(): Plugin {
  const fileName = "contentSecurityPolicy.json";
  return {
    name: "policy-as-file",
    apply: "build",
    generateBundle() {
      const source = readFileSync(new URL(fileName, import.meta.url), "utf8");
      this.emitFile({ type: "asset", fileName, source });
    },
  };
}
