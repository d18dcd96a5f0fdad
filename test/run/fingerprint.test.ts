import { expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { toolFingerprint, toolVersion } from "../../src/run/fingerprint.ts";

test("the tool knows its version, and itself by its content", () => {
  expect(toolVersion()).toBe(manifest.version);
  expect(toolFingerprint()).toMatch(/^[0-9a-f]{16}$/);
});
