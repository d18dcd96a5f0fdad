#!/usr/bin/env node
import { main } from "./program.ts";

// A reader that has seen enough (`| head`) closes the pipe: that is no error of ours, and the work goes on.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}
process.exitCode = await main(process.argv.slice(2));
