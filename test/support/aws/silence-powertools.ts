/** Imported before any handler: what they log and measure belongs to them, not to the output of the tests. */
process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';
process.env.POWERTOOLS_METRICS_DISABLED = 'true';
