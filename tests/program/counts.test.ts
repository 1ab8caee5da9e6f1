import { expect, test } from "vitest";
import { closingLine } from "../../scripts/support/closingLine.mjs";
import { countTests } from "../../scripts/support/vitest.mjs";

test("tests are counted, and a file that fails before its first test counts as one", () => {
  const file = (status: string, ...tests: string[]) => ({
    status,
    assertionResults: tests.map((each) => ({ status: each })),
  });
  const report = {
    testResults: [
      file("passed", "passed", "pending"),
      file("failed", "passed", "failed"),
      file("failed"),
      file("failed", "todo"),
    ],
  };
  expect(countTests(report)).toEqual({ passed: 2, failed: 3, skipped: 2 });
});

test("the closing line names skipped tests only where there are some", () => {
  expect(closingLine({ passed: 3, failed: 0, skipped: 0 })).toBe("3 passed, 0 failed");
  expect(closingLine({ passed: 3, failed: 1, skipped: 2 })).toBe("3 passed, 1 failed, 2 skipped");
});
