/** Development page: a fixture's stage and timeline at a step. ?run=workerPool&step=49&theme=dark&width=390&narrow=1 */
import '../shared/tokens.css';
import { buildModel, worldAt } from '../model/index.ts';
import { fixtures } from '../model/fixtures.ts';
import { layoutStage } from '../model/layout/layout.ts';
import { createMeasure } from '../shared/figures/measure.ts';
import { createStage } from '../stage/stage.ts';
import { workerPoolGraph } from './literalGraph.ts';

const query = new URLSearchParams(location.search);
const theme = query.get('theme');
if (theme) document.documentElement.dataset.theme = theme;
const run = (query.get('run') ?? 'workerPool') as keyof typeof fixtures;
const seed = query.get('seed');
const make = fixtures[run] as (...a: (number | undefined)[]) => ReturnType<typeof fixtures.workerPool>;
const model = buildModel(seed ? make(undefined, Number(seed)) : make());
const host = document.getElementById('stage');
const lanes = document.getElementById('timeline');
if (!host || !lanes) throw new Error('no hosts');
const width = Number(query.get('width') ?? 912);
host.style.width = lanes.style.width = `${width}px`;
host.style.height = `${query.get('height') ?? 368}px`;
const layout = layoutStage(workerPoolGraph, { width, narrow: query.has('narrow'), measure: createMeasure(host) });
const stage = createStage(host, { onSelect: (s) => stage.select(s) });
stage.setRun(layout);
let step = Number(query.get('step') ?? 0);
stage.show(worldAt(model, step), { kind: 'cut' });
addEventListener('keydown', (event) => {
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (!by) return;
  step = Math.min(model.trace.steps, Math.max(0, step + by));
  stage.show(worldAt(model, step), { kind: by > 0 ? 'forward' : 'backward', speed: 1 });
});
Object.assign(window, { stage, model, layout, worldAt });
document.title = `${run} ${step} of ${model.trace.steps}`;
