import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** The folder of package.json. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** An import, re-export or dynamic import of a file of ours. */
export interface Import {
  /** Path in src of the imported file, as written but with the ending of the source. */
  target: string;
  /** True if nothing of it is left in JavaScript. */
  typeOnly: boolean;
}

/** An exported name that a file declares itself. */
export interface Export {
  name: string;
  kind: "class" | "constant" | "enum" | "function" | "interface" | "type";
  documented: boolean;
}

/** A TypeScript file of src, parsed. */
export interface SourceFile {
  /** Path in src, with slashes. */
  path: string;
  /** First folder of the path; "" for files of src itself. */
  room: string;
  imports: Import[];
  exports: Export[];
  /** Names of all classes, exported or not. */
  classes: string[];
}

/** Parses every file of src; generated code is left out. */
export function readSourceFiles(): SourceFile[] {
  const names = readdirSync(path.join(root, "src"), { recursive: true, encoding: "utf8" })
    .map((name) => name.split(path.sep).join("/"))
    .filter((name) => /\.tsx?$/u.test(name) && !name.startsWith("client/generated/"));
  return names.sort().map(parse);
}

function parse(name: string): SourceFile {
  const text = readFileSync(path.join(root, "src", name), "utf8");
  const tree = ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, true);
  const file: SourceFile = { path: name, room: roomOf(name), imports: [], exports: [], classes: [] };
  for (const statement of tree.statements) file.exports.push(...exportsOf(statement));
  const visit = (node: ts.Node): void => {
    const found = importOf(node, name);
    if (found !== null) file.imports.push(found);
    if (ts.isClassLike(node) && node.name !== undefined) file.classes.push(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return file;
}

/** The first folder of a path in src. */
export function roomOf(name: string): string {
  return name.includes("/") ? name.slice(0, name.indexOf("/")) : "";
}

function importOf(node: ts.Node, from: string): Import | null {
  let specifier: ts.Node | undefined;
  let typeOnly = false;
  if (ts.isImportDeclaration(node)) {
    specifier = node.moduleSpecifier;
    typeOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  } else if (ts.isExportDeclaration(node)) {
    specifier = node.moduleSpecifier;
    typeOnly = node.isTypeOnly;
  } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    specifier = node.arguments[0];
  } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    specifier = node.argument.literal;
    typeOnly = true;
  }
  if (specifier === undefined || !ts.isStringLiteralLike(specifier) || !specifier.text.startsWith("."))
    return null;
  const target = path.posix.join(path.posix.dirname(from), specifier.text);
  return { target: target.replace(/\.js(x?)$/u, ".ts$1"), typeOnly };
}

function exportsOf(statement: ts.Statement): Export[] {
  if (!ts.canHaveModifiers(statement)) return [];
  const exported = ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  if (exported !== true) return [];
  const documented = ts.getJSDocCommentsAndTags(statement).length > 0;
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map((declaration) => ({
      name: declaration.name.getText(),
      kind: isFunction(declaration.initializer) ? "function" : "constant",
      documented,
    }));
  }
  const kind = kindOf(statement);
  if (kind === null) return [];
  const { name } = statement as ts.DeclarationStatement;
  return [{ name: name?.getText() ?? "default", kind, documented }];
}

function isFunction(expression: ts.Expression | undefined): boolean {
  return expression !== undefined && (ts.isArrowFunction(expression) || ts.isFunctionExpression(expression));
}

function kindOf(statement: ts.Statement): Export["kind"] | null {
  if (ts.isClassDeclaration(statement)) return "class";
  if (ts.isFunctionDeclaration(statement)) return "function";
  if (ts.isInterfaceDeclaration(statement)) return "interface";
  if (ts.isTypeAliasDeclaration(statement)) return "type";
  if (ts.isEnumDeclaration(statement)) return "enum";
  return null;
}
