/**
 * Most of a short run is our compiler, once through. Optimising its code in the background costs more processor time than it saves, so only what has run
 * for longer is optimised: a fifth to a quarter less for small programs (measured), no more for long ones.
 */
import { setFlagsFromString } from 'node:v8';

/** Newest Node whose V8 is known to have the flag: an unknown one would be complained about on standard error. */
const newestKnown = 24;

/** Bytes of bytecode executed before a function is looked at; V8's own value is about a quarter of it. */
const budget = 500_000;

if (Number(process.versions.node.split('.')[0]) <= newestKnown) setFlagsFromString(`--interrupt-budget=${budget}`);
