import { InputError } from '../../errors.ts';

/** The provider is well and says that it does not have this series: no reason to give the provider up. */
export class UnknownSeries extends InputError {}
