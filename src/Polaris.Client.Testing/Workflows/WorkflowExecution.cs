using Polaris.Client.Workflows;

namespace Polaris.Client.Testing.Workflows;

/// <summary>What came of doing the work.</summary>
internal readonly record struct WorkflowExecution(int RecordId, WorkflowAnswerExtension? Extension = null);
