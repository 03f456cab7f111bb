// The SDK takes a source-mapped stack for every promise made in a workflow, frame by frame. Two frames say where an error
// came from; ten cost a quarter of the workflow thread. Loaded before the SDK freezes the globals, hence a file of its own.
Error.stackTraceLimit = 2;
