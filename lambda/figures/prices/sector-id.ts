/** The figure of a fund's weight in a sector: `weight.IWM.HealthCare`. */
export const sectorId = (fund: string, sector: string): string =>
  `weight.${fund}.${sector.replace(/[^A-Za-z]/g, '')}`;
