/** In the place of the SDK's answers that come in events: only S3's SELECT gives such, and nobody here asks it. */
export const eventStreamSerdeProvider = () => undefined;
export const resolveEventStreamSerdeConfig = <Config>(config: Config): Config => config;
export class EventStreamSerde {}
