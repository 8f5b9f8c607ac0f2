/** A server-sent event. */
export interface LiveEvent {
  name: string;
  data: string;
}

/** What has come of a stream so far, and what is still on its way. */
export interface EventReader {
  /** Takes the next piece of the stream, and answers the events that it completes. */
  take: (piece: string) => LiveEvent[];
  /** The id to go on from after a break. */
  lastId: () => string | undefined;
  /** How long the server wants us to wait after a break, in milliseconds. */
  pause: () => number | undefined;
}

/** Reads server-sent events, as the HTML standard tells it. @param known the id that is known from before a break. */
export function readEvents(known?: string): EventReader {
  let rest = '';
  let lastId = known;
  let pause: number | undefined;

  const eventOf = (block: string): LiveEvent | undefined => {
    let name = 'message';
    const data: string[] = [];
    for (const line of block.split('\n')) {
      const [, field = '', value = ''] = /^([^:]*)(?:: ?(.*))?$/.exec(line) ?? [];
      if (field === 'event') name = value;
      else if (field === 'data') data.push(value);
      else if (field === 'id') lastId = value;
      else if (field === 'retry' && /^\d+$/.test(value)) pause = Number(value);
    }
    return data.length === 0 ? undefined : { name, data: data.join('\n') };
  };

  return {
    take(piece) {
      const blocks = (rest + piece).replaceAll('\r\n', '\n').split('\n\n');
      rest = blocks.pop() ?? '';
      return blocks.flatMap((block) => eventOf(block) ?? []);
    },
    lastId: () => lastId,
    pause: () => pause,
  };
}
