export {
  connectionOptions,
  dataConverter,
  EncryptingCodec,
  PayloadKeyInvalid,
  temporalSettings,
  type TemporalEnvironment,
  type TemporalSettings,
} from './connection.ts';
export { TemporalNominationGateway, type GatewayOptions } from './nomination-gateway.ts';
export { TemporalSessionGateway } from './session-gateway.ts';
export { lazyConnection } from './lazy-connection.ts';
export { connectWorker, createWorker, installRuntime, type NativeConnection, type Worker, type WorkerSettings } from './worker-host.ts';
export { NominationInspector, type WorkflowTrail } from './nomination-inspector.ts';
export type { RecordedHistory, ReplayFailure } from './replay.ts';
export { OperationsInspector, type ListedWorkflow, type PageOfWorkflows } from './inspector-operations.ts';
export { WorkflowRemedies } from './inspector-remedies.ts';
