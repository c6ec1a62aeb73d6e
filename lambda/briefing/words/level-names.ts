/** A level as a reader calls it, from its id. */
export function levelName(id: string): string {
  const [measure, , which = ''] = id.split('.');
  if (measure === 'sma') return `${which}-session average`;
  if (measure === 'high52w') return '52-week high';
  if (measure === 'low52w') return '52-week low';
  if (measure === 'swing')
    return `Turning price ${which.slice(1)} ${which.startsWith('r') ? 'above' : 'below'}`;
  if (measure === 'stop') return which === 'chandelier' ? 'Chandelier stop' : '2 ATR below the close';
  return which === 'P' ? 'Pivot' : `Pivot ${which}`;
}
