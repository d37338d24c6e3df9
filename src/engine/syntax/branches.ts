import type { BlockStmt } from './nodes.ts';
import type { Diagnostic } from './positions.ts';
export function checkBranches(_body: BlockStmt, _file: string): Diagnostic[] { return []; }
