/* html-validate reads HTML given as text: [level, rule, message, element]. What a browser writes out again has its own spelling. */
import { HtmlValidate, StaticConfigLoader } from "html-validate/browser";

const presets = ["html-validate:recommended", "html-validate:standard", "html-validate:a11y", "html-validate:document"];
const SPELLING = { served: { "doctype-style": ["error", { style: "lowercase" }] }, live: { "attribute-boolean-style": "off", "doctype-style": "off" } };
const readers = {};

globalThis.htmlValidate = ([kind, html]) => {
  readers[kind] ??= new HtmlValidate(new StaticConfigLoader({ root: true, extends: presets, rules: SPELLING[kind] }));
  const lines = html.split("\n");
  return readers[kind].validateStringSync(html).results.flatMap((it) => it.messages).map((it) => [
    it.severity === 2 ? "fails" : "doubts",
    it.ruleId,
    it.message,
    lines[it.line - 1].trim().slice(Math.max(0, it.column - 40), it.column + 120),
  ]);
};
