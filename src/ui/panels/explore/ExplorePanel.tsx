/** Other executions of the same program: any seed is one click away. */
import type { ReactElement } from 'react';

export function ExplorePanel(): ReactElement {
  return (
    <p className="empty">
      Explore runs a program under many schedules and lists the findings. There are none for this program yet; another <b>Seed</b> with the
      strategy <code>random</code> shows another execution, and a click on a choice in the timeline takes another road there.
    </p>
  );
}
