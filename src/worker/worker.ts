/** The worker's own script. */
import { engine } from './adapter.ts';
import { serve } from './serve.ts';

serve(self as unknown as Parameters<typeof serve>[0], engine);
