/**
 * Ends a test process when vitest itself is gone (killed with -9, or out of memory): a worker would
 * else go on with its test, and its servers with it. Servers follow their worker by themselves.
 */
process.once('disconnect', () => process.exit(1));
