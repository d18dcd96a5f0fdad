#!/usr/bin/env -S node --v8-pool-size=1
// One helper thread of V8 beside the workers: with its usual four, two workers on two cores took up to a quarter longer.
import { main } from "./program.ts";

// A reader that has seen enough (`| head`) closes the pipe: that is no error of ours, and the work goes on.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}
process.exitCode = await main(process.argv.slice(2));
