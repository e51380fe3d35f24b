/* Alfa judges the document it runs in: [level, rule, message, element] of all that failed or that it could not tell. */
import { Audit } from "@siteimprove/alfa-act";
import { Device } from "@siteimprove/alfa-device";
import * as device from "@siteimprove/alfa-device/native";
import { Node } from "@siteimprove/alfa-dom";
import * as dom from "@siteimprove/alfa-dom/native";
import { Headers, Request, Response } from "@siteimprove/alfa-http";
import rules from "@siteimprove/alfa-rules";
import { URL } from "@siteimprove/alfa-url";
import { Page } from "@siteimprove/alfa-web";

const LEVELS = { failed: "fails", cantTell: "doubts" };

globalThis.alfa = async () => {
  const here = Device.from(await device.Native.fromWindow(window));
  const shown = Node.from(await dom.Native.fromNode(document), here);
  const url = URL.parse(location.href).getUnsafe();
  const page = Page.of(Request.of("GET", url), Response.of(url, 200, Headers.empty()), shown, here);
  const outcomes = [...await Audit.of(page, rules).evaluate()].map((it) => [it, it.toJSON(), it.toEARL()]);
  return outcomes.filter(([, told]) => told.outcome in LEVELS).map(([it, told, earl]) => [
    LEVELS[told.outcome],
    told.rule.uri.split("/").pop(),
    earl["earl:result"]["earl:info"] ?? told.diagnostic?.message ?? "",
    (Array.isArray(told.target) ? [...it.target] : [it.target]).join(" "),
  ]);
};
