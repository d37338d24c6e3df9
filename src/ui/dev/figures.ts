/** Development page: a fixture's stage and timeline at a step. ?run=workerPool&step=49&theme=dark&width=390&narrow=1 */
import '../shared/tokens.css';
import { must } from '../../base/assert.ts';
import { buildModel, timelineData, worldAt } from '../model/index.ts';
import { layoutStage } from '../model/layout/layout.ts';
import { createMeasure } from '../shared/figures/measure.ts';
import { createStage } from '../stage/stage.ts';
import { createTimeline, idealHeight } from '../timeline/timeline.ts';
import { programs } from '../model/layout/testdata/programs.ts';
import { runGraph } from '../model/runGraph.ts';

const query = new URLSearchParams(location.search);
const theme = query.get('theme');
if (theme) document.documentElement.dataset.theme = theme;
const run = query.get('run') ?? 'workerPool';
const model = buildModel(must(programs[run], run)());
const host = document.getElementById('stage');
const lanes = document.getElementById('timeline');
if (!host || !lanes) throw new Error('no hosts');
const width = Number(query.get('width') ?? 912);
host.style.width = lanes.style.width = `${width}px`;
host.style.height = `${query.get('height') ?? 368}px`;
const layout = layoutStage(runGraph(model), { width, narrow: query.has('narrow'), measure: createMeasure(host) });
const stage = createStage(host, { onSelect: (s) => stage.select(s) });
stage.setRun(layout, model.trace.verdict);
const data = timelineData(model);
lanes.style.height = `${query.has('narrow') ? 84 : Math.min(420, idealHeight(data))}px`;
const timeline = createTimeline(lanes, {
  onSeek: (to) => {
    step = to;
    stage.show(worldAt(model, step), { kind: 'cut' });
    timeline.show(step, worldAt(model, step));
  },
  onChoice: (event) => console.log('fork', event),
});
timeline.setRun(data, { narrow: query.has('narrow') });
let step = Number(query.get('step') ?? 0);
stage.show(worldAt(model, step), { kind: 'cut' });
timeline.show(step, worldAt(model, step));
addEventListener('keydown', (event) => {
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (!by) return;
  step = Math.min(model.trace.steps, Math.max(0, step + by));
  stage.show(worldAt(model, step), { kind: by > 0 ? 'forward' : 'backward', speed: 1 });
  timeline.show(step, worldAt(model, step));
});
Object.assign(window, { stage, timeline, model, layout, worldAt });
document.title = `${run} ${step} of ${model.trace.steps}`;
